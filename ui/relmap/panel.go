package relmap

import (
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// panelWidth is the room of the side panel, and panelFrom the width of a map from
// which on there is room for it.
const (
	panelWidth = 36
	panelFrom  = 116
)

// splitPanel gives the right of a wide map to what is known of the one in focus.
func (m *Pane) splitPanel(cv widget.Canvas, body widget.Rect) (rest widget.Rect) {
	if m.bare || m.Facts.modest || body.W < panelFrom || m.Current() == nil {
		return body
	}
	rest, side := body.SplitLeft(body.W - panelWidth)
	m.drawPanel(cv.Sub(side))
	return rest
}

// drawPanel tells of the person in focus what the looks have no room for: what
// they care about and what they told us, every tie, every relation, who sat there.
func (m *Pane) drawPanel(cv widget.Canvas) {
	r := m.Current()
	cv.VLine(0, 0, cv.H(), theme.Border)
	y := 0
	line := func(text string, st theme.Style) {
		for _, part := range widget.Wrap(text, max(1, cv.W()-3)) {
			if y < cv.H() {
				cv.TextAuto(2, y, cv.W()-3, part, st, widget.Left)
			}
			y++
		}
	}
	line(r.Title(), theme.Strong)
	line(r.name(), theme.Title)
	for _, part := range []string{r.Seat.Unit, words.Here(r.Seat.Function.String()), words.Here(r.Seat.Role.String()), influenceWords(r.Seat)} {
		if part != "" {
			line(part, theme.Quiet)
		}
	}
	if r.Seat.Confirmed {
		line(words.T("relmap.influence-role-confirmed"), theme.Quiet)
	}
	if p := r.person; p != nil {
		m.panelPerson(line, r, p)
	}
	if n := len(r.Seat.Past); n > 0 {
		line("", theme.Plain)
		line(words.T("relmap.sat-here-before"), theme.Header)
		for _, t := range r.Seat.Past {
			line(words.T("relmap.until", personName(m.Facts.account, string(t.Person)), t.To.Short()), theme.Quiet)
		}
	}
}

func (m *Pane) panelPerson(line func(string, theme.Style), r *Row, p *model.Person) {
	if p.Since.Known() {
		line(words.T("relmap.seat-since", p.Since.Short()), theme.Quiet)
	}
	if w := words.Here(model.SupportWord(p.Support)); w != "" {
		line(w+assumed(p.Confirmed), theme.Plain)
	}
	if p.Cares != "" {
		line(words.T("relmap.cares-about", p.Cares), theme.Accent)
	}
	line("", theme.Plain)
	line(words.T("relmap.ties"), theme.Header)
	for i, t := range r.ties {
		if t.Tie == nil {
			continue
		}
		name, level := m.Facts.Team()[i].Name, levels(t.Level, t.Target, m.Facts.glyphs)
		strength := score.Decimals(model.Some(t.strength), 2)
		if t.LastContact.Known() {
			line(
				words.T("relmap.days-strength", name, level, max(0, m.Facts.today.DaysSince(t.LastContact)), strength),
				theme.Plain,
			)
		} else {
			line(words.T("relmap.no-date-strength", name, level, strength), theme.Plain)
		}
	}
	if r.known == 0 {
		line(words.T("relmap.nobody-ours-yet"), theme.Warn)
	}
	for _, wording := range m.Facts.Relations(p) {
		line(wording, theme.Plain)
	}
	if told := m.Facts.Told(p, r.Seat); len(told) > 0 {
		line("", theme.Plain)
		line(words.T("relmap.their-view"), theme.Header)
		for _, n := range told {
			line(words.Here(n.Kind.String())+": "+n.Text+assumed(n.Confirmed), theme.Plain)
		}
	}
}

func assumed(confirmed bool) string {
	if confirmed {
		return ""
	}
	return " " + words.T("relmap.assumed-in-brackets")
}

// Told are the insights that came from a person, or are theirs.
func (f *mapFacts) Told(p *model.Person, s *model.Seat) []model.Insight {
	var out []model.Insight
	for _, n := range f.account.Insights {
		if strings.EqualFold(n.ToldBy, p.Name) ||
			n.Whose != "" && (strings.EqualFold(n.Whose, p.Name) || strings.EqualFold(n.Whose, s.Title)) {
			out = append(out, n)
		}
	}
	return out
}
