package record

import (
	"slices"
	"strings"

	"accord/model/words"
	"accord/store/seal"
)

// Entry is one record as it lies in the file.
type Entry struct {
	Key, Value []byte
	Bare       bool // the value is the content itself, out of its envelope
}

var ErrUnknown = words.Fail("record.record-this-kind-not-known")

// OpenAll opens the records of an account, or of the settings, and puts them in the
// order of their true keys.
func OpenAll(v *seal.Vault, bucket string, entries []Entry) ([]Entry, error) {
	if v == nil {
		return entries, nil
	}
	out := make([]Entry, 0, len(entries))
	for _, e := range entries {
		key, content, _, err := v.Take(seal.EnvelopePlain, bucket, e.Key, e.Value)
		if err != nil {
			return nil, err
		}
		out = append(out, Entry{Key: key, Value: content, Bare: true})
	}
	slices.SortFunc(out, func(a, b Entry) int { return strings.Compare(string(a.Key), string(b.Key)) })
	return out, nil
}

// Content is what a record holds.
func (e Entry) Content() ([]byte, error) {
	if e.Bare {
		return e.Value, nil
	}
	content, _, err := seal.Open(e.Key, e.Value)
	return content, err
}

// Mapped converts a list; nil stays nil, so that a reopened account equals the
// one in memory.
func Mapped[A, B any](in []A, f func(A) B) []B {
	if len(in) == 0 { // an empty list and none are the same: else a record of nothing stays behind
		return nil
	}
	out := make([]B, len(in))
	for i := range in {
		out[i] = f(in[i])
	}
	return out
}
