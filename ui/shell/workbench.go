package shell

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/accounts"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/plan"
	"accord/ui/relmap"
	"accord/ui/widget"
)

// workbench is the first screen: accounts, relationship map and plan of one
// account side by side.
type workbench struct {
	accounts *accounts.Pane
	relmap   *relmap.Pane
	plan     *plan.Pane
	focus    kit.Pane
	beside   kit.Pane // what stands beside the list when there is room for two
	zoomed   bool
}

func newWorkbench() *workbench {
	return &workbench{
		accounts: accounts.NewPane(),
		relmap:   relmap.NewPane(),
		plan:     plan.NewPane(),
		focus:    kit.PaneAccounts,
		beside:   kit.PanePlan,
	}
}

// start opens the first account of the list.
func (b *workbench) start(c *kit.Context) {
	b.accounts.Refresh(c)
	b.show(c, b.accounts.CursorID())
}

// show makes the workbench about an account; its figures of now become the
// baseline of ▲▼.
func (b *workbench) show(c *kit.Context, id model.AccountID) {
	if id == c.Account {
		return
	}
	c.Account, c.Baseline = id, c.StandpointOf(id)
	b.accounts.MoveTo(c, id)
	b.relmap.Opened(c)
	b.plan.Opened(c)
}

// changed keeps cursors by identity after an edit.
func (b *workbench) changed(c *kit.Context, p *edit.Patch) {
	for i, a := range p.After {
		if a != nil && p.Before[i] == nil && len(p.After) == 1 {
			b.accounts.Refresh(c)
			b.show(c, a.ID)
		}
	}
}

// takesBlock is the part with the focus if it takes cells of a spreadsheet.
func (b *workbench) takesBlock() kit.PasteInto {
	if b.focus != kit.PanePlan {
		return nil
	}
	p, _ := b.plan.Parts[b.plan.At].(kit.PasteInto)
	return p
}

// settle follows what an edit or a key did to the list: the account under the
// cursor is the one the workbench is about.
func (b *workbench) settle(c *kit.Context) {
	b.accounts.Refresh(c)
	b.show(c, b.accounts.CursorID())
}

// Reveal shows the place of an undone or redone edit.
func (b *workbench) Reveal(c *kit.Context, p edit.Place) {
	b.accounts.Refresh(c)
	if c.Portfolio().Account(p.Account) != nil {
		b.show(c, p.Account)
		b.plan.Reveal(c, p.Field)
		b.relmap.Reveal(c, p.Field)
	}
}

func (b *workbench) focusOn(p kit.Pane) {
	b.focus = p
	if p != kit.PaneAccounts {
		b.beside = p
	}
}

func (b *workbench) part(p kit.Pane) kit.Part {
	switch p {
	case kit.PaneMap:
		return b.relmap
	case kit.PanePlan:
		return b.plan
	}
	return b.accounts
}

func (b *workbench) Scopes(c *kit.Context) []keys.Scope { return b.part(b.focus).Scopes(c) }

func (b *workbench) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if out := b.part(b.focus).Handle(c, in); out.Done {
		return out
	}
	switch in.Kind {
	case keys.NextPane:
		return kit.Doing(kit.Focusing{Pane: b.focus%kit.PanePlan + 1})
	case keys.PrevPane:
		return kit.Doing(kit.Focusing{Pane: (b.focus+kit.PanePlan-2)%kit.PanePlan + 1})
	case keys.GoAccounts:
		return kit.Doing(kit.Focusing{Pane: kit.PaneAccounts})
	case keys.GoMap:
		return kit.Doing(kit.Focusing{Pane: kit.PaneMap})
	case keys.GoPlan:
		return kit.Doing(kit.Focusing{Pane: kit.PanePlan})
	case keys.Filter:
		b.accounts.StartFilter(c)
		return kit.Doing(kit.Focusing{Pane: kit.PaneAccounts})
	case keys.Cancel:
		if b.zoomed {
			return kit.Doing(zooming{})
		}
		return kit.Doing(kit.Focusing{Pane: kit.PaneAccounts})
	}
	return kit.Outcome{}
}

func (b *workbench) layout(w, h int) kit.Layout {
	return kit.Arrange(w, h, b.focus, b.beside, b.zoomed)
}

func (b *workbench) Draw(c *kit.Context, cv widget.Canvas, l kit.Layout, focus bool) {
	c.Wide = b.zoomed
	for p := kit.PaneAccounts; p <= kit.PanePlan; p++ {
		if r := l.Panes[p]; !r.Empty() {
			b.part(p).Draw(c, cv.Sub(r), focus && p == b.focus)
		}
	}
	if !l.Strip.Empty() {
		drawStrip(c, cv.Sub(l.Strip))
	}
	if !l.Brief.Empty() {
		drawBrief(c, cv.Sub(l.Brief))
	}
}
