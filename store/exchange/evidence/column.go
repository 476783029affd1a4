package evidence

import (
	"iter"
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
)

// Column is what the cells of a column can be: of how many filled cells each is true.
type Column struct {
	Filled     int
	States     int
	Documents  int
	Moneys     int
	Days       int
	Amounts    int
	Emails     int
	Greetings  int
	Distinct   int            // values that differ, up to most
	Values     map[string]int // those values, with how often each stands; nil when there are more than most
	Order      []string       // the same, as they first stand
	WorthState bool           // at least one of the words of state is of won, lost, draft or void
}

// most is how many values a column of words has at most: more are names, days or amounts.
const most = 60

// sampled is how many cells of a column with more values than that are looked at.
const sampled = 400

// Look counts what the cells of a column are. The cells are cleaned.
func Look(values iter.Seq[string]) Column {
	c := Column{Values: map[string]int{}}
	wide := 0
	for v := range values {
		if c.Values == nil {
			if wide++; wide > sampled {
				break
			}
			c.add(v, 1)
			continue
		}
		if _, known := c.Values[v]; !known {
			c.Order = append(c.Order, v)
		}
		if c.Values[v]++; len(c.Values) > most {
			for _, w := range c.Order {
				c.add(w, c.Values[w])
			}
			c.Distinct, c.Values, c.Order = len(c.Values), nil, nil
		}
	}
	if c.Values != nil {
		c.Distinct = len(c.Values)
		for _, w := range c.Order {
			c.add(w, c.Values[w])
		}
	}
	return c
}

// add counts a value.
func (c *Column) add(v string, n int) {
	c.Filled += n
	if st := StateOf(v); st != Unknown {
		c.States += n
		c.WorthState = c.WorthState || st != Open && st != Issued
	}
	if DocumentOf(v) != NoDocument {
		c.Documents += n
	}
	if MoneyOf(v, "") != "" {
		c.Moneys += n
	}
	if strings.Contains(v, "@") && !strings.Contains(v, " ") {
		c.Emails += n
	}
	if greetings[cells.Squeeze(v)] {
		c.Greetings += n
	}
	if _, number := cells.ParseNumber(v); number {
		c.Amounts += n
	} else if _, day := cells.ParseDay(v, cells.DateStyle{}); day {
		c.Days += n
	}
}

// Share is what part of the filled cells n are, 0 for an empty column.
func (c *Column) Share(n int) float64 {
	if c.Filled == 0 {
		return 0
	}
	return float64(n) / float64(c.Filled)
}

// greetings are what stands before a name.
var greetings = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("mr mrs ms miss mx dr prof herr frau hr fr mme mlle m sr sra srta sig sigra dott dhr mevr pan pani מר גב גברת drmed profdr mister sir madam") {
		out[w] = true
	}
	return out
}()

// Is reports whether nearly all filled cells are something.
func (c *Column) Is(n int) bool { return c.Filled > 0 && c.Share(n) >= 0.9 }

// Mostly reports whether more than half of the filled cells are something.
func (c *Column) Mostly(n int) bool { return c.Share(n) > 0.5 }

// Codes are the currencies of a column, with what is no currency.
func (c *Column) Codes(home model.Currency) (found map[model.Currency]int, strange []string) {
	found = map[model.Currency]int{}
	for _, v := range c.Order {
		if m := MoneyOf(v, home); m != "" {
			found[m] += c.Values[v]
		} else {
			strange = append(strange, v)
		}
	}
	return found, strange
}
