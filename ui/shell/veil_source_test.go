package shell

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// behindTheVeil are the files of the package that use the session itself, or a veil,
// instead of the sitting.
func behindTheVeil(t *testing.T, dir string) map[string]string {
	t.Helper()
	notTests := func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }
	packages, err := parser.ParseDir(token.NewFileSet(), dir, notTests, 0) //nolint:staticcheck // one directory without build tags
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, p := range packages {
		for name, file := range p.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				s, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				switch inner, _ := s.X.(*ast.SelectorExpr); {
				case s.Sel.Name == "Real":
					found[name] = "uses the session behind the veil"
				case s.Sel.Name == "Veil" && inner != nil && inner.Sel.Name == "Session":
					found[name] = "uses the veil of the session"
				case s.Sel.Name == "Session":
					if m, ok := s.X.(*ast.Ident); ok && m.Name == "model" && filepath.Base(name) != "app.go" {
						found[name] = "holds a session that no veil hides"
					}
				}
				return true
			})
		}
	}
	return found
}
