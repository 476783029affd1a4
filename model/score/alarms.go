package score

import (
	"fmt"
)

// alarms are the sentences of METHOD §4, the gravest first.
func (s *Scores) alarms(strategic int) []Alarm {
	var out []Alarm
	set := s.Settings()
	if s.Spearman.Known && s.Spearman.V > set.SpearmanAlarm {
		out = append(out, Alarm{"anti_volume", fmt.Sprintf("Your strategic list is the revenue list (rank correlation %.2f): volume, not importance, is choosing.", s.Spearman.V)})
	}
	if float64(strategic) > set.MaxStrategic {
		out = append(out, Alarm{"size_guard", fmt.Sprintf("%d accounts are called strategic; nobody can serve more than %.0f as such. Choose.", strategic, set.MaxStrategic)})
	}
	if a := s.paretoAlarm(); a != "" {
		out = append(out, Alarm{"pareto_does_not_hold", a})
	}
	if cr1 := s.Concentration.CR1; cr1.Known && cr1.V > set.LargestRed {
		out = append(out, Alarm{"largest_account", fmt.Sprintf("One account brings %.0f %% of revenue: losing it would hurt more than any plan can mend.", 100*cr1.V)})
	}
	if hhi := s.Concentration.HHI; hhi.Known && hhi.V > set.HHIRed {
		out = append(out, Alarm{"concentration", fmt.Sprintf("Revenue is highly concentrated (HHI %.2f, like %.1f equal accounts).", hhi.V, s.Concentration.Effective.V)})
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
	return fmt.Sprintf("80:20 does not hold here: %d of %d accounts (%.0f %%) bring %.0f %% of revenue.", k, s.Revenue.Known,
		100*float64(k)/float64(s.Revenue.Known), 100*share.V)
}
