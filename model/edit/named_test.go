package edit

import (
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/words"
)

// Every choice that is kept by a word has an entry of the vocabulary, and the
// vocabulary has no other: what a language lacks is seen by the test of catalogues.
func TestEveryWordOfAChoiceIsInTheVocabulary(t *testing.T) {
	used := map[string]bool{"unknown": true}
	for _, f := range Fields(model.NewProgramme()) {
		for _, w := range f.Choices {
			used[w] = true
		}
	}
	for k := OfAccount; k <= OfDecision; k++ {
		used[k.String()] = true
	}
	for k := Text; k <= Decimal; k++ {
		used[k.String()] = true
	}
	for k := StepEdit; k <= StepImport; k++ {
		used[k.String()] = true
	}
	for _, k := range []model.ParkedKind{0, 1, 2} {
		used[k.String()] = true
	}
	for _, k := range []model.ParkedEnd{1, 2, 3, 4} {
		used[k.String()] = true
	}
	for _, list := range [][]string{model.EdgeKinds.Choices(), model.FigureKinds.Choices(), model.Stages.Choices()} {
		for _, w := range list {
			used[w] = true
		}
	}
	above := []string{ // words of figures, which this package does not know
		"partner", "exposed", "leverage", "transact", "contact", "ask again", "reports to",
		"customer group", "owner", "segment", "country", "tag",
		"SWOT", "actions", "after", "alignment", "asymmetry", "attention", "attractiveness", "before", "bow-tie %", "charter",
		"commercial", "competitors", "contribution", "coverage", "decisions", "exposure", "figures", "importance", "map", "matrix", "notes",
		"objectives", "overdue", "paths", "position", "receptivity", "relationship", "plan", "revenue", "reviews", "risks", "stage", "status", "support",
		"thread %", "threads", "tree", "value", "balance", "whitespace", "zipper", "zipper %",
	}
	for _, w := range above {
		used[w] = true
	}
	known := words.Vocabulary()
	for w := range used {
		if !slices.Contains(known, w) {
			t.Errorf("%q is not in the vocabulary", w)
		}
	}
	for _, w := range known {
		if !used[w] {
			t.Errorf("nothing is called %q", w)
		}
	}
}

// Every row has a title and a help, and the catalogue has those of no other.
func TestEveryFieldIsNamedInTheCatalogue(t *testing.T) {
	keys := map[string]bool{}
	for _, f := range StaticFields() {
		keys[f.Key] = true
	}
	for _, line := range YearLines() {
		keys["figures."+line] = true
	}
	keys["pack.name"] = true
	en := words.English()
	for _, f := range Fields(model.NewProgramme()) {
		if f.Title == "" || f.Label == "" || f.Help == "" {
			t.Errorf("%s has the title %q, the heading %q and the help %q", f.Key, f.Title, f.Label, f.Help)
		}
	}
	for _, section := range []string{"field", "field-help"} {
		for _, key := range en.Keys(section) {
			if !keys[key] {
				t.Errorf("%s of %s: there is no such field", section, key)
			}
		}
	}
	for key := range keys {
		if !strings.HasPrefix(key, "setting.") && (en.Named("field", key) == "" || en.Named("field-help", key) == "") {
			t.Errorf("%s has no entry", key)
		}
	}
}
