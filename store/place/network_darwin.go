package place

import (
	"strings"
	"syscall"
)

// networkDrive names the kind of a drive over the network, "" for one that is here.
func networkDrive(dir string) string {
	var st syscall.Statfs_t
	if syscall.Statfs(dir, &st) != nil {
		return ""
	}
	var name strings.Builder
	for _, c := range st.Fstypename {
		if c == 0 {
			break
		}
		name.WriteByte(byte(c))
	}
	switch name.String() {
	case "nfs", "smbfs", "afpfs", "webdav", "macfuse", "osxfuse":
		return name.String()
	}
	return ""
}
