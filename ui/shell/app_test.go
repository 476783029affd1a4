package shell

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/session"
	"accord/ui/kit"
)

func TestOneKeyMovesScoreQuadrantOrderAndStripInTheSameFrame(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("j").sees("Exposed", "S 54~").Keys("tab tab ]")
	before := strings.Index(x.screen(), "▸ Meridian")
	x.Keys("5 j 5 j 5 j 5 j 5 j 5").sees("Partner", "position 100", "S 84~", "▲")
	x.Keys("[ home 5 j 5 j 5 j 5 j 5").sees("importance 100") // the list stands by importance
	if after := strings.Index(x.screen(), "▸ Meridian"); after >= before {
		t.Errorf("Meridian stands at %d, before at %d", after, before)
	}
	x.sees("saving")
	last := x.patches[len(x.patches)-1].Seq
	x.send(kit.SavedMsg{Queued: last, Saved: last - 1})
	x.sees("saving")
	x.send(kit.SavedMsg{Queued: last, Saved: last})
	x.send(kit.SavedMsg{Queued: last, Saved: last - 1}) // a late word of an earlier state
	x.sees("saved ✓")
}

func TestWhoQuitsWithoutTheFileIsToldWhereEverythingIs(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("tab tab 5").send(kit.SavedMsg{Queued: 1, Err: errors.New("accord.db was deleted: everything is in r.db"), Rescue: "r.db", Whole: true})
	x.Keys("q").sees("1 edit is not on the disk", "r.db", "is complete", "Bring your file back", "quit again")
	if x.quit {
		t.Fatal("left without a word")
	}
	x.Keys("esc").send(kit.SavedMsg{Queued: 1, Saved: 1})
	x.sees("saved ✓").seesNot("r.db")
}

func TestTheDiskRefusesAndTheUserIsTold(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("tab tab 5").send(kit.SavedMsg{Queued: 1, Err: errors.New("the disk is full")})
	x.sees("NOT SAVED", "the disk is full").Keys("4").sees("NOT SAVED")
	x.Keys("q").sees("Not saved", "to a rescue")
	if x.quit {
		t.Fatal("left without a word")
	}
	x.Keys("esc").send(kit.SavedMsg{Queued: 2, Saved: 2})
	x.sees("saved ✓").Keys("q")
	if !x.quit {
		t.Fatal("q does not quit when all is saved")
	}
}

func TestAReadOnlyCopySaysSoAndRefusesEveryEdit(t *testing.T) {
	s := session.New(three(t), model.DateOf(testNow), 0, counterIDs())
	s.Freeze("read-only, as of 09:14: accord.db is already open in another window")
	x := &harness{TB: t, now: testNow}
	x.app = New(Options{Session: s, Ports: kit.Ports{Now: func() time.Time { return x.now }, NewID: counterIDs()}})
	x.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	x.sees("Read-only", "another window").Keys("enter").sees("read-only", "Meridian Foods")
	before := s.Portfolio()
	x.Keys("tab tab 5 tab t").sees("read-only")
	if s.Portfolio() != before {
		t.Error("an edit went through")
	}
}

func TestANewDayRescoresEverything(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.sees("24 Nov 2026")
	x.now = x.now.Add(24 * time.Hour)
	x.Keys("j").sees("25 Nov 2026")
	if x.session().Today() != model.NewDate(2026, time.November, 25) {
		t.Error("the session stayed on the day before")
	}
}

func TestShortcutsWorkOnHebrewAndCyrillicKeyboards(t *testing.T) {
	for _, keys := range []string{"ח", "о"} { // both stand on j
		x := start(t, three(t), 120, 40)
		first := x.account().ID
		x.Keys(keys)
		if x.account().ID == first {
			t.Errorf("%s does not move down", keys)
		}
	}
	x := start(t, three(t), 120, 40)
	x.send(tea.KeyPressMsg{Code: 'ב', BaseCode: 'c', Mod: tea.ModCtrl}) // ctrl+c with the kitty protocol
	if !x.quit {
		t.Error("ctrl+c on a Hebrew layout does not quit")
	}
}

func TestKonsoleIsHeldInOrder(t *testing.T) {
	x := start(t, three(t), 60, 16)
	x.send(tea.TerminalVersionMsg{Name: "Konsole 22.12"})
	for line := range strings.SplitSeq(x.app.View().Content, "\n") {
		if strings.Count(line, "\u202d") != 1 {
			t.Fatalf("%q", line)
		}
	}
}

// TestNothingIsOutstandingAfterSettling runs the tour of all screens: every
// command that a key starts must answer by itself, so that nothing ticks, waits
// or polls once the screen is drawn.
func TestNothingIsOutstandingAfterSettling(t *testing.T) {
	for _, script := range tour {
		p := samplePortfolio(t)
		settled := make(chan struct{})
		go func() {
			defer close(settled)
			start(t, p, 120, 40).Keys(script)
		}()
		select {
		case <-settled:
		case <-time.After(20 * time.Second):
			t.Fatalf("after %q a command is still outstanding", script)
		}
	}
}

// What went wrong beside saving is said once, and again only when it is mended and
// comes back.
func TestACopyThatCanNotBeMadeIsSaidOnce(t *testing.T) {
	const note = "the automatic copy could not be made: backups may not be written"
	x := start(t, three(t), 120, 40)
	x.send(kit.SavedMsg{Queued: 1, Saved: 1, Note: note})
	x.sees("Warning: " + note).Keys("j").seesNot(note)
	x.send(kit.SavedMsg{Queued: 2, Saved: 2, Note: note})
	x.seesNot(note)
	x.send(kit.SavedMsg{Queued: 3, Saved: 3})
	x.send(kit.SavedMsg{Queued: 4, Saved: 4, Note: note})
	x.sees(note)
}
