package widget

import (
	"strconv"
	"strings"
	"testing"

	"accord/ui/theme"
)

type accounts struct{ rows int }

var accountNames = []string{"Meridian Foods", "Halden Energy", "חברת אלון בע״מ", "Northgate Steel", "株式会社 田中", "Société Générale"}

func (a accounts) Len() int { return a.rows }
func (a accounts) Cell(row, col int) (string, theme.Style) {
	if col == 0 {
		return accountNames[row%len(accountNames)], theme.Plain
	}
	return strconv.Itoa((row * col) % 100), theme.Good
}

var benchColumns = []Column{{Title: "account", Width: 14, Grow: 1}, {Title: "S", Width: 3, Align: Right, Sort: 1}, {Title: "H", Width: 3, Align: Right}, {Title: "att", Width: 4}}

// BenchmarkFrame is a whole workbench screen: two boxes, a table, text, a
// meter, a footer, and the sequence for the terminal.
func BenchmarkFrame(b *testing.B) {
	g, th := NewGrid(120, 40), theme.New(theme.Dark)
	tb := Table{Columns: benchColumns}
	b.ReportAllocs()
	for b.Loop() {
		g.Clear()
		c := g.Canvas()
		foot, rest := c.Rect().SplitBottom(1)
		left, right := rest.SplitLeft(41)
		tb.Draw(c.Box(left, "1 Accounts", "42", true), accounts{42}, 7, 1, true)
		in := c.Box(right, "2 Plan", "why", false)
		for y := range in.H() {
			x := in.Text(2, y, "capacity and technology access of the customer", theme.Plain)
			x += in.Text(x+3, y, "●●●●●○○○○○", theme.Accent)
			in.Text(x+6, y, accountNames[y%6], theme.Quiet)
		}
		c.Sub(foot).Text(1, 0, "0-5 rate  x unknown  = accept  e note  tab pane  z zoom  / filter  u undo", theme.Key)
		_ = g.Render(th)
	}
}

func BenchmarkRender(b *testing.B) {
	g, th := NewGrid(120, 40), theme.New(theme.Dark)
	g.Canvas().Fill(g.Canvas().Rect(), "x", theme.Plain)
	b.ReportAllocs()
	for b.Loop() {
		_ = g.Render(th)
	}
}

func BenchmarkTable100k(b *testing.B) {
	g := NewGrid(120, 40)
	tb := Table{Columns: benchColumns}
	row := 0
	b.ReportAllocs()
	for b.Loop() {
		g.Clear()
		row = (row + 37) % 100_000
		tb.Draw(g.Canvas(), accounts{100_000}, row, 1, true)
	}
}

// BenchmarkProse20KB is one key typed in the middle of a long text, in a
// hundred paragraphs and in one.
func BenchmarkProse20KB(b *testing.B) {
	para := strings.Repeat("the customer said that שלום is a word ", 5)
	for name, s := range map[string]string{
		"paragraphs": strings.Repeat(para+"\n", 20000/len(para)),
		"one":        strings.Repeat(para, 20000/len(para)),
	} {
		b.Run(name, func(b *testing.B) {
			g, p := NewGrid(120, 40), NewProse(s)
			p.Draw(g.Canvas(), theme.Plain)
			for range 60 {
				p.Apply(DownKey, "")
			}
			b.ReportAllocs()
			for b.Loop() {
				p.Apply(Insert, "x")
				p.Draw(g.Canvas(), theme.Plain)
				p.Apply(Backspace, "")
				p.Draw(g.Canvas(), theme.Plain)
			}
		})
	}
}

func BenchmarkField(b *testing.B) {
	g, f := NewGrid(40, 1), NewField("Deal עם חברת אלון 2024 (USD 1,200)")
	for b.Loop() {
		f.Apply(Insert, "x")
		f.Apply(Backspace, "")
		f.Apply(LeftKey, "")
		f.Apply(RightKey, "")
		f.Draw(g.Canvas(), 0, 0, 40, theme.Plain)
	}
}
