package ui

// Keys of a workshop: the run sheet in its looks, and a blind rating.
func workshopKeys() []binding {
	var rows []binding
	for _, s := range []scope{scopeWorkshop, scopeNoWorkshop} {
		rows = append(rows,
			on(s, []string{"b"}, BallotScreen, "blind rating", "a blind rating: everybody alone, then all together"),
			on(s, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "back to the workbench; the workshop goes on"))
	}
	s := scopeWorkshop
	rows = append(rows,
		on(s, []string{"v", "tab", "right"}, NextLook, "look", "the next look: steps, parked lines, ratings, who and what"),
		on(s, []string{"shift+tab", "left"}, PrevField, "", "the look before"),
		on(s, []string{"n"}, NextStep, "next", "begin the next step and open the screen it wants"),
		on(s, []string{"f"}, WriteReport, "write", "write the plans, decisions, ratings and what changed into a folder, and keep a snapshot"),
		on(s, []string{"p"}, PlayTurn, "", "in a rehearsal: play what a recorded participant says"),
		on(s, []string{"c"}, PickScope, "accounts", "take accounts in or out; of a parked line: which account it is about"),
		on(s, []string{"T"}, RenameIt, "title", "another title for the workshop"),
		on(s, []string{"E"}, EndMeeting, "end", "end the workshop; what was agreed stays in the plans"),
		bind(scopeNoWorkshop, []string{"1", "2", "3"}, Intent{Kind: Rate}, "agenda", "begin a workshop with this agenda"),
		on(scopeNoWorkshop, []string{"enter"}, Accept, "begin", "begin what the cursor is on"),
		on(scopeNoWorkshop, []string{"r"}, Rehearse, "rehearse", "a sample workshop with recorded participants; nothing is saved"),
		on(scopeSteps, []string{"enter"}, Accept, "begin", "begin the step and open the screen it wants"),
		on(scopeSteps, []string{"e"}, EditHere, "edit", "what the step is, and its minutes"),
		on(scopeSteps, []string{"a"}, Add, "add", "add a step behind this one"),
		on(scopeSteps, []string{"+", "="}, Raise, "", "five minutes more"),
		on(scopeSteps, []string{"-"}, Lower, "", "five minutes less"),
		on(scopeSteps, []string{"K", "shift+up"}, MoveEarlier, "earlier", "the step earlier"),
		on(scopeSteps, []string{"J", "shift+down"}, MoveLater, "later", "the step later"),
		on(scopeSteps, []string{"s"}, PickScreen, "screen", "the screen the step wants"),
		on(scopeSteps, []string{"o"}, EditNote, "note", "a note for who leads the step"),
		on(scopeSteps, []string{"X", "delete"}, Delete, "delete", "take the step off the agenda; undo brings it back"),
		bind(scopeParked, []string{"1", "2", "3", "4"}, Intent{Kind: Rate}, "make it", "make of the line: 1 an action, 2 something to find out, 3 a decision of a review, 4 set it aside"),
		on(scopeParked, []string{"="}, AcceptSuggestion, "all", "make of every waiting line what it says it is"),
		on(scopeParked, []string{"enter", "e"}, EditHere, "edit", "the line again: who, what, by when"),
		on(scopeParked, []string{"o"}, ForCustomer, "share", "share the decision or action it became with the customer it is about; again: ours alone"),
		on(scopeParked, []string{"t"}, CycleRole, "kind", "question, decision or action"),
		on(scopeParked, []string{"a"}, Add, "", "park another line"),
		on(scopeParked, []string{"X", "delete"}, Delete, "delete", "delete the line; undo brings it back"),
		on(scopeMeetingRatings, []string{"enter"}, Accept, "open", "open the blind rating"),
		on(scopeMeetingRatings, []string{"a"}, Add, "another", "begin another blind rating"),
		on(scopeRoom, []string{"a"}, Add, "add", "add a participant"),
		on(scopeRoom, []string{"enter", "e"}, EditHere, "edit", "edit the participant"),
		on(scopeRoom, []string{"t"}, CycleRole, "side", "ours, or the customer's"),
		on(scopeRoom, []string{"X", "delete"}, Delete, "delete", "take the participant or the account off the list"))
	return append(rows, ballotKeys()...)
}

func ballotKeys() []binding {
	return []binding{
		bind(scopeBallot, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "answer", "your answer, and on to the next"),
		on(scopeBallot, []string{"x"}, SetUnknown, "no idea", "you do not know: an abstention, not a zero"),
		on(scopeBallot, []string{"right", "tab"}, Right, "", "the next account"),
		on(scopeBallot, []string{"left", "shift+tab"}, Left, "", "the account before"),
		on(scopeBallot, []string{"enter"}, Accept, "pass on", "you are done: the next one's turn"),
		on(scopeBallot, []string{"p"}, PlayTurn, "", "in a rehearsal: play the recorded turn"),
		on(scopeBallot, []string{"esc", "ctrl+g"}, Cancel, "run sheet", "to the run sheet; the rating waits"),
		on(scopeHanding, []string{"enter"}, Accept, "it is me", "you have the keyboard: begin your turn"),
		on(scopeHanding, []string{"p"}, PlayTurn, "", "in a rehearsal: play the recorded turn"),
		on(scopeHanding, []string{"R"}, ReopenTurn, "", "give the turn back to who passed on last"),
		on(scopeHanding, []string{"X"}, Delete, "", "abandon the rating with every mark"),
		on(scopeHanding, []string{"esc", "ctrl+g"}, Cancel, "run sheet", "to the run sheet; the rating waits"),
		on(scopeBallotForm, []string{"enter"}, Accept, "begin", "begin the rating; on the accounts and the raters: choose them"),
		on(scopeBallotForm, []string{"right", "l", "tab"}, Right, "change", "the next choice"),
		on(scopeBallotForm, []string{"left", "h", "shift+tab"}, Left, "", "the choice before"),
		on(scopeBallotTicks, []string{"space"}, Tick, "tick", "in or out"),
		bind(scopeBallotTicks, []string{"a"}, Intent{Kind: Tick, N: 1}, "all", "all of them; again: none"),
		on(scopeBallotTicks, []string{"enter"}, Accept, "done", "these"),
		on(scopeBallotTicks, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back; what is ticked stays"),
		on(scopeBallotForm, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		bind(scopeVerdict, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "agree", "agree on this level"),
		on(scopeVerdict, []string{"="}, AcceptSuggestion, "median", "agree on the median"),
		on(scopeVerdict, []string{"A"}, AgreeAll, "undisputed", "agree on the median where two or more answered, at most one apart, and it is a level"),
		on(scopeVerdict, []string{"e"}, EditNote, "why", "note why, beside the rating"),
		on(scopeVerdict, []string{"right", "tab"}, Right, "", "the next blind rating of the workshop"),
		on(scopeVerdict, []string{"left", "shift+tab"}, Left, "", "the blind rating before"),
		on(scopeVerdict, []string{"a"}, Add, "another", "begin another blind rating"),
		on(scopeVerdict, []string{"delete", "X"}, Delete, "", "end the rating; what was agreed stays"),
		on(scopeVerdict, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
	}
}
