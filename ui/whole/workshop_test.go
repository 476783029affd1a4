//go:build !windows

package whole

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/store"
)

const (
	keyPark = "\x1b[19~" // f8
	keyHide = "\x1b[17~" // f6
	keyDown = "\x1b[B"
	keyHome = "\x1b[H"
)

// halfDay is the half-day of eight people over twelve accounts, typed by keys.
type halfDay struct {
	*terminal
	file   string
	names  []string // of the accounts in scope
	parked int
}

// disputed are the questions about which everybody thinks something else.
var disputed = []int{7, 20, 41}

// opinions are what the eight answer to a disputed question.
const opinions = "50515042"

// reopen ends the program as a power cut does, and opens the file again.
func (h *halfDay) reopen() {
	h.t.Helper()
	h.waitFor("saved ✓").kill()
	h.terminal = open(h.t, 120, 40, "--file", h.file, "--today", "2026-11-24")
}

// answers is the turn of one rater.
func answers(rater, questions int) string {
	marks := []byte(strings.Repeat("3", questions))
	for _, q := range disputed {
		marks[q] = opinions[rater]
	}
	return string(marks)
}

// turn is one rater at the keyboard, from after the question skip.
func (h *halfDay) turn(rater, questions, skip int) {
	h.t.Helper()
	h.waitFor(fmt.Sprintf("Pass the keyboard to P%d", rater)).typed("\r").waitFor(fmt.Sprintf("P%d:", rater))
	h.typed(strings.Repeat(keyDown, skip) + answers(rater, questions)[skip:] + "\r")
}

// park catches a line from wherever the screen is.
func (h *halfDay) park(line string) {
	h.t.Helper()
	h.parked++
	h.typed(keyPark).waitFor("Park an item").typed(line).waitFor("· enter pa").typed("\r").waitUntil("the end of parking", func(s string) bool { return !strings.Contains(s, "Park an item") })
}

// settle agrees: what nobody disputes with one key, then the three others.
func (h *halfDay) settle(questions int, why string) {
	h.t.Helper()
	h.waitFor("the result").waitFor("spread 5").typed("A").waitFor(fmt.Sprintf("%d of %d agreed", questions-3, questions))
	for i := range disputed {
		h.typed(keyHome + strings.Repeat(keyDown, i) + "4").waitFor(fmt.Sprintf("%d of %d agreed", questions-2+i, questions))
	}
	if why != "" {
		h.typed(keyHome + "e" + why + "\r").waitFor("why: " + why)
	}
}

// A half-day in the real program by keys alone: eight people rate twelve accounts
// blind on importance and on position, settle three disputes each time, park twenty
// lines, hide all names for a while, lose the power twice, and write their papers.
// Nothing that was agreed is lost.
func TestAHalfDayByKeys(t *testing.T) {
	h := &halfDay{file: sampleFile(t)}
	h.terminal = open(t, 120, 40, "--file", h.file, "--today", "2026-11-24")
	h.waitFor("25 accounts").typed("gw").waitFor("Half-day portfolio selection").typed("3").waitFor("12 accounts in scope")
	h.typed("\t\t\t").waitFor("[who and what]")
	h.typed("a").waitFor("Who takes part?")
	for i := range 8 {
		h.typed(fmt.Sprintf("P%d office\r", i)).waitFor(fmt.Sprintf("%d participant", i+1))
	}
	h.typed(spoken("esc") + "n").waitFor("Welcome: few accounts").typed("gw").waitFor("min left")
	h.scope()
	h.typed("b").waitFor("P0, P1, P2, P3, P4, P5, P6, P7").typed("\r")
	for i := range 4 {
		h.turn(i, 60, 0)
	}
	// The power goes in the middle of a turn; what was answered is there.
	h.waitFor("Pass the keyboard to P4").typed("\r").waitFor("P4:").typed(answers(4, 60)[:30])
	h.park("? " + h.names[0] + ": who signs there")
	h.reopen()
	h.turn(4, 60, 30)
	for i := 5; i < 8; i++ {
		h.turn(i, 60, 0)
	}
	h.settle(60, "line 3 is theirs")
	for i := range 8 {
		h.park(fmt.Sprintf("! %s: decision number %d", h.names[i], i))
	}
	h.park("@P1 calls them by 12 Dec")

	// Somebody comes in: names are hidden, the meeting goes on, the power goes again.
	h.typed(keyHide).waitFor("anonymous mode").typed("a").waitFor("Everybody answers alone").typed("\r").waitFor("Pass the keyboard to")
	h.unnamed()
	for i := range 3 {
		h.hiddenTurn(i, 72)
	}
	h.park("? why nobody asked us")
	h.waitFor("3 of 8 have answered")
	h.reopen()
	h.waitFor("anonymous mode").waitFor("3 of 8 have answered")
	h.unnamed()
	h.hiddenTurn(3, 72)
	h.waitFor("4 of 8 have answered").typed(keyHide).waitFor("Show names again?").typed("reveal\r").waitUntil("names", func(s string) bool { return !strings.Contains(s, "anonymous mode") })
	if !strings.Contains(h.screen(), "Pass the keyboard to P4") {
		h.typed("b")
	}
	for i := 4; i < 8; i++ {
		h.turn(i, 72, 0)
	}
	h.settle(72, "")
	for i := h.parked; h.parked < 20; i++ {
		h.park(fmt.Sprintf("%s: @P%d sends the offer by 1%d Dec", h.names[i%12], i%8, i%10))
	}
	h.end()
	h.papers(filepath.Join(filepath.Dir(h.file), "papers"))
	h.agreed()
}

// scope reads which accounts are in scope from the file.
func (h *halfDay) scope() {
	h.t.Helper()
	h.waitFor("saved ✓")
	p, _ := h.content()
	for _, id := range p.Programme().Workshop.Accounts {
		h.names = append(h.names, p.Account(id).Name)
	}
	if len(h.names) != 12 {
		h.t.Fatalf("in scope are %q", h.names)
	}
}

// content is what a copy of the file says while the program has it.
func (h *halfDay) content() (*model.Portfolio, error) {
	p, _, err := store.OpenReadOnly(h.file, store.Options{Now: time.Now})
	if err != nil {
		h.t.Fatal(err)
	}
	return p, nil
}

func (h *halfDay) unnamed() {
	h.t.Helper()
	for _, name := range h.names {
		if strings.Contains(h.screen(), name) {
			h.t.Fatalf("%s is seen:\n%s", name, h.screen())
		}
	}
}

// hiddenTurn is a turn while the initials of who rates are stand-ins.
func (h *halfDay) hiddenTurn(rater, questions int) {
	h.t.Helper()
	h.waitFor(fmt.Sprintf("%d of 8 have answered", rater)).typed("\r").waitUntil("the questions", func(s string) bool { return !strings.Contains(s, "have answered") })
	h.unnamed()
	h.typed(answers(rater, questions) + "\r")
}

// end turns the parked items into what they are, writes the papers, and ends the
// workshop.
func (h *halfDay) end() {
	h.t.Helper()
	h.typed("gw").waitFor("20 parked").typed("\t")
	h.waitUntil("the parked items", func(s string) bool { return strings.Contains(s, "[parked 20]") }).typed("=").waitFor("1 item without account")
	h.typed(keyHome+strings.Repeat(keyDown, 10)+"c").waitFor("About which account?").typed("\r").waitUntil("the list gone", func(s string) bool { return !strings.Contains(s, "About which account?") }).typed("2")
	h.waitFor("[parked]")
	dir := filepath.Join(filepath.Dir(h.file), "papers")
	h.typed("f").waitFor("Write everything into").typed("\x15" + dir + "\r").waitFor("Written").waitFor("A snapshot named after the workshop").typed(spoken("esc"))
	h.waitFor("[").typed("E").waitFor("the workshop is over").waitFor("saved ✓").typed(spoken("esc") + "q")
	if err := h.ended(); err != nil {
		h.t.Fatal(err)
	}
}

// papers are all there and say what was said.
func (h *halfDay) papers(dir string) {
	h.t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 4+12 {
		h.t.Fatalf("%v: %v", files, err)
	}
	text := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			h.t.Fatal(err)
		}
		return string(b)
	}
	for _, words := range []string{"decision number 0", "decision number 7", "who signs there", "why nobody asked us", "sends the offer", "line 3 is theirs"} {
		if !strings.Contains(text("decisions and actions.html"), words) {
			h.t.Errorf("%q is not in the decisions", words)
		}
	}
	if n := strings.Count(text("actions.ics"), "BEGIN:VEVENT") + strings.Count(text("actions.ics"), "BEGIN:VTODO"); n < 9 {
		h.t.Errorf("%d actions in the calendar", n)
	}
	for _, words := range []string{"P0", "P7", "median", "spread", "agreed"} {
		if !strings.Contains(text("ratings.html"), words) {
			h.t.Errorf("%q is not in the ratings", words)
		}
	}
	if !strings.Contains(text("what changed.html"), "→") {
		h.t.Error("nothing changed")
	}
	if list := must(h.t, "--file", h.file, "snapshot"); !strings.Contains(list, "Half-day portfolio selection") {
		h.t.Errorf("kept are %s", list)
	}
}

// agreed: every level that was agreed is in the plans.
func (h *halfDay) agreed() {
	h.t.Helper()
	p, _ := h.content()
	if p.Programme().Workshop != nil || p.Programme().Ballots != nil {
		h.t.Error("the workshop goes on")
	}
	four := 0
	for _, name := range h.names {
		a, _ := p.Find(name)
		for _, key := range []string{"importance", "position"} {
			in := p.Programme().MethodPack().Instrument(key)
			for i := range in.Factors {
				r := a.Ratings[in.Factors[i].Full()]
				switch {
				case r.Ours == model.LevelOf(4):
					four++
				case r.Ours != model.LevelOf(3):
					h.t.Errorf("%s, %s: %s", name, in.Factors[i].Full(), r.Ours)
				}
				if !strings.Contains(r.Source, "P0 ") || !strings.Contains(r.Source, "P7 ") {
					h.t.Errorf("%s, %s: the marks are %q", name, in.Factors[i].Full(), r.Source)
				}
			}
		}
	}
	if four != 2*len(disputed) {
		h.t.Errorf("%d disputes ended with a 4", four)
	}
}

// While a blind rating is open no command tells a mark of it, and the export says
// what it leaves out; afterwards it is all there.
func TestCommandsTellNoMarkOfAnOpenRating(t *testing.T) {
	file := newFile(t)
	x := open(t, 120, 40, "--file", file)
	x.waitFor("Alpha").typed("gwb").waitFor("Blind rating").typed("\rQX, QY\r").waitFor("QX, QY").typed("\r").waitFor("Pass the keyboard to QX").typed("\r").waitFor("hands over").typed("5142").waitUntil("four marks on the disk", func(s string) bool {
		return slices.Contains(strings.Fields(lineWith(s, "Market access")), "2") && strings.Contains(s, "saved ✓")
	}).kill()
	dir := t.TempDir()
	out, errs, exit := accord(t, "--file", file, "export", filepath.Join(dir, "all.json"))
	text, err := os.ReadFile(filepath.Join(dir, "all.json"))
	if exit != 0 || err != nil || !strings.Contains(errs, "4 of its ratings are left out") {
		t.Fatalf("exit %d, %v: %s%s", exit, err, out, errs)
	}
	if !strings.Contains(string(text), `"raters"`) || strings.Contains(string(text), `/QX/`) {
		t.Errorf("the export tells a mark, or who rates not:\n%s", text)
	}
	if _, errs, exit = accord(t, "--file", file, "export", "--history", filepath.Join(dir, "past.json")); exit == 0 || !strings.Contains(errs, "a blind rating is open") {
		t.Errorf("the history is written: exit %d, %s", exit, errs)
	}
	if _, err := os.Stat(filepath.Join(dir, "past.json")); err == nil {
		t.Error("a file is there though it was refused")
	}
	for _, args := range [][]string{{"history"}, {"history", "--json"}, {"get", "programme"}, {"get", "Alpha"}, {"score", "--json"}, {"report", "marks"}, {"report", "minutes"}, {"report", "portfolio"}, {"undo"}} {
		out, errs, _ := accord(t, append([]string{"--file", file}, args...)...)
		for _, told := range []string{"QX 5", "/QX/", "QX: 5", `"QX":5`} {
			if strings.Contains(out+errs, told) {
				t.Errorf("%v tells a mark:\n%s%s", args, out, errs)
			}
		}
	}
}
