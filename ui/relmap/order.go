package relmap

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/ui/theme"
)

// mapIndent is the deepest level that is indented further; a chain of bad data
// may be thousands of levels deep.
const mapIndent = 16

// mapOrder lays the seats out by who reports to whom. Seats whose superior is
// gone are roots, and so is the first of a circle: nothing is lost and nothing
// hangs.
func mapOrder(a *model.Account, gl *theme.Glyphs) []Row {
	o := ordering{
		glyphs: gl,
		below:  map[model.SeatID][]*model.Seat{},
		seen:   make(map[model.SeatID]bool, len(a.Seats)),
		rows:   make([]Row, 0, len(a.Seats)),
	}
	known := make(map[model.SeatID]bool, len(a.Seats))
	for i := range a.Seats {
		known[a.Seats[i].ID] = true
	}
	var roots []*model.Seat
	for i := range a.Seats {
		s := &a.Seats[i]
		if s.ReportsTo == "" || !known[s.ReportsTo] || s.ReportsTo == s.ID {
			roots = append(roots, s)
		} else {
			o.below[s.ReportsTo] = append(o.below[s.ReportsTo], s)
		}
	}
	names := namesOf(a)
	sortSeats(roots, names)
	for _, b := range o.below {
		sortSeats(b, names)
	}
	for _, s := range roots {
		o.Add(s, 0, "", "")
	}
	for i := range a.Seats { // what is left reports to itself in a circle
		o.Add(&a.Seats[i], 0, "", "")
	}
	return o.rows
}

// ordering is a walk through the organisation.
type ordering struct {
	glyphs *theme.Glyphs
	below  map[model.SeatID][]*model.Seat
	seen   map[model.SeatID]bool
	rows   []Row
}

// Add appends a seat and all below it. lines stand in front of it, under in
// front of those below.
func (o *ordering) Add(s *model.Seat, depth int, lines, under string) {
	if o.seen[s.ID] {
		return
	}
	o.seen[s.ID] = true
	o.rows = append(o.rows, Row{Seat: s, depth: depth, lines: lines})
	below := o.below[s.ID]
	for i, b := range below {
		switch {
		case depth >= mapIndent:
			o.Add(b, depth+1, lines, under)
		case i == len(below)-1:
			o.Add(b, depth+1, under+o.glyphs.BranchLast+" ", under+"  ")
		default:
			o.Add(b, depth+1, under+o.glyphs.Branch+" ", under+o.glyphs.Pipe+" ")
		}
	}
}

// sortSeats puts C-level first, then goes by title and name. What is stored has
// no order of its own, and an attribute that is cycled should not make its row
// jump about.
func sortSeats(seats []*model.Seat, names map[model.PersonID]string) {
	slices.SortFunc(seats, func(a, b *model.Seat) int {
		return cmp.Or(rank(a)-rank(b), strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)),
			strings.Compare(names[a.Person], names[b.Person]), strings.Compare(string(a.ID), string(b.ID)))
	})
}

func rank(s *model.Seat) int {
	if s.Function == model.CLevel {
		return 0
	}
	return 1
}

func namesOf(a *model.Account) map[model.PersonID]string {
	names := make(map[model.PersonID]string, len(a.Persons))
	for i := range a.Persons {
		names[a.Persons[i].ID] = a.Persons[i].Name
	}
	return names
}

// underneath lists a seat and everybody below it.
func underneath(a *model.Account, id model.SeatID) map[model.SeatID]bool {
	below := map[model.SeatID][]model.SeatID{}
	for i := range a.Seats {
		below[a.Seats[i].ReportsTo] = append(below[a.Seats[i].ReportsTo], a.Seats[i].ID)
	}
	all := map[model.SeatID]bool{}
	for todo := []model.SeatID{id}; len(todo) > 0; {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !all[next] {
			all[next] = true
			todo = append(todo, below[next]...)
		}
	}
	return all
}
