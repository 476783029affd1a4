package store

import (
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/journal"
	"accord/store/seal"
)

// A step is kept as a message beside its English label, so that an old edit can be told
// in another language; a step of a program that kept none is told as it was written.
func TestAStepIsToldInAnyLanguage(t *testing.T) {
	for name, messages := range map[string]bool{"testdata/messages.db": true, "testdata/minor-1.db": false} {
		path := t.TempDir() + "/accord.db"
		if err := copyFile(name, path); err != nil {
			t.Fatal(err)
		}
		f := open(t, path, Options{})
		told := 0
		err := f.view(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(seal.BucketJournal)).ForEach(func(k, v []byte) error {
				s, err := journal.ReadStep(f.vault, k, v)
				if err != nil {
					return err
				}
				english, other := s.Label.String(), words.Pseudo().Say(s.Label)
				if strings.TrimSpace(english) == "" {
					t.Errorf("%s: step %d has no words", name, s.Seq)
				}
				if english != other {
					told++
				}
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		if messages != (told > 0) {
			t.Errorf("%s: %d steps can be told in another language", name, told)
		}
		shut(t, f)
	}
}
