//go:build !linux && !darwin

package place

import "strings"

// networkDrive names the kind of a drive over the network, "" for one that is here
// or that cannot be told.
func networkDrive(dir string) string {
	if strings.HasPrefix(dir, `\\`) {
		return "a share"
	}
	return ""
}
