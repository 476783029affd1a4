package cli

import (
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
			return "", fmt.Errorf("the passphrase in %s does not open %s. It is the first line of that file; the recovery key does as well", name, path)
		}
		return phraseIn(name)
	}
	if f.Secret == nil || !f.StdinTTY {
		return "", fmt.Errorf("%s is protected by a passphrase, which is asked for on a terminal; for scripts %s names a file with it, readable by you alone", path, phraseVariable)
	}
	prompt := "Passphrase of " + path + ": "
	if try > 1 {
		prompt = "That is not the passphrase. Once more: "
	}
	return f.typed(prompt)
}

// typed asks on the terminal, without echo.
func (f *face) typed(prompt string) (string, error) {
	if f.Secret == nil || !f.StdinTTY {
		return "", errors.New("a passphrase is asked for on a terminal; for scripts " + phraseVariable + " names a file with it, readable by you alone")
	}
	fmt.Fprint(f.Stderr, plain(prompt))
	text, err := f.Secret()
	fmt.Fprintln(f.Stderr)
	if err != nil {
		return "", fmt.Errorf("the passphrase was not typed: %w", err)
	}
	return text, nil
}

// phraseIn is the first line of a file that only its owner may read.
func phraseIn(name string) (string, error) {
	st, err := os.Stat(name)
	switch {
	case err != nil:
		return "", fmt.Errorf("%s names %s, which cannot be read: %w", phraseVariable, name, reason(err))
	case !st.Mode().IsRegular() || st.Size() > phraseLimit:
		return "", fmt.Errorf("%s names %s, which is not a file with a line of text", phraseVariable, name)
	case runtime.GOOS != "windows" && st.Mode().Perm()&0o077 != 0:
		return "", fmt.Errorf("others may read %s; make it yours alone: chmod 600 %s", name, name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return "", fmt.Errorf("%s names %s, which cannot be read: %w", phraseVariable, name, reason(err))
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
			fmt.Fprintln(f.Stderr, plain(err.Error())+". Once more.")
		}
		if text, err = f.typed("New passphrase: "); err != nil {
			return "", err
		}
		if err = f.doors.GoodPhrase(text); err != nil {
			continue
		}
		again, typing := f.typed("The same again: ")
		if typing != nil {
			return "", typing
		}
		if again == text {
			return text, nil
		}
		err = errors.New("the two are not the same")
	}
	return "", fmt.Errorf("%w; nothing was changed", err)
}

func (f *face) protecting() *cobra.Command {
	var lock int
	var editor bool
	var old string
	cmd := &cobra.Command{Use: "protect", Short: "seal the file with a passphrase, or change how a sealed one guards you", Args: args(cobra.NoArgs),
		Long: "Seal the file with a passphrase: it is written anew, sealed, and takes the place of the old one. The recovery key is printed once. On a file that is sealed already, --auto-lock and --editor change its settings.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := f.there()
			switch {
			case err != nil:
				return err
			case lock < 0 || lock > 24*60:
				return usagef("--auto-lock: %d minutes; choose 1 to 1440, or 0 for never", lock)
			case old != "" && old != "keep" && old != "seal" && old != "delete":
				return usagef("--old-copies: there is no %q; choose keep, seal or delete", old)
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
	cmd.Flags().IntVar(&lock, "auto-lock", 0, "minutes without a key until the workbench covers the screen; 0 is never")
	cmd.Flags().BoolVar(&editor, "editor", false, "let text be handed to $EDITOR, which needs it in a plain file meanwhile")
	cmd.Flags().StringVar(&old, "old-copies", "", "what becomes of copies that are plain text: keep, seal or delete (default: asks, else keep)")
	return cmd
}

func (f *face) tellGuard(path string, g Guard) {
	lock, editor := "never covers the screen by itself", "keeps text away from $EDITOR"
	if g.Lock > 0 {
		lock = fmt.Sprintf("covers the screen after %d minutes without a key", g.Lock)
	}
	if g.Editor {
		editor = "hands text to $EDITOR when asked"
	}
	fmt.Fprintf(f.Stdout, "%s is protected; the workbench %s and %s\n", path, lock, editor)
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
	fmt.Fprintf(f.Stdout, "recovery key: %s\n", recovery)
	fmt.Fprintf(f.Stderr, "%s is protected. Write the recovery key down and keep it away from this computer: it opens the file like the passphrase, and is shown only now. Without one of the two nobody can read the file.\n"+
		"What was deleted from the disk in plain text may still be read from it by experts; only a disk that is encrypted as a whole prevents that.\n", path)
	return f.oldCopies(path, old)
}

// oldCopies deals with what a file left in plain text before it was protected.
func (f *face) oldCopies(path, what string) error {
	return f.dealWith(path, f.doors.Leftovers(path), "These are from before, and plain text:", what)
}

// olderCopies deals with copies that a passphrase from before opens.
func (f *face) olderCopies(path, what string) error {
	return f.dealWith(path, f.doors.Older(path), "These are copies from before, which an old passphrase and its recovery key open:", what)
}

// dealWith seals or deletes old files, or keeps them; it asks when nobody said which.
// One that cannot be dealt with is told, and the others are.
func (f *face) dealWith(path string, old []string, words, what string) error {
	if len(old) == 0 {
		return nil
	}
	fmt.Fprintf(f.Stderr, "%s\n  %s\n", words, plain(strings.Join(old, "\n  ")))
	if what == "" && f.StdinTTY {
		fmt.Fprint(f.Stderr, "Seal them, delete them, or keep them as they are? [s/d/K] ")
		answer, _ := f.answers.ReadString('\n')
		what = map[string]string{"s": "seal", "d": "delete"}[strings.ToLower(strings.TrimSpace(answer))]
	}
	if what != "seal" && what != "delete" {
		fmt.Fprintln(f.Stderr, "They were kept. `accord protect --old-copies seal` seals them, `--old-copies delete` deletes them.")
		return nil
	}
	failed := 0
	for _, name := range old {
		err := error(nil)
		switch {
		case what == "delete":
			if err = os.Remove(name); err != nil {
				err = fmt.Errorf("%s cannot be deleted: %w", name, reason(err))
			}
		case strings.HasSuffix(name, ".txt") || strings.HasSuffix(strings.TrimSuffix(name, ".brought-in"), ".jsonl"):
			fmt.Fprintf(f.Stderr, "%s cannot be sealed; delete it when you no longer need it\n", plain(name))
		default:
			err = f.doors.Seal(name, path)
		}
		if err != nil {
			failed++
			fmt.Fprintln(f.Stderr, plain(err.Error()))
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d old files are as they were", failed, len(old))
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
	return &cobra.Command{Use: "unprotect", Short: "write a sealed file anew in plain text", Args: args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			path, err := f.there()
			if err != nil {
				return err
			}
			if err := f.doors.Unprotect(path); err != nil {
				return err
			}
			f.saved = true
			fmt.Fprintf(f.Stdout, "%s is plain text now, readable by whoever has the file. Its copies stay sealed and open with the passphrase they were made under.\n", path)
			return nil
		}}
}

func (f *face) rephrasing() *cobra.Command {
	var file, old string
	cmd := &cobra.Command{Use: "passphrase", Short: "change the passphrase of a sealed file", Args: args(cobra.NoArgs),
		Long: "Change the passphrase of a sealed file. It is sealed anew with another key, so that neither the old passphrase nor the old recovery key opens what is written from then on. " +
			"The new recovery key is printed once. Copies from before stay under the old passphrase, unless --old-copies says otherwise.",
		RunE: func(*cobra.Command, []string) error {
			path, err := f.there()
			switch {
			case err != nil:
				return err
			case old != "" && old != "keep" && old != "seal" && old != "delete":
				return usagef("--old-copies: there is no %q; choose keep, seal or delete", old)
			}
			if sealed, err := f.doors.Sealed(path); err != nil || !sealed {
				if err == nil {
					err = fmt.Errorf("%s is not protected; `accord protect` does that", path)
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
			fmt.Fprintf(f.Stdout, "%s has a new passphrase and is sealed with another key\nrecovery key: %s\n", path, recovery)
			fmt.Fprintln(f.Stderr, "Write the new recovery key down and keep it away from this computer; it is shown only now. The old passphrase and the old recovery key open copies from before, and nothing that is written from now on.")
			return f.olderCopies(path, old)
		}}
	cmd.Flags().StringVar(&old, "old-copies", "", "what becomes of copies under the old passphrase: keep, seal or delete (default: asks, else keep)")
	cmd.Flags().StringVar(&file, "new", "", "a file with the new passphrase, readable by you alone (default: asks)")
	return cmd
}

// leftPlain ends a sentence about a file that was written: from a protected file
// it leaves plain text behind.
func (f *face) leftPlain() string {
	path, err := f.file()
	if err != nil || f.doors.Protects == nil || !f.doors.Protects(path) {
		return ""
	}
	return "; it is plain text, and not protected as the file it comes from"
}
