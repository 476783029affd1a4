package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

type portfolioJSON struct {
	Edition      int               `json:"edition"` // of the method
	Accounts     int               `json:"accounts"`
	Period       string            `json:"period"`
	Currency     string            `json:"currency"`
	Revenue      revenueJSON       `json:"revenue"`
	Contribution *contributionJSON `json:"contribution"`
	Spearman     model.Num         `json:"spearman_revenue_strategic"`
	Quadrants    quadrantsJSON     `json:"quadrants"`
	Alarms       []alarmJSON       `json:"alarms"`
	Fragile      []fragileJSON     `json:"fragile"`
	LastTwelve   twelveJSON        `json:"last_12_months"`
	Target       targetJSON        `json:"target"`
}

type abcJSON struct{ A, B, C int }

type revenueJSON struct {
	Total      model.Num `json:"total"`
	ABC        abcJSON   `json:"abc"`
	Top20Share model.Num `json:"top20_share"`
	CR1        model.Num `json:"cr1"`
	CR3        model.Num `json:"cr3"`
	CR5        model.Num `json:"cr5"`
	HHI        model.Num `json:"hhi"`
	Effective  model.Num `json:"effective"`
	Gini       model.Num `json:"gini"`
}

type contributionJSON struct {
	Total        model.Num `json:"total"`
	ABC          abcJSON   `json:"abc"`
	WhalePeak    model.Num `json:"whale_peak"`
	WhaleErosion model.Num `json:"whale_erosion"`
}

type quadrantsJSON struct {
	Partner  int `json:"partner"`
	Exposed  int `json:"exposed"`
	Leverage int `json:"leverage"`
	Transact int `json:"transact"`
	Unknown  int `json:"unknown"`
	Doubtful int `json:"provisional"` // in none of the others
}

// fragileJSON is a single weight that moves an account to another quadrant.
type fragileJSON struct {
	Account string `json:"account"`
	Factor  string `json:"factor"`
	Heavier bool   `json:"heavier"`
	To      string `json:"to"`
}

func fragileOf(s *score.Scores) []fragileJSON {
	out := []fragileJSON{}
	for _, x := range s.Sensitivity() {
		for _, t := range x.Tips {
			out = append(out, fragileJSON{s.Portfolio().Account(x.Account).Name, string(t.Factor), t.Heavier, t.To.String()})
		}
	}
	return out
}

type alarmJSON struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

func abc(p *score.Pareto) abcJSON {
	return abcJSON{p.Count[score.ClassA], p.Count[score.ClassB], p.Count[score.ClassC]}
}

func total(p *score.Pareto) model.Num { return model.Num{V: p.Total, Known: p.Known > 0} }

func portfolioOf(s *score.Scores) portfolioJSON {
	c, q, p := s.ShownConcentration(), s.Quadrants, s.Portfolio()
	provisional := 0
	for _, n := range s.Provisional {
		provisional += n
	}
	out := portfolioJSON{
		Edition:  model.Edition,
		Accounts: s.Living(),
		Period:   s.Period().String(),
		Currency: string(p.Programme().Currency),
		Revenue: revenueJSON{
			Total:      total(s.Revenue),
			ABC:        abc(s.ShownRevenue()),
			Top20Share: s.ShownRevenue().TopShare(s.ShownRevenue().TopFifth()),
			CR1:        c.CR1,
			CR3:        c.CR3,
			CR5:        c.CR5,
			HHI:        c.HHI,
			Effective:  c.Effective,
			Gini:       c.Gini,
		},
		Spearman: s.Spearman,
		Quadrants: quadrantsJSON{
			q[score.Partner],
			q[score.Exposed],
			q[score.Leverage],
			q[score.Transact],
			q[score.QuadrantUnknown],
			provisional,
		},
		Alarms:  []alarmJSON{},
		Fragile: fragileOf(s),
	}
	if s.Contribution.Known > 0 {
		peak, erosion := s.ShownContribution().Whale()
		out.Contribution = &contributionJSON{total(s.Contribution), abc(s.ShownContribution()), peak, erosion}
	}
	sums := s.Totals()
	out.LastTwelve, out.Target = twelveOf(s, sums.Twelve), targetOf(sums.SoFar, sums.Towards)
	for _, a := range s.Alarms {
		out.Alarms = append(out.Alarms, alarmJSON(a))
	}
	return out
}

func (f *face) portfolio() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "portfolio",
		Short: words.T("cli.pareto-whale-curve-concentration-alarms"),
		Args:  args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			p, today, err := f.read()
			if err != nil {
				return err
			}
			s, err := f.scores(p, today)
			if err != nil {
				return err
			}
			if f.json {
				return f.document(portfolioOf(s))
			}
			f.portfolioPage(s)
			return nil
		},
	}
	return f.periodFlag(cmd)
}

func (f *face) portfolioPage(s *score.Scores) {
	var rows [][]string
	for _, key := range score.PortfolioFigures() {
		e, _ := s.ExplainPortfolio(key)
		rows = append(rows, []string{e.Name, e.Shown(), e.Reading})
	}
	fmt.Fprint(
		f.Stdout,
		words.T(
			"cli.accounts-period",
			plain(s.Portfolio().Programme().Title),
			s.Living(),
			s.Portfolio().Programme().Currency,
			dash(s.Period().Read()),
		)+"\n\n",
	)
	table(f.Stdout, rows)
	if len(s.Alarms) > 0 {
		fmt.Fprintln(f.Stdout)
	}
	if n := len(s.Sensitivity()); n > 0 {
		fmt.Fprintln(f.Stdout, "\n"+words.T("cli.accounts-fragile-one-weight-20", n))
	}
	for _, a := range s.Alarms {
		fmt.Fprintf(f.Stdout, "! %s\n", plain(a.Text))
	}
}
