// Package report builds documents of what a portfolio says: a tree of headings,
// paragraphs, lists, tables and drawings that the screen and every format read.
package report

import (
	"accord/model"
)

// Report is a document.
type Report struct {
	Title    string
	Subtitle string // of what, and as of when
	Nodes    []Node
	Days     []Day // for a calendar
	Today    model.Date
}

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
	Items  []string // List
	Table  Table    // Grid
	Points Plane    // Chart
	Curve  Curve    // Line
	SVG    string   // Picture
}

// Table is rows of cells under headings.
type Table struct {
	Head  []string
	Rows  [][]string
	Right []bool // columns that stand to the right: numbers
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

// grid adds a table; columns whose heading ends in # are numbers. Columns that are
// empty in every row are left out.
func (r *Report) grid(rows [][]string, heads ...string) {
	if len(rows) == 0 {
		return
	}
	var t Table
	var keep []int
	for c := range heads {
		for _, row := range rows {
			if row[c] != "" {
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
		var cells []string
		for _, c := range keep {
			cells = append(cells, row[c])
		}
		t.Rows = append(t.Rows, cells)
	}
	r.Nodes = append(r.Nodes, Node{Kind: Grid, Table: t})
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

// Draw adds a picture, such as the relationship map.
func (r *Report) Draw(caption, svg string) {
	r.Nodes = append(r.Nodes, Node{Kind: Picture, Text: caption, SVG: svg})
}

// Of is what a report can be about.
type Of struct {
	Key      string // as it is asked for
	Name     string
	Account  bool // it is about one account
	Customer bool // it may go to the customer
	build    func(*model.Scores, *model.Account) *Report
}

// Kinds are all reports.
func Kinds() []Of {
	return []Of{
		{"plan", "One-page plan", true, false, onePage},
		{"full", "Full plan", true, false, fullPlan},
		{"qbr", "Review pack", true, false, reviewPack},
		{"value", "Value review, for the customer", true, true, valueReview},
		{"joint", "Joint plan, for the customer", true, true, jointPlan},
		{"gaps", "Information gaps", true, false, gaps},
		{"questions", "Information gaps of all", false, false, allGaps},
		{"portfolio", "Portfolio", false, false, portfolio},
		{"workshop", "Workshop: decisions and actions", false, false, workshop},
		{"marks", "Workshop: ratings with every mark", false, false, marks},
	}
}

// Build makes a report; ok is false when there is none of that key, or it needs an
// account and there is none.
func Build(key string, s *model.Scores, account model.AccountID) (r *Report, ok bool) {
	for _, k := range Kinds() {
		if k.Key != key {
			continue
		}
		a := s.Portfolio().Account(account)
		if k.Account && a == nil {
			return nil, false
		}
		r := k.build(s, a)
		r.Nodes = withoutEmpty(r.Nodes)
		r.Title, r.Today = k.Name, s.Today()
		r.Days = days(s, a, k)
		if k.Customer {
			r.Title = map[string]string{"value": "What we did for you", "joint": "Our joint plan"}[key]
		}
		if r.Subtitle = s.Today().Short(); a != nil && k.Account {
			r.Subtitle = a.Name + ", " + r.Subtitle
		} else {
			r.Subtitle = s.Portfolio().Programme().Title + ", " + r.Subtitle
		}
		return r, true
	}
	return nil, false
}
