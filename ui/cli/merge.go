package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/merge3"
	"accord/model/session"
	"accord/model/words"
)

// mergedDoc is what a merge would do, or did.
type mergedDoc struct {
	File      string      `json:"file"`
	Incoming  []string    `json:"incoming"` // all that they changed
	Unasked   []string    `json:"unasked"`  // what of it comes without a question
	Conflicts []clashDoc  `json:"conflicts"`
	Notes     []string    `json:"notes"`
	Changed   int         `json:"changed"` // facts that change here
	change    edit.Change // nil when nothing would
}

type clashDoc struct {
	Account string `json:"account"`
	Subject string `json:"subject,omitzero"`
	Field   string `json:"field"`
	Base    string `json:"base"`
	Mine    string `json:"mine"`
	Theirs  string `json:"theirs"`
	Taken   string `json:"taken"`
}

func (f *face) merging() *cobra.Command {
	var mine, theirs, dry, yes bool
	cmd := &cobra.Command{
		Use:   "merge BASE THEIRS",
		Short: words.T("cli.bring-another-persons-version-this"),
		Args:  args(cobra.ExactArgs(2)),
		Long:  words.T("cli.bring-another-persons-version-this-portfolio"),
		RunE: func(_ *cobra.Command, files []string) error {
			switch {
			case mine && theirs:
				return usagef("%s", words.T("cli.mine-theirs-say-opposite-things"))
			case !yes && !dry && absent(files) != nil: // before anything is asked
				return absent(files)
			case !yes && !dry && !f.StdinTTY:
				return usagef("%s", words.T("cli.without-terminal-ask-say-yes"))
			case !yes && !dry && f.json:
				return usagef("%s", words.T("cli.json-there-no-asking-say"))
			}
			run := func(s *session.Session, save func(*edit.Patch)) error {
				doc, err := f.mergeInto(s, files[0], files[1], theirs)
				if err != nil {
					return err
				}
				if len(doc.Conflicts) > 0 && !mine && !theirs {
					f.exit = ExitRefused
				}
				return f.mergeTold(s, save, doc, yes && !dry, dry)
			}
			if dry {
				return f.look(run)
			}
			return f.edit(false, run)
		},
	}
	cmd.Flags().BoolVar(&mine, "mine", false, words.T("cli.where-both-changed-same-keep"))
	cmd.Flags().BoolVar(&theirs, "theirs", false, words.T("cli.where-both-changed-same-take"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, words.T("cli.only-show-what-would-change"))
	cmd.Flags().BoolVar(&yes, "yes", false, words.T("cli.do-not-ask"))
	return cmd
}

// absent is the first of some files that is not there.
func absent(files []string) error {
	for _, path := range files {
		if _, err := os.Stat(path); err != nil {
			return &model.Problem{
				Field:    path,
				Sentence: words.T("cli.cannot-read", reason(err)),
				Hint:     words.T("cli.check-name-folder"),
			}
		}
	}
	return nil
}

// look runs something on the file as it is, without changing it.
func (f *face) look(run func(*session.Session, func(*edit.Patch)) error) error {
	p, today, err := f.read()
	if err != nil {
		return err
	}
	return run(session.New(p, today, 0, f.doors.NewID), func(*edit.Patch) {})
}

// mergeInto compares the versions and answers every conflict with one side.
func (f *face) mergeInto(s *session.Session, basePath, theirPath string, theirs bool) (*mergedDoc, error) {
	base, err := f.doors.Version(basePath)
	if err = f.unlessRevealed(err); err != nil {
		return nil, err
	}
	other, err := f.doors.Version(theirPath)
	if err = f.unlessRevealed(err); err != nil {
		return nil, err
	}
	m, err := merge3.Merge(base, s.Portfolio(), other)
	if err != nil {
		return nil, err
	}
	result, clashes, taken := m.Result(), m.Conflicts(), "mine"
	if theirs {
		taken = "theirs"
		if result, clashes, err = m.ResolveAll(merge3.TakeTheirs); err != nil {
			return nil, err
		}
	}
	doc := &mergedDoc{
		File:      filepath.Base(theirPath),
		Incoming:  []string{},
		Unasked:   []string{},
		Conflicts: []clashDoc{},
		Notes:     append([]string{}, m.Notes()...),
	}
	for _, e := range m.Incoming() {
		doc.Incoming = append(doc.Incoming, e.String())
	}
	for _, e := range m.Unasked() {
		doc.Unasked = append(doc.Unasked, e.String())
	}
	for _, c := range clashes {
		doc.Conflicts = append(doc.Conflicts, clashDoc{c.Name, c.Subject, c.Field, c.Base, c.Mine, c.Theirs, taken})
	}
	doc.Changed = len(m.Coming(result))
	doc.change = m.Change(result, words.New("cli.merge", doc.File))
	return doc, nil
}

// mergeTold shows the merge, does it when agreed, and prints what came of it.
func (f *face) mergeTold(s *session.Session, save func(*edit.Patch), doc *mergedDoc, yes, dry bool) error {
	if !f.json {
		f.showMerge(doc)
	}
	if doc.change != nil && !dry {
		if !yes && !f.agreed(&ImportPreview{File: doc.File}, words.T("cli.merge-2")) {
			f.exit = ExitFine
			fmt.Fprintln(f.Stdout, words.T("cli.not-merged", plain(doc.File)))
			return nil
		}
		p, err := s.Do(doc.change, f.Now())
		if err != nil {
			return err
		}
		if !p.Empty() {
			save(p)
		}
	}
	if f.json {
		return f.document(doc)
	}
	return nil
}

func (f *face) showMerge(doc *mergedDoc) {
	fmt.Fprintln(
		f.Stdout,
		words.T("cli.facts-changed-there-change-here", plain(doc.File), len(doc.Incoming), doc.Changed, len(doc.Conflicts)),
	)
	for _, n := range doc.Notes {
		fmt.Fprintln(f.Stdout, "  "+plain(n))
	}
	for i, line := range doc.Unasked { // the conflicts are told below
		if i == detailLimit {
			fmt.Fprintln(f.Stdout, "    "+words.T("cli.and-more", len(doc.Unasked)-i))
			break
		}
		fmt.Fprintln(f.Stdout, "    "+plain(oneLine(line)))
	}
	if len(doc.Conflicts) == 0 {
		return
	}
	fmt.Fprintln(f.Stderr, words.T("cli.changed-both-sides-taken", doc.Conflicts[0].Taken))
	for _, c := range doc.Conflicts { // all of them: what is not taken is nowhere else
		what := c.Account
		if c.Subject != "" {
			what += ", " + c.Subject
		}
		fmt.Fprintf(
			f.Stderr,
			"  %s\n",
			plain(oneLine(words.T("cli.mine-theirs-before", what, c.Field, dash(c.Mine), dash(c.Theirs), dash(c.Base)))),
		)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
