package ui

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/widget"
)

// workbench is the first screen: accounts, relationship map and plan of one
// account side by side.
type workbench struct {
	accounts *accountsPane
	relmap   *mapPane
	plan     *planPane
	focus    pane
	beside   pane // what stands beside the list when there is room for two
	zoomed   bool
}

func newWorkbench() *workbench {
	return &workbench{accounts: newAccountsPane(), relmap: newMapPane(), plan: newPlanPane(), focus: paneAccounts, beside: panePlan}
}

// start opens the first account of the list.
func (b *workbench) start(c *ctx) {
	b.accounts.refresh(c)
	b.show(c, b.accounts.cursorID())
}

// show makes the workbench about an account; its figures of now become the
// baseline of ▲▼.
func (b *workbench) show(c *ctx, id model.AccountID) {
	if id == c.account {
		return
	}
	c.account, c.baseline = id, c.standpointOf(id)
	b.accounts.moveTo(c, id)
	b.relmap.opened(c)
	b.plan.opened(c)
}

// changed keeps cursors by identity after an edit.
func (b *workbench) changed(c *ctx, p *edit.Patch) {
	for i, a := range p.After {
		if a != nil && p.Before[i] == nil && len(p.After) == 1 {
			b.accounts.refresh(c)
			b.show(c, a.ID)
		}
	}
}

// takesBlock is the part with the focus if it takes cells of a spreadsheet.
func (b *workbench) takesBlock() pasteInto {
	if b.focus != panePlan {
		return nil
	}
	p, _ := b.plan.parts[b.plan.at].(pasteInto)
	return p
}

// settle follows what an edit or a key did to the list: the account under the
// cursor is the one the workbench is about.
func (b *workbench) settle(c *ctx) {
	b.accounts.refresh(c)
	b.show(c, b.accounts.cursorID())
}

// reveal shows the place of an undone or redone edit.
func (b *workbench) reveal(c *ctx, p edit.Place) {
	b.accounts.refresh(c)
	if c.portfolio().Account(p.Account) != nil {
		b.show(c, p.Account)
		b.plan.reveal(c, p.Field)
		b.relmap.reveal(c, p.Field)
	}
}

func (b *workbench) focusOn(p pane) {
	b.focus = p
	if p != paneAccounts {
		b.beside = p
	}
}

func (b *workbench) part(p pane) part {
	switch p {
	case paneMap:
		return b.relmap
	case panePlan:
		return b.plan
	}
	return b.accounts
}

func (b *workbench) scopes(c *ctx) []scope { return b.part(b.focus).scopes(c) }

func (b *workbench) handle(c *ctx, in Intent) Outcome {
	if out := b.part(b.focus).handle(c, in); out.Done {
		return out
	}
	switch in.Kind {
	case NextPane:
		return doing(Focusing{b.focus%panePlan + 1})
	case PrevPane:
		return doing(Focusing{(b.focus+panePlan-2)%panePlan + 1})
	case GoAccounts:
		return doing(Focusing{paneAccounts})
	case GoMap:
		return doing(Focusing{paneMap})
	case GoPlan:
		return doing(Focusing{panePlan})
	case Filter:
		b.accounts.startFilter(c)
		return doing(Focusing{paneAccounts})
	case Cancel:
		if b.zoomed {
			return doing(zooming{})
		}
		return doing(Focusing{paneAccounts})
	}
	return Outcome{}
}

func (b *workbench) layout(w, h int) layout { return arrange(w, h, b.focus, b.beside, b.zoomed) }

func (b *workbench) draw(c *ctx, cv widget.Canvas, l layout, focus bool) {
	c.wide = b.zoomed
	for p := paneAccounts; p <= panePlan; p++ {
		if r := l.panes[p]; !r.Empty() {
			b.part(p).draw(c, cv.Sub(r), focus && p == b.focus)
		}
	}
	if !l.strip.Empty() {
		drawStrip(c, cv.Sub(l.strip))
	}
	if !l.brief.Empty() {
		drawBrief(c, cv.Sub(l.brief))
	}
}
