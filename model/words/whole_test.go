package words

import (
	"regexp"
	"strings"
	"testing"
)

var (
	piece = regexp.MustCompile(`^(?:[,;:·]|\.(?:\s|$)|\.[a-z]|\\s|\\n)|(?:[,;(]|\\s)$`)
)

// pieces are the entries that are no whole sentence.
func pieces(c *catalogue) (found []string) {
	for i := range c.entries {
		if e := &c.entries[i]; !strings.HasPrefix(e.id, "language.") && piece.MatchString(e.text) {
			found = append(found, e.id)
		}
	}
	return found
}

func TestNoEntryIsAPieceOfASentence(t *testing.T) {
	en := English()
	en.once.Do(en.load)
	for _, id := range pieces(en.texts) {
		t.Errorf("%s = %s begins or ends like a piece of a sentence", id, en.texts.index[id].text)
	}
}

func TestAPlantedPieceIsFound(t *testing.T) {
	c := read("[t]\na = , {0} overdue\nb = \\s(open)\nc = ; 2 left\nd = : taken\ne = . And more\nf = not:\\s\n" +
		"g = as {0},\nh = · no account\ni = .csv\nok = {0}: taken, all of it.\nok2 = -n: {0} is no number\nok3 = waits for:\n")
	if got := strings.Join(pieces(c), " "); got != "t.a t.b t.c t.d t.e t.f t.g t.h t.i" {
		t.Error(got)
	}
}
