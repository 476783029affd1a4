package ui

import (
	"path/filepath"
	"strings"

	"accord/ui/theme"
	"accord/ui/widget"
)

// Output is a file that somebody named to be written.
type Output struct {
	Path   string
	Format string   // only an older paper of this format can be replaced
	Over   bool     // somebody agreed to that
	Inputs []string // what is being read for it
}

// outputOf is a file whose ending says the format.
func outputOf(path string) Output {
	return Output{Path: path, Format: strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))}
}

// OlderError says that there is an older paper under a name, which goes only when
// somebody agrees.
type OlderError struct{ Err error }

func (e *OlderError) Error() string { return e.Err.Error() }

// Unwrap gives the sentence of the guard.
func (e *OlderError) Unwrap() error { return e.Err }

// replacePage asks whether older papers are replaced.
type replacePage struct {
	what  string  // a sentence that names them
	ask   string  // the question, on a line of its own
	yes   Outcome // what is done then
	asked *prompt // the question that named the file: no goes back to it
}

func (p *replacePage) scopes(*ctx) []scope { return []scope{scopeJudge, scopeMove} }
func (p *replacePage) title(*ctx) string   { return "Replace it?" }
func (p *replacePage) place(_ *ctx, screen widget.Rect) widget.Rect {
	w := min(72, screen.W)
	return screen.Center(w, min(screen.H, 5+len(p.lines(w-6))))
}

func (p *replacePage) lines(w int) []string {
	return append(widget.Wrap(p.what, max(1, w)), p.ask)
}

func (p *replacePage) handle(_ *ctx, in Intent) Outcome {
	switch in.Kind {
	case Yes:
		out := p.yes
		out.Close()
		return out
	case No, Cancel:
		out := closing()
		out.Say("nothing was written")
		if p.asked != nil {
			out.Open(p.asked)
		}
		return out
	case Quit, Redraw, Suspend, Help:
		return Outcome{}
	}
	return say("y or n answers")
}

func (p *replacePage) draw(_ *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "y replaces · n or esc keeps what is there")
	for y, line := range p.lines(body.W() - 4) {
		body.Text(2, 1+y, line, theme.Strong)
	}
}
