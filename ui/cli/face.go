package cli

import (
	"bufio"
	"errors"
	"io"
	"os"
	"time"

	"accord/model"
)

// The exit codes.
const (
	ExitFine    = 0
	ExitFailed  = 1
	ExitUsage   = 2
	ExitRefused = 3 // done, but some input was refused and listed
	ExitInUse   = 4 // another process has the file
)

// Env is the world a command runs in.
type Env struct {
	Args           []string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	StdinTTY       bool
	Secret         func() (string, error) // a line typed without echo; nil where there is no terminal
	StderrTTY      bool
	Getenv         func(string) string
	Now            func() time.Time
	Version        string
}

// Start is how the workbench is asked to start.
type Start struct {
	Path  string
	Demo  bool
	Today func() model.Date
}

// face is one run of a command.
type face struct {
	Env
	doors     Doors
	workbench func(Start) error
	path      string
	day       string
	period    string // that figures are asked for; empty is the choice of the file
	json      bool
	reveal    bool // names that are hidden may be printed
	exit      int
	answers   *bufio.Reader // what is typed at questions
	rescues   []string      // files with edits that are not in the file yet
	saved     bool          // something of the file was changed
	faults    string        // where the problems of an import go
	fresh     bool          // the file is not there yet
	force     bool          // an older paper is replaced without a question
	looked    string        // the file of which leftovers were looked for
	leftOut   []string      // of a report for the customer
	revive    string        // the document whose history a new file takes
}

// reason strips the name of an open file from an error: nobody typed it.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
