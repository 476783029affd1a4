package cli

import (
	"accord/model/words"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func (f *face) restore() *cobra.Command {
	dry, yes := false, false
	cmd := &cobra.Command{
		Use:   "restore [COPY]",
		Short: words.T("cli.put-copy-place-file-without"),
		Args:  args(cobra.MaximumNArgs(1)),
		Long:  words.T("cli.put-copy-place-file-copy"),
		RunE: func(_ *cobra.Command, wording []string) error {
			path, err := f.file()
			if err != nil {
				return err
			}
			if len(wording) == 0 {
				return f.copies(path)
			}
			if wording[0] == "" {
				return usagef("%s", words.T("cli.name-copy-empty-accord-restore"))
			}
			from := f.copyNamed(path, wording[0])
			if dry {
				return f.lookAt(f.veiledCopy(f.doors.LookAt(path, from)))
			}
			if sure, err := f.mayReplace(path, from, yes); err != nil || !sure {
				return err
			}
			r, err := f.doors.Restore(path, from)
			if err != nil {
				if f.hides(from) {
					err = &veiledError{err, f.veiledCopy(Copy{Path: from, Problem: err.Error()}).Problem}
				}
				return err
			}
			f.saved = true
			if f.hides(path) || f.hides(from) {
				r.Clashes = unnamed(r.Clashes, words.T("cli.changes"))
			}
			if f.json {
				return f.document(r)
			}
			if r.Edits > 0 || r.Merged {
				f.tellBroughtIn(path, from, &r)
				return nil
			}
			fmt.Fprintln(
				f.Stdout,
				words.T("cli.now-what-holds-accounts-last", path, from, r.Accounts, words.MomentToSecond(r.At)),
			)
			if r.Told != "" {
				fmt.Fprintln(f.Stdout, plain(r.Told))
			}
			if r.Aside != "" {
				fmt.Fprintln(f.Stdout, words.T("cli.what-there-before-accord-restore", r.Aside))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, words.T("cli.only-read-copy-say-what"))
	cmd.Flags().BoolVar(&yes, "yes", false, words.T("cli.do-not-ask-needed-without"))
	return cmd
}

// tellBroughtIn says what came of the edits of a rescue file.
func (f *face) tellBroughtIn(path, from string, r *Restored) {
	if from = plain(from); r.Kept != "" {
		from = plain(r.Kept)
	}
	said := words.T("cli.brought-not-saved-far-into", r.Edits, path, from)
	if r.Merged {
		said = words.T("cli.merged-not-saved-far-into", r.Edits, path, from)
	}
	fmt.Fprintln(f.Stdout, said)
	for _, c := range r.Clashes {
		fmt.Fprintln(f.Stderr, words.T("cli.not-brought", plain(oneLine(c))))
	}
	if len(r.Clashes) > 0 {
		f.exit = ExitRefused
	}
}

// mayReplace asks before a copy takes the place of accounts, has none itself, or is
// one of another file.
func (f *face) mayReplace(path, from string, yes bool) (sure bool, err error) {
	c := f.doors.LookAt(path, from)
	if yes || !c.Verified || c.Edits > 0 || c.Merges { // what cannot be used is refused by whoever puts it in place
		return true, nil
	}
	why := f.doubts(path, &c)
	switch {
	case why == "":
		return true, nil
	case f.json:
		return false, usagef("%s", words.T("cli.json-there-no-asking-say-yes", why))
	case !f.StdinTTY:
		return false, usagef("%s", words.T("cli.without-terminal-ask-say-yes-put", why))
	}
	fmt.Fprint(f.Stderr, words.T("cli.put-place-y-n", plain(why))+" ") // stdout may be a file
	answer, _ := f.answers.ReadString('\n')
	if sure = strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y"); !sure {
		fmt.Fprintln(f.Stdout, words.T("cli.nothing-changed-2"))
	}
	return sure, nil
}

// doubts is why somebody should say yes before a copy takes the place of the file.
func (f *face) doubts(path string, c *Copy) string {
	here := f.doors.LookAt(path, path)
	var why []string
	if c.Other {
		why = append(why, words.T("cli.copy-another-file-than", c.Path, path))
	}
	if c.Accounts == 0 {
		why = append(why, words.T("cli.there-no-accounts", c.Path))
	}
	if here.Verified && here.Accounts > 0 {
		why = append(
			why,
			words.T(
				"cli.last-edited-accounts-would-replaced",
				path,
				words.MomentToSecond(here.At),
				here.Accounts,
				words.MomentToSecond(c.At),
				c.Accounts,
			),
		)
	}
	return strings.Join(why, "; ")
}

// copyNamed is the copy that was meant: a path, or the bare name of one of those
// beside the file.
func (f *face) copyNamed(path, word string) string {
	if _, err := os.Stat(word); err == nil || word != filepath.Base(word) {
		return word
	}
	for _, dir := range []string{filepath.Join(filepath.Dir(path), "backups"), filepath.Dir(path)} {
		if _, err := os.Stat(filepath.Join(dir, word)); err == nil {
			return filepath.Join(dir, word)
		}
	}
	return word
}

func (f *face) lookAt(c Copy) error {
	if !c.Verified {
		return fmt.Errorf("%s", c.Problem)
	}
	if f.json {
		return f.document(c)
	}
	if c.Edits > 0 {
		fmt.Fprintln(f.Stdout, words.T("cli.edits-not-saved-last-nothing", c.Path, c.Edits, words.MomentToSecond(c.At)))
		return nil
	}
	if c.Sealed {
		fmt.Fprintln(f.Stdout, words.T("cli.accounts-bytes-pages-sound-what", c.Path, c.Accounts, c.Bytes))
		return nil
	}
	fmt.Fprintln(
		f.Stdout,
		words.T("cli.accounts-bytes-last-edited-step", c.Path, c.Accounts, c.Bytes, words.MomentToSecond(c.At), c.Steps),
	)
	return nil
}

// copies lists what there is to go back to.
func (f *face) copies(path string) error {
	all := f.doors.Copies(path)
	for i := range all {
		all[i] = f.veiledCopy(all[i])
	}
	if f.json {
		if all == nil {
			all = []Copy{}
		}
		return f.document(all)
	}
	if len(all) == 0 {
		fmt.Fprintln(f.Stdout, words.T("cli.there-no-copies-yet-first", path))
		return nil
	}
	rows := [][]string{{words.T("cli.last-edit"), "ACCOUNTS", "SIZE", words.T("cli.read-through"), "KIND", "COPY"}}
	for _, c := range all {
		sound, accounts := "sound", fmt.Sprint(c.Accounts)
		switch {
		case !c.Verified:
			sound, accounts = words.T("cli.not-usable"), "–"
		case c.Sealed:
			sound = words.T("cli.sound-pages-sealed")
		}
		if c.Edits > 0 {
			accounts = words.T("cli.edits", c.Edits)
		}
		kind := c.Kind
		if c.Other {
			kind = words.T("cli.another-file")
		}
		rows = append(rows, []string{words.MomentToSecond(c.At), accounts, size(c.Bytes), sound, kind, plain(c.Path)})
	}
	table(f.Stdout, rows, 1, 2)
	for _, c := range all {
		if !c.Verified {
			fmt.Fprintln(f.Stderr, words.T("cli.not-usable-2", plain(strings.TrimSpace(c.Problem))))
		}
	}
	return nil
}

// size is a number of bytes as people say it.
func size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1_000_000:
		return words.T("cli.kb", n/1000)
	}
	return words.T("cli.mb", float64(n)/1e6)
}
