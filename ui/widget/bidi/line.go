package bidi

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Cluster is one user-perceived character of a line.
type Cluster struct {
	Text  string // as it is shown
	Width int    // in cells; 0 is not shown
	Level int    // set by Arrange: odd runs right to left
}

// Line is a laid out line: its clusters in logical order, and where each
// stands on the screen.
type Line struct {
	clusters []Cluster
	order    []int // the logical cluster in each visual place
	left     []int // the first cell of each logical cluster
	base     int
	width    int
}

// Layout splits s into clusters and lays them out.
func Layout(s string, d Dir) Line {
	var cs []Cluster
	state := -1
	for s != "" {
		var c string
		c, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		cs = append(cs, Cluster{Text: c, Width: ansi.StringWidthWc(c)})
	}
	return Arrange(cs, d)
}

// Arrange lays out clusters the caller has split and measured. It keeps cs.
func Arrange(cs []Cluster, d Dir) Line {
	var rs []rune
	for _, c := range cs {
		rs = append(rs, []rune(c.Text)...)
	}
	levels, base := Levels(rs, d)
	at, level := 0, base
	for i := range cs {
		if n := utf8.RuneCountInString(cs[i].Text); n > 0 {
			level = levels[at]
			at += n
		}
		cs[i].Level = level
	}
	l := Line{clusters: cs, base: base}
	l.place()
	return l
}

// WithTail is the line with a sign (an ellipsis) after its last cluster, in
// that cluster's direction, so that it stands where reading stops.
func (l Line) WithTail(text string, width int) Line {
	level := l.base
	if n := len(l.clusters); n > 0 {
		level = l.clusters[n-1].Level
	}
	cs := append(l.clusters[:len(l.clusters):len(l.clusters)], Cluster{text, width, level})
	out := Line{clusters: cs, base: l.base}
	out.place()
	return out
}

// place computes the visual order and the cells.
func (l *Line) place() {
	levels := make([]int, len(l.clusters))
	for i, c := range l.clusters {
		levels[i] = c.Level
	}
	l.order = Reorder(levels)
	l.left = make([]int, len(l.clusters))
	l.width = 0
	for _, i := range l.order {
		l.left[i] = l.width
		l.width += l.clusters[i].Width
	}
}

// Len is the number of clusters.
func (l Line) Len() int { return len(l.clusters) }

// Left is the first cell of a logical cluster.
func (l Line) Left(i int) int { return l.left[i] }

// Cells is how many cells a logical cluster takes.
func (l Line) Cells(i int) int { return l.clusters[i].Width }

// Width is the number of cells.
func (l Line) Width() int { return l.width }

// RTL reports whether the line's base direction is right to left.
func (l Line) RTL() bool { return l.base&1 == 1 }

// Visual is the text in visual place k, brackets mirrored where they run
// right to left. A cluster without width gives "".
func (l Line) Visual(k int) string {
	c := l.clusters[l.order[k]]
	if c.Width == 0 {
		return ""
	}
	if c.Level&1 == 1 {
		return mirrorFirst(c.Text)
	}
	return c.Text
}

// String is the line as it is shown, from left to right.
func (l Line) String() string {
	var b strings.Builder
	for k := range l.order {
		b.WriteString(l.Visual(k))
	}
	return b.String()
}

// CursorX is the cell of the caret before logical cluster i; i == Len() is the
// end. The caret takes the side of the character before it, so that typing
// moves it as the eye expects.
func (l Line) CursorX(i int) int {
	if len(l.clusters) == 0 {
		return 0
	}
	k, after := i-1, true
	if i <= 0 {
		k, after = 0, false
	}
	k = min(k, len(l.clusters)-1)
	if rtl := l.clusters[k].Level&1 == 1; after != rtl {
		return l.left[k] + l.clusters[k].Width
	}
	return l.left[k]
}

// At is the logical cluster under cell x, or Len() behind the line.
func (l Line) At(x int) int {
	for _, i := range l.order {
		if x < l.left[i]+l.clusters[i].Width {
			return i
		}
	}
	return len(l.clusters)
}
