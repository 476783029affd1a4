package copies

import (
	"encoding/json"
	"os"
	"slices"
	"strings"

	"accord/store/pages"
	"accord/store/record"
	"accord/store/seal"
)

// Names lists those that a sound copy has, by their names.
func (c *Copy) Names(keys *seal.Keys) (named []pages.NamedAccount, err error) {
	in, err := os.Open(c.Path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	h, _ := pages.NewestHeader(in)
	w := pages.NewWalker(in, h)
	w.Bad = func(e error) bool { err = e; return false }
	v := keys.Known(c.key)
	w.Record = func(bucket string, k, value []byte) {
		if bucket != seal.BucketEntities {
			return
		}
		key, content, _, e := v.Take(seal.EnvelopePlain, bucket, k, value)
		if e != nil {
			err = e
			return
		}
		var r record.AccountRecord
		if id, rest, _ := strings.Cut(string(key), "/"); rest == record.KindAccount && json.Unmarshal(content, &r) == nil {
			named = append(named, pages.NamedAccount{ID: id, Name: r.Name})
		}
	}
	w.Walk()
	slices.SortFunc(named, func(a, b pages.NamedAccount) int { return strings.Compare(a.Name, b.Name) })
	return named, err
}
