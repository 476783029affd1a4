package shell

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// Update takes a message in, and asks for the next moves when it changed what
// they are about.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.catchUp(a.take(msg))
	a.shut()
	a.guardRoom()
	return a, a.askMinute(a.askMoves(cmd))
}

// take is one line per message.
func (a *App) take(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		a.size.w, a.size.h = m.Width, m.Height
	case tea.KeyPressMsg:
		return a.press(m)
	case tea.PasteMsg:
		return a.Paste(m.Content)
	case tea.MouseWheelMsg:
		return a.wheel(m.Mouse())
	case tea.MouseClickMsg:
		return a.click(m.Mouse())
	case tea.FocusMsg:
		a.tick()
	case tea.TerminalVersionMsg:
		a.konsole = isKonsole(m.Name)
	case kit.SavedMsg:
		a.saved = a.saved.After(m)
		a.warned = a.warned && m.Err != nil
		return a.outside(func() tea.Cmd { return tea.Batch(a.tellNote(m.Note), a.readAgain()) })
	case kit.Answer:
		if _, quiet := m.(kit.Quiet); !quiet {
			return a.arrive(m)
		}
		return m.Arrive(a)
	}
	return nil
}

// tellNote warns once of what went wrong beside saving.
func (a *App) tellNote(note string) tea.Cmd {
	if note == a.noted {
		return nil
	}
	if a.noted = note; note == "" {
		return nil
	}
	return a.apply(kit.Refuse(words.T("shell.warning", a.unplaced(note))))
}

// arrive takes an answer in, or lets it wait while somebody types.
func (a *App) arrive(m kit.Answer) tea.Cmd {
	if a.Typing() {
		a.later = append(a.later, func() tea.Cmd { return m.Arrive(a) })
		return nil
	}
	return a.outside(func() tea.Cmd { return m.Arrive(a) })
}

// press is the road of a key: resolve, handle, apply.
func (a *App) press(k tea.KeyPressMsg) tea.Cmd {
	a.tick()
	if a.touch() {
		return nil
	}
	in, by, ok := a.c.Keys.Resolve(a.Scopes(), k)
	if m, here := a.top().(*kit.Message); here && !a.coveredForRoom() && m.Passes(in) {
		a.pop()
		in, by, ok = a.c.Keys.Resolve(a.Scopes(), k)
	}
	if !ok {
		return nil
	}
	a.status.text, a.status.bad = "", false
	if by != nil {
		if off := a.c.Lacks(by); off != "" {
			return a.apply(kit.Refuse(off))
		}
	}
	return a.dispatch(in)
}

// dispatch asks the parts for an outcome, innermost first, and applies it.
func (a *App) dispatch(in keys.Intent) tea.Cmd {
	return a.apply(a.Handle(in))
}

func (a *App) Handle(in keys.Intent) kit.Outcome {
	if roomKey(in.Kind) {
		return a.room(in)
	}
	switch {
	case a.cover() != nil:
	case in.Kind == keys.ParkLine:
		return a.park()
	case in.Kind == keys.RunSheetScreen:
		return a.toRunSheet()
	case in.Kind == keys.Places && a.going(): // in a workshop g w leads back from everywhere
		return kit.Open(newPlaces())
	}
	if a.coveredForRoom() {
		return a.behindCalm(in)
	}
	if o := a.top(); o != nil {
		if out := o.Handle(a.c, in); out.Done {
			if _, ok := o.(*places); ok {
				return a.depart(out)
			}
			return out
		}
		if modal(in.Kind) {
			return kit.Done()
		}
	} else if out := a.bench.Handle(a.c, in); out.Done {
		return out
	}
	return a.everywhere(in)
}

// Paste is text for the field in focus; without one it is refused in words.
func (a *App) Paste(text string) tea.Cmd {
	a.tick()
	if a.touch() {
		return nil
	}
	if into := a.bench.takesBlock(); into != nil && a.top() == nil && !kit.TakesText(a.Scopes()) &&
		strings.TrimSpace(text) != "" {
		if why := a.c.Session.Frozen(); why != "" {
			return a.apply(kit.Refuse(why))
		}
		return a.apply(into.Paste(a.c, kit.ParseBlock(text)))
	}
	if !kit.TakesText(a.Scopes()) {
		return a.apply(kit.Refuse(words.T("shell.nothing-paste-into-press-enter")))
	}
	return a.dispatch(keys.Intent{Kind: keys.Typing, Edit: widget.Insert, Text: text})
}
