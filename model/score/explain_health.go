package score

import (
	"fmt"
	"strconv"

	"accord/model"
)

// weighted is the explanation of a weighted mean of known parts.
func weighted(names []string, parts []part) (inputs []Input, unknown []string) {
	for i, p := range parts {
		if !p.value.Known {
			unknown = append(unknown, names[i])
			continue
		}
		inputs = append(inputs, Input{Name: names[i], Value: Print2(p.value), Weight: model.PlainNumber(p.weight)})
	}
	return inputs, unknown
}

func explainHealth(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{Value: Print2(t.Health), Confidence: model.Num{V: t.HealthConfidence, Known: t.Health.Known}, Source: "docs/method.md §9",
		Formula: "mean of the known parts by weight: how well the account is served"}
	parts := healthParts(l, t)
	names := make([]string, len(parts))
	for i, row := range healthRows {
		names[i] = row.name
	}
	e.Inputs, e.Unknown = weighted(names, parts[:])
	return e
}

func explainAttention(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{Value: Print2(t.Attention), Source: "docs/method.md §9", Formula: "S × (100 − H) / 100: important and badly served comes first; the list is in this order",
		Inputs: []Input{{Name: "strategic score S", Value: Print2(l.Strategic)}, {Name: "health H", Value: Print2(t.Health)}}}
	if !l.Strategic.Known {
		e.Unknown = []string{"S: rate importance and position"}
	}
	return e
}

func explainFlags(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{Value: strconv.Itoa(len(t.Flags.List())), Source: "docs/method.md §3, §5, §6, §8", Formula: "facts about the account that deserve a sentence", Reading: "Nothing to flag."}
	for _, f := range t.Flags.List() {
		e.Inputs = append(e.Inputs, Input{Name: f.String(), Value: "!"})
		e.Reading = ""
	}
	return e
}

func explainCommercial(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{Value: Print2(t.Commercial), Source: "docs/method.md §9", Formula: "50 + 50 × growth / 20 %, growth between −20 and +20 %; less 10 for each flag below",
		Inputs: []Input{{Name: "growth a year", Value: Percentage(l.CAGR, 1)}}}
	if !l.CAGR.Known {
		e.Unknown = []string{"growth: needs revenue of two closed years"}
	}
	for _, f := range []Flag{MarginErosion, VolumeTrap, LosingWallet} {
		if t.Flags.Has(f) {
			e.Inputs = append(e.Inputs, Input{Name: f.String(), Value: "−10"})
		}
	}
	return e
}

func explainAlignment(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := explainInstrument("alignment")(s, a, l)
	e.Value = Print2(t.Alignment)
	switch {
	case t.Capped:
		e.Reading = fmt.Sprintf("The answers come to %s, but nobody of our C-level is named as sponsor: it counts as %s.", Print(l.Team.Score), model.PlainNumber(s.Settings().SponsorCap))
	case !l.Sponsored:
		e.Reading = "Nobody of our C-level is named as sponsor: it never counts as more than " + model.PlainNumber(s.Settings().SponsorCap) + "."
	}
	return e
}

func explainStage(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := explainInstrument("stage")(s, a, l)
	e.Value = model.Dash(t.Stage.String())
	e.Confidence = model.Num{}
	e.Formula = "sum of six answers from 1 to 4: 6–10 basic, 11–16 cooperative, 17–22 interdependent, 23–24 integrated; exploratory while there is no trade"
	if l.StageSum.Known {
		e.Value += ", sum " + strconv.Itoa(l.StageSum.V)
	}
	if t.Flags.Has(StageOff) {
		e.Reading = StageOff.String()
	}
	return e
}

func explainQuality(s *Scores, a *model.Account, _ *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{Value: Print(t.Quality), Source: "docs/method.md §8", Formula: "five points for each of twenty checks that is met"}
	for i, c := range PlanChecks {
		if t.CheckMet(i) {
			e.Inputs = append(e.Inputs, Input{Name: c.Name, Value: "5"})
		} else {
			e.Unknown = append(e.Unknown, c.Name+": "+c.Coach)
		}
	}
	return e
}

func explainExecution(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{Value: inPercent(l.Execution), Source: "docs/method.md §8", Formula: "actions done on time / actions due by today; 100 % while nothing is due and the first action is younger than 30 days"}
	for i := range a.Actions {
		x := &a.Actions[i]
		if x.Status != model.ActionDropped && x.Due.Known() && !s.today.Before(x.Due) {
			in := Input{Name: x.Text, Value: "late", Date: x.Due, Source: x.Owner}
			if x.Status == model.ActionDone && !x.Due.Before(x.Done) {
				in.Value = "on time"
			}
			e.Inputs = append(e.Inputs, in)
		}
	}
	if !l.Execution.Known {
		e.Unknown = []string{"no action was due yet"}
	}
	return e
}

func explainPlan(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{Value: Print2(t.Plan), Source: "docs/method.md §8", Formula: "0.6 × quality + 0.4 × execution, over what is known"}
	e.Inputs, e.Unknown = weighted([]string{"quality", "execution"}, []part{{t.Quality, qualityWeight, 1}, {l.Execution, executionWeight, 1}})
	return e
}
