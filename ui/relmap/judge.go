package relmap

import (
	"accord/model/edit"
	"accord/model/words"
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
	judgeInfluence = words.Table(func() *Question {
		return &Question{Key: "seat.influence", ask: words.T("relmap.purchase-like-ours-ever-gone"),
			No: level("seat.influence", words.T("relmap.inner-circle"), words.T("relmap.what-they-want-happens-they")),
			Yes: &Question{Key: "seat.influence", ask: words.T("relmap.do-those-who-decide-ask"),
				Yes: level("seat.influence", words.T("relmap.political-structure"), words.T("relmap.they-sway-those-who-decide")),
				No:  level("seat.influence", words.T("relmap.outside"), words.T("relmap.they-do-their-part-decision"))}}
	})
	JudgeSupport = words.Table(func() *Question {
		return &Question{Key: "person.support", ask: words.T("relmap.would-they-speak-us-when"),
			Yes: &Question{Key: "person.support", ask: words.T("relmap.they-told-us-how-win"),
				Yes: level("person.support", words.T("relmap.mentor"), words.T("relmap.they-work-us-inside")),
				No:  level("person.support", words.T("relmap.supporter"), words.T("relmap.they-us-leave-at"))},
			No: &Question{Key: "person.support", ask: words.T("relmap.do-they-speak-somebody-else"),
				Yes: &Question{Key: "person.support", ask: words.T("relmap.would-they-stop-us-if"),
					Yes: level("person.support", words.T("relmap.enemy"), words.T("relmap.they-work-against-us")),
					No:  level("person.support", words.T("relmap.non-supporter"), words.T("relmap.they-prefer-another-without-fight"))},
				No: level("person.support", words.T("relmap.neutral"), words.T("relmap.they-take-no-side"))}}
	})
	judgeCoverage = words.Table(func() *Question {
		return &Question{Key: "person.coverage", ask: words.T("relmap.any-ours-ever-talked-this"),
			No: level("person.coverage", words.T("relmap.none"), words.T("relmap.nobody-ours-knows-them")),
			Yes: &Question{Key: "person.coverage", ask: words.T("relmap.more-than-once-lately"),
				No: level("person.coverage", words.T("relmap.brief"), words.T("relmap.we-met-no-more")),
				Yes: &Question{Key: "person.coverage", ask: words.T("relmap.do-they-tell-us-what"),
					Yes: level("person.coverage", words.T("relmap.in-depth"), words.T("relmap.we-know-what-moves-them")),
					No:  level("person.coverage", words.T("relmap.multiple"), words.T("relmap.we-meet-at-arms-length"))}}}
	})
)

// Judgements are what the pick offers.
var Judgements = words.Table(func() []struct {
	word string
	Tree *Question
} {
	return []struct {
		word string
		Tree *Question
	}{{words.T("relmap.influence"), judgeInfluence()}, {words.T("relmap.support"), JudgeSupport()}, {words.T("relmap.coverage"), judgeCoverage()}}
})

func NewJudge(ref edit.Ref, who string, tree *Question) *Judge {
	return &Judge{ref: ref, who: who, tree: tree}
}

func (j *Judge) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeJudge, keys.ScopeMove}
}
func (j *Judge) Title(*kit.Context) string { return words.T("relmap.help-me-judge", j.who) }
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
			return kit.Say(words.T("relmap.y-or-n-answers-goes"))
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
	text, st, keys := j.tree.ask, theme.Strong, words.T("relmap.y-yes-n-no-back")
	if j.tree.Level != "" {
		text, st, keys = j.tree.Level+": "+j.tree.why, theme.Accent, words.T("relmap.enter-sets-back-esc-leaves")
	}
	body := kit.Hint(cv, keys)
	for y, line := range widget.Wrap(text, max(1, body.W()-4)) {
		body.Text(2, 1+y, line, st)
	}
}
