package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
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
	cmd := &cobra.Command{Use: "undo", Short: "take the last edit, import or merge back, and say what it was", Args: args(cobra.NoArgs),
		Long: "Take the last edit, import or merge back, and say what it was; again for the one before. It is u of the workbench, and can be taken back there too. --redo does again what was taken back last.",
		RunE: func(*cobra.Command, []string) error {
			return f.edit(false, func(s *session.Session, save func(*edit.Patch)) error {
				before := s.Portfolio()
				turn, none := s.Undo, "there is nothing to take back: nothing was edited, or it was all taken back"
				if redo {
					turn, none = s.Redo, "there is nothing to do again: the last thing done was no undo"
				}
				p, ok := turn()
				if !ok {
					if err := s.PastError(); err != nil {
						return fmt.Errorf("the last edit cannot be taken back: %w", err)
					}
					return errors.New(none)
				}
				save(p)
				return f.tellTurned(p, before)
			})
		}}
	cmd.Flags().BoolVar(&redo, "redo", false, "do again what was taken back last")
	return cmd
}

// tellTurned says what was taken back, or done again.
func (f *face) tellTurned(p *edit.Patch, before *model.Portfolio) error {
	out := turned{Step: p.Seq, Kind: p.Kind.String(), Label: p.Label, Facts: []string{}, Accounts: []string{}}
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
	words := "took back"
	if p.Kind == edit.StepRedo {
		words = "did again"
	}
	who := ""
	if len(out.Accounts) > 0 {
		who = " (" + few(out.Accounts) + ")"
	}
	fmt.Fprintf(f.Stdout, "%s: %s%s\n", words, plain(oneLine(out.Label)), who)
	for i, fact := range out.Facts {
		if i == detailLimit {
			fmt.Fprintf(f.Stdout, "    … and %d more\n", len(out.Facts)-i)
			break
		}
		fmt.Fprintln(f.Stdout, "    "+plain(oneLine(fact)))
	}
	return nil
}
