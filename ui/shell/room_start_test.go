package shell

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/score"
	"accord/model/session"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/workshop"
)

// starting is a workbench that was just opened, before any key.
func starting(t *testing.T, p *model.Portfolio, change func(*Options)) *harness {
	t.Helper()
	x := &harness{TB: t, now: testNow}
	ids := counterIDs()
	o := Options{Session: session.New(p, model.DateOf(testNow), 0, ids), Ports: kit.Ports{Save: func(*edit.Patch) {}, Now: func() time.Time { return x.now }, NewID: ids}}
	change(&o)
	x.app = New(o)
	x.app.size.w, x.app.size.h = 120, 40
	return x
}

// TestProjectorModeIsRemembered: f5 is noted at once, both ways, and a start in it
// shows nothing of ours in its first frame.
func TestProjectorModeIsRemembered(t *testing.T) {
	p, s := roomSecrets(t)
	x := start(t, p, 120, 40)
	var noted []bool
	x.app.ports.Project = func(on bool) { noted = append(noted, on) }
	x.Keys("f5 f12 f12 f5 f5")
	if len(noted) != 3 || !noted[0] || noted[1] || !noted[2] {
		t.Errorf("noted %v", noted)
	}
	y := starting(t, p, func(o *Options) { o.Projector = true })
	if found := s.leaks(y.screen()); len(found) > 0 || y.app.theme.Name() != theme.HighContrast {
		t.Errorf("the first frame shows %q:\n%s", found, y.screen())
	}
	z := starting(t, p, func(o *Options) {})
	if len(s.leaks(z.screen())) == 0 {
		t.Error("without it nothing is shown either, so this proves nothing")
	}
	y.Keys("f5")
	if y.app.theme.Name() == theme.HighContrast || y.app.c.Modest() {
		t.Error("f5 does not leave it")
	}
}

// TestAProtectedFileOpensAsItWasLeft: behind the passphrase the screen is the room's
// and the names are hidden from the first frame on, whichever of the two was on.
func TestAProtectedFileOpensAsItWasLeft(t *testing.T) {
	p, s := roomSecrets(t)
	veil := mask.NewVeil(score.Of(three(t), model.DateOf(testNow)), "key").State()
	for _, o := range []kit.Opened{{Projector: true}, {HideNow: true}, {Hidden: veil, Projector: true}} {
		x := starting(t, model.EmptyPortfolio(), func(o *Options) { o.Locked = true })
		hidden := ""
		x.app.ports.Hide = func(state string) { hidden = state }
		opened := o
		opened.Session = session.New(p, model.DateOf(testNow), 0, counterIDs())
		x.app.ports.Unlock = func(string) (*kit.Opened, error) { return &opened, nil }
		x.Keys("'secret words' enter")
		if x.app.c.Projector.On != o.Projector || x.app.c.Session.Hidden() != (o.HideNow || o.Hidden != "") {
			t.Errorf("%+v: projector %t, hidden %t", o, x.app.c.Projector.On, x.app.c.Session.Hidden())
		}
		if found := s.leaks(x.screen()); len(found) > 0 {
			t.Errorf("%q is shown:\n%s", found, x.screen())
		}
		if o.HideNow && hidden == "" {
			t.Error("that names are hidden is not noted again")
		}
	}
}

// TestARestoredCopyShowsNoMore: a copy from before the room came is put in place, and
// the room sees no more than before.
func TestARestoredCopyShowsNoMore(t *testing.T) {
	p := three(t)
	for _, locked := range []bool{false, true} {
		x := start(t, p, 120, 40)
		x.app.ports.Opens = func(string) bool { return true }
		x.Keys("f6 f5").seesNot("Meridian")
		projected := 0
		x.app.ports.Project = func(on bool) {
			if on {
				projected++
			}
		}
		fresh := &kit.Opened{Session: session.New(p, model.DateOf(testNow), 0, counterIDs())}
		if locked {
			x.app.ports.Unlock = func(string) (*kit.Opened, error) { return fresh, nil }
			x.run(x.app.restored(nil, "in place"))
			x.Keys("'secret words' enter")
		} else {
			x.run(x.app.restored(fresh, "in place"))
		}
		x.sees("anonymous mode").seesNot("Meridian")
		if !x.app.c.Modest() || !x.app.c.Session.Hidden() || projected == 0 {
			t.Errorf("locked %t: projector %t, hidden %t, noted %d times", locked, x.app.c.Modest(), x.app.c.Session.Hidden(), projected)
		}
	}
}

// TestAResumedBlindRatingShowsNoMark: after a crash in the middle of a turn the first
// frame, the turn itself and everything a key brings tell who has answered, and no
// mark; with a projector and without.
func TestAResumedBlindRatingShowsNoMark(t *testing.T) {
	half := func(marks string) *model.Portfolio { // AL has passed, BK answered three of ten
		s := session.New(answered(t, "22222", "45454"), model.DateOf(testNow), 0, counterIDs())
		in := model.DefaultPack().Instrument("importance")
		for i, m := range marks {
			if _, err := s.Do(edit.CastMark{Account: "a", Factor: in.Factors[i].Full(), Level: model.LevelOf(int(m - '0'))}, testNow); err != nil {
				t.Fatal(err)
			}
		}
		return s.Portfolio()
	}
	for _, projector := range []bool{false, true} {
		one := starting(t, half("135"), func(o *Options) { o.Projector = projector })
		two := starting(t, half("402"), func(o *Options) { o.Projector = projector })
		one.sees("Pass the keyboard to BK", "1 of 2 have answered")
		script := strings.Fields("x enter x down up j ] u ctrl+r g h esc i esc ? esc : esc f7 f5 f5 esc b enter down u")
		for i, k := range script {
			if one.screen() != two.screen() || one.app.windowTitle() != two.app.windowTitle() {
				t.Fatalf("projector %t: after %v the screen tells a mark:\n%s\n%s", projector, script[:i], one.screen(), two.screen())
			}
			if k == "x" {
				continue
			}
			one.key(k)
			two.key(k)
		}
		// what is typed from now on is seen by who types it, without a projector
		x := starting(t, half("135"), func(o *Options) { o.Projector = projector })
		x.Keys("enter")
		x.sees(x.app.c.Glyphs.Full)
		x.send(tea.WindowSizeMsg{Width: 100, Height: 30})
		x.Keys("down down down 4")
		b := x.app.c.Voting()
		q := b.Questions(model.DefaultPack())[3]
		if b.Mark("a", "BK", q.Factor) != model.LevelOf(4) {
			t.Fatal("not marked")
		}
		if p, ok := x.app.top().(*workshop.BallotPage); !ok || (p.SaidWord(x.app.c, b, q) == "4") == projector {
			t.Error("an answer of now is masked without a projector, or shown with one")
		}
	}
}

// TestTheNoteOfAnAgreedRatingEndsNothing: before the room e begins no note, and the
// words that follow are no commands.
func TestTheNoteOfAnAgreedRatingEndsNothing(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("j g w b enter 'AL, BK' enter enter enter 3 3 3 3 3 enter enter 3 3 3 3 3 enter enter").sees("median 3")
	x.Keys("A f5")
	before, n := x.session().Portfolio(), len(x.patches)
	x.Keys("e").sees("Not shown in projector mode")
	x.Keys("'A = Exhausted X X the whole 5 4 Question: E E A'")
	if x.session().Portfolio() != before || len(x.patches) != n {
		t.Errorf("%d edits were made by typing a note", len(x.patches)-n)
	}
	x.Keys("esc").sees("agreed 3", "the result")
	// begun before the room came: what was typed is kept, the rest goes nowhere
	x.Keys("f5 e 'they grow' f5").seesNot("they grow").Keys("' X X A E'").seesNot("they grow")
	b := x.session().Portfolio().Programme().Ballots
	if len(b) != 1 || b[0].Open() {
		t.Fatalf("%v", b)
	}
	x.Keys("esc f5").sees("why: they grow")
	x.Keys("f5").seesNot("they grow")
}
