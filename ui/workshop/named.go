package workshop

import (
	"strings"
	"unicode"

	"accord/model"
	"accord/model/words"
	"accord/ui/kit"
)

// Which account a line is about: the one whose name stands in it, as people say
// names. "Tavor" is Tavor Semiconductors when no other account begins so.

// spokenOf is the account that a line names, "" when it names none or it is not plain
// which: whole words only, the longest name wins, and of several that begin with the
// same words the one in scope. On the screen names may be stand-ins: then those are
// meant, and a real name is a word like any other.
func spokenOf(c *kit.Context, line string) model.AccountID {
	said := nameWords(line)
	w := c.Portfolio().Programme().Workshop
	var best []*model.Account
	most := 0
	for _, a := range c.Portfolio().Accounts() {
		if !said.mayName(a.Name) {
			continue
		}
		n := said.named(nameWords(a.Name))
		switch {
		case n == 0 || a.Archived || n < most:
		case n > most:
			best, most = []*model.Account{a}, n
		default:
			best = append(best, a)
		}
	}
	if len(best) > 1 {
		var in []*model.Account
		for _, a := range best {
			if w != nil && w.InScope(a.ID) {
				in = append(in, a)
			}
		}
		best = in
	}
	if len(best) != 1 {
		return ""
	}
	return best[0].ID
}

// spoken are the words of a line as they were typed.
type spoken []string

// nameWords splits a text at everything that is no letter and no digit; 's is no
// part of a name.
func nameWords(text string) spoken {
	text = strings.NewReplacer("'s ", " ", "’s ", " ").Replace(text + " ")
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// mayName reports whether a name begins with a word of the line: of thousands of
// accounts only those few are looked at.
func (s spoken) mayName(name string) bool {
	name = strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, w := range s {
		if _, ok := cutFold(name, w); ok {
			return true
		}
	}
	return false
}

// named is how much of a name stands in the line: twice the words of it, and one more
// when it is whole. Its first words alone must be written as a name is, with a capital.
func (s spoken) named(name spoken) (most int) {
	for at := range s {
		n := 0
		for n < len(name) && at+n < len(s) && strings.EqualFold(s[at+n], name[n]) {
			n++
		}
		switch first := []rune(s[at]); {
		case n == 0:
		case n == len(name):
			most = max(most, 2*n+1)
		case len(first) > 2 && !unicode.IsLower(first[0]):
			most = max(most, 2*n)
		}
	}
	return most
}

// unnamed is a line without the name of an account: a stand-in must not be kept in
// the plan, where it would tell later who it stood for.
func unnamed(line, name string) string {
	wording, called := strings.Fields(line), nameWords(name)
	var out []string
	for i := 0; i < len(wording); {
		n := 0
		for n < len(called) && i+n < len(wording) {
			if w := nameWords(wording[i+n]); len(w) != 1 || !strings.EqualFold(w[0], called[n]) {
				break
			}
			n++
		}
		if n == 0 {
			out = append(out, wording[i])
			i++
			continue
		}
		last := wording[i+n-1]
		out = append(out, words.T("workshop.them", last[len(strings.TrimRightFunc(last, unicode.IsPunct)):]))
		i += n
	}
	return strings.Join(out, " ")
}

// cutFold takes a first sign or word off, whatever its case.
func cutFold(text, sign string) (string, bool) {
	if len(text) >= len(sign) && strings.EqualFold(text[:len(sign)], sign) {
		return strings.TrimSpace(text[len(sign):]), true
	}
	return text, false
}
