// Package kit is what pages are made of: the part and its context, the outcome and its
// effects, questions, lists of choices, forms, texts to read, and how a room or an
// anonymous screen limits what they show.
//
// Files, from the ground up: svg.go, paths.go, moving.go, page.go, text.go, imports.go,
// sitting.go, dates.go, items.go, search.go, ports.go, part.go, outcome.go, layout.go,
// next.go, figures.go, lacks.go, message.go, pick.go, period.go, prompt.go, prose.go, paste.go,
// delete.go, closed.go, replace.go, edit.go, host.go, foot.go, sheet.go, editor.go,
// state.go, projector.go, sheet_draw.go, fits.go, effects.go, screen.go, explain.go,
// sheet_keys.go, cells.go, fit_words.go, drafts.go.
package kit
