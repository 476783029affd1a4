package cli

import (
	"accord/model/words"
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
var errKept = words.Fail("cli.nothing-written")

// forcing gives a command that writes a file the flag that agrees beforehand.
func (f *face) forcing(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.force, "force", false, words.T("cli.replace-older-paper-same-format"))
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
		return o, usagef("%s", words.T("cli.json-there-no-asking-force", older))
	case !f.StdinTTY:
		return o, usagef("%s", words.T("cli.without-terminal-ask-force-replaces", older))
	}
	fmt.Fprint(f.Stderr, words.T("cli.replace-y-n", plain(older.Error()))+" ") // stdout may be a file
	answer, _ := f.answers.ReadString('\n')
	if o.Over = strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y"); !o.Over {
		return o, errKept
	}
	return o, nil
}
