package shell

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"accord/model/words"
	"accord/ui/accounts"
	"accord/ui/importer"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/merging"
	"accord/ui/theme"
	"accord/ui/widget"
)

// longTitle is how much of a title has to show before the currency shows beside it.
const longTitle = 12

// drawHeader is the first line: what is open, how it is sorted, whether it is
// on the disk, and the day.
func (a *App) drawHeader(cv widget.Canvas) {
	p, g := a.c.Portfolio(), cv.Glyphs()
	x := cv.Text(0, 0, " "+words.T("shell.accord")+" ", theme.Inverse) + 1
	if a.c.Session.Hidden() {
		x += cv.Text(x, 0, " "+words.T("shell.names-hidden")+" ", theme.Alarm) + 1
	}
	day := a.c.Session.Today().Short() + " "
	word, st := a.savedWord()
	right := cv.W() - widget.Width(day) - widget.Width(word) - 3
	least := 1
	if step := stepWords(a.c, right-x-3); step != "" { // the title gives way to the clock
		right -= widget.Width(step) + 3
		least = leastTitle
		cv.Text(right, 0, step, theme.Accent)
	}
	counts := " " + g.Sep + " " + words.T("shell.n-accounts", p.Len())
	money := " " + g.Sep + " " + p.Programme().Currency.String()
	if room := right - x - widget.Width(counts+money) - 1; room >= min(longTitle, widget.Width(p.Programme().Title)) {
		counts += money // else rather more of the title
	}
	if room := right - x - widget.Width(counts) - 1; room >= least {
		if least > 1 { // beside a clock two words would run into each other
			room--
		}
		x += cv.Text(x, 0, widget.Short(p.Programme().Title, room, g.Ellipsis)+counts, theme.Quiet)
	}
	if a.c.Portfolio().Programme().Workshop.Running() != nil {
		right = cv.W() - widget.Width(day) - widget.Width(word) - 3
	} else if sort := a.sortWord(); right-widget.Width(sort)-3 > x {
		cv.Text(right-widget.Width(sort)-3, 0, sort, theme.Quiet)
	}
	cv.Text(right-1, 0, " "+word, st)
	cv.Text(cv.W()-widget.Width(day), 0, day, theme.Quiet)
}

// savedWord says how the file stands. ✓ only when the disk has everything.
func (a *App) savedWord() (string, theme.Style) {
	g := a.grid.Glyphs
	switch {
	case a.c.Rehearsal != nil:
		return words.T("shell.rehearsal-not-saved"), theme.Alarm
	case a.base != nil:
		return words.T("shell.what-if-not-saved"), theme.Alarm
	case a.c.Session.Frozen() != "":
		return words.T("shell.read-only-2"), theme.Warn
	case a.saved.Err != nil:
		return words.T("shell.not-saved"), theme.Alarm
	case a.saved.Saved < a.saved.Queued:
		return words.T("shell.saving", g.Saving), theme.Quiet
	}
	return words.T("shell.saved", g.Saved), theme.Good
}

// diskWords are why the disk refuses.
func (a *App) diskWords() string {
	return a.unplaced(kit.Sentence(a.saved.Err))
}

// unplaced is a sentence about the disk; while names are hidden it does not tell
// where the file lies, nor what it is called: that is often the name of a customer.
func (a *App) unplaced(text string) string {
	if !a.c.Session.Hidden() || a.ports.Path == "" {
		return text
	}
	dir, name := filepath.Split(a.ports.Path)
	for _, x := range [][2]string{{a.ports.Path, words.T("shell.the-file")}, {filepath.Clean(dir), words.T("shell.its-folder")}, {name, words.T("shell.the-file")}, {strings.TrimSuffix(name, filepath.Ext(name)), words.T("shell.the-file")}} {
		if len(x[0]) > 1 && x[0] != "accord" { // the usual name is the program's, and nobody's else
			text = strings.ReplaceAll(text, x[0], x[1])
		}
	}
	return text
}

func (a *App) sortWord() string {
	l := a.bench.accounts
	arrow := a.grid.Glyphs.SortDown
	if l.Back {
		arrow = a.grid.Glyphs.SortUp
	}
	return accounts.ColumnByKey(l.Order(a.c)).Title + " " + arrow
}

// drawStatus is one sentence: what just happened, what is wrong with the disk,
// or what the portfolio should hear.
func (a *App) drawStatus(cv widget.Canvas) {
	text, st := a.roomStatus(), theme.Plain
	switch {
	case a.saved.Err != nil:
		text, st = words.T("shell.not-saved-2", a.diskWords()), theme.Alarm
	case a.status.bad:
		st = theme.Warn
	case text == "" && a.c.Session.Frozen() != "":
		text, st = a.unplaced(a.c.Session.Frozen()), theme.Warn
	case text == "" && a.c.Voting() == nil && !a.inWorkshop(): // an alarm may tell what stands
		if alarms := a.c.Scores().Alarms; len(alarms) > 0 && !a.c.Modest() {
			text, st = cv.Glyphs().Flag+" "+alarms[0].Text, theme.Quiet
		}
	}
	cv.TextIn(1, 0, cv.W()-2, kit.OneLine(text), st, widget.Left)
}

// inWorkshop reports whether a page of a workshop is open: what the portfolio should
// hear is not what people came for.
func (a *App) inWorkshop() bool {
	return slices.ContainsFunc(a.overlays, func(o kit.Page) bool {
		return a.c.Screens.Of(o).Meeting
	})
}

// drawFooter lists the keys of the scopes in force, innermost first, as many as
// have room; ? and : are always there.
func (a *App) drawFooter(cv widget.Canvas) {
	x, end := 1, cv.W()-1
	tail := [][2]string{{":", words.T("shell.footer-command")}, {"?", words.T("shell.footer-help")}}
	for _, t := range tail {
		end -= widget.Width(t[0]) + widget.Width(t[1]) + 3
	}
	scopes := a.Scopes()
	text := kit.TakesText(scopes)
	shown := map[string]bool{} // an inner scope's key hides the outer one's
	for n, s := range scopes {
		if n > 0 && (text && s == keys.ScopeEverywhere || s == keys.ScopeText) {
			continue // beside a list, what edits its filter is not worth the room
		}
		for i := range a.c.Keys.Rows {
			b := &a.c.Keys.Rows[i]
			if b.Scope != s || shown[b.Keys()[0]] {
				continue
			}
			shown[b.Keys()[0]] = true
			short := a.shortWord(b)
			if short == "" || b.Intent.Kind == keys.Palette || b.Intent.Kind == keys.Help || a.c.Lacks(b) != "" ||
				a.top() != nil && s == keys.ScopeEverywhere && modal(b.Intent.Kind) {
				continue
			}
			w := widget.Width(keyName(b)) + widget.Width(short) + 3
			if x+w > end {
				continue
			}
			x += drawKey(cv, x, keyName(b), short)
		}
	}
	if text {
		return
	}
	for _, t := range tail {
		end += drawKey(cv, end+1, t[0], t[1])
	}
}

// shortWord is a binding's word in the footer: the part with the focus may know a
// better one, or that the key does nothing here.
func (a *App) shortWord(b *keys.Binding) string {
	if b.Scope == keys.ScopeText {
		return a.textWord(b)
	}
	if p, ok := a.top().(interface {
		ShortFor(keys.IntentKind) (string, bool)
	}); ok {
		if word, other := p.ShortFor(b.Intent.Kind); other {
			return word
		}
	}
	if a.top() == nil && a.bench.focus == kit.PanePlan && b.Scope == keys.ScopeItems {
		if p, ok := a.bench.plan.Parts[a.bench.plan.At].(interface {
			ShortFor(keys.IntentKind) (string, bool)
		}); ok {
			if word, other := p.ShortFor(b.Intent.Kind); other {
				return word
			}
		}
	}
	return b.Short
}

// textWord says in the footer what enter, tab and esc do in the text that is typed.
func (a *App) textWord(b *keys.Binding) string {
	top := a.top()
	var at any = top
	if top == nil {
		at = a.bench.part(a.bench.focus)
	}
	cell := false
	if p, ok := at.(interface{ InCell() bool }); ok {
		cell = p.InCell()
	}
	switch k := b.Intent.Kind; {
	case cell && k == keys.Accept:
		return words.T("shell.save-cell-below")
	case cell && k == keys.NextField:
		return words.T("shell.save-next-cell")
	case cell && k == keys.Cancel:
		return words.T("shell.done")
	case k == keys.NextField:
		switch top.(type) {
		case *importer.Wizard, *merging.Page, *welcome:
			return b.Short
		}
		return "" // tab does nothing in a line by itself
	}
	return b.Short
}

func drawKey(cv widget.Canvas, x int, key, word string) int {
	n := cv.Text(x, 0, key, theme.Key)
	n += cv.Text(x+n, 0, " "+word, theme.Quiet)
	return n + 2
}

// keyName is how a binding's key is shown: digits as a range, arrows as arrows.
func keyName(b *keys.Binding) string {
	if b.Intent.Kind == keys.Rate || b.Intent.Kind == keys.BeginTyping {
		return b.Keys()[0] + "-" + b.Keys()[len(b.Keys())-1]
	}
	switch k := b.Keys()[0]; k {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	default:
		return k
	}
}

func (a *App) windowTitle() string {
	if acc := a.c.Current(); acc != nil && a.cover() == nil && a.c.Voting() == nil {
		return words.T("shell.accord-2", widget.Clean(acc.Name))
	}
	return words.T("shell.accord")
}

// heldInOrder puts a left-to-right override, which has no width, behind the first
// letter of every row: the one thing that stops Konsole from reordering Hebrew
// that already stands in its cells.
func heldInOrder(rows string) string {
	lines := strings.Split(rows, "\n")
	for i, line := range lines {
		at := 0
		for strings.HasPrefix(line[at:], "\x1b[") {
			at += strings.IndexByte(line[at:], 'm') + 1
		}
		if _, n := utf8.DecodeRuneInString(line[at:]); n > 0 {
			lines[i] = line[:at+n] + "\u202d" + line[at+n:]
		}
	}
	return strings.Join(lines, "\n")
}

// isKonsole reports a terminal that reorders Hebrew by itself whatever it is told.
func isKonsole(name string) bool { return len(name) >= 7 && name[:7] == "Konsole" }
