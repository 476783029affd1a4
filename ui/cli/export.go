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
	"accord/model/score"
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
	cmd := &cobra.Command{Use: "export FILE.{json|csv|xlsx|md|html|ics}", Short: "write a document, tables, or everything to a file", Args: args(cobra.ExactArgs(1)),
		Long: "Write to a file whose ending says the format. Without --what: .json is everything, .csv the accounts, .xlsx accounts, contacts and actions on a sheet each,\n" +
			".md, .html and .ics the one-page plan of --account, or the portfolio. `accord report` writes the same documents to the screen.",
		RunE: func(cmd *cobra.Command, files []string) (err error) {
			d.out, d.format = files[0], endingOf(files[0])
			if !slices.Contains(exportFormats, d.format) {
				return usagef("%q: the ending says the format; choose .%s", files[0], strings.Join(exportFormats, ", ."))
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
				fmt.Fprintf(f.Stderr, "A blind rating is open: %d marks of it are left out until the last rater has passed.\n", secret)
			}
			if f.json {
				return f.document(exported{files[0], what, f.leftOut})
			}
			fmt.Fprintf(f.Stdout, "wrote %s: %s%s.\n", files[0], what, cmp.Or(f.leftPlain(), "; it is plain text: keep it as you would keep the plan itself"))
			return nil
		}}
	flags := cmd.Flags()
	flags.StringVar(&what, "what", "", strings.Join(exportNames(), ", "))
	flags.StringVar(&d.about, "account", "", "only this account")
	flags.StringVar(&to, "audience", "internal", "internal, or customer: only what they may read")
	flags.BoolVar(&d.anonymous, "anonymise", false, "stand-ins for names, texts hidden, money as an index")
	flags.BoolVar(&history, "history", false, "everything with its snapshots and its history, to move to a new file; .json only")
	flags.BoolVar(&d.noBOM, "no-bom", false, "a .csv without the mark by which Excel sees that it is UTF-8")
	f.forcing(cmd)
	return cmd
}

// exportAll writes everything with its past, both of one moment.
func (f *face) exportAll(what string, d paper) error {
	switch {
	case d.format != "json" || what != "" && what != everything:
		return usagef("--history goes with everything, into a .json file")
	case d.anonymous || d.about != "" || d.to == report.Customer:
		return usagef("--history tells everything of everybody: an anonymous export, one of one account or for the customer has none")
	}
	if _, err := f.there(); err != nil {
		return err
	}
	o, err := f.output(d.out, formatEverything)
	if err != nil {
		return err
	}
	words, err := f.doors.ExportAll(o, f.reveal)
	if err != nil {
		return err
	}
	if f.json {
		return f.document(map[string]string{"file": d.out, "what": everything, "history": words})
	}
	fmt.Fprintf(f.Stdout, "wrote %s: everything, with %s%s.\n", d.out, words, cmp.Or(f.leftPlain(), "; it is plain text: keep it as you would keep the plan itself"))
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
		return usagef("everything goes into a .json file, and nothing is lost in it; for .%s choose another --what", d.format)
	case what == everything, slices.Contains(tables, what):
		names = []string{what}
	case what == "tables":
	default:
		var ok bool
		if d.kind, ok = documentOf(what); !ok {
			return usagef("--what: there is no %q; choose %s", what, strings.Join(exportNames(), ", "))
		}
		return f.write(p, today, d)
	}
	switch {
	case d.to == report.Customer:
		return usagef("--audience: %s is ours alone; for the customer there are %s", what, report.ForCustomers(report.Of.Exported))
	case d.format == "ics" && what == "actions": // a calendar has them all
		if d.kind, _ = report.KindOf("portfolio"); d.about != "" {
			d.kind, _ = report.KindOf("full")
		}
		return f.write(p, today, d)
	case d.format == "ics":
		return usagef("a calendar has actions and reviews; choose --what actions, or a document")
	}
	format := d.format
	if what == everything {
		format = formatEverything
	}
	o, err := f.output(d.out, format)
	if err != nil {
		return err
	}
	e := Export{Output: o, What: names, Scores: score.Of(p, today), NoBOM: d.noBOM}
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
		if e.Scores = score.Of(p, today); e.Account != "" {
			e.Account = p.At(at).ID
		}
	}
	return f.doors.Export(e)
}
