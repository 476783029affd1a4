package score

import (
	"fmt"
	"strconv"

	"accord/model"
	"accord/model/words"
)

// inPercent prints a number that is a percentage already, inPercent2 as it is explained.
func inPercent(n model.Num) string {
	if !n.Known {
		return "–"
	}
	return Print(n) + " %"
}

func inPercent2(n model.Num) string { return Percentage(model.Num{V: n.V / 100, Known: n.Known}, 2) }

func explainCoverage(_ *Scores, a *model.Account, l *Local) Explanation {
	index, confidence := l.Relationship.Coverage, l.Relationship.CoverageConfidence
	e := Explanation{
		Value:      Print2(index),
		Read:       Print(index),
		Source:     words.T("score.docs-method-md-5"),
		Confidence: model.Num{V: confidence, Known: index.Known},
		Formula:    words.T("score.100-influence-coverage-influence-over"),
	}
	who := model.NewDirectory(a)
	for i := range a.Seats {
		seat := &a.Seats[i]
		in := Input{Name: who.Called(seat), Weight: strconv.Itoa(int(seat.Influence.Weight())), Value: "0", Note: seat.Title}
		if p := who.Person(seat.Person); p != nil {
			in.Value = Percentage(model.Some(p.Coverage.Share()), 2)
			if p.Coverage == model.CoverageUnknown {
				e.Unknown = append(e.Unknown, words.T("score.how-well-we-know", p.Name))
			}
		} else {
			e.Unknown = append(e.Unknown, words.T("score.who-sits-as", seat.Title))
		}
		if seat.Influence == model.InfluenceUnknown {
			in.Weight += "?"
			e.Unknown = append(e.Unknown, words.T("score.the-influence-of", who.Called(seat)))
		}
		e.Inputs = append(e.Inputs, in)
	}
	return e
}

func explainSupport(_ *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:      Print2(l.Relationship.Support),
		Read:       Print(l.Relationship.Support),
		Confidence: model.Num{V: l.Relationship.CoverageConfidence, Known: l.Relationship.Support.Known},
		Source:     words.T("score.docs-method-md-5"),
		Reading:    words.T("score.50-neutral-0-all-enemies"),
		Formula:    words.T("score.50-25-influence-support-influence"),
	}
	who := model.NewDirectory(a)
	for i := range a.Seats {
		seat := &a.Seats[i]
		p := who.Person(seat.Person)
		switch {
		case p == nil:
		case !p.Support.Known:
			e.Unknown = append(e.Unknown, words.T("score.where-stands", p.Name))
		default:
			e.Inputs = append(
				e.Inputs,
				Input{
					Name:   p.Name,
					Value:  fmt.Sprintf("%+d %s", p.Support.V, words.Here(model.SupportWord(p.Support))),
					Weight: strconv.Itoa(int(seat.Influence.Weight())),
					Note:   seat.Title,
				},
			)
		}
	}
	return e
}

func explainBowTie(s *Scores, _ *model.Account, l *Local) Explanation {
	g := s.portfolio.Programme()
	r := l.Relationship
	e := Explanation{Value: inPercent2(r.BowTie), Read: inPercent(r.BowTie), Source: words.T("score.docs-method-md-5"),
		Formula: words.T("score.largest-share-all-tie-strength")}
	for _, c := range r.Ours {
		if m := g.Member(c.Member); m != nil && c.Strength > 0 {
			e.Inputs = append(
				e.Inputs,
				Input{Name: m.Name, Value: Percentage(c.Share, 2), Note: words.T("score.strength", Print2(model.Some(c.Strength)))},
			)
		}
	}
	switch m := g.Member(r.BowTieWho); {
	case !r.BowTie.Known:
		e.Unknown = []string{words.T("score.nobody-theirs-map-yet")}
	case m == nil:
		e.Reading = words.T("score.there-no-tie-at-all")
	case r.BowTie.V > s.Settings().BowTieRed:
		e.Reading = words.T("score.nearly-everything-hangs-if-they", m.Name)
	case r.BowTie.V >= s.Settings().BowTieAmber:
		e.Reading = words.T("score.much-hangs", m.Name)
	}
	return e
}

func explainRelationship(_ *Scores, _ *model.Account, l *Local) Explanation {
	r := l.Relationship
	e := Explanation{
		Value:      Print2(r.Score),
		Confidence: model.Num{V: r.Confidence, Known: r.Score.Known},
		Source:     words.T("score.docs-method-md-5"),
		Formula:    words.T("score.0-40-coverage-0-25"),
	}
	e.Inputs, e.Unknown = weighted(
		[]string{"coverage", "support", "zipper", "100 − bow-tie"},
		[]part{{r.Coverage, coverageWeight, r.CoverageConfidence}, {r.Support, supportWeight, r.CoverageConfidence},
			{r.Zipper, zipperWeight, 1}, {model.Num{V: 100 - r.BowTie.V, Known: r.BowTie.Known}, bowTieWeight, 1}},
	)
	return e
}

func explainThread(s *Scores, a *model.Account, l *Local) Explanation {
	r := l.Relationship
	e := Explanation{
		Value:   inPercent2(r.Thread),
		Read:    inPercent(r.Thread),
		Source:  words.T("score.docs-method-md-5"),
		Formula: words.T("score.largest-share-all-tie-strength-one"),
	}
	b := newCircle(a).weighTies(s.portfolio.Programme(), s.today)
	for _, p := range a.Persons {
		if v := b.theirs[p.ID]; v > 0 {
			e.Inputs = append(e.Inputs, Input{Name: p.Name, Value: Percentage(model.Ratio(v, b.all), 2), Note: words.T("score.strength", Print2(model.Some(v)))})
		}
	}
	if p := a.Person(r.ThreadWho); p != nil {
		e.Reading = words.T("score.most-hangs", p.Name)
	}
	if !r.Thread.Known {
		e.Unknown = []string{words.T("score.nobody-theirs-map-yet")}
	}
	return e
}

func explainThreads(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   "–",
		Source:  words.T("score.docs-method-md-5"),
		Formula: words.T("score.their-people-tie-at-least", model.PlainNumber(s.Settings().ThreadStrength)),
	}
	r := l.Relationship
	if r.Threads.Known {
		e.Value = strconv.Itoa(r.Threads.V)
	} else {
		e.Unknown = []string{words.T("score.nobody-theirs-map-yet")}
	}
	g := s.portfolio.Programme()
	who := model.NewDirectory(a)
	for _, t := range a.Ties {
		m, p, seat := g.Member(t.Ours), who.Person(t.Theirs), who.SeatOf(t.Theirs)
		if m != nil && p != nil && seat != nil {
			v, counts := TieStrength(t, seat.Executive(), s.Settings(), s.today), "0"
			if v >= s.Settings().ThreadStrength {
				counts = "1"
			}
			e.Inputs = append(e.Inputs, Input{Name: m.Name + " – " + p.Name, Value: Decimals(model.Some(v), 3), Weight: counts,
				Date: t.LastContact, Note: words.Here(t.Level.String())})
		}
	}
	return e
}

func explainZipper(s *Scores, a *model.Account, l *Local) Explanation {
	r := l.Relationship
	e := Explanation{
		Value:   inPercent2(r.Zipper),
		Read:    inPercent(r.Zipper),
		Source:  words.T("score.docs-method-md-5"),
		Formula: words.T("score.mean-over-required-pairs", words.Here(a.Tier.String()), model.PlainNumber(s.Settings().ThreadStrength)),
	}
	required, connected := 0, 0
	for _, p := range r.Pairs {
		if !p.Required && !p.Connected {
			continue
		}
		in := Input{
			Name:  words.Here(p.Ours.String()) + " – " + words.Here(p.Theirs.String()),
			Value: Decimals(model.Some(p.Strength), 3),
			Note:  words.T("score.best-tie-counts", 100*min(1, p.Strength/s.Settings().ThreadStrength)),
		}
		if p.Required {
			required++
			if p.Connected {
				connected++
			}
		} else {
			in.Note = words.T("score.not-required")
		}
		e.Inputs = append(e.Inputs, in)
	}
	if required == 0 {
		e.Unknown = []string{words.T("score.this-tier-requires-no-pair")}
	} else {
		e.Value += fmt.Sprintf(" (%d/%d)", connected, required)
		e.Read += fmt.Sprintf(" (%d/%d)", connected, required)
	}
	return e
}

func explainLevelGap(s *Scores, a *model.Account, l *Local) Explanation {
	r := l.Relationship
	e := Explanation{
		Value:   Print(r.LevelGap),
		Source:  words.T("score.docs-method-md-5"),
		Formula: words.T("score.influence-levels-still-missing-over"),
	}
	who := model.NewDirectory(a)
	for _, t := range a.Ties {
		m, p := s.portfolio.Programme().Member(t.Ours), who.Person(t.Theirs)
		if t.Target > t.Level && t.Level > model.TieNone && m != nil && p != nil && who.SeatOf(p.ID) != nil {
			e.Inputs = append(e.Inputs, Input{Name: m.Name + " – " + p.Name, Value: words.T("score.of", int(t.Level), int(t.Target)),
				Weight: strconv.Itoa(int(who.SeatOf(p.ID).Influence.Weight()))})
		}
	}
	if !r.LevelGap.Known {
		e.Unknown = []string{words.T("score.level-aimed-at-any-tie")}
	}
	return e
}

func explainStatus(_ *Scores, _ *model.Account, l *Local) Explanation {
	r := l.Relationship
	return Explanation{
		Value:   strconv.Itoa(int(r.Status)) + " " + r.Status.String(),
		Source:  words.T("score.docs-method-md-5"),
		Formula: words.T("score.0-no-contacts-1-no"),
		Inputs: []Input{
			{Name: words.T("score.key-players-without-cover"), Value: strconv.Itoa(len(r.WithoutCover))},
			{Name: words.T("score.key-players-without-support"), Value: strconv.Itoa(len(r.WithoutSupport))},
		},
	}
}
