package store

import (
	"os"
	"path/filepath"
	"testing"
)

// Whether a file was cut off is asked while the writer makes it longer: it never was.
func TestAFileThatGrowsIsNotCutOff(t *testing.T) {
	handle, err := os.Create(filepath.Join(t.TempDir(), "grows"))
	if err != nil {
		t.Fatal(err)
	}
	f := &File{handle: handle}
	done := make(chan error)
	go func() {
		for size := int64(1); size < 30_000; size++ {
			if err := handle.Truncate(size); err != nil {
				done <- err
				return
			}
			f.least.Store(size)
		}
		done <- handle.Truncate(5)
	}()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			if !f.shrunk() {
				t.Error("a file that was cut off is not seen")
			}
			if err := handle.Close(); err != nil {
				t.Error(err)
			}
			return
		default:
			if f.shrunk() && f.least.Load() != 29_999 {
				t.Fatal("a file that grows is said to be cut off")
			}
		}
	}
}
