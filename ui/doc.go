// package ui is the face of Accord: what people see and press. A key becomes an
// intent (keymap.go, resolve.go), the focused part answers with an outcome
// (handle), which is a list of effects, and one function acts on it (apply.go). Parts draw into rectangles
// that layout.go alone hands out. No part changes plan data: it proposes a
// model.Change and the session does it.
package ui
