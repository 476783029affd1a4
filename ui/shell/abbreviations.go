package shell

import (
	"slices"

	"accord/model/words"
	"accord/ui/keys"
)

// abbreviation is a short form that a page shows, and what it stands for.
type abbreviation struct {
	short, long string
	on          []keys.Scope // the pages that show it
}

// abbreviations are the short forms of the screens. The glossary in docs has them all;
// help shows those of the page that one comes from.
var abbreviations = words.Table(func() []abbreviation {
	scored := []keys.Scope{keys.ScopeAccounts, keys.ScopePlan, keys.ScopePortfolio, keys.ScopeSorting}
	all := append(slices.Clone(scored), keys.ScopeMap, keys.ScopeAgenda)
	return []abbreviation{
		{"S", words.T("shell.abbreviation-strategic"), scored},
		{"H", words.T("shell.abbreviation-health"), scored},
		{"imp", words.T("shell.abbreviation-importance"), scored},
		{"pos", words.T("shell.abbreviation-position"), scored},
		{"asym", words.T("shell.abbreviation-asymmetry"), scored},
		{"abc", words.T("shell.abbreviation-class"), []keys.Scope{keys.ScopeAccounts, keys.ScopePortfolio}},
		{"att", words.T("shell.abbreviation-attention"), []keys.Scope{keys.ScopeAccounts, keys.ScopePortfolio, keys.ScopeAgenda}},
		{"R", words.T("shell.abbreviation-relationship"), []keys.Scope{keys.ScopeMap, keys.ScopePlan}},
		{"V", words.T("shell.abbreviation-value"), []keys.Scope{keys.ScopePlan}},
		{"wt", words.T("shell.abbreviation-weight"), []keys.Scope{keys.ScopePlan, keys.ScopeMap}},
		{"P E L T", words.T("shell.abbreviation-quadrants"), scored},
		{"–", words.T("shell.abbreviation-unknown"), all},
		{"~", words.T("shell.abbreviation-confidence"), all},
	}
})

// shortForms are the abbreviations of the pages in force that fit what was typed.
func (h *help) shortForms() (out []helpRow) {
	for _, a := range abbreviations() {
		here := slices.ContainsFunc(a.on, func(s keys.Scope) bool { return slices.Contains(h.order[:h.here], s) })
		if here && fits(h.input.Text(), a.short+" "+a.long) {
			out = append(out, helpRow{keys: a.short, words: a.long})
		}
	}
	return out
}
