package plan

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

func (p *Pane) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.NextSection:
		p.At = (p.At + 1) % SectionCount
		return kit.Done()
	case keys.PrevSection:
		p.At = (p.At + SectionCount - 1) % SectionCount
		return kit.Done()
	case keys.PickSection:
		return p.pick(c, in.Text)
	}
	if c.Current() == nil {
		if editing(in.Kind) {
			return kit.Refuse(words.T("plan.there-no-account-here-yet"))
		}
		return kit.Outcome{}
	}
	if why := c.Session.Frozen(); why != "" && editing(in.Kind) {
		return kit.Refusing(in.Kind, why)
	}
	if out, no := p.inRoom(c, in); no {
		return out
	}
	return p.Parts[p.At].Handle(c, in)
}

// inRoom keeps a room from what the plan does not show: no is true when the intent
// was answered here.
func (p *Pane) inRoom(c *kit.Context, in keys.Intent) (out kit.Outcome, no bool) {
	switch {
	case !c.Modest():
		return kit.Outcome{}, false
	case !c.MayShow(RoomSections(), p.At):
		if editing(in.Kind) || in.Kind == keys.Details || in.Kind == keys.Copy || in.Kind == keys.Explain ||
			in.Kind == keys.NextLook {
			return kit.RefuseText(kit.OursWords()), true
		}
		return kit.Outcome{}, true
	case (editing(in.Kind) || in.Kind == keys.Details) && !p.Typing(c) && !p.mayEdit(c, in.Kind):
		return kit.RefuseText(kit.OursWords()), true
	case in.Kind == keys.Copy && !p.Typing(c) && !p.mayEdit(c, keys.EditNote): // the status line says what was copied
		return kit.Refuse(kit.OursWords()), true
	}
	return kit.Outcome{}, false
}
