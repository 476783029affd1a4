package cli

import (
	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/period"
	"accord/model/score"
	"accord/model/words"
)

// allYears is the period of all years together; it is asked for here alone.
const allYears = "all"

// periodFlag lets a command take the period its figures are of. It sets nothing in the file.
func (f *face) periodFlag(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().StringVar(&f.period, "period", "", words.T("cli.period-auto-12m-year-all"))
	return cmd
}

// scores computes every figure of a portfolio, in the period that was asked for.
func (f *face) scores(p *model.Portfolio, today model.Date) (*score.Scores, error) {
	if f.period == "" {
		return score.Of(p, today), nil
	}
	ask, err := f.asked(p.Programme(), today)
	if err != nil {
		return nil, err
	}
	return score.OfPeriod(p, today, score.Asked(p, today, ask)), nil
}

// asked reads --period.
func (f *face) asked(g *model.Programme, today model.Date) (period.Ask, error) {
	if f.period == allYears {
		return period.Ask{All: true}, nil
	}
	year, last, ok := edit.ParsePeriod(f.period)
	switch {
	case !ok || year != 0 && (year < model.MinYear || year > model.MaxYear):
		return period.Ask{}, usagef("%s", words.T("cli.period-is-no-period", f.period))
	case !period.Begun(year, g, today):
		return period.Ask{}, usagef("%s", words.T("cli.period-not-begun", year))
	}
	return period.Ask{Year: year, LastTwelve: last}, nil
}

// again computes the figures of another form of a portfolio in the period of the first.
func again(p *model.Portfolio, s *score.Scores) *score.Scores {
	return score.OfPeriod(p, s.Today(), s.Period())
}

// twelveJSON is the revenue of the last 12 months, whatever the period is.
type twelveJSON struct {
	Through     string    `json:"through"` // the last day; empty without dated transactions
	Revenue     model.Num `json:"revenue"`
	Before      model.Num `json:"before"` // the 12 months before
	Change      model.Num `json:"change"`
	Approximate bool      `json:"approximate"`
}

func twelveOf(s *score.Scores, t period.Twelve) twelveJSON {
	return twelveJSON{s.TwelveMonths().Through.String(), t.Revenue, t.Before, t.Change(), t.Approximate}
}

// targetJSON is the running year so far, beside the same months of the year before and
// what is aimed at.
type targetJSON struct {
	Year     int       `json:"year"`
	Revenue  model.Num `json:"revenue"`
	Same     model.Num `json:"same_months_before"`
	Change   model.Num `json:"change"`
	Target   model.Num `json:"target"`
	Forecast model.Num `json:"forecast"`
	Reached  model.Num `json:"reached"`
}

// targetOf gives the running year; what is reached is of those that have a target.
func targetOf(f, towards period.SoFar) targetJSON {
	return targetJSON{f.Year, f.Revenue, f.Same, f.Change(), f.Target, f.Forecast, towards.Reached()}
}
