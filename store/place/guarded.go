package place

import (
	"fmt"
	"runtime/debug"
)

// PanicError is a panic or a fault that was caught.
type PanicError struct{ What any }

func (e *PanicError) Error() string { return fmt.Sprint(e.What) }

// Guarded runs fn so that a panic in it, or a fault in the mapped file, is an
// error and not the end of the program.
func Guarded(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &PanicError{r}
		}
	}()
	return fn()
}
