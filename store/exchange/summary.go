package exchange

import (
	"slices"

	"accord/model/words"
)

// Summary tells a preview in sentences: what would come in, what not, and what
// the reader decided.
func (v *Preview) Summary() []string {
	out := []string{words.T("exchange.rows-counts", v.Rows, v.counts())}
	if v.NotWon > 0 {
		out = append(out, words.T("exchange.not-won-left-out", v.NotWon))
	}
	var people, deals int
	for _, list := range [][]AccountDiff{v.New, v.Changed} {
		for _, d := range list {
			people += d.NewContacts
			deals += d.NewTransactions
		}
	}
	if people > 0 {
		out = append(out, words.T("exchange.new-contact", people))
	}
	if deals > 0 {
		out = append(out, words.T("exchange.new-transaction", deals))
	}
	if v.Change == nil && len(v.Open) == 0 {
		out = append(out, words.T("exchange.nothing-would-change"))
	}
	return append(out, v.Notes...)
}

// counts tell how much of what the rows are is new, changed and unchanged.
func (v *Preview) counts() string {
	n, things := Ours{len(v.New), len(v.Changed), len(v.Unchanged)}, [2]string{"account", "accounts"}
	if v.Ours != nil {
		n = *v.Ours
	}
	if k := rowOf(v.Kind); k != nil && k.things[0] != "" {
		things = k.things
	}
	thing := things[1]
	if n.New == 1 {
		thing = things[0]
	}
	return words.T("exchange.new-changed-unchanged", n.New, thing, n.Changed, n.Unchanged)
}

// ours counts what is new, changed and unchanged in a list of ours: touched are the
// places of the list that the file names.
func ours[T any](was, is []T, same func(a, b T) bool, touched map[int]bool) *Ours {
	n := Ours{New: len(is) - len(was)}
	for i := range was {
		switch {
		case !same(was[i], is[i]):
			n.Changed++
		case touched[i]:
			n.Unchanged++
		}
	}
	return &n
}

// statuses lists the values of a status, the most frequent first.
func statuses(won, lost map[string]int) []Status {
	var out []Status
	for _, v := range sortedKeys(won) {
		out = append(out, Status{v, won[v], true})
	}
	for _, v := range sortedKeys(lost) {
		out = append(out, Status{v, lost[v], false})
	}
	slices.SortStableFunc(out, func(a, b Status) int { return b.Rows - a.Rows })
	return out
}

// Details tells a preview account by account, field by field.
func (v *Preview) Details() []string {
	var out []string
	for _, d := range v.New {
		out = append(out, words.T("exchange.new", d.Name, d.counts()))
	}
	for _, d := range v.Changed {
		line := words.T("exchange.changed", d.Name, d.counts())
		for i, f := range d.Fields {
			sep := ", "
			if i == 0 {
				sep = ": "
			}
			line += sep + f.Label + " " + dash(f.Before) + " → " + dash(f.After)
		}
		out = append(out, line)
	}
	return out
}

// ProblemLines tells every problem with its line number and what to do.
func (v *Preview) ProblemLines() []string {
	var out []string
	for _, p := range v.Problems {
		s := p.Sentence
		if p.Field != "" {
			s = p.Field + ": " + s
		}
		if p.Line > 0 {
			s = words.T("exchange.line-2", p.Line, s)
		}
		if p.Hint != "" {
			s += ". " + p.Hint
		}
		out = append(out, s)
	}
	return out
}

func (d AccountDiff) counts() string {
	s := ""
	if n := d.NewContacts + d.ChangedContacts; n > 0 {
		s += " " + words.T("exchange.in-brackets-contacts", n)
	}
	if n := d.NewTransactions + d.ChangedTransactions; n > 0 {
		s += " " + words.T("exchange.in-brackets-transactions", n)
	}
	return s
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
