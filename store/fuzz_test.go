package store

import (
	"bytes"
	"encoding/json"
	"testing"

	"accord/model"
)

// Values of any bytes are refused, or are what was put in: of a plain file and of
// a sealed one, of every bucket.
func FuzzEnvelope(f *testing.F) {
	v, _, err := protectionForTests()
	if err != nil {
		f.Fatal(err)
	}
	for _, vault := range []*vault{nil, v} {
		_, value := vault.put(envelopePlain, bucketEntities, "acc/a", 7, []byte("{}"))
		f.Add("acc/a", value)
	}
	f.Add("", []byte{})
	f.Add("x", bytes.Repeat([]byte{3}, 60))
	f.Fuzz(func(t *testing.T, key string, value []byte) {
		for _, vault := range []*vault{nil, v} {
			for _, bucket := range []string{bucketEntities, bucketSettings, bucketJournal, bucketSnapshots, bucketContents} {
				for _, kind := range []byte{envelopePlain, envelopePacked} {
					_, _, _, _ = vault.take(kind, bucket, []byte(key), value)
					k, sealed := vault.put(kind, bucket, key, 9, value)
					got, content, seq, err := vault.take(kind, bucket, k, sealed)
					if err != nil || string(got) != key || !bytes.Equal(content, value) || seq != 9 {
						t.Fatalf("%s/%q: %q %q %d, %v", bucket, key, got, content, seq, err)
					}
				}
			}
		}
	})
}

func protectionForTests() (*vault, string, error) {
	newCost = cost{Time: 1, Memory: 64, Threads: 1}
	return protection(phrase)
}

// What lies in a file under a good checksum may still be anything: records of an
// account and settings, steps, snapshots, what the file says of its protection.
func FuzzContents(f *testing.F) {
	f.Add("a/a", []byte(`{"name":"A","ratings":{"importance.capacity":{"o":3}}}`))
	f.Add("a/x/2026", []byte(`[{"n":0,"k":"x"},{"n":16777216}]`))
	f.Add("a/k", []byte(`{"seats":["s","s"]}`))
	f.Add("a/s/id", []byte(`{"past":[{"p":"x"}]}`))
	f.Add("programme", []byte(`{"title":"T","rates":[{"c":"EUR","y":2026,"v":1e308}]}`))
	f.Add("pack", []byte(`{"instruments":[{"key":"x"}]}`))
	f.Add("step", []byte(`{"at":"2026-11-24T09:00:00Z","ch":[{"k":"a/a","was":{"name":"B"},"is":{"name":"A"}},{"b":"conf","k":"pack","was":{},"is":{}}]}`))
	f.Add("step", []byte(`{"ch":[{"k":"a/y","was":[{"y":1}],"is":[]},{"k":"","was":1,"is":2}]}`))
	f.Add("crypt", []byte(`{"id":"x","argon2id":{"t":4294967295,"m":4294967295,"p":255},"salt":"","key":"AA=="}`))
	now, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{{ID: "a", Name: "A", Years: []model.Year{{Year: 2026}}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, key string, content []byte) {
		k := []byte(key)
		if a, err := decodeAccount([]entry{{key: k, value: content, bare: true}, {key: []byte("a/a"), value: []byte(`{"name":"A"}`), bare: true}}, nil); err == nil {
			if _, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a}); err == nil {
				if _, err := changes(&model.Patch{Before: []*model.Account{nil}, After: []*model.Account{a}}); err != nil {
					t.Errorf("what was read cannot be written: %v", err)
				}
			}
		}
		var all settings
		if all.add(key, content) == nil {
			_ = all.programme()
		}
		seq := seqKey(1)
		if _, value := (*vault)(nil).put(envelopePlain, bucketJournal, string(seq), 1, content); true {
			_, _ = readStep(nil, seq, value)
			_, _ = readSnapshot(nil, seq, value)
			if r, err := readStepRecord(nil, seq, value); err == nil {
				p := past{now: now, accounts: map[model.AccountID]records{}}
				if p.reverse(r) == nil {
					_, _ = p.patch()
				}
			}
		}
		if c, err := parseCrypt(content); err == nil && c.Cost.Memory <= 1024 && c.Cost.Time <= 4 {
			_, _ = c.open("a passphrase of some words")
		}
		var l rescueLine
		if json.Unmarshal(content, &l) == nil {
			_ = (*vault)(nil).unrescued(&l)
		}
	})
}

// A recovery key reads as it was printed, however it is typed; anything else is
// none.
func FuzzRecoveryKey(f *testing.F) {
	f.Add([]byte("12345678901234567890"), "AAAA-BBBB")
	f.Fuzz(func(t *testing.T, secret []byte, typed string) {
		if len(secret) == 20 && !bytes.Equal(unprinted(printed(secret)), secret) {
			t.Errorf("%x is printed as %s", secret, printed(secret))
		}
		if got := unprinted(typed); got != nil && len(got) != 20 {
			t.Errorf("%q is %x", typed, got)
		}
	})
}
