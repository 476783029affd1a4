package model

// Stage is how far a relationship between two companies has come.
type Stage uint8

// The relational stages of METHOD §8.
const (
	StageUnknown Stage = iota
	Exploratory
	Basic
	Cooperative
	Interdependent
	Integrated
)

// StageSum adds up the answers of the stage test, 6..24; unknown unless every
// factor is answered. Weights play no part.
func StageSum(in *Instrument, ratings map[FactorKey]Rating) Opt[int] {
	if in == nil || len(in.Factors) == 0 {
		return Opt[int]{}
	}
	sum := 0
	for i := range in.Factors {
		l := ratings[in.Factors[i].Full()].Used()
		if !l.Known() {
			return Opt[int]{}
		}
		sum += l.Int()
	}
	return Some(sum)
}

// StageOf reads the test: 6–10 basic, 11–16 cooperative, 17–22 interdependent,
// 23–24 integrated; exploratory where there is no trade, a revenue known to be 0
// (METHOD §8).
func StageOf(sum Opt[int], revenue Num) Stage {
	switch {
	case revenue.Known && revenue.V == 0:
		return Exploratory
	case !sum.Known:
		return StageUnknown
	case sum.V <= 10:
		return Basic
	case sum.V <= 16:
		return Cooperative
	case sum.V <= 22:
		return Interdependent
	}
	return Integrated
}

// StagesOff is how many steps a stage is from what its tier expects: strategic
// interdependent or more, key cooperative or more, others at most cooperative.
func StagesOff(s Stage, t Tier) int {
	switch {
	case s == StageUnknown:
		return 0
	case t == Strategic:
		return max(0, int(Interdependent)-int(s))
	case t == Key:
		return max(0, int(Cooperative)-int(s))
	}
	return max(0, int(s)-int(Cooperative))
}
