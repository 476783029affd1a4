package plan

import (
	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// The columns of a rating table; note and weight only where there is room.
const (
	ratingName = iota
	ratingDots
	ratingOurs
	ratingTheirs
	ratingNote
	ratingWeight
)

// Widths of the columns that do not grow, and the least for a note: with less,
// the foot tells it.
const (
	oursWidth   = 4
	theirsWidth = 8
	weightWidth = 4
	noteWidth   = 16
	typingWidth = 26
)

func (s *RatingPart) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	ins := s.questions(c)
	if ins == nil || len(ins.Factors) == 0 {
		kit.DrawLines(
			cv.Sub(cv.Rect().Inset(1)),
			[]kit.FootLine{{Text: words.T("plan.method-pack-this-file-does"), Style: theme.Quiet}},
		)
		return
	}
	row := s.row(ins)
	f := &ins.Factors[row]
	n := len(ins.Factors)
	rest := cv.Rect()
	// The rows, the score and a line of foot come first; the question takes what is left.
	question := widget.Wrap(ins.Question, max(1, cv.W()-2))
	asked := max(0, min(len(question), rest.H-n-3))
	head, rest := rest.SplitTop(asked)
	for y := range head.H {
		cv.Text(1, y, question[y], theme.Strong)
	}
	s.table.Apart = c.Apart()
	table, rest := rest.SplitTop(min(n*c.Apart()+1, max(2, rest.H-2)))
	s.height = max(1, (table.H-1)/c.Apart())
	s.columns(ins, cv.W(), c.Modest())
	s.drawTable(c, cv.Sub(table), ins, row, focus)
	score, foot := rest.SplitTop(1)
	drawRatingScore(c, cv.Sub(score), ins)
	s.drawFoot(c, cv.Sub(foot), ins, f, focus)
}

// columns lays the table out for a width.
func (s *RatingPart) columns(ins *model.Instrument, w int, modest bool) {
	name := 10
	for i := range ins.Factors {
		name = max(name, widget.Width(ins.Factors[i].Name))
	}
	name = min(name, max(10, w*2/5))
	room := w - name - ins.Max - oursWidth - theirsWidth - weightWidth - 8 // 8: the gaps
	s.wide, s.roomy = room >= noteWidth && !modest, room >= typingWidth && !modest
	cols := append(s.table.Columns[:0],
		widget.Column{Key: "factor", Title: words.T("plan.factor"), Width: name},
		widget.Column{Key: "dots", Width: ins.Max},
		widget.Column{Key: "ours", Title: words.T("plan.ours"), Width: oursWidth, Align: widget.Center},
		widget.Column{Key: "verified", Title: words.T("plan.verified"), Width: theirsWidth, Align: widget.Center})
	if s.wide {
		cols = append(cols, widget.Column{Key: "note", Title: words.T("plan.note"), Width: noteWidth, Grow: 1},
			widget.Column{Key: "weight", Title: words.T("plan.wt"), Width: weightWidth, Align: widget.Right})
	} else {
		cols[ratingName].Grow = 1
	}
	s.table.Columns = cols
}

func (s *RatingPart) drawTable(c *kit.Context, cv widget.Canvas, ins *model.Instrument, row int, focus bool) {
	col := ratingOurs
	if s.theirs {
		col = ratingTheirs
	}
	note := s.Edit != nil && focus && s.roomy && s.Edit.Field.Key == string(s.cursor)+".note"
	if note {
		col = ratingNote
	}
	s.table.Draw(cv, ratingRows{c: c, ins: ins, ratings: c.Current().Ratings, total: weightOf(ins)}, row, col, focus)
	if r := s.table.CellRect(cv, row, ratingNote); note && !r.Empty() {
		s.Edit.Draw(cv, r.X, r.Y, r.W)
	}
}

// ratingRows gives the table its cells.
type ratingRows struct {
	c       *kit.Context
	ins     *model.Instrument
	ratings map[model.FactorKey]model.Rating
	total   int
}

func weightOf(ins *model.Instrument) int {
	n := 0
	for i := range ins.Factors {
		n += ins.Factors[i].Weight
	}
	return n
}

func (r ratingRows) Len() int { return len(r.ins.Factors) }

func (r ratingRows) Cell(row, col int) (string, theme.Style) {
	f := &r.ins.Factors[row]
	x := r.ratings[f.Full()]
	switch col {
	case ratingName:
		if !x.Used().Known() {
			return f.Name, theme.Quiet
		}
		return f.Name, theme.Plain
	case ratingDots:
		return widget.Level(x.Ours.Int(), x.Ours.Known(), r.ins.Max, r.c.Glyphs), theme.Accent
	case ratingOurs:
		return levelCell(x.Ours, !x.Verified.Known())
	case ratingTheirs:
		return levelCell(x.Verified, true)
	case ratingNote:
		if x.Note != "" {
			return x.Note, theme.Plain
		}
		return ratingHint(r.c, f.Full(), x), theme.Ghost
	}
	if r.total == 0 {
		return "–", theme.Quiet
	}
	return score.Percentage(model.Some(float64(f.Weight)/float64(r.total)), 0), theme.Quiet
}

// levelCell is the number, stronger where it is the one that counts.
func levelCell(l model.Level, counts bool) (string, theme.Style) {
	switch {
	case !l.Known():
		return "–", theme.Quiet
	case counts:
		return l.String(), theme.Strong
	}
	return l.String(), theme.Quiet
}

// ratingHint is what a row without a note says for itself.
func ratingHint(c *kit.Context, f model.FactorKey, r model.Rating) string {
	switch hint := contrastHint(c, f, r); {
	case hint != "":
		return hint
	case !r.Used().Known():
		return words.T("plan.not-asked-yet")
	case staleAge(c, r) > 0:
		return words.T("plan.more-than-year-old-ask")
	}
	return ""
}

// contrastHint says who sees the rating otherwise.
func contrastHint(c *kit.Context, f model.FactorKey, r model.Rating) string {
	suggested := c.Scores().Suggestion(c.Account, f)
	switch {
	case r.Ours.Known() && r.Verified.Known() && r.Ours != r.Verified:
		return words.T("plan.they-say-ours", r.Verified, r.Ours)
	case suggested.Known() && suggested != r.Ours:
		return words.T("plan.suggests", suggested)
	}
	return ""
}

// drawRatingScore is the line of the score: what it comes to, how sure, how far
// the customer sees it otherwise.
func drawRatingScore(c *kit.Context, cv widget.Canvas, ins *model.Instrument) {
	now := c.Scores().Local(c.Account).Instrument(ins.Key)
	if now == nil {
		return
	}
	x := 2 + cv.Text(2, 0, ins.Key+" ", theme.Quiet)
	x += cv.Text(x, 0, score.Print(now.Score), theme.Strong) + 1
	if was := baseScore(c, ins.Key); was.Known {
		if n := kit.DrawMoved(cv, x, 0, now.Score, was); n > 0 {
			x += n + 1
		}
	}
	x += cv.Text(x, 0, widget.Meter(now.Score.V/100, now.Score.Known, 10, *cv.Glyphs())+" ", theme.Accent) + 1
	sure := theme.Quiet
	if now.Confidence < 1 {
		sure = theme.Warn
	}
	x += cv.Text(x, 0, words.T("plan.known", score.Percentage(model.Some(now.Confidence), 0)), sure) + 2
	if now.Gap.Known {
		st := theme.Quiet
		if max(now.Gap.V, -now.Gap.V) >= 20 {
			st = theme.Warn
		}
		x += cv.Text(x, 0, words.T("plan.gap", score.Signed(now.Gap)), st) + 1
		if cv.W() >= 64 {
			x += cv.Text(x, 0, words.T("plan.ours-customer"), theme.Quiet)
		}
		x++
	}
	if ins.Key == "receptivity" {
		word, st := gateWord(c)
		cv.Text(x, 0, word, st)
	}
}

// baseScore is the score when the account was opened.
func baseScore(c *kit.Context, key string) model.Num {
	return kit.BaseNum(c.Baseline, func(b *kit.Standpoint) model.Num {
		switch key {
		case "importance":
			return b.Importance.Score
		case "position":
			return b.Position.Score
		case "receptivity":
			return b.Receptivity.Score
		}
		return model.Num{}
	})
}

// gateWord says whether the customer is ready for a strategic relationship.
func gateWord(c *kit.Context) (string, theme.Style) {
	switch r := c.Scores().Local(c.Account).Receptive; {
	case !r.Known:
		return words.T("plan.gate-ask-both"), theme.Quiet
	case r.V:
		return words.T("plan.gate-open"), theme.Good
	}
	return words.T("plan.gate-closed-both-must-3"), theme.Warn
}
