package workshop

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// sheetLook is one look at the run sheet.
type sheetLook uint8

// The looks, in the order tab goes round.
const (
	sheetSteps sheetLook = iota
	sheetParked
	sheetRatings
	sheetRoom
	sheetLooks
)

var SheetWords = words.Table(func() [sheetLooks]string {
	return [sheetLooks]string{words.T("workshop.steps"), words.T("workshop.parked"), words.T("workshop.ratings"), words.T("workshop.who-what")}
})

// RunSheet is the workshop at a glance: the steps with the clock beside them, what
// was parked on the way, the blind ratings, who is there and what it is about.
// Without a workshop it offers to begin one.
type RunSheet struct {
	kit.Body
	look  sheetLook
	at    [sheetLooks]int
	rows  int
	sure  bool   // what the key would do was said
	dir   string // a folder that was there already when it was asked for
	wrote bool   // the files of this workshop were written
}

func NewRunSheet(c *kit.Context) *RunSheet {
	s := &RunSheet{}
	if w := s.workshop(c); w != nil {
		for i := range w.Steps {
			if w.Steps[i].ID == w.Now {
				s.at[sheetSteps] = i
			}
		}
	}
	return s
}

func (s *RunSheet) Anew() { s.dir = "" }

func (s *RunSheet) workshop(c *kit.Context) *model.Workshop {
	return c.Portfolio().Programme().Workshop
}

func (s *RunSheet) Scopes(c *kit.Context) []keys.Scope {
	if s.workshop(c) == nil {
		return []keys.Scope{keys.ScopeNoWorkshop, keys.ScopeMove}
	}
	look := [sheetLooks]keys.Scope{keys.ScopeSteps, keys.ScopeParked, keys.ScopeMeetingRatings, keys.ScopeRoom}[s.look]
	return []keys.Scope{look, keys.ScopeWorkshop, keys.ScopeMove}
}

func (s *RunSheet) Title(c *kit.Context) string {
	w := s.workshop(c)
	if w == nil {
		return words.T("workshop.workshop")
	}
	out := widget.Short(w.Title, 40, c.Glyphs.Ellipsis)
	if c.Session.Hidden() {
		out = words.T("workshop.workshop")
	}
	for i, word := range SheetWords() {
		if sheetLook(i) == sheetParked && w.Waiting() > 0 {
			word += " " + strconv.Itoa(w.Waiting())
		}
		if sheetLook(i) == s.look {
			word = "[" + word + "]"
		}
		out += " " + c.Glyphs.Sep + " " + word
	}
	return out
}

func (s *RunSheet) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return widget.Rect{X: screen.X, Y: screen.Y + 1, W: screen.W, H: screen.H - 1}
}

// length is how many rows the look has.
func (s *RunSheet) length(c *kit.Context) int {
	w := s.workshop(c)
	switch s.look {
	case sheetSteps:
		return len(w.Steps)
	case sheetParked:
		return len(w.Parked)
	case sheetRatings:
		return len(c.Portfolio().Programme().Ballots)
	}
	return len(w.People) + len(w.Accounts)
}

func (s *RunSheet) rename(w *model.Workshop, text string) kit.Outcome {
	if text == "" {
		return kit.Open(kit.NewPrompt(kit.AskTitle, "", w.Title))
	}
	return kit.Change(edit.RenameWorkshop{Title: text})
}

// asManyAsFit are the first of some words that have room beside each other, none of
// them cut.
func asManyAsFit(wording []string, room int) string {
	out := wording[0]
	for _, w := range wording[1:] {
		if next := out + " · " + w; widget.Width(next) <= room {
			out = next
		}
	}
	return out
}

// lines draws the rows of a list around the cursor.
func (s *RunSheet) lines(c *kit.Context, cv widget.Canvas, n int, row func(widget.Canvas, int, theme.Style)) {
	at, by, h := s.at[s.look], c.Spread(n, cv.H()), cv.H()
	from, more := 0, ""
	if n*by > h+by-1 && h > 2 { // the last row says what there is no room for
		h--
		from = max(0, min(at-h/2, n-h))
		switch below := n - from - h; {
		case from > 0 && below > 0:
			more = words.T("workshop.more-above", from) + "  " + words.T("workshop.more-below", below)
		case from > 0:
			more = words.T("workshop.more-above", from)
		case below > 0:
			more = words.T("workshop.more-below", below)
		}
		cv.TextIn(1, h, cv.W()-2, more, theme.Quiet, widget.Right)
	} else if n > h {
		from = max(0, min(at-h/2, n-h))
	}
	for y, i := 0, from; y < h && i < n; y, i = y+by, i+1 {
		line, st := cv.Sub(widget.Rect{Y: y, W: cv.W(), H: 1}), theme.Plain
		if i == at {
			line.Mark(line.Rect(), theme.FocusMark)
			line.Text(0, 0, c.Glyphs.Cursor, theme.Accent)
			st = theme.Strong
		}
		row(line, i, st)
	}
}
