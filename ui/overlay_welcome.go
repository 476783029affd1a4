package ui

import (
	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// welcome is the first screen of all, while there is no file yet. It cannot be
// left without a choice, because edits would have no file to go to.
type welcome struct {
	path    string // where the file will be, "" when not told
	cursor  int
	protect bool // with a passphrase
}

func newWelcome(path string) *welcome { return &welcome{path: path} }

var welcomeChoices = []struct{ digit, letter, words, more string }{
	{"1", "s", "Look at a sample portfolio", "A made-up company with accounts and plans."},
	{"2", "i", "Import my accounts", "From a CSV export; no column needs renaming."},
	{"3", "e", "Start empty", "Type the first account yourself; import later."},
	{"4", "b", "Bring back a copy", "A backup of a file that was here, or that you have."},
	{"5", "q", "Quit", "Nothing is written."},
}

func (w *welcome) title(*ctx) string   { return "Welcome to Accord" }
func (w *welcome) scopes(*ctx) []scope { return []scope{scopeList, scopeText} }

// ShortFor leaves the way back out of the footer: there is none.
func (w *welcome) ShortFor(k IntentKind) (string, bool) { return "", k == Cancel }

// place is the whole screen: there is nothing below to look at yet.
func (w *welcome) place(_ *ctx, screen widget.Rect) widget.Rect { return screen }

func (w *welcome) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Up, PrevField:
		w.cursor = (w.cursor + len(welcomeChoices) - 1) % len(welcomeChoices)
	case Down, NextField:
		w.cursor = (w.cursor + 1) % len(welcomeChoices)
	case Accept:
		return w.protected(w.chosen(c))
	case Cancel:
		return say("Choose how to begin, or press q to quit.")
	case Typing:
		if latinLetter(in.Text) == "p" {
			w.protect = !w.protect
			return done()
		}
		for i, ch := range welcomeChoices {
			if l := latinLetter(in.Text); l == ch.digit || l == ch.letter {
				w.cursor = i
				return w.protected(w.chosen(c))
			}
		}
		return say("Press a number, or choose with the arrows and enter.")
	default:
		return Outcome{}
	}
	return done()
}

// protected asks for a passphrase before what was chosen, when it was asked for.
func (w *welcome) protected(out Outcome) Outcome {
	if _, begins := asks[founding](&out); w.protect && begins {
		return open(newPhrasePage(out))
	}
	return out
}

func (w *welcome) chosen(c *ctx) Outcome {
	switch w.cursor {
	case 0:
		return doing(founding{sample: true})
	case 1:
		return doing(founding{content: model.EmptyPortfolio(), then: newImport(c.imports)})
	case 2:
		out := say("Press a to add your first account.")
		out.add(founding{content: model.EmptyPortfolio()})
		return out
	case 3:
		return newCopies(c, "")
	}
	return doing(quitting{})
}

// latinLetter is the letter of the same key on a Latin keyboard.
func latinLetter(text string) string {
	r := []rune(text)
	if len(r) != 1 {
		return ""
	}
	if l, ok := hebrewLayout[r[0]]; ok {
		return string(l)
	}
	if l, ok := cyrillicLayout[r[0]]; ok {
		return string(l)
	}
	return text
}

func (w *welcome) draw(_ *ctx, cv widget.Canvas, _ bool) {
	cv = cv.Sub(cv.Rect().Center(76, 21))
	roomy := cv.H() >= 21
	y := 0
	if roomy {
		y = 1
	}
	for _, l := range widget.Wrap("Plans for the accounts that matter, scored as you type. Everything is kept in one file on this computer and saved at once.", cv.W()-4) {
		cv.TextIn(2, y, cv.W()-4, l, theme.Plain, widget.Left)
		y++
	}
	y++
	for i, ch := range welcomeChoices {
		w.drawChoice(cv, y, i)
		y++
		if cv.H() >= 16 {
			cv.TextIn(7, y, cv.W()-9, ch.more, theme.Quiet, widget.Left)
			y++
		}
		if roomy {
			y++
		}
	}
	tick, words := "no ", "(p) protect the file with a passphrase: "
	if w.protect {
		tick = "yes"
	}
	cv.TextIn(4, cv.H()-2, cv.W()-6, words+tick, theme.Plain, widget.Left)
	if w.path != "" {
		cv.TextIn(2, cv.H()-1, cv.W()-4, "The file will be "+w.path, theme.Quiet, widget.Left)
	}
}

func (w *welcome) drawChoice(cv widget.Canvas, y, i int) {
	ch, st := welcomeChoices[i], theme.Plain
	if i == w.cursor {
		cv.Mark(widget.Rect{X: 1, Y: y, W: cv.W() - 2, H: 1}, theme.FocusMark)
		cv.Text(2, y, cv.Glyphs().Cursor, theme.Accent)
		st = theme.Strong
	}
	cv.Text(4, y, ch.digit, theme.Key)
	cv.TextIn(7, y, cv.W()-14, ch.words, st, widget.Left)
	cv.TextIn(cv.W()-5, y, 3, "("+ch.letter+")", theme.Quiet, widget.Left)
}
