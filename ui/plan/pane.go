package plan

import (
	"strings"

	"accord/model/edit"
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

// SectionWords name the sections: what the pick returns, the long name and one
// for narrow panes.
var SectionWords = [SectionCount]struct{ Key, Name, short string }{
	whySection:            {"importance", "why strategic", "why"},
	positionSection:       {"position", "position", "position"},
	receptivitySection:    {"receptivity", "receptivity", "receptive"},
	attractivenessSection: {"attractiveness", "attractiveness", "attractive"},
	strengthSection:       {"strength", "business strength", "strength"},
	FiguresSection:        {"figures", "figures", "figures"},
	WhitespaceSection:     {"whitespace", "whitespace", "white"},
	customerSection:       {"customer", "customer's view", "customer"},
	valueSection:          {"value", "value scorecard", "value"},
	charterSection:        {"charter", "charter", "charter"},
	swotSection:           {"swot", "SWOT", "swot"},
	objectivesSection:     {"objectives", "objectives", "objectives"},
	actionsSection:        {"actions", "actions", "actions"},
	competitorsSection:    {"competitors", "competitors", "rivals"},
	focusSection:          {"focus", "focus & stop", "focus"},
	risksSection:          {"risks", "risks", "risks"},
	alignmentSection:      {"alignment", "team & alignment", "alignment"},
	stageSection:          {"stage", "stage", "stage"},
	decisionsSection:      {"decisions", "decisions", "decisions"},
	reviewsSection:        {"reviews", "reviews", "reviews"},
	notesSection:          {"notes", "notes", "notes"},
	GapsSection:           {"gaps", "information gaps", "gaps"},
	QualitySection:        {"quality", "plan quality", "quality"},
}

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
		charterSection:        &notePart{key: "charter", link: "stage_target", foot: "Four questions to it: what are we to them? what do they gain? what do we? how will both see that it worked?", empty: "No charter yet. Press enter: in one sentence, what do you want to be to this customer?"},
		swotSection:           newItemPart(edit.OfPoint),
		objectivesSection:     newItemPart(edit.OfObjective),
		actionsSection:        newItemPart(edit.OfAction),
		competitorsSection:    &notePart{key: "competitors", empty: "Nobody named yet. Press enter: who else is there, what do they do better, how would they win, and what would we do then?"},
		focusSection:          &notePart{key: "focus", empty: "Nothing decided yet. Press enter: invest: what gets more of us this year. stop: what we no longer do here; neglect is a decision too."},
		risksSection:          newItemPart(edit.OfRisk),
		alignmentSection:      &RatingPart{instrument: "alignment"},
		stageSection:          &RatingPart{instrument: "stage"},
		decisionsSection:      newItemPart(edit.OfDecision),
		reviewsSection:        newItemPart(edit.OfReview),
		notesSection:          &notePart{key: "notes", empty: "No notes yet. Press enter to write; ctrl+e writes in your own editor."},
		GapsSection:           &gapPart{},
		QualitySection:        &QualityPart{},
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
	case keys.Rate, keys.SetUnknown, keys.Raise, keys.Lower, keys.AcceptSuggestion, keys.EditNote, keys.EditHere, keys.BeginTyping, keys.Add, keys.AddBelow, keys.Delete, keys.MarkDone, keys.FillDown, keys.ExternalEditor:
		return true
	}
	return false
}

// pick goes to a section, or asks which when none is named.
func (p *Pane) pick(c *kit.Context, key string) kit.Outcome {
	if key == "" {
		all := make([]kit.Choice, SectionCount)
		for i := range all {
			all[i] = kit.Choice{Word: strings.TrimSpace(SectionWords[i].Name + "  " + Section(i).Progress(c).short(&c.Glyphs)), Value: SectionWords[i].Key}
		}
		return kit.Open(kit.NewPick(kit.PickSection, "Section of the plan", all, SectionWords[p.At].Key))
	}
	for i, w := range SectionWords {
		if w.Key == key || w.Name == key {
			p.At = Section(i)
			return kit.Done()
		}
	}
	return kit.Refuse("the plan has no section " + key)
}
