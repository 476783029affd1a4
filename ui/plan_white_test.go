package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
)

func (x *harness) paste(text string) *harness {
	x.send(tea.PasteMsg{Content: text})
	return x
}

func (x *harness) cell(unit, offering string) model.Cell {
	if c := cellAt(x.app.c, unit, offering); c != nil {
		return *c
	}
	return model.Cell{}
}

func TestTheWhitespaceGridIsWalkedAndFilledByKeys(t *testing.T) {
	x := atSection(t, "whitespace").keys("a 'Lyon: pumps' enter 'Graz: seals' enter esc")
	x.sees("unit", "pumps", "seals", "Lyon", "Graz", "all", "won", "gap", "nobody asked yet")
	x.keys("home left 4").sees("pumps in Lyon: current", "current", "1/1")
	x.keys("right 5").sees("seals in Lyon: competitor", "rival")
	if got := x.cell("Lyon", "seals").Status; got != model.CellCompetitor {
		t.Fatal(got)
	}
	x.keys("down left enter").sees("Whitespace: pumps", "Offering").keys("esc") // a cell that was not there is added
	x.keys("x").sees("unknown").keys("0").sees("n/a").keys("X").sees("off the grid").keys("X").sees("nothing in this cell").keys("u").sees("n/a")
	x.keys("v").sees("offering", "d status").keys("v").sees("won")
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
	x.paste(b.String()).sees("pasted 41 × 13: 480 cells changed; u takes it back")
	if len(x.patches) != 1 || len(x.account().Cells) != 480 {
		t.Fatalf("%d steps, %d cells", len(x.patches), len(x.account().Cells))
	}
	if c := x.cell("Unit 1", "Offering 2"); c.Status != model.CellPotential || c.Potential.Minor != 300000 {
		t.Errorf("%+v", c)
	}
	if c := x.cell("Unit 39", "Offering 11"); c.Status != model.CellCompetitor {
		t.Errorf("%+v", c)
	}
	x.paste(b.String()).sees("stands here already")
	x.keys("u")
	if len(x.account().Cells) != 0 {
		t.Error("one undo does not take it back")
	}
	undoAll(t, x, three(t))
}

func TestWhatDoesNotFitIsListedAndNothingIsHalfDone(t *testing.T) {
	x := atSection(t, "whitespace")
	x.paste("\tpumps\tseals\nLyon\tmaybe\tlost\nGraz\t12.5k\tn/a")
	x.sees("Not everything fits: 1 cell", "3 cells can be taken", "row 2, column 2, “maybe”: is neither a status nor an amount")
	if len(x.patches) != 0 {
		t.Fatal("something was done before anybody said so")
	}
	x.keys("esc").sees("nothing was pasted")
	if len(x.patches) != 0 {
		t.Fatal("esc did something")
	}
	x.paste("\tpumps\tseals\nLyon\tmaybe\tlost\nGraz\t12.5k\tn/a").keys("enter").sees("left out 1 cell")
	if len(x.patches) != 1 || x.cell("Graz", "pumps").Potential.Minor != 1250000 || x.cell("Lyon", "seals").Status != model.CellLost || x.cell("Lyon", "pumps").ID != "" {
		t.Fatalf("%d %+v", len(x.patches), x.account().Cells)
	}
	x.paste("a\tb").sees("neither a status nor an amount", "0 cells can be taken").keys("enter").sees("None of the cells").keys("esc")
	x.keys("home").paste("white\twhite\twhite").sees("row 1, column 3", "2 cells can be taken").keys("esc")
}

func TestABlockIsPastedIntoFigures(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.paste("\t2023\t2024\t2025\nRevenue\t1,000,000\t1.1m\t1250k\ncost of sales\t600k\t\t700k\nContribution\t1\t2\t3\n").sees("pasted 4 × 4: 5 cells changed")
	x.has("figures.2023.revenue", "1000000").has("figures.2024.revenue", "1100000").has("figures.2025.cost_of_sales", "700000").has("figures.2024.cost_of_sales", "")
	if len(x.patches) != 1 {
		t.Fatalf("%d steps", len(x.patches))
	}
	x.keys("u").has("figures.2023.revenue", "")
	x.keys("home left left").paste("5\t6\n7\t8\n").has("figures.2025.revenue", "5").has("figures.2024.revenue", "6").has("figures.2025.cost_of_sales", "7").has("figures.2024.cost_of_sales", "8")
	x.paste("1\n2\n3\n4\n").sees("row 4, column 1, “4”: Contribution is revenue").keys("esc")
	x.paste("\t2024\nMoon\t5\nrevenue\tmuch").sees("no such line of figures", "“much”", "0 cells can be taken").keys("esc")
	x.has("figures.2024.revenue", "6")
}

func TestCellsAreFilledFromTheOneBefore(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.keys("right 7 esc right").has("figures.2024.revenue", "7").keys("left left ctrl+d").has("figures.2025.revenue", "7")
	x.keys("down down down ctrl+d").sees("Contribution is revenue")
	x = atSection(t, "actions").keys("a 'one' enter 'two' enter esc home ctrl+d").sees("nothing above the first row").keys("right enter 'Dana' esc down ctrl+d")
	if a := x.account().Actions; a[1].Owner != "Dana" {
		t.Fatalf("%+v", a)
	}
}

func TestRowsArePastedAsActions(t *testing.T) {
	x := atSection(t, "actions")
	x.paste("action\towner\tdue\nCall Anna\tDana\t+2w\n\"Send the\nplan\"\tOmer\t30.11.\n").sees("pasted 3 × 3", "Call Anna", "8 Dec 2026", "Omer")
	if len(x.patches) != 1 || len(x.account().Actions) != 2 {
		t.Fatalf("%d %+v", len(x.patches), x.account().Actions)
	}
	x.paste("Ask\tDana\tsome day\n\tnobody\n").sees("row 1, column 3, “some day”", "row 2, column 1", "it needs words").keys("enter").sees("Ask")
	if n := len(x.account().Actions); n != 3 {
		t.Fatal(n)
	}
	undoAll(t, x, three(t))
}
