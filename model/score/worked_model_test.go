package score

import (
	"math"

	"accord/model"
	"accord/model/score/reference"
)

// How the rows of docs/worked.md ask the model for what is no figure of an account.

// promised notes the first day an action was promised for.
func promised(x *model.Action, day model.Date) { x.First = day }

// droppedOn notes the day an action was dropped.
func droppedOn(x *model.Action, day model.Date) { x.Dropped = day }

// retained notes the retention of one account.
func retained(a *model.Account, r float64) { a.Retention = model.Some(r) }

// factsOf are the facts beside the accounts that the reference asks for.
func factsOf(p *model.Portfolio) reference.Facts {
	return reference.Facts{
		Year:       p.Programme().Year,
		LastTwelve: p.Programme().Year == 0 && p.Programme().LastTwelve,
		Source:     func(_ *model.Account, t *model.Transaction) string { return t.Source },
		First:      func(_ *model.Account, x *model.Action) model.Date { return x.First },
		Dropped:    func(_ *model.Account, x *model.Action) model.Date { return x.Dropped },
		Retention:  func(a *model.Account) float64 { return number(a.Retention) },
	}
}

// modelPart is one of the seven parts of health, unknown where it counts nowhere.
func modelPart(s *Scores, id model.AccountID, i int) model.Num {
	return healthParts(s.portfolio.Account(id), s.Local(id), s.Standing(id))[i].value
}

// modelHealth is health from its parts, before and after the bound.
func modelHealth(parts [7]reference.Part) (h, confidence float64) {
	var list []part
	for i, p := range parts {
		list = append(list, part{model.Num{V: zeroOf(p.Score), Known: !math.IsNaN(p.Score)}, healthRows[i].weight, p.Own})
	}
	bare, confidence := blend(list...)
	if set := model.DefaultSettings(); confidence < set.HealthKnown-roundingError {
		return math.NaN(), confidence
	}
	return number(bare), confidence
}

// modelGain is what a move is worth.
func modelGain(deltaS, deltaH, importance, h float64) float64 {
	known := func(v float64) model.Num { return model.Num{V: zeroOf(v), Known: !math.IsNaN(v)} }
	return gain(deltaS, deltaH, known(importance), known(h))
}

// modelSorted is the model's order of moves.
func modelSorted(moves []reference.Move) []reference.Move {
	var list []Move
	of := map[string]reference.Move{}
	for _, m := range moves {
		key := m.Kind + ":" + m.Key
		of[key] = m
		list = append(list, Move{Key: key, Gain: m.Gain, Effort: m.Effort, Crossed: m.Crossed, Political: m.Political})
	}
	var out []reference.Move
	for _, m := range arrange(list) {
		out = append(out, of[m.Key])
	}
	return out
}

// modelPartial: a year of an account is cut off.
func modelPartial(s *Scores, id model.AccountID, year int) bool {
	for _, y := range s.Local(id).Years {
		if y.Year == year {
			return y.Partial
		}
	}
	return false
}

// modelClosed is the revenue of a closed, whole year.
func modelClosed(s *Scores, id model.AccountID, year int) model.Num {
	for _, y := range s.Local(id).Years {
		if y.Year == year && y.Closed && !modelPartial(s, id, year) {
			return y.Revenue
		}
	}
	return model.Num{}
}
