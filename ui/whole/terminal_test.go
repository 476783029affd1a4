//go:build !windows

package whole

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience bounds every wait, so that a hang is a failure and not a stop.
const patience = 30 * time.Second

// terminal runs the program in a pseudo-terminal and follows its screen in an
// emulator. Waiting is for output, never for time.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	pty  *os.File
	mu   sync.Mutex
	emu  *vt.Emulator
	raw  bytes.Buffer
	seen string        // the last whole frame
	half bool          // a frame has begun and not ended
	news chan struct{} // something was written
	gone chan struct{} // the program ended
	err  error
}

func open(t *testing.T, w, h int, args ...string) *terminal {
	t.Helper()
	x := &terminal{t: t, emu: vt.NewEmulator(w, h), news: make(chan struct{}, 1), gone: make(chan struct{})}
	x.cmd = exec.Command(binary, args...)
	x.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8")
	f, err := pty.StartWithSize(x.cmd, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
	if err != nil {
		t.Fatal(err)
	}
	x.pty = f
	go func() { _, _ = io.Copy(f, x.emu) }() // the emulator's answers to queries
	go x.follow()
	t.Cleanup(func() { x.kill(); _ = f.Close() })
	return x
}

func (x *terminal) follow() {
	buf := make([]byte, 1<<16)
	for {
		n, err := x.pty.Read(buf)
		if n > 0 {
			x.mu.Lock()
			x.drawn(buf[:n])
			x.mu.Unlock()
			x.nudge()
		}
		if err != nil {
			break
		}
	}
	x.err = x.cmd.Wait()
	close(x.gone)
	x.nudge()
}

// A program that asks is told that this terminal draws a frame at once: what is
// between the two marks is never half on the screen.
const (
	asksForFrames = "\x1b[?2026$p"
	takesFrames   = "\x1b[?2026;2$y"
	frameBegins   = "\x1b[?2026h"
	frameEnds     = "\x1b[?2026l"
)

// drawn takes what the program wrote. The screen of a test is the last whole
// frame: a frame read while half of it is drawn mixes two pages.
func (x *terminal) drawn(news []byte) {
	from := max(0, x.raw.Len()-len(asksForFrames)+1) // a mark may be cut by the end of a read
	x.raw.Write(news)
	_, _ = x.emu.Write(news)
	fresh := x.raw.Bytes()[from:]
	if bytes.Contains(fresh, []byte(asksForFrames)) {
		_, _ = x.pty.WriteString(takesFrames)
	}
	if begun, ended := bytes.LastIndex(fresh, []byte(frameBegins)), bytes.LastIndex(fresh, []byte(frameEnds)); begun != ended {
		x.half = begun > ended
	}
	if !x.half {
		x.seen = x.emu.String()
	}
}

func (x *terminal) nudge() {
	select {
	case x.news <- struct{}{}:
	default:
	}
}

func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.seen
}

// waitFor waits until the screen shows the words.
func (x *terminal) waitFor(words string) *terminal {
	x.t.Helper()
	return x.waitUntil(words, func(screen string) bool { return strings.Contains(screen, words) })
}

// waitUntil waits until the screen fits; what names it in the failure.
func (x *terminal) waitUntil(what string, fits func(screen string) bool) *terminal {
	x.t.Helper()
	deadline := time.After(patience)
	for !fits(x.screen()) {
		select {
		case <-x.news:
		case <-deadline:
			x.t.Fatalf("never showed %s; the screen is:\n%s", what, x.screen())
		case <-x.gone:
			if !fits(x.screen()) {
				x.t.Fatalf("ended (%v) without showing %s:\n%s", x.err, what, x.screen())
			}
		}
	}
	return x
}

func (x *terminal) typed(s string) *terminal {
	x.t.Helper()
	if _, err := x.pty.WriteString(s); err != nil {
		x.t.Fatal(err)
	}
	return x
}

// ended waits for the program to end and gives its error.
func (x *terminal) ended() error {
	x.t.Helper()
	select {
	case <-x.gone:
		return x.err
	case <-time.After(patience):
		x.t.Fatalf("does not end; the screen is:\n%s", x.screen())
		return nil
	}
}

func (x *terminal) signal(s syscall.Signal) { _ = x.cmd.Process.Signal(s) }

func (x *terminal) kill() {
	_ = x.cmd.Process.Kill()
	<-x.gone
}
