package doors

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/charmbracelet/x/term"

	"accord/model"
	"accord/model/sample"
	"accord/model/session"
	"accord/model/words"
	"accord/store"
	"accord/store/exchange/papers"
	"accord/store/place"
	"accord/store/seal"
	"accord/ui/cli"
	"accord/ui/kit"
	"accord/ui/shell"
	"accord/ui/theme"
)

// Workbench opens the screen and leaves nothing unsaved behind.
func Workbench(s cli.Start) (err error) {
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) {
		return words.Fail("doors.workbench-needs-terminal-accord-help")
	}
	rescueMet = nil
	b := &bench{start: s, states: make(chan store.State, 1), room: place.MachineRoom()}
	if s.Demo {
		dir, err := os.MkdirTemp("", "accord-demo-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		b.start.Path = filepath.Join(dir, "demo.db")
		if err := os.Setenv("ACCORD_STATE_DIR", dir); err != nil { // the list of known files is not for this one
			return err
		}
	}
	o, err := b.options()
	if err != nil {
		return err
	}
	b.program = shell.NewProgram(o, func() { _ = b.close(3 * time.Second) })
	ended := make(chan struct{})
	go b.tell(ended)
	err = b.program.Run()
	close(ended)
	return errors.Join(err, b.close(0))
}

// options opens the file and says how the workbench starts on it.
func (b *bench) options() (shell.Options, error) {
	o := shell.Options{
		Theme: theme.Name(os.Getenv("ACCORD_THEME")),
		ASCII: os.Getenv("TERM") == "linux" || os.Getenv("ACCORD_ASCII") != "",
		Ports: kit.Ports{
			Save:     b.save,
			Hide:     b.hide,
			Project:  b.project,
			Begin:    b.begin,
			Preview:  previewForScreen,
			Gather:   gatherForScreen,
			Kinds:    kindsForScreen(),
			Sample:   sample.Portfolio,
			Now:      b.now,
			NewID:    place.NewID,
			Path:     b.start.Path,
			TextDir:  b.textDir(),
			Unlock:   b.unlock,
			Protect:  b.protect,
			Rehearse: rehearse,
			Version:  versionOf,
			Opens:    func(phrase string) bool { return keys.Opens(b.start.Path, phrase) },
			Memory:   b.memory(),
			Copies:   b.copies(),
			Report:   papers.Write,
			MayWrite: b.mayWrite,
			Write:    b.write,
		},
	}
	if os.Getenv("ACCORD_PASSPHRASE_FILE") == "" {
		keys.Ask = b.typed
	}
	err := b.session(&o)
	b.readRoom(&o)
	var secret *seal.SecretError
	if errors.As(err, &secret) && secret.Err == nil {
		o.Locked, o.Session = true, session.New(model.EmptyPortfolio(), b.start.Today(), 0, place.NewID)
		return o, nil
	}
	return o, err
}

// rehearse is the sample workshop for the screen.
func rehearse(today model.Date) (*kit.Rehearsal, error) {
	r, err := sample.Workshop(today)
	if err != nil {
		return nil, err
	}
	return &kit.Rehearsal{Portfolio: r.Portfolio, Recorded: r.Recorded, Lines: r.Lines, Mark: sample.Mark}, nil
}
