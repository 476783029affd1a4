package shell

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/ui/plan"
)

func (x *harness) Paste(text string) *harness {
	x.send(tea.PasteMsg{Content: text})
	return x
}

func (x *harness) cell(unit, offering string) model.Cell {
	if c := plan.CellAt(x.app.c, unit, offering); c != nil {
		return *c
	}
	return model.Cell{}
}

func TestTheWhitespaceGridIsWalkedAndFilledByKeys(t *testing.T) {
	x := atSection(t, "whitespace").Keys("a 'Lyon: pumps' enter 'Graz: seals' enter esc")
	x.sees("unit", "pumps", "seals", "Lyon", "Graz", "all", "won", "gap", "not asked yet")
	x.Keys("home left 4").sees("pumps in Lyon: current", "current", "1/1")
	x.Keys("right 5").sees("seals in Lyon: competitor", "rival")
	if got := x.cell("Lyon", "seals").Status; got != model.CellCompetitor {
		t.Fatal(got)
	}
	x.Keys("down left enter").sees("Whitespace: pumps", "Offering").Keys("esc") // a cell that was not there is added
	x.Keys("x").sees("unknown").Keys("0").sees("n/a").Keys("X").sees("from the grid").Keys("X").sees("nothing in this cell").Keys("u").sees("n/a")
	x.Keys("v").sees("offering", "d status").Keys("v").sees("won")
	undoAll(t, x, three(t))
}

func TestABlockIsPastedIntoWhitespaceAsOneEdit(t *testing.T) {
	x := atSection(t, "whitespace")
	var b strings.Builder
	for k := range 12 {
		fmt.Fprintf(&b, "\tOffering %d", k)
	}
	for i := range 40 {
		fmt.Fprintf(&b, "\nUnit %d", i)
		for k := range 12 {
			b.WriteString("\t" + []string{"current", "white", "competitor", fmt.Sprint(1000 * (i + k))}[(i+k)%4])
		}
	}
	x.Paste(b.String()).sees("pasted 41 × 13: 480 cells changed; u undoes it")
	if len(x.patches) != 1 || len(x.account().Cells) != 480 {
		t.Fatalf("%d steps, %d cells", len(x.patches), len(x.account().Cells))
	}
	if c := x.cell("Unit 1", "Offering 2"); c.Status != model.CellPotential || c.Potential.Minor != 300000 {
		t.Errorf("%+v", c)
	}
	if c := x.cell("Unit 39", "Offering 11"); c.Status != model.CellCompetitor {
		t.Errorf("%+v", c)
	}
	x.Paste(b.String()).sees("is here already.")
	x.Keys("u")
	if len(x.account().Cells) != 0 {
		t.Error("one undo does not take it back")
	}
	undoAll(t, x, three(t))
}

func TestWhatDoesNotFitIsListedAndNothingIsHalfDone(t *testing.T) {
	x := atSection(t, "whitespace")
	x.Paste("\tpumps\tseals\nLyon\tmaybe\tlost\nGraz\t12.5k\tn/a")
	x.sees("Not everything fits: 1 cell", "3 cells can be taken", "row 2, column 2, “maybe”: is neither a status nor an amount")
	if len(x.patches) != 0 {
		t.Fatal("something was done before anybody said so")
	}
	x.Keys("esc").sees("nothing was pasted")
	if len(x.patches) != 0 {
		t.Fatal("esc did something")
	}
	x.Paste("\tpumps\tseals\nLyon\tmaybe\tlost\nGraz\t12.5k\tn/a").Keys("enter").sees("left out 1 cell")
	if len(x.patches) != 1 || x.cell("Graz", "pumps").Potential.Minor != 1250000 || x.cell("Lyon", "seals").Status != model.CellLost || x.cell("Lyon", "pumps").ID != "" {
		t.Fatalf("%d %+v", len(x.patches), x.account().Cells)
	}
	x.Paste("a\tb").sees("neither a status nor an amount", "0 cells can be taken").Keys("enter").sees("None of the cells").Keys("esc")
	x.Keys("home").Paste("white\twhite\twhite").sees("row 1, column 3", "2 cells can be taken").Keys("esc")
}

func TestABlockIsPastedIntoFigures(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Paste("\t2023\t2024\t2025\nRevenue\t1,000,000\t1.1m\t1250k\ncost of sales\t600k\t\t700k\nContribution\t1\t2\t3\n").sees("pasted 4 × 4: 5 cells changed")
	x.has("figures.2023.revenue", "1000000").has("figures.2024.revenue", "1100000").has("figures.2025.cost_of_sales", "700000").has("figures.2024.cost_of_sales", "")
	if len(x.patches) != 1 {
		t.Fatalf("%d steps", len(x.patches))
	}
	x.Keys("u").has("figures.2023.revenue", "")
	x.Keys("home left left").Paste("5\t6\n7\t8\n").has("figures.2025.revenue", "5").has("figures.2024.revenue", "6").has("figures.2025.cost_of_sales", "7").has("figures.2024.cost_of_sales", "8")
	x.Paste("1\n2\n3\n4\n").sees("row 4, column 1, “4”: Contribution is revenue").Keys("esc")
	x.Paste("\t2024\nMoon\t5\nrevenue\tmuch").sees("no such line in the figures", "“much”", "0 cells can be taken").Keys("esc")
	x.has("figures.2024.revenue", "6")
}

func TestCellsAreFilledFromTheOneBefore(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("right 7 esc right").has("figures.2024.revenue", "7").Keys("left left ctrl+d").has("figures.2025.revenue", "7")
	x.Keys("down down down ctrl+d").sees("Contribution is revenue")
	x = atSection(t, "actions").Keys("a 'one' enter 'two' enter esc home ctrl+d").sees("nothing above the first row").Keys("right enter 'Dana' esc down ctrl+d")
	if a := x.account().Actions; a[1].Owner != "Dana" {
		t.Fatalf("%+v", a)
	}
}

func TestRowsArePastedAsActions(t *testing.T) {
	x := atSection(t, "actions")
	x.Paste("action\towner\tdue\nCall Anna\tDana\t+2w\n\"Send the\nplan\"\tOmer\t30.11.\n").sees("pasted 3 × 3", "Call Anna", "8 Dec 2026", "Omer")
	if len(x.patches) != 1 || len(x.account().Actions) != 2 {
		t.Fatalf("%d %+v", len(x.patches), x.account().Actions)
	}
	x.Paste("Ask\tDana\tsome day\n\tnobody\n").sees("row 1, column 3, “some day”", "row 2, column 1", "it needs a text").Keys("enter").sees("Ask")
	if n := len(x.account().Actions); n != 3 {
		t.Fatal(n)
	}
	undoAll(t, x, three(t))
}
