package edit

import (
	"strings"

	"accord/model"
)

// AddItem adds an insight, a value line, a point of the SWOT, a risk, a decision
// or a review to an account plan. Everything else about it is a field.
type AddItem struct {
	Account model.AccountID
	Of      EntityKind // OfInsight, OfValue, OfPoint, OfRisk, OfDecision or OfReview
	ID      string
	Text    string
}

// Label implements Change.
func (c AddItem) Label() string { return "add " + c.Of.String() }

// Where implements Change.
func (c AddItem) Where() Place { return Place{c.Account, c.ID} }

func (c AddItem) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return model.Refuse(c.Of.String(), "Say in a few words what it is.", "it needs words")
	}
	switch c.Of {
	case OfInsight:
		a.Insights = model.Put(a.Insights, model.Insight{ID: model.InsightID(c.ID), Text: text, Date: d.today})
	case OfValue:
		a.Values = model.Put(a.Values, model.ValueLine{ID: model.ValueID(c.ID), Text: text})
	case OfPoint:
		a.Points = model.Put(a.Points, model.Point{ID: model.PointID(c.ID), Text: text})
	case OfRisk:
		a.Risks = model.Put(a.Risks, model.Risk{ID: model.RiskID(c.ID), Text: text})
	case OfDecision:
		a.Decisions = model.Put(a.Decisions, model.Decision{ID: model.DecisionID(c.ID), Text: text, Date: d.today})
	case OfReview:
		a.Reviews = model.Put(a.Reviews, model.Review{ID: model.ReviewID(c.ID), Text: text})
	default:
		return model.Refuse(c.Of.String(), "", "is not added this way")
	}
	return nil
}

// RemoveItem deletes what AddItem adds; an objective that cited a deleted point
// stays and cites none.
type RemoveItem struct {
	Account model.AccountID
	Of      EntityKind
	ID      string
}

// Label implements Change.
func (c RemoveItem) Label() string { return "delete " + c.Of.String() }

// Where implements Change.
func (c RemoveItem) Where() Place { return Place{c.Account, c.ID} }

func (c RemoveItem) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	switch c.Of {
	case OfInsight:
		a.Insights = model.Without(a.Insights, model.InsightID(c.ID))
	case OfValue:
		a.Values = model.Without(a.Values, model.ValueID(c.ID))
	case OfPoint:
		a.Points = model.Without(a.Points, model.PointID(c.ID))
	case OfRisk:
		a.Risks = model.Without(a.Risks, model.RiskID(c.ID))
	case OfDecision:
		a.Decisions = model.Without(a.Decisions, model.DecisionID(c.ID))
	case OfReview:
		a.Reviews = model.Without(a.Reviews, model.ReviewID(c.ID))
	case OfCell:
		a.Cells = model.Without(a.Cells, model.CellID(c.ID))
	default:
		return model.Refuse(c.Of.String(), "", "is not deleted this way")
	}
	a.Tidy(d.program()) // an objective that cited a deleted point stays and cites none
	return nil
}
