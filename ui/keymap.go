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
	scopeHanding // between two raters
	scopeBallotTicks
	scopeBallotForm // what will be rated by whom
	scopeVerdict    // what came of a blind rating
	scopeWorkshop   // the run sheet in every look
	scopeNoWorkshop
	scopeSteps
	scopeParked
	scopeMeetingRatings
	scopeRoom // who is there, and what it is about
	scopeOurselves
	scopeHistory
	scopeCopies // files to go back to
	scopeWhatIf
	scopeWhite // the grid of whitespace
	scopeMerge // what two people both changed
	scopeImport
	scopeJudge  // questions answered with yes or no
	scopeDelete // what takes more with it than one sees
	scopeFocus  // one question at a time, for a room
	scopeCount
)

var scopeNames = [scopeCount]string{
	scopeEverywhere:     "Everywhere",
	scopeMove:           "Moving about",
	scopeAccounts:       "Accounts",
	scopeMap:            "Relationship map",
	scopePlan:           "Plan",
	scopeRating:         "Ratings",
	scopeItems:          "Objectives and actions",
	scopeList:           "Lists of choices",
	scopeText:           "Text",
	scopeProse:          "Long text",
	scopeSheet:          "Details",
	scopePlaces:         "Places",
	scopePage:           "Pages to read",
	scopeCells:          "Cells",
	scopeMethod:         "Method",
	scopePortfolio:      "Portfolio",
	scopeAgenda:         "Agenda",
	scopeSorting:        "Sorting",
	scopeReport:         "Report",
	scopeBallot:         "Blind rating: a turn",
	scopeHanding:        "Blind rating: between turns",
	scopeBallotTicks:    "Blind rating: about whom, by whom",
	scopeBallotForm:     "Blind rating: the question",
	scopeVerdict:        "Blind rating: the result",
	scopeWorkshop:       "Workshop",
	scopeNoWorkshop:     "Workshop: beginning",
	scopeSteps:          "Workshop: steps",
	scopeParked:         "Workshop: parked lines",
	scopeMeetingRatings: "Workshop: ratings",
	scopeRoom:           "Workshop: who and what",
	scopeOurselves:      "Ourselves",
	scopeHistory:        "History",
	scopeCopies:         "Copies of the file",
	scopeMerge:          "Joining files",
	scopeWhatIf:         "What if",
	scopeWhite:          "Whitespace grid",
	scopeImport:         "Import",
	scopeJudge:          "Yes or no",
	scopeDelete:         "Delete?",
	scopeFocus:          "One question at a time",
}

// binding is one row of the key table. Dispatch, footer, help, palette and the
// key reference in the documentation all read it.
type binding struct {
	scope  scope
	press  key.Binding // the keys, and what they do in a sentence for help and palette
	intent Intent
	short  string // word in the footer; "" keeps it out of there
	need   need   // what it is not possible without
}

func (b *binding) keys() []string   { return b.press.Keys() }
func (b *binding) sentence() string { return b.press.Help().Desc }

type keymap struct {
	rows  []binding
	index [scopeCount]map[string]*binding
}

func newKeymap() *keymap { return newKeymapOf(bindings()) }

func newKeymapOf(rows []binding) *keymap {
	m := &keymap{rows: rows}
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

// need is what a binding is not possible without.
type need uint8

// The needs; Ctx.Lacks says why one is not met.
const (
	needsNothing need = iota
	needsAccount
	needsWorkshop
	needsProtection
	needsUndo
	needsRedo
)

// needs says when a binding is possible.
func (b binding) needs(n need) binding { b.need = n; return b }

func editKey(s scope, e widget.Edit, sentence string, keys ...string) binding {
	return bind(s, keys, Intent{Kind: Typing, Edit: e}, "", sentence)
}

// bindings is the key table.
func bindings() []binding {
	var rows []binding
	for _, group := range [][]binding{everywhereKeys(), movingKeys(), accountKeys(), mapKeys(), planKeys(), listKeys(), pageKeys(), roomKeys(), textKeys()} {
		rows = append(rows, group...)
	}
	return rows
}
