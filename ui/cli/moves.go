package cli

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

type moveJSON struct {
	Account  string       `json:"account"`
	ID       string       `json:"id"`
	Move     string       `json:"move"`
	Text     string       `json:"text"`
	Gain     float64      `json:"gain"`
	Effort   float64      `json:"effort_days"`
	DeltaS   float64      `json:"delta_strategic"`
	DeltaH   float64      `json:"delta_health"`
	Crossed  bool         `json:"crossed"`
	Effects  []effectJSON `json:"effects"`
	sentence string
}

type effectJSON struct {
	Score  string    `json:"score"`
	Before model.Num `json:"before"`
	After  model.Num `json:"after"`
}

type gapJSON struct {
	Account string `json:"account"`
	Figure  string `json:"figure"`
	Text    string `json:"text"`
}

type movesJSON struct {
	Edition int        `json:"edition"` // of the method
	Moves   []moveJSON `json:"moves"`
	FindOut []gapJSON  `json:"find_out"`
}

func (f *face) moves() *cobra.Command {
	var n int
	cmd := &cobra.Command{
		Use:   "moves [ACCOUNT]",
		Short: words.T("cli.next-best-moves-one-account"),
		Args:  args(cobra.MaximumNArgs(1)),
		Long:  words.T("cli.what-person-could-do-next"),
		RunE: func(_ *cobra.Command, names []string) error {
			if n < 1 {
				return usagef("%s", words.T("cli.n-no-number-moves-3", n))
			}
			p, today, err := f.read()
			if err != nil {
				return err
			}
			s, err := f.scores(p, today)
			if err != nil {
				return err
			}
			chosen, err := choose(s, names, false)
			if err != nil {
				return err
			}
			out := movesOf(s, chosen, n, len(names) == 1)
			if f.json {
				return f.document(out)
			}
			f.movesPage(out, len(names) == 1)
			return nil
		},
	}
	cmd.Flags().IntVarP(&n, "number", "n", 3, words.T("cli.how-many-moves-show"))
	return f.periodFlag(cmd)
}

// movesOf are the best moves of the chosen accounts together; what to find out is
// listed for one account only, because over all it is thousands of lines.
func movesOf(s *score.Scores, chosen []int, n int, gaps bool) movesJSON {
	out := movesJSON{Edition: model.Edition, Moves: []moveJSON{}, FindOut: []gapJSON{}}
	for _, i := range chosen {
		a := s.Portfolio().At(i)
		moves := s.Moves(a.ID, func() string { return "to-do" })
		for _, m := range moves[:min(n, len(moves))] {
			j := moveJSON{
				Account:  a.Name,
				ID:       string(a.ID),
				Move:     m.Key,
				Text:     m.Text,
				Gain:     m.Gain,
				Effort:   m.Effort,
				DeltaS:   m.DeltaS,
				DeltaH:   m.DeltaH,
				Crossed:  m.Crossed,
				Effects:  []effectJSON{},
				sentence: m.Effect(),
			}
			for _, e := range m.Effects {
				j.Effects = append(j.Effects, effectJSON{e.Name, e.Before, e.After})
			}
			out.Moves = append(out.Moves, j)
		}
		if gaps {
			for _, g := range s.FindOut(a.ID) {
				out.FindOut = append(out.FindOut, gapJSON{a.Name, g.Figure, g.Text})
			}
		}
	}
	if !gaps { // those of one account stand in their order already
		slices.SortStableFunc(out.Moves, func(a, b moveJSON) int { return cmp.Compare(b.Gain/b.Effort, a.Gain/a.Effort) })
	}
	out.Moves = out.Moves[:min(n, len(out.Moves))]
	return out
}

func (f *face) movesPage(out movesJSON, one bool) {
	if len(out.Moves) == 0 {
		fmt.Fprintln(f.Stdout, words.T("cli.nothing-could-done-would-move"))
	}
	for i, m := range out.Moves {
		who := ""
		if !one {
			who = plain(m.Account) + ": "
		}
		fmt.Fprintf(f.Stdout, "%d. %s%s\n   %s\n", i+1, who, plain(m.Text), plain(m.sentence))
	}
	if len(out.FindOut) > 0 {
		fmt.Fprintln(f.Stdout, "\n"+words.T("cli.find-out", len(out.FindOut)))
	}
	for _, g := range out.FindOut {
		fmt.Fprintf(f.Stdout, "  - %s\n", plain(g.Text))
	}
}

type lossJSON struct {
	Edition           int           `json:"edition"` // of the method
	Accounts          []string      `json:"accounts"`
	Revenue           model.Num     `json:"revenue"`
	RevenueShare      model.Num     `json:"revenue_share"`
	Contribution      model.Num     `json:"contribution"`
	ContributionShare model.Num     `json:"contribution_share"`
	CapacityIdle      model.Num     `json:"capacity_idle"`
	Headroom          model.Num     `json:"wallet_headroom"`
	GivenToThem       model.Num     `json:"given_to_them"`
	Known             lossKnown     `json:"known"`
	Before            concentration `json:"before"`
	After             concentration `json:"after"`
	WeLose            []remarkJSON  `json:"we_lose"`
	TheyLose          []remarkJSON  `json:"they_lose"`
}

// lossKnown is of how many of the accounts a figure is known.
type lossKnown struct {
	Revenue      int `json:"revenue"`
	Contribution int `json:"contribution"`
	Capacity     int `json:"capacity"`
	Headroom     int `json:"wallet_headroom"`
}

type concentration struct {
	CR1 model.Num `json:"cr1"`
	CR3 model.Num `json:"cr3"`
	CR5 model.Num `json:"cr5"`
	HHI model.Num `json:"hhi"`
}

type remarkJSON struct {
	Account string `json:"account"`
	About   string `json:"about"`
	Text    string `json:"text"`
}

func (f *face) lose() *cobra.Command {
	return f.periodFlag(&cobra.Command{
		Use:   "lose ACCOUNT…",
		Short: words.T("cli.loss-simulation-what-goes-when"),
		Args:  args(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, names []string) error {
			p, today, err := f.read()
			if err != nil {
				return err
			}
			s, err := f.scores(p, today)
			if err != nil {
				return err
			}
			chosen, err := choose(s, names, false)
			if err != nil {
				return err
			}
			ids := make([]model.AccountID, len(chosen))
			for i, at := range chosen {
				ids[i] = p.At(at).ID
			}
			out := lossOf(p, s.Lose(ids...))
			if f.json {
				return f.document(out)
			}
			f.lossPage(out, p.Programme().Currency.String(), s.Period().Read())
			return nil
		},
	})
}

func lossOf(p *model.Portfolio, l score.Loss) lossJSON {
	hang := func(c score.Concentration) concentration { return concentration{c.CR1, c.CR3, c.CR5, c.HHI} }
	remarks := func(list []score.Remark) []remarkJSON {
		out := []remarkJSON{}
		for _, r := range list {
			out = append(out, remarkJSON{p.Account(r.Account).Name, r.About, r.Text})
		}
		return out
	}
	out := lossJSON{
		Edition:           model.Edition,
		Accounts:          []string{},
		Revenue:           l.Revenue,
		RevenueShare:      l.RevenueShare,
		Contribution:      l.Contribution,
		ContributionShare: l.ContribShare,
		CapacityIdle:      l.Idle,
		Headroom:          l.Headroom,
		GivenToThem:       l.Given,
		Known:             lossKnown{l.Known.Revenue, l.Known.Contribution, l.Known.Idle, l.Known.Headroom},
		Before:            hang(l.Before),
		After:             hang(l.After),
		WeLose:            remarks(l.Gone),
		TheyLose:          remarks(l.Theirs),
	}
	for _, id := range l.Accounts {
		out.Accounts = append(out.Accounts, p.Account(id).Name)
	}
	return out
}

func (f *face) lossPage(l lossJSON, currency, period string) {
	for _, name := range l.Accounts {
		fmt.Fprintln(f.Stdout, words.T("cli.then-they-leave", plain(name)))
	}
	fmt.Fprintln(f.Stdout)
	known := func(n int) string {
		if n == len(l.Accounts) {
			return ""
		}
		return words.T("cli.known-for-of", n, len(l.Accounts))
	}
	table(f.Stdout, [][]string{
		{
			words.T("cli.revenue-of", dash(period)),
			score.Thousands(l.Revenue) + " " + currency,
			score.Percentage(l.RevenueShare, 1),
			known(l.Known.Revenue),
		},
		{"contribution", score.Thousands(l.Contribution) + " " + currency, score.Percentage(l.ContributionShare, 1), known(l.Known.Contribution)},
		{words.T("cli.capacity-left-idle"), score.Percentage(l.CapacityIdle, 0), "", known(l.Known.Capacity)},
		{words.T("cli.room-their-wallets"), score.Thousands(l.Headroom) + " " + currency, "", known(l.Known.Headroom)},
		{words.T("cli.what-we-give-them-year"), score.Thousands(l.GivenToThem) + " " + currency, "", ""},
	}, 1, 2)
	fmt.Fprintln(f.Stdout)
	rows := [][]string{{"", "before", "after"}}
	for _, r := range []struct {
		name          string
		before, after model.Num
	}{{words.T("cli.largest-account"), l.Before.CR1, l.After.CR1}, {words.T("cli.largest-three"), l.Before.CR3, l.After.CR3}, {words.T("cli.largest-five"), l.Before.CR5, l.After.CR5}} {
		rows = append(rows, []string{r.name, score.Percentage(r.before, 1), score.Percentage(r.after, 1)})
	}
	rows = append(rows, []string{"HHI", score.Decimals(l.Before.HHI, 4), score.Decimals(l.After.HHI, 4)})
	table(f.Stdout, rows, 1, 2)
	f.remarks(words.T("cli.them-goes"), l.WeLose)
	f.remarks(words.T("cli.they-lose"), l.TheyLose)
}

func (f *face) remarks(head string, list []remarkJSON) {
	if len(list) > 0 {
		fmt.Fprintf(f.Stdout, "\n%s:\n", head)
	}
	for _, r := range list {
		fmt.Fprintf(f.Stdout, "  - %s (%s, %s)\n", plain(r.Text), plain(r.Account), plain(r.About))
	}
}
