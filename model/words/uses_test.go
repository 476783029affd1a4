package words

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const self = "accord/model/words"

// The functions that take an id, with what they fill in besides what is listed, and
// where the id stands.
var takers = map[string]struct{ at, more int }{"T": {0, 0}, "New": {0, 0}, "Fail": {0, 0}, "Wrap": {1, 1}}

// usage is what the code of the program says.
type usage struct {
	of    *catalogue
	used  map[string]bool
	wrong []string
}

// file reads the calls of a file of Go.
func (u *usage) file(name string, src any) error {
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	local := ""
	for _, imp := range f.Imports {
		if path, _ := strconv.Unquote(imp.Path.Value); path == self {
			local = "words"
			if imp.Name != nil {
				local = imp.Name.Name
			}
		}
	}
	if local == "" {
		return nil
	}
	for _, at := range frozen(f, local) {
		u.wrong = append(u.wrong, set.Position(at).String()+": said before the language is known; use words.Table or a function")
	}
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		fun, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := fun.X.(*ast.Ident); !ok || x.Name != local {
			return true
		}
		if _, ok := takers[fun.Sel.Name]; ok {
			u.call(set.Position(call.Pos()).String(), fun.Sel.Name, call)
		}
		return true
	})
	return nil
}

// frozen are the places where a variable of a package is made of a rendered text: it
// would keep the language in which the program began.
func frozen(f *ast.File, local string) (found []token.Pos) {
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		ast.Inspect(g, func(n ast.Node) bool {
			if _, ok := n.(*ast.FuncLit); ok {
				return false
			}
			if call, ok := n.(*ast.CallExpr); ok {
				fun, ok := call.Fun.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				x, ok := fun.X.(*ast.Ident)
				if ok && x.Name == local && (fun.Sel.Name == "T" || fun.Sel.Name == "Here") {
					found = append(found, call.Pos())
				}
			}
			return true
		})
	}
	return found
}

func (u *usage) call(where, name string, call *ast.CallExpr) {
	how := takers[name]
	add := func(format string, args ...any) { u.wrong = append(u.wrong, where+": "+fmt.Sprintf(format, args...)) }
	if len(call.Args) <= how.at {
		add("no id")
		return
	}
	lit, ok := call.Args[how.at].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		add("the id is not written out")
		return
	}
	id, _ := strconv.Unquote(lit.Value)
	e := u.of.index[id]
	if e == nil {
		add("%s is in no catalogue", id)
		return
	}
	u.used[id] = true
	if call.Ellipsis.IsValid() {
		add("what is filled in is spread, not listed")
		return
	}
	if t, err := parse(e.text); err == nil && t.args != len(call.Args)-how.at-1+how.more {
		add("%s fills in %d, given %d", id, t.args, len(call.Args)-how.at-1+how.more)
	}
}

// keyed reports whether a text is found by the key of what it names; that none is
// missing and none too many is tested where the keys are.
func keyed(id string) bool {
	section, _, _ := strings.Cut(id, ".")
	return slices.Contains([]string{"vocabulary", "field", "field-help", "column"}, section)
}

// finish adds the ids nobody says.
func (u *usage) finish() []string {
	for i := range u.of.entries {
		if id := u.of.entries[i].id; !u.used[id] && !strings.HasPrefix(id, "language.") && !keyed(id) {
			u.wrong = append(u.wrong, "nobody says "+id)
		}
	}
	return u.wrong
}

func TestTheProgramSaysWhatIsInTheCatalogue(t *testing.T) {
	en := English()
	en.once.Do(en.load)
	u := usage{of: en.texts, used: map[string]bool{}}
	files := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path == "../../model/words" {
			return fs.SkipDir // it hands on the ids of others
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		return u.file(path, nil)
	})
	if err != nil || files < 50 {
		t.Fatalf("%d files read, %v", files, err)
	}
	u.used["words.wrapped"] = true // by this package itself
	for _, f := range u.finish() {
		t.Error(f)
	}
}

func TestAPlantedCallIsFound(t *testing.T) {
	for body, want := range map[string]string{
		`words.T("t.a", 1, 2)`:                      "",
		`words.Wrap(err, "t.a", 1)`:                 "",
		`var m = words.New("t.a", f(), 2)`:          "",
		`other.T("t.x"); words.Other("t.x")`:        "nobody says t.a",
		`words.T("t.x"); words.T("t.a", 1, 2)`:      "p.go:4:3: t.x is in no catalogue",
		`words.T("t.a", 1)`:                         "p.go:4:3: t.a fills in 2, given 1",
		`words.Fail("t.a", all...)`:                 "p.go:4:3: what is filled in is spread, not listed",
		`words.T(id, 1, 2); words.New("t.a", 1, 2)`: "p.go:4:3: the id is not written out",
		`words.Wrap(err, "t.a", 1, 2)`:              "p.go:4:3: t.a fills in 2, given 3",
		`words.T("t." + "a", 1, 2)`:                 "p.go:4:3: the id is not written out; nobody says t.a",
	} {
		u := usage{of: read("[t]\na = {0} of {1}\n"), used: map[string]bool{}}
		if err := u.file("p.go", "package p\nimport \"accord/model/words\"\nfunc _() {\n\t\t"+body+"\n}\n"); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(u.finish(), "; "); got != want {
			t.Errorf("%s: found %q, want %q", body, got, want)
		}
	}
}
