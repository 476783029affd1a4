package keys

import "accord/model/words"

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

var ScopeNames = words.Table(func() [ScopeCount]string {
	return [ScopeCount]string{
		ScopeEverywhere:     words.T("keys.everywhere"),
		ScopeMove:           words.T("keys.moving-about"),
		ScopeAccounts:       words.T("keys.accounts-2"),
		ScopeMap:            words.T("keys.relationship-map-2"),
		ScopePlan:           words.T("keys.plan-2"),
		ScopeRating:         words.T("keys.ratings"),
		ScopeItems:          words.T("keys.objectives-actions"),
		ScopeList:           words.T("keys.lists-choices"),
		ScopeText:           words.T("keys.text"),
		ScopeProse:          words.T("keys.long-text"),
		ScopeSheet:          words.T("keys.details-2"),
		ScopePlaces:         words.T("keys.places"),
		ScopePage:           words.T("keys.pages-read"),
		ScopeCells:          words.T("keys.cells"),
		ScopeMethod:         words.T("keys.method"),
		ScopePortfolio:      words.T("keys.portfolio"),
		ScopeAgenda:         words.T("keys.agenda"),
		ScopeSorting:        words.T("keys.sorting"),
		ScopeReport:         words.T("keys.report"),
		ScopeBallot:         words.T("keys.blind-rating-turn"),
		ScopeHanding:        words.T("keys.blind-rating-between-turns"),
		ScopeBallotTicks:    words.T("keys.blind-rating-about-whom-by"),
		ScopeBallotForm:     words.T("keys.blind-rating-question"),
		ScopeVerdict:        words.T("keys.blind-rating-result"),
		ScopeWorkshop:       words.T("keys.workshop"),
		ScopeNoWorkshop:     words.T("keys.workshop-beginning"),
		ScopeSteps:          words.T("keys.workshop-steps"),
		ScopeParked:         words.T("keys.workshop-parked-lines"),
		ScopeMeetingRatings: words.T("keys.workshop-ratings"),
		ScopeRoom:           words.T("keys.workshop-who-what"),
		ScopeOurselves:      words.T("keys.ourselves"),
		ScopeHistory:        words.T("keys.history"),
		ScopeCopies:         words.T("keys.copies-file"),
		ScopeMerge:          words.T("keys.joining-files"),
		ScopeWhatIf:         words.T("keys.what-if"),
		ScopeWhite:          words.T("keys.whitespace-grid"),
		ScopeImport:         words.T("keys.import"),
		ScopeJudge:          words.T("keys.yes-or-no"),
		ScopeDelete:         words.T("keys.delete-2"),
		ScopeFocus:          words.T("keys.one-question-at-time"),
	}
})
