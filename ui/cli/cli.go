// Package cli is the second face of Accord: the command line, for scripts,
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
	"accord/model/report"
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

// Keeper is a file open for writing.
type Keeper interface {
	Load() (*model.Portfolio, uint64, error)
	Save(*model.Patch)
	Close() error // returns when everything is on the disk, or why it is not
}

// Step is one entry of a file's history.
type Step struct {
	Seq      uint64            `json:"seq"`
	At       time.Time         `json:"at"`
	Kind     string            `json:"kind"`
	Label    string            `json:"label"`
	Field    string            `json:"field"`
	Fact     string            `json:"fact,omitzero"` // the first fact it changed, in words
	Facts    int               `json:"facts,omitzero"`
	Accounts []model.AccountID `json:"-"`
	Names    []string          `json:"accounts"`
}

// Checked is what reading a whole file found.
type Checked struct {
	Path      string   `json:"path"`
	Bytes     int64    `json:"bytes"`
	Format    int      `json:"format"`
	Accounts  int      `json:"accounts"`
	Records   int      `json:"records"`
	Steps     int      `json:"steps"`
	Snapshots int      `json:"snapshots"`
	Warning   string   `json:"warning,omitzero"`
	Damage    []string `json:"damage"`
}

// Repaired is what came of putting what can be read into a new file.
type Repaired struct {
	File    string   `json:"file"`
	Whole   int      `json:"whole_accounts"`
	Missing []string `json:"missing"`
	Read    Checked  `json:"check"` // of the new file
}

// Copy is a file to go back to, or edits that were not saved.
type Copy struct {
	Path     string    `json:"file"`
	Kind     string    `json:"kind"`
	At       time.Time `json:"last_edit"`
	Bytes    int64     `json:"bytes"`
	Accounts int       `json:"accounts"`
	Steps    uint64    `json:"step"`
	Edits    int       `json:"edits,omitzero"` // that were not saved
	Verified bool      `json:"verified"`
	Sealed   bool      `json:"sealed,omitzero"`  // its passphrase is not known here: its pages were read, not what is in them
	Problem  string    `json:"problem,omitzero"` // why it can not be used
}

// Restored is what putting a copy in place did.
type Restored struct {
	Copy
	Aside string `json:"replaced"` // where the file that was there is now
}

// ImportRequest asks for a file to be read against a portfolio.
type ImportRequest struct {
	Path, Kind  string
	Map         map[string]string
	Won         []string
	Same        map[string]string // a name in the file, and the account it is; "-" is a new one
	Portfolio   *model.Portfolio
	Today       model.Date
	KeepUnknown bool
	Progress    func(done, total int64) bool // hears how far reading is; false cancels
	Alone       bool                         // it is the only file of the command
	Bare        bool                         // its history is not wanted
}

// ImportPreview is what reading a file would do.
type ImportPreview struct {
	File      string       `json:"file"`
	Kind      string       `json:"kind"`
	Rows      int          `json:"rows"`
	NotWon    int          `json:"not_won"`
	New       int          `json:"new"`
	Changed   int          `json:"changed"`
	Unchanged int          `json:"unchanged"`
	Summary   []string     `json:"summary"`
	Details   []string     `json:"details"`
	Problems  []string     `json:"problems"`
	History   string       `json:"history,omitzero"` // how much past the document carries
	Change    model.Change `json:"-"`

	Columns   []ImportColumn   `json:"columns,omitzero"`
	Questions []ImportQuestion `json:"same_as,omitzero"`
	Faults    func() []byte    `json:"-"` // the problems as a table
}

// ImportColumn is where one column of a file goes, and why.
type ImportColumn struct {
	Header string `json:"header"`
	Field  string `json:"field"`
	Why    string `json:"why"`
}

// ImportQuestion is a name in the file that is nearly an account's.
type ImportQuestion struct {
	Name    string `json:"name"`
	Account string `json:"account"`
	Why     string `json:"why"`
	Answer  string `json:"answer"` // "", same, new
}

// Doors are what the commands need of the store; ui/doors wires them.
type Doors struct {
	DefaultPath func() (string, error)
	Known       func(path string) bool
	NewID       func() string
	Open        func(path string) (Keeper, error)
	Create      func(path string, p *model.Portfolio) (Keeper, error)
	Read        func(path string) (*model.Portfolio, error) // also while another process has the file; ErrHidden comes with the content
	History     func(path string, limit int, account model.AccountID) ([]Step, error)
	Check       func(path string) (Checked, error)
	Repair      func(path string) (Repaired, error)
	Backup      func(path, dest string) error
	Copies      func(path string) []Copy // reads all of each
	LookAt      func(copy string) Copy
	Restore     func(path, copy string) (Restored, error)
	Keep        func(path, name string, day model.Date) (model.Moment, error) // a snapshot of what is there now
	Browse      func(path string, look func(Past) error) error                // also while another process has the file
	Preview     func(ImportRequest) (*ImportPreview, error)
	Export      func(Export) error
	ExportAll   func(path, dest string, reveal bool) (history string, err error)        // everything, with snapshots and history
	Revive      func(path, from string) (Keeper, error)                                 // a new file from such a document
	Version     func(path string) (*model.Portfolio, error)                             // another version: a .json export or a file of Accord
	Gather      func(paths []string, r ImportRequest) (files, left []string, err error) // in the order to read them; nil takes them as they come
	Report      func(w io.Writer, format string, r *report.Report) error
	Formats     []string // of reports
	ReadText    func(path string) ([]byte, error)
	WriteText   func(path string, text []byte) error // aside first, then in one move
	MapLooks    []string
	DrawMap     func(p *model.Portfolio, today model.Date, account model.AccountID, look string, width int) (text, svg string)
	PaperMap    func(p *model.Portfolio, today model.Date, account model.AccountID) (svg string) // for a document
	Exit        func(error) int                                                                  // exit code of an error, 1 for most

	// Protected files. Asks takes the way to ask for what opens one.
	Asks       func(ask func(path string, try int) (string, error))
	Sealed     func(path string) (bool, error) // asks for nothing
	Protects   func(path string) bool          // of a file that was opened in this run
	Protect    func(path, phrase string, g Guard) (recovery string, err error)
	Unprotect  func(path string) error
	Passphrase func(path, now, then string) error
	Guard      func(path string, change func(*Guard)) (Guard, error)
	Leftovers  func(path string) []string // plain text from before a file was protected
	Seal       func(oldCopy, path string) error
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
	saved     bool          // something of the file was changed
	faults    string        // where the problems of an import go
	fresh     bool          // the file is not there yet
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
	if doors.Asks != nil {
		doors.Asks(f.passphrase)
	}
	root := f.root()
	root.SetArgs(env.Args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := careful(root.Execute)
	if err == nil {
		err = f.unread(out.err)
	}
	if err != nil {
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
	root.AddCommand(f.demo(), f.importing(), f.exporting(), f.merging(), f.score(), f.portfolio(), f.moves(), f.lose(), f.leave(), f.relmap(), f.reporting(), f.pack(), f.fields(), f.get(), f.set(), f.history(), f.snapshot(), f.compare(), f.check(), f.backup(), f.restore(), f.protecting(), f.rephrasing(), f.unprotecting(), f.doctor())
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

// today is the day figures are computed for.
func (f *face) today() (model.Date, error) {
	if f.day == "" {
		return model.DateOf(f.Now()), nil
	}
	d, err := model.ParseDate(f.day)
	if err != nil || !d.Known() {
		return d, usagef("--today: %q is not a day; write it like 2026-11-24", f.day)
	}
	return d, nil
}

// file is the path of the file: --file, else $ACCORD_FILE, else the default.
func (f *face) file() (string, error) {
	if f.path != "" {
		return f.path, nil
	}
	if p := f.Getenv("ACCORD_FILE"); p != "" {
		return p, nil
	}
	return f.doors.DefaultPath()
}

// exists reports whether there is a file. One that was there before and is gone
// is an error, never "new".
func (f *face) exists(path string) (bool, error) {
	_, err := os.Stat(path)
	switch {
	case err == nil:
		return true, nil
	case !errors.Is(err, os.ErrNotExist):
		return false, fmt.Errorf("%s can not be used: %w. Choose another place with --file", path, reason(err))
	case f.doors.Known(path):
		return false, fmt.Errorf("%s is gone: it was there before. If it was moved or is not synchronised yet, bring it back; `accord restore` lists the copies to go back to", path)
	}
	return false, nil
}

// read loads the file for looking, also while the workbench has it.
func (f *face) read() (*model.Portfolio, model.Date, error) {
	today, err := f.today()
	if err != nil {
		return nil, today, err
	}
	path, err := f.file()
	if err != nil {
		return nil, today, err
	}
	switch there, err := f.exists(path); {
	case err != nil:
		return nil, today, err
	case !there:
		return nil, today, nothingAt(path)
	}
	p, err := f.content(path)
	return p, today, err
}

// ErrHidden comes with the content of a file whose names are hidden.
var ErrHidden = errors.New("the names in this file are hidden: f6 in the workbench hid them, and shows them again; --reveal works on the file all the same")

// content is what a file holds. While its names are hidden nobody gets it who does
// not ask for it in so many words.
func (f *face) content(path string) (*model.Portfolio, error) {
	p, err := f.doors.Read(path)
	return p, f.unlessRevealed(err)
}

func (f *face) unlessRevealed(err error) error {
	if f.reveal && errors.Is(err, ErrHidden) {
		return nil
	}
	return err
}

// edit opens the file, lets do make changes on the one road, and waits until
// they are on the disk. When do fails nothing is written, and a file that is not
// there yet is made only when there is something to put into it.
func (f *face) edit(create bool, do func(*model.Session, func(*model.Patch)) error) (err error) {
	today, err := f.today()
	if err != nil {
		return err
	}
	path, err := f.file()
	if err != nil {
		return err
	}
	there, err := f.exists(path)
	if err != nil {
		return err
	}
	var k Keeper
	p, seq := model.EmptyPortfolio(), uint64(0)
	release := func() {}
	defer func() {
		if k != nil {
			err = errors.Join(err, k.Close())
		}
		release()
	}()
	switch {
	case there:
		if k, err = f.doors.Open(path); err != nil {
			return err
		}
		f.tellTakenBack(k)
		p, seq, err = k.Load()
		if err = f.unlessRevealed(err); err != nil {
			return err
		}
	case !create:
		return nothingAt(path)
	}
	f.fresh = !there
	var patches []*model.Patch
	err = do(model.NewSession(p, today, seq, f.doors.NewID), func(p *model.Patch) { patches = append(patches, p) })
	if err != nil || len(patches) == 0 {
		return err
	}
	release = uninterrupted()
	if k == nil && f.revive != "" {
		k, err = f.doors.Revive(path, f.revive)
		f.saved = err == nil
		return err
	}
	if k == nil {
		if k, err = f.doors.Create(path, p); err != nil {
			return err
		}
	}
	for _, p := range patches {
		k.Save(p)
	}
	f.saved = true
	return nil
}

// tellTakenBack says that the last run was cut off in the middle of saving.
func (f *face) tellTakenBack(k Keeper) {
	if b, ok := k.(interface{ TakenBack() string }); ok && b.TakenBack() != "" {
		fmt.Fprintln(f.Stderr, "accord: "+plain(b.TakenBack())+".")
	}
}

func nothingAt(path string) error {
	return fmt.Errorf("there is no file at %s yet. `accord` begins one, `accord import FILE` fills one", path)
}

// account resolves what was typed to one account.
func account(p *model.Portfolio, what string) (*model.Account, error) {
	a, several := p.Find(what)
	switch {
	case a != nil:
		return a, nil
	case len(several) == 0:
		return nil, usagef("there is no account %q; `accord score` lists them", what)
	}
	var names []string
	for _, x := range several[:min(len(several), 8)] {
		names = append(names, x.Name)
	}
	return nil, usagef("%q could be %s; type more of the name", what, strings.Join(names, " or "))
}
