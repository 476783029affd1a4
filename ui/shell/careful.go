package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/ui/fault"
)

// careful stands between Bubble Tea and the workbench, and catches what panics
// there: Bubble Tea would print what the panic carries, which may be of the plan.
// The file is beside all this, so what was edited is saved at the end as always.
type careful struct {
	app    *App
	faults *fault.Keeper
	send   func(tea.Msg) // any goroutine may call it
}

// faultMsg says that there was a fault outside Update.
type faultMsg struct{}

func (c *careful) Init() tea.Cmd { return c.watched(c.app.Init()) }

func (c *careful) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			c.faults.Keep(fault.Caught(r))
			m, cmd = c, tea.Quit
		}
	}()
	if c.faults.First() != nil {
		return c, tea.Quit
	}
	_, cmd = c.app.Update(msg)
	return c, c.watched(cmd)
}

func (c *careful) View() (v tea.View) {
	defer func() {
		if r := recover(); r != nil {
			c.faults.Keep(fault.Caught(r))
			go c.send(faultMsg{}) // nothing would ask again
			v = tea.View{AltScreen: true}
		}
	}()
	if c.faults.First() != nil {
		return tea.View{AltScreen: true}
	}
	return c.app.View()
}

// watched is a command whose panic is caught too.
func (c *careful) watched(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				c.faults.Keep(fault.Caught(r))
				msg = faultMsg{}
			}
		}()
		msg = cmd()
		if several, ok := msg.(tea.BatchMsg); ok {
			for i := range several {
				several[i] = c.watched(several[i])
			}
		}
		return msg
	}
}
