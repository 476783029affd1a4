package ui

import "accord/ui/widget"

// scope is where a key means something. A text scope takes every printable key.
type scope uint8

// The scopes, as the help groups them.
const (
	scopeEverywhere scope = iota
	scopeMove
	scopeAccounts
	scopeMap
	scopePlan
	scopeRating
	scopeItems
	scopeList // a list of choices in an overlay
	scopeText
	scopeProse
	scopeSheet
	scopePlaces // the menu of places
	scopePage   // something to read: an explanation, a preview
	scopeCells  // cells that a digit starts to fill, as in a spreadsheet
	scopeCount
)

var scopeNames = [scopeCount]string{"Everywhere", "Moving about", "Accounts", "Relationship map", "Plan", "Ratings", "Objectives and actions", "Lists of choices", "Text", "Long text", "Details", "Places", "Pages to read", "Cells"}

// binding is one row of the key table. Dispatch, footer, help, palette and the
// key reference in the documentation all read it.
type binding struct {
	scope    scope
	keys     []string
	intent   Intent
	short    string            // word in the footer; "" keeps it out of there
	sentence string            // what it does, in help and palette
	off      func(*ctx) string // why it is not possible now, "" when it is
}

type keymap struct {
	rows  []binding
	index [scopeCount]map[string]*binding
}

func newKeymap() *keymap {
	m := &keymap{rows: bindings()}
	for i := range m.rows {
		b := &m.rows[i]
		if m.index[b.scope] == nil {
			m.index[b.scope] = map[string]*binding{}
		}
		for _, k := range b.keys {
			m.index[b.scope][k] = b
		}
	}
	return m
}

func key(s scope, keys []string, k IntentKind, short, sentence string) binding {
	return binding{scope: s, keys: keys, intent: Intent{Kind: k}, short: short, sentence: sentence}
}

// needs says when a binding is possible.
func (b binding) needs(off func(*ctx) string) binding { b.off = off; return b }

func edit(s scope, e widget.Edit, sentence string, keys ...string) binding {
	return binding{scope: s, keys: keys, intent: Intent{Kind: Typing, Edit: e}, sentence: sentence}
}

// bindings is the key table.
func bindings() []binding {
	var rows []binding
	for _, group := range [][]binding{everywhereKeys(), movingKeys(), accountKeys(), mapKeys(), planKeys(), listKeys(), pageKeys(), textKeys()} {
		rows = append(rows, group...)
	}
	return rows
}

func everywhereKeys() []binding {
	s := scopeEverywhere
	return []binding{
		key(s, []string{"tab"}, NextPane, "pane", "go to the next pane"),
		key(s, []string{"shift+tab"}, PrevPane, "", "go to the pane before"),
		key(s, []string{"z"}, Zoom, "zoom", "give the pane the whole screen, or back"),
		key(s, []string{"/"}, Filter, "filter", "filter the accounts by name, tag, owner or segment"),
		key(s, []string{"u"}, Undo, "undo", "take back the last edit").needs(needsUndo),
		key(s, []string{"ctrl+r"}, Redo, "", "do again what was taken back").needs(needsRedo),
		key(s, []string{"i"}, Explain, "explain", "explain the number under the cursor"),
		key(s, []string{":"}, Palette, "command", "type a command by its name"),
		key(s, []string{"?"}, Help, "help", "show every key"),
		key(s, []string{"g"}, Places, "", "go to a place"),
		key(s, []string{"y"}, Copy, "", "copy what the cursor is on"),
		key(s, []string{"ctrl+o"}, ImportFile, "", "import accounts, contacts or transactions from a file"),
		key(s, []string{"f2"}, ProgrammeSheet, "", "programme: title, currency, year, cut, our team"),
		key(s, []string{"f4"}, ToggleMouse, "", "turn the mouse on or off"),
		key(s, []string{"ctrl+l"}, Redraw, "", "draw the screen again"),
		key(s, []string{"ctrl+z"}, Suspend, "", "put Accord in the background"),
		key(s, []string{"q", "ctrl+q", "ctrl+c"}, Quit, "", "quit; everything is already saved"),
	}
}

func movingKeys() []binding {
	s := scopeMove
	return []binding{
		key(s, []string{"up", "k"}, Up, "", "up"),
		key(s, []string{"down", "j"}, Down, "", "down"),
		key(s, []string{"left", "h"}, Left, "", "left"),
		key(s, []string{"right", "l"}, Right, "", "right"),
		key(s, []string{"pgup", "ctrl+b"}, PageUp, "", "a page up"),
		key(s, []string{"pgdown", "ctrl+f", "space"}, PageDown, "", "a page down"),
		key(s, []string{"home"}, First, "", "to the first"),
		key(s, []string{"end", "G"}, Last, "", "to the last"),
		key(s, []string{"esc"}, Cancel, "", "one step back"),
	}
}

func accountKeys() []binding {
	s := scopeAccounts
	return []binding{
		key(s, []string{"enter"}, Accept, "open", "open the account's plan"),
		key(s, []string{"a", "n"}, Add, "new", "add an account"),
		key(s, []string{"t"}, SetTier, "tier", "decide the account's tier"),
		key(s, []string{"s"}, SortBy, "sort", "sort by a column"),
		key(s, []string{"r"}, Reverse, "", "sort the other way round"),
		key(s, []string{"o"}, Details, "details", "all facts of the account"),
		key(s, []string{"D"}, Duplicate, "", "duplicate the account"),
		key(s, []string{"A"}, Archive, "", "archive the account, or bring it back"),
		key(s, []string{"delete", "X"}, Delete, "", "delete the account; undo brings it back"),
	}
}

func mapKeys() []binding {
	s := scopeMap
	return []binding{
		key(s, []string{"v"}, NextLook, "look", "tree or matrix of the same people"),
		key(s, []string{"a"}, Add, "seat", "add a seat beside this one"),
		key(s, []string{"b"}, AddBelow, "below", "add a seat that reports to this one"),
		key(s, []string{"n"}, NamePerson, "name", "name the person in the seat"),
		key(s, []string{"f"}, CycleInfluence, "influence", "influence: outside, political structure, inner circle"),
		key(s, []string{"s"}, CycleSupport, "support", "support: enemy to mentor"),
		key(s, []string{"c"}, CycleCoverage, "cover", "coverage: none, brief, multiple, in depth"),
		key(s, []string{"r"}, CycleRole, "", "buying role"),
		key(s, []string{"F"}, CycleFunction, "", "business function"),
		key(s, []string{"m"}, MoveUnder, "move", "make the seat report to another"),
		key(s, []string{"t"}, MetToday, "met", "one of ours met this person today"),
		key(s, []string{"O"}, AddOurs, "ours", "add one of our people"),
		key(s, []string{"x"}, SetUnknown, "", "vacate the seat; in the matrix: remove the tie"),
		key(s, []string{"+"}, Raise, "", "raise the tie by a level"),
		key(s, []string{"-"}, Lower, "", "lower the tie by a level"),
		key(s, []string{"T"}, CycleTarget, "", "the level we aim at with the tie"),
		key(s, []string{"enter", "o"}, Details, "details", "all facts of the person and the seat"),
		key(s, []string{"delete", "X"}, Delete, "", "delete the seat; those below move up"),
		{scope: s, keys: []string{"0", "1", "2", "3", "4"}, intent: Intent{Kind: Rate}, short: "tie", sentence: "set the tie: 0 none, 1 vendor, 2 credible source, 3 problem solver, 4 trusted advisor"},
	}
}

func planKeys() []binding {
	return []binding{
		key(scopePlan, []string{"]", "ctrl+right"}, NextSection, "section", "next section of the plan"),
		key(scopePlan, []string{"[", "ctrl+left"}, PrevSection, "", "section before"),
		key(scopePlan, []string{"p"}, PickSection, "", "choose a section"),
		key(scopePlan, []string{"enter"}, EditHere, "edit", "edit in place"),
		key(scopePlan, []string{"o"}, Details, "", "all facts of the thing under the cursor"),
		{scope: scopeRating, keys: []string{"0", "1", "2", "3", "4", "5"}, intent: Intent{Kind: Rate}, short: "rate", sentence: "set the rating under the cursor"},
		key(scopeRating, []string{"x"}, SetUnknown, "unknown", "make it unknown: nobody answered yet"),
		key(scopeRating, []string{"+"}, Raise, "", "one level up"),
		key(scopeRating, []string{"-"}, Lower, "", "one level down"),
		key(scopeRating, []string{"="}, AcceptSuggestion, "accept", "accept the level the figures suggest"),
		key(scopeRating, []string{"e"}, EditNote, "note", "note why"),
		key(scopeItems, []string{"a", "n"}, Add, "new", "add one"),
		key(scopeItems, []string{"d"}, MarkDone, "done", "mark done, or open again"),
		key(scopeItems, []string{"X", "delete"}, Delete, "delete", "delete it; undo brings it back"),
		key(scopeItems, []string{"x"}, SetUnknown, "", "empty the cell"),
		key(scopePlan, []string{"ctrl+e"}, ExternalEditor, "", "edit the text in your own editor"),
		key(scopeRating, []string{"o"}, Details, "", "note the source: who said so, or which document"),
		key(scopeItems, []string{"b"}, AddBelow, "action", "add an action for this objective"),
		{scope: scopeCells, keys: []string{"0", "-", "+", ".", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, intent: Intent{Kind: BeginTyping}, short: "type", sentence: "type a new value over the cell"},
		key(scopeCells, []string{"x", "delete", "backspace"}, SetUnknown, "unknown", "make the cell unknown"),
	}
}

func listKeys() []binding {
	return []binding{
		key(scopeList, []string{"enter"}, Accept, "choose", "choose"),
		key(scopeList, []string{"esc", "ctrl+g"}, Cancel, "back", "one step back"),
		key(scopeList, []string{"up", "ctrl+p"}, Up, "", "up"),
		key(scopeList, []string{"down", "ctrl+n"}, Down, "", "down"),
		key(scopeList, []string{"pgup"}, PageUp, "", "a page up"),
		key(scopeList, []string{"pgdown"}, PageDown, "", "a page down"),
		key(scopeSheet, []string{"enter"}, EditHere, "edit", "edit the field"),
		key(scopeSheet, []string{"tab"}, NextField, "", "the next field"),
		key(scopeSheet, []string{"shift+tab"}, PrevField, "", "the field before"),
		key(scopeSheet, []string{"a"}, Add, "", "add one of our people; in an empty seat: name who sits there"),
		key(scopeSheet, []string{"delete", "X"}, Delete, "", "take one of our people off the team"),
		key(scopeSheet, []string{"x"}, SetUnknown, "unknown", "make the field unknown"),
		key(scopeSheet, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		key(scopeSheet, []string{"ctrl+e"}, ExternalEditor, "", "edit the text in your own editor"),
	}
}

func pageKeys() []binding {
	return []binding{
		key(scopePlaces, []string{"1", "a"}, GoAccounts, "", "accounts"),
		key(scopePlaces, []string{"2", "m"}, GoMap, "", "relationship map"),
		key(scopePlaces, []string{"3", "p"}, GoPlan, "", "plan"),
		key(scopePlaces, []string{"o"}, AccountSheet, "", "details of the account").needs(needsAccount),
		key(scopePlaces, []string{"f"}, PortfolioFigures, "", "figures of the portfolio, explained"),
		key(scopePlaces, []string{"s"}, ProgrammeSheet, "", "programme and our team"),
		key(scopePlaces, []string{"i"}, ImportFile, "", "import a file"),
		key(scopePlaces, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		key(scopePage, []string{"enter"}, Accept, "", "go on, where the page asks"),
		key(scopePage, []string{"left", "h"}, Left, "", "the one before"),
		key(scopePage, []string{"right", "l"}, Right, "", "the next one"),
		key(scopePage, []string{"tab"}, NextField, "", "the next one, or the next field"),
		key(scopePage, []string{"shift+tab"}, PrevField, "", "the one before, or the field before"),
		key(scopePage, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
	}
}

func textKeys() []binding {
	var rows []binding
	for _, s := range []scope{scopeText, scopeProse} {
		rows = append(rows,
			key(s, []string{"esc", "ctrl+g"}, Cancel, "back", "leave the field; what you typed is kept"),
			edit(s, widget.Backspace, "delete the letter before", "backspace", "ctrl+h"),
			edit(s, widget.Delete, "delete the letter under the caret", "delete", "ctrl+d"),
			edit(s, widget.LeftKey, "left", "left"),
			edit(s, widget.RightKey, "right", "right"),
			edit(s, widget.WordLeft, "a word left", "ctrl+left", "alt+left", "alt+b"),
			edit(s, widget.WordRight, "a word right", "ctrl+right", "alt+right", "alt+f"),
			edit(s, widget.HomeKey, "start of the line", "home", "ctrl+a"),
			edit(s, widget.EndKey, "end of the line", "end"),
			edit(s, widget.KillWord, "delete the word before", "ctrl+w", "alt+backspace"),
			edit(s, widget.KillToEnd, "delete to the end of the line", "ctrl+k"),
			edit(s, widget.KillToStart, "delete to the start of the line", "ctrl+u"),
		)
	}
	return append(rows,
		key(scopeText, []string{"enter"}, Accept, "done", "done"),
		key(scopeText, []string{"tab"}, NextField, "next", "done, and on to the next"),
		key(scopeText, []string{"shift+tab"}, PrevField, "", "done, and back to the one before"),
		key(scopeText, []string{"down"}, Down, "", "done, and the one below"),
		key(scopeText, []string{"up"}, Up, "", "done, and the one above"),
		key(scopeText, []string{"pgdown"}, PageDown, "", "a page down"),
		key(scopeText, []string{"pgup"}, PageUp, "", "a page up"),
		key(scopeText, []string{"ctrl+q", "ctrl+c"}, Quit, "", "quit; what you typed is kept"),
		key(scopeProse, []string{"ctrl+e"}, ExternalEditor, "$EDITOR", "edit the text in your own editor"),
		key(scopeProse, []string{"ctrl+q", "ctrl+c"}, Quit, "", "quit; what you typed is kept"),
		edit(scopeProse, widget.Newline, "new line", "enter"),
		edit(scopeProse, widget.UpKey, "up", "up"),
		edit(scopeProse, widget.DownKey, "down", "down"),
		edit(scopeProse, widget.PageUp, "a page up", "pgup"),
		edit(scopeProse, widget.PageDown, "a page down", "pgdown"),
		edit(scopeProse, widget.TopKey, "start of the text", "ctrl+home"),
		edit(scopeProse, widget.BottomKey, "end of the text", "ctrl+end"),
	)
}

func needsAccount(c *ctx) string {
	if c.current() == nil {
		return "there is no account yet"
	}
	return ""
}

func needsUndo(c *ctx) string {
	if c.session.CanUndo() == "" {
		return "nothing to take back"
	}
	return c.session.Frozen()
}

func needsRedo(c *ctx) string {
	if c.session.CanRedo() == "" {
		return "nothing to do again"
	}
	return c.session.Frozen()
}
