//go:build !windows

package whole

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"accord/model"
	"accord/model/sample"
	"accord/model/score"
	"accord/model/session"
	"accord/store"
	jsondoc "accord/store/exchange/document"
	"accord/store/exchange/papers"
	"accord/store/place"
	"accord/ui/kit"
	"accord/ui/shell"
)

// monkey presses keys at the workbench on a real file, without a terminal, and
// runs every command at once.
type monkey struct {
	*testing.T
	rand    *rand.Rand
	app     *shell.App
	session *session.Session
	file    *store.File
	path    string
	clock   atomic.Int64 // in nanoseconds; the goroutine that saves reads it too
	w, h    int
	last    []string // the newest keys, to tell how it went wrong
}

func newMonkey(t *testing.T, seed uint64) *monkey {
	m := &monkey{T: t, rand: rand.New(rand.NewPCG(seed, 1)), path: filepath.Join(t.TempDir(), "random.db"), w: 120, h: 40}
	m.pass(time.Duration(time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC).UnixNano()))
	p, err := sample.Portfolio(model.DateOf(m.now()))
	if err != nil {
		t.Fatal(err)
	}
	if m.file, err = store.Create(m.path, p, m.options()); err != nil {
		t.Fatal(err)
	}
	m.session = session.New(p, model.DateOf(m.now()), 0, place.NewID)
	m.session.Remember(m.file)
	nowhere := func(kit.Output, []byte) error { return nil }
	m.app = shell.New(shell.Options{Session: m.session, Ports: kit.Ports{Save: m.file.Save, Now: m.now, NewID: place.NewID,
		Path: m.path, TextDir: t.TempDir(), Report: papers.Write, Write: nowhere}})
	m.run(m.app.Init())
	m.resize(120, 40)
	return m
}

func (m *monkey) now() time.Time { return time.Unix(0, m.clock.Load()).UTC() }

func (m *monkey) pass(d time.Duration) { m.clock.Add(int64(d)) }

func (m *monkey) options() store.Options {
	return store.Options{Now: m.now}
}

func (m *monkey) resize(w, h int) {
	m.w, m.h = w, h
	m.send(tea.WindowSizeMsg{Width: w, Height: h})
}

func (m *monkey) send(msg tea.Msg) {
	switch x := msg.(type) {
	case nil, tea.QuitMsg, tea.SuspendMsg:
		return
	case tea.BatchMsg:
		for _, c := range x {
			m.run(c)
		}
		return
	}
	_, cmd := m.app.Update(msg)
	m.run(cmd)
}

func (m *monkey) run(c tea.Cmd) {
	if c != nil {
		m.send(c())
	}
}

// named are the keys that are no letters.
var named = []tea.KeyPressMsg{
	{Code: tea.KeyEnter}, {Code: tea.KeyEnter}, {Code: tea.KeyEscape}, {Code: tea.KeyEscape}, {Code: tea.KeyTab}, {Code: tea.KeyTab}, {Code: tea.KeyTab, Mod: tea.ModShift},
	{Code: tea.KeyUp}, {Code: tea.KeyDown}, {Code: tea.KeyDown}, {Code: tea.KeyLeft}, {Code: tea.KeyRight}, {Code: tea.KeyHome}, {Code: tea.KeyEnd}, {Code: tea.KeyPgUp}, {Code: tea.KeyPgDown},
	{Code: tea.KeyBackspace}, {Code: tea.KeySpace, Text: " "}, {Code: tea.KeyF2}, {Code: tea.KeyF3}, {Code: tea.KeyF4}, {Code: tea.KeyF5}, {Code: tea.KeyF6}, {Code: tea.KeyF7}, {Code: tea.KeyF8},
}

const typable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-=/:?.,<>[]&!'\" אבגדקרשжы田é"

// key is what a hand falling on the keyboard would press next.
func (m *monkey) key() tea.KeyPressMsg {
	switch n := m.rand.IntN(100); {
	case n < 35:
		k := named[m.rand.IntN(len(named))]
		if k.Code >= tea.KeyF5 && m.rand.IntN(8) > 0 { // hidden names refuse most edits, and stay hidden
			return named[0]
		}
		return k
	case n < 38:
		return tea.KeyPressMsg{Code: rune('a' + m.rand.IntN(26)), Mod: tea.ModCtrl}
	case n < 60: // a rating
		r := rune('0' + m.rand.IntN(6))
		return tea.KeyPressMsg{Code: r, Text: string(r)}
	}
	all := []rune(typable)
	r := all[m.rand.IntN(len(all))]
	if strings.ContainsRune("wXq", r) && m.rand.IntN(6) > 0 {
		r = 'j' // what-ifs and deletions leave little to edit
	}
	return tea.KeyPressMsg{Code: r, Text: string(r)}
}

// press presses one key, now and then pastes or changes the window, and looks at
// the frame.
func (m *monkey) press() {
	m.pass(time.Duration(m.rand.IntN(900)) * time.Millisecond)
	switch m.rand.IntN(400) {
	case 0:
		m.send(tea.PasteMsg{Content: "12\t2026-12-01\nx\t\x1b[2J\n"})
	case 1:
		m.resize([]int{60, 80, 120, 200}[m.rand.IntN(4)], []int{16, 24, 40}[m.rand.IntN(3)])
	case 2:
		m.pass(30 * time.Hour)
	case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14: // out of whatever is open, else a text takes all letters
		for range 4 {
			m.send(tea.KeyPressMsg{Code: tea.KeyEscape})
		}
		m.work()
	default:
		k := m.key()
		if m.last = append(m.last, k.String()); len(m.last) > 40 {
			m.last = m.last[1:]
		}
		m.send(k)
	}
	lines := strings.Split(m.app.View().Content, "\n")
	if len(lines) != m.h || ansi.StringWidthWc(lines[m.rand.IntN(m.h)]) != m.w {
		m.Fatalf("after %v the frame is not %dx%d", m.last, m.w, m.h)
	}
}

// work goes to the map or the plan and presses keys that mean something there.
func (m *monkey) work() {
	const busy = "0123450123450123jjjkkl]]vbtfsc+-=x"
	keys := "g" + string("233"[m.rand.IntN(3)])
	for range m.rand.IntN(15) {
		keys += string(busy[m.rand.IntN(len(busy))])
	}
	for _, r := range keys {
		m.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// drift compares what is remembered with what is computed from scratch.
func (m *monkey) drift() {
	m.Helper()
	p := m.session.Portfolio()
	got, want := m.session.Scores(), score.Of(p, m.session.Today())
	for _, a := range p.Accounts() {
		if !reflect.DeepEqual(got.Local(a.ID), want.Local(a.ID)) || !reflect.DeepEqual(got.Standing(a.ID), want.Standing(a.ID)) {
			m.Fatalf("after %v the scores of %s are not what they are from scratch", m.last, a.Name)
		}
	}
}

// contents are all of a portfolio as text.
func contents(t *testing.T, p *model.Portfolio) string {
	t.Helper()
	var b bytes.Buffer
	if err := jsondoc.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRandomKeys presses random keys on the sample: nothing panics, every frame
// fits, the scores stay what they are from scratch, the disk has what memory has,
// and taking everything back gives the start. With -long it goes on for ten
// minutes.
func TestRandomKeys(t *testing.T) {
	if err := readSources(); err != nil {
		t.Fatal(err)
	}
	keys, edits := 0, uint64(0)
	began := time.Now()
	for seed := uint64(1); seed <= 4 || *long && time.Since(began) < 10*time.Minute; seed++ {
		m := newMonkey(t, seed)
		start := contents(t, m.session.Portfolio())
		for range 4000 {
			m.press()
			if keys++; keys%500 == 0 {
				m.drift()
			}
		}
		edits += m.session.Seq()
		m.reopen(contents(t, m.session.Portfolio()), "what memory had")
		m.takeBackAll()
		m.reopen(start, "the start after taking everything back")
	}
	if edits < 500 {
		t.Fatalf("only %d edits in %d keys: the hand falls on the wrong keys", edits, keys)
	}
	t.Logf("%d random keys, %d edits, undone and reopened", keys, edits)
}

// reopen closes the file, opens it again, and compares.
func (m *monkey) reopen(want, words string) {
	m.Helper()
	if err := m.file.Close(0); err != nil {
		m.Fatal(err)
	}
	f, err := store.Open(m.path, m.options())
	if err != nil {
		m.Fatal(err)
	}
	p, _, err := f.Load()
	if err != nil {
		m.Fatal(err)
	}
	if got := contents(m.T, p); got != want {
		m.Fatalf("the disk has not %s; the last keys were %v\n%s", words, m.last, firstDifference(got, want))
	}
	m.file = f
}

// takeBackAll undoes every edit of the sitting.
func (m *monkey) takeBackAll() {
	for {
		step, ok := m.session.Undo()
		if !ok {
			return
		}
		m.file.Save(step)
	}
}

// firstDifference is where two texts part.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "got  " + a[i] + "\nwant " + b[i]
		}
	}
	return "one is longer"
}
