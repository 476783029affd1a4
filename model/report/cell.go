package report

import (
	"math"
	"strconv"

	"accord/model"
	"accord/model/score"
)

// Cell is one cell of a table: as people read it, and what it is for programs.
type Cell struct {
	Text     string
	Kind     CellKind
	Num      model.Num // not rounded; a share is 0..1
	Decimals int       // of the text
	Currency model.Currency
	Day      model.Date
}

// CellKind says what a cell holds.
type CellKind uint8

// The kinds of cells. A number that nobody knows is still one, without a value.
const (
	Words  CellKind = iota
	Number          // with separated thousands
	Plain           // digits as they are: a year, a level
	Share           // a part of a whole
	OnDay           // a day
	Score           // 0..100: read as a whole number, with two decimals in a workbook
)

// Numeric reports whether a cell is of a kind of number.
func (c Cell) Numeric() bool {
	return c.Kind == Number || c.Kind == Plain || c.Kind == Share || c.Kind == Score
}

// text is a cell of words.
func text(s string) Cell { return Cell{Text: s} }

// words are cells of words beside each other.
func wording(all ...string) []Cell {
	out := make([]Cell, len(all))
	for i, s := range all {
		out[i] = text(s)
	}
	return out
}

// thousands is a number as money and other large ones are printed.
func thousands(n model.Num) Cell { return Cell{Text: score.Thousands(n), Kind: Number, Num: n} }

// of is a number in the currency, which is said beside it.
func (c Cell) of(currency model.Currency) Cell {
	if c.Num.Known {
		c.Text = currency.Beside(c.Text)
		if currency != model.Index {
			c.Currency = currency
		}
	}
	return c
}

// scoreCell is a score or an index as it is read; programs find it unrounded.
func scoreCell(n model.Num) Cell { return Cell{Text: score.Print(n), Kind: Score, Num: n} }

// ratio is a number with as many decimals as it needs.
func ratio(n model.Num, decimals int) Cell {
	return Cell{Text: score.Decimals(n, decimals), Kind: Number, Num: n, Decimals: decimals}
}

// median is the median of answers.
func median(n model.Num) Cell {
	c := Cell{Text: score.Median(n), Kind: Number, Num: n}
	if n.V != math.Trunc(n.V) {
		c.Decimals = 1
	}
	return c
}

// share is a part of a whole, 0..1.
func share(n model.Num, decimals int) Cell {
	return Cell{Text: score.Percentage(n, decimals), Kind: Share, Num: n, Decimals: decimals}
}

// plain is a whole number without separators; 0 says nothing where none is set.
func plain(n int) Cell {
	return Cell{Text: strconv.Itoa(n), Kind: Plain, Num: model.Some(float64(n))}
}

func plainOrNone(n int) Cell {
	if n == 0 {
		return Cell{Kind: Plain}
	}
	return plain(n)
}

// level is an answer of an instrument.
func level(l model.Level) Cell {
	if !l.Known() {
		return Cell{Text: l.String(), Kind: Plain}
	}
	c := plain(l.Int())
	c.Text = l.String()
	return c
}

func day(d model.Date) Cell {
	if !d.Known() {
		return Cell{Kind: OnDay}
	}
	return Cell{Text: d.Short(), Kind: OnDay, Day: d}
}

func money(m model.Money) Cell {
	if m == (model.Money{}) {
		return Cell{Kind: Number}
	}
	return thousands(model.Some(m.Major())).of(m.Currency)
}
