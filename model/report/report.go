package report

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// Report is a document.
type Report struct {
	Title    string
	About    string // of whom
	Subtitle string // of whom, and as of when
	Foot     string // who may read it
	OnePage  bool   // it is made to fit on one
	Nodes    []Node
	Days     []Day // for a calendar
	Today    model.Date
}

// What is the title without the name of whom the report is about, for where that
// stands beside it.
func (r *Report) What() string { return strings.TrimPrefix(r.Title, r.About+": ") }

// NamesFirst reports whether whom the report is about stands before what it is, as for
// the customer.
func (r *Report) NamesFirst() bool { return r.What() != r.Title }

// Day is something of the report that has a day.
type Day struct {
	ID    string // the same for the same thing, always
	Day   model.Date
	Text  string
	Owner string
}

// Kind says what a node is.
type Kind uint8

// The kinds of nodes.
const (
	Heading Kind = iota
	Paragraph
	List
	Grid
	Chart
	Line
	Picture
)

// Node is one part of a document; the fields that count depend on its kind.
type Node struct {
	Kind   Kind
	Text   string   // Heading, Paragraph, and the caption of the others
	people bool     // Heading: people stand under it
	Items  []string // List
	Table  Table    // Grid
	Points Plane    // Chart
	Curve  Curve    // Line
	SVG    string   // Picture
}

// Table is rows of cells under headings.
type Table struct {
	Head  []string
	Rows  [][]Cell
	Right []bool // columns that stand to the right: numbers
	Pairs bool   // a name and its value in every row, to be set beside each other
}

// Plane is accounts placed by two scores, 0..100 both ways.
type Plane struct {
	X, Y       string
	CutX, CutY float64
	Corners    [4]string // top left, top right, bottom left, bottom right
	Dots       []Dot
}

// Curve is what accounts, the largest first, bring together as a share of all.
type Curve struct {
	Names  []string
	Shares []float64 // cumulative; beside Names
	Levels []float64 // lines across, such as 0.8
}

// Dot is one account on a plane.
type Dot struct {
	X, Y  float64
	Label string
}

func (r *Report) head(text string) { r.Nodes = append(r.Nodes, Node{Kind: Heading, Text: text}) }

// peopleHead is the heading under which people stand, whatever it says.
func (r *Report) peopleHead(text string) {
	r.Nodes = append(r.Nodes, Node{Kind: Heading, Text: text, people: true})
}

func (r *Report) text(text string) {
	if text != "" {
		r.Nodes = append(r.Nodes, Node{Kind: Paragraph, Text: text})
	}
}

func (r *Report) list(items ...string) {
	if len(items) > 0 {
		r.Nodes = append(r.Nodes, Node{Kind: List, Items: items})
	}
}

// grid adds a table; columns whose heading ends in # stand to the right. Columns
// that are empty in every row are left out.
func (r *Report) grid(rows [][]Cell, heads ...string) {
	if len(rows) == 0 {
		return
	}
	var t Table
	var keep []int
	for c := range heads {
		for _, row := range rows {
			if row[c].Text != "" {
				keep = append(keep, c)
				break
			}
		}
	}
	for _, c := range keep {
		name, number := heads[c], false
		if n := len(name); n > 0 && name[n-1] == '#' {
			name, number = name[:n-1], true
		}
		t.Head, t.Right = append(t.Head, name), append(t.Right, number)
	}
	for _, row := range rows {
		var cells []Cell
		for _, c := range keep {
			cells = append(cells, row[c])
		}
		t.Rows = append(t.Rows, cells)
	}
	r.Nodes = append(r.Nodes, Node{Kind: Grid, Table: t})
}

// pairs adds names and their values.
func (r *Report) pairs(rows [][]Cell) {
	r.grid(rows, words.T("report.figure"), words.T("report.value-3"))
	if len(rows) > 0 {
		r.Nodes[len(r.Nodes)-1].Table.Pairs = true
	}
}

// first cuts a list for a page, and says how much more there is.
func first[T any](r *Report, all []T, most int) ([]T, func()) {
	if most == 0 || len(all) <= most {
		return all, func() {}
	}
	left := len(all) - most
	return all[:most], func() { r.text(andMore(left)) }
}

// withoutEmpty drops headings that nothing stands under.
func withoutEmpty(nodes []Node) []Node {
	var out []Node
	for i, n := range nodes {
		if n.Kind == Heading && (i+1 == len(nodes) || nodes[i+1].Kind == Heading) {
			continue
		}
		out = append(out, n)
	}
	return out
}

// Draw adds a picture with a heading, such as the relationship map: below the people, where there
// are any, else at the end.
func (r *Report) Draw(heading, caption, svg string) {
	at := len(r.Nodes)
	for i, n := range r.Nodes {
		if n.Kind == Heading && n.people {
			at = i + 1
			for at < len(r.Nodes) && r.Nodes[at].Kind != Heading {
				at++
			}
		}
	}
	r.Nodes = slices.Insert(r.Nodes, at, Node{Kind: Heading, Text: heading}, Node{Kind: Picture, Text: caption, SVG: svg})
}

// Data is what a drawing shows, as a table, for formats that draw nothing.
func (n *Node) Data() Table {
	switch n.Kind {
	case Chart:
		t := Table{Head: []string{words.T("report.account"), n.Points.Y, n.Points.X}, Right: []bool{false, true, true}}
		for _, d := range n.Points.Dots {
			t.Rows = append(t.Rows, []Cell{text(d.Label), scoreCell(model.Some(d.Y)), scoreCell(model.Some(d.X))})
		}
		return t
	case Line:
		t := Table{
			Head:  []string{words.T("report.rank"), words.T("report.account"), words.T("report.together")},
			Right: []bool{true, false, true},
		}
		for i, v := range n.Curve.Shares {
			t.Rows = append(t.Rows, []Cell{plain(i + 1), text(n.Curve.Names[i]), share(model.Some(v), 1)})
		}
		return t
	}
	return n.Table
}

func andMore(n int) string { return words.T("report.more-full-plan", n) }
