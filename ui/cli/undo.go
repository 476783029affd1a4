package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
)

// turned is what an undo did.
type turned struct {
	Step     uint64   `json:"seq"`
	Kind     string   `json:"kind"` // undo or redo
	Label    string   `json:"label"`
	Facts    []string `json:"facts"` // in words, as they are now
	Accounts []string `json:"accounts"`
}

func (f *face) undo() *cobra.Command {
	redo := false
	cmd := &cobra.Command{Use: "undo", Short: words.T("cli.take-last-edit-import-or"), Args: args(cobra.NoArgs),
		Long: words.T("cli.take-last-edit-import-or-merge"),
		RunE: func(*cobra.Command, []string) error {
			return f.edit(false, func(s *session.Session, save func(*edit.Patch)) error {
				before := s.Portfolio()
				turn, none := s.Undo, words.T("cli.there-nothing-take-back-nothing")
				if redo {
					turn, none = s.Redo, words.T("cli.there-nothing-do-again-last")
				}
				p, ok := turn()
				if !ok {
					if err := s.PastError(); err != nil {
						return words.Wrap(err, "cli.last-edit-cannot-taken-back")
					}
					return errors.New(none)
				}
				save(p)
				return f.tellTurned(p, before)
			})
		}}
	cmd.Flags().BoolVar(&redo, "redo", false, words.T("cli.do-again-what-taken-back"))
	return cmd
}

// tellTurned says what was taken back, or done again.
func (f *face) tellTurned(p *edit.Patch, before *model.Portfolio) error {
	out := turned{Step: p.Seq, Kind: p.Kind.String(), Label: p.Label.Here(), Facts: []string{}, Accounts: []string{}}
	for _, e := range p.Edits(before.Programme()) {
		out.Facts = append(out.Facts, e.String())
	}
	for i := range p.After {
		a := p.After[i]
		if a == nil {
			a = p.Before[i]
		}
		out.Accounts = append(out.Accounts, a.Name)
	}
	if f.json {
		return f.document(out)
	}
	wording := words.T("cli.took-back")
	if p.Kind == edit.StepRedo {
		wording = words.T("cli.did-again")
	}
	who := ""
	if len(out.Accounts) > 0 {
		who = " (" + few(out.Accounts) + ")"
	}
	fmt.Fprintf(f.Stdout, "%s: %s%s\n", wording, plain(oneLine(out.Label)), who)
	for i, fact := range out.Facts {
		if i == detailLimit {
			fmt.Fprintln(f.Stdout, "    "+words.T("cli.and-more", len(out.Facts)-i))
			break
		}
		fmt.Fprintln(f.Stdout, "    "+plain(oneLine(fact)))
	}
	return nil
}
