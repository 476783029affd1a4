// package widget draws on a grid of cells. Every drawer writes to a Canvas, a
// window onto the shared grid, and is clipped there: a screen is exactly its
// size by construction, and an overlay simply paints over what lies below.
//
// Files, from the ground up: clean.go, rect.go, caret.go, edit.go, width.go, meter.go,
// columns.go, canvas.go, text.go, proseedit.go, wrap.go, block.go, curve.go, grid.go,
// render.go, textin.go, paint.go, found.go, table.go, scatter.go, field.go,
// table_cell.go, prosemove.go, prose.go.
package widget
