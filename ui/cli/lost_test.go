package cli

import (
	"errors"
	"strings"
	"testing"
)

// What did not reach the disk is not told as done.
func TestNothingIsToldAsDoneThatWasNot(t *testing.T) {
	for _, words := range []string{"set Halden tier key", "--json set Halden tier key", "--json set Halden notes long"} {
		m := worked(t)
		m.lost = errors.New("1 edit is not saved: the disk is full")
		out, errs, exit := m.run(strings.Fields(words)...)
		if out != "" || exit != ExitFailed || !strings.Contains(errs, "the disk is full") {
			t.Errorf("%s: exit %d\n%s%s", words, exit, out, errs)
		}
	}
}
