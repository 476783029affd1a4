package exchange

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/model"
	"accord/model/words/wordstest"
	"accord/store/exchange/document"
)

// A file means the same in every language of the screen: what it is taken for, what of
// it comes in and how many lines are left out.
func TestImportsAreOfNoLanguage(t *testing.T) {
	files, err := filepath.Glob("testdata/exports/*.csv")
	if err != nil || len(files) < 20 {
		t.Fatal(len(files), err)
	}
	base := model.EmptyPortfolio() // its first title is in the language of who begins
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		wordstest.InLanguages(t, func(t *testing.T) string {
			ids := 0
			next := func() string { ids++; return fmt.Sprintf("id%06d", ids) }
			pv, err := Read(bytes.NewReader(text), filepath.Base(file), base, Options{NewID: next, Today: today})
			if err != nil {
				return file + " is refused"
			}
			var out strings.Builder
			fmt.Fprintln(&out, file, pv.Kind, len(pv.Problems))
			if err := document.Write(&out, apply(t, base, pv)); err != nil {
				t.Fatal(err)
			}
			return out.String()
		})
	}
}
