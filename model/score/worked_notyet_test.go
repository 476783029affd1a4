package score

// rowsNotYet are the rows of docs/worked.md that the model does not satisfy yet. One that
// it satisfies has to leave the list.
var rowsNotYet = []string{
	"L1", "L2", "L3", "L4", "C2", "C3", "C9", "C11", "G1", "G2", "G3", "O1", "O2", "R1",
	"R2", "R12",
}
