package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// staleDays is the age from which a rating should be asked again (METHOD §1).
const staleDays = 365

// drawFoot shows what the levels of the factor under the cursor mean: all of
// them to read aloud where there is room, else the one that is set.
func (s *ratingPart) drawFoot(c *ctx, cv widget.Canvas, ins *model.Instrument, f *model.Factor, focus bool) {
	r := c.current().Ratings[f.Full()]
	if s.edit != nil && focus {
		cv = s.drawTyping(c, cv)
	}
	facts := s.facts(c, f, r)
	now := s.level(r)
	all := []footLine{{text: f.Name + ": " + f.Question, style: theme.Strong}}
	for n := ins.Min; n <= ins.Max; n++ {
		if text := ins.Anchor(f, model.LevelOf(n)); text != "" {
			all = append(all, anchorLine(n, text, now == model.LevelOf(n)))
		}
	}
	if h := footHeight(all, cv.W()) + footHeight(facts, cv.W()); h <= cv.H() {
		if h < cv.H() {
			cv = cv.Sub(widget.Rect{Y: 1, W: cv.W(), H: cv.H() - 1})
		}
		drawLines(cv, append(all, facts...))
		return
	}
	room := cv.H() - footHeight(facts, cv.W())
	drawLines(cv, append(nearest(all, cv.W(), room), facts...))
}

// nearest are as many of the levels as fit around the one that is set; where
// none is set, the question. all[0] is the question, then come the levels.
func nearest(all []footLine, w, room int) []footLine {
	at := slices.IndexFunc(all, func(l footLine) bool { return l.mark })
	if at < 0 {
		return all[:1]
	}
	from, to := at, at+1
	for {
		switch {
		case to < len(all) && footHeight(all[from:to+1], w) <= room:
			to++
		case from > 1 && footHeight(all[from-1:to], w) <= room:
			from--
		default:
			return slices.Clone(all[from:to])
		}
	}
}

func anchorLine(n int, text string, current bool) footLine {
	l := footLine{lead: "  " + strconv.Itoa(n) + "  ", text: text, style: theme.Quiet, mark: current}
	if current {
		l.style = theme.Strong
	}
	return l
}

// drawTyping gives the first lines of the foot to what is typed: the source
// always, the note where its column has no room.
func (s *ratingPart) drawTyping(c *ctx, cv widget.Canvas) widget.Canvas {
	word := "source"
	if strings.HasSuffix(s.edit.field.Key, ".note") {
		if s.wide {
			return cv
		}
		word = "note"
	}
	n := cv.Text(0, 0, word+" ", theme.Header)
	s.edit.draw(cv, n, 0, cv.W()-n)
	return cv.Sub(widget.Rect{Y: 1, W: cv.W(), H: cv.H() - 1})
}

// facts are where the rating comes from and what speaks against it.
func (s *ratingPart) facts(c *ctx, f *model.Factor, r model.Rating) []footLine {
	var out []footLine
	if r.Note != "" && (!s.wide || widget.Width(r.Note) > 20) {
		out = append(out, footLine{lead: "note: ", text: r.Note, style: theme.Plain})
	}
	var words []string
	hint := ratingHint(c, f.Full(), r)
	if hint != "" && hint != "not asked yet" && (!s.wide || r.Note != "") {
		words = append(words, hint)
	}
	if suggested := c.scores().Suggestion(c.account, f.Full()); suggested.Known() && suggested == r.Ours {
		words = append(words, "as the figures suggest")
	}
	if r.Source != "" {
		words = append(words, "source: "+r.Source)
	}
	if r.Date.Known() {
		words = append(words, "rated "+r.Date.Short())
	}
	if len(words) > 0 {
		out = append(out, footLine{text: strings.Join(words, " "+c.glyphs.Sep+" "), style: theme.Quiet})
	}
	if age := staleAge(c, r); age > 0 {
		out = append(out, footLine{text: fmt.Sprintf("%s rated %d days ago: ask again", c.glyphs.Flag, age), style: theme.Warn})
	}
	return out
}

// staleAge is the age in days of a rating that should be asked again, else 0.
func staleAge(c *ctx, r model.Rating) int {
	if !r.Used().Known() || !r.Date.Known() {
		return 0
	}
	if age := c.session.Today().DaysSince(r.Date); age > staleDays {
		return age
	}
	return 0
}
