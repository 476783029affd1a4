package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Repaired says what came of putting all that can be read into a new file.
type Repaired struct {
	Path   string   // the new file, "" when there was nothing to do
	Whole  int      // accounts of which nothing is missing, of those that could be read
	Lost   []string // what is missing or older, account by account, in words
	Damage []string // what is wrong with the file it was read from
	Check  Report   // of the new file
}

// repairedLabel is what the step is called with which a repair ends.
const repairedLabel = "repaired from a damaged file"

// errSound says that there is nothing to repair.
var errSound = errors.New("all of it is sound, so there is nothing to repair")

// Repair puts every record of a damaged file that can be read into a new file
// beside it, and reads that one back. The damaged one is never touched.
func Repair(path string, o Options) (*Repaired, error) {
	if st, err := os.Stat(path); err != nil || !st.Mode().IsRegular() || st.Size() == 0 {
		_, err := preflight(path) // says it best
		return nil, err
	}
	var none *ForeignError
	if _, err := preflight(path); errors.As(err, &none) {
		return nil, err
	}
	aside, _, done, err := privateCopy(path, "accord-repair-")
	if err != nil {
		return nil, notCopied(path, err)
	}
	defer done()
	s, err := salvageFile(aside, path, o)
	if err != nil {
		return nil, named(err, aside, path)
	}
	out := &Repaired{}
	switch r, err := Check(aside, o.Keys); {
	case err != nil:
		out.Damage = []string{strings.ReplaceAll(err.Error(), aside, path)}
	case len(r.Bad) == 0 && r.Warning == "":
		return nil, errSound
	default:
		if out.Damage = r.Bad; r.Warning != "" {
			out.Damage = append(out.Damage, r.Warning)
		}
	}
	s.settle()
	if s.cutOff {
		out.Lost = append(out.Lost, "a step was not finished when the program ended; not all of what it replaced could be put back")
	}
	if s.headers && !s.both {
		out.Lost = append(out.Lost, "one of the two headers of the file is damaged, so the last edit before that may be missing")
	}
	accounts := s.accounts()
	out.lost(accounts)
	s.missingOf(out, accounts, path, o)
	if !slices.ContainsFunc(accounts, func(a *rescuedAccount) bool { return len(a.entries) > 0 }) && len(s.records[bucketSettings]) == 0 {
		return nil, &DamagedError{path, "not one record in it can be read", "`accord restore` lists the copies to go back to"}
	}
	out.Path = freeName(path + ".repaired-" + o.now().Format("20060102-150405"))
	if err := s.write(out, accounts, o); err != nil {
		return nil, &AccessError{out.Path, err}
	}
	out.Check, err = Check(out.Path, o.Keys)
	return out, err
}

// freeName is a name that no file has yet.
func freeName(stem string) string {
	path := stem
	for n := 2; exists(path); n++ {
		path = fmt.Sprintf("%s-%d", stem, n)
	}
	return path
}

// lost tells, account by account, what is missing.
func (out *Repaired) lost(accounts []*rescuedAccount) {
	for _, a := range accounts {
		if len(a.missing)+len(a.older)+len(a.notes) == 0 {
			out.Whole++
			continue
		}
		var said []string
		switch {
		case len(a.entries) == 0:
			said = append(said, "nothing of it could be read")
		case len(a.missing) > 0:
			said = append(said, "missing: "+some(a.missing))
		}
		if len(a.older) > 0 {
			said = append(said, "older than the last edit: "+some(a.older))
		}
		out.Lost = append(out.Lost, "account "+a.name()+": "+strings.Join(append(said, a.notes...), "; "))
	}
}

// some are the first words of a long list.
func some(words []string) string {
	const most = 12
	if len(words) > most {
		return strings.Join(words[:most], ", ") + fmt.Sprintf(" and %d more", len(words)-most)
	}
	return strings.Join(words, ", ")
}

// write makes the new file: aside, durable, then under its name.
func (s *salvage) write(out *Repaired, accounts []*rescuedAccount, o Options) error {
	aside := fmt.Sprintf("%s.new-%d", out.Path, os.Getpid())
	defer os.Remove(aside)
	err := makeFile(aside, func(tx *bolt.Tx) error {
		for _, a := range accounts {
			for _, e := range a.entries {
				if err := s.put(tx, bucketEntities, string(e.key), e.value); err != nil {
					return err
				}
			}
		}
		return errors.Join(s.writeMeta(tx, o), s.writeSettings(tx, out), s.writeSnapshots(tx, out), s.writeSteps(tx, out, accounts, o.now()), s.vault.settleWhole(tx))
	})
	if err != nil {
		return err
	}
	return publish(aside, out.Path)
}

// writeMeta keeps what the file said of itself, where that can be read.
func (s *salvage) writeMeta(tx *bolt.Tx, o Options) error {
	all := birth(o)
	for key, f := range s.records[bucketMeta] {
		if _, ours := all[key]; ours && key != "schema" && key != "minor" && key != "app" {
			all[key] = string(f.value)
		}
	}
	if s.fileID() == "" && s.like != "" {
		all["file"] = s.like // so that its copies stay its own
	}
	for _, key := range []string{veilKey, standInsKey, metaGuard, projectorKey} {
		if f, there := s.records[bucketMeta][key]; there {
			all[key] = string(f.value)
		}
	}
	return errors.Join(putMeta(tx, all), s.vault.declare(tx))
}

// writeSnapshots keeps every snapshot, without the accounts of it that cannot be
// read.
func (s *salvage) writeSnapshots(tx *bolt.Tx, out *Repaired) error {
	snaps := tx.Bucket([]byte(bucketSnapshots))
	readable := func(content string) bool {
		f, there := s.records[bucketContents][content]
		if !there {
			return false
		}
		_, err := unpackedValue(content, f.value)
		return err == nil && s.put(tx, bucketContents, content, f.value) == nil
	}
	for key, f := range s.records[bucketSnapshots] {
		r, err := readSnapshot(nil, []byte(key), f.value)
		if err != nil || !readable(r.Settings) {
			out.Lost = append(out.Lost, "snapshot "+strconv.Itoa(int(binary.BigEndian.Uint64([]byte(key))))+" "+r.Name+": missing")
			continue
		}
		before := len(r.Accounts)
		maps.DeleteFunc(r.Accounts, func(_, content string) bool { return !readable(content) })
		if gone := before - len(r.Accounts); gone > 0 {
			out.Lost = append(out.Lost, fmt.Sprintf("snapshot %s: %d of its %d accounts are missing", r.Name, gone, before))
		}
		text, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if err := s.put(tx, bucketSnapshots, key, seal([]byte(key), f.seq, text)); err != nil {
			return err
		}
		if n := binary.BigEndian.Uint64([]byte(key)); n > snaps.Sequence() {
			if err := snaps.SetSequence(n); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeSteps keeps the journal. A step that cannot be read is one that nothing
// can walk back over; the repair itself is one when something is not as the last
// step left it.
func (s *salvage) writeSteps(tx *bolt.Tx, out *Repaired, accounts []*rescuedAccount, at time.Time) error {
	first, last := uint64(0), s.last
	steps := map[uint64]stepRecord{}
	s.steps(func(seq uint64, r *stepRecord) {
		steps[seq], last = *r, max(last, seq)
		if first == 0 || seq < first {
			first = seq
		}
	})
	gone := 0
	for seq := last; seq >= first && first > 0; seq-- {
		r, there := steps[seq]
		if !there {
			gone++
			r = stepRecord{At: at.UTC(), Kind: uint8(model.StepImport), Label: "a step that was damaged", Big: 1}
		}
		if err := writeJournal(tx, s.vault, seq, r); err != nil {
			return err
		}
	}
	if gone > 0 {
		out.Lost = append(out.Lost, fmt.Sprintf("history: %d of %d steps are missing", gone, last-first+1))
	}
	r := stepRecord{At: at.UTC(), Kind: uint8(model.StepImport), Label: repairedLabel, Big: max(1, len(out.Lost))}
	for _, a := range accounts {
		if len(a.missing)+len(a.older) > 0 {
			r.Touched = append(r.Touched, string(accountID(a.id)))
		}
	}
	return writeJournal(tx, s.vault, last+1, r)
}
