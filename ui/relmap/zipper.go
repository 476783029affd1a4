package relmap

import (
	"slices"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// drawZipper lists the function pairs that should know each other: what the tier
// requires first, each with the strongest tie that joins it.
func (m *Pane) drawZipper(cv widget.Canvas) {
	f := m.Facts
	head, body := cv.Rect().SplitTop(1)
	cv.Sub(head).Fill(cv.Sub(head).Rect(), " ", theme.Header)
	cv.TextIn(2, 0, 18, words.T("relmap.ours-2"), theme.Header, widget.Left)
	cv.TextIn(21, 0, 18, words.T("relmap.theirs"), theme.Header, widget.Left)
	cv.TextIn(40, 0, cv.W()-41, words.T("relmap.joined-by"), theme.Header, widget.Left)
	pairs := slices.Clone(f.score.Pairs)
	slices.SortStableFunc(pairs, func(a, b score.Pair) int {
		switch {
		case a.Required == b.Required:
			return 0
		case a.Required:
			return -1
		}
		return 1
	})
	in := cv.Sub(body)
	for y, p := range pairs {
		if y >= in.H() {
			break
		}
		st, sign := theme.Quiet, in.Glyphs().Shade[0]
		switch {
		case p.Connected:
			st, sign = theme.Good, in.Glyphs().Check
		case p.Required:
			st, sign = theme.Warn, in.Glyphs().Cross
		}
		in.Text(0, y, sign, st)
		in.TextIn(2, y, 18, words.Here(p.Ours.String()), st, widget.Left)
		in.TextIn(21, y, 18, words.Here(p.Theirs.String()), st, widget.Left)
		in.TextIn(40, y, in.W()-41, m.joiner(p), theme.Plain, widget.Left)
	}
}

// joiner is the strongest tie between two functions, in words.
func (m *Pane) joiner(p score.Pair) string {
	f := m.Facts
	best, wording, between := 0.0, "", [2]string{}
	for i := range f.Rows {
		r := &f.Rows[i]
		if r.Seat.Function != p.Theirs || r.person == nil {
			continue
		}
		for col, t := range r.ties {
			if t.Tie != nil && f.Team()[col].Function == p.Ours && t.strength > best {
				best = t.strength
				between, wording = [2]string{
					f.Team()[col].Name,
					r.person.Name,
				}, words.T(
					"relmap.strength-4",
					f.Team()[col].Name,
					r.person.Name,
					score.Decimals(model.Some(best), 2),
				)
			}
		}
	}
	switch {
	case wording == "" && p.Required:
		return words.T("relmap.nobody-yet-required-this-tier")
	case wording == "":
		return words.T("relmap.not-required")
	case !p.Connected:
		return words.T(
			"relmap.too-weak-joins",
			between[0],
			between[1],
			score.Decimals(model.Some(best), 2),
			score.Decimals(model.Some(f.programme.Settings().ThreadStrength), 2),
		)
	}
	return wording
}

// drawPaths lists the uncovered people of the inner circle with the best way in to
// each, person by person, and what it costs.
func (m *Pane) drawPaths(cv widget.Canvas, focus bool) {
	f := m.Facts
	ways := f.network.Accesses()
	y := 0
	line := func(x int, text string, st theme.Style) {
		if y < cv.H() {
			cv.TextIn(x, y, cv.W()-x-1, text, st, widget.Left)
		}
		y++
	}
	switch inner := slices.ContainsFunc(f.Rows, func(r Row) bool { return r.Seat.Influence == model.InnerCircle }); {
	case len(ways) > 0:
	case !inner:
		line(1, words.T("relmap.nobody-known-inner-circle-yet"), theme.Quiet)
	default:
		line(1, words.T("relmap.everybody-inner-circle-covered-no"), theme.Good)
	}
	for _, w := range ways {
		st := theme.Strong
		if w.To == m.Seat {
			if focus && y < cv.H() {
				cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			}
			if y < cv.H() {
				cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
			}
		}
		if len(w.Steps) == 0 {
			line(2, words.T("relmap.no-way-leads-there-yet", f.SeatWords(w.To)), theme.Bad)
			continue
		}
		line(2, words.T("relmap.costs", f.SeatWords(w.To), score.Decimals(model.Some(w.Cost), 2)), st)
		for i, s := range w.Steps {
			line(4, m.stepWords(i, s), theme.Plain)
		}
	}
	y++
	m.gateLines(line)
}

func (f *mapFacts) SeatWords(id model.SeatID) string {
	if i, ok := f.index[id]; ok {
		r := &f.Rows[i]
		return r.Title() + " " + r.name()
	}
	return words.T("relmap.a-seat")
}

// stepWords is a step of a way in: by whom, over what, to whom.
func (m *Pane) stepWords(i int, s score.Step) string {
	if i == 0 && s.By == score.ByTie {
		if o := m.Facts.programme.Member(s.Member); o != nil {
			return words.T("relmap.knows", o.Name, m.Facts.SeatWords(s.To), score.Decimals(model.Some(s.Cost), 2))
		}
		return words.T("relmap.one-ours-knows", m.Facts.SeatWords(s.To), score.Decimals(model.Some(s.Cost), 2))
	}
	if s.Conflict {
		return words.T(
			"relmap.step-do-not-get-twice",
			m.Facts.SeatWords(s.To),
			words.Here(s.By.String()),
			score.Decimals(model.Some(s.Cost), 2),
		)
	}
	return words.T("relmap.step", m.Facts.SeatWords(s.To), words.Here(s.By.String()), score.Decimals(model.Some(s.Cost), 2))
}

// gateLines name who many ways lead through and who alone leads to somebody.
func (m *Pane) gateLines(line func(int, string, theme.Style)) {
	for _, g := range m.Facts.network.Gatekeepers() {
		line(
			2,
			words.T(
				"relmap.gatekeeper-pairs-meet-through-them",
				m.Facts.SeatWords(g.Seat),
				score.Decimals(model.Some(g.Betweenness), 2),
			),
			theme.Quiet,
		)
	}
	for _, x := range m.Facts.network.CutOffs() {
		line(2, words.T("relmap.without-key-players-out-reach", m.Facts.SeatWords(x.Seat), x.Lost), theme.Warn)
	}
}
