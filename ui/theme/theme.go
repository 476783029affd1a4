package theme

// Valid reports whether n is a built-in theme.
func (n Name) Valid() bool {
	_, ok := palettes[n]
	return ok
}

// Theme holds a ready escape sequence for every style on every mark.
type Theme struct {
	name Name
	sgr  [styleCount][markCount]string
}

// New builds a theme; an unknown name gives Auto.
func New(n Name) *Theme {
	if !n.Valid() {
		n = Auto
	}
	t := &Theme{name: n}
	p := palettes[n]
	for s := range styleCount {
		for m := range markCount {
			t.sgr[s][m] = p.sequence(s, m)
		}
	}
	return t
}

// Name is the name the theme was built from.
func (t *Theme) Name() Name { return t.name }

// SGR is the full sequence for a style on a mark. It begins with a reset, so
// it can be written after any other.
func (t *Theme) SGR(s Style, m Mark) string {
	if s >= styleCount {
		s = Plain
	}
	if m >= markCount {
		m = NoMark
	}
	return t.sgr[s][m]
}
