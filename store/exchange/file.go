package exchange

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
)

// WriteFile writes a file aside, makes sure it is on disk, and only then gives
// it its name: a file that exists is whole, whatever happens on the way. A file
// already there keeps its permissions; a new one is the user's alone, because
// it holds customers.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	if real, e := filepath.EvalSymlinks(path); e == nil {
		path = real // a link stays a link
	}
	if info, e := os.Stat(path); e == nil && info.IsDir() {
		return refuse(path, "Name a file in it.", "this is a folder")
	}
	dir := filepath.Dir(path)
	if _, e := os.Stat(dir); os.IsNotExist(e) {
		return refuse(path, "Make it, or name another.", "there is no folder %s", dir)
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*")
	if err != nil {
		return refuse(path, "Choose another folder.", "%v", reason(err))
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	buf := bufio.NewWriterSize(f, 1<<16)
	if err = write(buf); err != nil {
		return err
	}
	if err = buf.Flush(); err != nil {
		return err
	}
	if info, e := os.Stat(path); e == nil && info.Mode().IsRegular() {
		if err = f.Chmod(info.Mode().Perm()); err != nil {
			return err
		}
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncFolder(dir)
	return nil
}

// syncFolder makes a rename last. Not every platform can, and the file itself is
// safe either way, so failing here is no failure.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
