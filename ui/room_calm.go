package ui

import (
	"slices"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// What a room must not see stays where it is and is only not drawn: a page that was
// open is there again when projector mode ends, with what was typed in it. Until
// then its keys do nothing: who begins to type a note that is not shown types
// nothing else with it.

const calmTitle = "Ours alone"

func calmPlace(screen widget.Rect) widget.Rect { return screen.Center(min(64, screen.W), 6) }

// whileCalm answers the keys of a page that is not shown: esc leaves it, what means
// the same on every screen still does, and letters are nothing.
func whileCalm(in Intent, leave func() Outcome) Outcome {
	switch in.Kind {
	case Cancel:
		return leave()
	case Quit, Redraw, Suspend, LockScreen:
		return Outcome{}
	}
	return done()
}

// coveredForRoom reports whether the top page is one that the room must not see.
func (a *App) coveredForRoom() bool { return !a.c.mayOpen(a.top()) }

// behindCalm answers a key while the top page is not shown.
func (a *App) behindCalm(in Intent) Outcome {
	if _, shown := a.top().(*recoveryPage); shown && (in.Kind == Quit || in.Kind == Cancel || in.Kind == Accept) {
		return refuse("The recovery key is below and is shown only once: leave projector mode with f5 and write it down.")
	}
	out := whileCalm(in, func() Outcome {
		out := a.top().handle(a.c, in)
		if _, bad := out.said(); !bad { // why esc does not leave has to be said
			out = without[Saying](out)
		}
		return out
	})
	if !out.Done {
		return a.everywhere(in)
	}
	return out
}

// visitor is a part in which a field is typed in place.
type visitor interface{ visit() **fieldEdit }

func (s *ratingPart) visit() **fieldEdit { return &s.edit }
func (s *itemPart) visit() **fieldEdit   { return &s.edit }
func (s *figurePart) visit() **fieldEdit { return &s.edit }
func (w *whitePart) visit() **fieldEdit  { return &w.list.edit }
func (p *ballotPage) visit() **fieldEdit { return &p.note }

// guardRoom ends the typing of a field that the room must not see, whatever began
// it: what is typed next goes nowhere, until esc.
func (a *App) guardRoom() {
	if !a.c.modest() {
		return
	}
	end := func(part any, here bool) {
		v, ok := part.(visitor)
		if !ok || *v.visit() == nil || a.c.mayRead((*v.visit()).ref, (*v.visit()).field) {
			return
		}
		*v.visit() = nil
		if here {
			a.push(&closedField{why: oursWords})
		}
	}
	for i, part := range a.bench.plan.parts {
		end(part, a.top() == nil && a.bench.focus == panePlan && a.bench.plan.at == section(i))
	}
	for i, o := range a.overlays {
		end(o, i == len(a.overlays)-1)
	}
}

// mayEdit reports whether an intent of the plan changes only what the room sees.
func (p *planPane) mayEdit(c *ctx, k IntentKind) bool {
	ref := model.AccountRef(c.account)
	fits := func(ref model.Ref, key string) bool {
		f, err := model.FieldByKey(c.portfolio().Programme(), key)
		return err == nil && c.mayRead(ref, f)
	}
	switch s := p.parts[p.at].(type) {
	case *ratingPart:
		return k != EditNote && k != EditHere && k != Details
	case *itemPart:
		return k == Add || k == AddBelow || fits(s.ref(c), s.column().field.Key)
	case *figurePart:
		return fits(ref, model.FigureKey(s.year, figureRows[s.row].line))
	case *notePart:
		return k != Details && fits(ref, s.key)
	}
	return false
}

// inRoom keeps a room from what the plan does not show: no is true when the intent
// was answered here.
func (p *planPane) inRoom(c *ctx, in Intent) (out Outcome, no bool) {
	switch {
	case !c.modest():
		return Outcome{}, false
	case !c.mayShow(roomSections, p.at):
		if editing(in.Kind) || in.Kind == Details || in.Kind == Copy || in.Kind == Explain || in.Kind == NextLook {
			return refuseText(oursWords), true
		}
		return Outcome{}, true
	case (editing(in.Kind) || in.Kind == Details) && !p.typing(c) && !p.mayEdit(c, in.Kind):
		return refuseText(oursWords), true
	case in.Kind == Copy && !p.typing(c) && !p.mayEdit(c, EditNote): // the status line says what was copied
		return refuse(oursWords), true
	}
	return Outcome{}, false
}

// typing reports whether a field of the section is being typed.
func (p *planPane) typing(*ctx) bool {
	v, ok := p.parts[p.at].(visitor)
	return ok && *v.visit() != nil
}

// hidesFromRoom are the intents of the map about what is not drawn for a room.
var hidesFromRoom = map[IntentKind]bool{CycleInfluence: true, CycleRole: true, CycleSupport: true, CycleCoverage: true, CycleAdaptability: true,
	CycleOrientation: true, CycleTarget: true, ToggleConfirmed: true, LinkGoal: true, Influence: true, Quarrel: true, Knows: true, FadeOthers: true,
	Rate: true, Raise: true, Lower: true, MetToday: true, Judge: true, Leave: true, Details: true, Explain: true, SetUnknown: true}

// calmFrame draws the place of a page that is not shown.
func (a *App) calmFrame(cv widget.Canvas, focus bool) {
	r := calmPlace(widget.Rect{W: cv.W(), H: cv.H() - 2})
	cv.ClearRect(r)
	drawOurs(cv.Box(r, calmTitle, "", focus))
}

// shade stands where a cell is not shown.
func shade(c *ctx) (string, theme.Style) { return c.glyphs.Shade[0], theme.Quiet }

// mayShow reports whether the screen may show a line of the figures.
func (r *figureRow) mayShow(c *ctx, year int) bool {
	if !c.modest() {
		return true
	}
	f, err := model.FieldByKey(c.portfolio().Programme(), model.FigureKey(year, r.line))
	return err == nil && c.mayRead(model.AccountRef(c.account), f)
}

// shownItems are the items of a list that the screen may show.
func (c *ctx) shownItems(a *model.Account, of model.EntityKind) []string {
	ids := itemKinds(of).ids(a)
	if !c.modest() {
		return ids
	}
	return slices.DeleteFunc(ids, func(id string) bool {
		return !c.roomsOwn[id] && !c.portfolio().Shared(model.Ref{Account: a.ID, Of: of, ID: id})
	})
}

// roomRatings are the sections whose progress says only how much was asked.
var roomRatings = map[section]string{whySection: "importance", positionSection: "position", receptivitySection: "receptivity",
	attractivenessSection: "attractiveness", strengthSection: "strength", stageSection: "stage"}

// mayHand reports whether a text may be handed to an editor on this screen.
func (a *App) mayHand(e *externalEdit) bool {
	f, err := model.FieldByKey(a.c.portfolio().Programme(), e.key)
	return err == nil && a.c.mayRead(e.ref, f)
}
