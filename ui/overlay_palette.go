package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sahilm/fuzzy"

	"accord/ui/theme"
	"accord/ui/widget"
)

// command is one line of the palette: words to find it by, and what it does.
type command struct {
	words string // as shown
	names string // more words it is found by
	key   string
	off   string // why it is not possible now
	out   Outcome
}

// palette finds every command by its name: what keys do, accounts to go to,
// columns to sort by, themes.
type palette struct {
	all    []command
	shown  []command
	cursor int
	input  *widget.Field
}

func newPalette(c *ctx, scopes []scope) *palette {
	p := &palette{input: widget.NewField("")}
	p.input.Placeholder = "type a command, or the name of an account"
	p.all = append(p.all, bindingCommands(c, scopes)...)
	for _, col := range accountColumns {
		out := Outcome{Done: true, Focus: paneAccounts, Again: Intent{Kind: SortBy, Text: col.key}}
		p.all = append(p.all, command{words: "sort by " + col.title + ": " + col.words, out: out})
	}
	for _, n := range theme.Names() {
		p.all = append(p.all, command{words: "theme: " + string(n), names: "colours colors look", out: Outcome{Done: true, Theme: n}})
	}
	p.shown = p.all
	return p
}

// nicknames are what people call things whose sentence says it otherwise.
var nicknames = map[IntentKind]string{
	Undo: "undo", Redo: "redo", Help: "help", Quit: "quit", Places: "go to", ProgrammeSheet: "programme", ImportFile: "import", Explain: "explain",
	Zoom: "zoom", Filter: "filter", Copy: "copy", Redraw: "redraw", Suspend: "suspend", ToggleMouse: "mouse",
	GoAccounts: "go to accounts", GoMap: "go to relationship map", GoPlan: "go to plan", AccountSheet: "details", PortfolioFigures: "figures",
}

// bindingCommands are the rows of the key table that name a command of the
// workbench: those in force first. Moving about and editing text have no place
// here, because they mean something only where the cursor is.
func bindingCommands(c *ctx, scopes []scope) []command {
	order := slices.Clone(scopes)
	for _, s := range []scope{scopeAccounts, scopeMap, scopePlan, scopeRating, scopeItems, scopePlaces} {
		if !slices.Contains(order, s) {
			order = append(order, s)
		}
	}
	var out []command
	named := map[IntentKind]bool{Palette: true, Cancel: true} // one line for what has several keys
	for _, s := range order {
		if s == scopeMove || s == scopeText {
			continue
		}
		for i := range c.keys.rows {
			b := &c.keys.rows[i]
			everywhere := s == scopeEverywhere || s == scopePlaces
			if b.scope != s || named[b.intent.Kind] {
				continue
			}
			if everywhere {
				named[b.intent.Kind] = true
			}
			out = append(out, commandsOf(c, b, slices.Contains(scopes, s) || everywhere)...)
		}
	}
	return out
}

// commandsOf are the commands of one binding: one, or one a level for ratings.
func commandsOf(c *ctx, b *binding, here bool) []command {
	cmd := command{words: b.sentence, names: b.short, key: keyName(b), off: b.reason(c)}
	if n := nicknames[b.intent.Kind]; n != "" && !strings.HasPrefix(b.sentence, n) {
		cmd.words = n + ": " + b.sentence
	}
	if b.scope == scopePlaces {
		cmd.key = "g " + b.keys[0]
	}
	if cmd.off == "" && !here && (b.scope == scopeRating || b.scope == scopeItems) {
		cmd.off = "choose a section of the plan with " + strings.ToLower(scopeNames[b.scope]) + " first"
	}
	cmd.out = Outcome{Done: true, Focus: paneOf(b.scope), Again: b.intent}
	if b.intent.Kind != Rate {
		return []command{cmd}
	}
	var out []command
	for _, k := range b.keys {
		cmd.words, cmd.key, cmd.out.Again.N = "set it to "+k+": "+b.sentence, k, int(k[0]-'0')
		out = append(out, cmd)
	}
	return out
}

// paneOf is the pane that answers the keys of a scope.
func paneOf(s scope) pane {
	switch s {
	case scopeAccounts:
		return paneAccounts
	case scopeMap:
		return paneMap
	case scopePlan, scopeRating, scopeItems:
		return panePlan
	}
	return noPane
}

func (p *palette) title(*ctx) string   { return "Command" }
func (p *palette) scopes(*ctx) []scope { return []scope{scopeList, scopeText} }

func (p *palette) place(_ *ctx, screen widget.Rect) widget.Rect {
	r := screen.Center(min(90, screen.W), min(22, screen.H))
	r.Y = min(r.Y, max(0, screen.H/6))
	return r
}

func (p *palette) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Typing:
		if p.input.Apply(in.Edit, in.Text) {
			p.narrow(c)
		}
	case Up:
		p.cursor = max(0, p.cursor-1)
	case Down:
		p.cursor = max(0, min(len(p.shown)-1, p.cursor+1))
	case PageUp:
		p.cursor = max(0, p.cursor-10)
	case PageDown:
		p.cursor = max(0, min(len(p.shown)-1, p.cursor+10))
	case Cancel:
		return closing()
	case Accept:
		return p.chosen()
	default:
		return Outcome{}
	}
	return done()
}

func (p *palette) chosen() Outcome {
	if len(p.shown) == 0 {
		return refuse("No command is called that. esc goes back.")
	}
	cmd := p.shown[p.cursor]
	if cmd.off != "" {
		return refuse("Not now: " + cmd.off + ".")
	}
	out := cmd.out
	out.Close = true
	return out
}

// narrow keeps the commands that fit, best first; from two letters on, accounts too.
func (p *palette) narrow(c *ctx) {
	query := strings.TrimSpace(p.input.Text())
	p.shown, p.cursor = p.all, 0
	if query == "" {
		return
	}
	all := p.all
	if len([]rune(query)) >= 2 {
		all = slices.Concat(p.all, accountCommands(c))
	}
	words := make([]string, len(all))
	for i, cmd := range all {
		words[i] = cmd.words + " " + cmd.names
	}
	p.shown = nil
	for _, m := range fuzzy.Find(query, words) {
		p.shown = append(p.shown, all[m.Index])
	}
}

func accountCommands(c *ctx) []command {
	var out []command
	for _, a := range c.portfolio().Accounts() {
		if !a.Archived {
			out = append(out, command{words: "go to account " + a.Name, out: Outcome{Done: true, Account: a.ID}})
		}
	}
	return out
}

func (p *palette) draw(_ *ctx, cv widget.Canvas, _ bool) {
	p.input.Draw(cv, 1, 0, cv.W()-2, theme.Accent)
	body := hint(cv, strconv.Itoa(len(p.shown))+" commands · enter does it · esc back")
	if len(p.shown) == 0 {
		body.TextIn(2, 2, body.W()-4, "No command is called that.", theme.Quiet, widget.Left)
		return
	}
	rows := max(1, body.H()-1)
	top := max(0, p.cursor-rows+1)
	for i := top; i < len(p.shown) && i-top < rows; i++ {
		p.drawCommand(body.Sub(widget.Rect{Y: i - top + 1, W: body.W(), H: 1}), p.shown[i], i == p.cursor)
	}
}

func (p *palette) drawCommand(cv widget.Canvas, cmd command, at bool) {
	st, words := theme.Plain, cmd.words
	if at {
		cv.Mark(cv.Rect(), theme.FocusMark)
		cv.Text(0, 0, cv.Glyphs().Cursor, theme.Accent)
		st = theme.Strong
	}
	if cmd.off != "" {
		st, words = theme.Ghost, words+" (not now: "+cmd.off+")"
	}
	k := max(9, widget.Width(cmd.key))
	cv.TextIn(2, 0, cv.W()-k-4, words, st, widget.Left)
	cv.TextIn(cv.W()-k-1, 0, k, cmd.key, theme.Key, widget.Right)
}
