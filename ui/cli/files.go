package cli

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
)

// detailLimit is how many lines of differences a preview prints for people.
const detailLimit = 40

func (f *face) importing() *cobra.Command {
	var kind, faults, template string
	var won, maps, same []string
	said := answerFlags{}
	var dry, yes, drop, bare bool
	var row int
	cmd := &cobra.Command{Use: "import FILE…", Short: words.T("cli.bring-files-other-systems", orList(f.importKinds())),
		Args: args(func(cmd *cobra.Command, wording []string) error {
			if cmd.Flags().Changed("template") {
				return cobra.NoArgs(cmd, wording)
			}
			return cobra.MinimumNArgs(1)(cmd, wording)
		}),
		Long: words.T("cli.bring-files-other-systems-what", f.kindList()),
		RunE: func(cmd *cobra.Command, files []string) error {
			if template != "" {
				return f.template(template)
			}
			to, err := flagPairs("map", "HEADER=FIELD", maps)
			alike, err2 := flagPairs("same", "NAME=ACCOUNT", same)
			switch {
			case err != nil || err2 != nil:
				return errors.Join(err, err2)
			case kind != "" && !slices.Contains(f.importKinds(), kind):
				return usagef("%s", words.T("cli.kind-there-no-kind-choose", kind, strings.Join(f.importKinds(), ", ")))
			case row < 0, row == 0 && cmd.Flags().Changed("headings"):
				return usagef("%s", words.T("cli.headings-no-row-first-1", row))
			case !yes && !dry && !f.StdinTTY:
				return usagef("%s", words.T("cli.without-terminal-ask-say-yes"))
			case !yes && !dry && f.json:
				return usagef("%s", words.T("cli.json-there-no-asking-say"))
			}
			answers := said.answers()
			if len(won) == 1 && (won[0] == "all" || won[0] == "none") {
				answers["won"], won = won[0], nil
			}
			r := ImportRequest{Kind: kind, Map: to, Won: won, Answers: answers, Headings: row, Same: alike, KeepUnknown: !drop, Bare: bare}
			f.faults = faults
			if dry {
				return f.preview(files, r)
			}
			return f.edit(true, func(s *session.Session, save func(*edit.Patch)) error {
				return f.importAll(s, save, files, r, yes)
			})
		}}
	flags := cmd.Flags()
	flags.StringVar(&kind, "kind", "", words.T("cli.default-told-by-headers", orList(f.importKinds())))
	flags.StringArrayVar(&maps, "map", nil, words.T("cli.map-sends-column"))
	flags.IntVar(&row, "headings", 0, words.T("cli.row-file-headings-default-found"))
	flags.StringArrayVar(&same, "same", nil, words.T("cli.same-says-which-account-file"))
	flags.StringVar(&faults, "problems", "", words.T("cli.write-what-could-not-read"))
	flags.StringVar(&template, "template", "", words.T("cli.write-table-this-kind-filled"))
	f.forcing(cmd)
	flags.StringArrayVar(&won, "won", nil, words.T("cli.status-transactions-count-default-won"))
	said.add(flags)
	flags.BoolVar(&dry, "dry-run", false, words.T("cli.only-show-what-would-change"))
	flags.BoolVar(&yes, "yes", false, words.T("cli.do-not-ask"))
	flags.BoolVar(&bare, "without-history", false, words.T("cli.leave-snapshots-history-document-accord"))
	flags.BoolVar(&drop, "drop-unknown", false, words.T("cli.leave-out-columns-no-field"))
	return cmd
}

// importAll brings in files one after the other; one that cannot be read stops
// all of them, before anything is saved.
func (f *face) importAll(s *session.Session, save func(*edit.Patch), files []string, r ImportRequest, yes bool) error {
	files, err := f.gather(s, files, r)
	if err != nil {
		return err
	}
	var problems Output
	if f.faults != "" {
		if problems, err = f.output(f.faults, "csv", files...); err != nil {
			return err
		}
	}
	if r.Alone = len(files) == 1; !r.Alone && r.Headings > 0 {
		return usagef("%s", words.T("cli.headings-about-one-file-import"))
	}
	var all []*ImportPreview
	for i, file := range files {
		r.Path = file
		v, err := f.importOne(s, save, r, yes)
		if err != nil && i > 0 {
			return words.Wrap(sentence{err}, "cli.nothing-imported-not-even-from")
		}
		if err != nil {
			return err
		}
		all = append(all, v)
	}
	return f.imported(all, problems)
}

// gather puts the files into the order in which they are read.
func (f *face) gather(s *session.Session, files []string, r ImportRequest) ([]string, error) {
	if f.doors.Gather == nil {
		return files, nil
	}
	r.Portfolio, r.Today = s.Portfolio(), s.Today()
	files, left, err := f.doors.Gather(files, r)
	for _, why := range left {
		fmt.Fprintln(f.Stderr, plain(why))
		f.exit = ExitRefused
	}
	return files, err
}

// sentence is an error that ends in a full stop.
type sentence struct{ error }

func (s sentence) Error() string { return strings.TrimRight(s.error.Error(), ".") + "." }
func (s sentence) Unwrap() error { return s.error }

// preview shows what files would change in the file as it is, one after the other.
func (f *face) preview(files []string, r ImportRequest) error {
	p := model.EmptyPortfolio()
	today, err := f.today()
	if err != nil {
		return err
	}
	path, err := f.file()
	if err != nil {
		return err
	}
	there, err := f.exists(path)
	f.fresh = !there
	switch {
	case err != nil:
		return err
	case there:
		if p, err = f.content(path); err != nil {
			return err
		}
	}
	return f.importAll(session.New(p, today, 0, f.doors.NewID), func(*edit.Patch) {}, files, r, true)
}

// importOne reads one file, shows what it would do, and does it when agreed.
func (f *face) importOne(
	s *session.Session,
	save func(*edit.Patch),
	r ImportRequest,
	yes bool,
) (*ImportPreview, error) {
	r.Portfolio, r.Today = s.Portfolio(), s.Today()
	v, err := f.answered(r, yes)
	if err != nil {
		return nil, err
	}
	takes := f.takesHistory(v, r)
	if !f.json {
		f.show(v)
	}
	if v.Change == nil {
		return v, nil
	}
	if !yes && !f.agreed(v, words.T("cli.import")) {
		fmt.Fprintln(f.Stdout, words.T("cli.not-imported", plain(v.File)))
		return v, nil
	}
	p, err := s.Do(v.Change, f.Now())
	if err != nil {
		return nil, err
	}
	if !p.Empty() {
		save(p)
	}
	if takes {
		f.revive = r.Path
	}
	return v, nil
}

// takesHistory reports whether the past in a document comes along, and says so: only
// into a new file, and only of the one document that makes it.
func (f *face) takesHistory(v *ImportPreview, r ImportRequest) bool {
	if v.History == "" {
		return false
	}
	takes := f.fresh && r.Alone && !r.Bare && v.Change != nil
	note := words.T("cli.history-stay-behind-they-only", v.History)
	switch {
	case takes:
		note = words.T("cli.history-come-along", v.History)
	case r.Bare:
		note = words.T("cli.history-stay-behind-as-asked", v.History)
	}
	v.Summary = append(v.Summary, note)
	return takes
}

func (f *face) show(v *ImportPreview) {
	fmt.Fprintf(f.Stdout, "%s: %s\n", plain(v.File), v.Kind)
	for _, line := range v.Summary {
		fmt.Fprintln(f.Stdout, "  "+plain(line))
	}
	for i, line := range v.Details {
		if i == detailLimit {
			fmt.Fprintln(f.Stdout, "    "+words.T("cli.and-more", len(v.Details)-i))
			break
		}
		fmt.Fprintln(f.Stdout, "    "+plain(line))
	}
	for _, line := range v.Problems {
		fmt.Fprintln(f.Stderr, plain(v.File+": "+line))
	}
	f.showQuestions(v)
}

// showQuestions lists the names that are nearly an account's, each with the words
// that answer.
func (f *face) showQuestions(v *ImportPreview) {
	n := 0
	for _, q := range v.Questions {
		if q.Answer != "" {
			continue
		}
		if n++; n > detailLimit {
			fmt.Fprintln(f.Stderr, "    "+words.T("cli.and-more-2"))
			return
		}
		fmt.Fprintln(
			f.Stderr,
			words.T(
				"cli.same-as-same-says-same",
				plain(v.File),
				plain(q.Name),
				plain(q.Account),
				plain(q.Why),
				plain(q.Name+"="+q.Account),
				plain(q.Name+"=-"),
			),
		)
	}
}

func (f *face) agreed(v *ImportPreview, verb string) bool {
	if out, ok := f.Stdout.(*sink); ok { // what is asked about is to be seen
		out.settle(true)
		defer out.hold()
	}
	fmt.Fprintf(f.Stderr, "%s %s? [y/N] ", verb, plain(v.File)) // stdout may be a file
	answer, _ := f.answers.ReadString('\n')
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y")
}

// imported prints the document and settles the exit code.
func (f *face) imported(all []*ImportPreview, problems Output) error {
	var table []byte
	for _, v := range all {
		if len(v.Problems) > 0 {
			f.exit = ExitRefused
		}
		if v.Faults != nil && f.faults != "" {
			_, rows, _ := bytes.Cut(v.Faults(), []byte("\n"))
			if len(table) == 0 {
				rows = v.Faults() // the headings once
			}
			table = append(table, rows...)
		}
	}
	if f.faults != "" {
		if err := f.doors.WriteText(problems, table); err != nil {
			return err
		}
	}
	if f.json {
		return f.document(all)
	}
	return nil
}
