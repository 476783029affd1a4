package shell

import (
	"testing"
)

func TestTheCharterKnowsTheStageAimedAt(t *testing.T) {
	x := atSection(t, "charter")
	x.sees("No charter yet", "Stage aimed at: –", "what do they gain?").Keys("o 'integ' enter").sees("Stage aimed at: integrated")
	x.Keys("enter 'Their safest line.' esc").sees("Their safest line.", "Stage aimed at: integrated").Keys("u u").sees("Stage aimed at: –", "No charter yet")
}
