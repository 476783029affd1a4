package plan

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// staleDays is the age from which a rating should be asked again (METHOD §1).
const staleDays = 365

// drawFoot shows what the levels of the factor under the cursor mean: all of
// them to read aloud where there is room, else those around the one that is set.
func (s *RatingPart) drawFoot(c *kit.Context, cv widget.Canvas, ins *model.Instrument, f *model.Factor, focus bool) {
	r := c.Current().Ratings[f.Full()]
	if s.Edit != nil && focus {
		cv = s.drawTyping(c, cv)
	}
	facts, now := s.facts(c, f, r), s.level(r)
	ask := kit.FootLine{Lead: "  ", Text: f.Question, Style: theme.Strong}
	var levels []kit.FootLine
	for n := ins.Min; n <= ins.Max; n++ {
		if text := ins.Anchor(f, model.LevelOf(n)); text != "" {
			levels = append(levels, anchorLine(n, text, now == model.LevelOf(n)))
		}
	}
	lines := readAloud(ask, levels, facts, cv.W(), cv.H())
	if kit.FootHeight(lines, cv.W()) < cv.H() {
		cv = cv.Sub(widget.Rect{Y: 1, W: cv.W(), H: cv.H() - 1})
	}
	kit.DrawLines(cv, lines)
}

// readAloud chooses what fits on w×h: question, levels and facts; else the
// question gives way to the levels, or the facts do where nothing is set yet.
func readAloud(ask kit.FootLine, levels, facts []kit.FootLine, w, h int) []kit.FootLine {
	fits := func(lines []kit.FootLine) bool { return kit.FootHeight(lines, w) <= h }
	all := slices.Concat([]kit.FootLine{ask}, levels)
	set := slices.ContainsFunc(levels, func(l kit.FootLine) bool { return l.Mark })
	switch {
	case fits(slices.Concat(all, facts)):
		return slices.Concat(all, facts)
	case !set && fits(all):
		return all
	case set && fits(slices.Concat(levels, facts)):
		return slices.Concat(levels, facts)
	case set:
		return slices.Concat(nearest(levels, w, h-kit.FootHeight(facts, w)), facts)
	case len(levels) > 0 && fits([]kit.FootLine{ask, {}}):
		return slices.Concat(
			[]kit.FootLine{ask, {Lead: "  ", Text: words.T("plan.z-whole-screen-shows-what"), Style: theme.Ghost}},
			facts,
		)
	}
	return slices.Concat([]kit.FootLine{ask}, facts)
}

// nearest are as many levels as fit around the one that is set.
func nearest(levels []kit.FootLine, w, room int) []kit.FootLine {
	from := slices.IndexFunc(levels, func(l kit.FootLine) bool { return l.Mark })
	to := from + 1
	for {
		switch {
		case to < len(levels) && kit.FootHeight(levels[from:to+1], w) <= room:
			to++
		case from > 0 && kit.FootHeight(levels[from-1:to], w) <= room:
			from--
		default:
			return levels[from:to]
		}
	}
}

func anchorLine(n int, text string, current bool) kit.FootLine {
	l := kit.FootLine{Lead: "  " + strconv.Itoa(n) + "  ", Text: text, Style: theme.Quiet, Mark: current}
	if current {
		l.Style = theme.Strong
	}
	return l
}

// drawTyping gives the first lines of the foot to what is typed: the source
// always, the note where its column has no room.
func (s *RatingPart) drawTyping(c *kit.Context, cv widget.Canvas) widget.Canvas {
	word := words.T("plan.source")
	if strings.HasSuffix(s.Edit.Field.Key, ".note") {
		if s.roomy {
			return cv
		}
		word = words.T("plan.note")
	}
	n := 3 + cv.Text(2, 0, word, theme.Header)
	s.Edit.Draw(cv, n, 0, cv.W()-n-1)
	return cv.Sub(widget.Rect{Y: 1, W: cv.W(), H: cv.H() - 1})
}

// facts are where the rating comes from and what speaks against it.
func (s *RatingPart) facts(c *kit.Context, f *model.Factor, r model.Rating) []kit.FootLine {
	var out []kit.FootLine
	if c.Modest() {
		return nil
	}
	if r.Note != "" && s.Edit == nil && (!s.wide || widget.Width(r.Note) > 20) {
		out = append(out, kit.FootLine{Lead: "  note: ", Text: r.Note, Style: theme.Plain})
	}
	var wording []string
	if hint := contrastHint(c, f.Full(), r); hint != "" && (!s.wide || r.Note != "") {
		wording = append(wording, hint)
	}
	if suggested := c.Scores().Suggestion(c.Account, f.Full()); suggested.Known() && suggested == r.Ours {
		wording = append(wording, words.T("plan.as-figures-suggest-2"))
	}
	if r.Source != "" {
		wording = append(wording, words.T("plan.source-2", r.Source))
	}
	if r.Date.Known() {
		wording = append(wording, words.T("plan.rated", r.Date.Short()))
	}
	if len(wording) > 0 {
		out = append(out, kit.FootLine{Lead: "  ", Text: strings.Join(wording, " "+c.Glyphs.Sep+" "), Style: theme.Quiet})
	}
	if age := staleAge(c, r); age > 0 {
		out = append(
			out,
			kit.FootLine{Lead: "  ", Text: words.T("plan.rated-days-ago-ask-again", c.Glyphs.Flag, age), Style: theme.Warn},
		)
	}
	return out
}

// staleAge is the age in days of a rating that should be asked again, else 0.
func staleAge(c *kit.Context, r model.Rating) int {
	if !r.Used().Known() || !r.Date.Known() {
		return 0
	}
	if age := c.Session.Today().DaysSince(r.Date); age > staleDays {
		return age
	}
	return 0
}
