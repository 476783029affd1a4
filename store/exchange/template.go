package exchange

import (
	"bytes"
	"fmt"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// Template is a table of a kind to be filled in: headings that are known, and one row as
// an example. Read as it is, it brings that row in.
func Template(k Kind, g *model.Programme) ([]byte, error) {
	row := rowOf(k)
	if row == nil || row.document != nil {
		return nil, cells.Refuse(
			"template",
			words.T("exchange.choose-kind-table"),
			words.T("exchange.there-no-template", cells.Quote(string(k))),
		)
	}
	var heads, example []string
	for _, t := range row.targets(g) {
		if t.example != "" {
			heads, example = append(heads, t.label), append(example, t.example)
		}
	}
	var b bytes.Buffer
	w, _ := csv.NewWriter(&b, true) // into memory
	_, _ = w.Row(heads...), w.Row(example...)
	err := w.Flush()
	return b.Bytes(), err
}

// Reference describes every kind and its columns, for the docs.
func Reference(g *model.Programme) string {
	var b strings.Builder
	b.WriteString("# What files can hold\n\n<!-- written by go test ./store/exchange -run Reference -update -->\n\n" +
		"Every kind of file that can be imported, with the columns that are known: the word of `--map`, what a column is called,\n" +
		"what it holds, and headings under which it is found, without case, spaces and punctuation. How files are read is in\n" +
		"[Bringing files in](import.md).\n")
	for _, k := range kinds {
		fmt.Fprintf(&b, "\n## %s\n\n%s. It changes %s.\n", k.kind, upperFirst(k.words), k.changes)
		if k.document != nil {
			continue
		}
		var needs []string
		for _, n := range k.needs {
			needs = append(needs, n.what)
		}
		fmt.Fprintf(
			&b,
			"It needs a column for %s.\n\n| `--map` | column | holds | headings |\n|---|---|---|---|\n",
			joined(needs),
		)
		for _, t := range k.targets(g) {
			if strings.Count(t.key, ".") > 1 || k.fields != nil && !strings.HasPrefix(t.key, k.prefix) {
				continue // a rating: there are many, and each is its own heading
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", t.key, t.label, t.role, strings.Join(t.headers[2:], ", "))
		}
		if k.years {
			fmt.Fprintf(
				&b,
				"\nA heading may also be a figure with its year, such as *Revenue 2025* (`%s`).\n",
				edit.FigureKey(2025, "revenue"),
			)
		}
	}
	return b.String()
}

// joined lists things in a sentence.
func joined(list []string) string {
	if last := len(list) - 1; last > 0 {
		return words.T("exchange.and", strings.Join(list[:last], ", "), list[last])
	}
	return strings.Join(list, "")
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
