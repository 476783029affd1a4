package cli

import (
	"accord/model/words"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// relmap prints the relationship map of an account, or writes it as a picture.
func (f *face) relmap() *cobra.Command {
	var look, picture string
	var width int
	cmd := &cobra.Command{
		Use:   "map ACCOUNT",
		Short: words.T("cli.relationship-map-account-as-text"),
		Args:  args(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, wording []string) error {
			looks := f.doors.MapLooks
			switch {
			case !slices.Contains(looks, look):
				return usagef("%s", words.T("cli.look-there-no-look-choose", look, strings.Join(looks, ", ")))
			case width < 60 || width > 400:
				return usagef("%s", words.T("cli.width-columns-do-not-work", width))
			}
			p, today, err := f.read()
			if err != nil {
				return err
			}
			a, err := account(p, wording[0])
			if err != nil {
				return err
			}
			text, svg := f.doors.DrawMap(p, today, a.ID, look, width)
			if picture == "" {
				fmt.Fprintln(f.Stdout, strings.TrimRight(plain(text), "\n"))
				return nil
			}
			o, err := f.output(picture, formatPicture)
			if err != nil {
				return err
			}
			if err := f.doors.WriteText(o, []byte(svg)); err != nil {
				return err
			}
			fmt.Fprintln(f.Stdout, sentences(words.T("cli.wrote-3", picture), f.leftPlain()))
			return nil
		},
	}
	cmd.Flags().StringVar(&look, "look", "tree", words.T("cli.tree-matrix-zipper-paths-or"))
	cmd.Flags().StringVar(&picture, "svg", "", words.T("cli.write-picture-this-file-instead"))
	cmd.Flags().IntVar(&width, "width", 120, words.T("cli.how-many-columns-wide"))
	f.forcing(cmd)
	return cmd
}
