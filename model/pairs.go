package model

// FunctionPair is a function of ours that should know a function of theirs, and
// in which tiers that is required (METHOD §5, zipper).
type FunctionPair struct {
	Ours   Function `json:"ours"`
	Theirs Function `json:"theirs"`
	In     []Tier   `json:"in,omitzero"` // tiers that require it; none: drawn, never required
}

// EveryTier lists the tiers in which even the least pair is required.
var EveryTier = []Tier{Candidate, Strategic, Key, Maintain, Neglected}

// defaultPairs: strategic accounts require five, key accounts three, all others
// sales with procurement.
var defaultPairs = []FunctionPair{
	{CLevel, CLevel, []Tier{Strategic, Key}},
	{Sales, Procurement, EveryTier},
	{Operations, Operations, []Tier{Strategic, Key}},
	{RnD, RnD, []Tier{Strategic}},
	{Finance, Finance, []Tier{Strategic}},
	{Marketing, Marketing, nil},
	{HR, HR, nil},
	{IT, IT, nil},
	{Logistics, Logistics, nil},
}

// FunctionPairs are the pairs in force, in the order they are drawn.
func (p *Pack) FunctionPairs() []FunctionPair {
	if p.Pairs != nil {
		return p.Pairs
	}
	return defaultPairs
}

// RequiredIn reports whether a tier requires the pair.
func (f FunctionPair) RequiredIn(t Tier) bool {
	for _, in := range f.In {
		if in == t {
			return true
		}
	}
	return false
}
