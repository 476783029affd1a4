package ui

import (
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// judge helps with what people find hard to say: a few questions that can be
// answered with yes or no lead to one level of influence, support or coverage.
type judge struct {
	ref   edit.Ref
	who   string
	tree  *question
	trail []*question // the way back
}

// question asks; an answer leads on, or names the level.
type question struct {
	key     string // the field
	ask     string
	yes, no *question
	level   string // set at the end: what the answers come to
	why     string
}

func level(key, word, why string) *question { return &question{key: key, level: word, why: why} }

// The trees. They follow the attributes' definitions, not our taste.
var (
	judgeInfluence = &question{key: "seat.influence", ask: "Has a purchase like ours ever gone against what this person wanted?",
		no: level("seat.influence", "inner circle", "what they want happens: they belong to those who decide"),
		yes: &question{key: "seat.influence", ask: "Do those who decide ask this person, and change their mind after?",
			yes: level("seat.influence", "political structure", "they sway those who decide"),
			no:  level("seat.influence", "outside", "they do their part, the decision is made elsewhere")}}
	judgeSupport = &question{key: "person.support", ask: "Would they speak for us when we are not in the room?",
		yes: &question{key: "person.support", ask: "Have they told us how to win, or opened a door for us?",
			yes: level("person.support", "mentor", "they work for us inside"),
			no:  level("person.support", "supporter", "they are for us, and leave it at that")},
		no: &question{key: "person.support", ask: "Do they speak for somebody else, or against us?",
			yes: &question{key: "person.support", ask: "Would they stop us if they could?",
				yes: level("person.support", "enemy", "they work against us"),
				no:  level("person.support", "non-supporter", "they prefer another, without a fight")},
			no: level("person.support", "neutral", "they take no side")}}
	judgeCoverage = &question{key: "person.coverage", ask: "Has any of ours ever talked with this person about business?",
		no: level("person.coverage", "none", "nobody of ours knows them"),
		yes: &question{key: "person.coverage", ask: "More than once, and lately?",
			no: level("person.coverage", "brief", "we met, no more"),
			yes: &question{key: "person.coverage", ask: "Do they tell us what they do not tell other suppliers?",
				yes: level("person.coverage", "in depth", "we know what moves them"),
				no:  level("person.coverage", "multiple", "we meet, at arm's length")}}}
)

// judgements are what the pick offers.
var judgements = []struct {
	word string
	tree *question
}{{"influence", judgeInfluence}, {"support", judgeSupport}, {"coverage", judgeCoverage}}

func newJudge(ref edit.Ref, who string, tree *question) *judge {
	return &judge{ref: ref, who: who, tree: tree}
}

func (j *judge) scopes(*ctx) []scope { return []scope{scopeJudge, scopeMove} }
func (j *judge) title(*ctx) string   { return "Help me judge " + j.who }
func (j *judge) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(72, screen.W), 9)
}

func (j *judge) handle(_ *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel:
		return closing()
	case Left:
		if n := len(j.trail); n > 0 {
			j.tree, j.trail = j.trail[n-1], j.trail[:n-1]
		}
		return done()
	case Yes, No, Accept:
		if j.tree.level != "" {
			if in.Kind == No {
				return closing()
			}
			out := change(edit.SetField{Ref: j.ref, Key: j.tree.key, Value: j.tree.level})
			out.Close()
			out.Say(j.who + ": " + j.tree.level)
			return out
		}
		if in.Kind == Accept {
			return say("y or n answers; ← goes back")
		}
		j.trail = append(j.trail, j.tree)
		if j.tree = j.tree.no; in.Kind == Yes {
			j.tree = j.trail[len(j.trail)-1].yes
		}
		return done()
	}
	return Outcome{}
}

func (j *judge) draw(_ *ctx, cv widget.Canvas, _ bool) {
	text, st, keys := j.tree.ask, theme.Strong, "y yes · n no · ← back · esc leaves it as it is"
	if j.tree.level != "" {
		text, st, keys = j.tree.level+": "+j.tree.why, theme.Accent, "enter sets it · ← back · esc leaves it as it is"
	}
	body := hint(cv, keys)
	for y, line := range widget.Wrap(text, max(1, body.W()-4)) {
		body.Text(2, 1+y, line, st)
	}
}
