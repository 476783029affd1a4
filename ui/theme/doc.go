// package theme turns meanings into terminal attributes. Screens name what a
// piece of text means (good, quiet, a key name) and what lies under it (the
// cursor row, a faded pane); only this package knows colours.
//
// Files, from the ground up: glyphs.go, meaning.go, palette.go, theme.go.
package theme
