package exchange

import (
	"fmt"
	"html"
	"io"
	"strings"

	"accord/model/report"
)

// htmlStyle prints well on A4 and reads well on a phone; there is nothing outside
// the file.
const htmlStyle = `:root{color-scheme:light}body{font:15px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans Hebrew",sans-serif;color:#1b1f24;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0}.sub{color:#5b6470;margin:.2rem 0 1.5rem}h2{font-size:1.1rem;margin:1.6rem 0 .5rem;border-bottom:1px solid #d5dae0;padding-bottom:.2rem;break-after:avoid}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #e7eaee}th{color:#5b6470;font-weight:600}
td.n,th.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}tr{break-inside:avoid}figure{margin:1rem 0;break-inside:avoid}svg{max-width:100%;height:auto}figcaption{color:#5b6470;font-size:.85rem}
.wide{overflow-x:auto}@media print{body{margin:0;max-width:none;font-size:10pt}@page{size:A4;margin:15mm}.wide{overflow:visible}}`

// WriteHTML writes a report as one HTML file that needs nothing else.
func WriteHTML(w io.Writer, r *report.Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>\n%s\n</style>\n<h1 dir=\"auto\">%s</h1>\n<p class=\"sub\" dir=\"auto\">%s</p>\n",
		htmlText(r.Title+" "+r.Subtitle), htmlStyle, htmlText(r.Title), htmlText(r.Subtitle))
	for _, n := range r.Nodes {
		switch n.Kind {
		case report.Heading:
			fmt.Fprintf(&b, "<h2 dir=\"auto\">%s</h2>\n", htmlText(n.Text))
		case report.Paragraph:
			for line := range strings.SplitSeq(n.Text, "\n") {
				fmt.Fprintf(&b, "<p dir=\"auto\">%s</p>\n", htmlText(line))
			}
		case report.List:
			b.WriteString("<ul>\n")
			for _, item := range n.Items {
				fmt.Fprintf(&b, "<li dir=\"auto\">%s</li>\n", htmlText(item))
			}
			b.WriteString("</ul>\n")
		case report.Grid:
			htmlTable(&b, n.Table)
		case report.Chart:
			fmt.Fprintf(&b, "<figure>%s<figcaption>%s</figcaption></figure>\n", planeSVG(&n.Points), htmlText(n.Text))
		case report.Line:
			fmt.Fprintf(&b, "<figure>%s<figcaption>%s</figcaption></figure>\n", curveSVG(&n.Curve, n.Text), htmlText(n.Text))
		case report.Picture:
			fmt.Fprintf(&b, "<figure>%s<figcaption dir=\"auto\">%s</figcaption></figure>\n", n.SVG, htmlText(n.Text))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func htmlText(s string) string { return html.EscapeString(printable(s)) }

func htmlTable(b *strings.Builder, t report.Table) {
	class := func(c int) string {
		if c < len(t.Right) && t.Right[c] {
			return " class=\"n\""
		}
		return ""
	}
	b.WriteString("<div class=\"wide\"><table>\n<tr>")
	for c, h := range t.Head {
		fmt.Fprintf(b, "<th%s>%s</th>", class(c), htmlText(h))
	}
	b.WriteString("</tr>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr>")
		for c, cell := range row {
			fmt.Fprintf(b, "<td%s dir=\"auto\">%s</td>", class(c), htmlText(cell))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table></div>\n")
}
