// package cli is the second face of Accord: the command line, for scripts,
// screen readers and checks. docs/commands.md is the contract.
package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/ui/fault"
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

// usage is an error of the words typed, not of the data.
type usage struct{ error }

func usagef(format string, args ...any) error { return usage{fmt.Errorf(format, args...)} }

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

// reason strips the name of an open file from an error: nobody typed it.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
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

// flagError words the errors of flags, without what the parser says of itself.
func flagError(cmd *cobra.Command, err error) error {
	said, _, _ := strings.Cut(err.Error(), ": strconv.")
	return usagef("%s; `%s --help` lists them", said, cmd.CommandPath())
}

// noEmptyFlags refuses a flag given with nothing: in a script that is a variable
// that is not set, and the default would be another file, day or year.
func noEmptyFlags(cmd *cobra.Command, _ []string) error {
	for _, name := range []string{"file", "today", "kind", "what", "period", "new", "old-copies"} {
		if x := cmd.Flags().Lookup(name); x != nil && x.Changed && x.Value.String() == "" {
			return usagef("--%s is empty; give it a value or leave it out", name)
		}
	}
	return nil
}

// noCommand refuses a word that is no command, with near ones.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "`accord --help` lists them"
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "?"
	}
	return usagef("there is no command %q; %s", args[0], hint)
}

// args wraps cobra's counting so that a wrong count is a usage error.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, words []string) error {
		if err := check(cmd, words); err != nil {
			said := "a word is missing"
			if len(words) > 0 && check(cmd, words[:len(words)-1]) == nil {
				said = fmt.Sprintf("%q is too much", words[len(words)-1])
			}
			return usagef("%s; write `%s`, or see `%s --help`", said, strings.TrimSuffix(cmd.UseLine(), " [flags]"), cmd.CommandPath())
		}
		return nil
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
