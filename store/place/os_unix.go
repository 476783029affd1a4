//go:build !windows

package place

import (
	"errors"
	"math/bits"
	"os"
	"syscall"
)

// MapAhead is address space reserved for the file, so that a growing file does
// not have to wait for readers to be mapped anew.
const MapAhead = 1 << (20 + 12*(bits.UintSize/64))

// Unlock releases bbolt's lock on a handle that a failed open left behind.
func Unlock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }

// Lock takes the lock that bbolt takes, without waiting for it.
func Lock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// SyncDir makes a rename in a folder durable.
func SyncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// Private takes group and others their rights on a file.
func Private(path string) {
	if st, err := os.Stat(path); err == nil && st.Mode().Perm()&0o077 != 0 {
		_ = os.Chmod(path, st.Mode().Perm()&^0o077)
	}
}

// MayWrite reports whether files may be made in a folder that is there: by its
// rights, which bind root here too, and by what the system says.
func MayWrite(dir string) error {
	const write = 2 // W_OK
	st, err := os.Stat(dir)
	if err == nil && st.Mode().Perm()&0o200 == 0 {
		err = syscall.EACCES
	}
	if err == nil {
		err = syscall.Access(dir, write)
	}
	return err
}

// HardLinks is how many names a file has.
func HardLinks(st os.FileInfo) uint64 {
	if sys, ok := st.Sys().(*syscall.Stat_t); ok {
		return uint64(sys.Nlink) //nolint:unconvert // it has another size on other systems
	}
	return 1
}

// sameOwner gives a file the owner of another. Whoever may not do that has made the
// file as himself, as any program that saves by renaming does.
func sameOwner(path string, like os.FileInfo) {
	if sys, ok := like.Sys().(*syscall.Stat_t); ok {
		_ = os.Chown(path, int(sys.Uid), int(sys.Gid))
	}
}

// LocksWork says that lock tells whether somebody has a file.
const LocksWork = true

// Alive reports whether there is a process with the number.
func Alive(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}

// OwnedByUs reports whether a file or folder is the user's own.
func OwnedByUs(path string) bool {
	st, err := os.Lstat(path)
	if err != nil {
		return false
	}
	sys, ok := st.Sys().(*syscall.Stat_t)
	return ok && int(sys.Uid) == os.Getuid()
}
