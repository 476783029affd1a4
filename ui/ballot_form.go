package ui

import (
	"slices"
	"strings"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// ballotForm is what a blind rating will ask, of whom, about what.
type ballotForm struct {
	row        int
	instrument string
	theirs     bool
	alone      bool // about the open account only, though there are others in scope
}

// The rows of the form.
const (
	formWhat = iota
	formWhose
	formAccounts
	formRaters
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

// newBallotForm proposes what was not rated yet.
func newBallotForm(c *ctx) ballotForm {
	var f ballotForm
	rated := func(key string) bool {
		return slices.ContainsFunc(c.portfolio().Programme().Ballots, func(b model.Ballot) bool { return b.Instrument == key && !b.Verified })
	}
	for _, key := range ballotInstruments(c) {
		if f.instrument == "" || rated(f.instrument) && !rated(key) {
			f.instrument = key
		}
	}
	return f
}

// accounts are those it will be about.
func (f *ballotForm) accounts(c *ctx) []model.AccountID {
	if w := c.portfolio().Programme().Workshop; w != nil && !f.alone {
		there := slices.DeleteFunc(slices.Clone(w.Accounts), func(id model.AccountID) bool { return c.portfolio().Account(id) == nil })
		if len(there) > 0 {
			return there
		}
	}
	if c.current() == nil {
		return nil
	}
	return []model.AccountID{c.account}
}

// raters are the participants of the side that rates.
func (f *ballotForm) raters(c *ctx) []string {
	if w := c.portfolio().Programme().Workshop; w != nil {
		return w.Raters(f.theirs)
	}
	return nil
}

// begin asks what is rated by whom, and opens the rating.
func (p *ballotPage) begin(c *ctx, in Intent) Outcome {
	f := &p.asked
	if to, ok := moveTo(in.Kind, f.row, formRows, formRows); ok {
		f.row = to
		return done()
	}
	switch in.Kind {
	case Cancel:
		if p.asking {
			p.asking = false
			return done()
		}
		return closing()
	case Left, Right:
		f.cycle(c, in.Kind == Right)
		return done()
	case Accept:
		if len(f.accounts(c)) == 0 {
			return refuse("There is no account to rate yet.")
		}
		if f.row == formRaters || len(f.raters(c)) == 0 {
			return open(newPrompt(askRaters, "", strings.Join(f.raters(c), ", ")))
		}
		return p.openBallot(c, nil)
	case BeginBallot:
		raters, err := model.ParseRaters(f.read(c, in.Text))
		if err != nil {
			return refuse(sentence(err))
		}
		return p.openBallot(c, raters)
	}
	return Outcome{}
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

func (p *ballotPage) openBallot(c *ctx, raters []string) Outcome {
	f := &p.asked
	ch := model.OpenBallot{ID: model.BallotID(c.session.NewID()), Accounts: f.accounts(c), Instrument: f.instrument, Verified: f.theirs, Raters: raters}
	if _, err := c.session.Try(ch); err != nil {
		return refuse(sentence(err))
	}
	p.handing, p.asking, p.at, p.reached, p.shown = true, false, 0, 0, ch.ID
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
		f.theirs = !f.theirs
	case formAccounts:
		f.alone = !f.alone
	}
}

func (f *ballotForm) draw(c *ctx, cv widget.Canvas) {
	body := hint(cv, "↑ ↓ choose · ← → change · enter begins; on the raters it asks who · esc back")
	var p page
	p.begin(body.W())
	p.text(1, "Everybody answers alone, nobody sees the others'", theme.Title)
	name := f.instrument
	if in := c.portfolio().Programme().MethodPack().Instrument(f.instrument); in != nil {
		name = in.Name
	}
	ids := f.accounts(c)
	accounts := "none yet"
	switch a := c.current(); {
	case len(ids) == 1 && c.portfolio().Account(ids[0]) != nil:
		accounts = c.portfolio().Account(ids[0]).Name
	case len(ids) > 1 && a != nil:
		accounts = "all " + plural(len(ids), "account") + " in scope"
	}
	raters := strings.Join(f.raters(c), ", ")
	if raters == "" {
		raters = "enter asks: their initials, such as AL, BK, CM"
	}
	for i, row := range [formRows][2]string{{"what", name}, {"whose view", sideWords(f.theirs)}, {"accounts", accounts}, {"raters", raters}} {
		sign, st := "  ", theme.Plain
		if i == f.row {
			sign, st = c.glyphs.Cursor+" ", theme.Strong
		}
		p.line(piece{x: 1, w: 13, text: sign + row[0], style: theme.Quiet}, piece{x: 15, w: body.W() - 16, text: row[1], style: st, free: true})
	}
	p.blank()
	p.text(1, "Then pass the keyboard round. Until the last has passed, no other screen opens: it would show what stands. Then every mark is shown, the most disputed question first: talk, and agree on a level.", theme.Plain)
	p.page0(body)
}

// page0 draws a page that is never taller than its window needs.
func (p *page) page0(cv widget.Canvas) { p.top = 0; p.draw(cv) }
