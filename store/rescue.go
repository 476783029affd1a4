package store

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// A rescue file holds steps that the disk did not take: a line about the file,
// then a line a step, all JSON. Records in it are whole, so that anybody can read
// what was typed, and Recover can do it again.

type rescueHead struct {
	Format int    `json:"accord_rescue"` // 1
	File   string `json:"file"`          // the id of the file that the steps belong to
	Saved  uint64 `json:"saved"`         // the last step that is surely in it
}

type rescueLine struct {
	Seq     uint64         `json:"seq"`
	Step    stepRecord     `json:"step"`
	Records []rescueRecord `json:"records"`
	Error   string         `json:"error,omitzero"`  // why records are missing
	Sealed  []byte         `json:"sealed,omitzero"` // all of it, of a protected file
}

type rescueRecord struct {
	Bucket string          `json:"b"`
	Key    string          `json:"k"`
	Value  json.RawMessage `json:"v"` // null deletes
}

// rescue writes unsaved steps beside the file, or in the folder for temporary
// files when even that fails; it gives the path, "" for none.
func (f *File) rescue(steps []queued) string {
	stem := ".rescued-" + f.options.now().Format("20060102-150405")
	for _, dir := range []string{f.path, filepath.Join(os.TempDir(), filepath.Base(f.path))} {
		for n := range 100 {
			path := dir + stem + ".jsonl"
			if n > 0 {
				path = fmt.Sprintf("%s%s-%d.jsonl", dir, stem, n+1)
			}
			err := f.writeRescue(path, steps)
			if err == nil {
				f.dropRescue()
				f.rescued = path
				return path
			}
			if !errors.Is(err, os.ErrExist) {
				break
			}
		}
	}
	return f.rescued
}

// dropRescue removes the rescue file when what it held is in the file, or in a
// newer one.
func (f *File) dropRescue() {
	if f.rescued != "" {
		_ = os.Remove(f.rescued)
		f.rescued = ""
	}
}

// rescueWhileGone writes a rescue file at once, the first time that the file is
// seen to be gone.
func (f *File) rescueWhileGone(gone *goneError) error {
	if f.rescued == "" {
		f.w.mu.Lock()
		steps := append([]queued(nil), f.w.queue...)
		f.w.mu.Unlock()
		f.rescue(steps)
	}
	if f.rescued == "" {
		return fmt.Errorf("%w; bring it back, your edits are kept in memory", gone)
	}
	return fmt.Errorf("%w; bring it back, or quit: your edits are in %s", gone, f.rescued)
}

func (f *File) writeRescue(path string, steps []queued) (err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, file.Close())
		if err != nil {
			_ = os.Remove(path)
		}
	}()
	out := bufio.NewWriter(file)
	lines := json.NewEncoder(out)
	if err := lines.Encode(rescueHead{1, f.id, f.w.state().Saved}); err != nil {
		return err
	}
	for _, q := range steps {
		if q.job != nil {
			continue
		}
		if err := lines.Encode(f.vault.rescued(rescueStep(q))); err != nil {
			return err
		}
	}
	return errors.Join(out.Flush(), file.Sync())
}

func rescueStep(q queued) rescueLine {
	puts, err := changes(q.patch)
	l := rescueLine{Seq: q.patch.Seq, Step: stepOut(q, puts)}
	if err != nil {
		l.Error = err.Error()
	}
	for _, p := range puts {
		l.Records = append(l.Records, rescueRecord{p.bucket, p.key, p.value})
	}
	return l
}

// Recover does again what a rescue file holds, in one transaction, and says how
// many steps that were. The file must be just opened and not have moved on since:
// steps done on another state would overwrite what came between.
func (f *File) Recover(path string) (int, error) {
	lines, err := f.readRescue(path)
	if err != nil {
		return 0, err
	}
	err = f.update(func(tx *bolt.Tx) error {
		for _, l := range lines {
			for _, r := range l.Records {
				p := put{bucket: r.Bucket, key: r.Key, value: r.Value}
				if string(r.Value) == "null" {
					p.value = nil
				}
				if err := write(tx, f.vault, []put{p}, l.Seq); err != nil {
					return err
				}
			}
			if err := writeJournal(tx, f.vault, l.Seq, l.Step); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, &AccessError{f.path, err}
	}
	last := lines[len(lines)-1].Seq
	f.w.mu.Lock()
	f.w.now.Queued, f.w.now.Saved = last, last
	f.w.mu.Unlock()
	return len(lines), nil
}

// rescuedEarlier tells of edits that an earlier session could not save and that
// still can be brought in, "" when there are none.
func (f *File) rescuedEarlier() string {
	for _, stem := range []string{f.path, filepath.Join(os.TempDir(), filepath.Base(f.path))} {
		for _, path := range beginning(stem+".rescued-", ".jsonl") {
			lines, err := f.readRescue(path)
			if err == nil && f.lacks(lines[len(lines)-1].Seq) {
				return fmt.Sprintf("%d edits of an earlier session were not saved; `accord restore %s` brings them in, before anything else is edited", len(lines), path)
			}
		}
	}
	return ""
}

func (f *File) lacks(seq uint64) bool {
	last := uint64(0)
	err := f.view(func(tx *bolt.Tx) (err error) { last, err = lastStep(tx); return err })
	return err == nil && last < seq
}

// readRescue reads a rescue file and refuses one that does not follow on what the
// file holds now.
func (f *File) readRescue(path string) ([]rescueLine, error) {
	head, lines, err := readRescueLines(path)
	if err != nil {
		return nil, err
	}
	if head.File != f.id {
		return nil, &DamagedError{path, "it belongs to another file than " + f.path, "Open that one, or a copy of it"}
	}
	for i := range lines {
		if err := f.vault.unrescued(&lines[i]); err != nil {
			return nil, &DamagedError{path, fmt.Sprintf("line %d can not be read: %v", i+2, err), "Nothing was changed"}
		}
	}
	return lines, f.follows(path, head, lines)
}

// follows checks that the file holds what the rescue file begins at, and nothing
// else. Steps of which the disk did not say whether it has them may be in both.
func (f *File) follows(path string, head rescueHead, lines []rescueLine) error {
	return f.view(func(tx *bolt.Tx) error {
		last, err := lastStep(tx)
		if err != nil {
			return &DamagedError{f.path, err.Error(), takeBackup}
		}
		moved := &DamagedError{path, fmt.Sprintf("%s has moved on since (step %d; the rescue file begins after step %d)", f.path, last, head.Saved),
			"Open a backup from that time to use it; its lines can be read as text"}
		if last < head.Saved || last > lines[len(lines)-1].Seq {
			return moved
		}
		for _, l := range lines {
			value := tx.Bucket([]byte(bucketJournal)).Get(seqKey(l.Seq))
			if value == nil {
				continue
			}
			if r, err := readStepRecord(f.vault, seqKey(l.Seq), value); err != nil || !r.At.Equal(l.Step.At) || r.Label != l.Step.Label {
				return moved
			}
		}
		return nil
	})
}
