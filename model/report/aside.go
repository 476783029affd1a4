package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
)

// Aside is something that whoever writes a report for the customer should know and
// the customer must not read: it is never in the report.
type Aside struct {
	Said    string // a sentence
	Keys    string // what to do about it on the screen, "" for nothing
	Command string // and on the command line
}

// Asides are what is left out of a report for the customer because nobody decided yet,
// and what stands in it that a customer should hardly read: the name of another one.
// For a report of ours there are none.
func Asides(key string, to Audience, s *score.Scores, account model.AccountID) []Aside {
	k, ok := KindOf(key)
	a := s.Portfolio().Account(account)
	if !ok || !k.Theirs(to) || !k.For(to) || a == nil {
		return nil
	}
	r, _ := Build(key, to, s, account)
	w := s.Portfolio().Programme().Workshop
	return append(k.undecided(a, w), named(r, s.Portfolio(), a)...)
}

// undecided counts what the customer could read, were it shared, and of which nobody
// said whether they may: files of older programs did not ask.
func (k Of) undecided(a *model.Account, w *model.Workshop) (out []Aside) {
	tell := func(of edit.EntityKind, n int, one, many, field string) {
		if n == 0 || !slices.Contains(k.shows, of) {
			return
		}
		said := words.T("report.not-decided-they-left-out", n, many)
		if n == 1 {
			said = words.T("report.1-not-decided-left-out", one)
		}
		out = append(out, Aside{said, words.T("report.o-line-plan-says-whether"),
			words.T("report.accord-set-yes-line-words", a.Name, field)})
	}
	n := 0
	for i := range a.Values {
		if v := &a.Values[i]; v.Offered() && v.Shared == model.Undecided {
			n++
		}
	}
	tell(edit.OfValue, n, words.T("report.value-line"), words.T("report.value-lines"), "value.shared")
	n = 0
	for i := range a.Insights {
		if x := &a.Insights[i]; x.Offered() && x.Shared == model.Undecided {
			n++
		}
	}
	tell(edit.OfInsight, n, words.T("report.confirmed-goal"), words.T("report.confirmed-goals"), "insight.shared")
	h := &handout{account: model.Account{ID: a.ID}}
	h.meeting(w)
	n = 0
	for i := range a.Decisions {
		if d := &a.Decisions[i]; d.Shared == model.Undecided && (!k.made || h.made[string(d.ID)]) {
			n++
		}
	}
	tell(edit.OfDecision, n, "decision", "decisions", "decision.shared")
	return append(out, k.inWords(a, w)...)
}

// inWords counts the decisions of a workshop that stand in the words of its review
// alone, where an older program put them.
func (k Of) inWords(a *model.Account, w *model.Workshop) []Aside {
	n := 0
	for i := range w.Lines() {
		if x := &w.Parked[i]; x.Account == a.ID && x.End == model.BecameDecision &&
			a.Decision(model.DecisionID(x.Made)) == nil {
			n++
		}
	}
	if n == 0 || !k.made {
		return nil
	}
	said := words.T("report.decisions-stand-words-review-alone", n)
	if n == 1 {
		said = words.T("report.1-decision-stands-words-review")
	}
	return []Aside{{said, words.T("report.g-w-parked-lines-3"), words.T("report.run-sheet-g-w-makes")}}
}

// shortName is how many letters the name of another account has at least to be looked
// for: shorter ones are words.
const shortName = 3

// named finds texts that tell the name of another account.
func named(r *Report, p *model.Portfolio, a *model.Account) (out []Aside) {
	var others []*model.Account
	for _, x := range p.Accounts() {
		if x != a && utf8.RuneCountInString(x.Name) >= shortName && !strings.EqualFold(x.Name, a.Name) {
			others = append(others, x)
		}
	}
	told := map[string]bool{}
	r.texts(func(text string) {
		plain := blanked(strings.ToLower(text), strings.ToLower(a.Name))
		for _, x := range others {
			if line := short(text); says(plain, strings.ToLower(x.Name)) && !told[x.Name+"\x00"+line] {
				told[x.Name+"\x00"+line] = true
				out = append(
					out,
					Aside{
						words.T("report.names-another-account", line, x.Name),
						words.T("report.change-words-or-do-not"),
						words.T("report.change-words-or-do-not"),
					},
				)
			}
		}
	})
	return out
}

// texts gives every text of a report's parts.
func (r *Report) texts(see func(string)) {
	for i := range r.Nodes {
		n := &r.Nodes[i]
		see(n.Text)
		for _, item := range n.Items {
			see(item)
		}
		for _, row := range n.Table.Rows {
			for _, c := range row {
				see(c.Text)
			}
		}
	}
	for _, d := range r.Days {
		see(strings.TrimPrefix(d.Text, r.About+": "))
		see(d.Owner)
	}
}

// blanked takes a name out of a text.
func blanked(text, name string) string {
	for at := find(text, name); at >= 0; at = find(text, name) {
		text = text[:at] + "\x00" + text[at+len(name):]
	}
	return text
}

// says reports whether a name stands in a text as whole words.
func says(text, name string) bool { return find(text, name) >= 0 }

func find(text, name string) int {
	for from := 0; name != ""; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			break
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(name):])
		first, _ := utf8.DecodeRuneInString(name)
		if (!wordly(before) || unicode.Is(unicode.Hebrew, first)) &&
			!wordly(after) { // Hebrew puts to, in and from before a name
			return at
		}
		from = at + len(name)
	}
	return -1
}

func wordly(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// short is the beginning of a text.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return text
}
