package doors

import (
	"errors"
	"io"

	"accord/store/exchange/output"
	"accord/ui/cli"
	"accord/ui/kit"
)

// outputOf is what a command writes, for the guard.
func outputOf(o cli.Output) output.File {
	return output.File{Path: o.Path, Format: o.Format, Over: o.Over, Data: o.File, Inputs: o.Inputs}
}

// olderForCommands says in the words of the command line that somebody has to agree.
func olderForCommands(err error) error {
	var older *output.OlderError
	if errors.As(err, &older) {
		return &cli.OlderError{Err: err}
	}
	return err
}

// outputOf is what the workbench writes, for the guard.
func (b *bench) outputOf(o kit.Output) output.File {
	return output.File{Path: o.Path, Format: o.Format, Over: o.Over, Data: b.start.Path, Inputs: o.Inputs}
}

// olderForScreen is olderForCommands for the workbench.
func olderForScreen(err error) error {
	var older *output.OlderError
	if errors.As(err, &older) {
		return &kit.OlderError{Err: err}
	}
	return err
}

func (b *bench) mayWrite(o kit.Output) error { return olderForScreen(b.outputOf(o).Check()) }

func (b *bench) write(o kit.Output, text []byte) error {
	return olderForScreen(b.outputOf(o).Write(just(text)))
}

// just writes a text that is finished.
func just(text []byte) func(io.Writer) error {
	return func(w io.Writer) error { _, err := w.Write(text); return err }
}
