package exchange

import (
	"bytes"
	"strconv"

	"accord/model/words"
	"accord/store/exchange/csv"
)

// ProblemHeads are the headings of the list of what could not be read.
var ProblemHeads = []string{"file", "line", "column", "problem", "what to do", "row"}

// ProblemsCSV is the list of what could not be read, for whoever mends the file:
// where it stands, what is wrong, what to do, and whether the row arrived.
func (v *Preview) ProblemsCSV() []byte {
	var b bytes.Buffer
	w, _ := csv.NewWriter(&b, true) // into memory
	_ = w.Row(ProblemHeads...)
	for _, p := range v.Problems {
		line, row := "", words.T("exchange.arrived-without")
		if p.Line > 0 {
			line = strconv.Itoa(p.Line)
		}
		if p.Refused {
			row = words.T("exchange.left-out")
		}
		_ = w.Row(v.File, line, p.Field, p.Sentence, p.Hint, row)
	}
	_ = w.Flush()
	return b.Bytes()
}
