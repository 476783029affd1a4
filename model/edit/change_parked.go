package edit

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// Park catches a line, or changes one that was caught.
type Park struct{ model.Parked }

// Label implements Change.
func (c Park) Label() words.Msg {
	if c.Kind == model.ParkedAction {
		return words.New("edit.park-action")
	}
	return words.New("edit.park-a", words.WordOf(c.Kind.String()))
}

// Where implements Change.
func (c Park) Where() Place { return Place{} }

func (c Park) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	p := c.Parked
	switch p.Text = strings.TrimSpace(p.Text); {
	case p.Text == "":
		return model.Refuse(
			"parked",
			words.T("edit.type-question-decision-or-action"),
			words.T("edit.parked-line-needs-words"),
		)
	case p.ID == "":
		return model.Refuse("parked", "", words.T("edit.parked-line-needs-id"))
	case p.Account != "" && d.Peek(p.Account) == nil:
		p.Account = ""
	}
	w.Parked = model.Put(w.Parked, p)
	return nil
}

// RemoveParked deletes a parked line; what was made of it stays.
type RemoveParked struct{ ID model.ParkedID }

// Label implements Change.
func (c RemoveParked) Label() words.Msg { return words.New("edit.delete-parked-line") }

// Where implements Change.
func (c RemoveParked) Where() Place { return Place{} }

func (c RemoveParked) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	w.Parked = model.Without(w.Parked, c.ID)
	return nil
}

// TurnParked makes of a parked line what it is to be in the account's plan: an
// action with owner and day, something to find out, or a decision of a review. What
// was made of it before is taken away.
type TurnParked struct {
	ID   model.ParkedID
	Into model.ParkedEnd
	Made string // id of what is made
}

// Label implements Change.
func (c TurnParked) Label() words.Msg {
	return words.New("edit.parked-line", words.WordOf(c.Into.String()))
}

// Where implements Change.
func (c TurnParked) Where() Place { return Place{} }

func (c TurnParked) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	line := w.ParkedLine(c.ID)
	switch {
	case line == nil:
		return model.Refuse("parked", words.T("edit.undo-brings-back"), words.T("edit.line-deleted"))
	case line.End == c.Into && c.Into != model.ParkedWaits && !d.inWords(line):
		return model.Refuse("parked", "", words.T("edit.it-is-already", line.End))
	case c.Into == model.ParkedWaits || c.Into >= model.ParkedEnds:
		return model.Refuse("parked", "", words.T("edit.no-end-parked-line"))
	}
	next := *line
	if err := unmake(d, w, line); err != nil {
		return err
	}
	next.End, next.Made = c.Into, ""
	if c.Into != model.ParkedSetAside {
		if next.Made, err = c.make(d, w, line); err != nil {
			return err
		}
	}
	w.Parked = model.Put(w.Parked, next)
	return nil
}

// make puts it into the plan and gives its id.
func (c TurnParked) make(d *Draft, w *model.Workshop, line *model.Parked) (string, error) {
	if line.Account == "" || d.Peek(line.Account) == nil {
		return "", model.Refuse(
			"account",
			words.T("edit.say-first-which-account-about"),
			words.T("edit.plan-belongs-account"),
		)
	}
	a, err := d.account(line.Account)
	if err != nil {
		return "", err
	}
	switch c.Into {
	case model.BecameAction:
		a.Actions = model.Put(
			a.Actions,
			model.Action{ID: model.ActionID(c.Made), Text: line.Text, Owner: line.Who, Due: line.When, Created: d.today},
		)
	case model.BecameGap:
		a.Insights = model.Put(
			a.Insights,
			model.Insight{ID: model.InsightID(c.Made), Kind: model.DecisionProcess, Text: line.Text, Date: d.today},
		)
	default:
		r := model.Review{ID: model.ReviewID(c.Made), Text: w.Title, Date: w.Day, Held: true}
		ofToday := func(r model.Review) bool { return r.Text == w.Title && r.Date == w.Day }
		if i := slices.IndexFunc(a.Reviews, ofToday); i >= 0 {
			r = a.Reviews[i]
		}
		a.Reviews = model.Put(a.Reviews, r)
		a.Decisions = model.Put(
			a.Decisions,
			model.Decision{
				ID:     model.DecisionID(c.Made),
				Text:   line.Text,
				Owner:  line.Who,
				Due:    line.When,
				Date:   w.Day,
				Review: r.ID,
			},
		)
	}
	return c.Made, nil
}

// unmake takes what a line became out of the plan, as far as it is still there.
func unmake(d *Draft, w *model.Workshop, line *model.Parked) error {
	if line.Made == "" || d.Peek(line.Account) == nil {
		return nil
	}
	was := d.Peek(line.Account)
	switch id := line.Made; {
	case line.End == model.BecameAction && was.Action(model.ActionID(id)) != nil:
		return RemoveAction{Account: line.Account, ID: model.ActionID(id)}.Apply(d)
	case line.End == model.BecameGap && model.ByID(was.Insights, model.InsightID(id)) != nil:
		return RemoveItem{Account: line.Account, Of: OfInsight, ID: id}.Apply(d)
	case line.End == model.BecameDecision:
		return undecide(d, w, line)
	}
	return nil
}

// undecide takes a decision out of the plan, and the review of the workshop when
// nothing else was decided there. An older program wrote it into the words of that.
func undecide(d *Draft, w *model.Workshop, line *model.Parked) error {
	was, id := d.Peek(line.Account), model.ReviewID(line.Made)
	made := was.Decision(model.DecisionID(line.Made))
	if made != nil {
		id = made.Review
	}
	r := model.ByID(was.Reviews, id)
	if made == nil && r == nil {
		return nil
	}
	a, err := d.account(line.Account)
	if err != nil {
		return err
	}
	a.Decisions = model.Without(a.Decisions, model.DecisionID(line.Made))
	if r == nil {
		return nil
	}
	next := *r
	if made == nil {
		next.Decisions = r.Without(line.Said())
	}
	others := slices.ContainsFunc(a.Decisions, func(x model.Decision) bool { return x.Review == id })
	if next.Decisions == "" && next.Held && next.Date == w.Day && !others {
		return RemoveItem{Account: line.Account, Of: OfReview, ID: string(id)}.Apply(d)
	}
	a.Reviews = model.Put(a.Reviews, next)
	return nil
}

// inWords reports whether a line is a decision that stands in the words of a review
// alone, as an older program wrote it: made a decision again it can be shared.
func (d *Draft) inWords(line *model.Parked) bool {
	a := d.Peek(line.Account)
	return line.End == model.BecameDecision && a != nil && a.Decision(model.DecisionID(line.Made)) == nil
}
