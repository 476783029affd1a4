package shell

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"accord/ui/fault"
	"accord/ui/kit"
)

// stall is how long a terminal that stopped reading may hold up the end.
const stall = 2 * time.Second

// Program is the workbench on a terminal.
type Program struct {
	app  *careful
	tea  *tea.Program
	hung func() // called when the terminal does not let the program end
}

// NewProgram makes the program; hung must save what is queued and is called only
// when a signal came and the terminal holds the program up.
func NewProgram(o Options, hung func()) *Program {
	return newProgram(o, hung, tea.WithFPS(120))
}

func newProgram(o Options, hung func(), with ...tea.ProgramOption) *Program {
	for _, name := range []string{"TEA_TRACE", "TEA_DEBUG"} { // they write the screen, and what a panic carries, into files
		_ = os.Unsetenv(name)
	}
	o.Ports.After = tea.Tick
	c := &careful{app: New(o), faults: new(fault.Keeper)}
	p := &Program{app: c, tea: tea.NewProgram(c, with...), hung: hung}
	c.send = p.tea.Send
	return p
}

// Saved passes the state of the file to the screen; any goroutine may call it.
func (p *Program) Saved(m kit.SavedMsg) { p.tea.Send(m) }

// Run shows the workbench until it is left. A closed window or a signal is a
// way to leave like any other: what was edited is queued already.
func (p *Program) Run() error {
	ended := make(chan struct{})
	defer close(ended)
	p.watch(ended)
	explicitBidi(true)
	_, err := p.tea.Run()
	explicitBidi(false)
	if f := p.app.faults.First(); f != nil {
		return f
	}
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && !errors.Is(err, tea.ErrProgramPanic) {
		return nil
	}
	return err
}

// watch ends the program on SIGHUP, which Bubble Tea does not handle, and takes
// over when after a signal the terminal no longer reads what is drawn.
func (p *Program) watch(ended <-chan struct{}) {
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM)
	before, _ := term.GetState(os.Stdin.Fd())
	go func() {
		defer signal.Stop(signals)
		select {
		case <-ended:
			return
		case <-signals:
		}
		go p.tea.Kill()
		late, cancel := context.WithTimeout(context.Background(), stall)
		defer cancel()
		select {
		case <-ended:
		case <-late.Done():
			p.hung()
			if before != nil {
				_ = term.Restore(os.Stdin.Fd(), before)
			}
			os.Exit(1)
		}
	}()
}

// explicitBidi tells terminals that reorder Hebrew by themselves to leave the
// cells where we put them (ECMA-48 BDSM), and back at the end.
func explicitBidi(on bool) {
	if on {
		_, _ = os.Stdout.WriteString("\x1b[8l")
		return
	}
	_, _ = os.Stdout.WriteString("\x1b[8h")
}
