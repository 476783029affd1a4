package modeltest

import (
	"flag"
	"iter"
	"math/rand/v2"
	"testing"
	"time"

	"accord/model"
)

// EachRandom calls f for many random portfolios with at least one account.
func EachRandom(t *testing.T, numbers iter.Seq[int], f func(r *rand.Rand, p *model.Portfolio)) {
	t.Helper()
	seed := -1
	defer func() { // f knows no seed
		if t.Failed() {
			t.Logf("the last seed was %d", seed)
		}
	}()
	for range numbers {
		var p *model.Portfolio
		var r *rand.Rand
		for p == nil || p.Len() == 0 {
			seed++
			r = rand.New(rand.NewPCG(uint64(seed), 21))
			p = RandomPortfolio(t, r)
		}
		f(r, p)
	}
}

var (
	long   = flag.Bool("long", false, "more runs of what is random")
	most   = flag.Int("seeds", 0, "of the long forms, how many seeds instead of each test's own number")
	budget = flag.Duration("budget", 0, "of the long forms, how long each test may go on; 0 is to the end")
)

// Seeds are the numbers from 0 that a random test is done with: short of them, and
// with -long many. A -budget ends the long form early, never before the short form
// is done: how far it came is logged, and what fails says its seed, with which it
// fails wherever it is run.
func Seeds(t *testing.T, short, many int) iter.Seq[int] {
	t.Helper()
	n := short
	if *long {
		n = max(many, short)
		if *most > 0 {
			n = max(*most, short)
		}
	}
	return func(yield func(int) bool) {
		began, done := time.Now(), 0
		for ; done < n; done++ {
			if *budget > 0 && done >= short && time.Since(began) > *budget {
				break
			}
			if !yield(done) {
				return
			}
		}
		if t.Logf("%d seeds", done); done < short || done == 0 {
			t.Errorf("only %d seeds, of at least %d", done, short)
		}
	}
}
