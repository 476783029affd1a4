package cells

import (
	"errors"
	"os"

	"accord/model"
)

// Reason strips the path from a file error; the user knows it already.
func Reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// Refuse is the error for a file that cannot be read as a whole.
func Refuse(name, hint, format string) *model.Problem {
	return &model.Problem{Field: name, Sentence: format, Hint: hint}
}
