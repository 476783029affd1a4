package relmap

import (
	"accord/model/exposure"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// exposureLine is a line of the look at exposure.
type exposureLine struct {
	x    int
	text string
	st   theme.Style
}

// exposureLines say whom exactly one of ours knows, one of ours after the other, and
// whether a key player is among them.
func (f *mapFacts) exposureLines() (out []exposureLine) {
	e := exposure.Of(f.account, f.programme)
	line := func(x int, text string, st theme.Style) { out = append(out, exposureLine{x, text, st}) }
	if e.Known == 0 {
		line(1, words.T("relmap.exposure-nobody-known"), theme.Quiet)
	}
	for _, id := range e.Members() {
		left := e.Without(id)
		line(1, words.T("relmap.exposure-if-left", f.programme.Member(id).Name, len(left)), theme.Strong)
		for _, o := range left {
			if o.Key {
				line(3, words.T("relmap.exposure-key-player", f.SeatWords(o.Seat)), theme.Warn)
			} else {
				line(3, f.SeatWords(o.Seat), theme.Plain)
			}
		}
	}
	switch {
	case e.KeyPlayers == 0:
		line(1, words.T("relmap.exposure-nobody-rated"), theme.Quiet)
	case e.Known > 0 && e.Reassures():
		line(1, words.T("relmap.exposure-reassured"), theme.Good)
	}
	return out
}

// drawExposure draws them; what does not fit is counted.
func (m *Pane) drawExposure(cv widget.Canvas) {
	lines := m.Facts.exposureLines()
	if over := len(lines) - cv.H(); over > 0 && cv.H() > 0 {
		lines = append(lines[:cv.H()-1:cv.H()-1], exposureLine{1, words.T("relmap.exposure-and-more", over+1), theme.Quiet})
	}
	for y, l := range lines {
		cv.TextIn(l.x, y, cv.W()-l.x-1, l.text, l.st, widget.Left)
	}
}
