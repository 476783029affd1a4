package shell

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/accounts"
	"accord/ui/keys"
	"accord/ui/kit"
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
	out   kit.Outcome
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

func newPalette(c *kit.Context, scopes []keys.Scope) *palette {
	p := &palette{input: widget.NewSearch()}
	p.input.Placeholder = words.T("shell.type-command-or-name-account")
	p.all = append(p.all, bindingCommands(c, scopes)...)
	for _, col := range accounts.Columns() {
		out := kit.Doing(
			kit.Focusing{Pane: kit.PaneAccounts},
			kit.Asking{Intent: keys.Intent{Kind: keys.SortBy, Text: col.Key}},
		)
		p.all = append(p.all, command{words: words.T("shell.sort-by", col.Title, col.Words), out: out})
	}
	for _, n := range theme.Names() {
		p.all = append(
			p.all,
			command{
				words: words.T("shell.theme", string(n)),
				names: words.T("shell.colours-colors-look"),
				out:   kit.Doing(theming(n)),
			},
		)
	}
	for _, cmd := range p.all {
		p.texts = append(p.texts, strings.ToLower(cmd.words+" "+cmd.names+"\n"+cmd.where))
	}
	p.narrow(c)
	return p
}

// At is the i-th of all commands; behind those of the table come the accounts.
func (p *palette) At(i int) command {
	if i < len(p.all) {
		return p.all[i]
	}
	a := p.accounts[i-len(p.all)]
	return command{words: words.T("shell.go-account", a.Name), out: kit.Doing(kit.Showing{Account: a.ID})}
}

// nicknames are what people call things whose sentence says it otherwise.
var nicknames = words.Table(func() map[keys.IntentKind]string {
	return map[keys.IntentKind]string{
		keys.Undo: "undo", keys.Redo: "redo", keys.Help: "help", keys.Quit: "quit", keys.Places: words.T("shell.go-to"), keys.ProgrammeSheet: "programme", keys.ChoosePeriod: words.T("shell.period"), keys.ImportFile: "import", keys.JoinFile: "merge", keys.Explain: "explain", keys.NextMoves: "moves", keys.TeamLoad: words.T("shell.our-load"), keys.MethodScreen: "weights",
		keys.Zoom: "zoom", keys.Filter: "filter", keys.Copy: "copy", keys.Redraw: "redraw", keys.Suspend: "suspend", keys.LockScreen: "lock", keys.ToggleMouse: "mouse",
	}
})

// bindingCommands are the rows of the key table that name a command of the
// workbench: those in force first. Moving about and editing text have no place
// here, because they mean something only where the cursor is.
func bindingCommands(c *kit.Context, scopes []keys.Scope) []command {
	order := slices.Clone(scopes)
	for _, s := range []keys.Scope{keys.ScopeAccounts, keys.ScopeMap, keys.ScopePlan, keys.ScopeRating, keys.ScopeItems, keys.ScopePlaces} {
		if !slices.Contains(order, s) {
			order = append(order, s)
		}
	}
	var out []command
	named := map[keys.IntentKind]bool{
		keys.Palette:     true,
		keys.Cancel:      true,
		keys.BeginTyping: true,
	} // named already, or not to be named
	for _, s := range order {
		if s == keys.ScopeMove || s == keys.ScopeText {
			continue
		}
		for i := range c.Keys.Rows {
			b := &c.Keys.Rows[i]
			everywhere := s == keys.ScopeEverywhere || s == keys.ScopePlaces
			if b.Scope != s || named[b.Intent.Kind] {
				continue
			}
			if everywhere {
				named[b.Intent.Kind] = true
			}
			out = append(out, commandsOf(c, b, slices.Contains(scopes, s) || everywhere)...)
		}
	}
	return out
}

// commandsOf are the commands of one binding: one, or one a level for ratings.
func commandsOf(c *kit.Context, b *keys.Binding, here bool) []command {
	cmd := command{words: b.Sentence(), names: b.Short, key: keyName(b), off: c.Lacks(b)}
	switch n := nicknames()[b.Intent.Kind]; {
	case b.Scope == keys.ScopePlaces:
		cmd.words, cmd.key = words.T("shell.go-to-2", b.Sentence()), "g "+b.Keys()[0]
	case n != "" && !strings.HasPrefix(b.Sentence(), n):
		cmd.words = n + ": " + b.Sentence()
	}
	if b.Scope != keys.ScopePlaces && b.Scope != keys.ScopeEverywhere {
		cmd.where = keys.ScopeNames()[b.Scope]
	}
	if cmd.off == "" && !here && (b.Scope == keys.ScopeRating || b.Scope == keys.ScopeItems) {
		cmd.off = words.T("shell.choose-section-plan-first", strings.ToLower(keys.ScopeNames()[b.Scope]))
	}
	in := b.Intent
	cmd.out = kit.Doing(kit.Focusing{Pane: paneOf(b.Scope)}, kit.Asking{Intent: in})
	if b.Intent.Kind != keys.Rate {
		return []command{cmd}
	}
	var out []command
	for _, k := range b.Keys() {
		cmd.words, cmd.key, in.N = b.Short+" "+k+": "+b.Sentence(), k, int(k[0]-'0')
		cmd.out = kit.Doing(kit.Focusing{Pane: paneOf(b.Scope)}, kit.Asking{Intent: in})
		out = append(out, cmd)
	}
	return out
}

// paneOf is the pane that answers the keys of a scope.
func paneOf(s keys.Scope) kit.Pane {
	switch s {
	case keys.ScopeAccounts:
		return kit.PaneAccounts
	case keys.ScopeMap:
		return kit.PaneMap
	case keys.ScopePlan, keys.ScopeRating, keys.ScopeItems:
		return kit.PanePlan
	}
	return kit.NoPane
}

func (p *palette) Title(*kit.Context) string { return words.T("shell.command") }
func (p *palette) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeList, keys.ScopeText}
}

func (p *palette) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	r := screen.Center(min(90, screen.W), min(22, screen.H))
	r.Y = min(r.Y, max(0, screen.H/6))
	return r
}

func (p *palette) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Typing:
		if p.input.Apply(in.Edit, in.Text) {
			p.narrow(c)
		}
	case keys.Up:
		p.cursor = max(0, p.cursor-1)
	case keys.Down:
		p.cursor = max(0, min(len(p.shown)-1, p.cursor+1))
	case keys.PageUp:
		p.cursor = max(0, p.cursor-10)
	case keys.PageDown:
		p.cursor = max(0, min(len(p.shown)-1, p.cursor+10))
	case keys.Cancel:
		return kit.Close()
	case keys.Accept:
		return p.chosen()
	default:
		return kit.Outcome{}
	}
	return kit.Done()
}

func (p *palette) chosen() kit.Outcome {
	if len(p.shown) == 0 {
		return kit.Refuse(words.T("shell.no-command-called-esc-goes"))
	}
	cmd := p.At(p.shown[p.cursor])
	if cmd.off != "" {
		return kit.Refuse(words.T("shell.not-now-2", cmd.off))
	}
	out := cmd.out
	out.Close()
	return out
}

// narrow keeps the commands that fit, best first; from two letters on, accounts too.
func (p *palette) narrow(c *kit.Context) {
	query := strings.ToLower(strings.TrimSpace(p.input.Text()))
	p.shown, p.cursor = nil, 0
	texts := p.texts[:len(p.all)]
	if len([]rune(query)) >= 2 {
		p.knowAccounts(c)
		texts = p.texts
	}
	p.shown = kit.Find(query, len(texts), func(i int) string { return texts[i] })
}

// knowAccounts adds the accounts to what can be found.
func (p *palette) knowAccounts(c *kit.Context) {
	if p.accounts != nil {
		return
	}
	for _, a := range c.Portfolio().Accounts() {
		if !a.Archived {
			p.accounts = append(p.accounts, a)
			p.texts = append(p.texts, words.T("shell.go-account", strings.ToLower(a.Name)))
		}
	}
}

func (p *palette) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	p.input.Draw(cv, 1, 0, cv.W()-2, theme.Accent)
	body := kit.Hint(cv, words.T("shell.enter-does-esc-back-found", len(p.shown)))
	if len(p.shown) == 0 {
		body.TextIn(2, 2, body.W()-4, words.T("shell.no-command-called"), theme.Quiet, widget.Left)
		return
	}
	rows := max(1, body.H()-1)
	top := max(0, p.cursor-rows+1)
	for i := top; i < len(p.shown) && i-top < rows; i++ {
		p.drawCommand(body.Sub(widget.Rect{Y: i - top + 1, W: body.W(), H: 1}), p.At(p.shown[i]), i == p.cursor)
	}
}

func (p *palette) drawCommand(cv widget.Canvas, cmd command, at bool) {
	st, wording := theme.Plain, cmd.words
	if at {
		cv.Mark(cv.Rect(), theme.FocusMark)
		cv.Text(0, 0, cv.Glyphs().Cursor, theme.Accent)
		st = theme.Strong
	}
	if cmd.off != "" {
		st, wording = theme.Ghost, words.T("shell.not-now", wording, cmd.off)
	}
	k := max(9, widget.Width(cmd.key))
	right := cv.W() - k - 1
	cv.TextIn(right, 0, k, cmd.key, theme.Key, widget.Right)
	if n := widget.Width(cmd.where); n > 0 && cmd.off == "" && cv.W() >= 76 {
		right -= n + 1
		cv.Text(right, 0, cmd.where, theme.Quiet)
	}
	cv.TextIn(2, 0, right-3, wording, st, widget.Left)
	kit.MarkFound(cv, 2, 0, right-3, wording, p.input.Text())
}
