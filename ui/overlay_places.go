package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/ui/theme"
	"accord/ui/widget"
)

// places is the little menu of g: one letter goes to a place. Its lines are the
// rows of the key table in the scope of places.
type places struct{}

func newPlaces() *places { return &places{} }

func (p *places) title(*ctx) string { return "Go to" }

// scopes end in text so that a letter without a place can be answered in words.
func (p *places) scopes(*ctx) []scope { return []scope{scopePlaces, scopeText} }

func (p *places) rows(c *ctx) []*binding {
	var out []*binding
	for i := range c.keys.rows {
		if b := &c.keys.rows[i]; b.scope == scopePlaces && b.intent.Kind != Cancel {
			out = append(out, b)
		}
	}
	return out
}

func (p *places) place(c *ctx, screen widget.Rect) widget.Rect {
	w := 24
	for _, b := range p.rows(c) {
		w = max(w, widget.Width(b.sentence())+8)
	}
	w, h := min(w, screen.W), min(len(p.rows(c))+2, screen.H)
	return widget.Rect{X: screen.X + screen.W - w, Y: screen.Y + screen.H - h, W: w, H: h}
}

func (p *places) handle(c *ctx, in Intent) Outcome {
	out := closing()
	switch in.Kind {
	case GoAccounts, GoMap, GoPlan, RunSheetScreen:
		out.Again(in)
	case Cancel, Accept:
	case Typing:
		return refuse("There is no place under " + oneLine(in.Text) + ". esc goes back.")
	default:
		if c.screens.opened(in) == nil {
			return Outcome{}
		}
		out.add(Visiting{in})
	}
	return out
}

func (p *places) draw(c *ctx, cv widget.Canvas, _ bool) {
	for y, b := range p.rows(c) {
		st := theme.Plain
		if c.lacks(b) != "" {
			st = theme.Ghost
		}
		cv.Text(1, y, b.keys()[0], theme.Key)
		cv.TextIn(4, y, cv.W()-5, b.sentence(), st, widget.Left)
	}
}

// depart goes to a place from the pages of a workshop, over which the menu can be
// open too: they are left behind, or the place would be hidden by them; g w comes
// back. What is half done stays, and the refusal says so.
func (a *App) depart(out Outcome) Outcome {
	next, again := asks[Asking](&out)
	_, opens := asks[Visiting](&out)
	if !opens && !again || next.Intent.Kind == RunSheetScreen || len(a.overlays) < 2 {
		return out
	}
	stay := func(why string) Outcome {
		no := refuse(why)
		no.Close()
		return no
	}
	if a.c.voting() != nil {
		return stay(shutWords)
	}
	for _, o := range a.overlays {
		if a.c.screens.of(o).busy {
			return stay("First finish what is open here, or leave it with esc; then g goes there.")
		}
	}
	a.overlays = a.overlays[len(a.overlays)-1:]
	return out
}

// readAgain brings an open history up to date when more is on the disk.
func (a *App) readAgain() tea.Cmd {
	h, ok := a.top().(*historyPage)
	if !ok || h.waiting != 0 || a.saved.Saved < a.saved.Queued {
		return nil
	}
	return a.apply(h.read(a.c))
}
