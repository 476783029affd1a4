package ui

import (
	"strings"

	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// section is one part of an account plan.
type section uint8

// The sections, in the order [ and ] go through.
const (
	whySection section = iota
	positionSection
	receptivitySection
	attractivenessSection
	strengthSection
	figuresSection
	whitespaceSection
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
	gapsSection
	qualitySection
	sectionCount
)

// sectionWords name the sections: what the pick returns, the long name and one
// for narrow panes.
var sectionWords = [sectionCount]struct{ key, name, short string }{
	whySection:            {"importance", "why strategic", "why"},
	positionSection:       {"position", "position", "position"},
	receptivitySection:    {"receptivity", "receptivity", "receptive"},
	attractivenessSection: {"attractiveness", "attractiveness", "attractive"},
	strengthSection:       {"strength", "business strength", "strength"},
	figuresSection:        {"figures", "figures", "figures"},
	whitespaceSection:     {"whitespace", "whitespace", "white"},
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
	gapsSection:           {"gaps", "information gaps", "gaps"},
	qualitySection:        {"quality", "plan quality", "quality"},
}

// planSection is a part of the pane that knows where a fact of its own lives.
type planSection interface {
	part
	// opened is told that the workbench is about another account.
	opened(*ctx)
	// reveal puts the cursor on a registry key or entity id, if it is of this
	// section.
	reveal(c *ctx, field string) bool
}

// planPane edits the plan of the open account, a section at a time.
type planPane struct {
	at    section
	parts [sectionCount]planSection
}

func newPlanPane() *planPane {
	return &planPane{parts: [sectionCount]planSection{
		whySection:            &ratingPart{instrument: "importance"},
		positionSection:       &ratingPart{instrument: "position"},
		receptivitySection:    &ratingPart{instrument: "receptivity"},
		attractivenessSection: &ratingPart{instrument: "attractiveness"},
		strengthSection:       &ratingPart{instrument: "strength"},
		figuresSection:        &figurePart{},
		whitespaceSection:     newWhitePart(),
		customerSection:       newItemPart(edit.OfInsight),
		valueSection:          newItemPart(edit.OfValue),
		charterSection:        &notePart{key: "charter", link: "stage_target", foot: "Four questions to it: what are we to them? what do they gain? what do we? how will both see that it worked?", empty: "No charter yet. Press enter: in one sentence, what do you want to be to this customer?"},
		swotSection:           newItemPart(edit.OfPoint),
		objectivesSection:     newItemPart(edit.OfObjective),
		actionsSection:        newItemPart(edit.OfAction),
		competitorsSection:    &notePart{key: "competitors", empty: "Nobody named yet. Press enter: who else is there, what do they do better, how would they win, and what would we do then?"},
		focusSection:          &notePart{key: "focus", empty: "Nothing decided yet. Press enter: invest: what gets more of us this year. stop: what we no longer do here; neglect is a decision too."},
		risksSection:          newItemPart(edit.OfRisk),
		alignmentSection:      &ratingPart{instrument: "alignment"},
		stageSection:          &ratingPart{instrument: "stage"},
		decisionsSection:      newItemPart(edit.OfDecision),
		reviewsSection:        newItemPart(edit.OfReview),
		notesSection:          &notePart{key: "notes", empty: "No notes yet. Press enter to write; ctrl+e writes in your own editor."},
		gapsSection:           &gapPart{},
		qualitySection:        &qualityPart{},
	}}
}

// opened follows the workbench to another account: the section stays.
func (p *planPane) opened(c *ctx) {
	for _, s := range p.parts {
		s.opened(c)
	}
}

// reveal shows where a fact lives: undo and redo call it.
func (p *planPane) reveal(c *ctx, field string) {
	for i, s := range p.parts {
		if s.reveal(c, field) {
			p.at = section(i)
			return
		}
	}
}

func (p *planPane) scopes(c *ctx) []scope {
	if c.current() == nil {
		return []scope{scopePlan, scopeMove}
	}
	return p.parts[p.at].scopes(c)
}

func (p *planPane) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case NextSection:
		p.at = (p.at + 1) % sectionCount
		return done()
	case PrevSection:
		p.at = (p.at + sectionCount - 1) % sectionCount
		return done()
	case PickSection:
		return p.pick(c, in.Text)
	}
	if c.current() == nil {
		if editing(in.Kind) {
			return refuse("There is no account here yet: press g 1, then a, to add one.")
		}
		return Outcome{}
	}
	if why := c.session.Frozen(); why != "" && editing(in.Kind) {
		return refusing(in.Kind, why)
	}
	if out, no := p.inRoom(c, in); no {
		return out
	}
	return p.parts[p.at].handle(c, in)
}

// editing reports the intents that begin to change a plan.
func editing(k IntentKind) bool {
	switch k {
	case Rate, SetUnknown, Raise, Lower, AcceptSuggestion, EditNote, EditHere, BeginTyping, Add, AddBelow, Delete, MarkDone, FillDown, ExternalEditor:
		return true
	}
	return false
}

// pick goes to a section, or asks which when none is named.
func (p *planPane) pick(c *ctx, key string) Outcome {
	if key == "" {
		all := make([]choice, sectionCount)
		for i := range all {
			all[i] = choice{strings.TrimSpace(sectionWords[i].name + "  " + section(i).progress(c).short(&c.glyphs)), sectionWords[i].key}
		}
		return open(newPick(pickSection, "Section of the plan", all, sectionWords[p.at].key))
	}
	for i, w := range sectionWords {
		if w.key == key || w.name == key {
			p.at = section(i)
			return done()
		}
	}
	return refuse("the plan has no section " + key)
}

func (p *planPane) draw(c *ctx, cv widget.Canvas, focus bool) {
	title := "3 Plan " + cv.Glyphs().Dash + " " + sectionWords[p.at].name
	if c.current() == nil {
		in := cv.Box(cv.Rect(), title, "", focus)
		drawLines(in.Sub(in.Rect().Inset(1)), []footLine{{text: "No account is open. Add one in the list of accounts with a, or import a file with ctrl+o.", style: theme.Quiet}})
		return
	}
	in := cv.Box(cv.Rect(), title, p.at.progress(c).words, focus)
	tabs, rest := in.Rect().SplitTop(1)
	p.drawTabs(c, in.Sub(tabs))
	if !c.mayShow(roomSections, p.at) {
		drawOurs(in.Sub(rest))
		return
	}
	p.parts[p.at].draw(c, in.Sub(rest), focus)
}
