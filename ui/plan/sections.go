package plan

import (
	"accord/model/words"
	"accord/ui/kit"
)

// RoomSections are the sections of the plan.
var RoomSections = words.Table(func() []kit.RoomRow {
	return []kit.RoomRow{
		{Of: whySection, Fit: kit.Partly, Shows: words.T("plan.questions-levels-not-notes-sources")},
		{Of: positionSection, Fit: kit.Partly, Shows: words.T("plan.questions-levels-not-notes-sources")},
		{Of: receptivitySection, Fit: kit.Partly, Shows: words.T("plan.questions-levels-not-notes-sources")},
		{Of: attractivenessSection, Fit: kit.Partly, Shows: words.T("plan.questions-levels-not-notes-sources")},
		{Of: strengthSection, Fit: kit.Partly, Shows: words.T("plan.questions-levels-not-notes-sources")},
		{Of: stageSection, Fit: kit.Partly, Shows: words.T("plan.questions-levels-not-notes-sources")},
		{Of: FiguresSection, Fit: kit.Partly, Shows: "revenue"},
		{Of: WhitespaceSection, Shows: words.T("plan.what-we-could-sell")},
		{Of: customerSection, Fit: kit.Partly, Shows: words.T("plan.what-shared")},
		{Of: valueSection, Fit: kit.Partly, Shows: words.T("plan.what-shared")},
		{Of: charterSection, Fit: kit.Partly, Shows: words.T("plan.charter-not-stage-aimed-at")},
		{Of: swotSection, Shows: words.T("plan.strengths-weaknesses")},
		{Of: objectivesSection, Fit: kit.Partly, Shows: words.T("plan.what-shared")},
		{Of: actionsSection, Fit: kit.Partly, Shows: words.T("plan.what-shared")},
		{Of: competitorsSection, Shows: words.T("plan.text-ours")},
		{Of: risksSection, Shows: words.T("plan.what-could-go-wrong")},
		{Of: decisionsSection, Fit: kit.Partly, Shows: words.T("plan.what-shared")},
		{Of: focusSection, Shows: words.T("plan.text-ours")},
		{Of: alignmentSection, Shows: words.T("plan.what-we-think-our-team")},
		{Of: reviewsSection, Shows: words.T("plan.what-decided")},
		{Of: notesSection, Shows: words.T("plan.text-ours")},
		{Of: GapsSection, Shows: words.T("plan.what-we-do-not-know")},
		{Of: QualitySection, Shows: words.T("plan.what-we-think-plan")},
	}
})
