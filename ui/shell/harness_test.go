package shell

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/ui/keys"
	"accord/ui/kit"
)

// harness drives the workbench as a person would, without a terminal, a clock
// or a goroutine. Every command is run at once; a command that would wait for
// anything is a failure, because nothing may be outstanding after settling.
type harness struct {
	testing.TB
	app     *App
	now     time.Time
	patches []*edit.Patch
	quit    bool
	copied  []string // to the clipboard
	wrote   []string // files, names and texts
	deaf    bool     // commands are not run: what a key itself costs
}

// Times are shown as the clock on the wall has them: here that is one everywhere.
func init() { time.Local = time.UTC }

var testNow = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

func counterIDs() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("id%010d", n) }
}

// start opens the workbench on a portfolio at a size.
func start(t testing.TB, p *model.Portfolio, w, h int) *harness {
	x := &harness{TB: t, now: testNow}
	ids := counterIDs()
	ports := kit.Ports{Save: func(p *edit.Patch) { x.patches = append(x.patches, p) }, Now: func() time.Time { return x.now }, NewID: ids}
	ports.Version = versions(t, p)
	x.app = New(Options{Session: session.New(p, model.DateOf(testNow), 0, ids), Ports: ports})
	x.run(x.app.Init())
	x.send(tea.WindowSizeMsg{Width: w, Height: h})
	return x
}

func (x *harness) send(msg tea.Msg) {
	switch m := msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		x.quit = true
		return
	case tea.BatchMsg:
		for _, c := range m {
			x.run(c)
		}
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.String { // the clipboard is a message of an unexported type
		x.copied = append(x.copied, v.String())
		return
	}
	// so is a Sequence
	if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() {
			x.run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	_, cmd := x.app.Update(msg)
	x.run(cmd)
}

func (x *harness) run(c tea.Cmd) {
	if c != nil && !x.deaf {
		x.send(c())
	}
}

var namedKeys = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "space": {Code: tea.KeySpace, Text: " "},
	"shift+up": {Code: tea.KeyUp, Mod: tea.ModShift}, "shift+down": {Code: tea.KeyDown, Mod: tea.ModShift},
	"f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4}, "f5": {Code: tea.KeyF5}, "f6": {Code: tea.KeyF6}, "f7": {Code: tea.KeyF7}, "f8": {Code: tea.KeyF8}, "f9": {Code: tea.KeyF9}, "f12": {Code: tea.KeyF12},
}

// Keys presses keys as words: "j j 5 u", with "'some text'" typed letter by letter.
func (x *harness) Keys(script string) *harness {
	for script = strings.TrimSpace(script); script != ""; script = strings.TrimSpace(script) {
		if script[0] == '\'' {
			end := strings.IndexByte(script[1:], '\'')
			x.Text(script[1 : 1+end])
			script = script[2+end:]
			continue
		}
		word, rest, _ := strings.Cut(script, " ")
		x.key(word)
		script = rest
	}
	return x
}

func (x *harness) Text(s string) *harness {
	for _, r := range s {
		x.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return x
}

// knows reports whether the harness can press a key.
func (x *harness) knows(k string) bool {
	_, named := namedKeys[k]
	_, c, mod := strings.Cut(k, "+")
	return named || len([]rune(k)) == 1 || mod && (strings.HasPrefix(k, "ctrl+") || strings.HasPrefix(k, "alt+")) && (namedKeys[c].Code != 0 || len(c) == 1)
}

func (x *harness) key(k string) {
	if m, ok := namedKeys[k]; ok {
		x.send(m)
		return
	}
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt} {
		if c, ok := strings.CutPrefix(k, prefix); ok {
			if m, ok := namedKeys[c]; ok {
				m.Mod, m.Text = mod, ""
				x.send(m)
				return
			}
			x.send(tea.KeyPressMsg{Code: []rune(c)[0], Mod: mod})
			return
		}
	}
	r := []rune(k)
	if len(r) != 1 {
		x.Fatalf("no key is called %q", k)
	}
	x.send(tea.KeyPressMsg{Code: r[0], Text: k})
}

// screen is what a person would read, trailing blanks cut.
func (x *harness) screen() string {
	x.Helper()
	lines := strings.Split(x.app.frame().Plain(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func (x *harness) sees(words ...string) *harness {
	x.Helper()
	s := x.screen()
	for _, w := range words {
		if !strings.Contains(s, w) {
			x.Fatalf("the screen does not show %q:\n%s", w, s)
		}
	}
	return x
}

func (x *harness) seesNot(words ...string) *harness {
	x.Helper()
	s := x.screen()
	for _, w := range words {
		if strings.Contains(s, w) {
			x.Fatalf("the screen shows %q:\n%s", w, s)
		}
	}
	return x
}

func (x *harness) session() *session.Session { return x.app.c.Session.Real }
func (x *harness) account() *model.Account   { return x.app.c.Current() }

// build makes a portfolio by changes.
func build(t testing.TB, changes ...edit.Change) *model.Portfolio {
	t.Helper()
	s := session.New(model.EmptyPortfolio(), model.DateOf(testNow), 0, counterIDs())
	for _, c := range changes {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatalf("%s: %v", c.Label(), err)
		}
	}
	return s.Portfolio()
}

func set(account, key, value string) edit.Change {
	return edit.SetField{Ref: edit.AccountRef(model.AccountID(account)), Key: key, Value: value}
}

// three is a small portfolio with figures and two rated accounts.
func three(t testing.TB) *model.Portfolio {
	changes := []edit.Change{
		edit.AddAccount{ID: "a1", Name: "Halden Energy"}, edit.AddAccount{ID: "a2", Name: "Meridian Foods"}, edit.AddAccount{ID: "a3", Name: "Northgate Steel"},
		set("a1", "figures.2025.revenue", "500000"), set("a2", "figures.2025.revenue", "300000"), set("a3", "figures.2025.revenue", "200000"),
	}
	for key, v := range map[string]string{"capacity": "5", "profitability": "4", "market_access": "3", "reference_power": "2"} {
		changes = append(changes, set("a2", "importance."+key, v))
	}
	for key, v := range map[string]string{"spend_share": "2", "criticality": "3", "switching_cost": "1", "uniqueness": "2", "contribution": "4", "executive_access": "0"} {
		changes = append(changes, set("a2", "position."+key, v), set("a3", "position."+key, "4"))
	}
	for _, key := range []string{"capacity", "profitability", "technology_access", "market_access", "reference_power"} {
		changes = append(changes, set("a3", "importance."+key, "4"))
	}
	return build(t, changes...)
}

func TestWorkbenchShowsTheWorkedValues(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("j").sees("Meridian Foods", "importance 70 80%", "position 41", "S 54~", "Exposed", "asymmetry +29")
}

// versions reads other versions of a portfolio: itself, and as somebody else went
// on with it who is called in the name of the file.
func versions(t testing.TB, p *model.Portfolio) func(string) (*model.Portfolio, error) {
	return func(path string) (*model.Portfolio, error) {
		if !strings.Contains(path, "anna") {
			return p, nil
		}
		s := session.New(p, model.DateOf(testNow), 0, counterIDs())
		for _, a := range p.Accounts()[:min(p.Len(), 12)] {
			for key, v := range map[string]string{"importance.capacity": "1", "city": "Lyon", "notes": "Anna: they move to Lyon in spring.\nThe new plant opens in May."} {
				if _, err := s.Do(edit.SetField{Ref: edit.AccountRef(a.ID), Key: key, Value: v}, testNow); err != nil {
					t.Error(err)
				}
			}
		}
		return s.Portfolio(), nil
	}
}

// suspends reports a command that hands the terminal back to the shell.
func (c *command) suspends() bool {
	next, ok := kit.Asks[kit.Asking](&c.out)
	return ok && next.Intent.Kind == keys.Suspend
}
