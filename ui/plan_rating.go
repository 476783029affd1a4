package ui

import (
	"fmt"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/ui/widget"
)

// ratingPart is an instrument as a section: its question, a row per factor, and
// the written sentence of the level under the cursor.
type ratingPart struct {
	instrument string
	cursor     model.FactorKey
	theirs     bool // the cursor is on what the customer says
	table      widget.Table
	wide       bool // the table has a column for the note
	roomy      bool // and it is wide enough to type in
	height     int
	edit       *fieldEdit
}

// opened keeps the factor and the column: a question is often asked account
// after account.
func (s *ratingPart) opened(*ctx) { s.edit = nil }

func (s *ratingPart) reveal(_ *ctx, field string) bool {
	if !strings.HasPrefix(field, s.instrument+".") {
		return false
	}
	s.edit = nil
	factor, theirs := strings.CutSuffix(field, ".verified")
	for _, part := range []string{".note", ".source"} {
		factor = strings.TrimSuffix(factor, part)
	}
	s.cursor, s.theirs = model.FactorKey(factor), theirs
	return true
}

func (s *ratingPart) scopes(*ctx) []scope {
	if s.edit != nil {
		return []scope{scopeText}
	}
	return []scope{scopeRating, scopePlan, scopeMove}
}

func (s *ratingPart) questions(c *ctx) *model.Instrument {
	return c.portfolio().Programme().MethodPack().Instrument(s.instrument)
}

// row is where the cursor's factor stands; the first when it is gone.
func (s *ratingPart) row(in *model.Instrument) int {
	for i := range in.Factors {
		if in.Factors[i].Full() == s.cursor {
			return i
		}
	}
	return 0
}

func (s *ratingPart) handle(c *ctx, in Intent) Outcome {
	ins := s.questions(c)
	if ins == nil || len(ins.Factors) == 0 {
		return Outcome{}
	}
	if s.edit != nil {
		return s.typed(c, ins, in)
	}
	row := s.row(ins)
	if to, ok := moveTo(in.Kind, row, len(ins.Factors), s.height); ok {
		s.cursor = ins.Factors[to].Full()
		return done()
	}
	s.cursor = ins.Factors[row].Full()
	switch in.Kind {
	case Left:
		s.theirs = false
		return done()
	case Right:
		s.theirs = true
		return done()
	case EditNote, EditHere:
		return s.begin(c, ".note")
	case Details:
		return s.begin(c, ".source")
	case ExternalEditor:
		return refuse("A note is one line: press e to type it. Long texts have their place in notes.")
	case Explain:
		return open(newExplain(c.account, string(s.cursor)))
	case Copy:
		return doing(Copying{ratingWords(&ins.Factors[row], c.current().Ratings[s.cursor])})
	}
	return s.rate(c, ins, &ins.Factors[row], in)
}

// rate answers the keys that set a level.
func (s *ratingPart) rate(c *ctx, ins *model.Instrument, f *model.Factor, in Intent) Outcome {
	now := s.level(c.current().Ratings[f.Full()])
	switch in.Kind {
	case Rate:
		return s.set(c, f, model.LevelOf(in.N))
	case SetUnknown:
		return s.set(c, f, model.UnknownLevel)
	case Raise:
		switch {
		case !now.Known():
			return s.set(c, f, model.LevelOf(max(1, ins.Min)))
		case now.Int() >= ins.Max:
			return refuse(fmt.Sprintf("%d is the top of the scale.", ins.Max))
		}
		return s.set(c, f, now+1)
	case Lower:
		switch {
		case !now.Known():
			return refuse("Nobody answered this yet: press 0 to 5.")
		case now.Int() <= ins.Min:
			return refuse(fmt.Sprintf("%d is the bottom of the scale; x makes it unknown.", ins.Min))
		}
		return s.set(c, f, now-1)
	case AcceptSuggestion:
		return s.accept(c, f)
	}
	return Outcome{}
}

// level is the one in the column under the cursor.
func (s *ratingPart) level(r model.Rating) model.Level {
	if s.theirs {
		return r.Verified
	}
	return r.Ours
}

// set rates the column under the cursor, and says so when the other one counts.
func (s *ratingPart) set(c *ctx, f *model.Factor, l model.Level) Outcome {
	out := change(edit.SetRating{Account: c.account, Factor: f.Full(), Verified: s.theirs, Level: l})
	if theirs := c.current().Ratings[f.Full()].Verified; !s.theirs && theirs.Known() {
		out.Say(fmt.Sprintf("the customer's %s counts; ← → changes column", theirs))
	}
	return out
}

// accept takes the level that the figures suggest as our own view.
func (s *ratingPart) accept(c *ctx, f *model.Factor) Outcome {
	l := c.scores().Suggestion(c.account, f.Full())
	if !l.Known() {
		return refuse(noSuggestion(f.Full()))
	}
	s.theirs = false
	out := s.set(c, f, l)
	if said, _ := out.said(); said == "" {
		out.Say(fmt.Sprintf("%s %s, as the figures suggest", f.Name, l))
	}
	return out
}

// noSuggestion says which figures a suggestion would need.
func noSuggestion(f model.FactorKey) string {
	switch f {
	case "importance.profitability":
		return "No suggestion yet: it needs the contribution, so type revenue and cost of sales in figures."
	case "importance.capacity":
		return "No suggestion yet: it needs the share of our capacity in figures."
	case "position.spend_share":
		return "No suggestion yet: it needs revenue and the customer's spend in figures."
	}
	return "No figures suggest a level here: press 0 to 5."
}

// begin starts to type the note or the source of the factor under the cursor.
func (s *ratingPart) begin(c *ctx, part string) Outcome {
	s.edit = editField(c, edit.AccountRef(c.account), string(s.cursor)+part)
	return done()
}

// typed answers keys while note or source is typed. Tab goes from one to the other.
func (s *ratingPart) typed(c *ctx, ins *model.Instrument, in Intent) Outcome {
	out, closed := s.edit.handle(c, in)
	if !closed {
		return out
	}
	parts := [...]string{".note", ".source"}
	col, row, n := 0, s.row(ins), len(ins.Factors)
	if strings.HasSuffix(s.edit.field.Key, ".source") {
		col = 1
	}
	s.edit = nil
	switch in.Kind {
	case NextField:
		row, col = beside(row, col, 1, n, len(parts))
	case PrevField:
		row, col = beside(row, col, -1, n, len(parts))
	case Up:
		row = max(0, row-1)
	case Down:
		row = min(n-1, row+1)
	case Accept:
		if row++; row >= n {
			return out
		}
	default:
		return out
	}
	s.cursor = ins.Factors[row].Full()
	return s.begin(c, parts[col])
}

// ratingWords is a rating in one line, for the clipboard.
func ratingWords(f *model.Factor, r model.Rating) string {
	t := f.Name + ": " + r.Ours.String()
	if r.Verified.Known() {
		t += ", the customer says " + r.Verified.String()
	}
	if r.Note != "" {
		t += " (" + r.Note + ")"
	}
	return t
}
