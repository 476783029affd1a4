package keys

import "accord/model/words"

// Keys of a workshop: the run sheet in its looks, and a blind rating.
func workshopKeys() []Binding {
	var rows []Binding
	for _, s := range []Scope{ScopeWorkshop, ScopeNoWorkshop} {
		rows = append(rows,
			on(s, []string{"b"}, BallotScreen, words.T("keys.blind-rating"), words.T("keys.blind-rating-everybody-alone-then")),
			on(s, []string{"esc", "q", "ctrl+g"}, Cancel, words.T("keys.back"), words.T("keys.back-workbench-workshop-goes")))
	}
	s := ScopeWorkshop
	rows = append(rows,
		on(s, []string{"v", "tab", "right"}, NextLook, words.T("keys.look"), words.T("keys.next-look-steps-parked-lines")),
		on(s, []string{"shift+tab", "left"}, PrevField, "", words.T("keys.look-before")),
		on(s, []string{"n"}, NextStep, words.T("keys.next"), words.T("keys.begin-next-step-open-screen")),
		on(s, []string{"f"}, WriteReport, words.T("keys.write"), words.T("keys.write-plans-decisions-ratings-what")),
		on(s, []string{"p"}, PlayTurn, "", words.T("keys.rehearsal-play-what-recorded-participant")),
		on(s, []string{"c"}, PickScope, words.T("keys.accounts"), words.T("keys.take-accounts-or-out-parked")),
		on(s, []string{"T"}, RenameIt, words.T("keys.title"), words.T("keys.another-title-workshop")),
		on(s, []string{"E"}, EndMeeting, words.T("keys.end"), words.T("keys.end-workshop-what-agreed-stays")),
		Bind(ScopeNoWorkshop, []string{"1", "2", "3"}, Intent{Kind: Rate}, words.T("keys.agenda-2"), words.T("keys.begin-workshop-this-agenda")),
		on(ScopeNoWorkshop, []string{"enter"}, Accept, words.T("keys.begin"), words.T("keys.begin-what-cursor")),
		on(ScopeNoWorkshop, []string{"r"}, Rehearse, words.T("keys.rehearse"), words.T("keys.sample-workshop-recorded-participants")),
		on(ScopeSteps, []string{"enter"}, Accept, words.T("keys.begin"), words.T("keys.begin-step-open-screen-wants")),
		on(ScopeSteps, []string{"e"}, EditHere, words.T("keys.edit"), words.T("keys.what-step-minutes")),
		on(ScopeSteps, []string{"a"}, Add, words.T("keys.add"), words.T("keys.add-step-behind-this-one")),
		on(ScopeSteps, []string{"+", "="}, Raise, "", words.T("keys.five-minutes-more")),
		on(ScopeSteps, []string{"-"}, Lower, "", words.T("keys.five-minutes-less")),
		on(ScopeSteps, []string{"K", "shift+up"}, MoveEarlier, words.T("keys.earlier"), words.T("keys.step-earlier")),
		on(ScopeSteps, []string{"J", "shift+down"}, MoveLater, words.T("keys.later"), words.T("keys.step-later")),
		on(ScopeSteps, []string{"s"}, PickScreen, words.T("keys.screen"), words.T("keys.screen-step-wants")),
		on(ScopeSteps, []string{"o"}, EditNote, words.T("keys.note"), words.T("keys.note-who-leads-step")),
		on(ScopeSteps, []string{"X", "delete"}, Delete, words.T("keys.delete"), words.T("keys.take-step-off-agenda-undo")),
		Bind(ScopeParked, []string{"1", "2", "3", "4"}, Intent{Kind: Rate}, words.T("keys.make-it"), words.T("keys.make-line-1-action-2")),
		on(ScopeParked, []string{"="}, AcceptSuggestion, words.T("keys.all"), words.T("keys.make-every-waiting-line-what")),
		on(ScopeParked, []string{"enter", "e"}, EditHere, words.T("keys.edit"), words.T("keys.line-again-who-what-by")),
		on(ScopeParked, []string{"o"}, ForCustomer, words.T("keys.share"), words.T("keys.share-decision-or-action-became")),
		on(ScopeParked, []string{"t"}, CycleRole, words.T("keys.kind"), words.T("keys.question-decision-or-action")),
		on(ScopeParked, []string{"a"}, Add, "", words.T("keys.park-another-line")),
		on(ScopeParked, []string{"X", "delete"}, Delete, words.T("keys.delete"), words.T("keys.delete-line-undo-brings-back")),
		on(ScopeMeetingRatings, []string{"enter"}, Accept, words.T("keys.open"), words.T("keys.open-blind-rating")),
		on(ScopeMeetingRatings, []string{"a"}, Add, words.T("keys.another"), words.T("keys.begin-another-blind-rating")),
		on(ScopeRoom, []string{"a"}, Add, words.T("keys.add"), words.T("keys.add-participant")),
		on(ScopeRoom, []string{"enter", "e"}, EditHere, words.T("keys.edit"), words.T("keys.edit-participant")),
		on(ScopeRoom, []string{"t"}, CycleRole, words.T("keys.side"), words.T("keys.ours-or-customers")),
		on(ScopeRoom, []string{"X", "delete"}, Delete, words.T("keys.delete"), words.T("keys.take-participant-or-account-off")))
	return append(rows, ballotKeys()...)
}

func ballotKeys() []Binding {
	return []Binding{
		Bind(ScopeBallot, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, words.T("keys.answer"), words.T("keys.your-answer-next")),
		on(ScopeBallot, []string{"x"}, SetUnknown, words.T("keys.no-idea"), words.T("keys.you-do-not-know-abstention")),
		on(ScopeBallot, []string{"right", "tab"}, Right, "", words.T("keys.next-account")),
		on(ScopeBallot, []string{"left", "shift+tab"}, Left, "", words.T("keys.account-before")),
		on(ScopeBallot, []string{"enter"}, Accept, words.T("keys.pass-on"), words.T("keys.you-done-next-ones-turn")),
		on(ScopeBallot, []string{"p"}, PlayTurn, "", words.T("keys.rehearsal-play-recorded-turn")),
		on(ScopeBallot, []string{"esc", "ctrl+g"}, Cancel, words.T("keys.run-sheet"), words.T("keys.run-sheet-rating-waits")),
		on(ScopeHanding, []string{"enter"}, Accept, words.T("keys.it-is-me"), words.T("keys.you-keyboard-begin-your-turn")),
		on(ScopeHanding, []string{"p"}, PlayTurn, "", words.T("keys.rehearsal-play-recorded-turn")),
		on(ScopeHanding, []string{"R"}, ReopenTurn, "", words.T("keys.give-turn-back-who-passed")),
		on(ScopeHanding, []string{"X"}, Delete, "", words.T("keys.abandon-rating-every-mark")),
		on(ScopeHanding, []string{"esc", "ctrl+g"}, Cancel, words.T("keys.run-sheet"), words.T("keys.run-sheet-rating-waits")),
		on(ScopeBallotForm, []string{"enter"}, Accept, words.T("keys.begin"), words.T("keys.begin-rating-accounts-raters-choose")),
		on(ScopeBallotForm, []string{"right", "l", "tab"}, Right, words.T("keys.change"), words.T("keys.next-choice")),
		on(ScopeBallotForm, []string{"left", "h", "shift+tab"}, Left, "", words.T("keys.choice-before")),
		on(ScopeBallotTicks, []string{"space"}, Tick, words.T("keys.tick"), words.T("keys.or-out")),
		Bind(ScopeBallotTicks, []string{"a"}, Intent{Kind: Tick, N: 1}, words.T("keys.all"), words.T("keys.all-them-again-none")),
		on(ScopeBallotTicks, []string{"enter"}, Accept, words.T("keys.done"), words.T("keys.these")),
		on(ScopeBallotTicks, []string{"esc", "q", "ctrl+g"}, Cancel, words.T("keys.back"), words.T("keys.one-step-back-what-ticked")),
		on(ScopeBallotForm, []string{"esc", "q", "ctrl+g"}, Cancel, words.T("keys.back"), words.T("keys.one-step-back")),
		Bind(ScopeVerdict, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, words.T("keys.agree"), words.T("keys.agree-this-level")),
		on(ScopeVerdict, []string{"="}, AcceptSuggestion, words.T("keys.median"), words.T("keys.agree-median")),
		on(ScopeVerdict, []string{"A"}, AgreeAll, words.T("keys.undisputed"), words.T("keys.agree-median-where-two-or")),
		on(ScopeVerdict, []string{"e"}, EditNote, words.T("keys.why"), words.T("keys.note-why-beside-rating")),
		on(ScopeVerdict, []string{"right", "tab"}, Right, "", words.T("keys.next-blind-rating-workshop")),
		on(ScopeVerdict, []string{"left", "shift+tab"}, Left, "", words.T("keys.blind-rating-before")),
		on(ScopeVerdict, []string{"a"}, Add, words.T("keys.another"), words.T("keys.begin-another-blind-rating")),
		on(ScopeVerdict, []string{"delete", "X"}, Delete, "", words.T("keys.end-rating-what-agreed-stays")),
		on(ScopeVerdict, []string{"esc", "q", "ctrl+g"}, Cancel, words.T("keys.back"), words.T("keys.one-step-back")),
	}
}
