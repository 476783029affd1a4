// package fault tells a fault of the program without a word of the plan. What a
// panic carries may be a name or an amount, and so may the arguments in a stack;
// so neither is told.
package fault

import (
	"accord/model/words"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

// depth bounds how much of a stack is told.
const depth = 40

// Fault is a panic that was caught, as an error for people.
type Fault struct {
	kind   string
	frames []string
}

// Caught makes a fault of what recover gave. It must be called by the deferred
// function itself, while the stack is that of the panic.
func Caught(what any) *Fault {
	f := &Fault{kind: kind(what)}
	pcs := make([]uintptr, depth)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		fr, more := frames.Next()
		if fr.Function != "" {
			f.frames = append(
				f.frames,
				fmt.Sprintf("%s %s:%d", fr.Function, fr.File[strings.LastIndexByte(fr.File, '/')+1:], fr.Line),
			)
		}
		if !more {
			return f
		}
	}
}

// kind is what a panic was about: the runtime's own words, which have numbers of
// places and names of types, else only the type of what it carried.
func kind(what any) string {
	if err, ok := what.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf(words.T("fault.panic-t"), what)
}

func (f *Fault) Error() string {
	return words.T(
		"fault.this-fault-accord-which-ended",
		runtime.Version(),
		runtime.GOOS,
		runtime.GOARCH,
		f.kind,
		strings.Join(f.frames, "\n  "),
	)
}

// Keeper keeps the first of several faults.
type Keeper struct {
	mu    sync.Mutex
	first *Fault
}

// Keep keeps a fault unless there is one.
func (k *Keeper) Keep(f *Fault) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.first == nil {
		k.first = f
	}
}

// First is the first fault that was kept, nil for none.
func (k *Keeper) First() *Fault {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.first
}
