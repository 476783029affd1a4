package store

import (
	"os"
	"path/filepath"
	"testing"

	"accord/store/pages"
)

// BenchmarkSound2000Rich is what opening for writing spends on reading every page
// and checksum before it trusts the file.
func BenchmarkSound2000Rich(b *testing.B) {
	path := filepath.Join(b.TempDir(), "accord.db")
	f, err := Create(path, richPortfolio(b, 2000), Options{})
	if err != nil {
		b.Fatal(err)
	}
	_ = f.Close(0)
	st, _ := os.Stat(path)
	for b.Loop() {
		if err := pages.Structure(path); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(st.Size())/1e6, "MB-file")
}
