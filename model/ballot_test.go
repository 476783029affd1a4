package model

import (
	"encoding/json"
	"strings"
	"testing"
)

func ballotSession(t *testing.T, raters ...string) *Session {
	t.Helper()
	s := newTestSession(portfolioOf(t, &Account{ID: "a", Name: "Alpha"}))
	if _, err := s.Do(OpenBallot{ID: "b", Accounts: []AccountID{"a"}, Instrument: "importance", Raters: raters}, testNow); err != nil {
		t.Fatal(err)
	}
	return s
}

// Median, spread and the order of dispute on cases worked by hand.
func TestVerdictsOfABlindRating(t *testing.T) {
	s := ballotSession(t, "AL", "BK", "CM", "DN")
	in := DefaultPack().Instrument("importance")
	//                      AL   BK   CM   DN   factor by factor; - abstains
	for _, marks := range []string{"5305-", "5142-", "5-33-", "5-51-"} {
		if got := s.Portfolio().Programme().Ballot("b").Verdicts(DefaultPack()); got != nil {
			t.Fatal("there are verdicts before all have passed")
		}
		for i, m := range marks {
			if m != '-' {
				if _, err := s.Do(CastMark{"a", in.Factors[i].Full(), LevelOf(int(m - '0'))}, testNow); err != nil {
					t.Fatal(err)
				}
			}
		}
		if _, err := s.Do(PassBallot{}, testNow); err != nil {
			t.Fatal(err)
		}
	}
	got := s.Portfolio().Programme().Ballot("b").Verdicts(DefaultPack())
	for i, want := range []struct {
		factor, cast, spread int
		median               Num
		agreed               Level
	}{
		{2, 4, 5, Some(3.5), LevelOf(4)}, // 0 4 3 5: the middle two are 3 and 4
		{3, 4, 4, Some(2.5), LevelOf(3)}, // 5 2 3 1
		{1, 2, 2, Some(2.0), LevelOf(2)}, // 3 1, two abstain
		{0, 4, 0, Some(5.0), LevelOf(5)}, // all agree
		{4, 0, 0, Num{}, UnknownLevel},   // nobody knows: that is not zero
	} {
		v := got[i]
		if v.Factor != in.Factors[want.factor].Full() || v.Cast != want.cast || v.Spread != want.spread || v.Median != want.median || v.Level != want.agreed {
			t.Errorf("%d: %+v, want %+v", i, v, want)
		}
	}
	if _, err := s.Do(Agree{"b", "a", got[0].Factor, got[0].Level, ""}, testNow); err != nil {
		t.Fatal(err)
	}
	r := s.Portfolio().Account("a").Ratings[got[0].Factor]
	if r.Ours != LevelOf(4) || r.Source != "ours, blind rating "+testToday.String()+": AL 0, BK 4, CM 3, DN 5" {
		t.Errorf("%+v", r)
	}
	if _, err := s.Do(CloseBallot{"b"}, testNow); err != nil || s.Portfolio().Programme().Ballots != nil || !s.Portfolio().Account("a").Ratings[got[0].Factor].Ours.Known() {
		t.Error("closing loses what was agreed", err)
	}
}

func TestOneRaterAndTies(t *testing.T) {
	s := ballotSession(t, "AL")
	in := DefaultPack().Instrument("importance")
	for i, c := range []Change{CastMark{"a", in.Factors[0].Full(), LevelOf(3)}, CastMark{"a", in.Factors[1].Full(), LevelOf(3)}, CastMark{"a", in.Factors[1].Full(), UnknownLevel}, PassBallot{}} {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(i, err)
		}
	}
	v := s.Portfolio().Programme().Ballot("b").Verdicts(DefaultPack())
	if v[0].Factor != in.Factors[0].Full() || v[0].Median != Some(3.0) || v[0].Spread != 0 || v[1].Cast != 0 {
		t.Errorf("%+v", v)
	}
	for _, c := range []Change{CastMark{"a", in.Factors[0].Full(), LevelOf(1)}, PassBallot{}} {
		if _, err := s.Do(c, testNow); err == nil {
			t.Errorf("%T after all have passed", c)
		}
	}
}

// While marks are secret, no step says in words what they are.
func TestNoWordOfABlindMark(t *testing.T) {
	s := ballotSession(t, "AL", "BK")
	for n := range 6 {
		p, err := s.Do(CastMark{"a", "importance.capacity", LevelOf(n)}, testNow)
		if err != nil || p.Label != "blind mark" || len(p.Edits(s.Portfolio().Programme())) != 0 {
			t.Errorf("%q %v %v", p.Label, p.Edits(s.Portfolio().Programme()), err)
		}
	}
	if _, err := s.Do(Agree{"b", "a", "importance.capacity", LevelOf(1), ""}, testNow); err == nil {
		t.Error("agreed before all have passed")
	}
}

func TestRatersAreTyped(t *testing.T) {
	if got, err := ParseRaters(" AL, BK;CM  דנ"); err != nil || strings.Join(got, "|") != "AL|BK|CM|דנ" {
		t.Error(got, err)
	}
	for _, bad := range []string{"", " , ", "AL, al", "A/B", strings.Repeat("x", 13), strings.Repeat("a ", 2)} {
		if _, err := ParseRaters(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	if text, err := json.Marshal(&Ballot{Accounts: []AccountID{"a"}, Raters: []string{"AL"}, Marks: map[string]Level{"AL/x": LevelOf(0)}}); err != nil || strings.Contains(string(text), "null") {
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
				doAll(t, s, CastMark{"a", "importance.capacity", UnknownLevel})
			default:
				doAll(t, s, CastMark{"a", "importance.capacity", LevelOf(int(m - '0'))})
			}
			b := s.Portfolio().programme.Voting()
			if n, want := len(b.Unanswered(DefaultPack())), len(b.Questions(DefaultPack())); m == '-' && n != want || m != '-' && n != want-1 {
				t.Errorf("%s: %d unanswered", c.marks, n)
			}
			doAll(t, s, PassBallot{})
		}
		b := s.Portfolio().programme.Ballot("b")
		for _, v := range b.Verdicts(DefaultPack()) {
			if v.Factor == "importance.capacity" && (v.Whole() != c.whole || v.Undisputed() != c.undisputed || b.words("a", v.Factor) != c.said) {
				t.Errorf("%s: whole %t, undisputed %t, %q", c.marks, v.Whole(), v.Undisputed(), b.words("a", v.Factor))
			}
		}
	}
}

// Source and note keep what both views say, whatever came first.
func TestBothViewsKeepTheirSource(t *testing.T) {
	level := LevelOf(3)
	for _, c := range []struct {
		was    Rating
		theirs bool
		want   string
	}{
		{Rating{}, false, "ours, new"},
		{Rating{Ours: level, Source: "ours, old"}, false, "ours, new"},
		{Rating{Ours: level, Source: "ours, old"}, true, "ours, old · theirs, new"},
		{Rating{Ours: level, Verified: level, Source: "ours, old · theirs, old"}, true, "ours, old · theirs, new"},
		{Rating{Ours: level, Verified: level, Source: "ours, old · theirs, old"}, false, "ours, new · theirs, old"},
		{Rating{Verified: level, Source: "theirs, old"}, false, "ours, new · theirs, old"},
		{Rating{Ours: level, Source: "what Anna says"}, false, "ours, new"},
		{Rating{Ours: level, Source: "what Anna says"}, true, "theirs, new · what Anna says"},
	} {
		if got := c.was.sourceWith(c.theirs, "new"); got != c.want {
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
		r := Rating{Note: c.was}
		if r.Note = r.NoteWith(c.theirs, c.text); r.Note != c.want || r.Why(c.theirs) != c.text {
			t.Errorf("%q becomes %q, want %q", c.was, r.Note, c.want)
		}
	}
}

// The turn goes back to who passed on last, and no further than the first; that is
// undone like all else.
func TestTheTurnGoesBack(t *testing.T) {
	s := ballotSession(t, "AL", "BK")
	if _, err := s.Do(ReopenTurn{}, testNow); err == nil {
		t.Error("nobody had passed on")
	}
	doAll(t, s, CastMark{"a", "importance.capacity", LevelOf(4)}, PassBallot{}, ReopenTurn{})
	if b := s.Portfolio().programme.Voting(); b.Rater() != "AL" || b.Mark("a", "AL", "importance.capacity") != LevelOf(4) {
		t.Errorf("%+v", b)
	}
	if _, ok := s.Undo(); !ok || s.Portfolio().programme.Voting().Rater() != "BK" {
		t.Error("it is not taken back")
	}
	doAll(t, s, PassBallot{})
	if _, err := s.Do(ReopenTurn{}, testNow); err == nil {
		t.Error("a turn is reopened when all marks were seen")
	}
}

// Of the participants those rate who are named by their place.
func TestSomeOfTheParticipantsRate(t *testing.T) {
	s := workshopSession(t)
	for _, bad := range [][]int{nil, {3}, {-1}} {
		if _, err := s.Do(SeatedBallot{OpenBallot{ID: "b", Accounts: []AccountID{"a"}, Instrument: "importance"}, bad}, testNow); err == nil {
			t.Errorf("%v is taken", bad)
		}
	}
	doAll(t, s, SeatedBallot{OpenBallot{ID: "b", Accounts: []AccountID{"a"}, Instrument: "importance"}, []int{0, 2}})
	if b := s.Portfolio().programme.Voting(); strings.Join(b.Raters, " ") != "AL PO" {
		t.Errorf("%q", b.Raters)
	}
}
