package keys

// Keys of a workshop: the run sheet in its looks, and a blind rating.
func workshopKeys() []Binding {
	var rows []Binding
	for _, s := range []Scope{ScopeWorkshop, ScopeNoWorkshop} {
		rows = append(rows,
			on(s, []string{"b"}, BallotScreen, "blind rating", "a blind rating: everybody alone, then all together"),
			on(s, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "back to the workbench; the workshop goes on"))
	}
	s := ScopeWorkshop
	rows = append(rows,
		on(s, []string{"v", "tab", "right"}, NextLook, "look", "the next look: steps, parked lines, ratings, who and what"),
		on(s, []string{"shift+tab", "left"}, PrevField, "", "the look before"),
		on(s, []string{"n"}, NextStep, "next", "begin the next step and open the screen it wants"),
		on(s, []string{"f"}, WriteReport, "write", "write the plans, decisions, ratings and what changed into a folder, and keep a snapshot"),
		on(s, []string{"p"}, PlayTurn, "", "in a rehearsal: play what a recorded participant says"),
		on(s, []string{"c"}, PickScope, "accounts", "take accounts in or out; of a parked line: which account it is about"),
		on(s, []string{"T"}, RenameIt, "title", "another title for the workshop"),
		on(s, []string{"E"}, EndMeeting, "end", "end the workshop; what was agreed stays in the plans"),
		Bind(ScopeNoWorkshop, []string{"1", "2", "3"}, Intent{Kind: Rate}, "agenda", "begin a workshop with this agenda"),
		on(ScopeNoWorkshop, []string{"enter"}, Accept, "begin", "begin what the cursor is on"),
		on(ScopeNoWorkshop, []string{"r"}, Rehearse, "rehearse", "a sample workshop with recorded participants; nothing is saved"),
		on(ScopeSteps, []string{"enter"}, Accept, "begin", "begin the step and open the screen it wants"),
		on(ScopeSteps, []string{"e"}, EditHere, "edit", "what the step is, and its minutes"),
		on(ScopeSteps, []string{"a"}, Add, "add", "add a step behind this one"),
		on(ScopeSteps, []string{"+", "="}, Raise, "", "five minutes more"),
		on(ScopeSteps, []string{"-"}, Lower, "", "five minutes less"),
		on(ScopeSteps, []string{"K", "shift+up"}, MoveEarlier, "earlier", "the step earlier"),
		on(ScopeSteps, []string{"J", "shift+down"}, MoveLater, "later", "the step later"),
		on(ScopeSteps, []string{"s"}, PickScreen, "screen", "the screen the step wants"),
		on(ScopeSteps, []string{"o"}, EditNote, "note", "a note for who leads the step"),
		on(ScopeSteps, []string{"X", "delete"}, Delete, "delete", "take the step off the agenda; undo brings it back"),
		Bind(ScopeParked, []string{"1", "2", "3", "4"}, Intent{Kind: Rate}, "make it", "make of the line: 1 an action, 2 something to find out, 3 a decision of a review, 4 set it aside"),
		on(ScopeParked, []string{"="}, AcceptSuggestion, "all", "make of every waiting line what it says it is"),
		on(ScopeParked, []string{"enter", "e"}, EditHere, "edit", "the line again: who, what, by when"),
		on(ScopeParked, []string{"o"}, ForCustomer, "share", "share the decision or action it became with the customer it is about; again: ours alone"),
		on(ScopeParked, []string{"t"}, CycleRole, "kind", "question, decision or action"),
		on(ScopeParked, []string{"a"}, Add, "", "park another line"),
		on(ScopeParked, []string{"X", "delete"}, Delete, "delete", "delete the line; undo brings it back"),
		on(ScopeMeetingRatings, []string{"enter"}, Accept, "open", "open the blind rating"),
		on(ScopeMeetingRatings, []string{"a"}, Add, "another", "begin another blind rating"),
		on(ScopeRoom, []string{"a"}, Add, "add", "add a participant"),
		on(ScopeRoom, []string{"enter", "e"}, EditHere, "edit", "edit the participant"),
		on(ScopeRoom, []string{"t"}, CycleRole, "side", "ours, or the customer's"),
		on(ScopeRoom, []string{"X", "delete"}, Delete, "delete", "take the participant or the account off the list"))
	return append(rows, ballotKeys()...)
}

func ballotKeys() []Binding {
	return []Binding{
		Bind(ScopeBallot, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "answer", "your answer, and on to the next"),
		on(ScopeBallot, []string{"x"}, SetUnknown, "no idea", "you do not know: an abstention, not a zero"),
		on(ScopeBallot, []string{"right", "tab"}, Right, "", "the next account"),
		on(ScopeBallot, []string{"left", "shift+tab"}, Left, "", "the account before"),
		on(ScopeBallot, []string{"enter"}, Accept, "pass on", "you are done: the next one's turn"),
		on(ScopeBallot, []string{"p"}, PlayTurn, "", "in a rehearsal: play the recorded turn"),
		on(ScopeBallot, []string{"esc", "ctrl+g"}, Cancel, "run sheet", "to the run sheet; the rating waits"),
		on(ScopeHanding, []string{"enter"}, Accept, "it is me", "you have the keyboard: begin your turn"),
		on(ScopeHanding, []string{"p"}, PlayTurn, "", "in a rehearsal: play the recorded turn"),
		on(ScopeHanding, []string{"R"}, ReopenTurn, "", "give the turn back to who passed on last"),
		on(ScopeHanding, []string{"X"}, Delete, "", "abandon the rating with every mark"),
		on(ScopeHanding, []string{"esc", "ctrl+g"}, Cancel, "run sheet", "to the run sheet; the rating waits"),
		on(ScopeBallotForm, []string{"enter"}, Accept, "begin", "begin the rating; on the accounts and the raters: choose them"),
		on(ScopeBallotForm, []string{"right", "l", "tab"}, Right, "change", "the next choice"),
		on(ScopeBallotForm, []string{"left", "h", "shift+tab"}, Left, "", "the choice before"),
		on(ScopeBallotTicks, []string{"space"}, Tick, "tick", "in or out"),
		Bind(ScopeBallotTicks, []string{"a"}, Intent{Kind: Tick, N: 1}, "all", "all of them; again: none"),
		on(ScopeBallotTicks, []string{"enter"}, Accept, "done", "these"),
		on(ScopeBallotTicks, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back; what is ticked stays"),
		on(ScopeBallotForm, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
		Bind(ScopeVerdict, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "agree", "agree on this level"),
		on(ScopeVerdict, []string{"="}, AcceptSuggestion, "median", "agree on the median"),
		on(ScopeVerdict, []string{"A"}, AgreeAll, "undisputed", "agree on the median where two or more answered, at most one apart, and it is a level"),
		on(ScopeVerdict, []string{"e"}, EditNote, "why", "note why, beside the rating"),
		on(ScopeVerdict, []string{"right", "tab"}, Right, "", "the next blind rating of the workshop"),
		on(ScopeVerdict, []string{"left", "shift+tab"}, Left, "", "the blind rating before"),
		on(ScopeVerdict, []string{"a"}, Add, "another", "begin another blind rating"),
		on(ScopeVerdict, []string{"delete", "X"}, Delete, "", "end the rating; what was agreed stays"),
		on(ScopeVerdict, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
	}
}
