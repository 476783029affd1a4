package papers

import (
	"html"

	"accord/store/exchange/cells"
)

// htmlText is a text of people as HTML: never markup, on one line.
func htmlText(s string) string { return html.EscapeString(cells.Printable(s)) }
