package ui

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// footLine is a paragraph at the foot of a section: what the thing under the
// cursor means, wrapped.
type footLine struct {
	lead  string // stands before the text, which is wrapped beside it
	text  string
	style theme.Style
	mark  bool // the one that counts now
}

// footHeight is the rows that lines take on w cells.
func footHeight(lines []footLine, w int) int {
	n := 0
	for _, l := range lines {
		n += len(l.wrap(w))
	}
	return n
}

func (l footLine) wrap(w int) []string {
	return widget.Wrap(l.text, max(1, w-widget.Width(l.lead)))
}

// drawLines writes paragraphs from the top on, as far as there is room, and
// returns the rows used.
func drawLines(cv widget.Canvas, lines []footLine) int {
	y := 0
	for _, l := range lines {
		lead := widget.Width(l.lead)
		for i, text := range l.wrap(cv.W()) {
			if y >= cv.H() {
				return y
			}
			if i == 0 {
				cv.Text(0, y, l.lead, l.style)
				if l.mark {
					cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
				}
			}
			cv.TextIn(lead, y, cv.W()-lead, text, l.style, widget.Left)
			y++
		}
	}
	return y
}

// editLine says what is being typed: why it cannot be taken, or how it is read.
func editLine(c *ctx, e *fieldEdit) footLine {
	if e.wrong != "" && e.field.Kind == edit.Day && !e.warned {
		return footLine{text: "type " + dayHelp, style: theme.Ghost} // half typed is no mistake yet
	}
	if e.wrong != "" {
		return footLine{text: e.wrong, style: theme.Bad}
	}
	if e.words != nil {
		return footLine{lead: "type: ", text: someWords(e.fitting()), style: theme.Ghost}
	}
	v := edit.Get(c.portfolio(), e.ref, e.field)
	switch {
	case v == "":
	case e.field.Kind == edit.Day:
		return footLine{lead: "= ", text: shortDay(v), style: theme.Plain}
	case e.field.Kind == edit.Amount:
		return footLine{lead: "= ", text: amountText(c, v), style: theme.Plain}
	}
	if e.field.Kind == edit.Day {
		return footLine{text: "type " + dayHelp, style: theme.Ghost}
	}
	return footLine{text: e.field.Help, style: theme.Ghost}
}

// shortDay shows a registry day without doubt: 24 Nov 2026.
func shortDay(iso string) string {
	d, err := model.ParseDate(iso)
	if err != nil || !d.Known() {
		return ""
	}
	return d.Short()
}

// amountText shows a registry amount with thousands and its currency.
func amountText(c *ctx, v string) string {
	m, err := model.ParseMoney(v, c.portfolio().Programme().Currency)
	if err != nil || !m.Known() {
		return ""
	}
	return m.Currency.Beside(withThousands(m))
}

// withThousands is the exact amount with separated thousands.
func withThousands(m model.Money) string {
	plain := m.Plain()
	whole, dot := plain, ""
	for i := range plain {
		if plain[i] == '.' {
			whole, dot = plain[:i], plain[i:]
			break
		}
	}
	from := 0
	if whole != "" && whole[0] == '-' {
		from = 1
	}
	for i := len(whole) - 3; i > from; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + dot
}
