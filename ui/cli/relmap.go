package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// relmap prints the relationship map of an account, or writes it as a picture.
func (f *face) relmap() *cobra.Command {
	var look, picture string
	var width int
	cmd := &cobra.Command{Use: "map ACCOUNT", Short: "the relationship map of an account as text, or as an SVG picture", Args: args(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, words []string) error {
			looks := f.doors.MapLooks
			switch {
			case !slices.Contains(looks, look):
				return usagef("--look: there is no look %q; choose %s", look, strings.Join(looks, ", "))
			case width < 60 || width > 400:
				return usagef("--width: %d columns do not work; choose 60 to 400", width)
			}
			p, today, err := f.read()
			if err != nil {
				return err
			}
			a, err := account(p, words[0])
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
			fmt.Fprintf(f.Stdout, "wrote %s%s\n", picture, f.leftPlain())
			return nil
		}}
	cmd.Flags().StringVar(&look, "look", "tree", "tree, matrix, zipper, paths or map")
	cmd.Flags().StringVar(&picture, "svg", "", "write a picture to this file instead")
	cmd.Flags().IntVar(&width, "width", 120, "how many columns it is wide")
	f.forcing(cmd)
	return cmd
}
