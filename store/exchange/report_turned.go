package exchange

import (
	"golang.org/x/text/unicode/bidi"

	"accord/model/report"
)

// turnedReport reports whether most of what people wrote in a report is written
// from right to left: then its tables begin on the right.
func turnedReport(r *report.Report) bool {
	left, right := 0, 0
	count := func(s string) {
		l, r := directions(s)
		left, right = left+l, right+r
	}
	count(r.About)
	for i := range r.Nodes {
		n := &r.Nodes[i]
		for _, item := range n.Items {
			count(item)
		}
		if n.Kind == report.Paragraph {
			count(n.Text)
		}
		for _, row := range n.Table.Rows {
			for _, c := range row {
				if c.Kind == report.Words && !n.Table.Pairs {
					count(c.Text)
				}
			}
		}
	}
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
