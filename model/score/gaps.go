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
	a := s.portfolio.Account(id)
	if a == nil {
		return nil
	}
	var out []Gap
	who := model.NewDirectory(a)
	s.eachUnknown(a, who, func(l lack) { out = append(out, Gap{l.figure, l.text(who)}) })
	return out
}

// Assumed lists what the plan builds on and nobody of theirs has confirmed.
func Assumed(a *model.Account) []Gap {
	var out []Gap
	who := model.NewDirectory(a)
	eachAssumed(a, who, func(l lack) { out = append(out, Gap{l.figure, l.text(who)}) })
	return out
}

// CountGaps counts what FindOut and Assumed would list. Every frame shows the two
// numbers and hardly any shows the sentences, so no sentence is made for them.
func (s *Scores) CountGaps(id model.AccountID) (unknown, assumed int) {
	a := s.portfolio.Account(id)
	if a == nil {
		return 0, 0
	}
	who := model.NewDirectory(a)
	s.eachUnknown(a, who, func(lack) { unknown++ })
	eachAssumed(a, who, func(lack) { assumed++ })
	return unknown, assumed
}

// lack is a gap that is not in words yet: what it is, and what it is about.
type lack struct {
	figure  string
	what    lacking
	factor  *model.Factor
	insight *model.Insight
	seat    *model.Seat
	person  *model.Person
	n       int // a year, or days
}

// lacking is what is not known.
type lacking int

const (
	noRevenue lacking = iota
	noCostOfSales
	noCostToServe
	noWallet
	noRating
	oldRating
	noMap
	noInfluence
	noHolder
	noSupport
	noCoverage
	insightAssumed
)

func (l *lack) text(who model.Directory) string {
	switch l.what {
	case noRevenue:
		return words.T("score.revenue-any-year")
	case noCostOfSales:
		return words.T("score.of", words.T("score.cost-sales"), l.n)
	case noCostToServe:
		return words.T("score.of", words.T("score.cost-serve"), l.n)
	case noWallet:
		return words.T("score.of", words.T("score.what-they-spend-our-categories"), l.n)
	case noRating:
		return l.factor.Name + ": " + l.factor.Question
	case oldRating:
		return words.T("score.rated-days-ago-ask-again", l.factor.Name, l.n)
	case noMap:
		return words.T("score.who-their-people-nobody-map")
	case noInfluence:
		return words.T("score.the-influence-of", who.Called(l.seat))
	case noHolder:
		return words.T("score.who-sits-as", l.seat.Title)
	case noSupport:
		return words.T("score.where-stands", l.person.Name)
	case noCoverage:
		return words.T("score.how-well-we-know", l.person.Name)
	}
	return words.Here(l.insight.Kind.String()) + ": " + l.insight.Text
}

// eachUnknown goes through what FindOut lists.
func (s *Scores) eachUnknown(a *model.Account, who model.Directory, yield func(lack)) {
	s.unrated(a, yield)
	if y := latestWithRevenue(s.Local(a.ID).Years); y == nil {
		yield(lack{figure: "revenue", what: noRevenue})
	} else {
		if !y.CostOfSales.Known {
			yield(lack{figure: "contribution", what: noCostOfSales, n: y.Year})
		}
		if !y.CostToServe.Known {
			yield(lack{figure: "contribution", what: noCostToServe, n: y.Year})
		}
		if !y.Wallet.Known {
			yield(lack{figure: "wallet", what: noWallet, n: y.Year})
		}
	}
	unknownPeople(a, who, yield)
}

// eachAssumed goes through what Assumed lists.
func eachAssumed(a *model.Account, who model.Directory, yield func(lack)) {
	for i := range a.Insights {
		if n := &a.Insights[i]; !n.Confirmed {
			yield(lack{figure: "insight", what: insightAssumed, insight: n})
		}
	}
	for i := range a.Seats {
		s := &a.Seats[i]
		if !s.Influence.KeyPlayer() {
			continue
		}
		if !s.Confirmed {
			yield(lack{figure: "coverage", what: noInfluence, seat: s})
		}
		if p := who.Person(s.Person); p != nil && p.Support.Known && !p.Confirmed {
			yield(lack{figure: "support", what: noSupport, person: p})
		}
	}
}

// gapInstruments are the instruments whose unanswered factors S and H wait for.
var gapInstruments = []string{"importance", "position", "receptivity", "alignment", "stage"}

func (s *Scores) unrated(a *model.Account, yield func(lack)) {
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
				yield(lack{figure: in.Key, what: noRating, factor: f})
			case r.Date.Known() && float64(s.today.DaysSince(r.Date)) > s.Settings().StaleRating:
				yield(lack{figure: in.Key, what: oldRating, factor: f, n: s.today.DaysSince(r.Date)})
			}
		}
	}
}

func unknownPeople(a *model.Account, who model.Directory, yield func(lack)) {
	if len(a.Seats) == 0 {
		yield(lack{figure: "relationship", what: noMap})
		return
	}
	for i := range a.Seats {
		seat := &a.Seats[i]
		if seat.Influence == model.InfluenceUnknown {
			yield(lack{figure: "coverage", what: noInfluence, seat: seat})
		}
		if !seat.Influence.KeyPlayer() {
			continue
		}
		p := who.Person(seat.Person)
		if p == nil {
			if !seat.Vacant {
				yield(lack{figure: "coverage", what: noHolder, seat: seat})
			}
			continue
		}
		if !p.Support.Known {
			yield(lack{figure: "support", what: noSupport, person: p})
		}
		if p.Coverage == model.CoverageUnknown {
			yield(lack{figure: "coverage", what: noCoverage, person: p})
		}
	}
}
