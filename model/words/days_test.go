package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// shownDays are the calls that format a day for people: a layout of package time with the
// name of a month, or with a year and a clock apart, or one of its own layouts. A layout that
// ends in a zone is for a machine, and one without a blank is part of a file's name.
func shownDays(set *token.FileSet, f *ast.File) (found []stray) {
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		fun, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || fun.Sel.Name != "Format" && fun.Sel.Name != "AppendFormat" {
			return true
		}
		for _, arg := range call.Args {
			switch arg := arg.(type) {
			case *ast.BasicLit:
				layout, _ := strconv.Unquote(arg.Value)
				if strings.Contains(layout, "Jan") || strings.Contains(layout, " ") && strings.ContainsAny(layout, "26") {
					found = append(found, stray{set.Position(arg.Pos()), layout})
				}
			case *ast.SelectorExpr:
				if x, ok := arg.X.(*ast.Ident); ok && x.Name == "time" && !strings.HasPrefix(arg.Sel.Name, "RFC3339") {
					found = append(found, stray{set.Position(arg.Pos()), "time." + arg.Sel.Name})
				}
			}
		}
		return true
	})
	return found
}

// dayPlaces format days that nobody reads on a screen, each with why.
var dayPlaces = map[string]string{
	"store/exchange/xlsx/cell.go": "a cell's day, read again as a day",
}

// TestOnePlaceFormatsADay holds that a day is written by Date and Moment alone, so that it
// reads the same on every screen, in every report and in every sentence.
func TestOnePlaceFormatsADay(t *testing.T) {
	for _, s := range straysOfProgram(t, shownDays) {
		if name := s.at.Filename; !strings.HasPrefix(name, "model/words/") && dayPlaces[name] == "" {
			t.Errorf("%v: a day in a form of its own, %q; use words.Moment or the day's Short", s.at, s.text)
		}
	}
}

func TestAPlantedDayIsFound(t *testing.T) {
	for body, want := range map[string]int{
		`at.Format("2 Jan 2006")`:            1,
		`at.Local().Format(time.DateOnly)`:   1,
		`at.Format("2006-01-02 15:04")`:      1,
		`at.UTC().Format(time.RFC3339)`:      0,
		`at.Format("15:04")`:                 0,
		`at.Format("2006-01-02T150405")`:     0,
		`words.Moment(at) + at.Format(":5")`: 0,
	} {
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, "p.go", "package p\nvar _ = "+body, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if found := shownDays(set, f); len(found) != want {
			t.Errorf("%s: found %d, not %d", body, len(found), want)
		}
	}
}
