package session_test

import (
	"encoding/json"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/session"
	"accord/model/sessiontest"
)

func ballotSession(t *testing.T, raters ...string) *session.Session {
	t.Helper()
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "Alpha"}))
	if _, err := s.Do(edit.OpenBallot{ID: "b", Accounts: []model.AccountID{"a"}, Instrument: "importance", Raters: raters}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	return s
}

// Median, spread and the order of dispute on cases worked by hand.
func TestVerdictsOfABlindRating(t *testing.T) {
	s := ballotSession(t, "AL", "BK", "CM", "DN")
	in := model.DefaultPack().Instrument("importance")
	//                      AL   BK   CM   DN   factor by factor; - abstains
	for _, marks := range []string{"5305-", "5142-", "5-33-", "5-51-"} {
		if got := s.Portfolio().Programme().Ballot("b").Verdicts(model.DefaultPack()); got != nil {
			t.Fatal("there are verdicts before all have passed")
		}
		for i, m := range marks {
			if m != '-' {
				if _, err := s.Do(edit.CastMark{Account: "a", Factor: in.Factors[i].Full(), Level: model.LevelOf(int(m - '0'))}, modeltest.Now); err != nil {
					t.Fatal(err)
				}
			}
		}
		if _, err := s.Do(edit.PassBallot{}, modeltest.Now); err != nil {
			t.Fatal(err)
		}
	}
	got := s.Portfolio().Programme().Ballot("b").Verdicts(model.DefaultPack())
	for i, want := range []struct {
		factor, cast, spread int
		median               model.Num
		agreed               model.Level
	}{
		{2, 4, 5, model.Some(3.5), model.LevelOf(4)}, // 0 4 3 5: the middle two are 3 and 4
		{3, 4, 4, model.Some(2.5), model.LevelOf(3)}, // 5 2 3 1
		{1, 2, 2, model.Some(2.0), model.LevelOf(2)}, // 3 1, two abstain
		{0, 4, 0, model.Some(5.0), model.LevelOf(5)}, // all agree
		{4, 0, 0, model.Num{}, model.UnknownLevel},   // nobody knows: that is not zero
	} {
		v := got[i]
		if v.Factor != in.Factors[want.factor].Full() || v.Cast != want.cast || v.Spread != want.spread || v.Median != want.median || v.Level != want.agreed {
			t.Errorf("%d: %+v, want %+v", i, v, want)
		}
	}
	if _, err := s.Do(edit.Agree{Ballot: "b", Account: "a", Factor: got[0].Factor, Level: got[0].Level, Name: ""}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	r := s.Portfolio().Account("a").Ratings[got[0].Factor]
	if r.Ours != model.LevelOf(4) || r.Source != "ours, blind rating "+modeltest.Today.String()+": AL 0, BK 4, CM 3, DN 5" {
		t.Errorf("%+v", r)
	}
	if _, err := s.Do(edit.CloseBallot{ID: "b"}, modeltest.Now); err != nil || s.Portfolio().Programme().Ballots != nil || !s.Portfolio().Account("a").Ratings[got[0].Factor].Ours.Known() {
		t.Error("closing loses what was agreed", err)
	}
}

func TestOneRaterAndTies(t *testing.T) {
	s := ballotSession(t, "AL")
	in := model.DefaultPack().Instrument("importance")
	for i, c := range []edit.Change{edit.CastMark{Account: "a", Factor: in.Factors[0].Full(), Level: model.LevelOf(3)}, edit.CastMark{Account: "a", Factor: in.Factors[1].Full(), Level: model.LevelOf(3)}, edit.CastMark{Account: "a", Factor: in.Factors[1].Full(), Level: model.UnknownLevel}, edit.PassBallot{}} {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatal(i, err)
		}
	}
	v := s.Portfolio().Programme().Ballot("b").Verdicts(model.DefaultPack())
	if v[0].Factor != in.Factors[0].Full() || v[0].Median != model.Some(3.0) || v[0].Spread != 0 || v[1].Cast != 0 {
		t.Errorf("%+v", v)
	}
	for _, c := range []edit.Change{edit.CastMark{Account: "a", Factor: in.Factors[0].Full(), Level: model.LevelOf(1)}, edit.PassBallot{}} {
		if _, err := s.Do(c, modeltest.Now); err == nil {
			t.Errorf("%T after all have passed", c)
		}
	}
}

// While marks are secret, no step says in words what they are.
func TestNoWordOfABlindMark(t *testing.T) {
	s := ballotSession(t, "AL", "BK")
	for n := range 6 {
		p, err := s.Do(edit.CastMark{Account: "a", Factor: "importance.capacity", Level: model.LevelOf(n)}, modeltest.Now)
		if err != nil || p.Label.String() != "blind mark" || len(p.Edits(s.Portfolio().Programme())) != 0 {
			t.Errorf("%q %v %v", p.Label, p.Edits(s.Portfolio().Programme()), err)
		}
	}
	if _, err := s.Do(edit.Agree{Ballot: "b", Account: "a", Factor: "importance.capacity", Level: model.LevelOf(1), Name: ""}, modeltest.Now); err == nil {
		t.Error("agreed before all have passed")
	}
}

func TestRatersAreTyped(t *testing.T) {
	if got, err := model.ParseRaters(" AL, BK;CM  דנ"); err != nil || strings.Join(got, "|") != "AL|BK|CM|דנ" {
		t.Error(got, err)
	}
	for _, bad := range []string{"", " , ", "AL, al", "A/B", strings.Repeat("x", 13), strings.Repeat("a ", 2)} {
		if _, err := model.ParseRaters(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	if text, err := json.Marshal(&model.Ballot{Accounts: []model.AccountID{"a"}, Raters: []string{"AL"}, Marks: map[string]model.Level{"AL/x": model.LevelOf(0)}}); err != nil || strings.Contains(string(text), "null") {
		t.Errorf("%s %v", text, err)
	}
}

// One mark is an opinion, and half a level is no level: neither is agreed on by itself.
func TestWhatNobodyDisputes(t *testing.T) {
	for _, c := range []struct {
		marks             string // of the raters, - passed over, x abstains
		whole, undisputed bool
		said              string
	}{
		{"44", true, true, "AL 4, BK 4"},
		{"434", true, true, "AL 4, BK 3, CM 4"},
		{"43", false, false, "AL 4, BK 3"}, // 3.5
		{"53", true, false, "AL 5, BK 3"},
		{"2x-", true, false, "AL 2, BK x, CM –"},
		{"22x", true, true, "AL 2, BK 2, CM x"},
		{"x-", false, false, "AL x, BK –"},
	} {
		s := ballotSession(t, []string{"AL", "BK", "CM"}[:len(c.marks)]...)
		for _, m := range c.marks {
			switch m {
			case '-':
			case 'x':
				sessiontest.DoAll(t, s, edit.CastMark{Account: "a", Factor: "importance.capacity", Level: model.UnknownLevel})
			default:
				sessiontest.DoAll(t, s, edit.CastMark{Account: "a", Factor: "importance.capacity", Level: model.LevelOf(int(m - '0'))})
			}
			b := s.Portfolio().Programme().Voting()
			if n, want := len(b.Unanswered(model.DefaultPack())), len(b.Questions(model.DefaultPack())); m == '-' && n != want || m != '-' && n != want-1 {
				t.Errorf("%s: %d unanswered", c.marks, n)
			}
			sessiontest.DoAll(t, s, edit.PassBallot{})
		}
		b := s.Portfolio().Programme().Ballot("b")
		for _, v := range b.Verdicts(model.DefaultPack()) {
			if v.Factor == "importance.capacity" && (v.Whole() != c.whole || v.Undisputed() != c.undisputed || b.Words("a", v.Factor) != c.said) {
				t.Errorf("%s: whole %t, undisputed %t, %q", c.marks, v.Whole(), v.Undisputed(), b.Words("a", v.Factor))
			}
		}
	}
}

// Source and note keep what both views say, whatever came first.
func TestBothViewsKeepTheirSource(t *testing.T) {
	level := model.LevelOf(3)
	for _, c := range []struct {
		was    model.Rating
		theirs bool
		want   string
	}{
		{model.Rating{}, false, "ours, new"},
		{model.Rating{Ours: level, Source: "ours, old"}, false, "ours, new"},
		{model.Rating{Ours: level, Source: "ours, old"}, true, "ours, old · theirs, new"},
		{model.Rating{Ours: level, Verified: level, Source: "ours, old · theirs, old"}, true, "ours, old · theirs, new"},
		{model.Rating{Ours: level, Verified: level, Source: "ours, old · theirs, old"}, false, "ours, new · theirs, old"},
		{model.Rating{Verified: level, Source: "theirs, old"}, false, "ours, new · theirs, old"},
		{model.Rating{Ours: level, Source: "what Anna says"}, false, "ours, new"},
		{model.Rating{Ours: level, Source: "what Anna says"}, true, "theirs, new · what Anna says"},
	} {
		if got := c.was.SourceWith(c.theirs, "new"); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.was.Source, got, c.want)
		}
	}
	for _, c := range []struct {
		was    string
		theirs bool
		text   string
		want   string
	}{
		{"", false, "a", "a"}, {"", true, "b", "theirs: b"}, {"a", true, "b", "a · theirs: b"}, {"a · theirs: b", false, "c", "c · theirs: b"},
		{"a · theirs: b", true, "c", "a · theirs: c"}, {"a · theirs: b", true, "", "a"}, {"theirs: b", false, "a", "a · theirs: b"}, {"a · d", true, "b", "a · d · theirs: b"}, {"a · theirs: b", false, "", "theirs: b"},
	} {
		r := model.Rating{Note: c.was}
		if r.Note = r.NoteWith(c.theirs, c.text); r.Note != c.want || r.Why(c.theirs) != c.text {
			t.Errorf("%q becomes %q, want %q", c.was, r.Note, c.want)
		}
	}
}

// The turn goes back to who passed on last, and no further than the first; that is
// undone like all else.
func TestTheTurnGoesBack(t *testing.T) {
	s := ballotSession(t, "AL", "BK")
	if _, err := s.Do(edit.ReopenTurn{}, modeltest.Now); err == nil {
		t.Error("nobody had passed on")
	}
	sessiontest.DoAll(t, s, edit.CastMark{Account: "a", Factor: "importance.capacity", Level: model.LevelOf(4)}, edit.PassBallot{}, edit.ReopenTurn{})
	if b := s.Portfolio().Programme().Voting(); b.Rater() != "AL" || b.Mark("a", "AL", "importance.capacity") != model.LevelOf(4) {
		t.Errorf("%+v", b)
	}
	if _, ok := s.Undo(); !ok || s.Portfolio().Programme().Voting().Rater() != "BK" {
		t.Error("it is not taken back")
	}
	sessiontest.DoAll(t, s, edit.PassBallot{})
	if _, err := s.Do(edit.ReopenTurn{}, modeltest.Now); err == nil {
		t.Error("a turn is reopened when all marks were seen")
	}
}

// Of the participants those rate who are named by their place.
func TestSomeOfTheParticipantsRate(t *testing.T) {
	s := sessiontest.WorkshopSession(t)
	for _, bad := range [][]int{nil, {3}, {-1}} {
		if _, err := s.Do(edit.SeatedBallot{OpenBallot: edit.OpenBallot{ID: "b", Accounts: []model.AccountID{"a"}, Instrument: "importance"}, Seats: bad}, modeltest.Now); err == nil {
			t.Errorf("%v is taken", bad)
		}
	}
	sessiontest.DoAll(t, s, edit.SeatedBallot{OpenBallot: edit.OpenBallot{ID: "b", Accounts: []model.AccountID{"a"}, Instrument: "importance"}, Seats: []int{0, 2}})
	if b := s.Portfolio().Programme().Voting(); strings.Join(b.Raters, " ") != "AL PO" {
		t.Errorf("%q", b.Raters)
	}
}
