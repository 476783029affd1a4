package ui

import "testing"

func TestTheCharterKnowsTheStageAimedAt(t *testing.T) {
	x := atSection(t, "charter")
	x.sees("No charter yet", "Stage aimed at: –", "what do they gain?").keys("o 'integ' enter").sees("Stage aimed at: integrated")
	x.keys("enter 'Their safest line.' esc").sees("Their safest line.", "Stage aimed at: integrated").keys("u u").sees("Stage aimed at: –", "No charter yet")
}
