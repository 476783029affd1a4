package exchange

import (
	"encoding"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/model"
)

// docs/json.md names every member, so that a document can be read without us.
func TestEveryMemberOfADocumentIsDescribed(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "json.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	seen := map[reflect.Type]bool{}
	var missing []string
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
			typ = typ.Elem()
		}
		p := reflect.PointerTo(typ)
		custom := p.Implements(reflect.TypeFor[json.Marshaler]()) || p.Implements(reflect.TypeFor[encoding.TextMarshaler]())
		if typ.Kind() != reflect.Struct || seen[typ] || custom {
			return
		}
		seen[typ] = true
		section := page
		if i := strings.Index(page, "\n| **"+typ.Name()+"** |"); i >= 0 {
			section = page[i+1:]
			if j := strings.Index(section, "\n| **"); j >= 0 {
				section = section[:j]
			}
		} else {
			missing = append(missing, typ.Name())
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			if !f.IsExported() {
				continue
			}
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); !strings.Contains(section, "`"+name+"`") {
				missing = append(missing, typ.Name()+": "+name)
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[model.Programme]())
	walk(reflect.TypeFor[model.Account]())
	slices.Sort(missing)
	if len(missing) > 0 {
		t.Errorf("docs/json.md says nothing of %s", strings.Join(missing, "; "))
	}
}
