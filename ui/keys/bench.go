package keys

import "accord/model/words"

func everywhereKeys() []Binding {
	s := ScopeEverywhere
	return []Binding{
		on(s, []string{"tab"}, NextPane, words.T("keys.pane"), words.T("keys.go-next-pane")),
		on(s, []string{"shift+tab"}, PrevPane, "", words.T("keys.go-pane-before")),
		on(s, []string{"z"}, Zoom, words.T("keys.zoom"), words.T("keys.give-pane-whole-screen-or")),
		on(s, []string{"/"}, Filter, words.T("keys.filter"), words.T("keys.filter-accounts-by-name-tag")),
		on(s, []string{"u"}, Undo, words.T("keys.undo"), words.T("keys.take-back-last-edit")).needs(NeedsUndo),
		on(s, []string{"ctrl+r"}, Redo, "", words.T("keys.do-again-what-taken-back")).needs(NeedsRedo),
		on(s, []string{"w"}, WhatIf, "", words.T("keys.what-if-change-anything-without")),
		on(s, []string{"i"}, Explain, words.T("keys.explain"), words.T("keys.explain-number-under-cursor")),
		on(s, []string{":"}, Palette, words.T("keys.command"), words.T("keys.type-command-by-name")),
		on(s, []string{"?"}, Help, words.T("keys.help"), words.T("keys.show-every-key")),
		on(s, []string{"g"}, Places, "", words.T("keys.go-place")),
		on(s, []string{"y"}, Copy, "", words.T("keys.copy-what-cursor")),
		on(s, []string{"ctrl+o"}, ImportFile, "", words.T("keys.import-accounts-contacts-or-transactions")),
		on(s, []string{"f2"}, ProgrammeSheet, "", words.T("keys.programme-title-currency-year-figures")),
		on(s, []string{"f3"}, MethodScreen, "", words.T("keys.method-weights-words-settings-rescored")),
		on(s, []string{"f4"}, ToggleMouse, "", words.T("keys.turn-mouse-or-off")),
		on(s, []string{"f5"}, Projector, "", words.T("keys.projector-larger-less-nothing-ours")),
		on(s, []string{"f12"}, Frank, "", words.T("keys.projector-show-what-ours-alone")),
		on(s, []string{"f6"}, HideNames, "", words.T("keys.anonymous-stand-ins-names-texts")),
		on(s, []string{"f7"}, FocusLook, "", words.T("keys.focus-one-question-at-time")),
		on(s, []string{"f8"}, ParkLine, "", words.T("keys.workshop-park-question-decision-or")).needs(NeedsWorkshop),
		on(s, []string{"ctrl+l"}, Redraw, "", words.T("keys.draw-screen-again")),
		on(s, []string{"f9"}, LockScreen, "", words.T("keys.cover-screen-until-passphrase-typed")).needs(NeedsProtection),
		on(s, []string{"ctrl+z"}, Suspend, "", words.T("keys.put-accord-background")),
		on(s, []string{"q", "ctrl+q", "ctrl+c"}, Quit, "", words.T("keys.quit-everything-already-saved")),
	}
}

func movingKeys() []Binding {
	s := ScopeMove
	return []Binding{
		on(s, []string{"up", "k"}, Up, "", words.T("keys.up")),
		on(s, []string{"down", "j"}, Down, "", words.T("keys.down")),
		on(s, []string{"left", "h"}, Left, "", words.T("keys.left")),
		on(s, []string{"right", "l"}, Right, "", words.T("keys.right")),
		on(s, []string{"pgup", "ctrl+b"}, PageUp, "", words.T("keys.page-up")),
		on(s, []string{"pgdown", "ctrl+f", "space"}, PageDown, "", words.T("keys.page-down")),
		on(s, []string{"home"}, First, "", words.T("keys.to-the-first")),
		on(s, []string{"end", "G"}, Last, "", words.T("keys.to-the-last")),
		on(s, []string{"esc"}, Cancel, "", words.T("keys.one-step-back")),
	}
}

func accountKeys() []Binding {
	s := ScopeAccounts
	return []Binding{
		on(s, []string{"enter"}, Accept, words.T("keys.open"), words.T("keys.open-accounts-plan")),
		on(s, []string{"a", "n"}, Add, words.T("keys.new"), words.T("keys.add-account")),
		on(s, []string{"t"}, SetTier, words.T("keys.tier"), words.T("keys.decide-accounts-tier")),
		on(s, []string{"s"}, SortBy, words.T("keys.sort"), words.T("keys.sort-by-column")),
		on(s, []string{"r"}, Reverse, "", words.T("keys.sort-other-way-round")),
		on(s, []string{"o"}, Details, words.T("keys.details"), words.T("keys.all-facts-account")),
		on(s, []string{"D"}, Duplicate, "", words.T("keys.duplicate-account")),
		on(s, []string{"A"}, Archive, "", words.T("keys.archive-account-or-bring-back")),
		on(s, []string{"delete", "X"}, Delete, "", words.T("keys.delete-account-undo-brings-back")),
	}
}

func mapKeys() []Binding {
	s := ScopeMap
	return []Binding{
		on(s, []string{"v"}, NextLook, words.T("keys.look"), words.T("keys.another-look-at-same-people")),
		on(s, []string{"a"}, Add, words.T("keys.seat"), words.T("keys.add-seat-beside-this-one")),
		on(s, []string{"b"}, AddBelow, words.T("keys.below"), words.T("keys.add-seat-reports-this-one")),
		on(s, []string{"A"}, AddAbove, "", words.T("keys.add-seat-this-one-reports")),
		on(s, []string{"n"}, NamePerson, words.T("keys.name"), words.T("keys.name-person-seat")),
		on(
			s,
			[]string{"f"},
			CycleInfluence,
			words.T("keys.influence"),
			words.T("keys.influence-outside-political-structure-inner"),
		),
		on(s, []string{"s"}, CycleSupport, words.T("keys.support"), words.T("keys.support-neutral-supporter-mentor-enemy")),
		on(s, []string{"c"}, CycleCoverage, words.T("keys.cover"), words.T("keys.coverage-none-brief-multiple-depth")),
		on(s, []string{"r"}, CycleRole, "", words.T("keys.buying-role")),
		on(s, []string{"F"}, CycleFunction, "", words.T("keys.business-function")),
		on(s, []string{"p"}, CycleAdaptability, "", words.T("keys.how-they-take-new-things")),
		on(s, []string{"d"}, CycleOrientation, "", words.T("keys.what-they-decide-by-financial")),
		on(s, []string{"="}, ToggleConfirmed, "", words.T("keys.assumed-or-confirmed")),
		on(s, []string{"G"}, LinkGoal, "", words.T("keys.whose-goal-pressure-or-initiative")),
		on(s, []string{">"}, Larger, "", words.T("keys.larger-boxes-drawn-map")),
		on(s, []string{"<"}, Smaller, "", words.T("keys.smaller-boxes-drawn-map")),
		on(s, []string{"m"}, MoveUnder, words.T("keys.move"), words.T("keys.make-seat-report-another")),
		on(s, []string{"t"}, MetToday, words.T("keys.met"), words.T("keys.one-ours-met-this-person")),
		on(s, []string{"I"}, Influence, "", words.T("keys.whom-this-person-influences-or")),
		on(s, []string{"C"}, Quarrel, "", words.T("keys.whom-this-person-conflict-or")),
		on(s, []string{"K"}, Knows, "", words.T("keys.whom-this-person-knows-informally")),
		on(s, []string{"L"}, Leave, words.T("keys.leaves"), words.T("keys.what-if-this-person-leaves")),
		on(s, []string{"&", "W"}, FadeOthers, "", words.T("keys.who-stands-out-key-players")),
		on(s, []string{"M"}, MergeInto, "", words.T("keys.merge-another-entry-same-person")),
		on(s, []string{"H"}, Judge, "", words.T("keys.help-me-judge-influence-support")),
		on(s, []string{"O"}, AddOurs, words.T("keys.ours"), words.T("keys.add-one-our-people")),
		on(s, []string{"x"}, SetUnknown, "", words.T("keys.vacate-seat-matrix-remove-tie")),
		on(s, []string{"+"}, Raise, "", words.T("keys.raise-tie-by-level")),
		on(s, []string{"-"}, Lower, "", words.T("keys.lower-tie-by-level")),
		on(s, []string{"T"}, CycleTarget, "", words.T("keys.level-we-aim-at-tie")),
		on(s, []string{"enter", "o"}, Details, words.T("keys.details"), words.T("keys.all-facts-person-seat")),
		on(s, []string{"delete", "X"}, Delete, "", words.T("keys.delete-seat-those-below-move")),
		Bind(s, []string{"0", "1", "2", "3", "4"}, Intent{Kind: Rate}, words.T("keys.tie"), words.T("keys.set-tie-0-none-1")),
	}
}

func planKeys() []Binding {
	return []Binding{
		on(ScopePlan, []string{"]", "ctrl+right"}, NextSection, words.T("keys.section"), words.T("keys.next-section-plan")),
		on(ScopePlan, []string{"[", "ctrl+left"}, PrevSection, "", words.T("keys.section-before")),
		on(ScopePlan, []string{"p"}, PickSection, "", words.T("keys.choose-section")),
		on(ScopePlan, []string{"enter"}, EditHere, words.T("keys.edit"), words.T("keys.edit-place")),
		on(ScopePlan, []string{"o"}, Details, "", words.T("keys.all-facts-thing-under-cursor")),
		Bind(ScopeRating, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, words.T("keys.rate"), words.T("keys.set-rating-under-cursor")),
		on(ScopeRating, []string{"x"}, SetUnknown, words.T("keys.unknown"), words.T("keys.make-unknown-nobody-answered-yet")),
		on(ScopeRating, []string{"+"}, Raise, "", words.T("keys.one-level-up")),
		on(ScopeRating, []string{"-"}, Lower, "", words.T("keys.one-level-down")),
		on(ScopeRating, []string{"="}, AcceptSuggestion, words.T("keys.accept"), words.T("keys.accept-level-figures-suggest")),
		on(ScopeRating, []string{"e"}, EditNote, words.T("keys.note"), words.T("keys.note-why")),
		on(ScopeItems, []string{"a", "n"}, Add, words.T("keys.new"), words.T("keys.add-one")),
		on(ScopeItems, []string{"d"}, MarkDone, words.T("keys.done"), words.T("keys.mark-done-or-open-again")),
		on(ScopeItems, []string{"X", "delete"}, Delete, words.T("keys.delete"), words.T("keys.delete-undo-brings-back")),
		on(ScopeItems, []string{"x"}, SetUnknown, "", words.T("keys.empty-cell")),
		Bind(ScopeWhite, []string{"0", "1", "2", "3", "4", "5", "6"}, Intent{Kind: Rate}, words.T("keys.status"), words.T("keys.status-0-not-applicable-1")),
		on(ScopeWhite, []string{"x"}, SetUnknown, words.T("keys.unknown"), words.T("keys.nobody-asked-yet")),
		on(ScopeWhite, []string{"a", "n"}, Add, words.T("keys.new"), words.T("keys.add-unit-theirs-or-offering")),
		on(ScopeWhite, []string{"enter", "o"}, Details, words.T("keys.amounts"), words.T("keys.all-facts-cell-current-potential")),
		on(ScopeWhite, []string{"v"}, NextLook, words.T("keys.list"), words.T("keys.cells-as-list-or-as")),
		on(ScopeWhite, []string{"X", "delete"}, Delete, "", words.T("keys.take-cell-off-grid")),
		on(ScopePlan, []string{"ctrl+e"}, ExternalEditor, "", words.T("keys.edit-text-your-own-editor")),
		on(ScopeRating, []string{"o"}, Details, "", words.T("keys.note-source-who-said-or")),
		on(ScopeItems, []string{"v"}, NextLook, "", words.T("keys.swot-tows-bridge-which-objectives")),
		on(ScopeItems, []string{"ctrl+d"}, FillDown, "", words.T("keys.fill-cell-what-stands-above")),
		on(ScopeCells, []string{"ctrl+d"}, FillDown, "", words.T("keys.fill-cell-what-stands-above-figures")),
		on(ScopeItems, []string{"b"}, AddBelow, words.T("keys.action"), words.T("keys.add-action-this-objective")),
		Bind(ScopeCells, []string{"0", "-", "+", ".", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Intent{Kind: BeginTyping}, words.T("keys.type"), words.T("keys.type-new-value-over-cell")),
		on(ScopeCells, []string{"x", "delete", "backspace"}, SetUnknown, words.T("keys.unknown"), words.T("keys.make-cell-unknown")),
	}
}
