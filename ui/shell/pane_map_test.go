package shell

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/ui/kit"
	"accord/ui/relmap"
	"accord/ui/theme"
)

// onMap opens a portfolio with the keys on the map.
func onMap(t testing.TB, p *model.Portfolio, w, h int) *harness {
	return start(t, p, w, h).Keys("tab")
}

// On moves the cursor by keys to the seat with the title.
func (x *harness) On(title string) *harness {
	x.Helper()
	x.Keys("home")
	m := x.app.bench.relmap
	for range len(x.account().Seats) {
		if m.Refresh(x.app.c); m.Current() != nil && m.Current().Seat.Title == title {
			return x
		}
		if m.Look == relmap.LookDrawn {
			m.ToRow(m.Row + 1) // the arrows go to boxes there
		} else {
			x.Keys("down")
		}
	}
	x.Fatalf("no seat %q", title)
	return x
}

// titled is the seat with the title, of the account on the screen.
func (x *harness) titled(title string) *model.Seat {
	x.Helper()
	for i := range x.account().Seats {
		if x.account().Seats[i].Title == title {
			return &x.account().Seats[i]
		}
	}
	x.Fatalf("no seat %q", title)
	return nil
}

func (x *harness) sitting(title string) *model.Person {
	x.Helper()
	return x.account().Person(x.titled(title).Person)
}

func (x *harness) boss(title string) string {
	x.Helper()
	if s := x.account().Seat(x.titled(title).ReportsTo); s != nil {
		return s.Title
	}
	return ""
}

func (x *harness) cursorTitle() string {
	m := x.app.bench.relmap
	m.Refresh(x.app.c)
	if m.Current() == nil {
		return ""
	}
	return m.Current().Seat.Title
}

func (x *harness) equal(got, want string) {
	x.Helper()
	if got != want {
		x.Fatalf("%q, want %q\n%s", got, want, x.screen())
	}
}

// byKeys builds six people of theirs and three of ours by keys alone.
func byKeys(t *testing.T) *harness {
	x := onMap(t, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}), 120, 40)
	x.sees("Nobody here yet", "CEO: Anna Levi", "O adds a team member")
	x.Keys("a 'CEO: Anna Levi' enter esc b 'CFO' enter 'COO: Peter Okafor' enter esc")
	x.equal(x.cursorTitle(), "COO")
	x.Keys("b 'Plant manager: משה רוט' enter esc left left")
	x.equal(x.cursorTitle(), "CEO")
	x.Keys("b 'CPO: Sven Lind' enter esc a 'CTO: Ruth Bar' enter esc")
	x.Keys("O 'Dana: sales' enter 'Yossi: chief' enter 'Omer: finance' enter esc")
	return x
}

func TestMapBuildsAnOrganisationByKeys(t *testing.T) {
	x := byKeys(t)
	x.Keys("O 'dana' enter").sees("Dana is already in our team").Keys("esc")
	for title, boss := range map[string]string{"CEO": "", "CFO": "CEO", "COO": "CEO", "CPO": "CEO", "CTO": "CEO", "Plant manager": "COO"} {
		x.equal(x.boss(title), boss)
	}
	if n := len(x.session().Portfolio().Programme().Team); n != 3 || len(x.account().Persons) != 5 {
		t.Fatalf("%d of ours, %d of theirs", n, len(x.account().Persons))
	}
	x.sees("Anna Levi", "? unknown", "טור השמ", "├ ", "└ ", "cov 0~", "sup –", "bow-tie 100 % ! red: no tie yet", "threads 0 ! red")
	undoAll(t, x, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}))
}

// undoAll takes everything back and compares with where it began.
func undoAll(t *testing.T, x *harness, want *model.Portfolio) {
	t.Helper()
	for range 500 {
		if x.session().CanUndo() == "" {
			break
		}
		x.Keys("u")
		x.screen()
	}
	p := x.session().Portfolio()
	if !reflect.DeepEqual(p.Accounts(), want.Accounts()) || !reflect.DeepEqual(p.Programme(), want.Programme()) {
		t.Fatalf("after taking everything back: %+v", p.Accounts()[0])
	}
}

func TestMapCyclesEveryAttribute(t *testing.T) {
	x := byKeys(t)
	x.On("CEO").seesNot("●").Keys("f f f").sees("●", "Anna Levi: influence inner circle", "no cover")
	if x.titled("CEO").Influence != model.InnerCircle {
		t.Fatal("influence")
	}
	x.Keys("f").sees("influence unknown").Keys("f").sees("○").Keys("f").sees("◐", "political structure")
	for i, word := range []string{"neutral", "supporter", "mentor", "enemy", "non-supporter"} {
		x.Keys("s").sees(word)
		if x.sitting("CEO").Support != model.Some([]int{0, 1, 2, -2, -1}[i]) {
			t.Fatal("support", i)
		}
		if word == "mentor" {
			x.sees("++", "sup 100")
		}
	}
	x.Keys("s").sees("support unknown")
	x.Keys("c c").sees("█··", "cover brief").Keys("c c").sees("███", "in depth").Keys("c").sees("coverage unknown")
	x.Keys("r r r").sees("decision maker")
	x.Keys("F").sees("function sales")
	if s := x.titled("CEO"); s.Role != model.RoleDecisionMaker || s.Function != model.Sales {
		t.Fatalf("%+v", s)
	}
	x.On("CPO").Keys("s s s s").sees("enemy", "--")
	undoAll(t, x, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}))
}

func TestMapMovesSeatsAndRefusesCircles(t *testing.T) {
	x := byKeys(t)
	x.On("Plant manager").Keys("m 'Sven' enter")
	x.equal(x.boss("Plant manager"), "CPO")
	x.equal(x.cursorTitle(), "Plant manager")
	x.Keys("m 'top' enter")
	x.equal(x.boss("Plant manager"), "")
	x.equal(x.cursorTitle(), "Plant manager")
	x.Keys("m 'Okafor' enter")
	x.On("CEO").Keys("m").sees("There is nobody else Anna Levi can report to")
	// nobody below is offered, and the model refuses it too
	x.On("COO").Keys("m 'Plant' enter").sees("Nothing fits").Keys("esc")
	x.app.apply(kit.Change(edit.MoveSeat{Account: "a", Seat: x.titled("CEO").ID, To: x.titled("COO").ID}))
	x.sees("Anna Levi would report to itself")
	x.equal(x.boss("CEO"), "")
}

func TestMapVacatesNamesAndDeletes(t *testing.T) {
	x := byKeys(t)
	x.On("COO").Keys("f f x").sees("Peter Okafor left; the seat is vacant", "vacant")
	if s := x.titled("COO"); s.Person != "" || !s.Vacant || len(s.Past) != 1 {
		t.Fatalf("%+v", s)
	}
	x.Keys("s").sees("Name the person first: n.").Keys("t").sees("Name the person first: n.").Keys("3").sees("Name the person first: n.")
	x.Keys("x").sees("we do not know who").seesNot("vacant ")
	x.Keys("n 'Noa Gal' enter").sees("Noa Gal")
	x.Keys("n").sees("Noa Gal").Keys("' Bar' enter").sees("Noa Gal Bar")
	x.Keys("delete").sees("1 contact", "y deletes").Keys("esc").sees("nothing was deleted").Keys("delete y").sees("deleted COO Noa Gal Bar; those below now report to Anna Levi; u undoes it")
	x.equal(x.boss("Plant manager"), "CEO")
	x.On("CEO").Keys("delete y").sees("those below are at the top now")
	x.equal(x.boss("Plant manager"), "")
	x.Keys("u")
	x.equal(x.cursorTitle(), "CEO")
	x.Keys("u")
	x.equal(x.cursorTitle(), "COO")
	x.equal(x.boss("Plant manager"), "COO")
	undoAll(t, x, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}))
}

func TestMapTiesInTheMatrix(t *testing.T) {
	x := byKeys(t)
	tie := func(member string) *model.Tie {
		for _, m := range x.session().Portfolio().Programme().Team {
			if m.Name == member {
				return x.account().Tie(m.ID, x.sitting("CEO").ID)
			}
		}
		return nil
	}
	x.Keys("v").sees("tree · [matrix]", "Dana", "Yossi", "Omer", "sales", "··").On("CEO")
	x.Keys("3").sees("3▒", "Dana and Anna Levi: 3 problem solver")
	x.Keys("t").sees("3▓", "met today", "Dana met Anna Levi today", "carries", "100 %", "bow-tie 100 % ! red: Dana")
	x.Keys("right 2 +").sees("Yossi and Anna Levi: 3 problem solver")
	x.Keys("T").sees("▸4", "aim at 4 trusted advisor")
	if y := tie("Yossi"); y.Level != model.ProblemSolver || y.Target != model.TrustedAdvisor || y.LastContact.Known() {
		t.Fatalf("%+v", y)
	}
	x.Keys("4 +").sees("the highest level").Keys("- - - -").sees("the aim of trusted advisor stays").Keys("-").sees("no tie to lower")
	x.Keys("x").sees("removed the tie").Keys("x").sees("have no tie")
	if tie("Yossi") != nil {
		t.Fatal("the tie is still there")
	}
	x.Keys("left 0")
	if tie("Dana") != nil {
		t.Fatal("0 does not remove")
	}
	x.Keys("0").sees("have no tie: 1 to 4 make one")
	x.On("CFO").Keys("2").sees("Name the person first: n.")
	undoAll(t, x, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}))
}

func TestMapMetTodayInTheTree(t *testing.T) {
	x := byKeys(t)
	x.On("CEO").Keys("3").sees("Nobody in our team has a tie to Anna Levi yet")
	x.Keys("t").sees("Who met Anna Levi today?", "Dana, sales").Keys("'Yossi' enter").sees("today", "Yossi", "threads 0 ! red")
	x.Keys("3").sees("3 problem solver", "threads 1 ! red: Anna Levi", "only thread", "bow-tie 100 % ! red: Yossi")
	x.now = x.now.AddDate(0, 0, 12)
	x.Keys("T").sees("12 d", "3▸4", "Yossi")
	x.Keys("t").sees("Yossi met Anna Levi today", "today") // one tie: no doubt
	ties := x.account().Ties
	if len(ties) != 1 || ties[0].LastContact != model.DateOf(x.now) || ties[0].Level != model.ProblemSolver {
		t.Fatalf("%+v", ties)
	}
	x.now = x.now.AddDate(1, 0, 0)
	x.Keys("up").sees("stale", "365 d", "threads 0")
	undoAll(t, x, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}))
}

func TestMapSaysWhereWeHang(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40)
	x.sees("3▸4", "2▸3", "12 d", "Yossi +1", "no cover", "enemy", "stale", "vacant", "? unknown", "cov 30~", "sup 63", "bow-tie 49 % ! amber: Yossi", "threads 2 ! amber")
	x.On("CPO").sees("CPO · Sven Lindström-Bergqvist · enemy · no cover · political structure")
	x.Keys("v").sees("KAM", "spons.", "r&d", "carries", "44 %", "49 %").On("CEO").sees("Dana Katz · Anna Levi · 1 vendor · 90 d ago")
	narrow := onMap(t, organisation(t), 80, 24)
	narrow.sees("⚑", "bow 49 % !", "thr 2 !", "[tree]").On("CFO").sees("CFO · ? unknown · no cover")
}

func TestMapKeepsTheCursorByIdentity(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40)
	x.On("CPO").Keys("v right right v v v v v")
	x.equal(x.cursorTitle(), "CPO")
	if x.app.bench.relmap.Member != "ruth" {
		t.Fatal("member", x.app.bench.relmap.Member)
	}
	// a seat that comes in above, and one that goes
	x.app.apply(kit.Change(edit.AddSeat{Account: "a", ID: "new", Title: "CAO", ReportsTo: "s1"}))
	x.equal(x.cursorTitle(), "CPO")
	x.app.apply(kit.Change(edit.RemoveSeat{Account: "a", Seat: "s3"}))
	x.equal(x.cursorTitle(), "CPO")
	// undo shows where it happened; a tie leads to seat and member
	x.Keys("u")
	x.equal(x.cursorTitle(), "COO")
	x.On("Plant manager Haifa").Keys("T").On("CEO").Keys("left left left u")
	x.equal(x.cursorTitle(), "Plant manager Haifa")
	if x.app.bench.relmap.Member != "ruth" {
		t.Fatal("the member of the tie is", x.app.bench.relmap.Member)
	}
	// the last of a list goes: the cursor stays in the list
	x.Keys("end delete")
	if x.cursorTitle() == "" {
		t.Fatal("the cursor is lost")
	}
}

func TestMapAnotherAccountStartsAtItsTop(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a", Name: "A"}, edit.AddSeat{Account: "a", ID: "1", Title: "CEO"}, edit.AddSeat{Account: "a", ID: "2", Title: "CFO"},
		edit.AddAccount{ID: "b", Name: "B"}, edit.AddSeat{Account: "b", ID: "3", Title: "Chair"}, edit.AddSeat{Account: "b", ID: "4", Title: "Deputy"})
	x := onMap(t, p, 120, 40)
	x.Keys("end")
	x.equal(x.cursorTitle(), "CFO")
	x.Keys("shift+tab down tab")
	x.equal(x.cursorTitle(), "Chair")
	x.Keys("down down").sees("Deputy")
	x.equal(x.cursorTitle(), "Deputy")
}

func TestMapLeadsToDetailsExplanationAndClipboard(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40)
	x.app.apply(kit.Change(edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfPerson, ID: "ps1"}, Key: "person.email", Value: "anna@meridian.example"}))
	x.On("CEO").Keys("y").sees("copied: Anna Levi <anna@meridian.example>")
	x.On("COO").Keys("y").sees("copied: Peter Okafor")
	for _, key := range []string{"enter", "o", "i"} {
		if x.Keys(key); len(x.app.overlays) != 1 {
			t.Fatalf("%s opens nothing", key)
		}
		x.screen()
		x.Keys("esc")
	}
	x.On("CFO").Keys("enter").screen()
}

func TestMapWithoutAnybody(t *testing.T) {
	x := onMap(t, build(t), 120, 40)
	x.sees("No account yet")
	for _, k := range strings.Fields("a b n f s c r F m t x + - T enter delete 3 i y") {
		if x.Keys(k); len(x.app.overlays) > 0 {
			if _, closed := x.app.top().(*kit.ClosedField); !closed { // where somebody was about to type
				t.Fatalf("%s opens something", k)
			}
		}
		x.sees("There is no account yet")
		if len(x.app.overlays) > 0 {
			x.Keys("esc")
		}
	}
	x = onMap(t, build(t, edit.AddAccount{ID: "a", Name: "A"}), 120, 40)
	for _, k := range strings.Fields("n f s c r F m t x + - T enter delete 3 i y v f") {
		x.Keys(k)
	}
	x.sees("Nobody here yet: a adds a seat.")
	x.Keys("a 'CEO: Anna' enter esc 2").sees("Our team is empty: O adds a team member.").Keys("v t").sees("Our team is empty")
}

func TestMapSurvivesBrokenData(t *testing.T) {
	x := onMap(t, broken(t), 100, 40)
	x.Keys("z end").screen()
	f := x.app.bench.relmap.Refresh(x.app.c)
	if len(f.Rows) != len(x.account().Seats) {
		t.Fatalf("%d rows of %d seats", len(f.Rows), len(x.account().Seats))
	}
	x.On("X").Keys("m").sees("reports to").Keys("esc right left v").sees("Lost", "of 306")
	x.On("Chain 250").Keys("a 'Beside' enter esc").sees("Beside")
	x.On("Lost").Keys("a 'At the top' enter esc")
	x.equal(x.boss("At the top"), "")
}

func TestMapDrawsAtEverySize(t *testing.T) {
	for name, p := range map[string]*model.Portfolio{"organisation": organisation(t), "crowd": crowd(t, 30, 12), "broken": broken(t), "nobody": build(t, edit.AddAccount{ID: "a", Name: "A"})} {
		x := onMap(t, p, 60, 16)
		for _, script := range []string{"", "v", "v", "v", "v", "z", "v", "v"} {
			x.Keys(script)
			for w := 60; w <= 200; w += 20 {
				for _, h := range []int{16, 17, 24, 40, 60} {
					x.app.size.w, x.app.size.h = w, h
					x.Keys("down right")
					lines := strings.Split(x.app.frame().Plain(), "\n")
					if len(lines) != h {
						t.Fatalf("%s %dx%d: %d lines", name, w, h, len(lines))
					}
				}
			}
		}
	}
	// a pane of any size, with plain signs too
	for _, ascii := range []bool{false, true} {
		x := onMap(t, organisation(t), 60, 16)
		x.app.grid.Glyphs = theme.GlyphSet(ascii)
		for _, look := range []relmap.MapLook{relmap.LookTree, relmap.LookMatrix} {
			x.app.bench.relmap.Look = look
			for w := range 120 {
				for h := range 20 {
					x.app.grid.Resize(w, h)
					x.app.bench.relmap.Draw(x.app.c, x.app.grid.Canvas(), true)
				}
			}
		}
	}
}

func benchmarkMap(b *testing.B, look relmap.MapLook) {
	x := onMap(b, crowd(b, 60, 12), 120, 40)
	m := x.app.bench.relmap
	m.Look = look
	x.app.grid.Resize(80, 40)
	for b.Loop() {
		m.Facts = nil // as after an edit
		m.Draw(x.app.c, x.app.grid.Canvas(), true)
	}
}

func BenchmarkMapTree(b *testing.B)   { benchmarkMap(b, relmap.LookTree) }
func BenchmarkMapMatrix(b *testing.B) { benchmarkMap(b, relmap.LookMatrix) }

// Whatever is pressed, nothing breaks and everything can be taken back.
func TestMapTakesBackAnything(t *testing.T) {
	keys := strings.Fields("up down left right home end pgdown v a b n f s c r F m t O x + - T 0 1 3 4 delete enter esc enter esc esc u ctrl+r z y S")
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 1))
		x := onMap(t, organisation(t), 110, 30)
		start := x.session().Portfolio()
		for range 400 {
			x.app.bench.focusOn(kit.PaneMap) // esc leaves it
			x.key(keys[rng.IntN(len(keys))])
			if rng.IntN(3) == 0 {
				x.screen()
			}
			if f := x.app.bench.relmap.Refresh(x.app.c); len(f.Rows) != len(x.account().Seats) {
				t.Fatalf("%d rows of %d seats", len(f.Rows), len(x.account().Seats))
			}
		}
		x.Keys("esc esc esc esc")
		undoAll(t, x, start)
	}
}
