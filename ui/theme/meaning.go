package theme

// Style is the meaning of a piece of text, never a colour.
type Style uint8

// The meanings a screen can give to text.
const (
	Plain       Style = iota
	Quiet             // secondary text: units, hints, counts
	Strong            // emphasis inside plain text
	Title             // titles of panes, dialogs and reports
	Header            // column headings
	Accent            // what the eye should find first
	Good              // better than the threshold
	Warn              // look at this
	Bad               // worse than the threshold
	Alarm             // must not be overlooked: NOT SAVED, a refused write
	Ghost             // suggested values and placeholders: not the user's words
	Match             // letters that matched a filter
	Border            // frame of a pane without focus
	BorderFocus       // frame of the pane with focus
	Key               // key names in the footer
	Inverse           // header chip
	styleCount
)

// Mark is what lies under a cell, independent of the text on it.
type Mark uint8

// The things that can lie under a cell.
const (
	NoMark    Mark = iota
	RowMark        // cursor row of a pane without focus
	FocusMark      // cursor row of the pane with focus
	CellMark       // cursor cell, or the field being edited
	FadeMark       // filtered out, or behind a dialog
	PickMark       // chosen with space, part of a selection
	markCount
)

// Name selects a theme.
type Name string

// The built-in themes.
const (
	Auto         Name = "auto" // safe on a dark and on a light background
	Dark         Name = "dark"
	Light        Name = "light"
	Mono         Name = "mono" // bold, faint, underline and reverse only
	HighContrast Name = "contrast"
)

// Names lists the built-in themes in the order a setting offers them.
func Names() []Name { return []Name{Auto, Dark, Light, Mono, HighContrast} }
