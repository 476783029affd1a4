// Package plan is the plan of one account: its sections, the focus on one question, the
// next moves, and strengths against threats.
//
// Files, from the ground up: moves.go, figure_rows.go, item_kinds.go, tows.go,
// notes.go, progress.go, gaps.go, quality.go, rating.go, figures.go, items.go,
// shared.go, rating_draw.go, figures_draw.go, item_facts.go, paste.go, rating_foot.go,
// items_draw.go, white.go, pane.go, white_draw.go, focus.go, room.go, tabs.go,
// sections.go, handle.go, draw.go.
package plan
