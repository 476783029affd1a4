package cli

import (
	"accord/model/words"
	"errors"
)

// tellsMore ends what is said without the names that it would name.
func tellsMore() string { return words.T("cli.names-hidden-reveal-tells") }

// hides reports whether nothing may be told of a file that names anybody.
func (f *face) hides(path string) bool {
	return !f.reveal && f.doors.Hides != nil && f.doors.Hides(path)
}

// unnamed are lines that name accounts as one that says how many there are.
func unnamed(lines []string, what string) []string {
	if len(lines) == 0 {
		return lines
	}
	return []string{words.T("cli.names-this-file-hidden-reveal", len(lines), what)}
}

// veiled is an error as it may be told: what is damaged in a file whose names are
// hidden names nobody.
func (f *face) veiled(err error) error {
	var damaged interface{ Unnamed() string }
	if err == nil || !errors.As(err, &damaged) {
		return err
	}
	if path, none := f.file(); none == nil && f.hides(path) {
		return &veiledError{err, damaged.Unnamed() + ". " + upper(tellsMore())}
	}
	return err
}

// veiledError is an error in other words; what it is stays.
type veiledError struct {
	error
	words string
}

func (e *veiledError) Error() string { return e.words }
func (e *veiledError) Unwrap() error { return e.error }

func upper(s string) string { return string(s[0]-'a'+'A') + s[1:] }

// veiledCopy is a copy without the names in what is wrong with it.
func (f *face) veiledCopy(c Copy) Copy {
	if c.Problem != "" && f.hides(c.Path) {
		c.Problem = words.T("cli.cannot-used-names-this-file", c.Path)
	}
	return c
}
