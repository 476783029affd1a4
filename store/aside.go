package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// RoomError says that there is no room for a private copy of a file. It says nothing
// of the file, which may be as sound as ever.
type RoomError struct {
	Dir string // the folder that is full
	Err error
}

func (e *RoomError) Error() string {
	return words.T("store.there-no-room-private-copy", e.Dir, place.Reason(e.Err))
}

func (e *RoomError) Unwrap() error { return e.Err }

// privateCopy copies a file to where nobody else finds it. On Linux the copy has no
// name, so that it goes away with the process, however that ends; elsewhere it is
// removed by done, and by a signal that ends the program.
func privateCopy(path, word string) (aside string, moment time.Time, done func(), err error) {
	dir, err := os.MkdirTemp("", word)
	if err != nil {
		return "", moment, nil, &RoomError{os.TempDir(), err}
	}
	aside = filepath.Join(dir, filepath.Base(path))
	done = func() { _ = os.RemoveAll(dir) }
	if nameless, let := unnamed(aside); nameless != "" {
		done()
		aside, done = nameless, let
	} else {
		done = untilSignal(done)
	}
	for range copyTries {
		if moment, err = copyQuiet(path, aside); !errors.Is(err, errBusy) {
			break
		}
	}
	if err != nil {
		done()
	}
	return aside, moment, done, err
}

// unnamed makes a file, takes its name away, and gives the path by which this process
// still opens it; "" where there is no such path.
func unnamed(aside string) (path string, let func()) {
	if runtime.GOOS != "linux" {
		return "", nil
	}
	file, err := os.OpenFile(aside, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return "", nil
	}
	path = fmt.Sprintf("/proc/self/fd/%d", file.Fd())
	st, err := os.Stat(path)
	if err != nil || !sameOpen(file, st) {
		_ = file.Close()
		_ = os.Remove(aside)
		return "", nil
	}
	return path, func() { _ = file.Close() }
}

// untilSignal removes a private copy when the program is ended by a signal, which
// then ends it.
func untilSignal(remove func()) (done func()) {
	stop, end := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case s := <-stop:
			remove()
			signal.Reset(s)
			if p, err := os.FindProcess(os.Getpid()); err != nil || p.Signal(s) != nil {
				os.Exit(1)
			}
		case <-end:
		}
	}()
	return func() { signal.Stop(stop); close(end); remove() }
}

// roomy makes an error of writing a private copy one about its folder.
func roomy(err error, aside string) error {
	if !place.DiskFull(err) {
		return err
	}
	dir := filepath.Dir(aside)
	if dir == "/proc/self/fd" {
		dir = os.TempDir()
	}
	return &RoomError{dir, err}
}

// inPlace is withCopy where there is no room for a copy: the file itself is read,
// with a lock that keeps whoever would write out meanwhile.
func inPlace(path string, keys *seal.Keys, use func(*File, time.Time) error) error {
	st, err := os.Stat(path)
	if err != nil {
		return err
	}
	f := &File{path: path, bounds: usualBounds}
	err = place.Guarded(func() (err error) {
		f.db, err = bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait, PageSize: pages.PageSize})
		return err
	})
	if err != nil {
		return err
	}
	defer f.shut()
	if err := pages.Structure(path); err != nil {
		return err
	}
	if err := f.unlock(path, keys); err != nil {
		return err
	}
	if err := f.values(); err != nil {
		return err
	}
	if seq, err := f.pending(); err != nil || seq != 0 {
		return errors.Join(err, errBusy)
	}
	return use(f, st.ModTime())
}

// copyInto is what io.Copy does, telling an error of writing from one of reading.
func copyInto(out *os.File, in io.Reader, aside string) error {
	_, err := io.Copy(out, in)
	return roomy(err, aside)
}

// notCopied is why there is no private copy: that there is no room is not the fault
// of the file.
func notCopied(path string, err error) error {
	var room *RoomError
	if errors.As(err, &room) {
		return err
	}
	return place.Refused(path, err)
}

// copyTries is how often a file that is being written is copied before giving up.
const copyTries = 5

var errBusy = words.Fail("store.being-written-all-time-try")

// copyQuiet copies a file and gives the moment it was last written; it fails when
// something was committed while it copied.
func copyQuiet(path, aside string) (time.Time, error) {
	in, err := os.Open(path)
	if err != nil {
		return time.Time{}, err
	}
	defer in.Close()
	out, err := os.OpenFile(aside, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return time.Time{}, err
	}
	defer out.Close()
	st, err := in.Stat()
	if err != nil {
		return time.Time{}, err
	}
	before := string(pages.ReadAt(in, 0, 2*pages.PageSize))
	if err := copyInto(out, in, aside); err != nil {
		return time.Time{}, err
	}
	if before != string(pages.ReadAt(in, 0, 2*pages.PageSize)) {
		return time.Time{}, errBusy
	}
	return st.ModTime(), nil
}
