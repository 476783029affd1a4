package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
)

// pack brings the method pack of a file out and in, as a text people can edit.
func (f *face) pack() *cobra.Command {
	cmd := &cobra.Command{Use: "pack", Short: "the method pack as a text file: weights, words, settings", Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(f.packOut(),
		&cobra.Command{Use: "import FILE", Short: "put the method pack of a text file in force", Args: args(cobra.ExactArgs(1)),
			RunE: func(_ *cobra.Command, words []string) error {
				text, err := f.doors.ReadText(words[0])
				if err != nil {
					return err
				}
				p, err := edit.ImportPack(text)
				if err != nil {
					return err
				}
				return f.usePack(p)
			}},
		&cobra.Command{Use: "use english|hebrew", Short: "put a method pack in force that ships with Accord", Args: args(cobra.ExactArgs(1)),
			RunE: func(_ *cobra.Command, words []string) error {
				packs := map[string]*model.Pack{"english": model.DefaultPack(), "default": model.DefaultPack(), "hebrew": model.HebrewPack()}
				p := packs[strings.ToLower(words[0])]
				if p == nil {
					return usagef("there is no method pack %q; english and hebrew ship with Accord", words[0])
				}
				return f.usePack(p)
			}})
	return cmd
}

// packOut writes the method pack in force.
func (f *face) packOut() *cobra.Command {
	cmd := &cobra.Command{Use: "export FILE", Short: "write the method pack in force to a text file", Args: args(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, words []string) error {
			p, _, err := f.read()
			if err != nil {
				return err
			}
			text, err := p.Programme().MethodPack().Text()
			if err != nil {
				return err
			}
			o, err := f.output(words[0], formatPack)
			if err != nil {
				return err
			}
			if err := f.doors.WriteText(o, text); err != nil {
				return err
			}
			fmt.Fprintf(f.Stdout, "wrote %s: %s%s\n", words[0], plain(p.Programme().MethodPack().Name), f.leftPlain())
			return nil
		}}
	f.forcing(cmd)
	return cmd
}

// usePack is one change, undone like any other; it says who changed quadrant.
func (f *face) usePack(pack *model.Pack) error {
	return f.edit(true, func(s *session.Session, save func(*edit.Patch)) error {
		before := s.Scores()
		p, err := s.Do(edit.SetPack{Pack: pack}, f.Now())
		if err != nil {
			return err
		}
		if p.Empty() {
			fmt.Fprintf(f.Stdout, "%s is in force already\n", plain(pack.Name))
			return nil
		}
		save(p)
		moved := 0
		for i := range s.Portfolio().Accounts() {
			if before.QuadrantAt(i) != s.Scores().QuadrantAt(i) {
				moved++
			}
		}
		fmt.Fprintf(f.Stdout, "%s is in force; %d accounts changed quadrant\n", plain(pack.Name), moved)
		return nil
	})
}
