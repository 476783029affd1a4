package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
)

// pack brings the method pack of a file out and in, as a text people can edit.
func (f *face) pack() *cobra.Command {
	cmd := &cobra.Command{Use: "pack", Short: words.T("cli.method-pack-as-text-file"), Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(
		f.packOut(),
		&cobra.Command{Use: "import FILE", Short: words.T("cli.put-method-pack-text-file"), Args: args(cobra.ExactArgs(1)),
			RunE: func(_ *cobra.Command, wording []string) error {
				text, err := f.doors.ReadText(wording[0])
				if err != nil {
					return err
				}
				p, err := edit.ImportPack(text)
				if err != nil {
					return err
				}
				return f.usePack(p)
			}},
		&cobra.Command{
			Use:   "use english|hebrew",
			Short: words.T("cli.put-method-pack-force-ships"),
			Args:  args(cobra.ExactArgs(1)),
			RunE: func(_ *cobra.Command, wording []string) error {
				packs := map[string]*model.Pack{
					"english": model.DefaultPack(),
					"default": model.DefaultPack(),
					"hebrew":  model.HebrewPack(),
				}
				p := packs[strings.ToLower(wording[0])]
				if p == nil {
					return usagef("%s", words.T("cli.there-no-method-pack-english", wording[0]))
				}
				return f.usePack(p)
			},
		},
	)
	return cmd
}

// packOut writes the method pack in force.
func (f *face) packOut() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export FILE",
		Short: words.T("cli.write-method-pack-force-text"),
		Args:  args(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, wording []string) error {
			p, _, err := f.read()
			if err != nil {
				return err
			}
			text, err := p.Programme().MethodPack().Text()
			if err != nil {
				return err
			}
			o, err := f.output(wording[0], formatPack)
			if err != nil {
				return err
			}
			if err := f.doors.WriteText(o, text); err != nil {
				return err
			}
			fmt.Fprintln(f.Stdout, sentences(words.T("cli.wrote-2", wording[0], plain(p.Programme().MethodPack().Name)), f.leftPlain()))
			return nil
		},
	}
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
			fmt.Fprintln(f.Stdout, words.T("cli.force-already", plain(pack.Name)))
			return nil
		}
		save(p)
		moved := 0
		for _, a := range s.Portfolio().Accounts() {
			if !a.Archived && s.Scores().Crossed(before, a.ID) {
				moved++
			}
		}
		fmt.Fprintln(f.Stdout, words.T("cli.force-accounts-changed-quadrant", plain(pack.Name), moved))
		return nil
	})
}
