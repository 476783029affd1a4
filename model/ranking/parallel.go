package ranking

import (
	"runtime"
	"sync"
)

// few is how many things are worth no second core.
const few = 256

// Each does n independent things, on all cores when there are many of them.
func Each(n int, do func(i int)) {
	cores := min(runtime.GOMAXPROCS(0), n/few+1)
	if cores == 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var all sync.WaitGroup
	for c := range cores {
		all.Go(func() {
			for i := c * n / cores; i < (c+1)*n/cores; i++ {
				do(i)
			}
		})
	}
	all.Wait()
}

// Together does a handful of larger things that do not depend on each other; size is
// how many things each of them goes through.
func Together(size int, do ...func()) {
	if size < few {
		for _, f := range do {
			f()
		}
		return
	}
	var all sync.WaitGroup
	for _, f := range do {
		all.Go(f)
	}
	all.Wait()
}
