package score

import (
	"strconv"

	"accord/model"
	"accord/model/words"
)

// weighted is the explanation of a weighted mean of known parts.
func weighted(names []string, parts []part) (inputs []Input, unknown []string) {
	for i, p := range parts {
		if !p.value.Known {
			unknown = append(unknown, names[i])
			continue
		}
		in := Input{Name: names[i], Value: Print2(p.value), Weight: model.PlainNumber(p.weight)}
		if p.confidence < 1 {
			in.Note = words.T("score.confidence", 100*p.confidence)
		}
		inputs = append(inputs, in)
	}
	return inputs, unknown
}

func explainHealth(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{
		Value:      Print2(t.Health),
		Confidence: model.Num{V: t.HealthConfidence, Known: true},
		Source:     words.T("score.docs-method-md-9"),
		Formula:    words.T("score.mean-known-parts-by-weight", 100*s.Settings().HealthKnown),
	}
	parts := healthParts(a, l, t)
	names := make([]string, len(parts))
	for i, row := range healthRows {
		if names[i] = words.Here(row.name); row.name == "balance" {
			names[i] = words.T("score.balance-100-max-0-asymmetry")
		}
	}
	e.Inputs, e.Unknown = weighted(names, parts[:])
	return e
}

func explainAttention(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{
		Value:   Print2(t.Attention),
		Source:  words.T("score.docs-method-md-9"),
		Formula: words.T("score.importance-100-h-100"),
		Inputs: []Input{
			{Name: words.T("score.importance"), Value: Print2(l.Importance.Score)},
			{Name: words.T("score.health-h-2"), Value: Print2(t.Health)},
		},
	}
	if !t.Health.Known {
		e.Inputs[1].Note = words.T("score.counts-as", unknownHealth)
	}
	if !l.Importance.Score.Known {
		e.Unknown = []string{words.T("score.importance-no-factor-rated-yet")}
	}
	return e
}

func explainFlags(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{
		Value:   strconv.Itoa(len(t.Flags.List())),
		Source:  words.T("score.docs-method-md-3-5"),
		Formula: words.T("score.facts-about-account-deserve-sentence"),
		Reading: words.T("score.nothing-flag"),
	}
	for _, f := range t.Flags.List() {
		e.Inputs = append(e.Inputs, Input{Name: s.FlagSays(a.ID, f), Value: "!"})
		e.Reading = ""
	}
	return e
}

func explainCommercial(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{
		Value:   Print2(t.Commercial),
		Source:  words.T("score.docs-method-md-9"),
		Formula: words.T("score.50-50-growth-20-growth"),
		Inputs:  []Input{{Name: words.T("score.growth-year"), Value: Percentage(l.CAGR, 2)}},
	}
	if l.Stopped {
		e.Inputs = append(e.Inputs, Input{Name: words.T("score.stopped-buying-is-zero"), Value: "0"})
	} else if !l.CAGR.Known {
		e.Unknown = []string{words.T("score.growth-needs-revenue-two-closed")}
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
		e.Inputs = append(e.Inputs, Input{Name: words.T("score.at-most-without-sponsor"), Value: Print2(t.Alignment)})
		e.Reading = words.T(
			"score.answers-come-but-nobody-our",
			Print(l.Team.Score),
			model.PlainNumber(s.Settings().SponsorCap),
		)
	case !l.Sponsored:
		e.Reading = words.T("score.nobody-our-c-level-named", model.PlainNumber(s.Settings().SponsorCap))
	}
	return e
}

func explainStage(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := explainInstrument("stage")(s, a, l)
	e.Value = model.Dash(words.Here(t.Stage.String()))
	e.Confidence = model.Num{}
	e.Formula = words.T("score.sum-six-answers-from-1")
	if l.StageSum.Known {
		e.Value = words.T("score.sum", e.Value, l.StageSum.V)
	}
	if t.Flags.Has(StageOff) {
		e.Reading = StageOff.String()
	}
	return e
}

func explainQuality(s *Scores, a *model.Account, _ *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{
		Value:   Print(t.Quality),
		Source:  words.T("score.docs-method-md-8"),
		Formula: words.T("score.five-points-each-twenty-checks"),
	}
	for i, c := range PlanChecks() {
		if t.CheckMet(i) {
			e.Inputs = append(e.Inputs, Input{Name: c.Name, Value: "5"})
		} else {
			e.Unknown = append(e.Unknown, c.Name+": "+c.Coach)
		}
	}
	return e
}

func explainExecution(s *Scores, a *model.Account, l *Local) Explanation {
	e := Explanation{
		Value:   inPercent(l.Execution),
		Source:  words.T("score.docs-method-md-8"),
		Formula: words.T("score.actions-done-time-actions-due"),
	}
	for i := range a.Actions {
		x := &a.Actions[i]
		kept := promiseOf(x, s.today)
		if kept == promiseNone {
			continue
		}
		in := Input{Name: x.Text, Value: "late", Date: x.Promised(), Source: x.Owner}
		switch {
		case kept == promiseKept:
			in.Value = words.T("score.on-time")
		case x.Status == model.ActionDropped:
			in.Value = words.T("score.dropped-after-its-day")
		}
		if x.Postponed > 0 {
			in.Note = words.T("score.postponed-times", x.Postponed)
		}
		e.Inputs = append(e.Inputs, in)
	}
	if !l.Execution.Known {
		e.Unknown = []string{words.T("score.no-action-due-yet")}
	}
	return e
}

func explainPlan(s *Scores, a *model.Account, l *Local) Explanation {
	t := s.Standing(a.ID)
	e := Explanation{
		Value:   Print2(t.Plan),
		Source:  words.T("score.docs-method-md-8"),
		Formula: words.T("score.0-6-quality-0-4"),
	}
	e.Inputs, e.Unknown = weighted(
		[]string{"quality", "execution"},
		[]part{{t.Quality, qualityWeight, 1}, {l.Execution, executionWeight, 1}},
	)
	return e
}
