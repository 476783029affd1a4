package workshop

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// The lists of a blind rating to come: which accounts it is about, and who of the
// participants rates.

// choices are the accounts to tick: those in scope, and the open one; without a
// workshop all, the open one first.
func (f *ballotForm) choices(c *kit.Context) []model.AccountID {
	out := f.scope(c)
	if c.Current() != nil && !slices.Contains(out, c.Account) {
		out = append(out, c.Account)
	}
	if c.Portfolio().Programme().Workshop != nil && len(out) > 0 {
		return out
	}
	for _, i := range c.Scores().ByStrategic {
		if a := c.Portfolio().At(int(i)); !a.Archived && a.ID != c.Account {
			out = append(out, a.ID)
		}
	}
	return out
}

// tick works on the list of the row.
func (f *ballotForm) tick(c *kit.Context, in keys.Intent) kit.Outcome {
	all := f.choices(c)
	n := len(all)
	if f.row == formRaters {
		n = len(participants(c))
	}
	f.at = max(0, min(f.at, n-1))
	if to, ok := kit.MoveTo(in.Kind, f.at, n, max(2, f.rows)); ok {
		f.at = to
		return kit.Done()
	}
	switch {
	case in.Kind == keys.Accept:
		f.ticking, f.row = false, formBegin
	case in.Kind == keys.Cancel:
		f.ticking = false
	case in.Kind != keys.Tick || n == 0:
	case f.row == formRaters:
		f.seats = toggled(f.seated(c), firstOf(n), f.at, in.N == 1)
	default:
		f.ticked = toggled(f.accounts(c), all, f.at, in.N == 1)
	}
	return kit.Done()
}

// firstOf is 0, 1, 2 … n-1.
func firstOf(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// toggled are those ticked after the one at a place went in or out, or all did, in
// the order of the list. It is never nil: nobody is not everybody.
func toggled[T comparable](ticked, list []T, at int, all bool) []T {
	out := []T{}
	whole := len(ticked) == len(list)
	for i, x := range list {
		in := slices.Contains(ticked, x)
		switch {
		case all:
			in = !whole
		case i == at:
			in = !in
		}
		if in {
			out = append(out, x)
		}
	}
	return out
}

func (f *ballotForm) drawTicks(c *kit.Context, cv widget.Canvas) {
	body := kit.Hint(cv, words.T("workshop.space-ticks-all-or-none"))
	head, rest := body.Rect().SplitTop(1)
	title, rows := words.T("workshop.which-accounts"), []string(nil)
	var ticked func(int) bool
	if f.row == formRaters {
		title = words.T("workshop.who-rates-this-order-each")
		seats := f.seated(c)
		ticked = func(i int) bool { return slices.Contains(seats, i) }
		for _, p := range participants(c) {
			rows = append(rows, strings.TrimSpace(p.Initials+"  "+p.Function)+" "+c.Glyphs.Sep+" "+sideWords(p.Theirs))
		}
	} else {
		all, on := f.choices(c), f.accounts(c)
		ticked = func(i int) bool { return slices.Contains(on, all[i]) }
		for _, id := range all {
			rows = append(rows, c.Portfolio().Account(id).Name)
		}
	}
	body.Sub(head).TextIn(1, 0, head.W-2, title, theme.Title, widget.Left)
	list := body.Sub(rest)
	f.rows = list.H()
	f.at = max(0, min(f.at, len(rows)-1))
	for y, i := 0, max(0, min(f.at-list.H()/2, len(rows)-list.H())); y < list.H() && i < len(rows); y, i = y+1, i+1 {
		line, st := list.Sub(widget.Rect{Y: y, W: list.W(), H: 1}), theme.Plain
		if i == f.at {
			line.Mark(line.Rect(), theme.FocusMark)
			line.Text(0, 0, c.Glyphs.Cursor, theme.Accent)
			st = theme.Strong
		}
		sign := c.Glyphs.Off
		if ticked(i) {
			sign = c.Glyphs.On
		}
		line.Text(2, 0, sign, theme.Accent)
		line.TextAuto(4, 0, line.W()-5, rows[i], st, widget.Left)
	}
}
