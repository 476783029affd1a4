package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// twoWords is English: two words in a row with nothing but a blank or a comma between.
var twoWords = regexp.MustCompile(`(?:^|[^\pL/.<_-])\pL[a-z']+,? [a-z][a-z']+`)

// strays finds the string literals with two English words that stand in Go instead of
// the catalogue, each as file:line:column and the text. Texts of a panic are for
// programmers, those of regexp and struct tags are no texts, those of
// headed are headings of files, and what
// holds < > or { is a pattern.
func strays(set *token.FileSet, f *ast.File) (found []stray) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			n.Tag = nil
		case *ast.CallExpr:
			switch fun := n.Fun.(type) {
			case *ast.Ident:
				return fun.Name != "panic"
			case *ast.SelectorExpr:
				x, ok := fun.X.(*ast.Ident)
				return fun.Sel.Name != "headed" && (!ok || x.Name != "regexp")
			}
		case *ast.BasicLit:
			if n.Kind != token.STRING {
				break
			}
			text, _ := strconv.Unquote(n.Value)
			if twoWords.MatchString(text) && !strings.ContainsAny(text, "<>{") {
				found = append(found, stray{set.Position(n.Pos()), text})
			}
		}
		return true
	})
	return found
}

type stray struct {
	at   token.Position
	text string
}

// strayPlaces are the directories (with a / at the end), files, and single texts of a
// file ("file: text") where English may stand outside the catalogue, each with why.
var strayPlaces = map[string]string{
	// For ever: nobody reads it on a screen, or it is not ours to translate.
	".ci/":                                    "tools of who works on the program",
	"model/modeltest/":                        "failures of tests",
	"model/sessiontest/":                      "failures of tests",
	"model/score/reference/":                  "names of figures, compared by tests",
	"model/words/":                            "faults of a catalogue, and a language for tests",
	"store/exchange/evidence/":                "words of files, compared with what people write",
	"store/exchange/match/":                   "words of files, compared with what people write",
	"store/seal/":                             "names from which keys are derived: part of the format",
	"store/place/errors.go: no space":         "how systems say it, compared",
	"store/place/errors.go: not enough space": "how systems say it, compared",
	"store/place/errors.go: disk full":        "how systems say it, compared",

	// Headings of files of other programs, in the words people use there.
	"store/exchange/accounts.go":                     "headings of files",
	"store/exchange/contacts.go":                     "headings of files",
	"store/exchange/figures.go":                      "headings of files",
	"store/exchange/headers.go":                      "headings of files",
	"store/exchange/offerings.go":                    "headings of files",
	"store/exchange/targets.go":                      "headings of files",
	"store/exchange/team.go":                         "headings of files",
	"store/exchange/template.go":                     "headings of files",
	"store/exchange/transactions.go":                 "headings of files",
	"store/exchange/export/tables.go":                "headings of files",
	"model/edit/pack_check.go: json: unknown field ": "how encoding/json says it, compared",

	"store/exchange/kind.go: closed won":                   "words of files",
	"store/exchange/open.go":                               "words of files, which end a table",
	"store/exchange/problems.go: what to do":               "headings of files",
	"store/copies/copies.go":                               "kinds of copies as --json has them",
	"store/exchange/xlsx/write.go: d mmm yyyy":             "how the format writes a day",
	"store/journal/trail.go: repaired from a damaged file": "the English label that is kept and compared",

	"ui/plan/pane.go":                    "keys that a step of a workshop keeps",
	"ui/shell/screens.go":                "keys that a step of a workshop keeps",
	"ui/workshop/ballot_go.go":           "the key that a step of a workshop keeps",
	"ui/cli/pack.go: use english|hebrew": "a command",

	"model/workshop_agendas.go": "names of screens, kept in the step of a workshop",

	"model/edit/field_period.go: last twelve months": "what people type, read",
	"model/edit/field_rows.go: parent account":       "headings of files",
	"model/edit/field_rows.go: parent account id":    "headings of files",
	"model/edit/field_rows.go: parent company":       "headings of files",
	"model/edit/field_rows.go: subsidiary of":        "headings of files",

	// Waiting to be moved.
	"model/edit/field_rows.go: tier advice, size guard": "what a field feeds: --json has it too",
	"model/edit/field_rows.go: coverage, support":       "what a field feeds: --json has it too",
	"model/edit/field_rows.go: plan quality":            "what a field feeds: --json has it too",
	"model/edit/field_rows.go: level gap":               "what a field feeds: --json has it too",
	"model/edit/field_rows.go: tie strength":            "what a field feeds: --json has it too",
	"model/sample/":                                     "texts of the sample: still English",
}

// strayWords is the place of a text that is a key of the vocabulary: kept as it is and
// read by words.Here.
const strayWords = "the vocabulary"

// strayPlace is the allowed place a stray stands in, or nothing.
func strayPlace(file, text string) string {
	if slices.Contains(Vocabulary(), text) {
		return strayWords
	}
	for place := range strayPlaces {
		if file == place || file+": "+text == place || strings.HasSuffix(place, "/") && strings.HasPrefix(file, place) {
			return place
		}
	}
	return ""
}

// straysOfProgram is what look finds in every Go file of the program that is not a test.
func straysOfProgram(t *testing.T, look func(*token.FileSet, *ast.File) []stray) (found []stray) {
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		name := strings.TrimPrefix(filepath.ToSlash(path), "../../")
		f, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
		if err == nil {
			found = append(found, look(set, f)...)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestNoEnglishStandsOutsideTheCatalogue(t *testing.T) {
	used := map[string]bool{}
	for _, s := range straysOfProgram(t, strays) {
		place := strayPlace(s.at.Filename, s.text)
		if used[place] = true; place == "" {
			t.Errorf("%v: %q stands in the code; move it to the catalogue", s.at, s.text)
		}
	}
	for place, why := range strayPlaces {
		if !used[place] {
			t.Errorf("%s (%s) has no English any more; take it off the list", place, why)
		}
	}
}

func TestAPlantedStrayIsFound(t *testing.T) {
	const src = "package p\nimport \"regexp\"\nvar _ = regexp.MustCompile(\"two words\")\n" +
		"type t struct { A int `json:\"two words\"` }\n" +
		"func f() { panic(\"two words\"); g(\"Two words of it\"); g(\"word\", \"room.few-words\", \"<b> or this\") }\n"
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "p.go", src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := strays(set, f)
	if len(found) != 1 || found[0].text != "Two words of it" || found[0].at.Line != 5 {
		t.Errorf("found %v", found)
	}
}
