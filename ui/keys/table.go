package keys

import (
	"charm.land/bubbles/v2/key"

	"accord/ui/widget"
)

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

// Binding is one row of the key table. Dispatch, footer, help, palette and the
// key reference in the documentation all read it.
type Binding struct {
	Scope  Scope
	press  key.Binding // the keys, and what they do in a sentence for help and palette
	Intent Intent
	Short  string // word in the footer; "" keeps it out of there
	Need   need   // what it is not possible without
}

func (b *Binding) Keys() []string   { return b.press.Keys() }
func (b *Binding) Sentence() string { return b.press.Help().Desc }

type Table struct {
	Rows  []Binding
	index [ScopeCount]map[string]*Binding
}

func New() *Table { return Of(Bindings()) }

func Of(rows []Binding) *Table {
	m := &Table{Rows: rows}
	for i := range m.Rows {
		b := &m.Rows[i]
		if m.index[b.Scope] == nil {
			m.index[b.Scope] = map[string]*Binding{}
		}
		for _, k := range b.Keys() {
			m.index[b.Scope][k] = b
		}
	}
	return m
}

func Bind(s Scope, keys []string, in Intent, short, sentence string) Binding {
	return Binding{Scope: s, press: key.NewBinding(key.WithKeys(keys...), key.WithHelp(keys[0], sentence)), Intent: in, Short: short}
}

func on(s Scope, keys []string, k IntentKind, short, sentence string) Binding {
	return Bind(s, keys, Intent{Kind: k}, short, sentence)
}

// need is what a binding is not possible without.
type need uint8

// The needs; Ctx.Lacks says why one is not met.
const (
	needsNothing need = iota
	NeedsAccount
	NeedsWorkshop
	NeedsProtection
	NeedsUndo
	NeedsRedo
)

// needs says when a binding is possible.
func (b Binding) needs(n need) Binding { b.Need = n; return b }

func editKey(s Scope, e widget.Edit, sentence string, keys ...string) Binding {
	return Bind(s, keys, Intent{Kind: Typing, Edit: e}, "", sentence)
}

// Bindings is the key table.
func Bindings() []Binding {
	var rows []Binding
	for _, group := range [][]Binding{everywhereKeys(), movingKeys(), accountKeys(), mapKeys(), planKeys(), listKeys(), pageKeys(), roomKeys(), textKeys()} {
		rows = append(rows, group...)
	}
	return rows
}
