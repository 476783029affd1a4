package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/report"
)

func (f *face) reporting() *cobra.Command {
	var format, out string
	var customer, anonymous bool
	cmd := &cobra.Command{Use: "report KIND [ACCOUNT]", Short: "a document of an account or the portfolio: Markdown, HTML, XLSX, CSV, calendar, JSON", Args: args(cobra.RangeArgs(1, 2)),
		Long:      "Write a document: " + reportKinds() + ". It goes to the screen, or with --out to a file whose ending says the format.",
		ValidArgs: kindKeys(),
		RunE: func(_ *cobra.Command, words []string) error {
			p, today, err := f.read()
			if err != nil {
				return err
			}
			kind, err := kindOf(words, customer)
			if err != nil {
				return err
			}
			var id model.AccountID
			if len(words) == 2 {
				a, err := account(p, words[1])
				if err != nil {
					return err
				}
				id = a.ID
			}
			if format == "" {
				format = strings.TrimPrefix(filepath.Ext(out), ".")
			}
			switch {
			case format == "" && f.json:
				format = "json"
			case format == "":
				format = "md"
			}
			if !slices.Contains(f.doors.Formats, format) {
				return usagef("--format: there is no format %q; choose %s", format, strings.Join(f.doors.Formats, ", "))
			}
			s := model.Score(p, today)
			if anonymous {
				s = model.Score(model.Anonymise(s), today)
			}
			return f.report(s, kind, id, format, out)
		}}
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "", "md, html, xlsx, csv, ics or json (default: by the ending of --out, else md)")
	flags.StringVarP(&out, "out", "o", "", "the file to write")
	flags.BoolVar(&anonymous, "anonymise", false, "stand-ins for names, texts hidden, money as an index")
	flags.BoolVar(&customer, "customer", false, "only what may go to the customer")
	return cmd
}

// report builds and writes one document.
func (f *face) report(s *model.Scores, kind report.Of, id model.AccountID, format, out string) error {
	r, ok := report.Build(kind.Key, s, id)
	if !ok {
		return usagef("report %s needs an account", kind.Key)
	}
	if kind.Account && kind.Key != "gaps" && !kind.Customer && f.doors.PaperMap != nil && len(s.Portfolio().Account(id).Seats) > 0 {
		r.Draw("Relationship map", f.doors.PaperMap(s.Portfolio(), s.Today(), id))
	}
	var b bytes.Buffer
	if err := f.doors.Report(&b, format, r); err != nil {
		return err
	}
	if out == "" {
		return f.whole(b.Bytes())
	}
	err := f.doors.WriteText(out, b.Bytes())
	if left := f.leftPlain(); err == nil && left != "" {
		fmt.Fprintln(f.Stderr, "wrote "+out+left)
	}
	return err
}

func kindOf(words []string, customer bool) (report.Of, error) {
	for _, k := range report.Kinds() {
		switch {
		case k.Key != words[0]:
		case customer && !k.Customer:
			return k, usagef("--customer: the %s is ours; for the customer there are value and joint", strings.ToLower(k.Name))
		case k.Account && len(words) < 2:
			return k, usagef("report %s needs an account", k.Key)
		default:
			return k, nil
		}
	}
	return report.Of{}, usagef("there is no report %q; choose %s", words[0], strings.Join(kindKeys(), ", "))
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
