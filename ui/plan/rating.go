package plan

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// RatingPart is an instrument as a section: its question, a row per factor, and
// the written sentence of the level under the cursor.
type RatingPart struct {
	instrument string
	cursor     model.FactorKey
	theirs     bool // the cursor is on what the customer says
	table      widget.Table
	wide       bool // the table has a column for the note
	roomy      bool // and it is wide enough to type in
	height     int
	Edit       *kit.FieldEdit
}

// Opened keeps the factor and the column: a question is often asked account
// after account.
func (s *RatingPart) Opened(*kit.Context) { s.Edit = nil }

func (s *RatingPart) Reveal(_ *kit.Context, field string) bool {
	if !strings.HasPrefix(field, s.instrument+".") {
		return false
	}
	s.Edit = nil
	factor, theirs := strings.CutSuffix(field, ".verified")
	for _, part := range []string{".note", ".source"} {
		factor = strings.TrimSuffix(factor, part)
	}
	s.cursor, s.theirs = model.FactorKey(factor), theirs
	return true
}

func (s *RatingPart) Scopes(*kit.Context) []keys.Scope {
	if s.Edit != nil {
		return []keys.Scope{keys.ScopeText}
	}
	return []keys.Scope{keys.ScopeRating, keys.ScopePlan, keys.ScopeMove}
}

func (s *RatingPart) questions(c *kit.Context) *model.Instrument {
	return c.Portfolio().Programme().MethodPack().Instrument(s.instrument)
}

// row is where the cursor's factor stands; the first when it is gone.
func (s *RatingPart) row(in *model.Instrument) int {
	for i := range in.Factors {
		if in.Factors[i].Full() == s.cursor {
			return i
		}
	}
	return 0
}

func (s *RatingPart) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	ins := s.questions(c)
	if ins == nil || len(ins.Factors) == 0 {
		return kit.Outcome{}
	}
	if s.Edit != nil {
		return s.typed(c, ins, in)
	}
	row := s.row(ins)
	if to, ok := kit.MoveTo(in.Kind, row, len(ins.Factors), s.height); ok {
		s.cursor = ins.Factors[to].Full()
		return kit.Done()
	}
	s.cursor = ins.Factors[row].Full()
	switch in.Kind {
	case keys.Left:
		s.theirs = false
		return kit.Done()
	case keys.Right:
		s.theirs = true
		return kit.Done()
	case keys.EditNote, keys.EditHere:
		return s.Begin(c, ".note")
	case keys.Details:
		return s.Begin(c, ".source")
	case keys.ExternalEditor:
		return kit.Refuse(words.T("plan.note-one-line-press-e"))
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, string(s.cursor)))
	case keys.Copy:
		return kit.Doing(kit.Copying{Text: ratingWords(&ins.Factors[row], c.Current().Ratings[s.cursor])})
	}
	return s.rate(c, ins, &ins.Factors[row], in)
}

// rate answers the keys that set a level.
func (s *RatingPart) rate(c *kit.Context, ins *model.Instrument, f *model.Factor, in keys.Intent) kit.Outcome {
	now := s.level(c.Current().Ratings[f.Full()])
	switch in.Kind {
	case keys.Rate:
		return s.set(c, f, model.LevelOf(in.N))
	case keys.SetUnknown:
		return s.set(c, f, model.UnknownLevel)
	case keys.Raise:
		switch {
		case !now.Known():
			return s.set(c, f, model.LevelOf(max(1, ins.Min)))
		case now.Int() >= ins.Max:
			return kit.Refuse(words.T("plan.top-scale", ins.Max))
		}
		return s.set(c, f, now+1)
	case keys.Lower:
		switch {
		case !now.Known():
			return kit.Refuse(words.T("plan.nobody-answered-this-yet-press"))
		case now.Int() <= ins.Min:
			return kit.Refuse(words.T("plan.bottom-scale-x-makes-unknown", ins.Min))
		}
		return s.set(c, f, now-1)
	case keys.AcceptSuggestion:
		return s.accept(c, f)
	}
	return kit.Outcome{}
}

// level is the one in the column under the cursor.
func (s *RatingPart) level(r model.Rating) model.Level {
	if s.theirs {
		return r.Verified
	}
	return r.Ours
}

// set rates the column under the cursor, and says so when the other one counts.
func (s *RatingPart) set(c *kit.Context, f *model.Factor, l model.Level) kit.Outcome {
	out := kit.Change(edit.SetRating{Account: c.Account, Factor: f.Full(), Verified: s.theirs, Level: l})
	if theirs := c.Current().Ratings[f.Full()].Verified; !s.theirs && theirs.Known() {
		out.Say(words.T("plan.customers-counts-changes-column", theirs))
	}
	return out
}

// accept takes the level that the figures suggest as our own view.
func (s *RatingPart) accept(c *kit.Context, f *model.Factor) kit.Outcome {
	l := c.Scores().Suggestion(c.Account, f.Full())
	if !l.Known() {
		return kit.Refuse(noSuggestion(f.Full()))
	}
	s.theirs = false
	out := s.set(c, f, l)
	if said, _ := out.Said(); said == "" {
		out.Say(words.T("plan.as-figures-suggest", f.Name, l))
	}
	return out
}

// noSuggestion says which figures a suggestion would need.
func noSuggestion(f model.FactorKey) string {
	switch f {
	case "importance.profitability":
		return words.T("plan.no-suggestion-yet-needs-contribution")
	case "importance.capacity":
		return words.T("plan.no-suggestion-yet-needs-share")
	case "position.spend_share":
		return words.T("plan.no-suggestion-yet-needs-revenue")
	}
	return words.T("plan.no-figures-suggest-level-here")
}

// Begin starts to type the note or the source of the factor under the cursor.
func (s *RatingPart) Begin(c *kit.Context, part string) kit.Outcome {
	s.Edit = kit.EditField(c, edit.AccountRef(c.Account), string(s.cursor)+part)
	return kit.Done()
}

// typed answers keys while note or source is typed. Tab goes from one to the other.
func (s *RatingPart) typed(c *kit.Context, ins *model.Instrument, in keys.Intent) kit.Outcome {
	out, closed := s.Edit.Handle(c, in)
	if !closed {
		return out
	}
	parts := [...]string{".note", ".source"}
	col, row, n := 0, s.row(ins), len(ins.Factors)
	if strings.HasSuffix(s.Edit.Field.Key, ".source") {
		col = 1
	}
	s.Edit = nil
	switch in.Kind {
	case keys.NextField:
		row, col = kit.Beside(row, col, 1, n, len(parts))
	case keys.PrevField:
		row, col = kit.Beside(row, col, -1, n, len(parts))
	case keys.Up:
		row = max(0, row-1)
	case keys.Down:
		row = min(n-1, row+1)
	case keys.Accept:
		if row++; row >= n {
			return out
		}
	default:
		return out
	}
	s.cursor = ins.Factors[row].Full()
	return s.Begin(c, parts[col])
}

// ratingWords is a rating in one line, for the clipboard.
func ratingWords(f *model.Factor, r model.Rating) string {
	t := f.Name + ": " + r.Ours.String()
	if r.Verified.Known() {
		t = words.T("plan.factor-customer-says", f.Name, r.Ours.String(), r.Verified.String())
	}
	if r.Note != "" {
		t += " (" + r.Note + ")"
	}
	return t
}
