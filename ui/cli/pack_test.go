package cli

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
)

// A pack written, edited as a text and read again is in force as one change.
func TestAPackGoesOutAndIn(t *testing.T) {
	m := worked(t)
	if out, errs, exit := m.run("pack", "export", "p.json"); exit != 0 || !strings.Contains(out, "wrote p.json") {
		t.Fatalf("%d %s %s", exit, out, errs)
	}
	m.written["heavy.json"] = strings.Replace(strings.Replace(m.written["p.json"], `"weight": 20`, `"weight": 90`, 1), `"version": 1`, `"version": 2, "settings": {"sponsor_cap": 55}`, 1)
	out, errs, exit := m.run("pack", "import", "heavy.json")
	if exit != 0 || !strings.Contains(out, "is now in use") || len(m.steps) != 1 {
		t.Fatalf("%d %s %s", exit, out, errs)
	}
	g := m.p.Programme()
	if _, f := g.MethodPack().Factor("importance.capacity"); f.Weight != 90 || g.Settings().SponsorCap != 55 {
		t.Errorf("weight %d, cap %v", f.Weight, g.Settings().SponsorCap)
	}
	// importance (5·90 + 4·20 + 3·20 + 2·20)/(5·150) = 84
	if l := score.Of(m.p, model.DateOf(testNow)).Local("acc1"); l.Importance.Score != model.Some(84.0) {
		t.Errorf("importance %v", l.Importance.Score)
	}
	if out, _, _ := m.run("pack", "use", "english"); !strings.Contains(out, "Default method pack is now in use") || m.p.Programme().Pack != nil {
		t.Errorf("%s", out)
	}
	if out, _, _ := m.run("pack", "use", "english"); !strings.Contains(out, "already") {
		t.Errorf("%s", out)
	}
	m.written["bad.json"] = strings.Replace(m.written["p.json"], `"weight": 20`, `"weight": -3`, 1)
	m.written["extra.json"] = strings.Replace(m.written["p.json"], `"instruments": [`, `"instruments": [{"key": "trust", "name": "Trust", "question": "?", "min": 0, "max": 5, "factors": []},`, 1)
	for words, want := range map[string]string{"pack import extra.json": `the instrument "trust" is not one`, "pack import bad.json": "weight is out of range", "pack use klingon": "english and hebrew", "pack import": "missing argument"} {
		before := m.p
		if _, errs, exit := m.run(strings.Fields(words)...); exit == 0 || !strings.Contains(errs, want) || m.p != before {
			t.Errorf("%s: %d %s", words, exit, errs)
		}
	}
}
