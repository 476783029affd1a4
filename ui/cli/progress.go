package cli

import (
	"accord/model/words"
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

// reading reads a file, tells how far it is on a terminal, and stops at ctrl+c.
func (f *face) reading(r ImportRequest) (*ImportPreview, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop() // at questions ctrl+c ends the program again
	bar := progress{face: f, name: plain(filepath.Base(r.Path))}
	defer bar.clear()
	r.Progress = func(done, total int64) bool {
		bar.show(done, total)
		return ctx.Err() == nil
	}
	return f.doors.Preview(r)
}

// progress is one line on stderr that is written over. Small files are read before
// anybody could read it, and get none.
type progress struct {
	*face
	name    string
	percent int64
	width   int
}

// worthTelling is the size of a file from which reading takes long enough to wait.
const worthTelling = 1 << 20

func (p *progress) show(done, total int64) {
	if !p.StderrTTY || total < worthTelling {
		return
	}
	percent := 100 * min(done, total) / total
	if p.width > 0 && percent == p.percent {
		return
	}
	p.percent = percent
	line := words.T("cli.reading-ctrl-c-cancels", p.name, percent)
	p.over(line)
	p.width = width(line)
}

func (p *progress) clear() {
	if p.width > 0 {
		p.over(strings.Repeat(" ", p.width))
		p.over("")
	}
}

// over writes from the beginning of the line, past the sink, which lets no return
// through: what is written is cleaned here.
func (p *progress) over(line string) {
	out := p.Stderr
	if s, ok := out.(*sink); ok {
		out = s.w
	}
	_, _ = io.WriteString(out, "\r"+safe(line))
}

// uninterrupted lets ctrl+c wait until what is being saved is saved: it is seconds
// at most, and half of it would have to be taken back. It gives what ends it.
func uninterrupted() (end func()) {
	waiting := make(chan os.Signal, 1)
	signal.Notify(waiting, os.Interrupt)
	return func() { signal.Stop(waiting) }
}
