// Accord is a workbench for strategic account planning in the terminal: one
// binary, one file. main is the front door; ui/doors joins the face and the file.
package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"accord/ui/cli"
	"accord/ui/doors"
)

func main() {
	// With this a pipe whose reader has gone, as in `accord score | head -1`, is an
	// error of writing like any other, and no death in the middle of a command.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	os.Exit(cli.Run(cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, StdinTTY: term.IsTerminal(os.Stdin.Fd()), StderrTTY: term.IsTerminal(os.Stderr.Fd()),
		Getenv: os.Getenv, Now: time.Now, Version: doors.Version(),
		Secret: typedSecret,
	}, doors.Commands(), doors.Workbench))
}

// typedSecret is a line typed without echo.
func typedSecret() (string, error) {
	b, err := term.ReadPassword(os.Stdin.Fd())
	return string(b), err
}
