package store

import (
	"bytes"
	"encoding/json"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/store/journal"
	"accord/store/record"
	"accord/store/seal"
)

// Values of any bytes are refused, or are what was put in: of a plain file and of
// a sealed one, of every bucket.
func FuzzEnvelope(f *testing.F) {
	v, _, err := protectionForTests()
	if err != nil {
		f.Fatal(err)
	}
	for _, vault := range []*seal.Vault{nil, v} {
		_, value := vault.Put(seal.EnvelopePlain, seal.BucketEntities, "acc/a", 7, []byte("{}"))
		f.Add("acc/a", value)
	}
	f.Add("", []byte{})
	f.Add("x", bytes.Repeat([]byte{3}, 60))
	f.Fuzz(func(t *testing.T, key string, value []byte) {
		for _, vault := range []*seal.Vault{nil, v} {
			for _, bucket := range []string{seal.BucketEntities, seal.BucketSettings, seal.BucketJournal, seal.BucketSnapshots, seal.BucketContents} {
				for _, kind := range []byte{seal.EnvelopePlain, seal.EnvelopePacked} {
					_, _, _, _ = vault.Take(kind, bucket, []byte(key), value)
					k, sealed := vault.Put(kind, bucket, key, 9, value)
					got, content, seq, err := vault.Take(kind, bucket, k, sealed)
					if err != nil || string(got) != key || !bytes.Equal(content, value) || seq != 9 {
						t.Fatalf("%s/%q: %q %q %d, %v", bucket, key, got, content, seq, err)
					}
				}
			}
		}
	})
}

func protectionForTests() (*seal.Vault, string, error) {
	seal.NewCost = seal.Cost{Time: 1, Memory: 64, Threads: 1}
	return seal.Protect(phrase)
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
		if a, err := record.DecodeAccount([]record.Entry{{Key: k, Value: content, Bare: true}, {Key: []byte("a/a"), Value: []byte(`{"name":"A"}`), Bare: true}}, nil); err == nil {
			if _, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a}); err == nil {
				if _, err := record.Changes(&edit.Patch{Before: []*model.Account{nil}, After: []*model.Account{a}}); err != nil {
					t.Errorf("what was read cannot be written: %v", err)
				}
			}
		}
		var all record.Settings
		if all.Add(key, content) == nil {
			_ = all.Programme()
		}
		seq := seal.SeqKey(1)
		if _, value := (*seal.Vault)(nil).Put(seal.EnvelopePlain, seal.BucketJournal, string(seq), 1, content); true {
			_, _ = journal.ReadStep(nil, seq, value)
			_, _ = record.ReadSnapshot(nil, seq, value)
			if r, err := journal.ReadEntry(nil, seq, value); err == nil {
				p := journal.NewPast(now)
				if p.Reverse(r) == nil {
					_, _ = p.Patch()
				}
			}
		}
		if c, err := seal.ParseCrypt(content); err == nil && c.Cost.Memory <= 1024 && c.Cost.Time <= 4 {
			_, _ = c.Open("a passphrase of some words")
		}
		var l journal.RescueLine
		if json.Unmarshal(content, &l) == nil {
			_ = journal.OpenLine((*seal.Vault)(nil), &l)
		}
	})
}

// A recovery key reads as it was printed, however it is typed; anything else is
// none.
func FuzzRecoveryKey(f *testing.F) {
	f.Add([]byte("12345678901234567890"), "AAAA-BBBB")
	f.Fuzz(func(t *testing.T, secret []byte, typed string) {
		if len(secret) == 20 && !bytes.Equal(seal.Unprinted(seal.Printed(secret)), secret) {
			t.Errorf("%x is printed as %s", secret, seal.Printed(secret))
		}
		if got := seal.Unprinted(typed); got != nil && len(got) != 20 {
			t.Errorf("%q is %x", typed, got)
		}
	})
}
