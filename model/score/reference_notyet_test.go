package score

// notYet are the figures that the model computes by the first edition still. One of them
// that agrees has to leave the list.
var notYet = map[string]bool{}
