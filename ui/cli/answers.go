package cli

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"accord/model/words"
)

// answerFlags are the flags that answer what an import leaves open.
type answerFlags map[string]*string

// add defines them.
func (a answerFlags) add(flags *pflag.FlagSet) {
	for _, x := range [][2]string{
		{"type", words.T("cli.flag-type")}, {"currency", words.T("cli.flag-currency")}, {"net", words.T("cli.flag-net")},
		{"lines", words.T("cli.flag-lines")}, {"date", words.T("cli.flag-date")}, {"totals", words.T("cli.flag-totals")},
	} {
		a[x[0]] = flags.String(x[0], "", x[1])
	}
}

// answers are those that were given, by the key of the question.
func (a answerFlags) answers() map[string]string {
	out := map[string]string{}
	for key, value := range a {
		if *value != "" {
			out[key] = *value
		}
	}
	return out
}

// answered reads a file, and asks what it leaves open where somebody can be asked. Agreeing
// to a preview beforehand answers nothing.
func (f *face) answered(r ImportRequest, yes bool) (*ImportPreview, error) {
	r.Answers = maps.Clone(r.Answers)
	for {
		v, err := f.reading(r)
		if err != nil || len(v.Open) == 0 {
			return v, err
		}
		if yes || f.json || !f.StdinTTY {
			return nil, openError(v)
		}
		q := v.Open[0]
		fmt.Fprintln(f.Stderr, plain(v.File+": "+q.Sentence))
		for i, c := range q.Choices {
			fmt.Fprintf(f.Stderr, "  %d  %s\n", i+1, plain(c.Label))
		}
		fmt.Fprintln(f.Stderr, words.T("cli.choose-number"))
		line, err := f.answers.ReadString('\n')
		n, _ := strconv.Atoi(strings.TrimSpace(line))
		if n < 1 || n > len(q.Choices) {
			if err != nil || strings.TrimSpace(line) == "" {
				return nil, openError(v)
			}
			continue
		}
		if r.Kind == "" && q.Key == "kind" {
			r.Kind = q.Choices[n-1].Key
			continue
		}
		if r.Answers == nil {
			r.Answers = map[string]string{}
		}
		r.Answers[q.Key] = q.Choices[n-1].Key
	}
}

// openError says what has to be answered, and with which words.
func openError(v *ImportPreview) error {
	var lines []string
	for _, q := range v.Open {
		lines = append(lines, plain(v.File+": "+q.Sentence))
		for _, c := range q.Choices {
			word := c.Key
			if strings.ContainsAny(word, " '\"") {
				word = strconv.Quote(word)
			}
			lines = append(lines, fmt.Sprintf("  --%s %s  %s", q.Key, plain(word), plain(c.Label)))
		}
	}
	lines = append(lines, words.T("cli.nothing-imported-until-answered"))
	return usagef("%s", strings.Join(lines, "\n"))
}
