package wordstest

import (
	"testing"

	"accord/model/words"
)

// InLanguages makes the same thing with the screen in English and in languages whose
// every sentence reads otherwise, and fails where what is made differs: a language
// changes what is read and nothing that is kept, compared or handed to a program.
func InLanguages(t *testing.T, made func(t *testing.T) string) {
	t.Helper()
	t.Cleanup(func() { words.Speak(words.English()) })
	words.Speak(words.English())
	want := made(t)
	if want == "" {
		t.Fatal("nothing was made")
	}
	for _, in := range []*words.Language{words.Pseudo(), words.Mirrored()} {
		words.Speak(in)
		if got := made(t); got != want {
			near := differ(got, want)
			t.Errorf("in %s it is\n%.400s\nin English\n%.400s", in.Name(), got[near:], want[near:])
		}
	}
}

// differ is where two texts part, a little before.
func differ(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return max(0, n-120)
}
