package shell

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// otherDay is a day in another form than 24 Nov 2026: as it is typed, or cut.
var otherDay = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b|\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b( \d{0,3}(\D|$)|[^ ]|$)`)

// TestEveryDayIsWrittenInOneForm reads the golden screens. What an import shows of a file
// is as it stands there.
func TestEveryDayIsWrittenInOneForm(t *testing.T) {
	screens, err := filepath.Glob("testdata/screens/*.txt")
	if err != nil || len(screens) < 50 {
		t.Fatalf("%d screens, %v", len(screens), err)
	}
	for _, path := range screens {
		if strings.HasPrefix(filepath.Base(path), "import") {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := otherDay.FindString(line); found != "" {
				t.Errorf("%s, line %d: %q", path, i+1, found)
			}
		}
	}
}

// closeDot is a dot between two parts of a line that touches one of them.
var closeDot = regexp.MustCompile(`[\pL\pN~%]·|·[\pL\pN]`)

// TestNoPartOfALineTouchesTheNext reads the golden screens for imp 70~· pos 34.
func TestNoPartOfALineTouchesTheNext(t *testing.T) {
	screens, err := filepath.Glob("testdata/screens/*.txt")
	if err != nil || len(screens) < 50 {
		t.Fatalf("%d screens, %v", len(screens), err)
	}
	for _, path := range screens {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := closeDot.FindString(line); found != "" {
				t.Errorf("%s, line %d: %q in %s", path, i+1, found, line)
			}
		}
	}
}
