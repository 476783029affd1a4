package model

import "strings"

// AddItem adds an insight, a value line, a point of the SWOT, a risk, a decision
// or a review to an account plan. Everything else about it is a field.
type AddItem struct {
	Account AccountID
	Of      EntityKind // OfInsight, OfValue, OfPoint, OfRisk, OfDecision or OfReview
	ID      string
	Text    string
}

// Label implements Change.
func (c AddItem) Label() string { return "add " + c.Of.String() }

// Where implements Change.
func (c AddItem) Where() Place { return Place{c.Account, c.ID} }

func (c AddItem) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return problem(c.Of.String(), "Say in a few words what it is.", "it needs words")
	}
	switch c.Of {
	case OfInsight:
		a.Insights = put(a.Insights, Insight{ID: InsightID(c.ID), Text: text, Date: d.today})
	case OfValue:
		a.Values = put(a.Values, ValueLine{ID: ValueID(c.ID), Text: text})
	case OfPoint:
		a.Points = put(a.Points, Point{ID: PointID(c.ID), Text: text})
	case OfRisk:
		a.Risks = put(a.Risks, Risk{ID: RiskID(c.ID), Text: text})
	case OfDecision:
		a.Decisions = put(a.Decisions, Decision{ID: DecisionID(c.ID), Text: text, Date: d.today})
	case OfReview:
		a.Reviews = put(a.Reviews, Review{ID: ReviewID(c.ID), Text: text})
	default:
		return problem(c.Of.String(), "", "is not added this way")
	}
	return nil
}

// RemoveItem deletes what AddItem adds; an objective that cited a deleted point
// stays and cites none.
type RemoveItem struct {
	Account AccountID
	Of      EntityKind
	ID      string
}

// Label implements Change.
func (c RemoveItem) Label() string { return "delete " + c.Of.String() }

// Where implements Change.
func (c RemoveItem) Where() Place { return Place{c.Account, c.ID} }

func (c RemoveItem) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	switch c.Of {
	case OfInsight:
		a.Insights = without(a.Insights, InsightID(c.ID))
	case OfValue:
		a.Values = without(a.Values, ValueID(c.ID))
	case OfPoint:
		a.Points = without(a.Points, PointID(c.ID))
	case OfRisk:
		a.Risks = without(a.Risks, RiskID(c.ID))
	case OfDecision:
		a.Decisions = without(a.Decisions, DecisionID(c.ID))
	case OfReview:
		a.Reviews = without(a.Reviews, ReviewID(c.ID))
	case OfCell:
		a.Cells = without(a.Cells, CellID(c.ID))
	default:
		return problem(c.Of.String(), "", "is not deleted this way")
	}
	a.tidy(d.program()) // an objective that cited a deleted point stays and cites none
	return nil
}
