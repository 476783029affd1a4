package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/exposure"
	"accord/model/score"
	"accord/model/words"
)

// The JSON of a score. The keys are a contract: add, never rename.
type scoreJSON struct {
	Edition      int              `json:"edition"` // of the method
	Account      string           `json:"account"`
	ID           model.AccountID  `json:"id"`
	Period       string           `json:"period"`
	Tier         string           `json:"tier"`
	Quadrant     string           `json:"quadrant"`
	Provisional  bool             `json:"provisional"` // too little is rated to place it
	Importance   instrumentJSON   `json:"importance"`
	Position     instrumentJSON   `json:"position"`
	Receptivity  instrumentJSON   `json:"receptivity"`
	Strategic    model.Num        `json:"strategic"`
	Asymmetry    model.Num        `json:"asymmetry"`
	Receptive    model.Opt[bool]  `json:"receptive"`
	Relationship relationshipJSON `json:"relationship"`
	Value        valueJSON        `json:"value"`
	Insight      model.Num        `json:"insight"`
	Alignment    alignmentJSON    `json:"alignment"`
	Stage        stageJSON        `json:"stage"`
	Commercial   commercialJSON   `json:"commercial"`
	Plan         planJSON         `json:"plan"`
	Health       healthJSON       `json:"health"`
	Attention    model.Num        `json:"attention"`
	Classes      classesJSON      `json:"abc"`
	Flags        []string         `json:"flags"`
	Exposure     exposureJSON     `json:"exposure"`
	LastTwelve   twelveJSON       `json:"last_12_months"`
	Target       targetJSON       `json:"target"`
}

// exposureJSON says whom exactly one of ours knows (METHOD §5).
type exposureJSON struct {
	Only       []onlyJSON `json:"only"`
	KeyPlayers int        `json:"key_players"` // rated; with none nothing is reassuring
	Reassures  bool       `json:"reassures"`   // no key player is known by one of ours alone
}

type onlyJSON struct {
	Person    string `json:"person"`
	KnownBy   string `json:"known_by"`
	KeyPlayer bool   `json:"key_player"`
}

func exposureOf(a *model.Account, g *model.Programme) exposureJSON {
	e := exposure.Of(a, g)
	out := exposureJSON{Only: []onlyJSON{}, KeyPlayers: e.KeyPlayers, Reassures: e.Reassures()}
	for _, o := range e.Only {
		out.Only = append(out.Only, onlyJSON{a.Person(o.Person).Name, g.Member(o.By).Name, o.Key})
	}
	return out
}

type instrumentJSON struct {
	Score      model.Num `json:"score"`
	Confidence float64   `json:"confidence"`
	Gap        model.Num `json:"gap"`
}

type relationshipJSON struct {
	Score      model.Num      `json:"score"`
	Confidence model.Num      `json:"confidence"`
	Coverage   model.Num      `json:"coverage"`
	Support    model.Num      `json:"support"`
	BowTie     model.Num      `json:"bow_tie"`
	Thread     model.Num      `json:"thread"`
	Zipper     model.Num      `json:"zipper"`
	Threads    model.Opt[int] `json:"threads"`
	Status     model.Opt[int] `json:"status"`
}

type valueJSON struct {
	Score         model.Num `json:"score"`
	Given         model.Num `json:"given"`
	Received      model.Num `json:"received"`
	Ratio         model.Num `json:"ratio"`
	VerifiedShare model.Num `json:"verified_share"`
	BeyondProduct model.Num `json:"beyond_product"`
	Freshness     model.Num `json:"freshness"`
}

type alignmentJSON struct {
	Score  model.Num       `json:"score"`
	Capped model.Opt[bool] `json:"capped"`
}

type stageJSON struct {
	Name model.Opt[string] `json:"name"`
	Sum  model.Opt[int]    `json:"sum"`
}

type commercialJSON struct {
	Score         model.Num `json:"score"`
	Revenue       model.Num `json:"revenue"`
	Contribution  model.Num `json:"contribution"`
	Approximate   bool      `json:"approximate"` // revenue or a cost is taken from another year
	Confidence    model.Num `json:"contribution_confidence"`
	CAGR          model.Num `json:"cagr"`
	Margin        model.Num `json:"margin"`
	ShareOfWallet model.Num `json:"share_of_wallet"`
	Headroom      model.Num `json:"headroom"`
	LifetimeValue model.Num `json:"lifetime_value"`
}

type planJSON struct {
	Quality   model.Num `json:"quality"`
	Execution model.Num `json:"execution"`
	Score     model.Num `json:"score"`
}

type healthJSON struct {
	Score      model.Num `json:"score"`
	Confidence model.Num `json:"confidence"`
}

type classesJSON struct {
	Revenue      model.Opt[string] `json:"revenue"`
	Contribution model.Opt[string] `json:"contribution"`
}

func instrument(s score.InstrumentScore) instrumentJSON {
	return instrumentJSON{s.Score, s.Confidence, s.Gap}
}

func class(c score.Class) model.Opt[string] {
	if c == score.ClassUnknown {
		return model.Opt[string]{}
	}
	return model.Some(c.String())
}

func scoreOf(s *score.Scores, i int) scoreJSON {
	a, l := s.Portfolio().At(i), s.LocalAt(i)
	out := scoreJSON{Edition: model.Edition, Account: a.Name, ID: a.ID, Period: s.Period().String(), Tier: a.Tier.String(), Quadrant: s.QuadrantAt(i).String(), Provisional: l.Provisional,
		Importance: instrument(l.Importance), Position: instrument(l.Position), Receptivity: instrument(l.Receptivity),
		Strategic: l.Strategic, Asymmetry: l.Asymmetry, Receptive: l.Receptive, Flags: []string{},
		Classes: classesJSON{class(s.Revenue.Class[i]), class(s.Contribution.Class[i])}}
	out.Relationship = relationshipOf(l.Relationship)
	out.Exposure = exposureOf(a, s.Portfolio().Programme())
	v := l.Value
	out.Value = valueJSON{
		v.Score,
		v.Given,
		v.Received,
		v.Ratio,
		v.VerifiedShare,
		v.BeyondProduct,
		v.Freshness,
	}
	out.Insight = l.Insight
	t := s.StandingAt(i)
	out.Alignment = alignmentJSON{t.Alignment, model.Opt[bool]{V: t.Capped, Known: t.Alignment.Known}}
	out.Stage.Sum = l.StageSum
	if t.Stage != model.StageUnknown {
		out.Stage.Name = model.Some(t.Stage.String())
	}
	out.Plan = planJSON{t.Quality, l.Execution, t.Plan}
	out.Health = healthJSON{t.Health, model.Some(t.HealthConfidence)}
	out.Attention = t.Attention
	for _, f := range t.Flags.List() {
		out.Flags = append(out.Flags, f.Key())
	}
	out.Commercial.Score, out.Commercial.CAGR, out.Commercial.LifetimeValue = t.Commercial, l.CAGR, t.LifetimeValue
	out.Commercial.Revenue, out.Commercial.Contribution = l.Revenue, l.Contribution
	out.Commercial.Confidence = model.Num{V: l.ContributionConfidence, Known: l.Contribution.Known}
	out.LastTwelve, out.Target = twelveOf(s, s.Twelve(i)), targetOf(l.SoFar, l.SoFar)
	if y := l.Period; y != nil {
		out.Commercial.Approximate = y.Approximate()
		out.Commercial.Margin, out.Commercial.ShareOfWallet, out.Commercial.Headroom = y.Margin, y.WalletShare, y.Headroom
	}
	return out
}

func relationshipOf(r *score.Relationship) relationshipJSON {
	return relationshipJSON{
		Score:      r.Score,
		Confidence: model.Num{V: r.Confidence, Known: r.Score.Known},
		Zipper:     r.Zipper,
		Coverage:   r.Coverage,
		Support:    r.Support,
		BowTie:     r.BowTie,
		Thread:     r.Thread,
		Threads:    r.Threads,
		Status:     model.Some(int(r.Status)),
	}
}

func (f *face) score() *cobra.Command {
	var explain, archived bool
	cmd := &cobra.Command{Use: "score [ACCOUNT]…", Short: words.T("cli.every-score-explain-inputs-weights"),
		RunE: func(_ *cobra.Command, names []string) error {
			p, today, err := f.read()
			if err != nil {
				return err
			}
			s, err := f.scores(p, today)
			if err != nil {
				return err
			}
			chosen, err := choose(s, names, archived)
			if err != nil {
				return err
			}
			switch {
			case f.json:
				out := make([]scoreJSON, 0, len(chosen))
				for _, i := range chosen {
					out = append(out, scoreOf(s, i))
				}
				return f.document(out)
			case explain:
				for _, i := range chosen {
					f.explain(s, p.At(i))
				}
			default:
				f.scoreTable(s, chosen)
			}
			return nil
		}}
	cmd.Flags().BoolVar(&explain, "explain", false, words.T("cli.show-what-every-figure-made"))
	cmd.Flags().BoolVar(&archived, "archived", false, words.T("cli.archived-accounts-too"))
	return f.periodFlag(cmd)
}

// choose gives the named accounts, or all in the list's order; the archived ones at its
// end where they are asked for.
func choose(s *score.Scores, names []string, archived bool) ([]int, error) {
	var out []int
	for _, n := range names {
		a, err := account(s.Portfolio(), n)
		if err != nil {
			return nil, err
		}
		out = append(out, s.Portfolio().Index(a.ID))
	}
	if len(names) == 0 {
		for _, i := range s.Order {
			out = append(out, int(i))
		}
		for _, i := range s.Archived {
			if archived {
				out = append(out, int(i))
			}
		}
	}
	return out, nil
}

func (f *face) scoreTable(s *score.Scores, chosen []int) {
	rows := [][]string{{"account", "S", "importance", "position", "asymmetry", "quadrant", "tier", "revenue", "abc"}}
	for _, i := range chosen {
		a, l := s.Portfolio().At(i), s.LocalAt(i)
		rows = append(
			rows,
			[]string{
				plain(a.Name),
				score.Doubted(l.Strategic, l.StrategicConfidence),
				score.Doubted(l.Importance.Score, l.Importance.Confidence),
				score.Doubted(
					l.Position.Score,
					l.Position.Confidence,
				),
				score.Signed(l.Asymmetry),
				s.QuadrantWordAt(i),
				a.Tier.String(),
				score.Thousands(l.Revenue),
				s.Revenue.Class[i].String() + "/" + s.Contribution.Class[i].String(),
			},
		)
	}
	table(f.Stdout, rows, 1, 2, 3, 4, 7)
}

// dayOf is a day in a table, nothing where there is none.
func dayOf(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return d.Short()
}

// explain prints every figure of an account with what it is made of.
func (f *face) explain(s *score.Scores, a *model.Account) {
	fmt.Fprintf(f.Stdout, "%s\n%s\n", plain(a.Name), strings.Repeat("=", width(a.Name)))
	for _, key := range score.AccountFigures() {
		e, _ := s.Explain(a.ID, key)
		fmt.Fprintf(f.Stdout, "\n%s: %s", e.Name, e.Value)
		if e.Confidence.Known {
			fmt.Fprint(f.Stdout, "   "+words.T("cli.confidence", score.Percentage(e.Confidence, 0)))
		}
		fmt.Fprintf(f.Stdout, "\n  = %s\n", e.Formula)
		rows := [][]string{}
		for _, in := range e.Inputs {
			rows = append(
				rows,
				[]string{"   ", plain(in.Name), in.Value, weight(in.Weight), dayOf(in.Date), plain(in.Source), plain(in.Note)},
			)
		}
		table(f.Stdout, rows, 2)
		for _, u := range e.Unknown {
			fmt.Fprintln(f.Stdout, "    "+words.T("cli.unknown", plain(u)))
		}
		if e.Reading != "" {
			fmt.Fprintf(f.Stdout, "  %s\n", e.Reading)
		}
		fmt.Fprintf(f.Stdout, "  (%s)\n", e.Source)
	}
	fmt.Fprintln(f.Stdout)
}

func weight(w string) string {
	if w == "" {
		return ""
	}
	return words.T("cli.weight", w)
}
