package cli

import (
	"strings"
	"testing"

	"accord/model/score"
)

// A field that is not of what was named is refused, read or written, with whose it is
// and the command for it; nothing is changed.
func TestAFieldOfSomethingElseIsRefused(t *testing.T) {
	for words, want := range map[string][]string{
		"set Alpha readiness.criteria 4":              {"field of the programme, not of an account", "`accord set programme readiness.criteria 4`"},
		"set Alpha setting.discount 0":                {"field of the programme", "`accord set programme setting.discount 0`"},
		"set Alpha pack.importance.capacity.weight 3": {"field of the programme", "accord set programme"},
		"set Alpha tier key programme.currency EUR":   {"field of the programme", "accord set programme programme.currency EUR"},
		"get Alpha readiness.criteria":                {"field of the programme", "`accord get programme readiness.criteria`"},
		"set programme tier key":                      {"field of an account, not of the programme", "`accord set ACCOUNT tier key`"},
		"get programme importance.capacity":           {"field of an account", "`accord get ACCOUNT importance.capacity`"},
		"set programme figures.2026.revenue 5":        {"field of an account"},
		"set Alpha competency.analysis 3":             {"field of a member of our team, not of an account"},
		"set programme competency.analysis 3":         {"field of a member of our team, not of the programme"},
		"set Alpha member.title Boss":                 {"field of a member of our team"},
		"set Alpha seat.title Boss":                   {"field of a seat, not of an account", "workbench"},
		"get Alpha person.email":                      {"field of a person"},
		"get Alpha action.owner":                      {"field of an action, not", "workbench"},
		"get programme objective.text":                {"objective"},
		"get Alpha readiness.criteria.note":           {"no such field"},
		"set Alpha figures.YEAR.revenue 5":            {"replace YEAR by a year"},
	} {
		m := worked(t)
		before := m.p
		words := strings.Fields(words)
		if words[1] == "Alpha" {
			words[1] = m.p.At(0).Name
		}
		out, errs, exit := m.run(words...)
		if exit != ExitUsage || out != "" || m.p != before {
			t.Errorf("%v: exit %d, %s", words, exit, out)
		}
		for _, w := range want {
			if !strings.Contains(errs, w) {
				t.Errorf("%v: says %s, not %q", words, errs, w)
			}
		}
	}
}

// What is refused for an account is written for whom it belongs to.
func TestReadinessIsSetForTheProgramme(t *testing.T) {
	m := worked(t)
	if out, errs, exit := m.run("set", "programme", "readiness.criteria", "4"); exit != 0 || !strings.Contains(out, "4") {
		t.Fatalf("%d %s%s", exit, out, errs)
	}
	if out, _, _ := m.run("get", "Programme", "readiness.criteria"); strings.TrimSpace(out) != "4" {
		t.Errorf("got %s", out)
	}
	if r := score.Ready(m.p.Programme()); !r.Score.Known {
		t.Error("readiness was not answered")
	}
	if _, errs, exit := m.run("set", "programme", "readiness.criteria", "9"); exit == 0 || !strings.Contains(errs, "0..5") {
		t.Errorf("%d %s", exit, errs)
	}
	if m.run("set", "programme", "readiness.criteria", "-"); m.p.Programme().Readiness != nil {
		t.Errorf("%v", m.p.Programme().Readiness)
	}
}
