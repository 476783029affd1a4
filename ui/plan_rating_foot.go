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
// them to read aloud where there is room, else those around the one that is set.
func (s *ratingPart) drawFoot(c *ctx, cv widget.Canvas, ins *model.Instrument, f *model.Factor, focus bool) {
	r := c.current().Ratings[f.Full()]
	if s.edit != nil && focus {
		cv = s.drawTyping(c, cv)
	}
	facts, now := s.facts(c, f, r), s.level(r)
	ask := footLine{lead: "  ", text: f.Question, style: theme.Strong}
	var levels []footLine
	for n := ins.Min; n <= ins.Max; n++ {
		if text := ins.Anchor(f, model.LevelOf(n)); text != "" {
			levels = append(levels, anchorLine(n, text, now == model.LevelOf(n)))
		}
	}
	lines := readAloud(ask, levels, facts, cv.W(), cv.H())
	if footHeight(lines, cv.W()) < cv.H() {
		cv = cv.Sub(widget.Rect{Y: 1, W: cv.W(), H: cv.H() - 1})
	}
	drawLines(cv, lines)
}

// readAloud chooses what fits on w×h: question, levels and facts; else the
// question gives way to the levels, or the facts do where nothing is set yet.
func readAloud(ask footLine, levels, facts []footLine, w, h int) []footLine {
	fits := func(lines []footLine) bool { return footHeight(lines, w) <= h }
	all := slices.Concat([]footLine{ask}, levels)
	set := slices.ContainsFunc(levels, func(l footLine) bool { return l.mark })
	switch {
	case fits(slices.Concat(all, facts)):
		return slices.Concat(all, facts)
	case !set && fits(all):
		return all
	case set && fits(slices.Concat(levels, facts)):
		return slices.Concat(levels, facts)
	case set:
		return slices.Concat(nearest(levels, w, h-footHeight(facts, w)), facts)
	case len(levels) > 0 && fits([]footLine{ask, {}}):
		return slices.Concat([]footLine{ask, {lead: "  ", text: "z: the whole screen shows what every level means", style: theme.Ghost}}, facts)
	}
	return slices.Concat([]footLine{ask}, facts)
}

// nearest are as many levels as fit around the one that is set.
func nearest(levels []footLine, w, room int) []footLine {
	from := slices.IndexFunc(levels, func(l footLine) bool { return l.mark })
	to := from + 1
	for {
		switch {
		case to < len(levels) && footHeight(levels[from:to+1], w) <= room:
			to++
		case from > 0 && footHeight(levels[from-1:to], w) <= room:
			from--
		default:
			return levels[from:to]
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
		if s.roomy {
			return cv
		}
		word = "note"
	}
	n := 3 + cv.Text(2, 0, word, theme.Header)
	s.edit.draw(cv, n, 0, cv.W()-n-1)
	return cv.Sub(widget.Rect{Y: 1, W: cv.W(), H: cv.H() - 1})
}

// facts are where the rating comes from and what speaks against it.
func (s *ratingPart) facts(c *ctx, f *model.Factor, r model.Rating) []footLine {
	var out []footLine
	if c.modest() {
		return nil
	}
	if r.Note != "" && s.edit == nil && (!s.wide || widget.Width(r.Note) > 20) {
		out = append(out, footLine{lead: "  note: ", text: r.Note, style: theme.Plain})
	}
	var words []string
	hint := ratingHint(c, f.Full(), r)
	if hint != "" && hint != hintUnasked && hint != hintStale && (!s.wide || r.Note != "") {
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
		out = append(out, footLine{lead: "  ", text: strings.Join(words, " "+c.glyphs.Sep+" "), style: theme.Quiet})
	}
	if age := staleAge(c, r); age > 0 {
		out = append(out, footLine{lead: "  ", text: fmt.Sprintf("%s rated %d days ago: ask again", c.glyphs.Flag, age), style: theme.Warn})
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
