package score

import (
	"accord/model"
	"accord/model/words"
)

// alarms are the sentences of METHOD §4, the gravest first.
func (s *Scores) alarms(strategic int) []Alarm {
	var out []Alarm
	put := func(key, text string) {
		if text != "" {
			out = append(out, Alarm{key, text})
		}
	}
	set := s.Settings()
	put("anti_volume", s.volumeAlarm())
	if float64(strategic) > set.MaxStrategic {
		put("size_guard", words.T("score.accounts-called-strategic-nobody-can", strategic, set.MaxStrategic))
	}
	put("pareto_does_not_hold", s.paretoAlarm())
	put("pareto_of_contribution_does_not_hold", s.contributionAlarm())
	put("largest_account", s.largestAlarm())
	put("concentration", s.concentrationAlarm())
	return out
}

// fewStrategic is the fewest strategic accounts of which it is worth saying how many are
// among the largest.
const fewStrategic = 5

// volumeAlarm says that the strategic list is the revenue list, and what was counted:
// accounts with revenue and an S that is not provisional (METHOD §4).
func (s *Scores) volumeAlarm() string {
	if !s.Spearman.Known || s.Spearman.V <= s.Settings().SpearmanAlarm {
		return ""
	}
	among, strategic := s.amongLargest()
	if strategic < fewStrategic {
		return words.T("score.your-strategic-list-revenue-list", s.Spearman.V, s.Rated)
	}
	return words.T("score.your-strategic-list-revenue-list-counted", among, strategic, s.Spearman.V, s.Rated)
}

// amongLargest counts the rated strategic accounts with revenue, and how many of them
// are among as many of the largest by revenue.
func (s *Scores) amongLargest() (among, strategic int) {
	counts := func(i int32) bool {
		return s.portfolio.Accounts()[i].Tier == model.Strategic && s.compared(i)
	}
	for _, i := range s.Revenue.Order[:s.Revenue.Known] {
		if counts(i) {
			strategic++
		}
	}
	for _, i := range s.Revenue.Order[:strategic] {
		if counts(i) {
			among++
		}
	}
	return among, strategic
}

// minPareto is the fewest accounts for which 80:20 means anything.
const minPareto = 10

// carries reports whether the largest fifth carries the portfolio; known is false while
// that cannot be said.
func (s *Scores) carries(p *Pareto) (share model.Num, carries, known bool) {
	share = p.TopShare(p.TopFifth())
	if p.Known < minPareto || !share.Known {
		return share, false, false
	}
	return share, share.V >= s.Settings().FifthCarries-roundingError, true
}

func (s *Scores) paretoAlarm() string {
	p := s.ShownRevenue()
	share, carries, known := s.carries(p)
	if !known || carries {
		return ""
	}
	k := p.TopFifth()
	return words.T("score.80-20-does-not-hold", k, p.Known, 100*float64(k)/float64(p.Known), 100*share.V)
}

// contributionAlarm is the same for contribution, where that is known for enough of the
// portfolio's revenue.
func (s *Scores) contributionAlarm() string {
	p := s.ShownContribution()
	share, carries, known := s.carries(p)
	if !known || carries || !s.covered {
		return ""
	}
	k := p.TopFifth()
	return words.T("score.80-20-does-not-hold-contribution", k, p.Known, 100*float64(k)/float64(p.Known), 100*share.V)
}

// largestAlarm is raised by whichever crosses the band, account or group, and says both
// when they differ (METHOD §4).
func (s *Scores) largestAlarm() string {
	one, group, red := s.Concentration.CR1, s.Groups.Concentration.CR1, s.Settings().LargestRed
	switch {
	case !one.Known || one.V <= red && group.V <= red:
		return ""
	case len(s.Groups.Revenue.Order) == 0 || group.V == one.V:
		return words.T("score.one-account-brings-revenue-losing", s.says(s.Revenue.Order[0]))
	}
	return words.T(
		"score.largest-account-and-group-bring",
		s.says(s.Revenue.Order[0]),
		s.portfolio.At(int(s.Groups.Revenue.Order[0])).Name,
		100*group.V,
	)
}

func (s *Scores) concentrationAlarm() string {
	one, group, red := s.Concentration.HHI, s.Groups.Concentration.HHI, s.Settings().HHIRed
	switch {
	case !one.Known || one.V <= red && group.V <= red:
		return ""
	case group.V == one.V:
		return words.T("score.revenue-highly-concentrated-hhi-like", one.V, s.Concentration.Effective.V)
	}
	return words.T(
		"score.revenue-highly-concentrated-per-group",
		one.V,
		s.Concentration.Effective.V,
		group.V,
		s.Groups.Concentration.Effective.V,
	)
}

// says names an account with the figures a director asks for: its share of revenue, its
// importance where that is more than provisional, its tier.
func (s *Scores) says(i int32) string {
	a, l := s.portfolio.At(int(i)), s.local[i]
	share := 100 * s.Revenue.Share(l.Revenue).V
	if !firm(&l.Importance, s.Settings()) {
		return words.T("score.account-share-tier", a.Name, share, words.Here(a.Tier.String()))
	}
	return words.T("score.account-share-importance-tier", a.Name, share, Print(l.Importance.Score), words.Here(a.Tier.String()))
}
