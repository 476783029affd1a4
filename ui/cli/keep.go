package cli

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

func (f *face) history() *cobra.Command {
	limit, all := 50, false
	cmd := &cobra.Command{Use: "history [ACCOUNT]", Short: words.T("cli.every-edit-newest-first"), Args: args(cobra.MaximumNArgs(1)),
		Long: words.T("cli.every-edit-newest-first-steps"),
		RunE: func(_ *cobra.Command, wording []string) error {
			if limit < 0 {
				return usagef("%s", words.T("cli.number-less-than-nothing-0", limit))
			}
			p, _, err := f.read()
			if err != nil {
				return err
			}
			var id model.AccountID
			if len(wording) == 1 {
				a, err := account(p, wording[0])
				if err != nil {
					return err
				}
				id = a.ID
			}
			path, err := f.file()
			if err != nil {
				return err
			}
			steps, err := f.stepsOf(path, limit, id, all || f.json)
			if err != nil {
				return err
			}
			return f.steps(p, steps)
		}}
	cmd.Flags().IntVarP(&limit, "number", "n", limit, words.T("cli.how-many-0-all"))
	cmd.Flags().BoolVar(&all, "all", false, words.T("cli.every-step-also-those-one"))
	return cmd
}

// stepsOf reads the newest steps, or as many lines of those that are one undo.
func (f *face) stepsOf(path string, limit int, id model.AccountID, all bool) ([]Step, error) {
	for read := limit; ; read *= 8 {
		steps, err := f.doors.History(path, read, id)
		if err != nil || all {
			return steps, err
		}
		lines := joined(steps)
		if read == 0 || len(steps) < read {
			return lines[:min(len(lines), cmp.Or(limit, len(lines)))], nil
		}
		if len(lines) > limit { // the last of them may go on below
			return lines[:limit], nil
		}
	}
}

// joined makes one of the edits that are one undo, as the history of the screen does.
func joined(steps []Step) (out []Step) {
	for _, s := range steps {
		if n := len(out); n > 0 && s.Kind == editKind && out[n-1].Kind == editKind && s.Group != 0 && s.Group == out[n-1].Group {
			if last := &out[n-1]; last.Facts == 1 && s.Facts == 1 && last.Edit.Field == s.Edit.Field && last.Edit.Subject == s.Edit.Subject {
				last.Edit.Before = s.Edit.Before
				last.Fact = last.Edit.String()
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

var editKind = edit.StepEdit.String()

// told is a step in words: its one fact, or what it was and how many it changed.
func told(s *Step) string {
	switch {
	case s.Facts == 1:
		return s.Fact
	case s.Facts > 1:
		return words.T("cli.facts", s.Label, s.Facts)
	}
	return s.Label
}

// called names the accounts of steps: as they are called now, else as they were in
// the newest step that says so.
func called(p *model.Portfolio, steps []Step) {
	gone := map[model.AccountID]string{}
	for i := range steps {
		for id, name := range steps[i].Called {
			if gone[id] == "" {
				gone[id] = name
			}
		}
	}
	for i := range steps {
		s := &steps[i]
		s.Names = []string{}
		for _, id := range s.Accounts {
			name := cmp.Or(gone[id], string(id))
			if a := p.Account(id); a != nil {
				name = a.Name
			}
			s.Names = append(s.Names, name)
		}
	}
}

// few are some names, and how many more there are.
func few(names []string) string {
	who := strings.Join(names[:min(3, len(names))], ", ")
	if len(names) > 3 {
		who = words.T("cli.names-and-more", who, len(names)-3)
	}
	return plain(who)
}

func (f *face) steps(p *model.Portfolio, steps []Step) error {
	called(p, steps)
	if f.json {
		if steps == nil {
			steps = []Step{}
		}
		return f.document(steps)
	}
	rows := [][]string{}
	for i := range steps {
		s := &steps[i]
		rows = append(rows, []string{fmt.Sprint(s.Seq), words.MomentToSecond(s.At.Local()), s.Kind, few(s.Names), plain(told(s))})
	}
	if len(rows) == 0 {
		fmt.Fprintln(f.Stdout, words.T("cli.nothing-edited-yet"))
	}
	table(f.Stdout, rows, 0)
	return nil
}

func (f *face) check() *cobra.Command {
	repair := false
	cmd := &cobra.Command{Use: "check", Short: words.T("cli.read-whole-file-say-what"), Args: args(cobra.NoArgs),
		Long: words.T("cli.read-whole-file-say-what-repair"),
		RunE: func(*cobra.Command, []string) error {
			path, err := f.file()
			if err != nil {
				return err
			}
			if repair {
				return f.repair(path)
			}
			r, err := f.doors.Check(path)
			if err != nil {
				return err
			}
			if r.Damage == nil {
				r.Damage = []string{}
			}
			if len(r.Damage) > 0 && f.hides(path) {
				r.Damage = unnamed(r.Damage, words.T("cli.parts-damaged"))
			}
			if f.json {
				err = f.document(r)
			} else {
				f.wasRead(&r)
			}
			if r.Warning != "" {
				fmt.Fprintln(f.Stderr, words.T("cli.warning", r.Warning))
			}
			for _, d := range r.Damage {
				fmt.Fprintln(f.Stderr, words.T("cli.damaged", plain(d)))
			}
			if len(r.Damage) > 0 {
				f.exit = ExitFailed
				fmt.Fprintln(f.Stderr, words.T("cli.accord-check-repair-puts-what"))
			} else if !f.json {
				fmt.Fprintln(f.Stdout, words.T("cli.all-sound"))
			}
			return err
		}}
	cmd.Flags().BoolVar(&repair, "repair", false, words.T("cli.put-everything-can-read-into"))
	return cmd
}

// wasRead says what a check read.
func (f *face) wasRead(r *Checked) {
	said := words.T("cli.bytes-read-accounts-records-steps", r.Path, r.Bytes, r.Accounts, r.Records, r.Steps, r.Snapshots)
	if r.Format > 0 { // of a damaged file nobody may know it
		said = words.T("cli.format-bytes-read-accounts-records-steps", r.Path, r.Format, r.Bytes, r.Accounts, r.Records, r.Steps, r.Snapshots)
	}
	fmt.Fprintln(f.Stdout, said)
}

func (f *face) repair(path string) error {
	r, err := f.doors.Repair(path)
	if err != nil {
		return err
	}
	if r.Missing == nil {
		r.Missing = []string{}
	}
	if f.hides(path) || f.hides(r.File) {
		r.Missing, r.Read.Damage = unnamed(r.Missing, words.T("cli.things-missing")), unnamed(r.Read.Damage, words.T("cli.parts-damaged-2"))
	}
	if len(r.Missing) > 0 {
		f.exit = ExitRefused
	}
	if f.json {
		return f.document(r)
	}
	fmt.Fprintln(f.Stdout, words.T("cli.wrote-as", r.File, path))
	f.wasRead(&r.Read)
	fmt.Fprintln(f.Stdout, words.T("cli.accounts-could-read-whole", r.Whole, r.Read.Accounts))
	for _, line := range r.Missing {
		fmt.Fprintln(f.Stderr, words.T("cli.lost", plain(line)))
	}
	fmt.Fprintln(f.Stdout, words.T("cli.accord-restore-puts-place-damaged", r.File))
	return nil
}

func (f *face) backup() *cobra.Command {
	return &cobra.Command{Use: "backup [PATH]", Short: words.T("cli.write-verified-copy-file"), Args: args(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, wording []string) error {
			path, err := f.file()
			if err != nil {
				return err
			}
			if there, err := f.exists(path); err != nil || !there {
				if err == nil {
					err = words.Fail("cli.there-no-file-at-copy", path)
				}
				return err
			}
			dest := filepath.Join(filepath.Dir(path), "backups", nameOf(path)+"-by-hand-"+f.Now().Format("2006-01-02T150405")+".db")
			if len(wording) == 1 {
				if dest = wording[0]; dest == "" {
					return usagef("%s", words.T("cli.name-copy-empty-give-one"))
				}
			}
			if err := f.doors.Backup(path, dest); err != nil {
				return err
			}
			if f.json {
				return f.document(map[string]string{"file": dest})
			}
			said := words.T("cli.wrote-read-back", dest)
			if f.doors.Protects != nil && f.doors.Protects(path) {
				said = words.T("cli.wrote-read-back-sealed", dest)
			}
			fmt.Fprintln(f.Stdout, said)
			return nil
		}}
}

// nameOf is what the names of a file's copies begin with.
func nameOf(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// doctorLine is one fact about this machine and file, with advice where it helps.
type doctorLine struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Advice string `json:"advice"`
}

func (f *face) doctor() *cobra.Command {
	return &cobra.Command{Use: "doctor", Short: words.T("cli.what-accord-sees-this-terminal"), Args: args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			path, err := f.file()
			if err != nil {
				return err
			}
			lines := append(f.doctorProgram(), f.doctorFile(path)...)
			if f.json {
				return f.document(lines)
			}
			rows := [][]string{}
			for _, l := range lines {
				rows = append(rows, []string{l.Name, plain(l.Value), plain(l.Advice)})
			}
			table(f.Stdout, rows)
			return nil
		}}
}

func (f *face) doctorProgram() []doctorLine {
	colour := doctorLine{Name: "colour", Value: "yes"}
	switch {
	case f.Getenv("NO_COLOR") != "":
		colour.Value = words.T("cli.no-no-color-set")
	case f.Getenv("TERM") == "dumb" || f.Getenv("TERM") == "":
		colour.Value, colour.Advice = "no", words.T("cli.term-says-this-terminal-none")
	}
	keys := doctorLine{Name: "multiplexer", Value: "none"}
	if f.Getenv("TMUX") != "" {
		keys.Value, keys.Advice = "tmux", words.T("cli.set-g-focus-events-set")
	}
	return []doctorLine{{"accord", f.Version, ""}, {"system", runtime.GOOS + "/" + runtime.GOARCH + ", " + runtime.Version(), ""},
		{"terminal", dash(f.Getenv("TERM")), ""}, colour, keys}
}

func (f *face) doctorFile(path string) []doctorLine {
	out := []doctorLine{{Name: "file", Value: path, Advice: syncAdvice(path)}}
	st, err := os.Stat(path)
	if err != nil {
		return append(out, doctorLine{"state", words.T("cli.not-there"), words.T("cli.accord-begins-one")})
	}
	mode := doctorLine{"rights", st.Mode().Perm().String(), ""}
	if st.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" {
		mode.Advice = words.T("cli.others-can-read-opening-accord")
	}
	if st.Mode().Perm()&0o200 == 0 {
		mode.Advice = words.T("cli.read-only-workbench-shows-nothing")
	}
	state := doctorLine{"state", words.T("cli.bytes-changed", st.Size(), words.MomentToSecond(st.ModTime())), ""}
	if _, err := f.doors.Read(path); err != nil {
		state.Advice = f.veiled(err).Error()
	}
	var copies []string
	if f.doors.Backups != nil {
		copies = f.doors.Backups(path)
	}
	backups := doctorLine{"copies", fmt.Sprint(len(copies)), ""}
	if len(copies) > 0 {
		backups.Value = words.T("cli.copies-newest", len(copies), filepath.Base(copies[0]))
	} else {
		backups.Advice = words.T("cli.first-edit-day-makes-one")
	}
	if f.doors.CanBackUp != nil {
		if err := f.doors.CanBackUp(path); err != nil {
			backups.Advice = words.T("cli.no-automatic-copies-can-made", err)
		}
	}
	return append(out, mode, state, backups)
}

// syncAdvice warns of folders that copy open files to other machines.
func syncAdvice(path string) string {
	abs, _ := filepath.Abs(path)
	for _, name := range []string{"Dropbox", "OneDrive", "iCloud", "Mobile Documents", "Google Drive", "GoogleDrive"} {
		if strings.Contains(abs, name) {
			return words.T("cli.copies-open-files-half-written", name)
		}
	}
	return ""
}
