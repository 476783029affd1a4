package papers

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"accord/model/report"
	"accord/store/exchange/cells"
)

// htmlStyle prints well on A4 and reads well on a phone; there is nothing outside
// the file.
//
//go:embed report.css
var htmlStyle string

// writeHTML writes a report as one HTML file that needs nothing else.
func writeHTML(w io.Writer, r *report.Report) error {
	b := &strings.Builder{}
	turn, class := "", ""
	if turnedReport(r) {
		turn = ` dir="rtl"`
	}
	if r.OnePage {
		class = ` class="onepage"`
	}
	fmt.Fprintf(
		b,
		"<!doctype html>\n<html lang=\"en\"%s>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>\n%s%s</style>\n<body%s>\n",
		turn,
		htmlText(r.Title+", "+r.Subtitle),
		htmlStyle,
		pageHeads(r),
		class,
	)
	kind := fmt.Sprintf("<p class=\"kind\"><bdi>%s</bdi></p>\n", htmlText(r.What()))
	about := fmt.Sprintf("<h1><bdi>%s</bdi></h1>\n", htmlText(r.About))
	if r.NamesFirst() {
		kind, about = about, kind
	}
	fmt.Fprintf(
		b,
		"<header>\n%s%s<p class=\"day\"><bdi dir=\"ltr\">%s</bdi></p>\n</header>\n",
		kind,
		about,
		htmlText(r.Today.Short()),
	)
	for i := range r.Nodes {
		leads := i+1 < len(r.Nodes) && r.Nodes[i+1].Kind == report.Grid
		htmlNode(b, &r.Nodes[i], leads)
	}
	if r.Foot != "" {
		fmt.Fprintf(b, "<footer><bdi>%s</bdi></footer>\n", htmlText(r.Foot))
	}
	b.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// pageHeads stand on every printed page but the first: what it is, of whom; and on
// all of them the number of the page and who may read it.
func pageHeads(r *report.Report) string {
	what := r.What() + " · " + r.About
	if r.NamesFirst() {
		what = r.About + " · " + r.What()
	}
	return fmt.Sprintf(
		"@page{@top-left{content:%s}@top-right{content:%s}@bottom-left{content:%s}}\n@page:first{@top-left{content:none}@top-right{content:none}}\n",
		cssText(what),
		`"\2066 "`+cssText(r.Today.Short())+`"\2069 "`,
		cssText(r.Foot),
	)
}

// cssText is a text as a string of a style sheet: every sign that is not a plain
// letter, a digit or a blank is written by its number, so that nothing can end it.
func cssText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range []rune(cells.Printable(s)) {
		switch {
		case i == 90:
			b.WriteString("\\2026 ")
		case i > 90:
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == ' ':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\%06x ", r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// htmlNode writes a part; one that leads to a table stays on its page.
func htmlNode(b *strings.Builder, n *report.Node, leads bool) {
	switch n.Kind {
	case report.Heading:
		fmt.Fprintf(b, "<h2><bdi>%s</bdi></h2>\n", htmlText(n.Text))
	case report.Paragraph:
		class := ""
		if leads {
			class = " class=\"lead\""
		}
		for line := range strings.SplitSeq(n.Text, "\n") {
			if strings.TrimSpace(line) != "" {
				fmt.Fprintf(b, "<p%s dir=\"auto\">%s</p>\n", class, htmlText(line))
			}
		}
	case report.List:
		b.WriteString("<ul>\n")
		for _, item := range n.Items {
			fmt.Fprintf(b, "<li><bdi>%s</bdi></li>\n", htmlText(item))
		}
		b.WriteString("</ul>\n")
	case report.Grid:
		if n.Table.Pairs {
			htmlPairs(b, &n.Table)
		} else {
			htmlTable(b, &n.Table)
		}
	case report.Chart:
		htmlFigure(b, "plane", planeSVG(&n.Points), n.Text)
	case report.Line:
		htmlFigure(b, "curve", curveSVG(&n.Curve, n.Text), n.Text)
	case report.Picture:
		htmlFigure(b, "map", n.SVG, n.Text)
	}
}

// htmlFigure is a drawing with its caption. Every drawing is laid out from left to
// right, whatever stands around it.
func htmlFigure(b *strings.Builder, class, svg, caption string) {
	fmt.Fprintf(
		b,
		"<figure><div class=\"drawing %s\" dir=\"ltr\">%s</div><figcaption dir=\"auto\">%s</figcaption></figure>\n",
		class,
		svg,
		htmlText(caption),
	)
}

// htmlPairs sets names and their values beside each other.
func htmlPairs(b *strings.Builder, t *report.Table) {
	b.WriteString("<dl>\n")
	for _, row := range t.Rows {
		fmt.Fprintf(
			b,
			"<div><dt><bdi>%s</bdi></dt><dd><bdi>%s</bdi></dd></div>\n",
			htmlText(row[0].Text),
			htmlText(row[1].Text),
		)
	}
	b.WriteString("</dl>\n")
}

// longWord is how many letters without a blank a cell may have before it is broken
// anywhere.
const longWord = 22

// htmlTable is a table. On a phone one of words becomes a card for every row, in
// which each cell says its heading; one of numbers is moved sideways, and the first
// column stays.
func htmlTable(b *strings.Builder, t *report.Table) {
	numbers := 0
	for _, right := range t.Right {
		if right {
			numbers++
		}
	}
	class := "words"
	if 2*numbers >= len(t.Head) || len(t.Head) < 3 {
		class = "numbers"
	}
	fmt.Fprintf(b, "<div class=\"table %s\"><table>\n<thead><tr>", class)
	for c, h := range t.Head {
		fmt.Fprintf(b, "<th%s><bdi>%s</bdi></th>", cellClass(t.Right[c], h), htmlText(h))
	}
	b.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr>")
		for c, cell := range row {
			label := ""
			if class == "words" && c > 0 && cell.Text != "" {
				label = " data-head=\"" + htmlText(t.Head[c]) + "\""
			}
			text := htmlText(cell.Text)
			if cell.Kind != report.Words {
				text = "<bdi dir=\"ltr\">" + text + "</bdi>"
			} else if text != "" {
				text = "<span dir=\"auto\">" + text + "</span>"
			}
			fmt.Fprintf(b, "<td%s%s>%s</td>", cellClass(t.Right[c], cell.Text), label, text)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table></div>\n")
}

func cellClass(right bool, text string) string {
	var all []string
	if right {
		all = append(all, "n")
	}
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(word) > longWord {
			all = append(all, "long")
			break
		}
	}
	if len(all) == 0 {
		return ""
	}
	return " class=\"" + strings.Join(all, " ") + "\""
}
