package shell

import (
	"accord/model"
	"accord/model/words"
	"accord/ui/importer"
	"accord/ui/keys"
	"accord/ui/kit"
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

var welcomeChoices = words.Table(func() []struct{ digit, letter, words, more string } {
	return []struct{ digit, letter, words, more string }{
		{"1", "s", words.T("shell.look-at-sample-portfolio"), words.T("shell.made-up-company-accounts-plans")},
		{"2", "i", words.T("shell.import-my-accounts"), words.T("shell.from-csv-export-no-column")},
		{"3", "e", words.T("shell.start-empty"), words.T("shell.type-first-account-yourself-import")},
		{"4", "b", words.T("shell.bring-back-copy"), words.T("shell.backup-file-here-or-you")},
		{"5", "q", words.T("shell.quit"), words.T("shell.nothing-written")},
	}
})

func (w *welcome) Title(*kit.Context) string { return words.T("shell.welcome-accord") }
func (w *welcome) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeList, keys.ScopeText}
}

// ShortFor leaves the way back out of the footer: there is none.
func (w *welcome) ShortFor(k keys.IntentKind) (string, bool) { return "", k == keys.Cancel }

// Place is the whole screen: there is nothing below to look at yet.
func (w *welcome) Place(_ *kit.Context, screen widget.Rect) widget.Rect { return screen }

func (w *welcome) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Up, keys.PrevField:
		w.cursor = (w.cursor + len(welcomeChoices()) - 1) % len(welcomeChoices())
	case keys.Down, keys.NextField:
		w.cursor = (w.cursor + 1) % len(welcomeChoices())
	case keys.Accept:
		return w.protected(w.chosen(c))
	case keys.Cancel:
		return kit.Say(words.T("shell.choose-how-begin-or-press"))
	case keys.Typing:
		if latinLetter(in.Text) == "p" {
			w.protect = !w.protect
			return kit.Done()
		}
		for i, ch := range welcomeChoices() {
			if l := latinLetter(in.Text); l == ch.digit || l == ch.letter {
				w.cursor = i
				return w.protected(w.chosen(c))
			}
		}
		return kit.Say(words.T("shell.press-number-or-choose-arrows"))
	default:
		return kit.Outcome{}
	}
	return kit.Done()
}

// protected asks for a passphrase before what was chosen, when it was asked for.
func (w *welcome) protected(out kit.Outcome) kit.Outcome {
	if _, begins := kit.Asks[founding](&out); w.protect && begins {
		return kit.Open(newPhrasePage(out))
	}
	return out
}

func (w *welcome) chosen(c *kit.Context) kit.Outcome {
	switch w.cursor {
	case 0:
		return kit.Doing(founding{sample: true})
	case 1:
		return kit.Doing(founding{content: model.EmptyPortfolio(), then: importer.New(c.Imports)})
	case 2:
		out := kit.Say(words.T("shell.press-add-your-first-account"))
		out.Add(founding{content: model.EmptyPortfolio()})
		return out
	case 3:
		return newCopies(c, "")
	}
	return kit.Doing(quitting{})
}

// latinLetter is the letter of the same key on a Latin keyboard.
func latinLetter(text string) string {
	r := []rune(text)
	if len(r) != 1 {
		return ""
	}
	if l, ok := keys.HebrewLayout[r[0]]; ok {
		return string(l)
	}
	if l, ok := keys.CyrillicLayout[r[0]]; ok {
		return string(l)
	}
	return text
}

func (w *welcome) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	cv = cv.Sub(cv.Rect().Center(76, 21))
	roomy := cv.H() >= 21
	y := 0
	if roomy {
		y = 1
	}
	for _, l := range widget.Wrap(words.T("shell.plans-accounts-matter-scored-as"), cv.W()-4) {
		cv.TextIn(2, y, cv.W()-4, l, theme.Plain, widget.Left)
		y++
	}
	y++
	for i, ch := range welcomeChoices() {
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
	tick := words.T("shell.p-do-not-protect")
	if w.protect {
		tick = words.T("shell.p-protect-file-passphrase")
	}
	cv.TextIn(4, cv.H()-2, cv.W()-6, tick, theme.Plain, widget.Left)
	if w.path != "" {
		cv.TextIn(2, cv.H()-1, cv.W()-4, words.T("shell.file-will", w.path), theme.Quiet, widget.Left)
	}
}

func (w *welcome) drawChoice(cv widget.Canvas, y, i int) {
	ch, st := welcomeChoices()[i], theme.Plain
	if i == w.cursor {
		cv.Mark(widget.Rect{X: 1, Y: y, W: cv.W() - 2, H: 1}, theme.FocusMark)
		cv.Text(2, y, cv.Glyphs().Cursor, theme.Accent)
		st = theme.Strong
	}
	cv.Text(4, y, ch.digit, theme.Key)
	cv.TextIn(7, y, cv.W()-14, ch.words, st, widget.Left)
	cv.TextIn(cv.W()-5, y, 3, "("+ch.letter+")", theme.Quiet, widget.Left)
}
