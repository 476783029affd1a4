package keys

// Scope is where a key means something. A text scope takes every printable key.
type Scope uint8

// The scopes, as the help groups them.
const (
	ScopeEverywhere Scope = iota
	ScopeMove
	ScopeAccounts
	ScopeMap
	ScopePlan
	ScopeRating
	ScopeItems
	ScopeList // a list of choices in an overlay
	ScopeText
	ScopeProse
	ScopeSheet
	ScopePlaces // the menu of places
	ScopePage   // something to read: an explanation, a preview
	ScopeCells  // cells that a digit starts to fill, as in a spreadsheet
	ScopeMethod // the method pack: weights, words, settings
	ScopePortfolio
	ScopeAgenda
	ScopeSorting
	ScopeReport
	ScopeBallot
	ScopeHanding // between two raters
	ScopeBallotTicks
	ScopeBallotForm // what will be rated by whom
	ScopeVerdict    // what came of a blind rating
	ScopeWorkshop   // the run sheet in every look
	ScopeNoWorkshop
	ScopeSteps
	ScopeParked
	ScopeMeetingRatings
	ScopeRoom // who is there, and what it is about
	ScopeOurselves
	ScopeHistory
	ScopeCopies // files to go back to
	ScopeWhatIf
	ScopeWhite // the grid of whitespace
	ScopeMerge // what two people both changed
	ScopeImport
	ScopeJudge  // questions answered with yes or no
	ScopeDelete // what takes more with it than one sees
	ScopeFocus  // one question at a time, for a room
	ScopeCount
)

var ScopeNames = [ScopeCount]string{
	ScopeEverywhere:     "Everywhere",
	ScopeMove:           "Moving about",
	ScopeAccounts:       "Accounts",
	ScopeMap:            "Relationship map",
	ScopePlan:           "Plan",
	ScopeRating:         "Ratings",
	ScopeItems:          "Objectives and actions",
	ScopeList:           "Lists of choices",
	ScopeText:           "Text",
	ScopeProse:          "Long text",
	ScopeSheet:          "Details",
	ScopePlaces:         "Places",
	ScopePage:           "Pages to read",
	ScopeCells:          "Cells",
	ScopeMethod:         "Method",
	ScopePortfolio:      "Portfolio",
	ScopeAgenda:         "Agenda",
	ScopeSorting:        "Sorting",
	ScopeReport:         "Report",
	ScopeBallot:         "Blind rating: a turn",
	ScopeHanding:        "Blind rating: between turns",
	ScopeBallotTicks:    "Blind rating: about whom, by whom",
	ScopeBallotForm:     "Blind rating: the question",
	ScopeVerdict:        "Blind rating: the result",
	ScopeWorkshop:       "Workshop",
	ScopeNoWorkshop:     "Workshop: beginning",
	ScopeSteps:          "Workshop: steps",
	ScopeParked:         "Workshop: parked lines",
	ScopeMeetingRatings: "Workshop: ratings",
	ScopeRoom:           "Workshop: who and what",
	ScopeOurselves:      "Ourselves",
	ScopeHistory:        "History",
	ScopeCopies:         "Copies of the file",
	ScopeMerge:          "Joining files",
	ScopeWhatIf:         "What if",
	ScopeWhite:          "Whitespace grid",
	ScopeImport:         "Import",
	ScopeJudge:          "Yes or no",
	ScopeDelete:         "Delete?",
	ScopeFocus:          "One question at a time",
}
