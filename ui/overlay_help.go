package ui

import (
	"slices"
	"strings"

	"accord/ui/theme"
	"accord/ui/widget"
)

// help shows every key, the scopes in force first; typing narrows it.
type help struct {
	order []scope
	here  int // how many of order are in force
	input *widget.Field
	page  page
}

func newHelp(_ *ctx, scopes []scope) *help {
	h := &help{order: slices.Clone(scopes), here: len(scopes), input: widget.NewSearch()}
	h.input.Placeholder = "type to narrow: undo, rating, ctrl …"
	for s := range scopeCount {
		if !slices.Contains(h.order, s) {
			h.order = append(h.order, s)
		}
	}
	return h
}

func (h *help) title(*ctx) string   { return "Every key" }
func (h *help) scopes(*ctx) []scope { return []scope{scopeText} }

func (h *help) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(132, screen.W), screen.H)
}

func (h *help) handle(_ *ctx, in Intent) Outcome {
	switch in.Kind {
	case Typing:
		if h.input.Apply(in.Edit, in.Text) {
			h.page.top = 0
		}
		return done()
	case Cancel, Accept:
		return closing()
	}
	if h.page.scroll(in.Kind) {
		return done()
	}
	return Outcome{}
}

// helpRow is one line of the help before it is laid out.
type helpRow struct{ keys, words, off string }

// rows are the bindings of a scope that fit what was typed.
func (h *help) rows(c *ctx, s scope) []helpRow {
	var out []helpRow
	for i := range c.keys.rows {
		b := &c.keys.rows[i]
		if b.scope != s {
			continue
		}
		r := helpRow{keys: keyNames(b), words: b.sentence(), off: c.lacks(b)}
		if fits(h.input.Text(), r.keys+" "+b.short+" "+r.words+" "+scopeNames[s]) {
			out = append(out, r)
		}
	}
	return out
}

// fits reports whether every word of the query stands in the text.
func fits(query, text string) bool {
	return holds(strings.ToLower(text), strings.Fields(strings.ToLower(query)))
}

// keyNames shows all keys of a binding; a run of digits as a range.
func keyNames(b *binding) string {
	if len(b.keys()) > 3 {
		return b.keys()[0] + "-" + b.keys()[len(b.keys())-1]
	}
	names := make([]string, len(b.keys()))
	for i, k := range b.keys() {
		names[i] = keyWord(k)
	}
	return strings.Join(names, " ")
}

// keyWord is a key as people call it.
func keyWord(k string) string {
	for _, arrow := range [][2]string{{"up", "↑"}, {"down", "↓"}, {"left", "←"}, {"right", "→"}} {
		if rest, ok := strings.CutSuffix(k, arrow[0]); ok && (rest == "" || strings.HasSuffix(rest, "+")) {
			return rest + arrow[1]
		}
	}
	return k
}

func (h *help) draw(c *ctx, cv widget.Canvas, _ bool) {
	h.input.Draw(cv, 1, 0, cv.W()-2, theme.Accent)
	body := hint(cv, "typing narrows · ↑ ↓ scroll · esc back")
	_, rest := body.Rect().SplitTop(1)
	h.lay(c, body.W())
	if len(h.page.lines) == 0 {
		body.TextIn(1, 2, body.W()-2, "No key fits what you typed.", theme.Quiet, widget.Left)
		return
	}
	h.page.draw(body.Sub(rest))
}

// lay fills the columns: each group goes where there is least so far, so that
// the groups in force stand at the top of them.
func (h *help) lay(c *ctx, w int) {
	columns := make([]page, 1+w/110)
	for i := range columns {
		columns[i].begin(w / len(columns))
	}
	for i, s := range h.order {
		rows := h.rows(c, s)
		if len(rows) == 0 {
			continue
		}
		name := scopeNames[s]
		if i < h.here && len(h.order) > h.here {
			name += " · now"
		}
		layGroup(shortest(columns), name, rows)
	}
	h.page.beside(w, columns)
}

func shortest(columns []page) *page {
	best := &columns[0]
	for i := range columns {
		if len(columns[i].lines) < len(best.lines) {
			best = &columns[i]
		}
	}
	return best
}

func layGroup(p *page, name string, rows []helpRow) {
	p.head(name)
	const words = 22 // where the sentences begin
	for _, r := range rows {
		st, text := theme.Plain, r.words
		if r.off != "" {
			st, text = theme.Ghost, r.words+" (not now: "+r.off+")"
		}
		at := len(p.lines)
		p.text(words, text, st)
		p.lines[at] = append(p.lines[at], piece{x: 2, w: words - 3, text: r.keys, style: theme.Key})
	}
}
