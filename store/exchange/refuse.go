package exchange

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"accord/model"
)

// reason strips the path from a file error; the user knows it already.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// refuse is the error for a file that cannot be read as a whole.
func refuse(name, hint, format string, args ...any) *model.Problem {
	return &model.Problem{Field: name, Sentence: fmt.Sprintf(format, args...), Hint: hint}
}

// count says how many of a thing there are.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
