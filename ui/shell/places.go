package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/words"
	"accord/ui/history"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// places is the little menu of g: one letter goes to a place. Its lines are the
// rows of the key table in the scope of places.
type places struct{}

func newPlaces() *places { return &places{} }

func (p *places) Title(*kit.Context) string { return words.T("shell.go-to-3") }

// Scopes end in text so that a letter without a place can be answered in words.
func (p *places) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePlaces, keys.ScopeText}
}

func (p *places) rows(c *kit.Context) []*keys.Binding {
	var out []*keys.Binding
	for i := range c.Keys.Rows {
		if b := &c.Keys.Rows[i]; b.Scope == keys.ScopePlaces && b.Intent.Kind != keys.Cancel {
			out = append(out, b)
		}
	}
	return out
}

func (p *places) Place(c *kit.Context, screen widget.Rect) widget.Rect {
	w := 24
	for _, b := range p.rows(c) {
		w = max(w, widget.Width(b.Sentence())+8)
	}
	w, h := min(w, screen.W), min(len(p.rows(c))+2, screen.H)
	return widget.Rect{X: screen.X + screen.W - w, Y: screen.Y + screen.H - h, W: w, H: h}
}

func (p *places) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	out := kit.Close()
	switch in.Kind {
	case keys.GoAccounts, keys.GoMap, keys.GoPlan, keys.RunSheetScreen:
		out.Again(in)
	case keys.Cancel, keys.Accept:
	case keys.Typing:
		return kit.Refuse(words.T("shell.there-no-place-under-esc", kit.OneLine(in.Text)))
	default:
		if c.Screens.Opened(in) == nil {
			return kit.Outcome{}
		}
		out.Add(kit.Visiting{Intent: in})
	}
	return out
}

func (p *places) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	for y, b := range p.rows(c) {
		st := theme.Plain
		if c.Lacks(b) != "" {
			st = theme.Ghost
		}
		cv.Text(1, y, b.Keys()[0], theme.Key)
		cv.TextIn(4, y, cv.W()-5, b.Sentence(), st, widget.Left)
	}
}

// depart goes to a place from the pages of a workshop, over which the menu can be
// open too: they are left behind, or the place would be hidden by them; g w comes
// back. What is half done stays, and the refusal says so.
func (a *App) depart(out kit.Outcome) kit.Outcome {
	next, again := kit.Asks[kit.Asking](&out)
	_, opens := kit.Asks[kit.Visiting](&out)
	if !opens && !again || next.Intent.Kind == keys.RunSheetScreen || len(a.overlays) < 2 {
		return out
	}
	stay := func(why string) kit.Outcome {
		no := kit.Refuse(why)
		no.Close()
		return no
	}
	if a.c.Voting() != nil {
		return stay(shutWords())
	}
	for _, o := range a.overlays {
		if a.c.Screens.Of(o).Busy {
			return stay(words.T("shell.first-finish-what-open-here"))
		}
	}
	a.overlays = a.overlays[len(a.overlays)-1:]
	return out
}

// readAgain brings an open history up to date when more is on the disk.
func (a *App) readAgain() tea.Cmd {
	h, ok := a.top().(*history.Page)
	if !ok || h.Waiting != 0 || a.saved.Saved < a.saved.Queued {
		return nil
	}
	return a.apply(h.Read(a.c))
}
