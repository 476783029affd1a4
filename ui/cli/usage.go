package cli

import (
	"errors"
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
	return usagef("%s; `%s --help` lists them", said, cmd.CommandPath())
}

// noEmptyFlags refuses a flag given with nothing: in a script that is a variable
// that is not set, and the default would be another file, day or year.
func noEmptyFlags(cmd *cobra.Command, _ []string) error {
	for _, name := range []string{"file", "today", "kind", "what", "period", "new", "old-copies"} {
		if x := cmd.Flags().Lookup(name); x != nil && x.Changed && x.Value.String() == "" {
			return usagef("--%s is empty; give it a value or leave it out", name)
		}
	}
	return nil
}

// noCommand refuses a word that is no command, with near ones.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "`accord --help` lists them"
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "?"
	}
	return usagef("there is no command %q; %s", args[0], hint)
}

// args wraps cobra's counting so that a wrong count is a usage error.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, words []string) error {
		if err := check(cmd, words); err != nil {
			said := "a word is missing"
			if len(words) > 0 && check(cmd, words[:len(words)-1]) == nil {
				said = fmt.Sprintf("%q is too much", words[len(words)-1])
			}
			return usagef("%s; write `%s`, or see `%s --help`", said, strings.TrimSuffix(cmd.UseLine(), " [flags]"), cmd.CommandPath())
		}
		return nil
	}
}

func pairs(_ *cobra.Command, words []string) error {
	if len(words) < 3 || len(words)%2 == 0 {
		return errors.New("needs an account and pairs of field and value")
	}
	return nil
}

// flagPairs takes the values of a flag apart at their last sign of equality.
func flagPairs(flag, shape string, values []string) (map[string]string, error) {
	out := map[string]string{}
	for _, v := range values {
		i := strings.LastIndex(v, "=")
		if i < 0 {
			return nil, usagef("--%s: %q is not %s", flag, v, shape)
		}
		out[v[:i]] = v[i+1:]
	}
	return out, nil
}
