package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// The formats of what is written that is no report.
const (
	formatEverything = "portfolio"
	formatPack       = "pack"
	formatPicture    = "svg"
)

// errKept says that an older paper stays, as somebody answered.
var errKept = errors.New("nothing was written")

// forcing gives a command that writes a file the flag that agrees beforehand.
func (f *face) forcing(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.force, "force", false, "replace an older paper of the same format that Accord wrote, without a question; anything else is never replaced")
}

// output settles whether a file may be written, and asks where that is for somebody
// to say. It is called before the work is done.
func (f *face) output(path, format string, inputs ...string) (Output, error) {
	o := Output{Path: path, Format: format, Over: f.force, Inputs: inputs}
	var err error
	if o.File, err = f.file(); err != nil || f.doors.MayWrite == nil {
		return o, err
	}
	err = f.doors.MayWrite(o)
	var older *OlderError
	switch {
	case !errors.As(err, &older):
		return o, err
	case f.json:
		return o, usagef("%s. With --json there is no asking; --force replaces it", older)
	case !f.StdinTTY:
		return o, usagef("%s. Without a terminal to ask on, --force replaces it", older)
	}
	fmt.Fprintf(f.Stderr, "%s. Replace it? [y/N] ", plain(older.Error())) // stdout may be a file
	answer, _ := f.answers.ReadString('\n')
	if o.Over = strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y"); !o.Over {
		return o, errKept
	}
	return o, nil
}
