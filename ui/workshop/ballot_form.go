package workshop

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
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
func ballotInstruments(c *kit.Context) []string {
	var out []string
	for _, in := range c.Portfolio().Programme().MethodPack().Instruments {
		if in.Key != "readiness" && in.Key != "competency" {
			out = append(out, in.Key)
		}
	}
	return out
}

// newBallotForm proposes a question, or what was not rated yet; the customer's view
// where ours is there and they are too.
func newBallotForm(c *kit.Context, question string) ballotForm {
	f := ballotForm{instrument: question}
	rated := func(key string, theirs bool) bool {
		return slices.ContainsFunc(
			c.Portfolio().Programme().Ballots,
			func(b model.Ballot) bool { return b.Instrument == key && b.Verified == theirs },
		)
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
func (f *ballotForm) overScope(c *kit.Context, b *model.Ballot) bool {
	return slices.ContainsFunc(f.accounts(c), func(id model.AccountID) bool { return slices.Contains(b.Accounts, id) })
}

// scope are the accounts of the workshop that are there.
func (f *ballotForm) scope(c *kit.Context) []model.AccountID {
	w := c.Portfolio().Programme().Workshop
	if w == nil {
		return nil
	}
	return slices.DeleteFunc(
		slices.Clone(w.Accounts),
		func(id model.AccountID) bool { return c.Portfolio().Account(id) == nil },
	)
}

// accounts are those it will be about.
func (f *ballotForm) accounts(c *kit.Context) []model.AccountID {
	if f.ticked != nil {
		return slices.DeleteFunc(
			slices.Clone(f.ticked),
			func(id model.AccountID) bool { return c.Portfolio().Account(id) == nil },
		)
	}
	if there := f.scope(c); len(there) > 0 {
		return there
	}
	if c.Current() == nil {
		return nil
	}
	return []model.AccountID{c.Account}
}

// seated are the participants that will rate, by their place.
func (f *ballotForm) seated(c *kit.Context) []int {
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

func participants(c *kit.Context) []model.Participant {
	if w := c.Portfolio().Programme().Workshop; w != nil {
		return w.People
	}
	return nil
}

// raters are who will rate, as the screen may say it.
func (f *ballotForm) raters(c *kit.Context) []string {
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

// Begin asks what is rated by whom, and opens the rating.
func (p *BallotPage) Begin(c *kit.Context, in keys.Intent) kit.Outcome {
	f := &p.asked
	if f.ticking {
		return f.tick(c, in)
	}
	if to, ok := kit.MoveTo(in.Kind, f.row, formRows, formRows); ok {
		f.row = to
		return kit.Done()
	}
	switch in.Kind {
	case keys.Cancel:
		if p.behind {
			p.asking, p.behind = false, false
			return kit.Done()
		}
		return kit.Close()
	case keys.Left, keys.Right:
		f.cycle(c, in.Kind == keys.Right)
		return kit.Done()
	case keys.Accept:
		return p.acceptRow(c)
	case keys.BeginBallot:
		raters, err := model.ParseRaters(f.Read(c, in.Text))
		if err != nil {
			out := kit.Refuse(kit.Sentence(err))
			return out
		}
		f.typed, f.row = raters, formBegin
		return kit.Say(words.T("workshop.enter-begins", len(raters), strings.Join(raters, ", ")))
	}
	return kit.Outcome{}
}

// acceptRow opens the list of the row, or begins.
func (p *BallotPage) acceptRow(c *kit.Context) kit.Outcome {
	f := &p.asked
	switch people := len(participants(c)) > 0; {
	case len(f.choices(c)) == 0:
		return kit.Refuse(words.T("workshop.there-no-account-rate-yet"))
	case f.row == formAccounts, f.row == formRaters && people:
		f.ticking, f.at = true, 0
		return kit.Done()
	case f.row == formRaters, len(f.raters(c)) == 0 && !people:
		return kit.Open(kit.NewPrompt(kit.AskRaters, "", strings.Join(f.typed, ", ")))
	case len(f.accounts(c)) == 0:
		f.row = formAccounts
		return kit.Refuse(words.T("workshop.no-account-ticked-enter-opens"))
	case len(f.raters(c)) == 0:
		f.row = formRaters
		return kit.Refuse(words.T("workshop.nobody-ticked-who-rates-enter"))
	}
	return p.openBallot(c)
}

// Read takes what stands behind a colon, such as position theirs, and gives the
// raters.
func (f *ballotForm) Read(c *kit.Context, text string) string {
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

func (p *BallotPage) openBallot(c *kit.Context) kit.Outcome {
	f := &p.asked
	ballot := edit.OpenBallot{
		ID:         model.BallotID(c.Session.NewID()),
		Accounts:   f.accounts(c),
		Instrument: f.instrument,
		Verified:   f.theirs,
		Raters:     f.typed,
	}
	var ch edit.Change = ballot
	if len(participants(c)) > 0 {
		ch = edit.SeatedBallot{OpenBallot: ballot, Seats: f.seated(c)}
	}
	if _, err := c.Session.Try(ch); err != nil {
		return kit.Refuse(kit.Sentence(err))
	}
	p.Handing, p.asking, p.behind, p.At, p.shown = true, false, false, 0, ballot.ID
	return kit.Change(ch)
}

// cycle changes the row under the cursor.
func (f *ballotForm) cycle(c *kit.Context, forward bool) {
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
		case c.Current() != nil:
			f.ticked = []model.AccountID{c.Account}
		}
	}
}

func (f *ballotForm) Draw(c *kit.Context, cv widget.Canvas) {
	if f.ticking {
		f.drawTicks(c, cv)
		return
	}
	body := kit.Hint(cv, words.T("workshop.choose-change-enter-begins-accounts"))
	var p kit.Body
	p.Begin(body.W())
	p.Text(1, words.T("workshop.everybody-answers-alone-nobody-sees"), theme.Title)
	name, questions := f.instrument, 0
	if in := c.Portfolio().Programme().MethodPack().Instrument(f.instrument); in != nil {
		name, questions = in.Name, len(in.Factors)
	}
	ids, raters := f.accounts(c), f.raters(c)
	who := strings.Join(raters, ", ")
	switch {
	case len(raters) > 1:
		who = words.T("workshop.n-raters", len(raters)) + ": " + who
	case who == "" && len(participants(c)) > 0:
		who = words.T("workshop.nobody-ticked-enter-opens-list")
	case who == "":
		who = words.T("workshop.enter-asks-their-initials-such")
	}
	begin := words.T("workshop.for-each-of", len(ids)*questions, len(raters))
	for i, row := range [formRows][2]string{{"what", name}, {words.T("workshop.whose-view"), sideWords(f.theirs)}, {"accounts", f.accountWords(c, ids)}, {"raters", who}, {"begin", begin}} {
		sign, st := "  ", theme.Plain
		if i == f.row {
			sign, st = c.Glyphs.Cursor+" ", theme.Strong
		}
		for k, text := range widget.Wrap(row[1], max(1, body.W()-16)) {
			lead := ""
			if k == 0 {
				lead = sign + row[0]
			}
			p.Line(
				kit.Piece{X: 1, W: 13, Text: lead, Style: theme.Quiet},
				kit.Piece{X: 15, W: body.W() - 16, Text: text, Style: st, Free: true},
			)
		}
	}
	p.Blank()
	p.Text(1, readAlong(c), theme.Quiet)
	p.Text(1, words.T("workshop.then-pass-keyboard-round-until"), theme.Plain)
	p.Page0(body)
}

// accountWords name the accounts, or say how many there are.
func (f *ballotForm) accountWords(c *kit.Context, ids []model.AccountID) string {
	switch scope := f.scope(c); {
	case len(ids) == 0:
		return words.T("workshop.none-yet")
	case len(ids) > 1 && slices.Equal(ids, scope):
		return words.T("workshop.all-scope", len(ids))
	case len(ids) > 3:
		return words.T("workshop.n-accounts", len(ids))
	}
	var names []string
	for _, id := range ids {
		names = append(names, c.Portfolio().Account(id).Name)
	}
	return strings.Join(names, ", ")
}
