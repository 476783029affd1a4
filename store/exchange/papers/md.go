package papers

import (
	"fmt"
	"io"
	"strings"

	"accord/model/report"
	"accord/store/exchange/cells"
)

// writeMarkdown writes a report as Markdown.
func writeMarkdown(w io.Writer, r *report.Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", mdText(r.Title), mdText(r.Subtitle))
	for i := range r.Nodes {
		n := &r.Nodes[i]
		b.WriteString("\n")
		switch n.Kind {
		case report.Heading:
			fmt.Fprintf(&b, "## %s\n", mdText(n.Text))
		case report.Paragraph:
			for line := range strings.SplitSeq(n.Text, "\n") {
				b.WriteString(mdText(line) + "\n")
			}
		case report.List:
			for _, item := range n.Items {
				b.WriteString("- " + mdText(item) + "\n")
			}
		case report.Grid:
			mdTable(&b, n.Table)
		case report.Chart:
			mdTable(&b, n.Data())
		case report.Line:
			b.WriteString(mdText(n.Text) + ".\n")
		case report.Picture:
			b.WriteString("*" + mdText(n.Text) + "*\n")
		}
	}
	if r.Foot != "" {
		fmt.Fprintf(&b, "\n*%s*\n", mdText(r.Foot))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func mdTable(b *strings.Builder, t report.Table) {
	row := func(cells []string) {
		b.WriteString("|")
		for _, c := range cells {
			b.WriteString(" " + strings.ReplaceAll(mdText(strings.ReplaceAll(c, "\n", " ")), "|", "\\|") + " |")
		}
		b.WriteString("\n")
	}
	row(t.Head)
	b.WriteString("|")
	for _, right := range t.Right {
		if right {
			b.WriteString("---:|")
		} else {
			b.WriteString("---|")
		}
	}
	b.WriteString("\n")
	for _, r := range t.Rows {
		texts := make([]string, len(r))
		for i, c := range r {
			texts[i] = c.Text
		}
		row(texts)
	}
}

// mdEscape keeps what people typed from being read as markup.
var mdEscape = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "<", "&lt;", "[", "\\[", "#", "\\#")

// mdText is people's text as Markdown, without the letters a terminal would obey.
func mdText(s string) string { return mdEscape.Replace(cells.Printable(s)) }
