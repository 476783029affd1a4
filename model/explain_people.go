package model

import (
	"fmt"
	"strconv"
)

// inPercent prints a number that is a percentage already.
func inPercent(n Num) string {
	if !n.Known {
		return "–"
	}
	return Print(n) + " %"
}

func explainCoverage(_ *Scores, a *Account, l *Local) Explanation {
	index, confidence := l.Relationship.Coverage, l.Relationship.CoverageConfidence
	e := Explanation{Value: Print(index), Source: "docs/method.md §5", Confidence: Num{confidence, index.Known},
		Formula: "100 × Σ influence × coverage / Σ influence, over all seats; a seat without a name counts as not covered"}
	for i := range a.Seats {
		seat := &a.Seats[i]
		in := Input{Name: seatName(a, seat), Weight: strconv.Itoa(int(seat.Influence.Weight())), Value: "0", Note: seat.Title}
		if p := a.Person(seat.Person); p != nil {
			in.Value = Percentage(Some(p.Coverage.Share()), 0)
			if p.Coverage == CoverageUnknown {
				e.Unknown = append(e.Unknown, "how well we know "+p.Name)
			}
		} else {
			e.Unknown = append(e.Unknown, "who sits as "+seat.Title)
		}
		if seat.Influence == InfluenceUnknown {
			e.Unknown = append(e.Unknown, "the influence of "+seatName(a, seat))
		}
		e.Inputs = append(e.Inputs, in)
	}
	return e
}

func explainSupport(_ *Scores, a *Account, l *Local) Explanation {
	e := Explanation{Value: Print(l.Relationship.Support), Source: "docs/method.md §5", Reading: "50 is neutral, 0 all enemies, 100 all mentors.",
		Formula: "50 + 25 × Σ influence × support / Σ influence, over people whose stand is known"}
	for i := range a.Seats {
		seat := &a.Seats[i]
		p := a.Person(seat.Person)
		switch {
		case p == nil:
		case !p.Support.Known:
			e.Unknown = append(e.Unknown, "where "+p.Name+" stands")
		default:
			e.Inputs = append(e.Inputs, Input{Name: p.Name, Value: fmt.Sprintf("%+d %s", p.Support.V, SupportWord(p.Support)), Weight: strconv.Itoa(int(seat.Influence.Weight())), Note: seat.Title})
		}
	}
	return e
}

func explainBowTie(s *Scores, _ *Account, l *Local) Explanation {
	g := s.portfolio.programme
	r := l.Relationship
	e := Explanation{Value: inPercent(r.BowTie), Source: "docs/method.md §5",
		Formula: "largest share of all tie strength that one of ours carries; a tie's strength is level / 4, halved every 45 days without contact (90 for executives)"}
	for _, c := range r.Ours {
		if m := g.Member(c.Member); m != nil && c.Strength > 0 {
			e.Inputs = append(e.Inputs, Input{Name: m.Name, Value: Percentage(c.Share, 0), Note: "strength " + Print2(Some(c.Strength))})
		}
	}
	switch m := g.Member(r.BowTieWho); {
	case !r.BowTie.Known:
		e.Unknown = []string{"nobody of theirs is on the map yet"}
	case m == nil:
		e.Reading = "There is no tie at all."
	case r.BowTie.V > s.settings().BowTieRed:
		e.Reading = "Nearly everything hangs on " + m.Name + ": if they leave, so does the relationship."
	case r.BowTie.V >= s.settings().BowTieAmber:
		e.Reading = "Much hangs on " + m.Name + "."
	}
	return e
}
