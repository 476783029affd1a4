package score

import "accord/model/pareto"

// What classes and curves are is said in model/pareto; these are its names where figures are.
type (
	Pareto        = pareto.Pareto
	Class         = pareto.Class
	Concentration = pareto.Concentration
)

// The classes of accounts.
const (
	ClassUnknown = pareto.ClassUnknown
	ClassA       = pareto.ClassA
	ClassB       = pareto.ClassB
	ClassC       = pareto.ClassC
)
