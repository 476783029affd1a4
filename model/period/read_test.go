package period

import (
	"testing"

	"accord/model"
)

// What people read says how long the period is and when it ends; what files and programs
// hold is the same in every language.
func TestAPeriodIsRead(t *testing.T) {
	for _, c := range []struct {
		p          Period
		read, kept string
	}{
		{Period{Year: 2025}, "2025", "2025"},
		{Period{Year: 2026, Through: model.NewDate(2026, 10, 31)}, "12 months to 31 Oct 2026", "2025-11 to 2026-10"},
		{Period{}, "", ""},
	} {
		if c.p.Read() != c.read || c.p.String() != c.kept {
			t.Errorf("%q, %q; want %q, %q", c.p.Read(), c.p.String(), c.read, c.kept)
		}
	}
}
