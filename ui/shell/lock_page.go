package shell

import (
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// lockPage asks for the passphrase: as the first page, before a protected file is
// opened, and later when the screen was covered. While it is there nothing else
// is drawn, and no key reaches anything else.
type lockPage struct {
	input *widget.Field
	first bool   // the file is not open yet
	busy  bool   // a passphrase is being tried
	wrong int    // how many were
	said  string // why the last one was not taken
}

func newLockPage(first bool) *lockPage { return &lockPage{input: widget.NewField(""), first: first} }

func (p *lockPage) Title(*kit.Context) string        { return words.T("shell.accord") }
func (p *lockPage) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (p *lockPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	w := min(64, screen.W)
	return screen.Center(w, min(screen.H, 9+len(widget.Wrap(p.said, w-4))))
}

// Handle takes every key but those that leave and those that draw again: what is
// below must neither be seen nor changed.
func (p *lockPage) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Quit, keys.Redraw, keys.Suspend:
		return kit.Outcome{}
	case keys.Typing:
		if !p.busy {
			p.said = ""
			p.input.Apply(in.Edit, in.Text)
		}
	case keys.Cancel:
		p.input.SetText("")
	case keys.Accept:
		if text := p.input.Text(); text != "" && !p.busy {
			p.busy, p.said = true, ""
			return kit.Doing(&unlockJob{phrase: text, page: p})
		}
	}
	return kit.Done()
}

// answered notes how a try ended.
func (p *lockPage) answered(err error) {
	p.busy = false
	if err == nil {
		return
	}
	p.wrong++
	p.input.SetText("")
	p.said = kit.Sentence(err)
	if p.wrong >= 3 && !p.first {
		p.said = words.T("shell.not-passphrase-several-times-now")
	}
}

func (p *lockPage) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	wording := words.T("shell.screen-covered-passphrase-uncovers")
	if p.first {
		wording = words.T("shell.this-file-protected-passphrase-opens")
	}
	y := 0
	for _, line := range widget.Wrap(wording, cv.W()-2) {
		cv.TextIn(1, y, cv.W()-2, line, theme.Plain, widget.Left)
		y++
	}
	y++
	switch {
	case p.busy:
		cv.TextIn(1, y, cv.W()-2, words.T("shell.one-moment"), theme.Quiet, widget.Left)
	default:
		drawHidden(cv, 1, y, p.input)
	}
	y += 2
	for _, line := range widget.Wrap(p.said, cv.W()-2) {
		if y < cv.H()-1 {
			cv.TextIn(1, y, cv.W()-2, line, theme.Warn, widget.Left)
			y++
		}
	}
	cv.TextIn(1, cv.H()-1, cv.W()-2, words.T("shell.enter-opens-ctrl-q-quits"), theme.Quiet, widget.Left)
}

// drawHidden draws a field of which only the length may be seen.
func drawHidden(cv widget.Canvas, x, y int, f *widget.Field) {
	stars := strings.Repeat("*", min(len([]rune(f.Text())), max(0, cv.W()-x-2)))
	cv.Text(x, y, stars, theme.Plain)
	cv.ShowCursor(x+min(len(stars), f.Caret()), y)
}

// phrasePage asks for a new passphrase, twice, for the file that is about to be
// made.
type phrasePage struct {
	input *widget.Field
	once  string
	said  string
	then  kit.Outcome // what was chosen on the first page
}

// fewestLetters is the shortest passphrase that the file takes.
const fewestLetters = 8

func newPhrasePage(then kit.Outcome) *phrasePage {
	return &phrasePage{input: widget.NewField(""), then: then}
}

func (p *phrasePage) Title(*kit.Context) string        { return words.T("shell.protect-file") }
func (p *phrasePage) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (p *phrasePage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(64, screen.W), 11)
}

func (p *phrasePage) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Quit, keys.Redraw, keys.Suspend:
		return kit.Outcome{}
	case keys.Typing:
		p.said = ""
		p.input.Apply(in.Edit, in.Text)
	case keys.Cancel:
		return kit.Close()
	case keys.Accept:
		text := p.input.Text()
		p.input.SetText("")
		switch {
		case p.once == "" && len([]rune(text)) < fewestLetters:
			p.said = words.T("shell.at-least-eight-letters-few")
		case p.once == "":
			p.once = text
		case p.once != text:
			p.once, p.said = "", words.T("shell.two-not-same-once-more")
		default:
			return p.protecting(text)
		}
	}
	return kit.Done()
}

// protecting is what was chosen on the first page, with the passphrase.
func (p *phrasePage) protecting(phrase string) kit.Outcome {
	var out kit.Outcome
	for _, e := range p.then.Effects {
		if b, ok := e.(founding); ok {
			b.phrase = phrase
			e = b
		}
		out.Add(e)
	}
	return out
}

func (p *phrasePage) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	wording := words.T("shell.passphrase-file-asked-whenever-file")
	if p.once != "" {
		wording = words.T("shell.same-passphrase-again-no-slip")
	}
	y := 0
	for _, line := range widget.Wrap(wording, cv.W()-2) {
		cv.TextIn(1, y, cv.W()-2, line, theme.Plain, widget.Left)
		y++
	}
	drawHidden(cv, 1, y+1, p.input)
	for i, line := range widget.Wrap(p.said, cv.W()-2) {
		cv.TextIn(1, y+3+i, cv.W()-2, line, theme.Warn, widget.Left)
	}
	cv.TextIn(1, cv.H()-1, cv.W()-2, words.T("shell.enter-goes-esc-back"), theme.Quiet, widget.Left)
}

// recoveryPage shows the recovery key once. Only enter closes it, so that no
// stray key takes it away.
type recoveryPage struct{ key string }

func (p *recoveryPage) Title(*kit.Context) string        { return words.T("shell.recovery-key") }
func (p *recoveryPage) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (p *recoveryPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(64, screen.W), 12)
}

func (p *recoveryPage) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Redraw, keys.Suspend:
		return kit.Outcome{}
	case keys.Accept:
		return kit.Close()
	}
	return kit.Say(words.T("shell.write-key-down-first-enter"))
}

func (p *recoveryPage) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	cv.TextIn(1, 1, cv.W()-2, p.key, theme.Strong, widget.Left)
	wording := words.T("shell.write-down-keep-away-from")
	for i, line := range widget.Wrap(wording, cv.W()-2) {
		cv.TextIn(1, 3+i, cv.W()-2, line, theme.Plain, widget.Left)
	}
	cv.TextIn(1, cv.H()-1, cv.W()-2, words.T("shell.enter-written-down"), theme.Quiet, widget.Left)
}

// founding makes the file on the first run.
type founding struct {
	content *model.Portfolio
	sample  bool     // with the sample portfolio in it
	then    kit.Page // opened when the file was made
	phrase  string   // protects the file, "" for none
}
