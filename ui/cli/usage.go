package cli

import (
	"accord/model/words"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// usage is an error of the words typed, not of the data.
type usage struct{ error }

func usagef(format string, args ...any) error { return usage{fmt.Errorf(format, args...)} }

// flagError words the errors of flags, without what the parser says of itself.
func flagError(cmd *cobra.Command, err error) error {
	said, _, _ := strings.Cut(err.Error(), ": strconv.")
	return usagef("%s", words.T("cli.help-lists-them", said, cmd.CommandPath()))
}

// noEmptyFlags refuses a flag given with nothing: in a script that is a variable
// that is not set, and the default would be another file, day or year.
func noEmptyFlags(cmd *cobra.Command, _ []string) error {
	for _, name := range []string{"file", "today", "kind", "what", "period", "new", "old-copies"} {
		if x := cmd.Flags().Lookup(name); x != nil && x.Changed && x.Value.String() == "" {
			return usagef("%s", words.T("cli.empty-give-value-or-leave", name))
		}
	}
	return nil
}

// noCommand refuses a word that is no command, with near ones.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usagef("%s", words.T("cli.there-no-command-did-you-mean", args[0], strings.Join(near, " or ")))
	}
	return usagef("%s", words.T("cli.there-no-command", args[0]))
}

// args wraps cobra's counting so that a wrong count is a usage error.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, wording []string) error {
		if err := check(cmd, wording); err != nil {
			said := words.T("cli.word-missing")
			if len(wording) > 0 && check(cmd, wording[:len(wording)-1]) == nil {
				said = words.T("cli.too-much", wording[len(wording)-1])
			}
			return usagef(
				"%s",
				words.T("cli.write-or-see-help", said, strings.TrimSuffix(cmd.UseLine(), " [flags]"), cmd.CommandPath()),
			)
		}
		return nil
	}
}

func pairs(_ *cobra.Command, wording []string) error {
	if len(wording) < 3 || len(wording)%2 == 0 {
		return words.Fail("cli.needs-account-pairs-field-value")
	}
	return nil
}

// flagPairs takes the values of a flag apart at their last sign of equality.
func flagPairs(flag, shape string, values []string) (map[string]string, error) {
	out := map[string]string{}
	for _, v := range values {
		i := strings.LastIndex(v, "=")
		if i < 0 {
			return nil, usagef("%s", words.T("cli.is-not", flag, v, shape))
		}
		out[v[:i]] = v[i+1:]
	}
	return out, nil
}
