package relmap

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/theme"
)

// influenceSign is the shade of a seat: the more ink, the more weight.
func influenceSign(i model.Influence, g *theme.Glyphs) (string, theme.Style) {
	switch i {
	case model.InnerCircle:
		return g.Full, theme.Accent
	case model.PoliticalStructure:
		return g.Half, theme.Accent
	case model.Outside:
		return g.Empty, theme.Quiet
	}
	if g.Shade[0] == g.Empty {
		return "?", theme.Quiet // plain signs have one dot only
	}
	return g.Shade[0], theme.Quiet
}

func supportCell(f *mapFacts, r *Row, g *theme.Glyphs) (string, theme.Style) {
	if r.person == nil || !r.person.Support.Known {
		return "", theme.Plain
	}
	switch v := r.person.Support.V; {
	case v > 0:
		return strings.Repeat("+", v), theme.Good
	case v < 0:
		return strings.Repeat("-", -v), theme.Bad
	}
	return g.Shade[0], theme.Quiet
}

// coverCell is a bar of three; unknown is a dash, which is not the same as none.
func coverCell(f *mapFacts, r *Row, g *theme.Glyphs) (string, theme.Style) {
	switch {
	case r.person == nil:
		return "", theme.Plain
	case r.person.Coverage == model.CoverageUnknown:
		return g.Unknown, theme.Quiet
	}
	n := int(r.person.Coverage - model.NoCoverage)
	return strings.Repeat(g.Shade[4], n) + strings.Repeat(g.Shade[0], 3-n), theme.Plain
}

// tieCell is the level of the best tie and the level aimed at: 3▸4.
func tieCell(_ *mapFacts, r *Row, g *theme.Glyphs) (string, theme.Style) {
	if r.best < 0 {
		return g.Unknown, theme.Quiet
	}
	return levels(r.ties[r.best].Level, r.ties[r.best].Target, g), theme.Plain
}

func levels(now, target model.TieLevel, g *theme.Glyphs) string {
	s := g.Unknown
	if now > model.TieNone {
		s = strconv.Itoa(int(now))
	}
	if target > model.TieNone {
		s += g.Cursor + strconv.Itoa(int(target))
	}
	return s
}

func lastCell(_ *mapFacts, r *Row, _ *theme.Glyphs) (string, theme.Style) {
	if r.stale {
		return r.days(), theme.Warn
	}
	return r.days(), theme.Quiet
}

// oursCell is who of ours holds the best tie.
func oursCell(f *mapFacts, r *Row, _ *theme.Glyphs) (string, theme.Style) {
	if r.best < 0 {
		return "", theme.Plain
	}
	return firstWord(f.Team()[r.best].Name), theme.Plain
}

// moreCell is how many more of ours have a tie; a cell of its own, because a
// number behind a Hebrew name would be laid out in front of it.
func moreCell(_ *mapFacts, r *Row, _ *theme.Glyphs) (string, theme.Style) {
	if r.known < 2 {
		return "", theme.Plain
	}
	return "+" + strconv.Itoa(min(r.known-1, 9)), theme.Quiet
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return word
}

func roleCell(_ *mapFacts, r *Row, _ *theme.Glyphs) (string, theme.Style) {
	if r.Seat.Role == model.RoleDecisionMaker { // the column has no room for the maker
		return words.T("relmap.decision"), theme.Quiet
	}
	return words.Here(r.Seat.Role.String()), theme.Quiet
}

func functionCell(_ *mapFacts, r *Row, _ *theme.Glyphs) (string, theme.Style) {
	return words.Here(r.Seat.Function.String()), theme.Quiet
}
