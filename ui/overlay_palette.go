package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// command is one line of the palette: words to find it by, and what it does.
type command struct {
	words string // as shown
	names string // more words it is found by
	where string // which part of the screen it belongs to, "" for all
	key   string
	off   string // why it is not possible now
	out   Outcome
}

// palette finds every command by its name: what keys do, accounts to go to,
// columns to sort by, themes.
type palette struct {
	all      []command
	accounts []*model.Account // those to go to, known from the second letter on
	texts    []string         // what each command, then each account, is found by
	shown    []int            // indexes into texts
	cursor   int
	input    *widget.Field
}

func newPalette(c *ctx, scopes []scope) *palette {
	p := &palette{input: widget.NewSearch()}
	p.input.Placeholder = "type a command, or the name of an account"
	p.all = append(p.all, bindingCommands(c, scopes)...)
	for _, col := range accountColumns {
		out := doing(Focusing{paneAccounts}, Asking{Intent: Intent{Kind: SortBy, Text: col.key}})
		p.all = append(p.all, command{words: "sort by " + col.title + ": " + col.words, out: out})
	}
	for _, n := range theme.Names() {
		p.all = append(p.all, command{words: "theme: " + string(n), names: "colours colors look", out: doing(theming(n))})
	}
	for _, cmd := range p.all {
		p.texts = append(p.texts, strings.ToLower(cmd.words+" "+cmd.names+"\n"+cmd.where))
	}
	p.narrow(c)
	return p
}

// at is the i-th of all commands; behind those of the table come the accounts.
func (p *palette) at(i int) command {
	if i < len(p.all) {
		return p.all[i]
	}
	a := p.accounts[i-len(p.all)]
	return command{words: "go to account " + a.Name, out: doing(Showing{a.ID})}
}

// nicknames are what people call things whose sentence says it otherwise.
var nicknames = map[IntentKind]string{
	Undo: "undo", Redo: "redo", Help: "help", Quit: "quit", Places: "go to", ProgrammeSheet: "programme", ImportFile: "import", JoinFile: "merge", Explain: "explain", NextMoves: "moves", TeamLoad: "our load", MethodScreen: "weights",
	Zoom: "zoom", Filter: "filter", Copy: "copy", Redraw: "redraw", Suspend: "suspend", LockScreen: "lock", ToggleMouse: "mouse",
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
	named := map[IntentKind]bool{Palette: true, Cancel: true, BeginTyping: true} // named already, or not to be named
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
	cmd := command{words: b.sentence(), names: b.short, key: keyName(b), off: c.lacks(b)}
	switch n := nicknames[b.intent.Kind]; {
	case b.scope == scopePlaces:
		cmd.words, cmd.key = "go to: "+b.sentence(), "g "+b.keys()[0]
	case n != "" && !strings.HasPrefix(b.sentence(), n):
		cmd.words = n + ": " + b.sentence()
	}
	if b.scope != scopePlaces && b.scope != scopeEverywhere {
		cmd.where = scopeNames[b.scope]
	}
	if cmd.off == "" && !here && (b.scope == scopeRating || b.scope == scopeItems) {
		cmd.off = "choose a section of the plan with " + strings.ToLower(scopeNames[b.scope]) + " first"
	}
	in := b.intent
	cmd.out = doing(Focusing{paneOf(b.scope)}, Asking{Intent: in})
	if b.intent.Kind != Rate {
		return []command{cmd}
	}
	var out []command
	for _, k := range b.keys() {
		cmd.words, cmd.key, in.N = b.short+" "+k+": "+b.sentence(), k, int(k[0]-'0')
		cmd.out = doing(Focusing{paneOf(b.scope)}, Asking{Intent: in})
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
	cmd := p.at(p.shown[p.cursor])
	if cmd.off != "" {
		return refuse("Not now: " + cmd.off + ".")
	}
	out := cmd.out
	out.Close()
	return out
}

// narrow keeps the commands that fit, best first; from two letters on, accounts too.
func (p *palette) narrow(c *ctx) {
	query := strings.ToLower(strings.TrimSpace(p.input.Text()))
	p.shown, p.cursor = nil, 0
	texts := p.texts[:len(p.all)]
	if len([]rune(query)) >= 2 {
		p.knowAccounts(c)
		texts = p.texts
	}
	p.shown = find(query, len(texts), func(i int) string { return texts[i] })
}

// knowAccounts adds the accounts to what can be found.
func (p *palette) knowAccounts(c *ctx) {
	if p.accounts != nil {
		return
	}
	for _, a := range c.portfolio().Accounts() {
		if !a.Archived {
			p.accounts = append(p.accounts, a)
			p.texts = append(p.texts, "go to account "+strings.ToLower(a.Name))
		}
	}
}

func (p *palette) draw(_ *ctx, cv widget.Canvas, _ bool) {
	p.input.Draw(cv, 1, 0, cv.W()-2, theme.Accent)
	body := hint(cv, "enter does it · esc back · "+strconv.Itoa(len(p.shown))+" found")
	if len(p.shown) == 0 {
		body.TextIn(2, 2, body.W()-4, "No command is called that.", theme.Quiet, widget.Left)
		return
	}
	rows := max(1, body.H()-1)
	top := max(0, p.cursor-rows+1)
	for i := top; i < len(p.shown) && i-top < rows; i++ {
		p.drawCommand(body.Sub(widget.Rect{Y: i - top + 1, W: body.W(), H: 1}), p.at(p.shown[i]), i == p.cursor)
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
	right := cv.W() - k - 1
	cv.TextIn(right, 0, k, cmd.key, theme.Key, widget.Right)
	if n := widget.Width(cmd.where); n > 0 && cmd.off == "" && cv.W() >= 76 {
		right -= n + 1
		cv.Text(right, 0, cmd.where, theme.Quiet)
	}
	cv.TextIn(2, 0, right-3, words, st, widget.Left)
	markFound(cv, 2, 0, right-3, words, p.input.Text())
}
