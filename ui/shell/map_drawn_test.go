package shell

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/ui/relmap"
	"accord/ui/theme"
	"accord/ui/widget"
)

// randomOrganisation is an account with people, ties and relations of all kinds.
func randomOrganisation(t testing.TB, r *rand.Rand, people, ties, edges int) *model.Portfolio {
	t.Helper()
	g := model.NewProgramme()
	for i := range 5 {
		g.Team = append(g.Team, model.Member{ID: model.MemberID(fmt.Sprint("m", i)), Name: fmt.Sprint("Member ", i), Function: model.Function(1 + i)})
	}
	a := &model.Account{ID: "a", Name: "Random"}
	for i := range people {
		p := model.PersonID(fmt.Sprint("p", i))
		s := model.Seat{ID: model.SeatID(fmt.Sprint("s", i)), Title: fmt.Sprint("Head of thing ", i), Person: p, Influence: model.Influence(r.IntN(4)), Function: model.Function(r.IntN(10))}
		if i > 0 && r.IntN(8) > 0 {
			s.ReportsTo = model.SeatID(fmt.Sprint("s", r.IntN(i)))
		}
		a.Seats = append(a.Seats, s)
		a.Persons = append(a.Persons, model.Person{ID: p, Name: fmt.Sprint("Person ", i), Coverage: model.Coverage(r.IntN(5))})
	}
	for i := range ties {
		a.Ties = append(a.Ties, model.Tie{ID: model.TieID(fmt.Sprint("t", i)), Ours: model.MemberID(fmt.Sprint("m", i%5)), Theirs: model.PersonID(fmt.Sprint("p", (i/5)%people)), Level: model.TieLevel(1 + r.IntN(4)), LastContact: model.DateOf(testNow).AddDays(-r.IntN(200))})
	}
	for i := range edges {
		a.Edges = append(a.Edges, model.Edge{ID: model.EdgeID(fmt.Sprint("e", i)), Kind: model.EdgeKind(1 + r.IntN(3)), From: model.PersonID(fmt.Sprint("p", r.IntN(people))), To: model.PersonID(fmt.Sprint("p", r.IntN(people)))})
	}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Boxes never overlap and no line runs through one, whatever the organisation,
// the size and the person in focus.
func TestTheDrawnMapKeepsLinesOutOfBoxes(t *testing.T) {
	boxes, cells := 0, 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		x := start(t, randomOrganisation(t, r, 1+r.IntN(40), r.IntN(60), r.IntN(30)), 120, 40)
		x.Keys("tab v v v v")
		m := x.app.bench.relmap
		for range 6 {
			w, h := 58+r.IntN(140), 12+r.IntN(50)
			m.ToRow(r.IntN(len(m.Facts.Rows)))
			f := m.Fit(w, h)
			l := relmap.NewWires(w, h)
			m.Wire(&f, l)
			var placed []widget.Rect
			focused := false
			for i := range m.Facts.Rows {
				box, ok := f.Box(i)
				if !ok {
					continue
				}
				boxes++
				focused = focused || i == m.Row
				for _, other := range placed {
					if box.X < other.X+other.W && other.X < box.X+box.W && box.Y < other.Y+other.H && other.Y < box.Y+box.H {
						t.Fatalf("seed %d: two boxes at %v and %v", seed, box, other)
					}
				}
				placed = append(placed, box)
				for y := box.Y + 1; y < box.Y+box.H-1; y++ {
					for c := box.X + 1; c < box.X+box.W-1; c++ {
						cells++
						if c >= 0 && y >= 0 && c < w && y < h && l.Bits[y*w+c] != 0 {
							t.Fatalf("seed %d, %d×%d: a line runs through the box at %v", seed, w, h, box)
						}
					}
				}
			}
			if !focused {
				t.Fatalf("seed %d, %d×%d: the person in focus is off the screen", seed, w, h)
			}
		}
	}
	if boxes < 1000 || cells < 10000 {
		t.Errorf("only %d boxes were looked at", boxes)
	}
}

// Lines of two may cross, and meet nowhere else.
func TestLinesOfTwoOnlyCross(t *testing.T) {
	l := relmap.NewWires(20, 10)
	level := func(from, to, y int) func() { return func() { l.Across(from, to, y, false, theme.Quiet) } }
	upright := func(x, from, to int) func() { return func() { l.Along(x, from, to, false, theme.Quiet) } }
	for _, c := range []struct {
		what string
		as   int16
		draw func()
		want bool
	}{
		{"the first line", 2, level(2, 12, 3), true},
		{"across it", 3, upright(5, 0, 8), true},
		{"along it", 4, level(8, 15, 3), false},
		{"from its end", 4, upright(12, 3, 8), false},
		{"up to it", 4, upright(8, 3, 8), false},
		{"a third through a crossing", 4, upright(5, 2, 6), false},
		{"its own owner along it", 2, level(8, 15, 3), true},
		{"beside it", 4, level(2, 4, 4), true},
	} {
		before := slices.Clone(l.Bits)
		if got := l.Try(c.as, c.draw); got != c.want {
			t.Errorf("%s: drawn %v, want %v", c.what, got, c.want)
		}
		if !c.want && !slices.Equal(before, l.Bits) {
			t.Errorf("%s: something was drawn all the same", c.what)
		}
	}
}

// Whatever is not drawn is counted: relations and ties, drawn and not, are all
// there are; those of the person in focus are always drawn.
func TestTheDrawnMapCountsWhatItLeavesOut(t *testing.T) {
	left, drawn := relmap.Undrawn{}, 0
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 9))
		x := start(t, randomOrganisation(t, r, 2+r.IntN(30), r.IntN(60), r.IntN(30)), 120, 40)
		x.Keys("tab v v v v")
		m := x.app.bench.relmap
		m.ToRow(r.IntN(len(m.Facts.Rows)))
		f := m.Fit(4000, 400) // everything is on the screen
		l := relmap.NewWires(4000, 400)
		got := m.Wire(&f, l)
		own, others := m.Relations()
		marks := 0
		for _, k := range l.Marks {
			if k.X >= 0 && strings.Contains("◂▸~≠", k.Sign) {
				marks++
			}
		}
		if marks+got.Relations != len(own)+len(others) || marks < len(own) {
			t.Errorf("seed %d: %d relations drawn of which %d of the focus, %d not, of %d", seed, marks, len(own), got.Relations, len(own)+len(others))
		}
		drawn += marks - len(own)
		left.Relations += got.Relations
		left.Ties += got.Ties
	}
	if drawn == 0 || left.Relations == 0 || left.Ties == 0 {
		t.Errorf("%d relations of others drawn, %+v left: one side was never met", drawn, left)
	}
}

// An edit moves only what it must: those that stand before a new seat stay.
func TestTheDrawnMapIsStable(t *testing.T) {
	x := onMap(t, organisation(t), 160, 50).Keys("v v v v")
	before := x.app.bench.relmap.Facts
	at := map[model.SeatID][2]int{}
	for i := range before.Rows {
		at[before.Rows[i].Seat.ID] = [2]int{before.Plot.Col[i], before.Plot.Level[i]}
	}
	for _, key := range []string{"c", "s", "f", "+"} {
		x.On("COO").Keys(key)
		for i, r := range x.app.bench.relmap.Facts.Rows {
			if p := x.app.bench.relmap.Facts.Plot; at[r.Seat.ID] != [2]int{p.Col[i], p.Level[i]} {
				t.Errorf("%s moved %s", key, r.Title())
			}
		}
	}
}

func TestTheDrawnMapShowsPeopleTiesAndRelations(t *testing.T) {
	x := onMap(t, organisation(t), 160, 50).Keys("z v v v v").sees("[map]", "CEO", "Anna Levi", "Peter Okafor", "? unknown", "Dana Katz")
	x.On("COO").Keys("C 'Anna' enter").sees("≠").On("CEO").sees("≠").On("CPO").sees("≠", "2 ties not drawn")
	x.On("CEO").Keys("down").sees("CFO")
	if got := x.cursorTitle(); got == "CEO" {
		t.Error("down stays")
	}
	x.Keys("up")
	x.equal(x.cursorTitle(), "CEO")
	x.Keys("down right")
	if got := x.cursorTitle(); got == "CEO" || got == "CFO" {
		t.Errorf("right of the first below is %s", got)
	}
}

// BenchmarkMapLooks draws every look after an edit and after a cursor key.
func BenchmarkMapLooks(b *testing.B) {
	for _, size := range []struct{ people, ties, edges int }{{60, 200, 80}, {200, 1000, 100}} {
		p := randomOrganisation(b, rand.New(rand.NewPCG(1, 1)), size.people, size.ties, size.edges)
		for look, name := range relmap.Looks {
			x := start(b, p, 120, 40)
			x.Keys("tab z")
			x.app.bench.relmap.Look = relmap.MapLook(look)
			x.deaf = true
			for _, c := range []struct{ what, keys string }{{"edit", "c"}, {"cursor", "down"}} {
				b.Run(fmt.Sprintf("%d/%s/%s", size.people, name, c.what), func(b *testing.B) {
					for b.Loop() {
						x.key(c.keys)
						_ = x.app.View()
					}
				})
			}
		}
	}
}
