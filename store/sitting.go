package store

import (
	"accord/model"
	"accord/store/journal"
)

// sittingSteps bounds how many steps are kept; half of them then become part of the
// beginning.
const sittingSteps = 2000

func markOf(q queued) journal.Mark {
	return journal.Mark{Seq: q.patch.Seq, At: q.at.UTC(), Label: q.patch.Label.String()}
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
func (w *writer) knows(m journal.Mark) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if m.Same(w.last) {
		return true
	}
	for _, q := range w.queue {
		if q.job == nil && m.Same(markOf(q)) {
			return true
		}
	}
	return false
}

// newest is the mark of the newest step on the disk.
func (w *writer) newest() journal.Mark {
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
