package ui

import (
	"strings"

	"accord/model"
)

// paperColours are the colours of pictures, dark and then what stands for each on
// white paper.
var paperColours = [...]string{
	"#14161b", "#ffffff", "#d7dbe2", "#1b1f24",
	"#3b4048", "#c3cad2", "#f0717a", "#b3261e", "#8fce7a", "#2e7d32", "#e6c170", "#8a5a00", "#6ea8fe", "#1f5fb8", "#c792ea", "#7b3fb0", "#66c7d6", "#00697a", "#c9ced8", "#2b3038",
	"#7d8590", "#5b6470", "#ff8b92", "#b3261e", "#a8e495", "#2e7d32", "#f5d58a", "#8a5a00", "#8fbcff", "#1f5fb8", "#d9a9ff", "#7b3fb0", "#8adce8", "#00697a", "#ffffff", "#000000",
}

// onPaper turns a dark picture into one for white paper. Only colours are
// replaced: in texts the quotes around them are written as entities.
func onPaper(picture string) string {
	var pairs []string
	for i := 0; i < len(paperColours); i += 2 {
		pairs = append(pairs, `fill="`+paperColours[i]+`"`, `fill="`+paperColours[i+1]+`"`)
	}
	return strings.NewReplacer(pairs...).Replace(picture)
}

// PaperMap is the drawn relationship map of an account for a document.
func PaperMap(p *model.Portfolio, today model.Date, account model.AccountID) string {
	_, picture := DrawMap(p, today, account, "map", 120)
	return onPaper(picture)
}
