package store

import (
	"bytes"
	"encoding/binary"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// A damaged file is salvaged record by record: every value knows by its checksum
// whether it is whole. What the tree of pages still leads to is sure. A page that
// nothing leads to, and that is not listed as free, hung on one that is damaged,
// so it is sure too. Free pages hold older states, which serve where nothing else
// is left.

// found is one record that could be read, in its envelope.
type found struct {
	seq   uint64
	value []byte
	sure  bool
}

// keyRange is where in a bucket something could not be read; no high is the end.
// Without a bucket it is the list of all of them.
type keyRange struct {
	bucket    string
	low, high []byte
	below     bool // what is lost is only the way to the pages below
}

// salvage is what could be read of a file.
type salvage struct {
	records map[string]map[string]found // by bucket and key
	lost    []keyRange
	damage  []error
	headers bool   // one of them was good
	both    bool   // so is the other
	unread  bool   // there are pages that nothing leads to and that cannot be read
	vault   *vault // of a protected file
	last    uint64 // the highest step that anything sure is from

	replaced map[string][]byte // by an unfinished step: bucket, a zero byte, key, as in bucketPending
	cutOff   bool              // there was an unfinished step, and not all it replaced can be read

	changed map[string]lastChange // by bucket and key, of the journal
	like    string                // the number of the file, as its newest copy says it
	known   uint64                // every step after this one is in the journal
}

// salvageFile reads what can be read of a file, whatever state it is in.
func salvageFile(path, of string, o Options) (*salvage, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, &AccessError{path, err}
	}
	defer in.Close()
	st, err := in.Stat()
	if err != nil {
		return nil, &AccessError{path, err}
	}
	s := &salvage{records: map[string]map[string]found{}, replaced: map[string][]byte{}}
	for _, name := range allBuckets {
		s.records[name] = map[string]found{}
	}
	h, both := newestHeader(in)
	s.both = both
	if s.headers = h.ok; !h.ok {
		h = header{pageSize: pageSize, used: uint64(st.Size()) / pageSize}
	}
	if most := uint64(st.Size())/uint64(h.pageSize) + 1; h.used > most { // it was cut off
		h.used = most
	}
	if s.vault, err = s.vaultOf(in, h, of, o); err != nil {
		return nil, err
	}
	s.pages(in, h)
	return s, nil
}

// vaultOf is what opens the values of a protected file, however damaged the rest
// of it is.
func (s *salvage) vaultOf(in io.ReaderAt, h header, of string, o Options) (*vault, error) {
	text, sealed := protectionIn(in, h, s.headers, Backups(o.BackupDir, of))
	if !sealed {
		return nil, nil
	}
	c, err := parseCrypt(text)
	if err != nil {
		return nil, &DamagedError{of, "what its passphrase opens is damaged, and without that nothing in it can be read", "`accord restore` lists the copies to go back to"}
	}
	return o.Keys.vault(of, c)
}

// protectionIn is whether there are sealed values in a file, and what it says of how
// it is protected: that may lie on a page that nothing leads to, or in a copy of the
// file, which has the same key.
func protectionIn(in io.ReaderAt, h header, headers bool, copies []string) (text []byte, sealed bool) {
	w := newWalker(in, h)
	text = w.crypted(headers)
	for id := uint64(2); id < h.used && text == nil; id++ {
		w.orphan(id, func(key, value []byte) {
			w.sealed = w.sealed || isSealed(value) && len(value) >= sealedSize
			if _, err := parseCrypt(value); err == nil && string(key) == metaCrypt {
				text = bytes.Clone(value)
			}
		})
	}
	if !w.sealed {
		return nil, false
	}
	for _, path := range copies {
		if text == nil {
			text = cryptedIn(path)
		}
	}
	return text, true
}

// crypted walks a file and gives what it says about how it is protected.
func (w *walker) crypted(walk bool) (text []byte) {
	if !walk {
		return nil
	}
	w.bad = func(error) bool { return true }
	w.record = func(bucket string, key, value []byte) {
		if _, err := parseCrypt(value); err == nil && bucket == bucketMeta && string(key) == metaCrypt {
			text = bytes.Clone(value)
		}
	}
	w.walk()
	return text
}

func cryptedIn(path string) []byte {
	in, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer in.Close()
	h, _ := newestHeader(in)
	return newWalker(in, h).crypted(h.ok)
}

// take keeps a record when it is better than what is known of its key.
// What is sealed is kept as it would lie in a file without protection. It says
// whether the record could be read.
func (s *salvage) take(bucket string, key, value []byte, sure bool) bool {
	if bucket == bucketPending {
		s.replaced[string(key)] = bytes.Clone(value)
		return true
	}
	known := s.records[bucket]
	if known == nil {
		return false
	}
	if isSealed(value) && bucket != bucketMeta {
		k, content, seq, err := s.vault.take(kindIn(bucket), bucket, key, value)
		if err != nil {
			if sure {
				s.damage = append(s.damage, err)
				s.lost = append(s.lost, keyRange{bucket, bytes.Clone(key), bytes.Clone(key), false})
			}
			return false
		}
		key, value = k, seal(k, seq, content)
		value[0] = kindIn(bucket)
	}
	f := found{value: bytes.Clone(value), sure: sure}
	if bucket != bucketMeta && bucket != bucketByAcc {
		f.seq = binary.BigEndian.Uint64(value[5:])
		if sure && bucket != bucketContents {
			s.last = max(s.last, f.seq)
		}
	}
	if old, there := known[string(key)]; !there || f.sure && !old.sure || f.sure == old.sure && f.seq > old.seq {
		known[string(key)] = f
	}
	return true
}

// kindIn is the kind of the envelopes in a bucket.
func kindIn(bucket string) byte {
	if bucket == bucketContents {
		return envelopePacked
	}
	return envelopePlain
}

// put writes a record into the new file as its vault has it.
func (s *salvage) put(tx *bolt.Tx, bucket, key string, value []byte) error {
	content, seq, err := unsealKind(kindIn(bucket), []byte(key), value)
	if err != nil {
		return err
	}
	k, sealed := s.vault.put(kindIn(bucket), bucket, key, seq, content)
	return tx.Bucket([]byte(bucket)).Put(k, sealed)
}

// settle decides what of the unsure is used: not what was written and never
// committed, and not what the journal says was deleted since.
func (s *salvage) settle() {
	s.takeBack()
	for _, known := range s.records {
		for key, f := range known {
			if !f.sure && s.headers && f.seq > s.last {
				delete(known, key)
			}
		}
	}
	s.readJournal()
	for key, at := range s.changed {
		bucket, key, _ := strings.Cut(key, " ")
		if f, there := s.records[bucket][key]; there && at.gone && !f.sure && f.seq < at.seq {
			delete(s.records[bucket], key)
		}
	}
}

// takeBack undoes a step that was not finished: what it wrote is dropped, and what
// it replaced is put back.
func (s *salvage) takeBack() {
	pending := uint64(0)
	if n, err := strconv.ParseUint(string(s.records[bucketMeta][metaPending].value), 10, 64); err == nil {
		pending = n
	}
	s.steps(func(seq uint64, r *stepRecord) {
		if r.Pending {
			pending = max(pending, seq)
		}
	})
	if pending == 0 {
		return
	}
	for name, known := range s.records {
		if name != bucketMeta && name != bucketByAcc {
			maps.DeleteFunc(known, func(_ string, f found) bool { return f.seq >= pending })
		}
	}
	s.last = min(s.last, pending-1)
	for key, kept := range s.replaced {
		if bucket, key, _ := strings.Cut(key, "\x00"); len(kept) > 1 {
			s.take(bucket, []byte(key), kept[1:], true)
		}
	}
	s.cutOff = slices.ContainsFunc(s.lost, func(r keyRange) bool { return r.bucket == bucketPending })
}

// lastChange is the last that the journal knows of a record.
type lastChange struct {
	seq  uint64
	gone bool
}

// readJournal notes the last change of every record, and how far back the steps
// are there without a gap.
func (s *salvage) readJournal() {
	s.changed = map[string]lastChange{}
	there := map[uint64]bool{}
	newest := s.last
	s.steps(func(seq uint64, r *stepRecord) {
		newest = max(newest, seq)
		there[seq] = r.Big == 0
		for _, c := range r.Changes {
			key := changeBucket(c) + " " + c.Key
			if seq >= s.changed[key].seq {
				s.changed[key] = lastChange{seq, c.After == nil}
			}
		}
	})
	s.known = newest
	for s.known > 0 && there[s.known] {
		s.known--
	}
}

// old reports whether a record is, or may be, older than the last edit.
func (s *salvage) old(bucket, key string, f found) bool {
	at, changed := s.changed[bucket+" "+key]
	return changed && f.seq < at.seq || !f.sure && s.headers && f.seq < s.known
}

func changeBucket(c recordChange) string {
	if c.Bucket == "" {
		return bucketEntities
	}
	return c.Bucket
}

// steps gives the steps that could be read, in no order.
func (s *salvage) steps(give func(seq uint64, r *stepRecord)) {
	for key, f := range s.records[bucketJournal] {
		if r, err := readStepRecord(nil, []byte(key), f.value); err == nil {
			give(binary.BigEndian.Uint64([]byte(key)), &r)
		}
	}
}
