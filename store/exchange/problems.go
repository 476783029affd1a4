package exchange

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
)

// problemHeads are the headings of the list of what could not be read.
var problemHeads = []string{"file", "line", "column", "problem", "what to do", "row"}

// ProblemsCSV is the list of what could not be read, for whoever mends the file:
// where it stands, what is wrong, what to do, and whether the row arrived.
func (v *Preview) ProblemsCSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	write := func(cells ...string) {
		for i := range cells {
			cells[i] = harmless(cells[i])
		}
		_ = w.Write(cells) // into memory
	}
	write(slices.Clone(problemHeads)...)
	for _, p := range v.Problems {
		line, row := "", "arrived without it"
		if p.Line > 0 {
			line = strconv.Itoa(p.Line)
		}
		if p.Refused {
			row = "left out"
		}
		write(v.File, line, p.Field, p.Sentence, p.Hint, row)
	}
	w.Flush()
	return b.Bytes()
}
