// package place is where a file lies: its path and its other names, the system under
// it, and the refusals that come from there. It knows nothing of what is in a file.
//
// Files, from the ground up: id.go, guarded.go, errors.go, known.go, os_unix.go,
// os_windows.go, network_linux.go, network_other.go, network_darwin.go, names.go,
// links.go, synced.go, rooms.go, sightings.go.
package place
