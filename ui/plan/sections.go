package plan

import "accord/ui/kit"

// RoomSections are the sections of the plan.
var RoomSections = []kit.RoomRow{
	{Of: whySection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: positionSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: receptivitySection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: attractivenessSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: strengthSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: stageSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: FiguresSection, Fit: kit.Partly, Shows: "revenue"},
	{Of: WhitespaceSection, Shows: "what we could sell"},
	{Of: customerSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: valueSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: charterSection, Fit: kit.Partly, Shows: "the charter, not the stage aimed at"},
	{Of: swotSection, Shows: "strengths and weaknesses"},
	{Of: objectivesSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: actionsSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: competitorsSection, Shows: "a text of ours"},
	{Of: risksSection, Shows: "what could go wrong"},
	{Of: decisionsSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: focusSection, Shows: "a text of ours"},
	{Of: alignmentSection, Shows: "what we think of our team"},
	{Of: reviewsSection, Shows: "what was decided"},
	{Of: notesSection, Shows: "a text of ours"},
	{Of: GapsSection, Shows: "what we do not know"},
	{Of: QualitySection, Shows: "what we think of the plan"},
}
