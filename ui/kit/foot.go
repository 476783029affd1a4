package kit

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// FootLine is a paragraph at the foot of a section: what the thing under the
// cursor means, wrapped.
type FootLine struct {
	Lead  string // stands before the text, which is wrapped beside it
	Text  string
	Style theme.Style
	Mark  bool // the one that counts now
}

// FootHeight is the rows that lines take on w cells.
func FootHeight(lines []FootLine, w int) int {
	n := 0
	for _, l := range lines {
		n += len(l.wrap(w))
	}
	return n
}

func (l FootLine) wrap(w int) []string {
	return widget.Wrap(l.Text, max(1, w-widget.Width(l.Lead)))
}

// DrawLines writes paragraphs from the top on, as far as there is room, and
// returns the rows used. A paragraph that has not all its lines ends in an ellipsis.
func DrawLines(cv widget.Canvas, lines []FootLine) int {
	y := 0
	for _, l := range lines {
		lead := widget.Width(l.Lead)
		wrapped := l.wrap(cv.W())
		for i, text := range wrapped {
			if y >= cv.H() {
				return y
			}
			if y == cv.H()-1 && i < len(wrapped)-1 {
				text += cv.Glyphs().Ellipsis
			}
			if i == 0 {
				cv.Text(0, y, l.Lead, l.Style)
				if l.Mark {
					cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
				}
			}
			cv.TextIn(lead, y, cv.W()-lead, text, l.Style, widget.Left)
			y++
		}
	}
	return y
}

// EditLine says what is being typed: why it cannot be taken, or how it is read.
func EditLine(c *Context, e *FieldEdit) FootLine {
	if e.wrong != "" && e.Field.Kind == edit.Day && !e.warned {
		return FootLine{Text: words.T("kit.type-2026-11-24-24-11"), Style: theme.Ghost} // half typed is no mistake yet
	}
	if e.wrong != "" {
		return FootLine{Text: e.wrong, Style: theme.Bad}
	}
	if e.words != nil {
		return FootLine{Lead: "type: ", Text: someWords(e.fitting()), Style: theme.Ghost}
	}
	v := e.Field.Shown(edit.Get(c.Portfolio(), e.Ref, e.Field))
	switch {
	case v == "":
	case e.Field.Kind == edit.Day:
		return FootLine{Lead: "= ", Text: ShortDay(v), Style: theme.Plain}
	case e.Field.Kind == edit.Amount:
		return FootLine{Lead: "= ", Text: amountText(c, v), Style: theme.Plain}
	}
	if e.Field.Kind == edit.Day {
		return FootLine{Text: words.T("kit.type-2026-11-24-24-11"), Style: theme.Ghost}
	}
	return FootLine{Text: e.Field.Help, Style: theme.Ghost}
}

// ShortDay shows a registry day without doubt: 24 Nov 2026.
func ShortDay(iso string) string {
	d, err := model.ParseDate(iso)
	if err != nil || !d.Known() {
		return ""
	}
	return d.Short()
}

// amountText shows a registry amount with thousands and its currency.
func amountText(c *Context, v string) string {
	m, err := model.ParseMoney(v, c.Portfolio().Programme().Currency)
	if err != nil || !m.Known() {
		return ""
	}
	return m.Currency.Beside(WithThousands(m))
}

// WithThousands is the exact amount with separated thousands.
func WithThousands(m model.Money) string {
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
