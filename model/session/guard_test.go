package session_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/merge3"
	"accord/model/sample"
	"accord/model/session"
	"accord/model/words"
)

// dirty is what comes with a text that was copied from somewhere: tags, zero widths,
// overrides, fillers, a byte that is no text.
const dirty = "\ufeff\u202e\U000e0041\u200b\u2063\u3164\ufe0f\u200d"

// unclean lists the texts of a record in which something stands that nobody sees.
func unclean(v reflect.Value, at string) (out []string) {
	switch v.Kind() {
	case reflect.String:
		if model.Clean(v.String()) != v.String() {
			out = append(out, fmt.Sprintf("%s: %+q", at, v.String()))
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			out = unclean(v.Elem(), at)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out = append(out, unclean(v.Field(i), at+"."+v.Type().Field(i).Name)...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, unclean(v.Index(i), at)...)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			out = append(out, append(unclean(k, at+" key"), unclean(v.MapIndex(k), at)...)...)
		}
	}
	return out
}

func storedUnclean(p *model.Portfolio) (out []string) {
	for _, a := range p.Accounts() {
		out = append(out, unclean(reflect.ValueOf(a), "account")...)
	}
	return append(out, unclean(reflect.ValueOf(p.Programme()), "programme")...)
}

func sampled(t *testing.T) *session.Session {
	t.Helper()
	today := model.NewDate(2026, 11, 30)
	p, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	return session.New(p, today, 0, func() string { n++; return fmt.Sprint("new", n) })
}

// refs are one thing of each kind that fields belong to.
func refs(t *testing.T, p *model.Portfolio) map[edit.EntityKind]edit.Ref {
	t.Helper()
	out := map[edit.EntityKind]edit.Ref{edit.OfProgramme: {Of: edit.OfProgramme}, edit.OfMember: {Of: edit.OfMember, ID: string(p.Programme().Team[0].ID)}}
	for _, a := range p.Accounts() {
		add := func(of edit.EntityKind, n int, id func() string) {
			if _, there := out[of]; !there && n > 0 {
				out[of] = edit.Ref{Account: a.ID, Of: of, ID: id()}
			}
		}
		add(edit.OfAccount, 1, func() string { return "" })
		add(edit.OfSeat, len(a.Seats), func() string { return string(a.Seats[0].ID) })
		add(edit.OfPerson, len(a.Persons), func() string { return string(a.Persons[0].ID) })
		add(edit.OfTie, len(a.Ties), func() string { return string(a.Ties[0].ID) })
		add(edit.OfObjective, len(a.Objectives), func() string { return string(a.Objectives[0].ID) })
		add(edit.OfAction, len(a.Actions), func() string { return string(a.Actions[0].ID) })
		add(edit.OfInsight, len(a.Insights), func() string { return string(a.Insights[0].ID) })
		add(edit.OfValue, len(a.Values), func() string { return string(a.Values[0].ID) })
		add(edit.OfPoint, len(a.Points), func() string { return string(a.Points[0].ID) })
		add(edit.OfDecision, len(a.Decisions), func() string { return string(a.Decisions[0].ID) })
		add(edit.OfRisk, len(a.Risks), func() string { return string(a.Risks[0].ID) })
		add(edit.OfReview, len(a.Reviews), func() string { return string(a.Reviews[0].ID) })
		add(edit.OfCell, len(a.Cells), func() string { return string(a.Cells[0].ID) })
	}
	return out
}

func TestEveryFieldIsCleanedAndHasABound(t *testing.T) {
	s := sampled(t)
	if _, err := s.Do(edit.AddItem{Account: s.Portfolio().Accounts()[0].ID, Of: edit.OfDecision, ID: "decided", Text: "We go"}, time.Time{}); err != nil {
		t.Fatal(err) // the sample has no decision
	}
	at := refs(t, s.Portfolio())
	texts := 0
	for _, f := range edit.Fields(s.Portfolio().Programme()) {
		ref, ok := at[f.Of]
		if !ok {
			t.Fatalf("nothing to try %s on", f.Key)
		}
		ref.Of = f.Of
		set := func(v string) error {
			_, err := s.Do(edit.SetField{Ref: ref, Key: f.Key, Value: v}, time.Time{})
			return err
		}
		free := f.Kind == edit.Text && f.Key != "programme.currency" && f.Key != "programme.year" && f.Key != "programme.rates" && f.Key != "programme.offerings" || f.Kind == edit.LongText || f.Kind == edit.Tags
		if err := set("Wo" + dirty + "rd"); err == nil && free {
			if got := edit.Get(s.Portfolio(), ref, f); got != "Word" {
				t.Errorf("%s: %+q", f.Key, got)
			}
			texts++
		} else if free {
			t.Errorf("%s: %v", f.Key, err)
		}
		if !free {
			continue
		}
		before := edit.Get(s.Portfolio(), ref, f)
		if err := set(dirty); err == nil || !strings.Contains(err.Error(), "no visible characters") {
			t.Errorf("%s takes what nobody sees: %v", f.Key, err)
		}
		if err := set(strings.Repeat("ab ", 50_000)); err == nil || !strings.Contains(err.Error(), "at most") {
			t.Errorf("%s takes 150,000 letters: %v", f.Key, err)
		}
		if got := edit.Get(s.Portfolio(), ref, f); got != before {
			t.Errorf("%s: %q after refusals, %q before", f.Key, got, before)
		}
		if found := storedUnclean(s.Portfolio()); len(found) > 0 {
			t.Fatalf("%s stores %v", f.Key, found)
		}
	}
	if texts < 60 {
		t.Errorf("only %d texts were tried", texts)
	}
}

// TestEveryThingAddedIsCleaned adds one of everything that has words.
func TestEveryThingAddedIsCleaned(t *testing.T) {
	s := sampled(t)
	a := s.Portfolio().Accounts()[0]
	word := func() string { return "N" + dirty + "ew " + s.NewID() }
	changes := []edit.Change{
		edit.AddAccount{ID: "acc-new", Name: word()}, edit.CopyAccount{ID: "acc-copy", From: a.ID, Name: word()}, edit.AddMember{ID: "mem-new", Name: word()},
		edit.AddSeat{Account: a.ID, ID: "seat-new", Title: word()}, edit.AddObjective{Account: a.ID, ID: "obj-new", Text: word()}, edit.AddAction{Account: a.ID, ID: "act-new", Text: word()},
		edit.AddCell{Account: a.ID, ID: "cell-new", Unit: word(), Offering: word()}, edit.EndWorkshop{},
		edit.BeginWorkshop{Workshop: model.Workshop{Title: word(), People: []model.Participant{{Initials: "A" + dirty + "B", Function: word()}}, Steps: []model.AgendaStep{{ID: "st", Name: word(), Note: word()}}}},
		edit.RenameWorkshop{Title: word()}, edit.SetParticipant{Participant: model.Participant{Initials: "Q" + dirty + "X", Function: word()}}, edit.SetStep{Step: model.AgendaStep{ID: "st", Name: word(), Note: word(), Minutes: 5}}, edit.Park{Parked: model.Parked{ID: "pk", Text: word(), Who: word()}},
		edit.Together{edit.AddItem{Account: a.ID, Of: edit.OfRisk, ID: "r-new", Text: word()}, edit.Paste{Account: a.ID, Cells: []edit.Change{edit.AddItem{Account: a.ID, Of: edit.OfPoint, ID: "p-new", Text: word()}}}},
		edit.ImportAccounts{Base: s.Portfolio(), Accounts: []*model.Account{{ID: "imp", Name: word(), Tags: []string{word()}, Custom: map[string]string{word(): word()}}}},
	}
	for _, c := range changes {
		if i, ok := c.(edit.ImportAccounts); ok {
			i.Base = s.Portfolio()
			c = i
		}
		p, err := s.Do(c, time.Time{})
		if err != nil {
			if _, end := c.(edit.EndWorkshop); !end {
				t.Errorf("%T: %v", c, err)
			}
			continue
		}
		if found := storedUnclean(s.Portfolio()); len(found) > 0 {
			t.Fatalf("%T stores %v", c, found)
		}
		if model.Clean(p.Label.String()) != p.Label.String() && !strings.HasPrefix(fmt.Sprintf("%T", c), "model.Import") {
			t.Errorf("%T is called %+q", c, p.Label)
		}
	}
}

func TestNamesThatReadTheSameAreOne(t *testing.T) {
	s := sampled(t)
	name := s.Portfolio().Accounts()[0].Name
	for _, twin := range []string{name[:1] + "\u200b" + name[1:], name + "\u3164", name[:1] + "\u200d" + name[1:], "\ufeff" + strings.ToUpper(name)} {
		if _, err := s.Do(edit.AddAccount{ID: model.AccountID(s.NewID()), Name: twin}, time.Time{}); err == nil || !strings.Contains(err.Error(), "already") {
			t.Errorf("%+q: %v", twin, err)
		}
		if a, _ := s.Portfolio().Find(twin); a == nil || a.Name != name {
			t.Errorf("%+q finds %v", twin, a)
		}
	}
	for _, nobody := range []string{"\u200b", "\u3164 \u2800", "\U000e0041\U000e007f"} {
		if _, err := s.Do(edit.AddAccount{ID: model.AccountID(s.NewID()), Name: nobody}, time.Time{}); err == nil || !strings.Contains(err.Error(), "no visible characters") {
			t.Errorf("%+q: %v", nobody, err)
		}
	}
}

// TestAnOldFileBeyondTheBoundsWorks edits beside texts that were stored before there
// were bounds: they stay as they are, and moving them about refuses nothing.
func TestAnOldFileBeyondTheBoundsWorks(t *testing.T) {
	long, hidden := strings.Repeat("n", 500), "Acme\u200b"
	old := &model.Account{ID: "a", Name: long, Notes: strings.Repeat("x", 100_000), Tags: []string{hidden, long}, Custom: map[string]string{hidden: long},
		Persons: []model.Person{{ID: "p", Name: long}}, Seats: []model.Seat{{ID: "s", Title: hidden, Person: "p"}}}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{old, {ID: "b", Name: "Other"}, {ID: "c", Name: "oth\u200ber"}})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	s := session.New(p, model.NewDate(2026, 11, 30), 0, func() string { n++; return fmt.Sprint("n", n) })
	for _, c := range []edit.Change{
		edit.SetField{Ref: edit.AccountRef("a"), Key: "city", Value: "Haifa"}, edit.AddSeat{Account: "a", ID: "s2", Title: "CFO"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfSeat, ID: "s"}, Key: "seat.unit", Value: "Plant"},
		edit.CopyAccount{ID: "d", From: "a", Name: "Copy"}, edit.Restore{From: p, Moment: "then"},
	} {
		if _, err := s.Do(c, time.Time{}); err != nil {
			t.Errorf("%T: %v", c, err)
		}
	}
	if got := s.Portfolio().Account("a"); !reflect.DeepEqual(got, old) {
		t.Errorf("%+v", got)
	}
	fresh := &model.Account{ID: "e", Name: "Fresh"}
	if _, err := s.Do(edit.ImportAccounts{Base: s.Portfolio(), Accounts: []*model.Account{fresh}}, time.Time{}); err != nil {
		t.Error(err)
	}
}

func TestAMergeBringsNothingUnseen(t *testing.T) {
	today := model.NewDate(2026, 11, 30)
	base, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	list := append([]*model.Account(nil), base.Accounts()...)
	changed := *list[0]
	changed.Segment, changed.Tags = "Seg"+dirty+"ment", []string{"ta" + dirty + "g"}
	list[0] = &changed
	theirs, err := model.NewPortfolio(base.Programme(), append(list, &model.Account{ID: "zz-new", Name: "Ne" + dirty + "w"}))
	if err != nil {
		t.Fatal(err)
	}
	mine := base
	for round := range 2 {
		m, err := merge3.Merge(base, mine, theirs)
		if err != nil || len(m.Conflicts()) > 0 {
			t.Fatal(round, err, m.Conflicts())
		}
		change := m.Change(m.Result(), words.Plain("merge"))
		if (change == nil) != (round == 1) {
			t.Fatalf("round %d: %v", round, change)
		}
		if change == nil {
			break
		}
		s := session.New(mine, today, 0, func() string { return "x" })
		if _, err := s.Do(change, time.Time{}); err != nil {
			t.Fatal(err)
		}
		if mine = s.Portfolio(); len(storedUnclean(mine)) > 0 {
			t.Fatal(storedUnclean(mine))
		}
	}
}

// TestEveryTextHasABound walks the types of the model: each text is in the table of
// bounds, or is a line that is known to be one.
func TestEveryTextHasABound(t *testing.T) {
	lines := map[string]bool{}
	for _, l := range strings.Fields(`Account.Website Account.Phone Person.Email Person.Phone Member.Email Objective.Text Objective.Goal Objective.Measure Objective.Baseline Objective.Current
		Objective.Target Action.Text Insight.Text ValueLine.Text ValueLine.Metric ValueLine.Baseline ValueLine.Target ValueLine.Actual ValueLine.Alternative Point.Text Decision.Text Risk.Text Review.Text
		Rating.Source Parked.Text Instrument.Question Factor.Question Factor.Anchors Sent.Header`) {
		lines[l] = true
	}
	seen := map[string]bool{}
	for _, root := range []any{model.Account{}, model.Programme{}} {
		model.TextPlaces(reflect.TypeOf(root), func(at string, kind model.TextKind) {
			seen[at] = true
			if kind == model.LineText && !lines[at] {
				t.Errorf("%s has no bound of its own in the table, and is not known to be a line", at)
			}
		})
	}
	for l := range lines {
		if !seen[l] {
			t.Errorf("%s is no text of the model", l)
		}
	}
}
