package cli

import (
	"accord/model/words"
	"fmt"
	"slices"
	"strings"
)

// importKinds are the words of --kind.
func (f *face) importKinds() []string {
	var out []string
	for _, k := range f.doors.Kinds {
		out = append(out, k.Key)
	}
	return out
}

// kindList tells of every kind what a row of it is, a line each.
func (f *face) kindList() string {
	var b strings.Builder
	for _, k := range f.doors.Kinds {
		fmt.Fprintf(&b, "  %-13s %s\n", k.Key, k.Words)
	}
	return b.String()
}

// template writes a table of a kind to be filled in.
func (f *face) template(kind string) error {
	i := slices.IndexFunc(f.doors.Kinds, func(k ImportKind) bool { return k.Key == kind && k.Table })
	if i < 0 {
		var keys []string
		for _, k := range f.doors.Kinds {
			if k.Table {
				keys = append(keys, k.Key)
			}
		}
		return usagef("%s", words.T("cli.template-there-no-table-choose", kind, strings.Join(keys, ", ")))
	}
	text, err := f.doors.Template(kind)
	if err != nil {
		return err
	}
	return f.whole(text)
}

// orList lists words in a sentence.
func orList(list []string) string {
	if last := len(list) - 1; last > 0 {
		return words.T("cli.or", strings.Join(list[:last], ", "), list[last])
	}
	return strings.Join(list, "")
}
