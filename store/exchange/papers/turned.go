package papers

import (
	"golang.org/x/text/unicode/bidi"

	"accord/model/report"
)

// turnedReport reports whether the name of whom a report is about is written from
// right to left: then its tables begin on the right. Every text in it still goes in
// its own direction.
func turnedReport(r *report.Report) bool {
	left, right := directions(r.About)
	return right > left
}

// directions counts the letters of a text by the direction they are written in.
func directions(s string) (left, right int) {
	for _, r := range s {
		if r < 0x41 {
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			left++
		case bidi.R, bidi.AL:
			right++
		}
	}
	return left, right
}
