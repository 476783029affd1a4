package score

// notYet are the figures that the model computes by the first edition still. One of them
// that agrees has to leave the list.
var notYet = map[string]bool{

	"check wallet":   true,
	"exchange ratio": true,
	"exposed":        true, "flag exchange_ratio": true,
	"flag stage_off":        true,
	"given":                 true,
	"loss: Gini afterwards": true,
	"order of the list":     true,
	"quality":               true, "received": true,
}
