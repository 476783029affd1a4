package shell

import (
	"slices"
	"strings"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// help shows every key, the scopes in force first; typing narrows it.
type help struct {
	order []keys.Scope
	here  int // how many of order are in force
	input *widget.Field
	page  kit.Body
}

func newHelp(_ *kit.Context, scopes []keys.Scope) *help {
	h := &help{order: slices.Clone(scopes), here: len(scopes), input: widget.NewSearch()}
	h.input.Placeholder = words.T("shell.type-narrow-undo-rating-ctrl")
	for s := range keys.ScopeCount {
		if !slices.Contains(h.order, s) {
			h.order = append(h.order, s)
		}
	}
	return h
}

func (h *help) Title(*kit.Context) string        { return words.T("shell.every-key") }
func (h *help) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (h *help) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(132, screen.W), screen.H)
}

func (h *help) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Typing:
		if h.input.Apply(in.Edit, in.Text) {
			h.page.Top = 0
		}
		return kit.Done()
	case keys.Cancel, keys.Accept:
		return kit.Close()
	}
	if h.page.Scroll(in.Kind) {
		return kit.Done()
	}
	return kit.Outcome{}
}

// helpRow is one line of the help before it is laid out.
type helpRow struct{ keys, words, off string }

// rows are the bindings of a scope that fit what was typed.
func (h *help) rows(c *kit.Context, s keys.Scope) []helpRow {
	var out []helpRow
	for i := range c.Keys.Rows {
		b := &c.Keys.Rows[i]
		if b.Scope != s {
			continue
		}
		r := helpRow{keys: keyNames(b), words: b.Sentence(), off: c.Lacks(b)}
		if fits(h.input.Text(), r.keys+" "+b.Short+" "+r.words+" "+keys.ScopeNames()[s]) {
			out = append(out, r)
		}
	}
	return out
}

// fits reports whether every word of the query stands in the text.
func fits(query, text string) bool {
	return kit.Holds(strings.ToLower(text), strings.Fields(strings.ToLower(query)))
}

// keyNames shows all keys of a binding; a run of digits as a range.
func keyNames(b *keys.Binding) string {
	if len(b.Keys()) > 3 {
		return b.Keys()[0] + "-" + b.Keys()[len(b.Keys())-1]
	}
	names := make([]string, len(b.Keys()))
	for i, k := range b.Keys() {
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

func (h *help) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	h.input.Draw(cv, 1, 0, cv.W()-2, theme.Accent)
	body := kit.Hint(cv, words.T("shell.typing-narrows-scroll-esc-back"))
	_, rest := body.Rect().SplitTop(1)
	h.lay(c, body.W())
	if len(h.page.Lines) == 0 {
		body.TextIn(1, 2, body.W()-2, words.T("shell.no-key-fits-what-you"), theme.Quiet, widget.Left)
		return
	}
	h.page.Draw(body.Sub(rest))
}

// lay fills the columns: each group goes where there is least so far, so that
// the groups in force stand at the top of them.
func (h *help) lay(c *kit.Context, w int) {
	columns := make([]kit.Body, 1+w/110)
	for i := range columns {
		columns[i].Begin(w / len(columns))
	}
	for i, s := range h.order {
		if i == h.here {
			if short := h.shortForms(); len(short) > 0 {
				layGroup(shortest(columns), words.T("shell.abbreviations-here"), short)
			}
		}
		rows := h.rows(c, s)
		if len(rows) == 0 {
			continue
		}
		name := keys.ScopeNames()[s]
		if i < h.here && len(h.order) > h.here {
			name += " · now"
		}
		layGroup(shortest(columns), name, rows)
	}
	h.page.Beside(w, columns)
}

func shortest(columns []kit.Body) *kit.Body {
	best := &columns[0]
	for i := range columns {
		if len(columns[i].Lines) < len(best.Lines) {
			best = &columns[i]
		}
	}
	return best
}

func layGroup(p *kit.Body, name string, rows []helpRow) {
	p.Head(name)
	const wording = 22 // where the sentences begin
	for _, r := range rows {
		st, text := theme.Plain, r.words
		if r.off != "" {
			st, text = theme.Ghost, words.T("shell.not-now", r.words, r.off)
		}
		at := len(p.Lines)
		p.Text(wording, text, st)
		p.Lines[at] = append(p.Lines[at], kit.Piece{X: 2, W: wording - 3, Text: r.keys, Style: theme.Key})
	}
}
