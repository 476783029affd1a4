package doors

import (
	"runtime/debug"

	"accord/store/seal"
)

// keys are what opens the protected files of this run: one process, one user.
var keys = new(seal.Keys)

// Version is what the build says of itself.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
