package shell

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/ui/kit"
	"accord/ui/widget"
	"accord/ui/workshop"
)

// The one timer of the workbench: while a step of a workshop runs, its time left is
// drawn again each time the minute changes. Each wait is asked for when the one
// before is over, so nothing ticks when nothing runs.

// minuteMsg comes when a minute of the running step is over.
type minuteMsg struct{}

// Arrive takes it in.
func (minuteMsg) Arrive(h kit.Host) tea.Cmd {
	a := h.(*App)
	a.c.Minute = false
	a.tick()
	return nil
}

// askMinute waits for the running step's next minute unless that is on its way.
func (a *App) askMinute(cmd tea.Cmd) tea.Cmd {
	step := a.c.Portfolio().Programme().Workshop.Running()
	if step == nil || a.c.Minute || a.ports.After == nil {
		return cmd
	}
	a.c.Minute = true
	gone := max(0, a.c.Now.Sub(time.Unix(step.Began, 0)))
	wait := time.Minute - gone%time.Minute + 50*time.Millisecond // just behind the minute, not just before
	return tea.Batch(cmd, a.ports.After(wait, func(time.Time) tea.Msg { return minuteMsg{} }))
}

// openedMsg comes when the program has begun.
type openedMsg struct{}

// Arrive hands it to the workbench.
func (openedMsg) Arrive(h kit.Host) tea.Cmd { return h.(*App).askBegan() }

// askBegan asks how everything stood when the workshop began that goes on: the
// trails on the plane lead from there, whatever was closed and opened since.
func (a *App) askBegan() tea.Cmd {
	if a.c.Portfolio().Programme().Workshop == nil {
		return nil
	}
	return (&workshop.MeetingJob{Back: true}).Do(a)
}

// stepWords are the running step and its time left, for the header: where the room is
// short, the time alone.
func stepWords(c *kit.Context, room int) string {
	w := c.Portfolio().Programme().Workshop
	if w.Running() == nil {
		return ""
	}
	for i, s := range w.Slots(c.Now.Unix()) {
		if s.Now {
			left := workshop.LeftWords(s.Left)
			name := min(24, room-widget.Width(left)-3)
			switch {
			case name >= leastTitle:
				return shortStep(w.Steps[i].Name, name, c.Glyphs.Ellipsis) + " " + c.Glyphs.Sep + " " + left
			case widget.Width(left) <= room:
				return left
			}
			return widget.Short(workshop.MinutesWords(s.Left), max(0, room), c.Glyphs.Ellipsis)
		}
	}
	return ""
}

// shortStep is the name of a step in little room: its first half says what it is.
func shortStep(name string, w int, ellipsis string) string {
	if widget.Width(name) > w {
		if i := strings.IndexAny(name, ",:"); i > 0 {
			name = name[:i]
		}
	}
	return widget.Short(name, w, ellipsis)
}

func (minuteMsg) Quietly() {}
