package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// attr are the attributes that survive without colour.
type attr uint8

const (
	bold attr = 1 << iota
	faint
	italic
	under
	reverse
)

// ink is how one meaning is written: attributes, and a foreground of the
// terminal's own sixteen.
type ink struct {
	attr attr
	fg   color.Color
}

// ground is what a mark adds. A ground with its own foreground overrides the
// text's colour, because the sixteen colours are not readable on each other.
type ground struct {
	attr   attr
	fg, bg color.Color
}

type palette struct {
	base   ground // under everything; empty leaves the terminal's own
	inks   [styleCount]ink
	ground [markCount]ground
}

// plainInk is the terminal's own foreground where a ground must hide the ink's.
var plainInk = lipgloss.NoColor{}

// style joins a meaning and what lies under it.
func (p palette) style(s Style, m Mark) lipgloss.Style {
	in, gr := p.inks[s], p.ground[m]
	a := in.attr | gr.attr
	fg, bg := firstOf(gr.fg, in.fg, p.base.fg), firstOf(gr.bg, p.base.bg)
	if m == FadeMark {
		a, fg = gr.attr, firstOf(gr.fg, p.base.fg)
	}
	if m == CellMark && gr.bg != nil { // faint ink cannot be read on a coloured ground
		a = in.attr&^faint | gr.attr
	}
	return lipgloss.NewStyle().Bold(a&bold != 0).Faint(a&faint != 0).Italic(a&italic != 0).
		Underline(a&under != 0).Reverse(a&reverse != 0).Foreground(fg).Background(bg)
}

// sequence is the style as the terminal reads it, once: screens are drawn cell
// by cell, so that what they need is the sequence and not a rendered string. It
// starts from a reset, whatever was written before.
func (p palette) sequence(s Style, m Mark) string {
	const cell = "x"
	before, _, _ := strings.Cut(p.style(s, m).Render(cell), cell)
	if rest, ok := strings.CutPrefix(before, "\x1b["); ok {
		return "\x1b[0;" + rest
	}
	return "\x1b[0m"
}

func firstOf(xs ...color.Color) color.Color {
	for _, x := range xs {
		if x != nil {
			return x
		}
	}
	return plainInk
}

// shape gives every style the attributes that tell it apart without colour;
// fg adds the colours of one theme.
func shape(fg map[Style]color.Color) [styleCount]ink {
	in := [styleCount]ink{
		Quiet:       {attr: faint},
		Strong:      {attr: bold},
		Title:       {attr: bold},
		Header:      {attr: under},
		Bad:         {attr: bold},
		Alarm:       {attr: bold | reverse},
		Ghost:       {attr: faint | italic},
		Match:       {attr: bold | under},
		Border:      {attr: faint},
		BorderFocus: {attr: bold},
		Key:         {attr: bold},
		Inverse:     {attr: reverse},
	}
	for s, c := range fg {
		in[s].fg = c
	}
	return in
}

var palettes = map[Name]palette{
	Auto: {
		inks: shape(map[Style]color.Color{
			Accent: lipgloss.Cyan, Good: lipgloss.Green, Warn: lipgloss.Yellow, Bad: lipgloss.Red, Alarm: lipgloss.Red,
			Match: lipgloss.Cyan, BorderFocus: lipgloss.Cyan, Key: lipgloss.Cyan,
		}),
		ground: [markCount]ground{
			RowMark: {attr: under}, FocusMark: {attr: reverse, fg: plainInk},
			CellMark: {fg: lipgloss.Black, bg: lipgloss.Cyan}, FadeMark: {attr: faint},
			PickMark: {attr: bold | under},
		},
	},
	Dark: {
		inks: shape(map[Style]color.Color{
			Accent: lipgloss.BrightCyan, Good: lipgloss.BrightGreen, Warn: lipgloss.BrightYellow, Bad: lipgloss.BrightRed, Alarm: lipgloss.BrightRed,
			Match: lipgloss.BrightCyan, BorderFocus: lipgloss.BrightCyan, Key: lipgloss.BrightCyan,
		}),
		ground: [markCount]ground{
			RowMark: {attr: under}, FocusMark: {fg: lipgloss.BrightWhite, bg: lipgloss.Blue},
			CellMark: {attr: bold, fg: lipgloss.Black, bg: lipgloss.BrightCyan}, FadeMark: {attr: faint},
			PickMark: {attr: bold | under},
		},
	},
	Light: {
		// Yellow cannot be read on white: a warning is magenta here.
		inks: shape(map[Style]color.Color{
			Accent: lipgloss.Blue, Good: lipgloss.Green, Warn: lipgloss.Magenta, Bad: lipgloss.Red, Alarm: lipgloss.Red,
			Match: lipgloss.Blue, BorderFocus: lipgloss.Blue, Key: lipgloss.Blue,
		}),
		ground: [markCount]ground{
			RowMark: {attr: under}, FocusMark: {fg: lipgloss.BrightWhite, bg: lipgloss.Blue},
			CellMark: {attr: bold, fg: lipgloss.Black, bg: lipgloss.BrightCyan}, FadeMark: {attr: faint},
			PickMark: {attr: bold | under},
		},
	},
	Mono: {
		inks: monoInks(),
		ground: [markCount]ground{
			RowMark: {attr: under}, FocusMark: {attr: reverse},
			CellMark: {attr: bold | under | reverse}, FadeMark: {attr: faint},
			PickMark: {attr: bold | under},
		},
	},
	HighContrast: {
		base: ground{fg: lipgloss.BrightWhite, bg: lipgloss.Black},
		inks: contrastInks(),
		ground: [markCount]ground{
			RowMark: {attr: under}, FocusMark: {fg: lipgloss.Black, bg: lipgloss.BrightWhite},
			CellMark: {attr: bold, fg: lipgloss.Black, bg: lipgloss.BrightYellow}, FadeMark: {fg: lipgloss.White},
			PickMark: {attr: bold | under},
		},
	},
}

// monoInks separates the meanings that elsewhere differ by colour alone.
func monoInks() [styleCount]ink {
	in := shape(nil)
	in[Accent].attr = bold
	in[Warn].attr = under
	in[Bad].attr = bold | under
	in[Ghost].attr = faint | under
	return in
}

// contrastInks avoids faint: a projector washes it out.
func contrastInks() [styleCount]ink {
	in := shape(map[Style]color.Color{
		Accent:      lipgloss.BrightCyan,
		Good:        lipgloss.BrightGreen,
		Warn:        lipgloss.BrightYellow,
		Bad:         lipgloss.BrightRed,
		Alarm:       lipgloss.BrightRed,
		Match:       lipgloss.BrightYellow,
		BorderFocus: lipgloss.BrightYellow,
		Key:         lipgloss.BrightCyan,
		Quiet:       lipgloss.White,
		Ghost:       lipgloss.White,
		Border:      lipgloss.White,
	})
	for s := range in {
		in[s].attr &^= faint
	}
	in[Strong].attr, in[Accent].attr = bold, bold
	return in
}
