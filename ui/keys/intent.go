package keys

import (
	"accord/ui/widget"
)

// IntentKind is what a key press means, whatever key it was.
type IntentKind uint8

// The intents. Their words for people stand in the key table (table.go).
const (
	NoIntent IntentKind = iota

	// moving about
	Up
	Down
	Left
	Right
	PageUp
	PageDown
	First
	Last
	NextPane
	PrevPane
	GoAccounts
	GoMap
	GoPlan
	NextSection
	PrevSection
	PickSection
	NextLook
	PrevLook
	Zoom

	// facts
	Rate // N is the level
	SetUnknown
	Raise
	Lower
	AcceptSuggestion
	EditNote
	EditHere // in place
	Details  // all fields of the thing under the cursor
	Add
	AddBelow
	Delete
	Archive
	Duplicate
	MoveUnder // make a seat report to another
	NamePerson
	MetToday
	AddOurs
	Influence  // whom this person sways
	Quarrel    // with whom this person does not get on
	Knows      // whom this person knows informally
	FadeOthers // let some of the people stand out
	AddAbove   // a seat that this one reports to
	CycleAdaptability
	CycleOrientation
	ToggleConfirmed // assumed or confirmed
	LinkGoal        // whose goal, pressure or initiative it is
	Larger
	Smaller
	MergeInto // two entries of one person
	Judge     // questions that lead to a level
	Yes
	No
	Leave // what if this person leaves
	MarkDone
	CycleInfluence
	CycleRole
	CycleSupport
	CycleCoverage
	CycleFunction
	CycleTarget
	SetTier

	// lists
	Filter
	SortBy
	Reverse

	// the program
	Undo
	Redo
	Explain
	Copy
	Help
	Palette
	Places
	ProgrammeSheet
	ChoosePeriod     // of the figures
	AccountSheet     // all facts of the account, wherever the focus is
	PortfolioFigures // every figure of the portfolio, explained
	TeamLoad         // how much hangs on each of ours, over all accounts
	NextMoves        // what could be done about the account, best first
	MethodScreen     // weights, words and settings of the method
	ImportFile
	JoinFile // another person's version of the portfolio
	AllMine  // every open conflict keeps what is here
	AllTheirs
	SendColumn   // Text is the field a column of a file goes to; without one it is asked for
	ToggleCounts // whether a status of transactions counts
	PortfolioScreen
	AgendaScreen
	SortingScreen
	OurselvesScreen
	ReportScreen
	RunSheetScreen // the workshop, from anywhere
	BallotScreen
	BeginBallot // Text is who rates
	Tick        // the row under the cursor in or out; N is 1 for all rows
	ReopenTurn  // the turn back to who passed on last
	AgreeAll    // on the median of all that nobody disputes
	ParkLine    // catch a question, decision or action in one line
	NextStep
	OpenScreen // Text is the key of a screen that has no intent of its own
	PickScreen // the screen a step wants; Text is its word
	PickScope  // which accounts the workshop is about
	MoveEarlier
	MoveLater
	RenameIt // Text is the title
	EndMeeting
	Rehearse
	PlayTurn    // what a recorded participant of a rehearsal does
	Anonymise   // or no more
	ForCustomer // or for us again
	HideNames   // stand-ins everywhere, or ask whether to show names again
	Projector   // larger and less, for a room; or no more
	Frank       // on the projector what is ours alone too; or no more
	FocusLook   // one question at a time
	WriteReport // Text is the file; without one it is asked for
	Postpone    // Text is the day; without one it is asked for
	Reassign
	AsTable    // the numbers instead of a drawing
	SecondLook // the second lens
	MedianCut
	Trails       // where the accounts stood when the sitting began
	MarkLost     // as if the account had left
	WhatIf       // begin to try something, or compare what was tried
	History      // every edit, and the snapshots
	KeepSnapshot // Text is its name; without one it is asked for
	MarkMoment   // the first of two moments to compare
	Restore
	RepairFile // put what can be read of a damaged file into a new one
	ExternalEditor
	ToggleMouse
	Redraw
	Suspend
	LockScreen // cover the screen until the passphrase is typed
	Quit

	// inside text and lists of choices
	Typing      // Edit and Text say what
	FillDown    // take the value of the cell before
	BeginTyping // Text is the first letter of a cell's new content
	Accept
	Cancel
	NextField
	PrevField
	OpenCell // the cell under the cursor, for typing: the one before was left for it
	NextCell // the cell after this one, for typing: N is -1 for the one before
)

// Intent is a key press understood.
type Intent struct {
	Kind IntentKind
	N    int         // Rate
	Edit widget.Edit // Typing
	Text string      // Typing
}
