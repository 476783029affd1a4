package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

type leaveJSON struct {
	Edition int          `json:"edition"` // of the method
	Account string       `json:"account"`
	Person  string       `json:"person"`
	Side    string       `json:"side"` // theirs or ours
	Sponsor bool         `json:"sponsor"`
	Before  leaveIndexes `json:"before"`
	After   leaveIndexes `json:"after"`
	CutOff  []string     `json:"cut_off"`
}

type leaveIndexes struct {
	relationshipJSON
	Health model.Num `json:"health"`
}

func (f *face) leave() *cobra.Command {
	return f.periodFlag(&cobra.Command{
		Use:   "leave ACCOUNT PERSON",
		Short: words.T("cli.if-this-person-leaves-every"),
		Args:  args(cobra.ExactArgs(2)),
		Long:  words.T("cli.if-this-person-leaves-theirs"),
		RunE: func(_ *cobra.Command, wording []string) error {
			p, today, err := f.read()
			if err != nil {
				return err
			}
			a, err := account(p, wording[0])
			if err != nil {
				return err
			}
			s, err := f.scores(p, today)
			if err != nil {
				return err
			}
			out, err := leaving(s, a, wording[1])
			if err != nil {
				return err
			}
			if f.json {
				return f.document(out)
			}
			f.leavePage(out)
			return nil
		},
	})
}

// leaving finds the person by name or its beginning, on either side.
func leaving(s *score.Scores, a *model.Account, name string) (leaveJSON, error) {
	type candidate struct {
		name, side string
		leave      func() (score.Leaving, bool)
	}
	var exact, near []candidate
	add := func(c candidate) {
		switch lower, want := strings.ToLower(c.name), strings.ToLower(strings.TrimSpace(name)); {
		case lower == want:
			exact = append(exact, c)
		case want != "" && strings.HasPrefix(lower, want):
			near = append(near, c)
		}
	}
	for i := range a.Persons {
		person := &a.Persons[i]
		add(candidate{person.Name, "theirs", func() (score.Leaving, bool) { return s.LeavePerson(a.ID, person.ID) }})
	}
	team := s.Portfolio().Programme().Team
	for i := range team {
		add(candidate{team[i].Name, "ours", func() (score.Leaving, bool) { return s.LeaveMember(a.ID, team[i].ID) }})
	}
	if len(exact) > 0 {
		near = exact
	}
	switch len(near) {
	case 0:
		return leaveJSON{}, usagef("%s", words.T("cli.knows-nobody-called-either-side", a.Name, name))
	case 1:
	default:
		var names []string
		for _, c := range near {
			names = append(names, c.name+" ("+c.side+")")
		}
		return leaveJSON{}, usagef("%s", words.T("cli.could-type-more-name", name, strings.Join(names, " or ")))
	}
	l, _ := near[0].leave()
	out := leaveJSON{
		Edition: model.Edition,
		Account: a.Name,
		Person:  near[0].name,
		Side:    near[0].side,
		Sponsor: l.Sponsor,
		CutOff:  []string{},
		Before: leaveIndexes{
			relationshipOf(&l.Before),
			l.HealthBefore,
		},
		After: leaveIndexes{relationshipOf(&l.After), l.HealthAfter},
	}
	for _, id := range l.CutOff {
		seat := a.Seat(id)
		who := seat.Title
		if p := a.Person(seat.Person); p != nil {
			who = p.Name + ", " + seat.Title
		}
		out.CutOff = append(out.CutOff, who)
	}
	return out, nil
}

func (f *face) leavePage(l leaveJSON) {
	fmt.Fprint(f.Stdout, words.T("cli.if-leaves", plain(l.Account), plain(l.Person), l.Side)+"\n\n")
	rows := [][]string{{"", words.Here("before"), words.Here("after")}}
	for _, r := range []struct {
		name          string
		before, after model.Num
	}{{words.T("cli.relationship-r"), l.Before.Score, l.After.Score}, {"coverage", l.Before.Coverage, l.After.Coverage}, {"support", l.Before.Support, l.After.Support},
		{"zipper %", l.Before.Zipper, l.After.Zipper}, {"bow-tie %", l.Before.BowTie, l.After.BowTie}, {"thread %", l.Before.Thread, l.After.Thread},
		{"threads", wholeNum(l.Before.Threads), wholeNum(l.After.Threads)}, {"status", wholeNum(l.Before.Status), wholeNum(l.After.Status)}, {words.T("cli.health-h"), l.Before.Health, l.After.Health}} {
		rows = append(rows, []string{words.Here(r.name), score.Print(r.before), score.Print(r.after)})
	}
	table(f.Stdout, rows, 1, 2)
	if l.Sponsor {
		fmt.Fprintln(f.Stdout, "\n"+words.T("cli.they-our-executive-sponsor-here"))
	}
	if len(l.CutOff) > 0 {
		fmt.Fprintln(f.Stdout, "\n"+words.T("cli.no-way-leads-any-more"))
	}
	for _, who := range l.CutOff {
		fmt.Fprintf(f.Stdout, "  - %s\n", plain(who))
	}
}

func wholeNum(n model.Opt[int]) model.Num { return model.Num{V: float64(n.V), Known: n.Known} }
