package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

func (f *face) restore() *cobra.Command {
	dry, yes := false, false
	cmd := &cobra.Command{Use: "restore [COPY]", Short: "put a copy in the place of the file; without one, list the copies", Args: args(cobra.MaximumNArgs(1)),
		Long: "Put a copy in the place of the file. The copy is read through first; the file that is there is renamed, never deleted. " +
			"A file of edits that were not saved (.rescued-….jsonl) is brought in instead. Without a COPY, list what there is to go back to.",
		RunE: func(_ *cobra.Command, words []string) error {
			path, err := f.file()
			if err != nil {
				return err
			}
			if len(words) == 0 {
				return f.copies(path)
			}
			if words[0] == "" {
				return usagef("the name of the copy is empty; `accord restore` lists the copies")
			}
			from := f.copyNamed(path, words[0])
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
				r.Clashes = unnamed(r.Clashes, "changes")
			}
			if f.json {
				return f.document(r)
			}
			if r.Edits > 0 || r.Merged {
				f.tellBroughtIn(path, from, &r)
				return nil
			}
			fmt.Fprintf(f.Stdout, "%s is now what %s holds: %d accounts, last edited %s\n", path, from, r.Accounts, r.At.Format(time.DateTime))
			if r.Told != "" {
				fmt.Fprintln(f.Stdout, plain(r.Told))
			}
			if r.Aside != "" {
				fmt.Fprintf(f.Stdout, "what was there before is in %s; `accord restore` with that name takes this back\n", r.Aside)
			}
			return nil
		}}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only read the copy and say what is in it")
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask; needed without a terminal when a file with accounts is replaced, or by a copy without any or of another file")
	return cmd
}

// tellBroughtIn says what came of the edits of a rescue file.
func (f *face) tellBroughtIn(path, from string, r *Restored) {
	edits := "the edits"
	if r.Edits > 0 {
		edits = counted(r.Edits, "edit")
	}
	how := "brought " + edits + " not saved so far into " + path
	if r.Merged {
		how = "merged " + edits + " not saved so far into " + path + ", which has moved on since; `accord undo` takes that back"
	}
	if from = plain(from); r.Kept != "" {
		from = plain(r.Kept)
	}
	fmt.Fprintf(f.Stdout, "%s; they are in %s too, which can be deleted\n", how, from)
	for _, c := range r.Clashes {
		fmt.Fprintln(f.Stderr, "not brought in: "+plain(oneLine(c)))
	}
	if len(r.Clashes) > 0 {
		f.exit = ExitRefused
	}
}

// counted is a number of things in words.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
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
		return false, usagef("%s. With --json there is no asking; say --yes to put it in place all the same", why)
	case !f.StdinTTY:
		return false, usagef("%s. Without a terminal to ask on, say --yes to put it in place all the same", why)
	}
	fmt.Fprintf(f.Stderr, "%s. Put it in place? [y/N] ", plain(why)) // stdout may be a file
	answer, _ := f.answers.ReadString('\n')
	if sure = strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y"); !sure {
		fmt.Fprintln(f.Stdout, "nothing was changed")
	}
	return sure, nil
}

// doubts is why somebody should say yes before a copy takes the place of the file.
func (f *face) doubts(path string, c *Copy) string {
	here := f.doors.LookAt(path, path)
	var why []string
	if c.Other {
		why = append(why, c.Path+" is a copy of another file than "+path)
	}
	if c.Accounts == 0 {
		why = append(why, "there are no accounts in "+c.Path)
	}
	if here.Verified && here.Accounts > 0 {
		why = append(why, fmt.Sprintf("%s, last edited %s with %d accounts, would be replaced (it is renamed, not deleted) by what was last edited %s with %d",
			path, here.At.Format(time.DateTime), here.Accounts, c.At.Format(time.DateTime), c.Accounts))
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
		fmt.Fprintf(f.Stdout, "%s: %d edits that were not saved, the last of %s. Nothing was changed\n", c.Path, c.Edits, c.At.Format(time.DateTime))
		return nil
	}
	if c.Sealed {
		fmt.Fprintf(f.Stdout, "%s: %d accounts, %d bytes; its pages are sound, what is in them takes its passphrase. Nothing was changed\n", c.Path, c.Accounts, c.Bytes)
		return nil
	}
	fmt.Fprintf(f.Stdout, "%s: %d accounts, %d bytes, last edited %s (step %d); all of it was read and is sound. Nothing was changed\n", c.Path, c.Accounts, c.Bytes, c.At.Format(time.DateTime), c.Steps)
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
		fmt.Fprintf(f.Stdout, "there are no copies of %s yet; the first edit of a day makes one, `accord backup` makes one now\n", path)
		return nil
	}
	rows := [][]string{{"LAST EDIT", "ACCOUNTS", "SIZE", "READ THROUGH", "KIND", "COPY"}}
	for _, c := range all {
		sound, accounts := "sound", fmt.Sprint(c.Accounts)
		switch {
		case !c.Verified:
			sound, accounts = "NOT USABLE", "–"
		case c.Sealed:
			sound = "sound pages, sealed"
		}
		if c.Edits > 0 {
			accounts = fmt.Sprintf("%d edits", c.Edits)
		}
		kind := c.Kind
		if c.Other {
			kind = "of another file"
		}
		rows = append(rows, []string{c.At.Format(time.DateTime), accounts, size(c.Bytes), sound, kind, plain(c.Path)})
	}
	table(f.Stdout, rows, 1, 2)
	for _, c := range all {
		if !c.Verified {
			fmt.Fprintln(f.Stderr, "not usable: "+plain(strings.TrimSpace(c.Problem)))
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
		return fmt.Sprintf("%d KB", n/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
