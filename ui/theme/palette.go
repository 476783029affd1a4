package theme

import "strings"

// ink is how one meaning is written: attributes that survive without colour,
// and a foreground of the terminal's own sixteen.
type ink struct{ attr, fg string }

// ground is what a mark adds. A ground with its own foreground overrides the
// text's colour, because the sixteen colours are not readable on each other.
type ground struct{ attr, fg, bg string }

type palette struct {
	base   ground // under everything; empty leaves the terminal's own
	inks   [styleCount]ink
	ground [markCount]ground
}

// sequence writes the parameters in a fixed order: reset, attributes,
// foreground, background.
func (p palette) sequence(s Style, m Mark) string {
	in, gr := p.inks[s], p.ground[m]
	attr := mergeAttrs(in.attr, gr.attr)
	fg := firstOf(gr.fg, in.fg, p.base.fg)
	bg := firstOf(gr.bg, p.base.bg)
	if m == FadeMark {
		attr, fg = gr.attr, firstOf(gr.fg, p.base.fg)
	}
	if m == CellMark && gr.bg != "" { // faint ink can not be read on a coloured ground
		attr = mergeAttrs(strings.ReplaceAll(in.attr, "2", ""), gr.attr)
	}
	parts := []string{"0"}
	for _, x := range []string{attr, fg, bg} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	return "\x1b[" + strings.Join(parts, ";") + "m"
}

// mergeAttrs joins attribute lists; reverse on reverse would cancel out on
// some terminals and not on others, so it is written once.
func mergeAttrs(a, b string) string {
	var out []string
	seen := map[string]bool{}
	for _, x := range strings.Split(a+";"+b, ";") {
		if x != "" && !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return strings.Join(out, ";")
}

func firstOf(xs ...string) string {
	for _, x := range xs {
		if x != "" {
			return x
		}
	}
	return ""
}

// shape gives every style the attributes that tell it apart without colour;
// fg adds the colours of one theme.
func shape(fg map[Style]string) [styleCount]ink {
	in := [styleCount]ink{
		Quiet:       {attr: "2"},
		Strong:      {attr: "1"},
		Title:       {attr: "1"},
		Header:      {attr: "4"},
		Bad:         {attr: "1"},
		Alarm:       {attr: "1;7"},
		Ghost:       {attr: "2;3"},
		Match:       {attr: "1;4"},
		Border:      {attr: "2"},
		BorderFocus: {attr: "1"},
		Key:         {attr: "1"},
		Inverse:     {attr: "7"},
	}
	for s, c := range fg {
		in[s].fg = c
	}
	return in
}

var palettes = map[Name]palette{
	Auto: {
		inks: shape(map[Style]string{
			Accent: "36", Good: "32", Warn: "33", Bad: "31", Alarm: "31",
			Match: "36", BorderFocus: "36", Key: "36",
		}),
		ground: [markCount]ground{
			RowMark: {attr: "4"}, FocusMark: {attr: "7", fg: "39"},
			CellMark: {fg: "30", bg: "46"}, FadeMark: {attr: "2"},
			PickMark: {attr: "1;4"},
		},
	},
	Dark: {
		inks: shape(map[Style]string{
			Accent: "96", Good: "92", Warn: "93", Bad: "91", Alarm: "91",
			Match: "96", BorderFocus: "96", Key: "96",
		}),
		ground: [markCount]ground{
			RowMark: {attr: "4"}, FocusMark: {fg: "97", bg: "44"},
			CellMark: {attr: "1", fg: "30", bg: "106"}, FadeMark: {attr: "2"},
			PickMark: {attr: "1;4"},
		},
	},
	Light: {
		// Yellow cannot be read on white: a warning is magenta here.
		inks: shape(map[Style]string{
			Accent: "34", Good: "32", Warn: "35", Bad: "31", Alarm: "31",
			Match: "34", BorderFocus: "34", Key: "34",
		}),
		ground: [markCount]ground{
			RowMark: {attr: "4"}, FocusMark: {fg: "97", bg: "44"},
			CellMark: {attr: "1", fg: "30", bg: "106"}, FadeMark: {attr: "2"},
			PickMark: {attr: "1;4"},
		},
	},
	Mono: {
		inks: monoInks(),
		ground: [markCount]ground{
			RowMark: {attr: "4"}, FocusMark: {attr: "7"},
			CellMark: {attr: "1;4;7"}, FadeMark: {attr: "2"},
			PickMark: {attr: "1;4"},
		},
	},
	HighContrast: {
		base: ground{fg: "97", bg: "40"},
		inks: contrastInks(),
		ground: [markCount]ground{
			RowMark: {attr: "4"}, FocusMark: {fg: "30", bg: "107"},
			CellMark: {attr: "1", fg: "30", bg: "103"}, FadeMark: {fg: "37"},
			PickMark: {attr: "1;4"},
		},
	},
}

// monoInks separates the meanings that elsewhere differ by colour alone.
func monoInks() [styleCount]ink {
	in := shape(nil)
	in[Accent].attr = "1"
	in[Warn].attr = "4"
	in[Bad].attr = "1;4"
	in[Ghost].attr = "2;4"
	return in
}

// contrastInks avoids faint: a projector washes it out.
func contrastInks() [styleCount]ink {
	in := shape(map[Style]string{
		Accent: "96", Good: "92", Warn: "93", Bad: "91", Alarm: "91",
		Match: "93", BorderFocus: "93", Key: "96", Quiet: "37", Ghost: "37",
		Border: "37",
	})
	for s := range in {
		in[s].attr = strings.TrimPrefix(strings.TrimPrefix(in[s].attr, "2"), ";")
	}
	in[Strong].attr, in[Accent].attr = "1", "1"
	return in
}
