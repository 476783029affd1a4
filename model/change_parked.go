package model

import (
	"slices"
	"strings"
)

// Park catches a line, or changes one that was caught.
type Park struct{ Parked }

// Label implements Change.
func (c Park) Label() string {
	if c.Kind == ParkedAction {
		return "park an action"
	}
	return "park a " + c.Kind.String()
}

// Where implements Change.
func (c Park) Where() Place { return Place{} }

func (c Park) apply(d *draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	p := c.Parked
	switch p.Text = strings.TrimSpace(p.Text); {
	case p.Text == "":
		return problem("parked", "Type the question, decision or action.", "a parked line needs words")
	case p.ID == "":
		return problem("parked", "", "a parked line needs an id")
	case p.Account != "" && d.peek(p.Account) == nil:
		p.Account = ""
	}
	w.Parked = put(w.Parked, p)
	return nil
}

// RemoveParked deletes a parked line; what was made of it stays.
type RemoveParked struct{ ID ParkedID }

// Label implements Change.
func (c RemoveParked) Label() string { return "delete a parked line" }

// Where implements Change.
func (c RemoveParked) Where() Place { return Place{} }

func (c RemoveParked) apply(d *draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	w.Parked = without(w.Parked, c.ID)
	return nil
}

// TurnParked makes of a parked line what it is to be in the account's plan: an
// action with owner and day, something to find out, or a decision of a review. What
// was made of it before is taken away.
type TurnParked struct {
	ID   ParkedID
	Into ParkedEnd
	Made string // id of what is made
}

// Label implements Change.
func (c TurnParked) Label() string { return "parked line: " + c.Into.String() }

// Where implements Change.
func (c TurnParked) Where() Place { return Place{} }

func (c TurnParked) apply(d *draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	line := w.ParkedLine(c.ID)
	switch {
	case line == nil:
		return problem("parked", "Undo brings it back.", "the line was deleted")
	case line.End == c.Into && c.Into != ParkedWaits && !d.inWords(line):
		return problem("parked", "", "it is %s already", line.End)
	case c.Into == ParkedWaits || c.Into >= parkedEnds:
		return problem("parked", "", "that is no end of a parked line")
	}
	next := *line
	if err := unmake(d, w, line); err != nil {
		return err
	}
	next.End, next.Made = c.Into, ""
	if c.Into != ParkedSetAside {
		if next.Made, err = c.make(d, w, line); err != nil {
			return err
		}
	}
	w.Parked = put(w.Parked, next)
	return nil
}

// make puts it into the plan and gives its id.
func (c TurnParked) make(d *draft, w *Workshop, line *Parked) (string, error) {
	if line.Account == "" || d.peek(line.Account) == nil {
		return "", problem("account", "Say first which account it is about.", "a plan belongs to an account")
	}
	a, err := d.account(line.Account)
	if err != nil {
		return "", err
	}
	switch c.Into {
	case BecameAction:
		a.Actions = put(a.Actions, Action{ID: ActionID(c.Made), Text: line.Text, Owner: line.Who, Due: line.When, Created: d.today})
	case BecameGap:
		a.Insights = put(a.Insights, Insight{ID: InsightID(c.Made), Kind: DecisionProcess, Text: line.Text, Date: d.today})
	default:
		r := Review{ID: ReviewID(c.Made), Text: w.Title, Date: w.Day, Held: true}
		if i := slices.IndexFunc(a.Reviews, func(r Review) bool { return r.Text == w.Title && r.Date == w.Day }); i >= 0 {
			r = a.Reviews[i]
		}
		a.Reviews = put(a.Reviews, r)
		a.Decisions = put(a.Decisions, Decision{ID: DecisionID(c.Made), Text: line.Text, Owner: line.Who, Due: line.When, Date: w.Day, Review: r.ID})
	}
	return c.Made, nil
}

// unmake takes what a line became out of the plan, as far as it is still there.
func unmake(d *draft, w *Workshop, line *Parked) error {
	if line.Made == "" || d.peek(line.Account) == nil {
		return nil
	}
	was := d.peek(line.Account)
	switch id := line.Made; {
	case line.End == BecameAction && was.Action(ActionID(id)) != nil:
		return RemoveAction{Account: line.Account, ID: ActionID(id)}.apply(d)
	case line.End == BecameGap && byID(was.Insights, InsightID(id)) != nil:
		return RemoveItem{Account: line.Account, Of: OfInsight, ID: id}.apply(d)
	case line.End == BecameDecision:
		return undecide(d, w, line)
	}
	return nil
}

// undecide takes a decision out of the plan, and the review of the workshop when
// nothing else was decided there. An older program wrote it into the words of that.
func undecide(d *draft, w *Workshop, line *Parked) error {
	was, id := d.peek(line.Account), ReviewID(line.Made)
	made := was.Decision(DecisionID(line.Made))
	if made != nil {
		id = made.Review
	}
	r := byID(was.Reviews, id)
	if made == nil && r == nil {
		return nil
	}
	a, err := d.account(line.Account)
	if err != nil {
		return err
	}
	a.Decisions = without(a.Decisions, DecisionID(line.Made))
	if r == nil {
		return nil
	}
	next := *r
	if made == nil {
		next.Decisions = r.without(line.Said())
	}
	others := slices.ContainsFunc(a.Decisions, func(x Decision) bool { return x.Review == id })
	if next.Decisions == "" && next.Held && next.Date == w.Day && !others {
		return RemoveItem{Account: line.Account, Of: OfReview, ID: string(id)}.apply(d)
	}
	a.Reviews = put(a.Reviews, next)
	return nil
}

// inWords reports whether a line is a decision that stands in the words of a review
// alone, as an older program wrote it: made a decision again it can be shared.
func (d *draft) inWords(line *Parked) bool {
	a := d.peek(line.Account)
	return line.End == BecameDecision && a != nil && a.Decision(DecisionID(line.Made)) == nil
}

// without are the decisions of a review but for one line of them.
func (r *Review) without(said string) string {
	lines := strings.Split(r.Decisions, "\n")
	if i := slices.Index(lines, said); i >= 0 {
		lines = slices.Delete(lines, i, i+1)
	}
	return strings.Join(lines, "\n")
}

// Said is the line with who and when in words.
func (p *Parked) Said() string { return said(p.Text, p.Who, p.When) }

// Said is the decision with who and when in words.
func (d *Decision) Said() string { return said(d.Text, d.Owner, d.Due) }

func said(text, who string, when Date) string {
	if who != "" {
		text += " (" + who + ")"
	}
	if when.Known() {
		text += ", " + when.Short()
	}
	return text
}
