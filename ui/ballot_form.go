package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// ballotForm is what a blind rating will ask, of whom, about what.
type ballotForm struct {
	row        int
	instrument string
	theirs     bool
	ticked     []model.AccountID // nil is all in scope, or the open one
	seats      []int             // participants by their place; nil is the side that rates
	typed      []string          // who rates, where the workshop has no participants
	ticking    bool              // the list of the row is open
	at, rows   int               // in that list
}

// The rows of the form.
const (
	formWhat = iota
	formWhose
	formAccounts
	formRaters
	formBegin
	formRows
)

// ballotInstruments are those that a blind rating can ask: all that are about an
// account.
func ballotInstruments(c *ctx) []string {
	var out []string
	for _, in := range c.portfolio().Programme().MethodPack().Instruments {
		if in.Key != "readiness" && in.Key != "competency" {
			out = append(out, in.Key)
		}
	}
	return out
}

// newBallotForm proposes a question, or what was not rated yet; the customer's view
// where ours is there and they are too.
func newBallotForm(c *ctx, question string) ballotForm {
	f := ballotForm{instrument: question}
	rated := func(key string, theirs bool) bool {
		return slices.ContainsFunc(c.portfolio().Programme().Ballots, func(b model.Ballot) bool { return b.Instrument == key && b.Verified == theirs })
	}
	if question != "" {
		f.theirs = true
		f.theirs = rated(question, false) && !rated(question, true) && len(f.seated(c)) > 0
		return f
	}
	for _, key := range ballotInstruments(c) {
		if f.instrument == "" || rated(f.instrument, false) && !rated(key, false) {
			f.instrument = key
		}
	}
	return f
}

// overScope reports whether a rating is about anything that this one would be about.
func (f *ballotForm) overScope(c *ctx, b *model.Ballot) bool {
	return slices.ContainsFunc(f.accounts(c), func(id model.AccountID) bool { return slices.Contains(b.Accounts, id) })
}

// scope are the accounts of the workshop that are there.
func (f *ballotForm) scope(c *ctx) []model.AccountID {
	w := c.portfolio().Programme().Workshop
	if w == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(w.Accounts), func(id model.AccountID) bool { return c.portfolio().Account(id) == nil })
}

// accounts are those it will be about.
func (f *ballotForm) accounts(c *ctx) []model.AccountID {
	if f.ticked != nil {
		return slices.DeleteFunc(slices.Clone(f.ticked), func(id model.AccountID) bool { return c.portfolio().Account(id) == nil })
	}
	if there := f.scope(c); len(there) > 0 {
		return there
	}
	if c.current() == nil {
		return nil
	}
	return []model.AccountID{c.account}
}

// seated are the participants that will rate, by their place.
func (f *ballotForm) seated(c *ctx) []int {
	people := participants(c)
	if f.seats != nil {
		return slices.DeleteFunc(slices.Clone(f.seats), func(i int) bool { return i >= len(people) })
	}
	var out []int
	for i := range people {
		if people[i].Theirs == f.theirs {
			out = append(out, i)
		}
	}
	return out
}

func participants(c *ctx) []model.Participant {
	if w := c.portfolio().Programme().Workshop; w != nil {
		return w.People
	}
	return nil
}

// raters are who will rate, as the screen may say it.
func (f *ballotForm) raters(c *ctx) []string {
	people := participants(c)
	if len(people) == 0 {
		return f.typed
	}
	var out []string
	for _, i := range f.seated(c) {
		out = append(out, people[i].Initials)
	}
	return out
}

// begin asks what is rated by whom, and opens the rating.
func (p *ballotPage) begin(c *ctx, in Intent) Outcome {
	f := &p.asked
	if f.ticking {
		return f.tick(c, in)
	}
	if to, ok := moveTo(in.Kind, f.row, formRows, formRows); ok {
		f.row = to
		return done()
	}
	switch in.Kind {
	case Cancel:
		if p.behind {
			p.asking, p.behind = false, false
			return done()
		}
		return closing()
	case Left, Right:
		f.cycle(c, in.Kind == Right)
		return done()
	case Accept:
		return p.acceptRow(c)
	case BeginBallot:
		raters, err := model.ParseRaters(f.read(c, in.Text))
		if err != nil {
			out := refuse(sentence(err))
			return out
		}
		f.typed, f.row = raters, formBegin
		return say(plural(len(raters), "rater") + ": " + strings.Join(raters, ", ") + "; enter begins")
	}
	return Outcome{}
}

// acceptRow opens the list of the row, or begins.
func (p *ballotPage) acceptRow(c *ctx) Outcome {
	f := &p.asked
	switch people := len(participants(c)) > 0; {
	case len(f.choices(c)) == 0:
		return refuse("There is no account to rate yet.")
	case f.row == formAccounts, f.row == formRaters && people:
		f.ticking, f.at = true, 0
		return done()
	case f.row == formRaters, len(f.raters(c)) == 0 && !people:
		return open(newPrompt(askRaters, "", strings.Join(f.typed, ", ")))
	case len(f.accounts(c)) == 0:
		f.row = formAccounts
		return refuse("No account is ticked: enter opens the list.")
	case len(f.raters(c)) == 0:
		f.row = formRaters
		return refuse("Nobody is ticked who rates: enter opens the list.")
	}
	return p.openBallot(c)
}

// read takes what stands behind a colon, such as position theirs, and gives the
// raters.
func (f *ballotForm) read(c *ctx, text string) string {
	who, about, cut := strings.Cut(text, ":")
	if !cut {
		return text
	}
	about = strings.ToLower(strings.TrimSpace(about))
	if rest, ok := strings.CutSuffix(about, "theirs"); ok {
		f.theirs, about = true, strings.TrimSpace(rest)
	}
	if slices.Contains(ballotInstruments(c), about) {
		f.instrument = about
	}
	return who
}

func (p *ballotPage) openBallot(c *ctx) Outcome {
	f := &p.asked
	ballot := edit.OpenBallot{ID: model.BallotID(c.session.NewID()), Accounts: f.accounts(c), Instrument: f.instrument, Verified: f.theirs, Raters: f.typed}
	var ch edit.Change = ballot
	if len(participants(c)) > 0 {
		ch = edit.SeatedBallot{OpenBallot: ballot, Seats: f.seated(c)}
	}
	if _, err := c.session.Try(ch); err != nil {
		return refuse(sentence(err))
	}
	p.handing, p.asking, p.behind, p.at, p.shown = true, false, false, 0, ballot.ID
	return change(ch)
}

// cycle changes the row under the cursor.
func (f *ballotForm) cycle(c *ctx, forward bool) {
	switch f.row {
	case formWhat:
		all := ballotInstruments(c)
		by := 1
		if !forward {
			by = len(all) - 1
		}
		if len(all) > 0 {
			f.instrument = all[(max(0, slices.Index(all, f.instrument))+by)%len(all)]
		}
	case formWhose:
		f.theirs, f.seats = !f.theirs, nil
	case formAccounts:
		switch {
		case f.ticked != nil:
			f.ticked = nil
		case c.current() != nil:
			f.ticked = []model.AccountID{c.account}
		}
	}
}

func (f *ballotForm) draw(c *ctx, cv widget.Canvas) {
	if f.ticking {
		f.drawTicks(c, cv)
		return
	}
	body := hint(cv, "↑ ↓ choose · ← → change · enter begins; on accounts and raters it opens the list · esc back")
	var p page
	p.begin(body.W())
	p.text(1, "Everybody answers alone, nobody sees the others'", theme.Title)
	name, questions := f.instrument, 0
	if in := c.portfolio().Programme().MethodPack().Instrument(f.instrument); in != nil {
		name, questions = in.Name, len(in.Factors)
	}
	ids, raters := f.accounts(c), f.raters(c)
	who := strings.Join(raters, ", ")
	switch {
	case len(raters) > 1:
		who = plural(len(raters), "rater") + ": " + who
	case who == "" && len(participants(c)) > 0:
		who = "nobody is ticked; enter opens the list"
	case who == "":
		who = "enter asks: their initials, such as AL, BK, CM"
	}
	begin := plural(len(ids)*questions, "question") + " for each of " + strconv.Itoa(len(raters))
	for i, row := range [formRows][2]string{{"what", name}, {"whose view", sideWords(f.theirs)}, {"accounts", f.accountWords(c, ids)}, {"raters", who}, {"begin", begin}} {
		sign, st := "  ", theme.Plain
		if i == f.row {
			sign, st = c.glyphs.Cursor+" ", theme.Strong
		}
		for k, text := range widget.Wrap(row[1], max(1, body.W()-16)) {
			lead := ""
			if k == 0 {
				lead = sign + row[0]
			}
			p.line(piece{x: 1, w: 13, text: lead, style: theme.Quiet}, piece{x: 15, w: body.W() - 16, text: text, style: st, free: true})
		}
	}
	p.blank()
	p.text(1, readAlong(c), theme.Quiet)
	p.text(1, "Then pass the keyboard round. Until the last has passed, no other screen opens: it would show what stands. Then every mark is shown, the most disputed question first: talk, and agree on a level.", theme.Plain)
	p.page0(body)
}

// accountWords name the accounts, or say how many there are.
func (f *ballotForm) accountWords(c *ctx, ids []model.AccountID) string {
	switch scope := f.scope(c); {
	case len(ids) == 0:
		return "none yet"
	case len(ids) > 1 && slices.Equal(ids, scope):
		return "all " + plural(len(ids), "account") + " in scope"
	case len(ids) > 3:
		return plural(len(ids), "account")
	}
	var names []string
	for _, id := range ids {
		names = append(names, c.portfolio().Account(id).Name)
	}
	return strings.Join(names, ", ")
}
