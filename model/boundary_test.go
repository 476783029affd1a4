package model

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room is the part of the house a package path lies in.
func room(path string) string {
	if path == "accord" {
		return "main"
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(path, "accord/"), "/")
	return name
}

// doors is the package that joins ui and store, and knows both.
const doors = "accord/ui/doors"

// sentences is the package of every sentence.
const sentences = "accord/model/words"

// storeys are the rooms of model, each of which may know those before it only.
var storeys = []string{"words", "model", "ranking", "period", "figure", "exposure", "pareto", "edit", "score", "reference", "session", "merge3", "mask", "sample", "report"}

// storey is how high a room of model stands; what helps tests may know all.
func storey(path string) int {
	name := path[strings.LastIndex(path, "/")+1:]
	if strings.HasSuffix(name, "test") || name == "reference" {
		return len(storeys)
	}
	return slices.Index(storeys, name)
}

// wrongArrow says why one package must not import another, "" when it may.
func wrongArrow(from, imports string) string {
	inside := imports == "accord" || strings.HasPrefix(imports, "accord/")
	switch r := room(from); {
	case imports == "C":
		return "cgo is used nowhere"
	case imports == "net" || strings.HasPrefix(imports, "net/") && imports != "net/url":
		return "there is no network in this program"
	case r == "model" && inside && room(imports) != "model":
		return "model knows nobody"
	case r == "model" && inside && storey(imports) > storey(from):
		return "the rooms of model stand on each other: " + strings.Join(storeys, ", ")
	case strings.HasSuffix(imports, "test") && inside && !strings.HasSuffix(from, "test"):
		return "what helps tests is for tests"
	case r == "model" && strings.HasSuffix(from, "test"):
		return "" // random portfolios and a clock for budgets
	case from == sentences && inside:
		return "the sentences know nobody"
	case from == sentences && (imports == "embed" || strings.HasPrefix(imports, "golang.org/x/text/")):
		return "" // catalogues are built in, and which plural a number takes is in the tables of Unicode
	case r == "model" && (imports == "os" || imports == "io/fs" || imports == "math/rand" || imports == "math/rand/v2" || imports == "crypto/rand" || strings.Contains(imports, ".")):
		return "model knows no file, no randomness and no library"
	case imports == doors && r != "main":
		return "only main opens the doors"
	case from == doors && r == "ui":
		return "" // it joins the two
	case r == "ui" && room(imports) == "store" && inside, r == "store" && room(imports) == "ui" && inside:
		return "ui and store do not know each other"
	case imports == sentences:
		return ""
	case (strings.HasPrefix(from, "accord/ui/widget") || strings.HasPrefix(from, "accord/ui/theme")) &&
		inside && room(imports) == "model":
		return "the leaves of ui know nothing of accounts"
	}
	return ""
}

// checkFile reports every wrong arrow in a file, and every look at the clock in
// model.
func checkFile(pkg, name string, src any) (found []string) {
	f, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
	if err != nil {
		return []string{err.Error()}
	}
	for _, imp := range f.Imports {
		path, _ := strconv.Unquote(imp.Path.Value)
		if why := wrongArrow(pkg, path); why != "" {
			found = append(found, fmt.Sprintf("%s imports %s: %s", name, path, why))
		}
	}
	if room(pkg) != "model" || strings.HasSuffix(pkg, "test") {
		return found
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && (s.Sel.Name == "Now" || s.Sel.Name == "Since" || s.Sel.Name == "Until") {
				found = append(found, name+" looks at the clock")
			}
		}
		return true
	})
	return found
}

func TestArrowsRunOneWay(t *testing.T) {
	root, files := "..", 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		pkg := "accord"
		if rel != "." {
			pkg += "/" + filepath.ToSlash(rel)
		}
		files++
		for _, f := range checkFile(pkg, path, nil) {
			t.Error(f)
		}
		return nil
	})
	if err != nil || files < 50 {
		t.Fatalf("%d files read, %v", files, err)
	}
}

func TestTheTopLevelStaysAsItIs(t *testing.T) {
	allowed := map[string]bool{"main.go": true, "ui": true, "model": true, "store": true, "docs": true, "go.mod": true, "go.sum": true, "README.md": true, "LICENSE": true}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !allowed[name] && !strings.HasPrefix(name, ".") && name != "accord" && name != "dist" {
			t.Errorf("%s has no place at the top level", name)
		}
	}
}

func TestAPlantedViolationIsFound(t *testing.T) {
	for pkg, src := range map[string]string{
		"accord/model":       `package model; import "accord/store"; var _ = store.X`,
		"accord/model/x":     `package x; import "os"; var _ = os.Args`,
		"accord/model/score": `package score; import "accord/model/session"; var _ = session.X`,
		"accord/model/edit":  `package edit; import "accord/model/modeltest"; var _ = modeltest.X`,
		"accord/ui":          `package ui; import "accord/store/exchange"; var _ = exchange.X`,
		"accord/ui/cli":      `package cli; import "accord/ui/doors"; var _ = doors.X`,
		"accord/ui/doors":    `package doors; import "net/http"; var _ = http.Get`,
		"accord/store":       `package store; import "accord/ui/theme"; var _ = theme.X`,
		"accord/ui/theme":    `package theme; import "accord/model"; var _ = model.X`,
		"accord/ui/widget":   `package widget; import "C"`,
		sentences:            `package words; import "accord/model"; var _ = model.X`,
		sentences + "/x":     `package x; import "golang.org/x/text/language"; var _ = language.X`,
		"accord":             `package main; import "net/http"; var _ = http.Get`,
		"accord/model/y":     `package y; import "time"; var _ = time.Now()`,
	} {
		if len(checkFile(pkg, "planted.go", src)) != 1 {
			t.Errorf("a violation in %s is not found", pkg)
		}
	}
}
