package store

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"accord/model"
)

// State says how far the file is behind. Err is nil while all is well.
type State struct {
	Queued uint64 // number of the newest step handed to Save
	Saved  uint64 // number up to which everything is on the disk
	At     time.Time
	Err    error
}

// batchLimit bounds how many steps one transaction takes, so that one that fails
// is cheap to repeat.
const batchLimit = 512

// The first and the longest wait before a failed write is tried again.
const (
	firstRetry = 50 * time.Millisecond
	lastRetry  = 2 * time.Second
)

// writer is the one goroutine that writes. What cannot be written stays at the
// head of the queue, in order, until it can.
type writer struct {
	file *File
	wake chan struct{}
	quit chan struct{}
	done chan struct{}

	mu    sync.Mutex
	queue []queued
	now   State

	commit func([]queued) error // replaced in tests by a disk that fails
}

type queued struct {
	patch *model.Patch
	at    time.Time
}

func newWriter(f *File) *writer {
	w := &writer{file: f, wake: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{})}
	w.commit = f.commit
	go w.run()
	return w
}

func (w *writer) save(p *model.Patch) {
	w.mu.Lock()
	w.queue = append(w.queue, queued{p, w.file.options.now()})
	w.now.Queued = p.Seq
	w.mu.Unlock()
	w.nudge()
}

func (w *writer) nudge() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
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
	return w.queue[:min(len(w.queue), batchLimit)]
}

func (w *writer) run() {
	defer close(w.done)
	retry := firstRetry
	for {
		batch := w.next()
		if len(batch) == 0 {
			select {
			case <-w.wake:
				continue
			case <-w.quit:
				if len(w.next()) == 0 {
					return
				}
				continue
			}
		}
		err := w.commit(batch)
		w.settle(batch, err)
		if err == nil {
			retry = firstRetry
			continue
		}
		if w.quitting() {
			return // Close tells what is unsaved
		}
		w.pause(retry)
		retry = min(2*retry, lastRetry)
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
		w.queue = w.queue[len(batch):]
		w.now.Saved = batch[len(batch)-1].patch.Seq
		w.now.At = w.file.options.now()
	}
	w.now.Err = err
	now := w.now
	w.mu.Unlock()
	if w.file.options.OnState != nil {
		w.file.options.OnState(now)
	}
}

// drain ends the writer and gives what it could not write.
func (w *writer) drain(limit time.Duration) []queued {
	close(w.quit)
	if limit <= 0 {
		<-w.done
	} else {
		t := time.NewTimer(limit)
		defer t.Stop()
		select {
		case <-w.done:
		case <-t.C:
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.queue
}

// commit writes a batch in one transaction: the records and the journal
// together, with one pair of flushes.
func (f *File) commit(batch []queued) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("writing failed: %v", r)
		}
	}()
	if err := f.stillThere(); err != nil {
		return err
	}
	f.backupBefore(batch)
	err = f.db.Update(func(tx *bolt.Tx) error {
		for _, q := range batch {
			if err := writeStep(tx, q); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, berrors.ErrInvalidMapping) {
		f.reopen()
	}
	if diskFull(err) {
		return fmt.Errorf("the disk is full; your edits are kept in memory, free some space and they are saved (%w)", err)
	}
	return err
}

// stillThere makes sure that the open file is the one under its name: writing
// into a file that was replaced or deleted would succeed and be lost.
func (f *File) stillThere() error {
	here, err := f.handle.Stat()
	if err != nil {
		return err
	}
	there, err := os.Stat(f.path)
	if err != nil {
		return fmt.Errorf("%s was deleted or moved away while it was open; bring it back, or quit to have your edits in a rescue file", f.path)
	}
	if !os.SameFile(here, there) {
		return fmt.Errorf("%s was replaced by another file while it was open; quit to have your edits in a rescue file", f.path)
	}
	return nil
}

// reopen maps the file anew after the system refused to; the handle is useless
// otherwise, even when the cause is gone.
func (f *File) reopen() {
	_ = f.db.Close()
	_ = f.open()
}
