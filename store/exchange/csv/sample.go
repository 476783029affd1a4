package csv

import (
	"strings"
)

// SepLine takes Excel's "sep=;" off the top; skip is how many lines that were.
func SepLine(text string) (rest string, delim byte, skip int) {
	line, after, found := strings.Cut(text, "\n")
	mark := strings.Trim(strings.TrimSpace(line), `"`)
	if len(mark) == 5 && strings.EqualFold(mark[:4], "sep=") {
		if !found {
			after = ""
		}
		return after, mark[4], 1
	}
	if strings.EqualFold(strings.TrimRight(line, "\r"), "sep=\t") {
		return after, '\t', 1
	}
	return text, 0, 0
}

// sampleSize is how much of a file is looked at to find out how it is written.
const (
	sampleSize = 1 << 16
	sampleRows = 60
)

// Sample reads the first records of a text.
func Sample(text string, delim byte, skip int) []Row {
	source := NewReader(text, delim, skip+1)
	var out []Row
	for len(out) < sampleRows && source.Done() < sampleSize {
		r, ok := source.Next()
		if !ok {
			break
		}
		out = append(out, r)
	}
	return out
}
