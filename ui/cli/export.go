package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/mask"
	"accord/model/report"
	"accord/model/words"
)

// exported is what export says it did; left out is what a customer's paper lacks because
// nobody decided whether they may read it.
type exported struct {
	File    string   `json:"file"`
	What    string   `json:"what"`
	LeftOut []string `json:"left_out,omitempty"`
}

// everything and tables are what export writes that is no document.
const everything = "everything"

var tables = []string{"accounts", "contacts", "actions"}

// documentOf finds a report by what export calls it, or by its key.
func documentOf(what string) (report.Of, bool) {
	for _, k := range report.Kinds() {
		if k.Exported() == what {
			return k, true
		}
	}
	return report.KindOf(what)
}

// exportFormats are what export writes.
var exportFormats = []string{"json", "csv", "xlsx", "md", "html", "ics"}

func (f *face) exporting() *cobra.Command {
	var what, to string
	var history bool
	d := paper{}
	cmd := &cobra.Command{
		Use:   words.T("cli.export-file-json-csv-xlsx"),
		Short: words.T("cli.write-document-tables-or-everything"),
		Args:  args(cobra.ExactArgs(1)),
		Long:  words.T("cli.write-file-whose-ending-says"),
		RunE: func(cmd *cobra.Command, files []string) (err error) {
			d.out, d.format = files[0], endingOf(files[0])
			if !slices.Contains(exportFormats, d.format) {
				return usagef("%s", words.T("cli.ending-says-format-choose", files[0], strings.Join(exportFormats, ", .")))
			}
			if d.to, err = audience(to); err != nil {
				return err
			}
			if history {
				return f.exportAll(what, d)
			}
			p, today, err := f.read()
			if err != nil {
				return err
			}
			p, secret := p.WithoutOpenMarks()
			what := exportWhat(what, d.format, d.about != "")
			if err := f.export(p, today, what, d); err != nil {
				return err
			}
			if secret > 0 && what == everything {
				fmt.Fprintln(f.Stderr, words.T("cli.blind-rating-open-marks-left", secret))
			}
			if f.json {
				return f.document(exported{files[0], what, f.leftOut})
			}
			fmt.Fprintln(
				f.Stdout,
				sentences(words.T("cli.wrote", files[0], what), cmp.Or(f.leftPlain(), words.T("cli.plain-text-keep-as-you"))),
			)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&what, "what", "", strings.Join(exportNames(), ", "))
	flags.StringVar(&d.about, "account", "", words.T("cli.only-this-account"))
	flags.StringVar(&to, "audience", "internal", words.T("cli.internal-or-customer-only-what"))
	flags.BoolVar(&d.anonymous, "anonymise", false, words.T("cli.stand-ins-names-texts-hidden"))
	flags.BoolVar(&history, "history", false, words.T("cli.everything-snapshots-history-move-new"))
	flags.BoolVar(&d.noBOM, "no-bom", false, words.T("cli.csv-without-mark-by-which"))
	f.forcing(cmd)
	return f.periodFlag(cmd)
}

// exportAll writes everything with its past, both of one moment.
func (f *face) exportAll(what string, d paper) error {
	switch {
	case d.format != "json" || what != "" && what != everything:
		return usagef("%s", words.T("cli.history-goes-everything-into-json"))
	case d.anonymous || d.about != "" || d.to == report.Customer:
		return usagef("%s", words.T("cli.history-tells-everything-everybody-anonymous"))
	}
	if _, err := f.there(); err != nil {
		return err
	}
	o, err := f.output(d.out, formatEverything)
	if err != nil {
		return err
	}
	wording, err := f.doors.ExportAll(o, f.reveal)
	if err != nil {
		return err
	}
	if f.json {
		return f.document(map[string]string{"file": d.out, "what": everything, "history": wording})
	}
	fmt.Fprintln(
		f.Stdout,
		sentences(words.T("cli.wrote-everything", d.out, wording), cmp.Or(f.leftPlain(), words.T("cli.plain-text-keep-as-you"))),
	)
	return nil
}

// exportNames are all that --what takes.
func exportNames() []string {
	var out []string
	for _, k := range report.Kinds() {
		out = append(out, k.Exported())
	}
	out = append(append(out, tables...), everything)
	for _, k := range kindKeys() {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// exportWhat is what goes into a file when nobody says it.
func exportWhat(what, format string, ofOne bool) string {
	switch {
	case what != "":
		return what
	case format == "json":
		return everything
	case format == "csv":
		return "accounts"
	case format == "xlsx":
		return "tables"
	case ofOne:
		return "one-page"
	}
	return "portfolio"
}

// export writes a document, tables, or everything.
func (f *face) export(p *model.Portfolio, today model.Date, what string, d paper) error {
	names := tables
	switch {
	case what == everything && d.format != "json":
		return usagef("%s", words.T("cli.everything-goes-into-json-file", d.format))
	case what == everything, slices.Contains(tables, what):
		names = []string{what}
	case what == "tables":
	default:
		var ok bool
		if d.kind, ok = documentOf(what); !ok {
			return usagef("%s", words.T("cli.what-there-no-choose", what, strings.Join(exportNames(), ", ")))
		}
		return f.write(p, today, d)
	}
	switch {
	case d.to == report.Customer:
		return usagef("%s", words.T("cli.audience-ours-alone-customer-there", what, report.ForCustomers(report.Of.Exported)))
	case d.format == "ics" && what == "actions": // a calendar has them all
		if d.kind, _ = report.KindOf("portfolio"); d.about != "" {
			d.kind, _ = report.KindOf("full")
		}
		return f.write(p, today, d)
	case d.format == "ics":
		return usagef("%s", words.T("cli.calendar-actions-reviews-choose-what"))
	}
	format := d.format
	if what == everything {
		format = formatEverything
	}
	s, err := f.scores(p, today)
	if err != nil {
		return err
	}
	o, err := f.output(d.out, format)
	if err != nil {
		return err
	}
	e := Export{Output: o, What: names, Scores: s, NoBOM: d.noBOM}
	if d.about != "" {
		a, err := account(p, d.about)
		if err != nil {
			return err
		}
		e.Account = a.ID
	}
	if d.anonymous { // with identifiers of its own, so that it is never imported over the real accounts
		at := p.Index(e.Account)
		p = model.Renumber(mask.Anonymise(e.Scores))
		if e.Scores = again(p, s); e.Account != "" {
			e.Account = p.At(at).ID
		}
	}
	return f.doors.Export(e)
}
