package ui

import (
	"charm.land/bubbles/v2/key"

	"accord/ui/widget"
)

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
	scopeMethod // the method pack: weights, words, settings
	scopePortfolio
	scopeAgenda
	scopeSorting
	scopeReport
	scopeBallot
	scopeOurselves
	scopeHistory
	scopeWhatIf
	scopeWhite // the grid of whitespace
	scopeJudge // questions answered with yes or no
	scopeCount
)

var scopeNames = [scopeCount]string{"Everywhere", "Moving about", "Accounts", "Relationship map", "Plan", "Ratings", "Objectives and actions", "Lists of choices", "Text", "Long text", "Details", "Places", "Pages to read", "Cells", "Method", "Portfolio", "Agenda", "Sorting", "Report", "Blind rating", "Ourselves", "History", "What if", "Whitespace grid", "Yes or no"}

// binding is one row of the key table. Dispatch, footer, help, palette and the
// key reference in the documentation all read it.
type binding struct {
	scope  scope
	press  key.Binding // the keys, and what they do in a sentence for help and palette
	intent Intent
	short  string            // word in the footer; "" keeps it out of there
	off    func(*ctx) string // why it is not possible now, "" when it is
}

func (b *binding) keys() []string   { return b.press.Keys() }
func (b *binding) sentence() string { return b.press.Help().Desc }

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
		for _, k := range b.keys() {
			m.index[b.scope][k] = b
		}
	}
	return m
}

func bind(s scope, keys []string, in Intent, short, sentence string) binding {
	return binding{scope: s, press: key.NewBinding(key.WithKeys(keys...), key.WithHelp(keys[0], sentence)), intent: in, short: short}
}

func on(s scope, keys []string, k IntentKind, short, sentence string) binding {
	return bind(s, keys, Intent{Kind: k}, short, sentence)
}

// needs says when a binding is possible.
func (b binding) needs(off func(*ctx) string) binding { b.off = off; return b }

func edit(s scope, e widget.Edit, sentence string, keys ...string) binding {
	return bind(s, keys, Intent{Kind: Typing, Edit: e}, "", sentence)
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
		on(s, []string{"tab"}, NextPane, "pane", "go to the next pane"),
		on(s, []string{"shift+tab"}, PrevPane, "", "go to the pane before"),
		on(s, []string{"z"}, Zoom, "zoom", "give the pane the whole screen, or back"),
		on(s, []string{"/"}, Filter, "filter", "filter the accounts by name, tag, owner or segment"),
		on(s, []string{"u"}, Undo, "undo", "take back the last edit").needs(needsUndo),
		on(s, []string{"ctrl+r"}, Redo, "", "do again what was taken back").needs(needsRedo),
		on(s, []string{"w"}, WhatIf, "", "what if: change anything without saving; again: compare, keep or drop it"),
		on(s, []string{"i"}, Explain, "explain", "explain the number under the cursor"),
		on(s, []string{":"}, Palette, "command", "type a command by its name"),
		on(s, []string{"?"}, Help, "help", "show every key"),
		on(s, []string{"g"}, Places, "", "go to a place"),
		on(s, []string{"y"}, Copy, "", "copy what the cursor is on"),
		on(s, []string{"ctrl+o"}, ImportFile, "", "import accounts, contacts or transactions from a file"),
		on(s, []string{"f2"}, ProgrammeSheet, "", "programme: title, currency, year, cut, our team"),
		on(s, []string{"f3"}, MethodScreen, "", "method: weights, words and settings, rescored as you type"),
		on(s, []string{"f4"}, ToggleMouse, "", "turn the mouse on or off"),
		on(s, []string{"ctrl+l"}, Redraw, "", "draw the screen again"),
		on(s, []string{"ctrl+z"}, Suspend, "", "put Accord in the background"),
		on(s, []string{"q", "ctrl+q", "ctrl+c"}, Quit, "", "quit; everything is already saved"),
	}
}

func movingKeys() []binding {
	s := scopeMove
	return []binding{
		on(s, []string{"up", "k"}, Up, "", "up"),
		on(s, []string{"down", "j"}, Down, "", "down"),
		on(s, []string{"left", "h"}, Left, "", "left"),
		on(s, []string{"right", "l"}, Right, "", "right"),
		on(s, []string{"pgup", "ctrl+b"}, PageUp, "", "a page up"),
		on(s, []string{"pgdown", "ctrl+f", "space"}, PageDown, "", "a page down"),
		on(s, []string{"home"}, First, "", "to the first"),
		on(s, []string{"end", "G"}, Last, "", "to the last"),
		on(s, []string{"esc"}, Cancel, "", "one step back"),
	}
}

func accountKeys() []binding {
	s := scopeAccounts
	return []binding{
		on(s, []string{"enter"}, Accept, "open", "open the account's plan"),
		on(s, []string{"a", "n"}, Add, "new", "add an account"),
		on(s, []string{"t"}, SetTier, "tier", "decide the account's tier"),
		on(s, []string{"s"}, SortBy, "sort", "sort by a column"),
		on(s, []string{"r"}, Reverse, "", "sort the other way round"),
		on(s, []string{"o"}, Details, "details", "all facts of the account"),
		on(s, []string{"D"}, Duplicate, "", "duplicate the account"),
		on(s, []string{"A"}, Archive, "", "archive the account, or bring it back"),
		on(s, []string{"delete", "X"}, Delete, "", "delete the account; undo brings it back"),
	}
}

func mapKeys() []binding {
	s := scopeMap
	return []binding{
		on(s, []string{"v"}, NextLook, "look", "another look at the same people: tree, matrix, zipper, paths, map"),
		on(s, []string{"a"}, Add, "seat", "add a seat beside this one"),
		on(s, []string{"b"}, AddBelow, "below", "add a seat that reports to this one"),
		on(s, []string{"A"}, AddAbove, "", "add a seat that this one reports to"),
		on(s, []string{"n"}, NamePerson, "name", "name the person in the seat"),
		on(s, []string{"f"}, CycleInfluence, "influence", "influence: outside, political structure, inner circle"),
		on(s, []string{"s"}, CycleSupport, "support", "support: enemy to mentor"),
		on(s, []string{"c"}, CycleCoverage, "cover", "coverage: none, brief, multiple, in depth"),
		on(s, []string{"r"}, CycleRole, "", "buying role"),
		on(s, []string{"F"}, CycleFunction, "", "business function"),
		on(s, []string{"p"}, CycleAdaptability, "", "how they take to new things: laggard to innovator"),
		on(s, []string{"d"}, CycleOrientation, "", "what they decide by: financial, technical, relationship, business"),
		on(s, []string{"="}, ToggleConfirmed, "", "assumed or confirmed"),
		on(s, []string{"G"}, LinkGoal, "", "whose goal, pressure or initiative it is: link one of theirs"),
		on(s, []string{">"}, Larger, "", "larger boxes on the drawn map"),
		on(s, []string{"<"}, Smaller, "", "smaller boxes on the drawn map"),
		on(s, []string{"m"}, MoveUnder, "move", "make the seat report to another"),
		on(s, []string{"t"}, MetToday, "met", "one of ours met this person today"),
		on(s, []string{"I"}, Influence, "", "whom this person influences, or no more"),
		on(s, []string{"C"}, Quarrel, "", "with whom this person is in conflict, or no more"),
		on(s, []string{"K"}, Knows, "", "whom this person knows informally, or no more"),
		on(s, []string{"L"}, Leave, "leaves", "what if this person leaves; in the matrix ours too"),
		on(s, []string{"&", "W"}, FadeOthers, "", "who stands out: key players, not covered, not supporting, no contact lately, assumed"),
		on(s, []string{"M"}, MergeInto, "", "merge another entry of the same person into this one"),
		on(s, []string{"H"}, Judge, "", "help me judge influence, support or coverage"),
		on(s, []string{"O"}, AddOurs, "ours", "add one of our people"),
		on(s, []string{"x"}, SetUnknown, "", "vacate the seat; in the matrix: remove the tie"),
		on(s, []string{"+"}, Raise, "", "raise the tie by a level"),
		on(s, []string{"-"}, Lower, "", "lower the tie by a level"),
		on(s, []string{"T"}, CycleTarget, "", "the level we aim at with the tie"),
		on(s, []string{"enter", "o"}, Details, "details", "all facts of the person and the seat"),
		on(s, []string{"delete", "X"}, Delete, "", "delete the seat; those below move up"),
		bind(s, []string{"0", "1", "2", "3", "4"}, Intent{Kind: Rate}, "tie", "set the tie: 0 none, 1 vendor, 2 credible source, 3 problem solver, 4 trusted advisor"),
	}
}

func planKeys() []binding {
	return []binding{
		on(scopePlan, []string{"]", "ctrl+right"}, NextSection, "section", "next section of the plan"),
		on(scopePlan, []string{"[", "ctrl+left"}, PrevSection, "", "section before"),
		on(scopePlan, []string{"p"}, PickSection, "", "choose a section"),
		on(scopePlan, []string{"enter"}, EditHere, "edit", "edit in place"),
		on(scopePlan, []string{"o"}, Details, "", "all facts of the thing under the cursor"),
		bind(scopeRating, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "rate", "set the rating under the cursor"),
		on(scopeRating, []string{"x"}, SetUnknown, "unknown", "make it unknown: nobody answered yet"),
		on(scopeRating, []string{"+"}, Raise, "", "one level up"),
		on(scopeRating, []string{"-"}, Lower, "", "one level down"),
		on(scopeRating, []string{"="}, AcceptSuggestion, "accept", "accept the level the figures suggest"),
		on(scopeRating, []string{"e"}, EditNote, "note", "note why"),
		on(scopeItems, []string{"a", "n"}, Add, "new", "add one"),
		on(scopeItems, []string{"d"}, MarkDone, "done", "mark done, or open again"),
		on(scopeItems, []string{"X", "delete"}, Delete, "delete", "delete it; undo brings it back"),
		on(scopeItems, []string{"x"}, SetUnknown, "", "empty the cell"),
		bind(scopeWhite, []string{"0", "1", "2", "3", "4", "5", "6"}, Intent{Kind: Rate}, "status", "status: 0 not applicable, 1 white, 2 potential, 3 open opportunity, 4 current, 5 competitor, 6 lost"),
		on(scopeWhite, []string{"x"}, SetUnknown, "unknown", "nobody asked yet"),
		on(scopeWhite, []string{"a", "n"}, Add, "new", "add a unit of theirs, or an offering"),
		on(scopeWhite, []string{"enter", "o"}, Details, "amounts", "all facts of the cell: current, potential, how likely, competitor"),
		on(scopeWhite, []string{"v"}, NextLook, "list", "the cells as a list, or as a grid"),
		on(scopeWhite, []string{"X", "delete"}, Delete, "", "take the cell off the grid"),
		on(scopePlan, []string{"ctrl+e"}, ExternalEditor, "", "edit the text in your own editor"),
		on(scopeRating, []string{"o"}, Details, "", "note the source: who said so, or which document"),
		on(scopeItems, []string{"v"}, NextLook, "", "of a SWOT: the TOWS bridge, which objectives join its corners"),
		on(scopeItems, []string{"ctrl+d"}, FillDown, "", "fill the cell with what stands above it"),
		on(scopeCells, []string{"ctrl+d"}, FillDown, "", "fill the cell with what stands above it; of figures, with the year before"),
		on(scopeItems, []string{"b"}, AddBelow, "action", "add an action for this objective"),
		bind(scopeCells, []string{"0", "-", "+", ".", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Intent{Kind: BeginTyping}, "type", "type a new value over the cell"),
		on(scopeCells, []string{"x", "delete", "backspace"}, SetUnknown, "unknown", "make the cell unknown"),
	}
}

func listKeys() []binding {
	return []binding{
		on(scopeList, []string{"enter"}, Accept, "choose", "choose"),
		on(scopeList, []string{"esc", "ctrl+g"}, Cancel, "back", "one step back"),
		on(scopeList, []string{"up", "ctrl+p"}, Up, "", "up"),
		on(scopeList, []string{"down", "ctrl+n"}, Down, "", "down"),
		on(scopeList, []string{"pgup"}, PageUp, "", "a page up"),
		on(scopeList, []string{"pgdown"}, PageDown, "", "a page down"),
		on(scopeMethod, []string{"]"}, NextSection, "section", "the next instrument, or the settings"),
		on(scopeMethod, []string{"["}, PrevSection, "", "the instrument before"),
		on(scopeMethod, []string{"+", "="}, Raise, "heavier", "make the factor heavier, or the setting larger"),
		on(scopeMethod, []string{"-"}, Lower, "lighter", "make the factor lighter, or the setting smaller"),
		on(scopeMethod, []string{"w", "right"}, Details, "words", "the words of the factor: name, question, the sentence of every level"),
		on(scopeMethod, []string{"left"}, PrevLook, "", "back from the words"),
		on(scopeMethod, []string{"a"}, Add, "pack", "take another method pack"),
		on(scopeSheet, []string{"enter"}, EditHere, "edit", "edit the field"),
		on(scopeSheet, []string{"tab"}, NextField, "", "the next field"),
		on(scopeSheet, []string{"shift+tab"}, PrevField, "", "the field before"),
		on(scopeSheet, []string{"a"}, Add, "", "add one of our people; in an empty seat: name who sits there"),
		on(scopeSheet, []string{"delete", "X"}, Delete, "", "take one of our people off the team"),
		on(scopeSheet, []string{"x"}, SetUnknown, "unknown", "make the field unknown"),
		on(scopeSheet, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		on(scopeSheet, []string{"ctrl+e"}, ExternalEditor, "", "edit the text in your own editor"),
	}
}

func pageKeys() []binding {
	return []binding{
		on(scopePlaces, []string{"1"}, GoAccounts, "", "accounts"),
		on(scopePlaces, []string{"2", "m"}, GoMap, "", "relationship map"),
		on(scopePlaces, []string{"3"}, GoPlan, "", "plan"),
		on(scopePlaces, []string{"p"}, PortfolioScreen, "", "portfolio: who is where, who brings what, and if they left"),
		on(scopePlaces, []string{"a"}, AgendaScreen, "", "agenda: what is due over all accounts, and your next hour"),
		on(scopePlaces, []string{"c"}, SortingScreen, "", "choose: sort the accounts into tiers, one by one"),
		on(scopePlaces, []string{"o"}, AccountSheet, "", "details of the account").needs(needsAccount),
		on(scopePlaces, []string{"n"}, NextMoves, "", "next moves: what to do about the account, best first").needs(needsAccount),
		on(scopePlaces, []string{"u"}, TeamLoad, "", "us: how much hangs on each of ours, over all accounts"),
		on(scopePlaces, []string{"f"}, PortfolioFigures, "", "figures of the portfolio, explained"),
		on(scopePlaces, []string{"s"}, ProgrammeSheet, "", "programme and our team"),
		on(scopePlaces, []string{"e"}, OurselvesScreen, "", "ourselves: readiness for the programme, competency of each of ours"),
		on(scopePlaces, []string{"r"}, ReportScreen, "", "report: plan on a page, full plan, review pack, for the customer, portfolio"),
		on(scopePlaces, []string{"w"}, BallotScreen, "", "workshop: a blind rating, everybody alone, then all together"),
		on(scopePlaces, []string{"t"}, MethodScreen, "", "method: weights, words and settings"),
		on(scopePlaces, []string{"h"}, History, "", "history: every edit, snapshots, then and now"),
		on(scopePlaces, []string{"i"}, ImportFile, "", "import a file"),
		on(scopePlaces, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		on(scopePortfolio, []string{"v"}, NextLook, "view", "the next view: plane, Pareto, whale curve, in words, added up"),
		on(scopePortfolio, []string{"t"}, AsTable, "numbers", "the same as a table, or as a drawing"),
		on(scopePortfolio, []string{"space"}, MarkLost, "if they left", "mark the account as lost: everything is what it would be without it"),
		on(scopePortfolio, []string{"x"}, SetUnknown, "", "take all lost accounts back"),
		on(scopePortfolio, []string{"s"}, SecondLook, "lens", "the second lens: attractiveness and business strength; added up: by something else"),
		on(scopePortfolio, []string{"m"}, MedianCut, "median", "cut at the medians of the portfolio, or at the fixed number"),
		on(scopePortfolio, []string{"tab"}, NextField, "", "the next account"),
		on(scopePortfolio, []string{"shift+tab"}, PrevField, "", "the account before"),
		on(scopePortfolio, []string{"enter"}, Accept, "open", "open the account in the workbench"),
		on(scopePortfolio, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		on(scopeAgenda, []string{"d"}, MarkDone, "done", "done: the action, the review, the talk, the move"),
		on(scopeAgenda, []string{"p"}, Postpone, "postpone", "move the action or the review to another day"),
		on(scopeAgenda, []string{"r"}, Reassign, "reassign", "give the action to another of ours"),
		on(scopeAgenda, []string{"v"}, NextLook, "group", "by week, by owner, by account, or your next hour"),
		on(scopeAgenda, []string{"enter"}, Accept, "go", "go where it stands"),
		on(scopeAgenda, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		bind(scopeSorting, []string{"0", "1", "2", "3", "4"}, Intent{Kind: Rate}, "tier", "tier: 1 strategic, 2 key, 3 maintain, 4 consciously neglected, 0 undecided; and on to the next"),
		on(scopeSorting, []string{"right", "space", "l"}, Right, "skip", "the next account, without an answer"),
		on(scopeSorting, []string{"left", "h"}, Left, "", "the account before"),
		on(scopeSorting, []string{"enter"}, Accept, "open", "open the account's plan"),
		on(scopeSorting, []string{"esc", "q", "ctrl+g"}, Cancel, "result", "what came of it; again: close"),
		bind(scopeOurselves, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "rate", "set the rating under the cursor"),
		on(scopeOurselves, []string{"x"}, SetUnknown, "unknown", "make it unknown: nobody answered yet"),
		on(scopeOurselves, []string{"right", "tab"}, Right, "next", "the next of ours"),
		on(scopeOurselves, []string{"left", "shift+tab"}, Left, "", "the one before, and the programme first"),
		on(scopeOurselves, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		on(scopeReport, []string{"v", "right", "tab"}, NextLook, "next", "the next report"),
		on(scopeReport, []string{"left", "shift+tab"}, Left, "", "the report before"),
		on(scopeReport, []string{"A"}, Anonymise, "anonymous", "stand-ins for names, texts hidden, money as an index; or no more"),
		on(scopeReport, []string{"f"}, WriteReport, "write", "write it to a file: .html, .md, .xlsx, .csv, .ics or .json"),
		on(scopeReport, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		bind(scopeBallot, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "answer", "your answer, and on to the next; in the result: agree on this level"),
		on(scopeBallot, []string{"x"}, SetUnknown, "no idea", "you do not know: an abstention, not a zero"),
		on(scopeBallot, []string{"enter"}, Accept, "pass on", "you are done: the next one's turn"),
		on(scopeBallot, []string{"="}, AcceptSuggestion, "median", "agree on the median"),
		on(scopeBallot, []string{"delete", "X"}, Delete, "", "end the rating; what was agreed stays"),
		on(scopeBallot, []string{"esc", "ctrl+g"}, Cancel, "leave", "leave it for later"),
		on(scopeHistory, []string{"enter"}, Accept, "compare", "compare the moment with the marked one, or with now"),
		on(scopeHistory, []string{"space", "m"}, MarkMoment, "mark", "mark the moment, to compare it with another"),
		on(scopeHistory, []string{"a", "n"}, KeepSnapshot, "snapshot", "keep a snapshot of everything as it stands now"),
		on(scopeHistory, []string{"r"}, Restore, "restore", "bring the moment back: everything, the account, or one section"),
		on(scopeHistory, []string{"v"}, NextLook, "all", "the history of all accounts, or of this one"),
		on(scopeHistory, []string{"delete", "X"}, Delete, "", "delete the snapshot"),
		on(scopeHistory, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		on(scopeWhatIf, []string{"enter"}, Accept, "keep", "keep all of it, as one edit"),
		on(scopeWhatIf, []string{"X", "delete"}, Delete, "drop", "drop it: everything is as it was"),
		on(scopeWhatIf, []string{"esc", "q", "w", "ctrl+g"}, Cancel, "back", "go on trying"),
		on(scopeJudge, []string{"y"}, Yes, "yes", "yes"),
		on(scopeJudge, []string{"n"}, No, "no", "no"),
		on(scopeJudge, []string{"enter"}, Accept, "set", "set what the answers come to"),
		on(scopeJudge, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "leave it as it is"),
		on(scopePage, []string{"enter"}, Accept, "", "go on, where the page asks"),
		on(scopePage, []string{"left", "h"}, Left, "", "the one before"),
		on(scopePage, []string{"right", "l"}, Right, "", "the next one"),
		on(scopePage, []string{"tab"}, NextField, "", "the next one, or the next field"),
		on(scopePage, []string{"shift+tab"}, PrevField, "", "the one before, or the field before"),
		on(scopePage, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
	}
}

func textKeys() []binding {
	var rows []binding
	for _, s := range []scope{scopeText, scopeProse} {
		rows = append(rows,
			on(s, []string{"esc", "ctrl+g"}, Cancel, "back", "leave the field; what you typed is kept"),
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
		on(scopeText, []string{"enter"}, Accept, "done", "done"),
		on(scopeText, []string{"tab"}, NextField, "next", "done, and on to the next"),
		on(scopeText, []string{"shift+tab"}, PrevField, "", "done, and back to the one before"),
		on(scopeText, []string{"down"}, Down, "", "done, and the one below"),
		on(scopeText, []string{"up"}, Up, "", "done, and the one above"),
		on(scopeText, []string{"pgdown"}, PageDown, "", "a page down"),
		on(scopeText, []string{"pgup"}, PageUp, "", "a page up"),
		on(scopeText, []string{"ctrl+q", "ctrl+c"}, Quit, "", "quit; what you typed is kept"),
		on(scopeProse, []string{"ctrl+e"}, ExternalEditor, "$EDITOR", "edit the text in your own editor"),
		on(scopeProse, []string{"ctrl+q", "ctrl+c"}, Quit, "", "quit; what you typed is kept"),
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
