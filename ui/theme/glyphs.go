package theme

// Frame is the set of line pieces a box is drawn with.
type Frame struct {
	H, V                                       string
	TopLeft, TopRight, BottomLeft, BottomRight string
	TeeLeft, TeeRight                          string // where a divider meets the sides
}

// Glyphs are the signs screens are built from. Every one is one cell wide.
type Glyphs struct {
	Full, Half, Empty       string // meter
	Up, Down, Same          string // a number that moved
	SortUp, SortDown        string // sort direction in a column title
	Cursor                  string // cursor row
	Saved, Saving, NotSaved string // state of the journal
	Sep, Ellipsis           string
	Check, Cross, Flag      string
	Unknown, About          string // not known; known with less than full confidence
	On, Off                 string // levels and tick boxes
	Branch, BranchLast      string // tree
	Pipe, Dash              string
	Open, Closed            string // tree node with its children shown, hidden
	More, Less              string // content continues to the right, to the left
	Gives, Gets             string // value: we to them, they to us
	Start, Trail            string // where something came from, and the way from there
	Box, FocusBox           Frame
	Shade                   [5]string  // 0 to 4 quarters of ink, for matrices
	Spark                   [8]string  // low to high
	Joint, HeavyJoint       [16]string // lines that meet in a cell: up 1, down 2, left 4, right 8
}

// GlyphSet gives the signs for a Unicode terminal, or plain ASCII ones.
func GlyphSet(ascii bool) Glyphs {
	if ascii {
		return asciiGlyphs
	}
	return unicodeGlyphs
}

var unicodeGlyphs = Glyphs{
	Full: "●", Half: "◐", Empty: "○",
	Up: "▲", Down: "▼", Same: "=",
	SortUp: "▴", SortDown: "▾",
	Cursor: "▸",
	Saved:  "✓", Saving: "…", NotSaved: "✗",
	Sep: "·", Ellipsis: "…",
	Check: "✓", Cross: "✗", Flag: "⚑",
	Unknown: "–", About: "~",
	On: "■", Off: "□",
	Branch: "├", BranchLast: "└", Pipe: "│", Dash: "─",
	Open: "▾", Closed: "▸",
	More: "›", Less: "‹",
	Gives: "→", Gets: "←",
	Start: "◇", Trail: "∙",
	Box:      Frame{"─", "│", "┌", "┐", "└", "┘", "├", "┤"},
	FocusBox: Frame{"━", "┃", "┏", "┓", "┗", "┛", "┠", "┨"},
	Shade:    [5]string{"·", "░", "▒", "▓", "█"},
	Spark:    [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},

	Joint:      [16]string{" ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼"},
	HeavyJoint: [16]string{" ", "╹", "╻", "┃", "╸", "┛", "┓", "┫", "╺", "┗", "┏", "┣", "━", "┻", "┳", "╋"},
}

var asciiGlyphs = Glyphs{
	Full: "#", Half: "+", Empty: ".",
	Up: "^", Down: "v", Same: "=",
	SortUp: "^", SortDown: "v",
	Cursor: ">",
	Saved:  "+", Saving: "~", NotSaved: "!",
	Sep: "|", Ellipsis: ">",
	Check: "+", Cross: "x", Flag: "!",
	Unknown: "-", About: "~",
	On: "#", Off: ".",
	Branch: "+", BranchLast: "`", Pipe: "|", Dash: "-",
	Open: "-", Closed: "+",
	More: ">", Less: "<",
	Gives: ">", Gets: "<",
	Start: "o", Trail: ":",
	Box:      Frame{"-", "|", "+", "+", "+", "+", "+", "+"},
	FocusBox: Frame{"=", "#", "#", "#", "#", "#", "#", "#"},
	Shade:    [5]string{".", "-", "+", "*", "#"},
	Spark:    [8]string{"_", ".", "-", "~", "=", "+", "*", "#"},

	Joint:      [16]string{" ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+", "+", "+"},
	HeavyJoint: [16]string{" ", "#", "#", "#", "=", "#", "#", "#", "=", "#", "#", "#", "=", "#", "#", "#"},
}
