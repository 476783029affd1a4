package cli

import (
	"accord/model/words"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
)

// phraseLimit bounds what is read as a passphrase.
const phraseLimit = 4096

// phraseVariable names the file with the passphrase, for scripts. The passphrase
// itself is never taken from the command line or a variable: others can read both.
const phraseVariable = "ACCORD_PASSPHRASE_FILE"

// passphrase gives what opens a file: from the file that scripts name, else as it
// is typed, without echo.
func (f *face) passphrase(path string, try int) (string, error) {
	if name := f.Getenv(phraseVariable); name != "" {
		if try > 1 {
			return "", words.Fail("cli.passphrase-does-not-open-first", name, path)
		}
		return phraseIn(name)
	}
	if f.Secret == nil || !f.StdinTTY {
		return "", words.Fail("cli.protected-by-passphrase-which-asked", path, phraseVariable)
	}
	prompt := words.T("cli.passphrase-of", path) + " "
	if try > 1 {
		prompt = words.T("cli.not-passphrase-once-more") + " "
	}
	return f.typed(prompt)
}

// typed asks on the terminal, without echo.
func (f *face) typed(prompt string) (string, error) {
	if f.Secret == nil || !f.StdinTTY {
		return "", words.Fail("cli.passphrase-asked-terminal-scripts-names", phraseVariable)
	}
	fmt.Fprint(f.Stderr, plain(prompt))
	text, err := f.Secret()
	fmt.Fprintln(f.Stderr)
	if err != nil {
		return "", words.Wrap(err, "cli.passphrase-not-typed")
	}
	return text, nil
}

// phraseIn is the first line of a file that only its owner may read.
func phraseIn(name string) (string, error) {
	st, err := os.Stat(name)
	switch {
	case err != nil:
		return "", words.Wrap(reason(err), "cli.names-which-cannot-read", phraseVariable, name)
	case !st.Mode().IsRegular() || st.Size() > phraseLimit:
		return "", words.Fail("cli.names-which-not-file-line", phraseVariable, name)
	case runtime.GOOS != "windows" && st.Mode().Perm()&0o077 != 0:
		return "", words.Fail("cli.others-may-read-make-yours", name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return "", words.Wrap(reason(err), "cli.names-which-cannot-read", phraseVariable, name)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimRight(line, "\r"), nil
}

// phraseTries is how often a new passphrase is asked for.
const phraseTries = 3

// newPhrase is a passphrase to be set: from a file, else typed twice. One that can
// not be is told before it is typed again, and a slip is asked for anew.
func (f *face) newPhrase(file string) (text string, err error) {
	if file != "" {
		return phraseIn(file)
	}
	for try := range phraseTries {
		if try > 0 {
			fmt.Fprintln(f.Stderr, words.T("cli.once-more", plain(err.Error())))
		}
		if text, err = f.typed(words.T("cli.new-passphrase") + " "); err != nil {
			return "", err
		}
		if err = f.doors.GoodPhrase(text); err != nil {
			continue
		}
		again, typing := f.typed(words.T("cli.same-again") + " ")
		if typing != nil {
			return "", typing
		}
		if again == text {
			return text, nil
		}
		err = words.Fail("cli.two-not-same")
	}
	return "", words.Wrap(err, "cli.nothing-changed-3")
}

func (f *face) protecting() *cobra.Command {
	var lock int
	var editor bool
	var old string
	cmd := &cobra.Command{Use: "protect", Short: words.T("cli.seal-file-passphrase-or-change"), Args: args(cobra.NoArgs),
		Long: words.T("cli.seal-file-passphrase-written-anew"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := f.there()
			switch {
			case err != nil:
				return err
			case lock < 0 || lock > 24*60:
				return usagef("%s", words.T("cli.auto-lock-minutes-choose-1", lock))
			case old != "" && old != "keep" && old != "seal" && old != "delete":
				return usagef("%s", words.T("cli.old-copies-there-no-choose", old))
			}
			sealed, err := f.doors.Sealed(path)
			if err != nil {
				return err
			}
			if !sealed {
				return f.protect(path, Guard{Lock: lock, Editor: editor}, old)
			}
			g, err := f.doors.Guard(path, func(g *Guard) {
				if cmd.Flags().Changed("auto-lock") {
					g.Lock = lock
				}
				if cmd.Flags().Changed("editor") {
					g.Editor = editor
				}
			})
			if err != nil {
				return err
			}
			f.tellGuard(path, g)
			return errors.Join(f.oldCopies(path, old), f.olderCopies(path, old))
		}}
	cmd.Flags().IntVar(&lock, "auto-lock", 0, words.T("cli.minutes-without-key-until-workbench"))
	cmd.Flags().BoolVar(&editor, "editor", false, words.T("cli.let-text-handed-editor-which"))
	cmd.Flags().StringVar(&old, "old-copies", "", words.T("cli.what-becomes-copies-plain-text"))
	return cmd
}

func (f *face) tellGuard(path string, g Guard) {
	said := words.T("cli.protected-workbench-no-editor", path, g.Lock)
	if g.Editor {
		said = words.T("cli.protected-workbench-editor", path, g.Lock)
	}
	fmt.Fprintln(f.Stdout, said)
}

// protect seals a file that lies in plain text.
func (f *face) protect(path string, g Guard, old string) error {
	phrase, err := f.newPhrase(f.Getenv(phraseVariable))
	if err != nil {
		return err
	}
	recovery, err := f.doors.Protect(path, phrase, g)
	if err != nil {
		return err
	}
	f.saved = true
	fmt.Fprintln(f.Stdout, words.T("cli.recovery-key", recovery))
	fmt.Fprintln(f.Stderr, words.T("cli.protected-write-recovery-key-down", path))
	return f.oldCopies(path, old)
}

// oldCopies deals with what a file left in plain text before it was protected.
func (f *face) oldCopies(path, what string) error {
	return f.dealWith(path, f.doors.Leftovers(path), words.T("cli.these-from-before-plain-text"), what)
}

// olderCopies deals with copies that a passphrase from before opens.
func (f *face) olderCopies(path, what string) error {
	return f.dealWith(path, f.doors.Older(path), words.T("cli.these-copies-from-before-which"), what)
}

// dealWith seals or deletes old files, or keeps them; it asks when nobody said which.
// One that cannot be dealt with is told, and the others are.
func (f *face) dealWith(path string, old []string, wording, what string) error {
	if len(old) == 0 {
		return nil
	}
	fmt.Fprintf(f.Stderr, "%s\n  %s\n", wording, plain(strings.Join(old, "\n  ")))
	if what == "" && f.StdinTTY {
		fmt.Fprint(f.Stderr, words.T("cli.seal-them-delete-them-or")+" ")
		answer, _ := f.answers.ReadString('\n')
		what = map[string]string{"s": "seal", "d": "delete"}[strings.ToLower(strings.TrimSpace(answer))]
	}
	if what != "seal" && what != "delete" {
		fmt.Fprintln(f.Stderr, words.T("cli.they-kept-accord-protect-old"))
		return nil
	}
	failed := 0
	for _, name := range old {
		err := error(nil)
		switch {
		case what == "delete":
			if err = os.Remove(name); err != nil {
				err = words.Wrap(reason(err), "cli.cannot-deleted", name)
			}
		case strings.HasSuffix(name, ".txt") || strings.HasSuffix(strings.TrimSuffix(name, ".brought-in"), ".jsonl"):
			fmt.Fprintln(f.Stderr, words.T("cli.cannot-sealed-delete-when-you", plain(name)))
		default:
			err = f.doors.Seal(name, path)
		}
		if err != nil {
			failed++
			fmt.Fprintln(f.Stderr, plain(err.Error()))
		}
	}
	if failed > 0 {
		return words.Fail("cli.old-files-as-they", failed, len(old))
	}
	return nil
}

// there is the path of a file that must be there.
func (f *face) there() (string, error) {
	path, err := f.file()
	if err != nil {
		return "", err
	}
	there, err := f.exists(path)
	if err == nil && !there {
		err = nothingAt(path)
	}
	return path, err
}

func (f *face) unprotecting() *cobra.Command {
	return &cobra.Command{Use: "unprotect", Short: words.T("cli.write-sealed-file-anew-plain"), Args: args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			path, err := f.there()
			if err != nil {
				return err
			}
			if err := f.doors.Unprotect(path); err != nil {
				return err
			}
			f.saved = true
			fmt.Fprintln(f.Stdout, words.T("cli.plain-text-now-readable-by", path))
			return nil
		}}
}

func (f *face) rephrasing() *cobra.Command {
	var file, old string
	cmd := &cobra.Command{Use: "passphrase", Short: words.T("cli.change-passphrase-sealed-file"), Args: args(cobra.NoArgs),
		Long: words.T("cli.change-passphrase-sealed-file-sealed"),
		RunE: func(*cobra.Command, []string) error {
			path, err := f.there()
			switch {
			case err != nil:
				return err
			case old != "" && old != "keep" && old != "seal" && old != "delete":
				return usagef("%s", words.T("cli.old-copies-there-no-choose", old))
			}
			if sealed, err := f.doors.Sealed(path); err != nil || !sealed {
				if err == nil {
					err = words.Fail("cli.not-protected-accord-protect-does", path)
				}
				return err
			}
			now, err := f.passphrase(path, 1)
			if err != nil {
				return err
			}
			then, err := f.newPhrase(file)
			if err != nil {
				return err
			}
			recovery, err := f.doors.Passphrase(path, now, then)
			if err != nil {
				return err
			}
			f.saved = true
			fmt.Fprintln(f.Stdout, words.T("cli.new-passphrase-sealed-another-key", path, recovery))
			fmt.Fprintln(f.Stderr, words.T("cli.write-new-recovery-key-down"))
			return f.olderCopies(path, old)
		}}
	cmd.Flags().StringVar(&old, "old-copies", "", words.T("cli.what-becomes-copies-under-old"))
	cmd.Flags().StringVar(&file, "new", "", words.T("cli.file-new-passphrase-readable-by"))
	return cmd
}

// leftPlain ends a sentence about a file that was written: from a protected file
// it leaves plain text behind.
func (f *face) leftPlain() string {
	path, err := f.file()
	if err != nil || f.doors.Protects == nil || !f.doors.Protects(path) {
		return ""
	}
	return words.T("cli.plain-text-not-protected-as")
}

// sentences stand one behind the other; an empty one leaves nothing.
func sentences(first, second string) string {
	if second == "" {
		return first
	}
	return first + " " + second
}
