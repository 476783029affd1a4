package keys

func everywhereKeys() []Binding {
	s := ScopeEverywhere
	return []Binding{
		on(s, []string{"tab"}, NextPane, "pane", "go to the next pane"),
		on(s, []string{"shift+tab"}, PrevPane, "", "go to the pane before"),
		on(s, []string{"z"}, Zoom, "zoom", "give the pane the whole screen, or back"),
		on(s, []string{"/"}, Filter, "filter", "filter the accounts by name, tag, owner or segment"),
		on(s, []string{"u"}, Undo, "undo", "take back the last edit").needs(NeedsUndo),
		on(s, []string{"ctrl+r"}, Redo, "", "do again what was taken back").needs(NeedsRedo),
		on(s, []string{"w"}, WhatIf, "", "what if: change anything without saving; again: compare, keep or drop it"),
		on(s, []string{"i"}, Explain, "explain", "explain the number under the cursor"),
		on(s, []string{":"}, Palette, "command", "type a command by its name"),
		on(s, []string{"?"}, Help, "help", "show every key"),
		on(s, []string{"g"}, Places, "", "go to a place"),
		on(s, []string{"y"}, Copy, "", "copy what the cursor is on"),
		on(s, []string{"ctrl+o"}, ImportFile, "", "import accounts, contacts or transactions from a file"),
		on(s, []string{"f2"}, ProgrammeSheet, "", "programme: title, currency, year of the figures, cut, our team"),
		on(s, []string{"f3"}, MethodScreen, "", "method: weights, words and settings, rescored as you type"),
		on(s, []string{"f4"}, ToggleMouse, "", "turn the mouse on or off"),
		on(s, []string{"f5"}, Projector, "", "projector: larger and less, nothing that is ours alone, for a room; again: back"),
		on(s, []string{"f12"}, Frank, "", "projector: show what is ours alone too, or no more"),
		on(s, []string{"f6"}, HideNames, "", "anonymous: stand-ins for names, texts hidden, money as an index, everywhere; again: asks before it shows them"),
		on(s, []string{"f7"}, FocusLook, "", "focus: one question at a time, readable from the back of the room"),
		on(s, []string{"f8"}, ParkLine, "", "workshop: park a question, decision or action in one line").needs(NeedsWorkshop),
		on(s, []string{"ctrl+l"}, Redraw, "", "draw the screen again"),
		on(s, []string{"f9"}, LockScreen, "", "cover the screen until the passphrase is typed").needs(NeedsProtection),
		on(s, []string{"ctrl+z"}, Suspend, "", "put Accord in the background"),
		on(s, []string{"q", "ctrl+q", "ctrl+c"}, Quit, "", "quit; everything is already saved"),
	}
}

func movingKeys() []Binding {
	s := ScopeMove
	return []Binding{
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

func accountKeys() []Binding {
	s := ScopeAccounts
	return []Binding{
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

func mapKeys() []Binding {
	s := ScopeMap
	return []Binding{
		on(s, []string{"v"}, NextLook, "look", "another look at the same people: tree, matrix, zipper, paths, map"),
		on(s, []string{"a"}, Add, "seat", "add a seat beside this one"),
		on(s, []string{"b"}, AddBelow, "below", "add a seat that reports to this one"),
		on(s, []string{"A"}, AddAbove, "", "add a seat that this one reports to"),
		on(s, []string{"n"}, NamePerson, "name", "name the person in the seat"),
		on(s, []string{"f"}, CycleInfluence, "influence", "influence: outside, political structure, inner circle"),
		on(s, []string{"s"}, CycleSupport, "support", "support: neutral, supporter, mentor, enemy, non-supporter"),
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
		Bind(s, []string{"0", "1", "2", "3", "4"}, Intent{Kind: Rate}, "tie", "set the tie: 0 none, 1 vendor, 2 credible source, 3 problem solver, 4 trusted advisor"),
	}
}

func planKeys() []Binding {
	return []Binding{
		on(ScopePlan, []string{"]", "ctrl+right"}, NextSection, "section", "next section of the plan"),
		on(ScopePlan, []string{"[", "ctrl+left"}, PrevSection, "", "section before"),
		on(ScopePlan, []string{"p"}, PickSection, "", "choose a section"),
		on(ScopePlan, []string{"enter"}, EditHere, "edit", "edit in place"),
		on(ScopePlan, []string{"o"}, Details, "", "all facts of the thing under the cursor"),
		Bind(ScopeRating, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "rate", "set the rating under the cursor"),
		on(ScopeRating, []string{"x"}, SetUnknown, "unknown", "make it unknown: nobody answered yet"),
		on(ScopeRating, []string{"+"}, Raise, "", "one level up"),
		on(ScopeRating, []string{"-"}, Lower, "", "one level down"),
		on(ScopeRating, []string{"="}, AcceptSuggestion, "accept", "accept the level the figures suggest"),
		on(ScopeRating, []string{"e"}, EditNote, "note", "note why"),
		on(ScopeItems, []string{"a", "n"}, Add, "new", "add one"),
		on(ScopeItems, []string{"d"}, MarkDone, "done", "mark done, or open again"),
		on(ScopeItems, []string{"X", "delete"}, Delete, "delete", "delete it; undo brings it back"),
		on(ScopeItems, []string{"x"}, SetUnknown, "", "empty the cell"),
		Bind(ScopeWhite, []string{"0", "1", "2", "3", "4", "5", "6"}, Intent{Kind: Rate}, "status", "status: 0 not applicable, 1 white, 2 potential, 3 open opportunity, 4 current, 5 competitor, 6 lost"),
		on(ScopeWhite, []string{"x"}, SetUnknown, "unknown", "nobody asked yet"),
		on(ScopeWhite, []string{"a", "n"}, Add, "new", "add a unit of theirs, or an offering"),
		on(ScopeWhite, []string{"enter", "o"}, Details, "amounts", "all facts of the cell: current, potential, how likely, competitor"),
		on(ScopeWhite, []string{"v"}, NextLook, "list", "the cells as a list, or as a grid"),
		on(ScopeWhite, []string{"X", "delete"}, Delete, "", "take the cell off the grid"),
		on(ScopePlan, []string{"ctrl+e"}, ExternalEditor, "", "edit the text in your own editor"),
		on(ScopeRating, []string{"o"}, Details, "", "note the source: who said so, or which document"),
		on(ScopeItems, []string{"v"}, NextLook, "", "of a SWOT: the TOWS bridge, which objectives join its corners"),
		on(ScopeItems, []string{"ctrl+d"}, FillDown, "", "fill the cell with what stands above it"),
		on(ScopeCells, []string{"ctrl+d"}, FillDown, "", "fill the cell with what stands above it; of figures, with the year before"),
		on(ScopeItems, []string{"b"}, AddBelow, "action", "add an action for this objective"),
		Bind(ScopeCells, []string{"0", "-", "+", ".", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Intent{Kind: BeginTyping}, "type", "type a new value over the cell"),
		on(ScopeCells, []string{"x", "delete", "backspace"}, SetUnknown, "unknown", "make the cell unknown"),
	}
}
