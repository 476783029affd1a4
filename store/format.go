package store

import (
	"bytes"
	"strconv"

	"accord/model"
	"accord/model/words"
	"accord/store/seal"

	bolt "go.etcd.io/bbolt"
)

// format is what a file says of itself.
type format struct {
	app           string
	schema, minor int
	id            string // of the file
	crypt         []byte // what it says of its protection, nil for none
}

func (f *File) format() (v format, err error) {
	err = f.view(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		if b == nil {
			return words.Fail("store.no-bucket", seal.BucketMeta)
		}
		v.app = string(b.Get([]byte("app")))
		if v.schema, err = strconv.Atoi(string(b.Get([]byte("schema")))); err != nil {
			return err
		}
		v.id = string(b.Get([]byte("file")))
		v.crypt = bytes.Clone(b.Get([]byte(seal.MetaCrypt)))
		v.minor, err = strconv.Atoi(string(b.Get([]byte("minor"))))
		return err
	})
	switch {
	case err != nil:
	case v.app != "accord":
		err = words.Fail("store.it-says-it-is-of", strconv.Quote(v.app))
	case v.schema < 1 || v.minor < 0:
		err = words.Fail("store.says-format", v.schema, v.minor)
	}
	return v, err
}

// knows is what the program that wrote a file knew, as the file says.
func (f *File) knows() model.Knows {
	v, err := f.format()
	if err != nil {
		return model.KnowsAll
	}
	return model.Knows(min(v.minor, int(model.KnowsAll)))
}
