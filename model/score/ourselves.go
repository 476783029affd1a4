package score

import (
	"accord/model"
)

// Ready is how ready we are, 0..100, unknown without an answer.
func Ready(g *model.Programme) InstrumentScore {
	return ourselvesScore(g, model.ReadinessKey, g.Readiness)
}

// Competent is what a member brings, 0..100, unknown without an answer.
func Competent(g *model.Programme, m *model.Member) InstrumentScore {
	return ourselvesScore(g, model.CompetencyKey, m.Competency)
}

func ourselvesScore(g *model.Programme, key string, answers map[model.FactorKey]model.Rating) InstrumentScore {
	in := g.MethodPack().Instrument(key)
	if in == nil {
		return InstrumentScore{}
	}
	return OfInstrument(in, answers)
}
