package ui

import (
	"testing"

	"accord/model"
	"accord/model/sample"
)

// A line is parked as people say it: what it is, who, what, by when, about whom.
func TestALineIsParkedAsItIsSaid(t *testing.T) {
	x := start(t, three(t), 120, 40).keys("g w 1 tab tab tab a 'AL sales' enter")
	for _, c := range []struct {
		line, text, who, when string
		kind                  model.ParkedKind
		about                 string
	}{
		{"? who owns the tender", "who owns the tender", "", "", model.ParkedQuestion, ""},
		{"who owns the tender?", "who owns the tender?", "", "", model.ParkedQuestion, ""},
		{"! we go with plan B", "we go with plan B", "", "", model.ParkedDecision, ""},
		{"decided: no discount", "no discount", "", "", model.ParkedDecision, ""},
		{"AL calls the CFO by 12 Dec", "calls the CFO", "AL", "2026-12-12", model.ParkedAction, ""},
		{"al calls the CFO tomorrow", "calls the CFO", "AL", "2026-11-25", model.ParkedAction, ""},
		{"send the offer @Rina by +1w", "send the offer", "Rina", "2026-12-01", model.ParkedAction, ""},
		{"Meridian Foods: who decides?", "who decides?", "", "", model.ParkedQuestion, "a2"},
		{"we sat by the river", "we sat by the river", "", "", model.ParkedQuestion, ""},
		{"AL", "AL", "", "", model.ParkedQuestion, ""},
	} {
		p := readParked(x.app.c, c.line, "")
		when := ""
		if p.When.Known() {
			when = p.When.String()
		}
		if p.Text != c.text || p.Who != c.who || when != c.when || p.Kind != c.kind || string(p.Account) != c.about {
			t.Errorf("%q is read as %+v", c.line, p)
		}
	}
}

// A rehearsal goes through a whole workshop with recorded participants, and leaves
// everything as it was.
func TestARehearsalLeavesNothingBehind(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.app.ports.Rehearse = func(today model.Date) (*Rehearsal, error) {
		r, err := sample.Workshop(today)
		if err != nil {
			return nil, err
		}
		return &Rehearsal{Portfolio: r.Portfolio, Recorded: r.Recorded, Lines: r.Lines, Mark: sample.Mark}, nil
	}
	x.keys("j g w r").sees("REHEARSAL", "Rehearsal: account review").keys("p p").sees("parked 2")
	x.keys("b enter enter 3 3 3 end enter enter p p p").sees("the result", "median").keys("A").sees("agreed on the median")
	x.keys("g w tab = E").sees("the rehearsal is over", "Meridian Foods").seesNot("REHEARSAL")
	if len(x.patches) > 0 || x.session().Portfolio().Programme().Workshop != nil {
		t.Errorf("%d steps were saved", len(x.patches))
	}
	x.keys("f6 g w r").sees("Turn anonymous off").seesNot("REHEARSAL")
}

// The time left is drawn once a minute, and nothing is waited for when no step runs.
func TestTheClockOfAStep(t *testing.T) {
	x := start(t, three(t), 120, 40).keys("g w 1 enter g w").sees("5 min left")
	x.now = x.now.Add(61e9)
	x.keys("down").sees("4 min left")
	x.now = x.now.Add(300e9)
	x.keys("down").sees("1 min over", "1 min over")
	if w := x.session().Portfolio().Programme().Workshop; w.Now != w.Steps[0].ID {
		t.Error("overrun is enforced")
	}
}
