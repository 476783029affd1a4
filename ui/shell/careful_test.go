package shell

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/ui/fault"
	"accord/ui/kit"
)

const panicWord = "Northgate Steel 123456789"

// secret panics with a text of the plan, called with an amount of it.
//
//go:noinline
func secret(amount int64) int64 {
	if amount == 123456789 {
		panic(panicWord)
	}
	return amount
}

// faulty is a program without a terminal whose workbench panics where it is asked
// to, and gives all that it printed.
func faulty(t *testing.T, where string) (said string, err error) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("TEA_TRACE", filepath.Join(dir, "trace"))
	t.Setenv("TEA_DEBUG", "true")
	armed := false
	now := func() time.Time {
		if armed {
			secret(123456789)
		}
		return testNow
	}
	o := Options{Session: session.New(samplePortfolio(t), model.DateOf(testNow), 0, counterIDs()), Ports: kit.Ports{Now: now, NewID: counterIDs(), Save: func(*edit.Patch) {}}}
	var out bytes.Buffer
	stderr := os.Stderr
	r, w, pipeErr := os.Pipe()
	if pipeErr != nil {
		t.Fatal(pipeErr)
	}
	os.Stderr = w
	p := newProgram(o, func() {}, tea.WithInput(nil), tea.WithOutput(&out), tea.WithWindowSize(100, 30), tea.WithoutSignals())
	switch where {
	case "update":
		armed = true
		go p.tea.Send(tea.FocusMsg{})
	case "view":
		p.app.app.c.Session = nil
		go p.tea.Send(tea.WindowSizeMsg{Width: 90, Height: 30})
	case "command":
		go p.tea.Send(startMsg(func() tea.Msg { secret(123456789); return nil }))
	case "batch":
		go p.tea.Send(startMsg(tea.Batch(func() tea.Msg { secret(123456789); return nil }, func() tea.Msg { return nil })))
	}
	err = p.Run()
	os.Stderr = stderr
	_ = w.Close()
	var errs bytes.Buffer
	_, _ = errs.ReadFrom(r)
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, name := range left {
		t.Errorf("%s: the file %s was left behind", where, name)
	}
	return errs.String() + out.String()[strings.LastIndex(out.String(), "\x1b[?1049l")+1:], err
}

// startMsg runs a command of a test in the workbench.
type startMsg tea.Cmd

func (m startMsg) Arrive(kit.Host) tea.Cmd { return tea.Cmd(m) }

// A fault ends the program in order, and what is printed has neither what the
// panic carried nor the arguments of the calls.
func TestAFaultTellsNothingOfThePlan(t *testing.T) {
	for _, where := range []string{"update", "view", "command", "batch"} {
		said, err := faulty(t, where)
		var f *fault.Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: ended with %v", where, err)
			continue
		}
		all := said + err.Error()
		for _, w := range []string{"Northgate", "123456789", "75bcd15"} { // the last is the amount as a stack writes it
			if strings.Contains(all, w) {
				t.Errorf("%s: %q is in what was printed:\n%s", where, w, all)
			}
		}
		if !strings.Contains(err.Error(), "accord/ui") || !strings.Contains(err.Error(), ".go:") {
			t.Errorf("%s: there is no stack in it:\n%v", where, err)
		}
	}
}
