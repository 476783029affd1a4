package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
)

// keystrokes counts what is pressed besides names: quoted texts are names.
func keystrokes(script string) int {
	n := 0
	for i, part := range strings.Split(script, "'") {
		if i%2 == 0 {
			n += len(strings.Fields(part))
		}
	}
	return n
}

// An organisation of twelve with five of ours, their ties, two influences and a
// conflict, from an empty account, by keys alone.
const organisationByKeys = `g m
 O 'Dana Katz: sales' enter 'Yossi Barak: chief executive' enter 'Ruth Adler: r&d' enter 'Omer Katz: operations' enter 'Ines Duarte: finance' enter esc
 a 'CEO: Anna Levi' enter esc f f f s s s s c c
 b 'CFO: Graham Lyle' enter 'COO: Peter Okafor' enter 'CTO: Asha Menon' enter 'CPO: Sven Lind' enter esc
 f f s
 up b 'Head of R&D: Mette Holm' enter 'Head of quality: Bruno Keller' enter esc
 home down down b 'Plant north: Mark Roth' enter 'Plant south: Marit Roth' enter 'Maintenance: Karel Novak' enter esc
 home down b 'Controller: Sofia Lind' enter 'Treasurer: Luc Perrin' enter esc
 home down f f f down down f f f s s s s
 v home right 4 t down 2 right right right 3
 home down down down down left 3 down right 2 down left 1 down right right 2
 v v v v v
 home I 'Graham' enter down I 'Anna' enter C 'Sven' enter`

func TestATwelvePersonOrganisationByKeys(t *testing.T) {
	if n := keystrokes(organisationByKeys); n > 120 {
		t.Errorf("%d keystrokes besides names", n)
	}
	empty := build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"})
	x := start(t, empty, 120, 40)
	x.Keys(strings.Join(strings.Fields(organisationByKeys), " "))
	a := x.account()
	kinds := map[model.EdgeKind]int{}
	for _, e := range a.Edges {
		kinds[e.Kind]++
	}
	ties := 0
	for _, tie := range a.Ties {
		if tie.Level > model.TieNone {
			ties++
		}
	}
	reports := 0
	for _, s := range a.Seats {
		if s.ReportsTo != "" {
			reports++
		}
	}
	if len(a.Seats) != 12 || len(a.Persons) != 12 || len(x.session().Portfolio().Programme().Team) != 5 || reports != 11 || ties < 6 || kinds[model.Influences] != 2 || kinds[model.Conflict] != 1 {
		t.Fatalf("%d seats, %d people, %d report, %d ties, relations %v\n%s", len(a.Seats), len(a.Persons), reports, ties, kinds, x.screen())
	}
	x.sees("[tree]", "Graham Lyle", "Mark Roth")
	undoAll(t, x, empty)
}
