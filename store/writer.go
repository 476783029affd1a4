package store

import (
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model/edit"
	"accord/model/words"
	"accord/store/journal"
)

// batchLimit bounds how many steps one transaction takes, so that one that fails
// is cheap to repeat.
const batchLimit = 512

// The first and the longest wait before a failed write is tried again.
const (
	firstRetry = 50 * time.Millisecond
	lastRetry  = 2 * time.Second
)

var errClosed = words.Fail("store.file-closed")

// run1 has one thing done between the steps, and waits for it, but not for a disk
// that refuses or does nothing.
func (w *writer) run1(do func(*bolt.Tx) error) error {
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case err := <-w.enter(&job{do: do, waits: true, reply: make(chan error, 1)}):
		return err
	case <-late.C:
		return errSilent
	}
}

// add has one thing done between the steps; the answer comes when it is.
func (w *writer) add(do func(*bolt.Tx) error) <-chan error {
	return w.enter(&job{do: do, reply: make(chan error, 1)})
}

func (w *writer) enter(j *job) <-chan error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		j.answer(errClosed)
		return j.reply
	}
	w.number++
	w.queue = append(w.queue, queued{job: j, at: w.file.options.now(), n: w.number})
	w.nudge()
	return j.reply
}

func (w *writer) nudge() {
	select {
	case w.wake <- struct{}{}:
	default: // it will look anyway
	}
}

func newWriter(f *File, newest journal.Mark) *writer {
	w := &writer{file: f, wake: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{})}
	w.now.Queued, w.now.Saved, w.last = newest.Seq, newest.Seq, newest
	go w.run()
	return w
}

func (w *writer) save(p *edit.Patch) {
	if p.Empty() {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		w.now.Err = errClosed
	} else {
		w.number++
		w.queue = append(w.queue, queued{patch: p, at: w.file.options.now(), big: w.file.large(p), n: w.number})
		w.now.Queued = p.Seq
	}
	w.nudge()
}

func (w *writer) state() State {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

// next is the batch at the head of the queue; it stays there until it is saved.
func (w *writer) next() []queued {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case <-w.wake: // looking is the answer; what is left would end the next pause
	default:
	}
	batch := w.queue[:min(len(w.queue), batchLimit)]
	for i, q := range batch {
		if q.big {
			return batch[:max(1, i)] // by itself
		}
	}
	return batch
}

func (w *writer) run() {
	defer close(w.done)
	retry := firstRetry
	for {
		batch := w.next()
		if len(batch) == 0 && !w.file.away() {
			select {
			case <-w.wake:
			case <-w.quit:
				if len(w.next()) == 0 {
					return
				}
			}
			continue
		}
		err := w.file.commit(batch)
		w.settle(batch, err)
		switch {
		case err == nil:
			retry = firstRetry
		case w.quitting():
			return // Close tells what is unsaved
		default:
			w.pause(retry)
			retry = min(2*retry, lastRetry)
		}
	}
}

// pause waits before the next try, or until a new edit or the end asks for it.
func (w *writer) pause(d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-w.wake:
	case <-w.quit:
	}
}

func (w *writer) quitting() bool {
	select {
	case <-w.quit:
		return true
	default:
		return false
	}
}

// settle notes the outcome of a batch and tells it.
func (w *writer) settle(batch []queued, err error) {
	w.mu.Lock()
	if err == nil {
		for _, q := range batch {
			if q.job != nil {
				q.job.answer(q.job.err)
			} else {
				w.now.Saved = q.patch.Seq
				w.keep(q)
			}
		}
		w.now.At = w.file.options.now()
		w.queue = w.queue[len(batch):]
		clear(batch) // the list behind the queue must not keep old accounts alive
	} else {
		w.release(batch, err)
	}
	w.now.Err = err
	w.now.Rescue, w.now.Whole = w.file.rescued()
	now := w.now
	behind := err != nil && len(w.queue) > 0 && w.file.behind(w.queue[len(w.queue)-1].n)
	w.mu.Unlock()
	if w.file.options.OnState != nil && !behind { // an edit that came meanwhile is taken at once, and then it is told
		w.file.options.OnState(now)
	}
}

// red notes why nothing is saved.
func (w *writer) red(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now.Err = err
}

// note sets what people should know besides.
func (w *writer) note(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now.Note = text
}

// drain ends the writer and gives what it could not write; ended is false when it
// still hangs in the disk.
func (w *writer) drain(limit time.Duration) (unsaved []queued, ended bool) {
	w.mu.Lock()
	w.closed = true
	w.mu.Unlock()
	close(w.quit)
	ended = w.wait(limit)
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, q := range w.queue {
		if q.job != nil {
			q.job.answer(errClosed)
			continue
		}
		unsaved = append(unsaved, q)
	}
	return unsaved, ended
}

// wait waits for the goroutine to end: as long as limit, or, when that is 0, as long
// as the disk does something.
func (w *writer) wait(limit time.Duration) (ended bool) {
	for before := w.beats.Load(); ; before = w.beats.Load() {
		pause := limit
		if limit == 0 {
			pause = patience
		}
		t := time.NewTimer(pause)
		select {
		case <-w.done:
			t.Stop()
			return true
		case <-t.C:
			if limit > 0 || w.beats.Load() == before {
				return false
			}
		}
	}
}

// release answers those who wait for a job of a batch that failed, and takes those
// jobs out of the queue: nobody sits before a screen that stands still. What a
// shelter did already was answered there.
func (w *writer) release(batch []queued, err error) {
	if len(batch) == 0 || w.file.sheltered() {
		return
	}
	last := batch[len(batch)-1].n
	w.queue = slices.DeleteFunc(slices.Clone(w.queue), func(q queued) bool {
		if q.job == nil || !q.job.waits || q.n > last {
			return false
		}
		q.job.answer(err)
		return true
	})
}

// patience is how long Close waits for a disk that does nothing at all.
const patience = 10 * time.Second

var errSilent = words.Fail("store.disk-did-not-answer-time")
