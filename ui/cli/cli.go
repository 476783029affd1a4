package cli

import (
	"bufio"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/words"
	"accord/ui/fault"
)

// Run runs the command that the arguments name and gives the exit code. With no
// command, or demo, it calls workbench.
func Run(env Env, doors Doors, workbench func(Start) error) int {
	out := &sink{w: env.Stdout}
	env.Stdout, env.Stderr = out, &sink{w: env.Stderr}
	f := &face{Env: env, doors: doors, workbench: workbench, answers: bufio.NewReader(env.Stdin)}
	if doors.Tells != nil {
		doors.Tells(func(s string) { fmt.Fprintln(f.Stderr, words.T("cli.accord", plain(s))) })
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
		fmt.Fprintln(env.Stderr, words.T("cli.accord-2", plain(strings.TrimSpace(err.Error()))))
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
		return words.Wrap(reason(err), "cli.what-asked-saved-but-could")
	}
	return words.Wrap(reason(err), "cli.output-could-not-written-free")
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
		Short:         words.T("cli.workbench-strategic-account-planning"),
		Long:          words.T("cli.accord-workbench-strategic-account-planning"),
		Version:       f.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noCommand,
		RunE:          func(*cobra.Command, []string) error { return f.open(false) },
	}
	root.SetVersionTemplate("accord {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	flags := root.PersistentFlags()
	flags.StringVar(&f.path, "file", "", words.T("cli.file-default-accord-file-else"))
	flags.StringVar(&f.day, "today", "", words.T("cli.compute-as-if-today-this"))
	flags.BoolVar(&f.reveal, "reveal", false, words.T("cli.work-file-whose-names-hidden"))
	flags.BoolVar(&f.json, "json", false, words.T("cli.one-json-document-stdout"))
	root.PersistentPreRunE = noEmptyFlags
	root.AddCommand(
		f.demo(),
		f.importing(),
		f.exporting(),
		f.merging(),
		f.score(),
		f.portfolio(),
		f.moves(),
		f.lose(),
		f.leave(),
		f.relmap(),
		f.reporting(),
		f.pack(),
		f.fields(),
		f.get(),
		f.set(),
		f.history(),
		f.undo(),
		f.snapshot(),
		f.compare(),
		f.check(),
		f.backup(),
		f.restore(),
		f.protecting(),
		f.rephrasing(),
		f.unprotecting(),
		f.doctor(),
	)
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
			c.Short = words.T("cli.help-about-command")
			c.Run, c.RunE = nil, func(_ *cobra.Command, wording []string) error {
				about, rest, err := root.Find(wording)
				if err != nil || len(rest) > 0 {
					return noCommand(root, wording)
				}
				about.InitDefaultHelpFlag()
				return about.Help()
			}
		case "completion":
			c.Short = words.T("cli.completion-your-shell-bash-zsh")
			c.Args = cobra.ArbitraryArgs
			c.RunE = func(*cobra.Command, []string) error {
				return usagef("%s", words.T("cli.name-shell-accord-completion-bash"))
			}
			for _, shell := range c.Commands() {
				shell.Args = args(cobra.NoArgs)
			}
		}
	}
}

func (f *face) demo() *cobra.Command {
	return &cobra.Command{Use: "demo", Short: words.T("cli.open-screen-throw-away-copy"), Args: args(cobra.NoArgs),
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
