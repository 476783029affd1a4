package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/session"
	"accord/model/words"
)

type fieldJSON struct {
	Key     string   `json:"key"`
	Label   string   `json:"label"`
	Of      string   `json:"of"`
	Kind    string   `json:"kind"`
	Unit    string   `json:"unit"`
	Range   string   `json:"range"`
	Choices []string `json:"choices"`
	Help    string   `json:"help"`
	Feeds   string   `json:"feeds"`
}

func (f *face) fields() *cobra.Command {
	return &cobra.Command{Use: "fields", Short: words.T("cli.registry-fields-key-label-kind"), Args: args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			g := model.NewProgramme()
			if p, _, err := f.read(); err == nil {
				g = p.Programme() // a file may have a method pack of its own
			}
			rows, out := [][]string{{"key", "of", "kind", "range", "help"}}, []fieldJSON{}
			for _, x := range edit.Fields(g) {
				rows = append(rows, []string{x.Key, x.Of.String(), x.Kind.String(), x.Range, x.Help})
				choices := x.Choices
				if choices == nil {
					choices = []string{}
				}
				out = append(
					out,
					fieldJSON{x.Key, x.Label, x.Of.String(), x.Kind.String(), x.Unit, x.Range, choices, x.Help, x.Feeds},
				)
			}
			if f.json {
				return f.document(out)
			}
			table(f.Stdout, rows)
			return nil
		}}
}

// subject is the account a command is about, or the programme.
func subject(p *model.Portfolio, what string) (edit.Ref, string, error) {
	a, err := account(p, what)
	if strings.EqualFold(what, "programme") &&
		(err != nil || !strings.EqualFold(a.Name, what)) { // no account whose name only begins so
		return edit.Ref{Of: edit.OfProgramme}, "programme", nil
	}
	if err != nil {
		return edit.Ref{}, "", err
	}
	return edit.AccountRef(a.ID), a.Name, nil
}

// fieldOf is the field of a key, when it is one of what was named. Else the error
// says whose it is, and the command or the place for it.
func fieldOf(p *model.Portfolio, ref edit.Ref, key, verb, value string) (edit.Field, error) {
	x, err := edit.FieldByKey(p.Programme(), key)
	switch {
	case err != nil:
		return x, usage{err}
	case strings.HasPrefix(x.Key, "figures.YEAR."):
		return x, usagef("%s", words.T("cli.year-stands-year-type-one", key, strings.Replace(key, "YEAR", "2026", 1)))
	case x.Of == ref.Of:
		return x, nil
	}
	not := ref.Of.One()
	switch x.Of {
	case edit.OfProgramme:
		return x, usagef("%s", words.T("cli.field-programme-not-accord-programme", key, not, verb, value))
	case edit.OfAccount:
		return x, usagef("%s", words.T("cli.field-account-not-accord-account", key, not, verb, value))
	case edit.OfMember:
		return x, usagef("%s", words.T("cli.field-not-commands-fields-accounts", key, x.Of.One(), not))
	}
	if edit.IsLine(x.Of) && ref.Of == edit.OfAccount && verb == "set" {
		return x, usagef("%s", words.T("cli.field-not-line-beginning-words", key, x.Of.One(), not))
	}
	return x, usagef("%s", words.T("cli.field-not-commands-fields-accounts-programme", key, x.Of.One(), not))
}

// quoted is a value as a shell takes it.
func quoted(s string) string {
	if s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:%+-_/") == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

func (f *face) get() *cobra.Command {
	return &cobra.Command{
		Use:   "get ACCOUNT [FIELD]",
		Short: words.T("cli.read-one-field-account-or"),
		Args:  args(cobra.RangeArgs(1, 2)),
		Long:  words.T("cli.read-one-field-account-or-all"),
		RunE: func(_ *cobra.Command, wording []string) error {
			p, _, err := f.read()
			if err != nil {
				return err
			}
			ref, _, err := subject(p, wording[0])
			if err != nil {
				return err
			}
			if len(wording) == 1 {
				return f.getAll(p, ref)
			}
			field, err := fieldOf(p, ref, wording[1], "get", "")
			if err != nil {
				return err
			}
			value := edit.Get(p, ref, field)
			if f.json {
				return f.document(known(value))
			}
			fmt.Fprintln(f.Stdout, dash(plain(value)))
			return nil
		},
	}
}

func known(s string) model.Opt[string] { return model.Opt[string]{V: s, Known: s != ""} }

func (f *face) getAll(p *model.Portfolio, ref edit.Ref) error {
	rows, out := [][]string{}, map[string]model.Opt[string]{}
	for _, x := range fieldsOf(p, ref) {
		value := edit.Get(p, ref, x)
		out[x.Key] = known(value)
		if value != "" {
			rows = append(rows, []string{x.Key, strings.ReplaceAll(plain(value), "\n", " / ")})
		}
	}
	if f.json {
		return f.document(out)
	}
	table(f.Stdout, rows)
	return nil
}

// fieldsOf lists the fields of an account with its own years, or of the programme.
func fieldsOf(p *model.Portfolio, ref edit.Ref) []edit.Field {
	var out []edit.Field
	for _, x := range edit.Fields(p.Programme()) {
		if x.Of == ref.Of && !strings.HasPrefix(x.Key, "figures.YEAR.") {
			out = append(out, x)
		}
	}
	if a := p.Account(ref.Account); a != nil {
		for _, y := range a.Years {
			for _, line := range edit.YearLines() {
				if x, err := edit.FieldByKey(p.Programme(), edit.FigureKey(y.Year, line)); err == nil && edit.LineKind(line) == y.Kind {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

func (f *face) set() *cobra.Command {
	var line string
	cmd := &cobra.Command{
		Use:   words.T("cli.set-account-field-value-field"),
		Short: words.T("cli.write-fields-account-value-unknown"),
		Args:  args(pairs),
		Long:  words.T("cli.write-fields-account-value-means"),
		RunE:  func(_ *cobra.Command, wording []string) error { return f.setFields(wording, line) },
	}
	cmd.Flags().StringVar(&line, "line", "", words.T("cli.thing-plan-fields-id-or"))
	return cmd
}

// setFields writes fields of an account, of the settings, or of one line of a plan.
func (f *face) setFields(wording []string, line string) error {
	settings := strings.EqualFold(wording[0], "programme") // all that can be set in a file that is yet to be made
	return f.edit(settings, func(s *session.Session, save func(*edit.Patch)) error {
		ref, name, err := subject(s.Portfolio(), wording[0])
		if err != nil {
			return err
		}
		if line != "" {
			if ref, err = lineOf(s.Portfolio(), ref, wording[1], line); err != nil {
				return usage{err}
			}
		}
		before := s.Scores()
		edits, err := f.setEach(s, ref, wording[1:], save)
		if err != nil {
			return err
		}
		return f.wrote(ref, name, edits, before, s.Scores())
	})
}

// setEach writes pairs of field and value, after a look whether all of them can be
// written: a command that is refused has changed nothing.
func (f *face) setEach(
	s *session.Session,
	ref edit.Ref,
	wording []string,
	save func(*edit.Patch),
) ([]edit.Edit, error) {
	var changes []edit.SetField
	for pair := range slices.Chunk(wording, 2) {
		c := edit.SetField{Ref: ref, Key: pair[0], Value: pair[1]}
		if _, err := fieldOf(s.Portfolio(), ref, c.Key, "set", " "+quoted(c.Value)); err != nil {
			return nil, err
		}
		if _, err := s.Try(c); err != nil {
			return nil, usage{err}
		}
		changes = append(changes, c)
	}
	var edits []edit.Edit
	for _, c := range changes {
		p, err := s.Do(c, f.Now())
		if err != nil {
			return nil, usage{err}
		}
		if !p.Empty() {
			save(p)
			edits = append(edits, p.Edits(s.Portfolio().Programme())...)
		}
	}
	return edits, nil
}

// lineOf is the one thing of an account's plan that words mean, of the kind of a field.
func lineOf(p *model.Portfolio, ref edit.Ref, key, wording string) (edit.Ref, error) {
	f, err := edit.FieldByKey(p.Programme(), key)
	if err != nil {
		return ref, err
	}
	a := p.Account(ref.Account)
	if a == nil || !edit.IsLine(f.Of) {
		return ref, usagef("%s", words.T("cli.line-goes-field-plans-lists", key))
	}
	fits := edit.LinesLike(a, f.Of, wording)
	switch len(fits) {
	case 0:
		return ref, usagef("%s", words.T("cli.no-begins", a.Name, f.Of, wording))
	case 1:
		return edit.Ref{Account: a.ID, Of: f.Of, ID: fits[0].ID}, nil
	}
	var names []string
	for _, x := range fits[:min(3, len(fits))] {
		names = append(names, fmt.Sprintf("%q (%s)", x.Text, x.ID))
	}
	return ref, usagef("%s", words.T("cli.begin-like-this-type-more", a.Name, len(fits), strings.Join(names, ", ")))
}

// wrote tells what a set changed, and what it moved.
func (f *face) wrote(ref edit.Ref, name string, edits []edit.Edit, before, after *score.Scores) error {
	if f.json {
		out := make([]map[string]model.Opt[string], 0, len(edits))
		for _, e := range edits {
			out = append(
				out,
				map[string]model.Opt[string]{
					"account": known(name),
					"field":   known(e.Field),
					"before":  known(e.Before),
					"after":   known(e.After),
				},
			)
		}
		return f.document(out)
	}
	if len(edits) == 0 {
		fmt.Fprintln(f.Stdout, words.T("cli.nothing-changed"))
	}
	for _, e := range edits {
		fmt.Fprintln(f.Stdout, plain(e.String()))
	}
	a, b := before.Local(ref.Account), after.Local(ref.Account)
	bi, ai := before.Portfolio().Index(ref.Account), after.Portfolio().Index(ref.Account)
	if a != nil && b != nil &&
		(a.Strategic != b.Strategic || before.QuadrantWordAt(bi) != after.QuadrantWordAt(ai)) {
		fmt.Fprintf(
			f.Stdout,
			"S %s → %s, %s → %s\n",
			score.Print(a.Strategic),
			score.Print(b.Strategic),
			before.QuadrantWordAt(bi),
			after.QuadrantWordAt(ai),
		)
	}
	return nil
}
