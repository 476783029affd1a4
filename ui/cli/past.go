package cli

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/session"
	"accord/model/words"
)

// browse looks into the past of a file, unless its names are hidden and nobody
// asked for them.
func (f *face) browse(path string, look func(Past) error) error {
	return f.doors.Browse(path, func(p Past) error {
		if p.Hidden && !f.reveal {
			return ErrHidden
		}
		return look(p)
	})
}

// kept is a snapshot as JSON.
type kept struct {
	Number   uint64     `json:"number"`
	Name     string     `json:"name"`
	At       string     `json:"at"`
	Day      model.Date `json:"day"`
	Accounts int        `json:"accounts"`
}

func keptOf(m session.Moment) kept {
	return kept{m.Snapshot, m.Name, m.At.UTC().Format("2006-01-02T15:04:05Z"), m.Day, m.Accounts}
}

func (f *face) snapshot() *cobra.Command {
	return &cobra.Command{
		Use:   "snapshot [NAME]",
		Short: words.T("cli.keep-everything-as-stands-now"),
		Args:  args(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, wording []string) error {
			path, err := f.there()
			if err != nil {
				return err
			}
			today, err := f.today()
			if err != nil {
				return err
			}
			if len(wording) == 0 {
				return f.browse(path, func(p Past) error { return f.snapshots(p.Snapshots) })
			}
			name, err := model.NameOf("snapshot", wording[0])
			if err != nil {
				return err
			}
			if name == "" {
				return usagef("%s", words.T("cli.name-empty-give-snapshot-one"))
			}
			m, err := f.doors.Keep(path, name, today)
			if err != nil {
				return err
			}
			f.saved = true
			if f.hides(path) { // a name may be one of those that are hidden
				m.Name = ""
			}
			if f.json {
				return f.document(keptOf(m))
			}
			if m.Name == "" {
				fmt.Fprintln(f.Stdout, words.T("cli.kept-accounts-as-snapshot", m.Accounts, m.Snapshot))
				return nil
			}
			fmt.Fprintln(f.Stdout, words.T("cli.kept-accounts-as-snapshot-2", m.Accounts, m.Snapshot, plain(m.Name)))
			return nil
		},
	}
}

func (f *face) snapshots(all []session.Moment) error {
	if f.json {
		out := []kept{}
		for _, m := range all {
			out = append(out, keptOf(m))
		}
		return f.document(out)
	}
	if len(all) == 0 {
		fmt.Fprintln(f.Stdout, words.T("cli.no-snapshot-kept-yet"))
	}
	rows := [][]string{}
	for _, m := range all {
		rows = append(
			rows,
			[]string{fmt.Sprint(m.Snapshot), words.Moment(m.At.Local()), plain(m.Name), fmt.Sprint(m.Accounts)},
		)
	}
	table(f.Stdout, rows, 0, 3)
	return nil
}

func (f *face) compare() *cobra.Command {
	var of string
	cmd := &cobra.Command{
		Use:   "compare A [B]",
		Short: words.T("cli.what-changed-between-two-moments"),
		Args:  args(cobra.RangeArgs(1, 2)),
		Long:  words.T("cli.what-changed-from-one-moment"),
		RunE: func(_ *cobra.Command, wording []string) error {
			path, err := f.there()
			if err != nil {
				return err
			}
			today, err := f.today()
			if err != nil {
				return err
			}
			return f.browse(path, func(p Past) error {
				from, err := p.moment(wording[0], today)
				if err != nil {
					return err
				}
				to, err := p.moment(append(wording, "now")[1], today)
				if err != nil {
					return err
				}
				var id model.AccountID
				if of != "" {
					a, err := account(to.Portfolio, of)
					if err != nil {
						return err
					}
					id = a.ID
				}
				return f.differences(from, to, id)
			})
		},
	}
	cmd.Flags().StringVar(&of, "account", "", words.T("cli.only-this-account"))
	return cmd
}

// moment finds what was typed: now, a snapshot by number or name, or a day.
func (p *Past) moment(word string, today model.Date) (model.Snapshot, error) {
	if word == "now" {
		return model.Snapshot{Name: "now", Date: today, Portfolio: p.Now}, nil
	}
	m, err := p.named(word)
	if err != nil {
		return model.Snapshot{}, err
	}
	if m != nil {
		content, err := p.Snapshot(m.Snapshot)
		return model.Snapshot{Name: m.Name, Date: m.Day, Portfolio: content}, err
	}
	if d, err := model.ParseDate(word); err == nil && d.Known() {
		if today.Before(d) {
			return model.Snapshot{}, usagef("%s", words.T("cli.still-come", d.Short()))
		}
		content, err := p.EndOf(d)
		return model.Snapshot{Name: d.String(), Date: d, Portfolio: content}, err
	}
	return model.Snapshot{}, usagef("%s", words.T("cli.no-snapshot-no-day-not", word))
}

// named finds a snapshot by its number, its name, or the beginning of a name that
// no other has. Of several with the same name it is the newest.
func (p *Past) named(word string) (*session.Moment, error) {
	var near []*session.Moment
	number, _ := strconv.ParseUint(strings.TrimPrefix(word, "#"), 10, 64)
	for i := range p.Snapshots {
		m := &p.Snapshots[i]
		switch {
		case strings.EqualFold(m.Name, word), number > 0 && m.Snapshot == number:
			return m, nil
		case strings.HasPrefix(strings.ToLower(m.Name), strings.ToLower(word)):
			near = append(near, m)
		}
	}
	if len(near) > 1 {
		var names []string
		for _, m := range near[:min(len(near), 8)] {
			names = append(names, m.Name)
		}
		return nil, usagef("%s", words.T("cli.could-type-more-name-or", word, strings.Join(names, " or ")))
	}
	if len(near) == 1 {
		return near[0], nil
	}
	return nil, nil
}

// The document of compare.
type comparison struct {
	Edition int         `json:"edition"` // of the method
	From    momentFacts `json:"from"`
	To      momentFacts `json:"to"`
	Across  bool        `json:"edition_changed"` // between the two moments: what was printed at the first may differ
	Scores  []scoreMove `json:"scores"`
	Facts   []factMove  `json:"facts"`
}

type momentFacts struct {
	Name     string     `json:"name"`
	Day      model.Date `json:"day"`
	Accounts int        `json:"accounts"`
}

// scoreMove is a score that moved, with its causes; they are null where the score
// is unknown at either moment.
type scoreMove struct {
	Account string    `json:"account"`
	ID      string    `json:"id"`
	Score   string    `json:"score"` // strategic or health
	Before  model.Num `json:"before"`
	After   model.Num `json:"after"`
	Moved   model.Num `json:"moved"`
	Facts   model.Num `json:"facts"`  // what people entered
	Time    model.Num `json:"time"`   // the later day
	Method  model.Num `json:"method"` // weights, bounds, rates, team
}

type factMove struct {
	Account string `json:"account"` // "" is the programme
	ID      string `json:"id"`
	About   string `json:"about"`
	Field   string `json:"field"`
	Before  string `json:"before"`
	After   string `json:"after"`
}

// leastMove is how much a score must have moved to be told of.
const leastMove = 0.005

func (f *face) differences(from, to model.Snapshot, of model.AccountID) error {
	name := func(id model.AccountID) string {
		for _, s := range []model.Snapshot{to, from} {
			if a := s.Portfolio.Account(id); a != nil {
				return a.Name
			}
		}
		return ""
	}
	c := comparison{
		Edition: model.Edition,
		Across:  model.AcrossEditions(from.Date, to.Date),
		From:    momentFacts{from.Name, from.Date, from.Portfolio.Len()},
		To:      momentFacts{to.Name, to.Date, to.Portfolio.Len()},
		Scores:  []scoreMove{},
		Facts:   []factMove{},
	}
	drifts := score.Compare(from, to)
	moved := func(d score.Drift) float64 { return math.Abs(d.After.V - d.Before.V) }
	slices.SortStableFunc(drifts, func(a, b score.Drift) int { return cmp.Compare(moved(b), moved(a)) })
	for _, d := range drifts {
		if of != "" && d.Account != of || d.Before.Known == d.After.Known && moved(d) < leastMove {
			continue
		}
		m := scoreMove{Account: name(d.Account), ID: string(d.Account), Score: d.Figure, Before: d.Before, After: d.After}
		if d.Before.Known && d.After.Known {
			m.Moved, m.Facts = model.Some(d.After.V-d.Before.V), model.Some(d.Facts)
			m.Time, m.Method = model.Some(d.Time), model.Some(d.Settings)
		}
		c.Scores = append(c.Scores, m)
	}
	for _, e := range edit.Between(from.Portfolio, to.Portfolio).Edits(to.Portfolio.Programme()) {
		if of == "" || e.Account == of {
			c.Facts = append(c.Facts, factMove{name(e.Account), string(e.Account), e.Subject, e.Field, e.Before, e.After})
		}
	}
	if f.json {
		return f.document(c)
	}
	f.tellDifferences(&c)
	return nil
}

func (f *face) tellDifferences(c *comparison) {
	fmt.Fprintln(f.Stdout, words.T("cli.from-scores-moved", plain(c.From.Name), c.From.Day, plain(c.To.Name), c.To.Day))
	if c.Across {
		fmt.Fprintln(f.Stdout, words.T("cli.edition-changed-between", plain(c.From.Name))+"\n")
	}
	rows := [][]string{{"account", "score", "then", "now", "moved", "facts", "time", "method"}}
	for _, m := range c.Scores {
		rows = append(
			rows,
			[]string{
				plain(m.Account),
				m.Score,
				score.Print(m.Before),
				score.Print(m.After),
				score.Change(m.Moved),
				score.Change(m.Facts),
				score.Change(m.Time),
				score.Change(m.Method),
			},
		)
	}
	if len(rows) == 1 {
		rows = [][]string{{"none"}}
	}
	table(f.Stdout, rows, 2, 3, 4, 5, 6, 7)
	fmt.Fprintln(f.Stdout, "\n"+words.T("cli.facts-changed"))
	rows = nil
	for _, x := range c.Facts {
		about := x.About
		if about == x.Account {
			about = ""
		}
		rows = append(
			rows,
			[]string{
				plain(cmp.Or(x.Account, words.T("cli.programme"))),
				plain(about),
				plain(x.Field),
				plain(dash(x.Before)) + " → " + plain(dash(x.After)),
			},
		)
	}
	if len(rows) == 0 {
		rows = [][]string{{"none"}}
	}
	table(f.Stdout, rows)
}
