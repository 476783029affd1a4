package plan

import (
	"strings"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

// Section is one part of an account plan.
type Section uint8

// The sections, in the order [ and ] go through.
const (
	whySection Section = iota
	positionSection
	receptivitySection
	attractivenessSection
	strengthSection
	FiguresSection
	WhitespaceSection
	customerSection
	valueSection
	charterSection
	swotSection
	objectivesSection
	actionsSection
	competitorsSection
	risksSection
	focusSection
	alignmentSection
	stageSection
	decisionsSection
	reviewsSection
	notesSection
	GapsSection
	QualitySection
	SectionCount
)

// SectionWords name the sections: what the pick returns, what a step of a workshop
// keeps, the same in every language, the long name and one for narrow panes.
var SectionWords = words.Table(func() [SectionCount]struct{ Key, Step, Name, short string } {
	return [SectionCount]struct{ Key, Step, Name, short string }{
		whySection:            {"importance", "why strategic", words.T("plan.why-strategic"), words.T("plan.why")},
		positionSection:       {"position", "position", words.Here("position"), words.Here("position")},
		receptivitySection:    {"receptivity", "receptivity", words.Here("receptivity"), words.T("plan.receptive")},
		attractivenessSection: {"attractiveness", "attractiveness", words.Here("attractiveness"), words.T("plan.attractive")},
		strengthSection:       {"strength", "business strength", words.T("plan.business-strength"), words.T("plan.strength")},
		FiguresSection:        {"figures", "figures", words.Here("figures"), words.Here("figures")},
		WhitespaceSection:     {"whitespace", "whitespace", words.Here("whitespace"), words.T("plan.white")},
		customerSection:       {"customer", "customer's view", words.T("plan.customers-view"), words.T("plan.customer")},
		valueSection:          {"value", "value scorecard", words.T("plan.value-scorecard"), words.T("plan.value")},
		charterSection:        {"charter", "charter", words.Here("charter"), words.T("plan.charter")},
		swotSection:           {"swot", "swot", words.Here("SWOT"), words.T("plan.swot")},
		objectivesSection:     {"objectives", "objectives", words.Here("objectives"), words.T("plan.objectives")},
		actionsSection:        {"actions", "actions", words.Here("actions"), words.T("plan.actions")},
		competitorsSection:    {"competitors", "competitors", words.Here("competitors"), words.T("plan.rivals")},
		focusSection:          {"focus", "focus & stop", words.T("plan.focus-stop"), words.T("plan.focus-2")},
		risksSection:          {"risks", "risks", words.Here("risks"), words.T("plan.risks")},
		alignmentSection:      {"alignment", "team & alignment", words.T("plan.team-alignment"), words.T("plan.alignment")},
		stageSection:          {"stage", "stage", words.Here("stage"), words.T("plan.stage")},
		decisionsSection:      {"decisions", "decisions", words.Here("decisions"), words.T("plan.decisions")},
		reviewsSection:        {"reviews", "reviews", words.Here("reviews"), words.T("plan.reviews")},
		notesSection:          {"notes", "notes", words.Here("notes"), words.T("plan.notes")},
		GapsSection:           {"gaps", "information gaps", words.T("plan.information-gaps"), words.T("plan.gaps")},
		QualitySection:        {"quality", "plan quality", words.T("plan.plan-quality"), words.T("plan.quality")},
	}
})

// planSection is a part of the pane that knows where a fact of its own lives.
type planSection interface {
	kit.Part
	// opened is told that the workbench is about another account.
	Opened(*kit.Context)
	// reveal puts the cursor on a registry key or entity id, if it is of this
	// section.
	Reveal(c *kit.Context, field string) bool
}

// Pane edits the plan of the open account, a section at a time.
type Pane struct {
	At    Section
	Parts [SectionCount]planSection
}

func NewPane() *Pane {
	return &Pane{Parts: [SectionCount]planSection{
		whySection:            &RatingPart{instrument: "importance"},
		positionSection:       &RatingPart{instrument: "position"},
		receptivitySection:    &RatingPart{instrument: "receptivity"},
		attractivenessSection: &RatingPart{instrument: "attractiveness"},
		strengthSection:       &RatingPart{instrument: "strength"},
		FiguresSection:        &FigurePart{},
		WhitespaceSection:     newWhitePart(),
		customerSection:       newItemPart(edit.OfInsight),
		valueSection:          newItemPart(edit.OfValue),
		charterSection: &notePart{
			key:   "charter",
			link:  "stage_target",
			foot:  words.T("plan.four-questions-what-we-them"),
			empty: words.T("plan.no-charter-yet-press-enter"),
		},
		swotSection:        newItemPart(edit.OfPoint),
		objectivesSection:  newItemPart(edit.OfObjective),
		actionsSection:     newItemPart(edit.OfAction),
		competitorsSection: &notePart{key: "competitors", empty: words.T("plan.nobody-named-yet-press-enter")},
		focusSection:       &notePart{key: "focus", empty: words.T("plan.nothing-decided-yet-press-enter")},
		risksSection:       newItemPart(edit.OfRisk),
		alignmentSection:   &RatingPart{instrument: "alignment"},
		stageSection:       &RatingPart{instrument: "stage"},
		decisionsSection:   newItemPart(edit.OfDecision),
		reviewsSection:     newItemPart(edit.OfReview),
		notesSection:       &notePart{key: "notes", empty: words.T("plan.no-notes-yet-press-enter")},
		GapsSection:        &gapPart{},
		QualitySection:     &QualityPart{},
	}}
}

// Opened follows the workbench to another account: the section stays.
func (p *Pane) Opened(c *kit.Context) {
	for _, s := range p.Parts {
		s.Opened(c)
	}
}

// Reveal shows where a fact lives: undo and redo call it.
func (p *Pane) Reveal(c *kit.Context, field string) {
	for i, s := range p.Parts {
		if s.Reveal(c, field) {
			p.At = Section(i)
			return
		}
	}
}

func (p *Pane) Scopes(c *kit.Context) []keys.Scope {
	if c.Current() == nil {
		return []keys.Scope{keys.ScopePlan, keys.ScopeMove}
	}
	return p.Parts[p.At].Scopes(c)
}

// editing reports the intents that begin to change a plan.
func editing(k keys.IntentKind) bool {
	switch k {
	case keys.Rate,
		keys.SetUnknown,
		keys.Raise,
		keys.Lower,
		keys.AcceptSuggestion,
		keys.EditNote,
		keys.EditHere,
		keys.BeginTyping,
		keys.Add,
		keys.AddBelow,
		keys.Delete,
		keys.MarkDone,
		keys.FillDown,
		keys.ExternalEditor:
		return true
	}
	return false
}

// pick goes to a section, or asks which when none is named.
func (p *Pane) pick(c *kit.Context, key string) kit.Outcome {
	if key == "" {
		all := make([]kit.Choice, SectionCount)
		done := progresses(c)
		for i := range all {
			all[i] = kit.Choice{
				Word:  strings.TrimSpace(SectionWords()[i].Name + "  " + done[i].short(&c.Glyphs)),
				Value: SectionWords()[i].Key,
			}
		}
		return kit.Open(kit.NewPick(kit.PickSection, words.T("plan.section-plan"), all, SectionWords()[p.At].Key))
	}
	for i, w := range SectionWords() {
		if w.Key == key || w.Name == key {
			p.At = Section(i)
			return kit.Done()
		}
	}
	return kit.Refuse(words.T("plan.plan-no-section", key))
}
