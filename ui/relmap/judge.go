package relmap

import (
	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Judge helps with what people find hard to say: a few questions that can be
// answered with yes or no lead to one level of influence, support or coverage.
type Judge struct {
	ref   edit.Ref
	who   string
	tree  *Question
	trail []*Question // the way back
}

// Question asks; an answer leads on, or names the level.
type Question struct {
	Key     string // the field
	ask     string
	Yes, No *Question
	Level   string // set at the end: what the answers come to
	why     string
}

func level(key, word, why string) *Question { return &Question{Key: key, Level: word, why: why} }

// The trees. They follow the attributes' definitions, not our taste.
var (
	judgeInfluence = &Question{Key: "seat.influence", ask: "Has a purchase like ours ever gone against what this person wanted?",
		No: level("seat.influence", "inner circle", "what they want happens: they belong to those who decide"),
		Yes: &Question{Key: "seat.influence", ask: "Do those who decide ask this person, and change their mind after?",
			Yes: level("seat.influence", "political structure", "they sway those who decide"),
			No:  level("seat.influence", "outside", "they do their part, the decision is made elsewhere")}}
	JudgeSupport = &Question{Key: "person.support", ask: "Would they speak for us when we are not in the room?",
		Yes: &Question{Key: "person.support", ask: "Have they told us how to win, or opened a door for us?",
			Yes: level("person.support", "mentor", "they work for us inside"),
			No:  level("person.support", "supporter", "they are for us, and leave it at that")},
		No: &Question{Key: "person.support", ask: "Do they speak for somebody else, or against us?",
			Yes: &Question{Key: "person.support", ask: "Would they stop us if they could?",
				Yes: level("person.support", "enemy", "they work against us"),
				No:  level("person.support", "non-supporter", "they prefer another, without a fight")},
			No: level("person.support", "neutral", "they take no side")}}
	judgeCoverage = &Question{Key: "person.coverage", ask: "Has any of ours ever talked with this person about business?",
		No: level("person.coverage", "none", "nobody of ours knows them"),
		Yes: &Question{Key: "person.coverage", ask: "More than once, and lately?",
			No: level("person.coverage", "brief", "we met, no more"),
			Yes: &Question{Key: "person.coverage", ask: "Do they tell us what they do not tell other suppliers?",
				Yes: level("person.coverage", "in depth", "we know what moves them"),
				No:  level("person.coverage", "multiple", "we meet, at arm's length")}}}
)

// Judgements are what the pick offers.
var Judgements = []struct {
	word string
	Tree *Question
}{{"influence", judgeInfluence}, {"support", JudgeSupport}, {"coverage", judgeCoverage}}

func NewJudge(ref edit.Ref, who string, tree *Question) *Judge {
	return &Judge{ref: ref, who: who, tree: tree}
}

func (j *Judge) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeJudge, keys.ScopeMove}
}
func (j *Judge) Title(*kit.Context) string { return "Help me judge " + j.who }
func (j *Judge) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(72, screen.W), 9)
}

func (j *Judge) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.Left:
		if n := len(j.trail); n > 0 {
			j.tree, j.trail = j.trail[n-1], j.trail[:n-1]
		}
		return kit.Done()
	case keys.Yes, keys.No, keys.Accept:
		if j.tree.Level != "" {
			if in.Kind == keys.No {
				return kit.Close()
			}
			out := kit.Change(edit.SetField{Ref: j.ref, Key: j.tree.Key, Value: j.tree.Level})
			out.Close()
			out.Say(j.who + ": " + j.tree.Level)
			return out
		}
		if in.Kind == keys.Accept {
			return kit.Say("y or n answers; ← goes back")
		}
		j.trail = append(j.trail, j.tree)
		if j.tree = j.tree.No; in.Kind == keys.Yes {
			j.tree = j.trail[len(j.trail)-1].Yes
		}
		return kit.Done()
	}
	return kit.Outcome{}
}

func (j *Judge) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	text, st, keys := j.tree.ask, theme.Strong, "y yes · n no · ← back · esc leaves it as it is"
	if j.tree.Level != "" {
		text, st, keys = j.tree.Level+": "+j.tree.why, theme.Accent, "enter sets it · ← back · esc leaves it as it is"
	}
	body := kit.Hint(cv, keys)
	for y, line := range widget.Wrap(text, max(1, body.W()-4)) {
		body.Text(2, 1+y, line, st)
	}
}
