package score

import (
	"accord/model/words"
)

// alarms are the sentences of METHOD §4, the gravest first.
func (s *Scores) alarms(strategic int) []Alarm {
	var out []Alarm
	set := s.Settings()
	if s.Spearman.Known && s.Spearman.V > set.SpearmanAlarm {
		out = append(out, Alarm{"anti_volume", words.T("score.your-strategic-list-revenue-list", s.Spearman.V)})
	}
	if float64(strategic) > set.MaxStrategic {
		out = append(
			out,
			Alarm{"size_guard", words.T("score.accounts-called-strategic-nobody-can", strategic, set.MaxStrategic)},
		)
	}
	if a := s.paretoAlarm(); a != "" {
		out = append(out, Alarm{"pareto_does_not_hold", a})
	}
	if cr1 := s.Concentration.CR1; cr1.Known && cr1.V > set.LargestRed {
		out = append(out, Alarm{"largest_account", words.T("score.one-account-brings-revenue-losing", 100*cr1.V)})
	}
	if hhi := s.Concentration.HHI; hhi.Known && hhi.V > set.HHIRed {
		out = append(
			out,
			Alarm{"concentration", words.T("score.revenue-highly-concentrated-hhi-like", hhi.V, s.Concentration.Effective.V)},
		)
	}
	return out
}

// minPareto is the fewest accounts for which 80:20 means anything, and flat is
// the share below which the largest fifth does not carry the portfolio.
const (
	minPareto = 10
	flat      = 0.65
)

func (s *Scores) paretoAlarm() string {
	k := s.Revenue.TopFifth()
	share := s.Revenue.TopShare(k)
	if s.Revenue.Known < minPareto || !share.Known || share.V >= flat {
		return ""
	}
	return words.T("score.80-20-does-not-hold", k, s.Revenue.Known, 100*float64(k)/float64(s.Revenue.Known), 100*share.V)
}
