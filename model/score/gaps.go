package score

import (
	"accord/model"
	"accord/model/words"
)

// Gap is something nobody knows yet, or knows only from long ago: what to find
// out, and which figure waits for it.
type Gap struct {
	Figure string // the figure that i explains, or the section of the plan
	Text   string
}

// FindOut lists the information gaps of an account that its scores wait for.
// They are no moves: one can ask, but not decide what the answer is.
func (s *Scores) FindOut(id model.AccountID) []Gap {
	a, l := s.portfolio.Account(id), s.Local(id)
	if a == nil {
		return nil
	}
	out := s.ratingGaps(a)
	if y := latestWithRevenue(l.Years); y == nil {
		out = append(out, Gap{"revenue", words.T("score.revenue-any-year")})
	} else {
		for _, g := range []struct {
			value        model.Num
			figure, name string
		}{{y.CostOfSales, "contribution", words.T("score.cost-sales")}, {y.CostToServe, "contribution", words.T("score.cost-serve")}, {y.Wallet, "wallet", words.T("score.what-they-spend-our-categories")}} {
			if !g.value.Known {
				out = append(out, Gap{g.figure, words.T("score.of", g.name, y.Year)})
			}
		}
	}
	return append(out, peopleGaps(a)...)
}

// Assumed lists what the plan builds on and nobody of theirs has confirmed.
func Assumed(a *model.Account) []Gap {
	var out []Gap
	for i := range a.Insights {
		if n := &a.Insights[i]; !n.Confirmed {
			out = append(out, Gap{"insight", n.Kind.String() + ": " + n.Text})
		}
	}
	who := model.NewDirectory(a)
	for i := range a.Seats {
		s := &a.Seats[i]
		if s.Influence.KeyPlayer() && !s.Confirmed {
			out = append(out, Gap{"coverage", words.T("score.the-influence-of", who.Called(s))})
		}
		if p := who.Person(s.Person); p != nil && s.Influence.KeyPlayer() && p.Support.Known && !p.Confirmed {
			out = append(out, Gap{"support", words.T("score.where-stands", p.Name)})
		}
	}
	return out
}

// gapInstruments are the instruments whose unanswered factors S and H wait for.
var gapInstruments = []string{"importance", "position", "receptivity", "alignment", "stage"}

func (s *Scores) ratingGaps(a *model.Account) []Gap {
	var out []Gap
	pack := s.portfolio.Programme().MethodPack()
	for _, key := range gapInstruments {
		in := pack.Instrument(key)
		if in == nil {
			continue
		}
		for i := range in.Factors {
			f := &in.Factors[i]
			r := a.Ratings[f.Full()]
			switch {
			case f.Weight == 0:
			case !r.Used().Known():
				out = append(out, Gap{in.Key, f.Name + ": " + f.Question})
			case r.Date.Known() && float64(s.today.DaysSince(r.Date)) > s.Settings().StaleRating:
				out = append(out, Gap{in.Key, words.T("score.rated-days-ago-ask-again", f.Name, s.today.DaysSince(r.Date))})
			}
		}
	}
	return out
}

func peopleGaps(a *model.Account) []Gap {
	if len(a.Seats) == 0 {
		return []Gap{{"relationship", words.T("score.who-their-people-nobody-map")}}
	}
	var out []Gap
	who := model.NewDirectory(a)
	for i := range a.Seats {
		seat := &a.Seats[i]
		if seat.Influence == model.InfluenceUnknown {
			out = append(out, Gap{"coverage", words.T("score.the-influence-of", who.Called(seat))})
		}
		if !seat.Influence.KeyPlayer() {
			continue
		}
		p := who.Person(seat.Person)
		if p == nil {
			if !seat.Vacant {
				out = append(out, Gap{"coverage", words.T("score.who-sits-as", seat.Title)})
			}
			continue
		}
		if !p.Support.Known {
			out = append(out, Gap{"support", words.T("score.where-stands", p.Name)})
		}
		if p.Coverage == model.CoverageUnknown {
			out = append(out, Gap{"coverage", words.T("score.how-well-we-know", p.Name)})
		}
	}
	return out
}
