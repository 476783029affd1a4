package relmap

import (
	"fmt"
	"strings"

	"accord/model"
	"accord/ui/kit"
)

// paperColours are the colours of pictures, dark and then what stands for each on
// white paper.
var paperColours = [...]string{
	"#14161b", "#ffffff", "#d7dbe2", "#1b1f24",
	"#3b4048", "#c3cad2", "#f0717a", "#b3261e", "#8fce7a", "#2e7d32", "#e6c170", "#8a5a00", "#6ea8fe", "#1f5fb8", "#c792ea", "#7b3fb0", "#66c7d6", "#00697a", "#c9ced8", "#2b3038",
	"#7d8590", "#5b6470", "#ff8b92", "#b3261e", "#a8e495", "#2e7d32", "#f5d58a", "#8a5a00", "#8fbcff", "#1f5fb8", "#d9a9ff", "#7b3fb0", "#8adce8", "#00697a", "#ffffff", "#000000",
}

// OnPaper turns a dark picture into one for white paper. Only colours are
// replaced: in texts the quotes around them are written as entities.
func OnPaper(picture string) string {
	var pairs []string
	for i := 0; i < len(paperColours); i += 2 {
		pairs = append(pairs, `fill="`+paperColours[i]+`"`, `fill="`+paperColours[i+1]+`"`)
	}
	return strings.NewReplacer(pairs...).Replace(picture)
}

// PaperMap is the drawn relationship map of an account for a document.
func PaperMap(p *model.Portfolio, today model.Date, account model.AccountID) string {
	_, picture := DrawMap(p, today, account, "map", 120)
	return withoutFrame(OnPaper(picture))
}

// withoutFrame shows of a picture what is inside the frame of its pane: the frame,
// the number of the pane and the names of the other looks are for the screen.
func withoutFrame(picture string) string {
	var w, h float64
	if _, rest, ok := strings.Cut(picture, `viewBox="0 0 `); !ok {
		return picture
	} else if _, err := fmt.Sscanf(rest, `%g %g"`, &w, &h); err != nil {
		return picture
	}
	const x, y = 8 + kit.CellW, 8 + kit.LineH
	return strings.Replace(
		picture,
		fmt.Sprintf(`viewBox="0 0 %.0f %.0f"`, w, h),
		fmt.Sprintf(`viewBox="%.0f %d %.0f %.0f"`, x, y, w-2*x, h-2*y),
		1,
	)
}
