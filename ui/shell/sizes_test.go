package shell

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"accord/model"
	"accord/model/edit"
	"accord/model/sample"
)

var long = flag.Bool("long", false, "the full product of sizes instead of the edges")

// hostile is text that breaks layouts: wide, right-to-left, combining, endless,
// and pretending to be the terminal's own commands.
var hostile = []string{
	"田中商事株式会社", "שָׁלוֹם וּבְרָכָה בע״מ", "e\u0301\u0302\u0303 Zoë", strings.Repeat("W", 150), "a\x1b[2J\x1b]0;x\x07b\r\n\tc", "👨‍👩‍👧 ❤️ 👍🏽", "\u202eevil\u202c", "",
}

// hostilePortfolio puts hostile text everywhere a text can stand.
func hostilePortfolio(t testing.TB) *model.Portfolio {
	var changes []edit.Change
	for i, s := range hostile {
		id := model.AccountID(fmt.Sprintf("acc%d", i))
		changes = append(changes, edit.AddAccount{ID: id, Name: fmt.Sprintf("%d %s", i, s)},
			set(string(id), "owner", s), set(string(id), "segment", s), set(string(id), "notes", s+"\n"+s),
			set(string(id), "importance.capacity", "3"), set(string(id), "importance.capacity.note", s), set(string(id), "position.criticality", "4"),
			set(string(id), "figures.2025.revenue", fmt.Sprint(i*1000)),
			edit.AddMember{ID: model.MemberID(fmt.Sprint("m", i)), Name: "x" + s},
			edit.AddSeat{Account: id, ID: "seat", Title: "CFO " + s, Name: "N " + s, Person: "p"},
			edit.SetTie{Account: id, ID: "t", Ours: model.MemberID(fmt.Sprint("m", i)), Theirs: "p", Level: model.ProblemSolver},
			edit.AddObjective{Account: id, ID: "o", Text: "o " + s}, edit.AddAction{Account: id, ID: "x", Text: "a " + s, Objective: "o"})
	}
	return endless(t, build(t, changes...))
}

// endless is the portfolio with texts far beyond what may be typed, as a file of an
// older program may hold them.
func endless(t testing.TB, p *model.Portfolio) *model.Portfolio {
	text := strings.Repeat("W", 10_000)
	accounts := slices.Clone(p.Accounts())
	for i, a := range accounts {
		if !strings.HasSuffix(a.Name, "WWW") {
			continue
		}
		long := *a
		long.Name, long.Owner, long.Notes = text, text, text+"\n"+text
		long.Seats, long.Persons = slices.Clone(a.Seats), slices.Clone(a.Persons)
		long.Seats[0].Title, long.Persons[0].Name = text, text
		long.Objectives, long.Actions = slices.Clone(a.Objectives), slices.Clone(a.Actions)
		long.Objectives[0].Text, long.Actions[0].Text = text, text
		accounts[i] = &long
	}
	out, err := model.NewPortfolio(p.Programme(), accounts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func samplePortfolio(t testing.TB) *model.Portfolio {
	p, err := sample.Portfolio(model.DateOf(testNow))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// tour visits every screen and overlay by keys.
var tour = []string{
	"", "z", "tab", "tab v", "tab v v", "tab v v v", "tab v v v v", "tab v v v v z", "tab L", "tab H enter", "g u", "tab w", "tab tab", "tab tab ]",
	"tab tab p 'figures' enter", "tab tab p 'objectives' enter", "tab tab p 'actions' enter", "tab tab p 'notes' enter", "tab tab z", "/ 'me'", "?", ":",
	"g", "i", "o", "f2", "f3", "f3 down right", "f3 [", "g n", "a 'New'", "s", "t", "ctrl+o", "tab a 'CFO: x'", "tab enter", "tab m", "tab tab p",
	"tab tab e 'note'", "tab tab p 'notes' enter enter 'text'", "g p", "g p s m tab space", "g p v", "g p v v", "g p t", "g p v t", "g p v v v",
	"g p v v v v s s s s", "g a", "g a v", "g a v v", "g a v v v", "g c", "g c 1 2", "g c esc", "g r", "g r v v v", "g r left", "g w",
	"g e", "g e right", "g h",
	"tab tab 3 g h enter", "tab tab 3 g h r", "w", "tab tab w 1 w", "tab tab p 'white' enter", "tab tab p 'white' enter v", "tab tab p 'swot' enter v",
	"tab tab p 'info' enter", "tab tab p 'char' enter", "ctrl+o 'crm.csv' enter", "ctrl+o 'crm.csv' enter tab", "ctrl+o 'crm.csv' enter tab enter",
	"ctrl+o 'crm.csv' enter tab tab", "ctrl+o 'crm.csv' enter tab tab tab tab enter", "ctrl+o 'crm.csv' enter shift+tab", "f7", "f7 down 3 right 4", "f6",
	"g j", "tab tab 3 g j 'base' enter 'anna' enter", "tab tab 3 g j 'base' enter 'anna' enter v",
	"tab tab p 'notes' enter enter 'x' esc g j 'base' enter 'anna' enter e",
	"f6 f6", "f5", "f5 tab", "f5 tab tab", "f5 f7", "f5 g p",
	"g w 1", "g w 1 tab", "g w 1 tab tab", "g w 1 tab tab tab a 'AL sales' enter esc", "g w 3 enter g w f8 'AL calls him by 12 Dec'", "g w 3 f8 '? who' enter tab", "g w 2 s",
	"g w b", "g w b enter 'AL, BK' enter", "g w b enter 'AL' enter enter 3 2", "g w b enter 'AL' enter enter 3 2 end enter", "g w b enter 'AL' enter enter 3 end enter e 'why'",
	"g w b enter 'AL' enter esc", "g w r", "f5 g w 1", "f5 g w b enter 'AL' enter enter 3 2 end enter",
}

func checkSize(t *testing.T, x *harness, where string, w, h int) {
	t.Helper()
	x.send(tea.WindowSizeMsg{Width: w, Height: h})
	v := x.app.View()
	if w == 0 || h == 0 {
		if v.Content != "" {
			t.Fatalf("%s at %dx%d draws something", where, w, h)
		}
		return
	}
	lines := strings.Split(v.Content, "\n")
	if len(lines) != h {
		t.Fatalf("%s at %dx%d: %d lines", where, w, h, len(lines))
	}
	for i, line := range lines {
		if got := ansi.StringWidthWc(line); got != w {
			t.Fatalf("%s at %dx%d: line %d is %d cells wide: %q", where, w, h, i, got, line)
		}
	}
}

// TestEverySizeFits draws every screen and overlay at every size, on the sample
// and on hostile text: exactly that size, and never a panic. The short form draws a
// third of the sizes, other ones for each screen, and those where the layout changes.
func TestEverySizeFits(t *testing.T) {
	for name, p := range map[string]*model.Portfolio{"sample": samplePortfolio(t), "hostile": hostilePortfolio(t), "empty": model.EmptyPortfolio()} {
		for i, script := range tour {
			skip := func(n int, edges ...int) bool { return !*long && (n+i)%3 > 0 && !slices.Contains(edges, n) }
			x := start(t, p, 120, 40)
			remember(x)
			x.app.ports.Preview = crmExport
			x.Keys(script)
			for w := 0; w <= 200; w++ {
				if !*long && (w < 55 || w > 125) && w%5 > 0 || skip(w, 59, 60, 79, 80, 109, 110) {
					continue // far from where the layout changes
				}
				heights := []int{0, 1, 15, 16, 24, 40, 60}
				if !*long {
					heights = []int{1, 16, 24 + w%17}
				}
				for _, h := range heights {
					checkSize(t, x, name+" "+script, w, h)
				}
			}
			for h := 0; h <= 60; h++ {
				if skip(h, 15, 16, 24) {
					continue
				}
				widths := []int{0, 1, 59, 60, 79, 80, 109, 110, 200}
				if !*long {
					widths = []int{60, 80, 110}
				}
				for _, w := range widths {
					checkSize(t, x, name+" "+script, w, h)
				}
			}
		}
	}
}

// TestFullProductOfSizes is every width with every height: of all screens and
// overlays behind -long, else of the smallest sizes of the workbench.
func TestFullProductOfSizes(t *testing.T) {
	stops, last := []string{""}, 20
	if *long {
		stops, last = tour, 200
	}
	for _, script := range stops {
		x := start(t, samplePortfolio(t), 120, 40)
		x.Keys(script)
		for w := 0; w <= last; w++ {
			for h := 0; h <= min(last, 60); h++ {
				checkSize(t, x, script, w, h)
			}
		}
	}
}

func TestBelowTheSmallestSizeTheProgramSaysSoAndStillQuits(t *testing.T) {
	x := start(t, samplePortfolio(t), 40, 10)
	x.sees("60 columns")
	x.key("q")
	if !x.quit {
		t.Fatal("q does not quit")
	}
}
