package store

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// sitting is what was done since the file was read: enough to make the whole file
// anew when it is cut off or written over, which takes away what was read too.
type sitting struct {
	start *model.Portfolio // as it was after step from; nil when nobody read the file
	from  uint64
	steps []queued // the steps since that are on the disk
	last  mark     // of the newest step on the disk
}

// sittingSteps bounds how many steps are kept; half of them then become part of the
// beginning.
const sittingSteps = 2000

// mark tells a step from another of its number.
type mark struct {
	seq   uint64
	at    time.Time
	label string
}

func (m mark) same(o mark) bool { return m.seq == o.seq && m.at.Equal(o.at) && m.label == o.label }

func markOf(q queued) mark { return mark{q.patch.Seq, q.at.UTC(), q.patch.Label} }

// markAt reads the mark of a step, the zero mark for step 0.
func markAt(tx *bolt.Tx, v *vault, seq uint64) (mark, error) {
	key := seqKey(seq)
	value := tx.Bucket([]byte(bucketJournal)).Get(key)
	if value == nil {
		return mark{}, nil
	}
	r, err := readStepRecord(v, key, value)
	return mark{seq, r.At, r.Label}, err
}

// begin notes what the file held when it was read.
func (w *writer) begin(p *model.Portfolio, seq uint64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.start == nil && len(w.steps) == 0 && w.now.Saved == seq {
		w.start, w.from = p, seq
	}
}

// keep notes that a step is on the disk. What is too large to be kept twice becomes
// part of the beginning at once.
func (w *writer) keep(q queued) {
	w.last = markOf(q)
	if w.start == nil {
		return
	}
	w.steps = append(w.steps, q)
	forget := 0
	switch {
	case q.big:
		forget = len(w.steps)
	case len(w.steps) > sittingSteps:
		forget = sittingSteps / 2
	}
	for _, old := range w.steps[:forget] {
		w.start, w.from = old.patch.Apply(w.start), old.patch.Seq
	}
	if forget > 0 {
		w.steps = append([]queued(nil), w.steps[forget:]...)
	}
}

// knows reports whether a step is the newest one on the disk, or waits to be
// written: of one that failed nobody knows whether the disk has it.
func (w *writer) knows(m mark) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if m.same(w.last) {
		return true
	}
	for _, q := range w.queue {
		if q.job == nil && m.same(markOf(q)) {
			return true
		}
	}
	return false
}

// newest is the mark of the newest step on the disk.
func (w *writer) newest() mark {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.last
}

// waiting is a copy of the queue.
func (w *writer) waiting() []queued {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]queued(nil), w.queue...)
}
