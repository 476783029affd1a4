package model

import (
	"accord/model/words"
	"slices"
	"strings"
)

// Chain tells who reports to whom among some seats.
func (p *Portfolio) Chain(id AccountID, on []SeatID) string {
	a := p.Account(id)
	if a == nil {
		return ""
	}
	var out []string
	who := NewDirectory(a)
	for _, id := range on {
		s := who.Seat(id)
		if s == nil {
			continue
		}
		boss := "nobody"
		if b := who.Seat(s.ReportsTo); b != nil {
			boss = b.Title
		}
		out = append(out, words.T("model.to", s.Title, boss))
	}
	return strings.Join(out, ", ")
}

func (p *Portfolio) Family(on []AccountID) string {
	var out []string
	for _, id := range on {
		a := p.Account(id)
		if a == nil {
			continue
		}
		parent := "nobody"
		if b := p.Account(a.Parent); b != nil {
			parent = b.Name
		}
		out = append(out, words.T("model.under", a.Name, parent))
	}
	return strings.Join(out, ", ")
}

func (p *Portfolio) AllCalled(ids []AccountID, name string) bool {
	return !slices.ContainsFunc(ids, func(id AccountID) bool { return !p.Called(id, name) })
}

func (p *Portfolio) Called(id AccountID, name string) bool {
	a := p.Account(id)
	return a != nil && SameName(a.Name) == name
}
