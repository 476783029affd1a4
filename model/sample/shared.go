package sample

import "accord/model"

// shared are the objectives and actions that were agreed with the customer, who
// may read them. All others are ours alone.
var shared = map[string]bool{
	"Unplanned stops on the green line below one a month": true,
	"Joint patent on hydrogen-tolerant sensors filed":     true,
	"Present the stop analysis to Okafor's team":          true,
	"Field test of the hydrogen sensor":                   true,
	"Shelf life of fresh cheese plus three days":          true,
	"Trial run with the new valve at the Afula plant":     true,
	"Joint laboratory for two more years":                 true,
	"Draft the extension with Prof. Holm":                 true,
}

// agreed shares what the customer of the sample knows already: the goals they
// confirmed, and the value that both agreed on.
func agreed(shared *model.Sharing, offered bool) {
	if offered {
		*shared = model.IsShared
	}
}
