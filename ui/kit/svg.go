package kit

import (
	"fmt"
	"html"
	"strings"

	"accord/ui/widget"
)

// cell and line of the pictures, in pixels.
const (
	CellW = 8.4
	LineH = 18
)

// Svg draws a rendered screen: text stays text.
func Svg(rendered string, w, h int) string {
	var b strings.Builder
	fmt.Fprintf(
		&b,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">`,
		float64(w)*CellW+16,
		h*LineH+16,
	)
	b.WriteString("\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#14161b\"/>\n")
	for y, line := range strings.Split(rendered, "\n") {
		svgLine(&b, line, y)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func svgLine(b *strings.Builder, line string, y int) {
	x := 0
	st := svgStyle{}
	for line != "" {
		if strings.HasPrefix(line, "\x1b[") {
			end := strings.IndexByte(line, 'm')
			st = st.apply(line[2:end])
			line = line[end+1:]
			continue
		}
		end := strings.IndexByte(line, '\x1b')
		if end < 0 {
			end = len(line)
		}
		st.Draw(b, line[:end], x, y)
		x += widget.Width(line[:end])
		line = line[end:]
	}
}

type svgStyle struct {
	fg, bg                 string
	bold, faint, under, rv bool
}

var SvgColours = [16]string{"#3b4048", "#f0717a", "#8fce7a", "#e6c170", "#6ea8fe", "#c792ea", "#66c7d6", "#c9ced8",
	"#7d8590", "#ff8b92", "#a8e495", "#f5d58a", "#8fbcff", "#d9a9ff", "#8adce8", "#ffffff"}

func (s svgStyle) apply(params string) svgStyle {
	for _, p := range strings.Split(params, ";") {
		n := 0
		_, _ = fmt.Sscan(p, &n)
		switch {
		case n == 0:
			s = svgStyle{}
		case n == 1:
			s.bold = true
		case n == 2:
			s.faint = true
		case n == 4:
			s.under = true
		case n == 7:
			s.rv = true
		case n >= 30 && n <= 37:
			s.fg = SvgColours[n-30]
		case n >= 90 && n <= 97:
			s.fg = SvgColours[n-82]
		case n >= 40 && n <= 47:
			s.bg = SvgColours[n-40]
		case n >= 100 && n <= 107:
			s.bg = SvgColours[n-92]
		}
	}
	return s
}

func (s svgStyle) Draw(b *strings.Builder, text string, x, y int) {
	fg, bg := s.fg, s.bg
	if fg == "" {
		fg = "#d7dbe2"
	}
	if s.rv {
		if bg == "" {
			bg = "#14161b"
		}
		fg, bg = bg, fg
	}
	px, py := 8+float64(x)*CellW, 8+y*LineH
	width := float64(widget.Width(text)) * CellW
	if bg != "" {
		fmt.Fprintf(b, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n", px, py, width, LineH, bg)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	extra := ""
	if s.bold {
		extra += ` font-weight="bold"`
	}
	if s.faint {
		extra += ` opacity="0.6"`
	}
	if s.under {
		extra += ` text-decoration="underline"`
	}
	fmt.Fprintf(
		b,
		"<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" xml:space=\"preserve\" direction=\"ltr\" unicode-bidi=\"bidi-override\" fill=\"%s\"%s>%s</text>\n",
		px,
		py+13,
		width,
		fg,
		extra,
		html.EscapeString(text),
	)
}
