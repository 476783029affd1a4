package doors

import (
	"errors"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange"
	"accord/store/place"
	"accord/ui/cli"
	"accord/ui/kit"
)

// previewForCommands reads a file for the command line.
func previewForCommands(r cli.ImportRequest) (*cli.ImportPreview, error) {
	v, err := exchange.ReadFile(r.Path, r.Portfolio, optionsForCommands(r))
	if err != nil {
		return nil, err
	}
	out := &cli.ImportPreview{
		File:      v.File,
		Kind:      string(v.Kind),
		Rows:      v.Rows,
		NotWon:    v.NotWon,
		New:       len(v.New),
		Changed:   len(v.Changed),
		Unchanged: len(v.Unchanged),
		Summary:   v.Summary(),
		Details:   v.Details(),
		Problems:  v.ProblemLines(),
		Change:    v.Change,
		History:   v.History,
		Faults:    v.ProblemsCSV,
	}
	for _, c := range v.Columns {
		out.Columns = append(out.Columns, cli.ImportColumn{Header: c.Header, Field: c.Field, Why: c.Why})
	}
	for _, q := range v.Open {
		open := cli.ImportOpen{Key: q.Key, Sentence: q.Sentence, Choices: []cli.ImportChoice{}}
		for _, c := range q.Choices {
			open.Choices = append(open.Choices, cli.ImportChoice(c))
		}
		out.Open = append(out.Open, open)
	}
	for _, q := range v.Questions {
		out.Questions = append(
			out.Questions,
			cli.ImportQuestion{Name: q.Name, Account: q.Whose, Why: q.Why, Answer: [...]string{"", "same", "new"}[q.Answer]},
		)
	}
	return out, nil
}

func optionsForCommands(r cli.ImportRequest) exchange.Options {
	return exchange.Options{
		Kind:        exchange.Kind(r.Kind),
		Map:         r.Map,
		Headings:    r.Headings,
		Won:         r.Won,
		Same:        r.Same,
		Answers:     r.Answers,
		NewID:       place.NewID,
		Today:       r.Today,
		KeepUnknown: r.KeepUnknown,
		Progress:    r.Progress,
	}
}

func gatherForCommands(paths []string, r cli.ImportRequest) (files, left []string, err error) {
	return exchange.Gather(paths, r.Portfolio, optionsForCommands(r))
}

// kindsForScreen are the kinds of files as the import page offers them.
func kindsForScreen() (out []kit.ImportKind) {
	for _, k := range exchange.Kinds() {
		out = append(out, kit.ImportKind{Key: k.Key, Words: k.Words, Won: k.Won})
	}
	return out
}

// kindsForCommands are the kinds of files as the command line takes them.
func kindsForCommands() (out []cli.ImportKind) {
	for _, k := range exchange.Kinds() {
		out = append(out, cli.ImportKind{Key: k.Key, Words: k.Words, Table: k.Table})
	}
	return out
}

// previewForScreen reads a file for the workbench. A file whose headings tell too
// little gives its columns, and the sentence that says so.
func previewForScreen(r kit.ImportRequest) (*kit.ImportPreview, error) {
	v, err := exchange.ReadFile(r.Path, r.Portfolio, optionsForScreen(r))
	var unread *exchange.UnreadError
	var own *exchange.OwnError
	switch {
	case errors.As(err, &own):
		own.Hint = words.T("doors.g-j-brings-anothers-version")
		return nil, err
	case errors.As(err, &unread):
		return &kit.ImportPreview{Kind: string(unread.Kind), Unread: unread.Plain.Error(), Headings: unread.Headings, Lines: unread.Lines,
			Columns: columnsForScreen(unread.Columns), Targets: targetsForScreen(unread.Targets)}, nil
	case err != nil:
		return nil, err
	}
	if v.History != "" {
		v.Notes = append(v.Notes, words.T("doors.document-carries-history-they-only", v.History))
	}
	out := &kit.ImportPreview{Title: v.File + ": " + string(v.Kind), Kind: string(v.Kind), Summary: v.Summary(), Unchanged: len(v.Unchanged), Change: v.Change,
		Columns: columnsForScreen(v.Columns), Targets: targetsForScreen(v.Targets), Headings: v.Headings, Lines: v.Lines, Faults: v.ProblemsCSV}
	for _, s := range v.Mapping {
		out.Said = append(out.Said, kit.ImportSaid{Header: s.Header, Field: s.Field})
	}
	for _, d := range v.New {
		out.Accounts = append(out.Accounts, accountForScreen(d, true))
	}
	for _, d := range v.Changed {
		out.Accounts = append(out.Accounts, accountForScreen(d, false))
	}
	for _, s := range v.Statuses {
		out.Statuses = append(out.Statuses, kit.ImportStatus(s))
	}
	for _, q := range v.Questions {
		if q.Within {
			q.With = model.AccountID(q.Whose) // its id is another at every reading
		}
		out.Questions = append(out.Questions, kit.ImportQuestion{Name: q.Name, ID: q.With, Account: q.Whose, Within: q.Within, Why: q.Why, Facts: factsForScreen(q.Facts)})
	}
	for _, q := range v.Open {
		open := kit.ImportOpen{Key: q.Key, Sentence: q.Sentence}
		for _, c := range q.Choices {
			open.Choices = append(open.Choices, [2]string{c.Key, c.Label})
		}
		out.Open = append(out.Open, open)
	}
	for _, p := range v.Problems {
		out.Problems = append(out.Problems, kit.ImportProblem(p))
	}
	return out, nil
}

func optionsForScreen(r kit.ImportRequest) exchange.Options {
	if r.Usual {
		r.Won = exchange.UsualWon()
	}
	return exchange.Options{
		Kind:        exchange.Kind(r.Kind),
		Map:         r.Map,
		Headings:    r.Headings,
		Won:         r.Won,
		Exact:       r.Exact,
		Same:        r.Same,
		Answers:     r.Answers,
		NewID:       place.NewID,
		Today:       r.Today,
		KeepUnknown: true,
		Progress:    r.Progress,
	}
}

func gatherForScreen(paths []string, r kit.ImportRequest) (files, left []string, err error) {
	return exchange.Gather(paths, r.Portfolio, optionsForScreen(r))
}

func accountForScreen(d exchange.AccountDiff, isNew bool) kit.ImportAccount {
	return kit.ImportAccount{
		Name:         d.Name,
		New:          isNew,
		Facts:        factsForScreen(d.Fields),
		Contacts:     d.NewContacts + d.ChangedContacts,
		Transactions: d.NewTransactions + d.ChangedTransactions,
	}
}

func factsForScreen(list []exchange.FieldDiff) []kit.ImportFact {
	out := make([]kit.ImportFact, len(list))
	for i, f := range list {
		out[i] = kit.ImportFact(f)
	}
	return out
}

func columnsForScreen(list []exchange.Column) []kit.ImportColumn {
	out := make([]kit.ImportColumn, len(list))
	for i, c := range list {
		out[i] = kit.ImportColumn(c)
	}
	return out
}

func targetsForScreen(list []exchange.Target) []kit.ImportTarget {
	out := make([]kit.ImportTarget, len(list))
	for i, t := range list {
		out[i] = kit.ImportTarget(t)
	}
	return out
}
