package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/sample"
	"accord/ui/relmap"
)

// The look at exposure names whom one of ours alone knows, and reassures only where a key
// player is rated and none hangs on one of us.
func TestTheMapShowsWhoHangsOnOneOfOurs(t *testing.T) {
	p, err := sample.Portfolio(model.NewDate(2026, 11, 24))
	if err != nil {
		t.Fatal(err)
	}
	alone, reassured := 0, 0
	for _, a := range p.Accounts() {
		if len(a.Seats) == 0 {
			continue
		}
		text, _ := relmap.DrawMap(p, model.NewDate(2026, 11, 24), a.ID, "exposure", 100)
		if strings.Contains(text, "nobody on our team:") {
			alone++
		}
		if strings.Contains(text, "No key player depends on one person") {
			reassured++
			if strings.Contains(text, "(key player)") {
				t.Errorf("%s: reassured though a key player hangs on one\n%s", a.Name, text)
			}
		}
	}
	if alone < 3 {
		t.Errorf("%d accounts with somebody whom one of ours alone knows", alone)
	}
}
