package cli

import (
	"bufio"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/ui/fault"
)

// Run runs the command that the arguments name and gives the exit code. With no
// command, or demo, it calls workbench.
func Run(env Env, doors Doors, workbench func(Start) error) int {
	out := &sink{w: env.Stdout}
	env.Stdout, env.Stderr = out, &sink{w: env.Stderr}
	f := &face{Env: env, doors: doors, workbench: workbench, answers: bufio.NewReader(env.Stdin)}
	if doors.Tells != nil {
		doors.Tells(func(s string) { fmt.Fprintln(f.Stderr, "accord: "+plain(s)+".") })
	}
	if doors.Asks != nil {
		doors.Asks(f.passphrase)
	}
	if doors.Rescues != nil {
		doors.Rescues(f.rescueMet)
	}
	root := f.root()
	root.SetArgs(env.Args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := careful(root.Execute)
	if errors.Is(err, errKept) {
		fmt.Fprintln(env.Stdout, errKept.Error())
		err = nil
	}
	if err == nil {
		err = f.unread(out.err)
	}
	if err != nil {
		err = f.veiled(err)
		fmt.Fprintln(env.Stderr, "accord: "+plain(strings.TrimSpace(err.Error())))
		return f.code(err)
	}
	return f.exit
}

// careful runs a command; a panic in it ends it without telling what it carries.
func careful(run func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fault.Caught(r)
		}
	}()
	return run()
}

// unread is the error of output that could not be written. A reader who has seen
// enough, as in `accord score | head -1`, is none.
func (f *face) unread(err error) error {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return nil
	case f.saved:
		return fmt.Errorf("what was asked for is saved, but could not be told: %w. `accord history` shows it", reason(err))
	}
	return fmt.Errorf("the output could not be written: %w. Free some space, or send it elsewhere", reason(err))
}

func (f *face) code(err error) int {
	var u usage
	if errors.As(err, &u) {
		return ExitUsage
	}
	return f.doors.Exit(err)
}

func (f *face) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "accord",
		Short:         "a workbench for strategic account planning",
		Long:          "Accord is a workbench for strategic account planning. Without a command it opens the screen.",
		Version:       f.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noCommand,
		RunE:          func(*cobra.Command, []string) error { return f.open(false) },
	}
	root.SetVersionTemplate("accord {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	flags := root.PersistentFlags()
	flags.StringVar(&f.path, "file", "", "the file (default $ACCORD_FILE, else accord.db in your data directory)")
	flags.StringVar(&f.day, "today", "", "compute as if today were this day, YYYY-MM-DD")
	flags.BoolVar(&f.reveal, "reveal", false, "work on a file whose names are hidden all the same")
	flags.BoolVar(&f.json, "json", false, "one JSON document on stdout")
	root.PersistentPreRunE = noEmptyFlags
	root.AddCommand(f.demo(), f.importing(), f.exporting(), f.merging(), f.score(), f.portfolio(), f.moves(), f.lose(), f.leave(), f.relmap(), f.reporting(), f.pack(), f.fields(), f.get(), f.set(), f.history(), f.undo(), f.snapshot(), f.compare(), f.check(), f.backup(), f.restore(), f.protecting(), f.rephrasing(), f.unprotecting(), f.doctor())
	root.SetOut(f.Stdout) // completion takes its place to write from here
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	f.strictHelpers(root)
	return root
}

// strictHelpers makes the commands that come with cobra refuse what they do not
// know, as all others do.
func (f *face) strictHelpers(root *cobra.Command) {
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = "help about a command"
			c.Run, c.RunE = nil, func(_ *cobra.Command, words []string) error {
				about, rest, err := root.Find(words)
				if err != nil || len(rest) > 0 {
					return noCommand(root, words)
				}
				about.InitDefaultHelpFlag()
				return about.Help()
			}
		case "completion":
			c.Short = "completion for your shell: bash, zsh, fish or powershell"
			c.Args = cobra.ArbitraryArgs
			c.RunE = func(*cobra.Command, []string) error {
				return usagef("name a shell: accord completion bash, zsh, fish or powershell")
			}
			for _, shell := range c.Commands() {
				shell.Args = args(cobra.NoArgs)
			}
		}
	}
}

func (f *face) demo() *cobra.Command {
	return &cobra.Command{Use: "demo", Short: "open the screen on a throw-away copy of the sample portfolio", Args: args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return f.open(true) }}
}

func (f *face) open(demo bool) error {
	if _, err := f.today(); err != nil {
		return err
	}
	path, err := f.file()
	if err != nil {
		return err
	}
	return f.workbench(Start{Path: path, Demo: demo, Today: func() model.Date { d, _ := f.today(); return d }})
}
