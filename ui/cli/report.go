package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/mask"
	"accord/model/report"
	"accord/model/words"
)

// paper is a document as it was asked for.
type paper struct {
	kind      report.Of
	to        report.Audience
	about     string // the account, as it was typed
	format    string
	out       string // the file; "" is the screen
	anonymous bool
	noBOM     bool
}

func (f *face) reporting() *cobra.Command {
	var d paper
	var to string
	var customer bool
	cmd := &cobra.Command{
		Use:       "report KIND [ACCOUNT]",
		Short:     words.T("cli.document-account-or-portfolio-markdown"),
		Args:      args(cobra.RangeArgs(1, 2)),
		Long:      words.T("cli.write-document-goes-screen-or", reportKinds()),
		ValidArgs: kindKeys(),
		RunE: func(_ *cobra.Command, wording []string) (err error) {
			p, today, err := f.read()
			if err != nil {
				return err
			}
			if customer {
				to = report.Customer.String()
			}
			var ok bool
			if d.kind, ok = report.KindOf(wording[0]); !ok {
				return usagef("%s", words.T("cli.there-no-report-choose", wording[0], strings.Join(kindKeys(), ", ")))
			}
			if d.to, err = audience(to); err != nil {
				return err
			}
			if d.about = ""; len(wording) == 2 {
				d.about = wording[1]
			}
			if d.format == "" {
				d.format = endingOf(d.out)
			}
			switch {
			case d.format == "" && f.json:
				d.format = "json"
			case d.format == "":
				d.format = "md"
			}
			err = f.write(p, today, d)
			if left := f.leftPlain(); err == nil && d.out != "" && left != "" {
				fmt.Fprintln(f.Stderr, sentences(words.T("cli.wrote-3", d.out), left))
			}
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&d.format, "format", "", words.T("cli.md-html-xlsx-csv-ics"))
	flags.StringVarP(&d.out, "out", "o", "", words.T("cli.file-write"))
	flags.BoolVar(&d.anonymous, "anonymise", false, words.T("cli.stand-ins-names-texts-hidden"))
	flags.StringVar(&to, "audience", "internal", words.T("cli.internal-or-customer-only-what"))
	flags.BoolVar(&customer, "customer", false, words.T("cli.same-as-audience-customer"))
	flags.BoolVar(&d.noBOM, "no-bom", false, words.T("cli.csv-without-mark-by-which"))
	f.forcing(cmd)
	return f.periodFlag(cmd)
}

func audience(word string) (report.Audience, error) {
	i := slices.Index(report.Audiences[:], word)
	if i < 0 {
		return 0, usagef(
			"%s",
			words.T("cli.audience-there-no-audience-choose", word, strings.Join(report.Audiences[:], " or ")),
		)
	}
	return report.Audience(i), nil
}

// endingOf is the format that the name of a file asks for.
func endingOf(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}

// write builds and writes one document.
func (f *face) write(p *model.Portfolio, today model.Date, d paper) error {
	switch {
	case !slices.Contains(f.doors.Formats, d.format):
		return usagef("%s", words.T("cli.there-no-format-choose", d.format, strings.Join(f.doors.Formats, ", ")))
	case !d.kind.For(d.to):
		return usagef("%s", d.kind.Refusal())
	case d.kind.Account && d.about == "":
		return usagef("%s", words.T("cli.report-needs-account", d.kind.Key))
	}
	var id model.AccountID
	if d.about != "" {
		a, err := account(p, d.about)
		if err != nil {
			return err
		}
		id = a.ID
	}
	var o Output
	if d.out != "" {
		var err error
		if o, err = f.output(d.out, d.format); err != nil {
			return err
		}
	}
	s, err := f.scores(p, today)
	if err != nil {
		return err
	}
	if d.anonymous {
		s = again(mask.Anonymise(s), s)
	}
	f.tellAsides(report.Asides(d.kind.Key, d.to, s, id))
	r, ok := report.Build(d.kind.Key, d.to, s, id)
	if !ok {
		return usagef("%s", words.T("cli.report-needs-account", d.kind.Key))
	}
	if d.kind.Map && !d.kind.Theirs(d.to) && f.doors.PaperMap != nil && len(s.Portfolio().Account(id).Seats) > 0 {
		r.Draw(
			words.T("cli.relationship-map"),
			words.T("cli.where-there-many-ties-not"),
			f.doors.PaperMap(s.Portfolio(), s.Today(), id),
		)
	}
	var b bytes.Buffer
	if err := f.doors.Report(&b, d.format, r); err != nil {
		return err
	}
	text := b.Bytes()
	if d.noBOM {
		text = bytes.TrimPrefix(text, []byte("\ufeff"))
	}
	if d.out == "" {
		return f.whole(text)
	}
	return f.doors.WriteText(o, text)
}

// tellAsides says beside a report for the customer what its reader must not read: what
// nobody decided, and where another customer is named.
func (f *face) tellAsides(all []report.Aside) {
	f.leftOut = []string{}
	for _, a := range all {
		f.leftOut = append(f.leftOut, a.Said)
		fmt.Fprintln(f.Stderr, plain(a.Said)+": "+plain(a.Command))
	}
}

func kindKeys() []string {
	var out []string
	for _, k := range report.Kinds() {
		out = append(out, k.Key)
	}
	return out
}

func reportKinds() string {
	var out []string
	for _, k := range report.Kinds() {
		out = append(out, k.Key+" ("+k.Name+")")
	}
	return strings.Join(out, ", ")
}
