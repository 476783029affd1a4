package record

import (
	"accord/model"
)

// Records of the customer's view, the value scorecard, SWOT, risks, decisions and reviews.

// InsightRecord is an insight.
type InsightRecord struct {
	Kind      uint8  `json:"kind,omitzero"`
	Text      string `json:"text,omitzero"`
	Whose     string `json:"whose,omitzero"`
	ToldBy    string `json:"told_by,omitzero"`
	Priority  int    `json:"priority,omitzero"`
	Confirmed bool   `json:"confirmed,omitzero"`
	Date      Date   `json:"date,omitzero"`
	Shared    uint8  `json:"shared,omitzero"`
}

// ValueRecord is a value line.
type ValueRecord struct {
	Text        string      `json:"text,omitzero"`
	Direction   uint8       `json:"direction,omitzero"`
	Level       uint8       `json:"level,omitzero"`
	Type        uint8       `json:"type,omitzero"`
	Metric      string      `json:"metric,omitzero"`
	Baseline    string      `json:"baseline,omitzero"`
	Target      string      `json:"target,omitzero"`
	Actual      string      `json:"actual,omitzero"`
	Money       moneyRecord `json:"money,omitzero"`
	Recurring   bool        `json:"recurring,omitzero"`
	Start       Date        `json:"start,omitzero"`
	End         Date        `json:"end,omitzero"`
	Evidence    string      `json:"evidence,omitzero"`
	Owner       string      `json:"owner,omitzero"`
	TheirOwner  string      `json:"their_owner,omitzero"`
	Alternative string      `json:"alternative,omitzero"`
	Status      uint8       `json:"status,omitzero"`
	Shared      uint8       `json:"shared,omitzero"`
}

// PointRecord is a point of the situation.
type PointRecord struct {
	Kind uint8  `json:"kind,omitzero"`
	Text string `json:"text,omitzero"`
	Side uint8  `json:"side,omitzero"`
}

// RiskRecord is a risk.
type RiskRecord struct {
	Text        string `json:"text,omitzero"`
	Probability int    `json:"probability,omitzero"`
	Impact      int    `json:"impact,omitzero"`
	Owner       string `json:"owner,omitzero"`
	Response    string `json:"response,omitzero"`
}

// CellRecord is a cell of the white spaces.
type CellRecord struct {
	Unit        string      `json:"unit,omitzero"`
	Offering    string      `json:"offering,omitzero"`
	Status      uint8       `json:"status,omitzero"`
	Current     moneyRecord `json:"current,omitzero"`
	Potential   moneyRecord `json:"potential,omitzero"`
	Probability *float64    `json:"probability,omitzero"`
	Competitor  string      `json:"competitor,omitzero"`
}

// DecisionRecord is a decision.
type DecisionRecord struct {
	Text   string `json:"text,omitzero"`
	Date   Date   `json:"date,omitzero"`
	Owner  string `json:"owner,omitzero"`
	Due    Date   `json:"due,omitzero"`
	Review string `json:"review,omitzero"`
	Shared uint8  `json:"shared,omitzero"`
}

// ReviewRecord is a review.
type ReviewRecord struct {
	Text      string `json:"text,omitzero"`
	Date      Date   `json:"date,omitzero"`
	Held      bool   `json:"held,omitzero"`
	Decisions string `json:"decisions,omitzero"`
}

func insightOut(n model.Insight) InsightRecord {
	return InsightRecord{uint8(n.Kind), n.Text, n.Whose, n.ToldBy, n.Priority, n.Confirmed, Date(n.Date), uint8(n.Shared)}
}

func insightIn(id string, r InsightRecord) model.Insight {
	return model.Insight{
		ID:        model.InsightID(id),
		Kind:      model.InsightKind(r.Kind),
		Text:      r.Text,
		Whose:     r.Whose,
		ToldBy:    r.ToldBy,
		Priority:  r.Priority,
		Confirmed: r.Confirmed,
		Date:      model.Date(r.Date),
		Shared:    model.Sharing(r.Shared),
	}
}

func valueOut(v model.ValueLine) ValueRecord {
	return ValueRecord{
		v.Text,
		uint8(v.Direction),
		uint8(v.Level),
		uint8(v.Type),
		v.Metric,
		v.Baseline,
		v.Target,
		v.Actual,
		moneyOut(v.Money),
		v.Recurring,
		Date(v.Start),
		Date(v.End),
		v.Evidence,
		v.Owner,
		v.TheirOwner,
		v.Alternative,
		uint8(v.Status),
		uint8(v.Shared),
	}
}

func valueIn(id string, r ValueRecord) model.ValueLine {
	return model.ValueLine{
		ID:          model.ValueID(id),
		Text:        r.Text,
		Direction:   model.ValueDirection(r.Direction),
		Level:       model.ValueLevel(r.Level),
		Type:        model.ValueType(r.Type),
		Metric:      r.Metric,
		Baseline:    r.Baseline,
		Target:      r.Target,
		Actual:      r.Actual,
		Money:       r.Money.in(),
		Recurring:   r.Recurring,
		Start:       model.Date(r.Start),
		End:         model.Date(r.End),
		Evidence:    r.Evidence,
		Owner:       r.Owner,
		TheirOwner:  r.TheirOwner,
		Alternative: r.Alternative,
		Status:      model.ValueStatus(r.Status),
		Shared:      model.Sharing(r.Shared),
	}
}

func cellOut(c model.Cell) CellRecord {
	return CellRecord{
		c.Unit,
		c.Offering,
		uint8(c.Status),
		moneyOut(c.Current),
		moneyOut(c.Potential),
		numOut(c.Probability),
		c.Competitor,
	}
}

func cellIn(id string, r CellRecord) model.Cell {
	return model.Cell{
		ID:          model.CellID(id),
		Unit:        r.Unit,
		Offering:    r.Offering,
		Status:      model.CellStatus(r.Status),
		Current:     r.Current.in(),
		Potential:   r.Potential.in(),
		Probability: optIn(r.Probability),
		Competitor:  r.Competitor,
	}
}

func pointOut(p model.Point) PointRecord { return PointRecord{uint8(p.Kind), p.Text, uint8(p.Side)} }

func pointIn(id string, r PointRecord) model.Point {
	return model.Point{ID: model.PointID(id), Kind: model.PointKind(r.Kind), Text: r.Text, Side: model.PointSide(r.Side)}
}

func riskOut(x model.Risk) RiskRecord {
	return RiskRecord{x.Text, x.Probability, x.Impact, x.Owner, x.Response}
}

func riskIn(id string, r RiskRecord) model.Risk {
	return model.Risk{
		ID:          model.RiskID(id),
		Text:        r.Text,
		Probability: r.Probability,
		Impact:      r.Impact,
		Owner:       r.Owner,
		Response:    r.Response,
	}
}

func decisionOut(x model.Decision) DecisionRecord {
	return DecisionRecord{x.Text, Date(x.Date), x.Owner, Date(x.Due), string(x.Review), uint8(x.Shared)}
}

func decisionIn(id string, r DecisionRecord) model.Decision {
	return model.Decision{
		ID:     model.DecisionID(id),
		Text:   r.Text,
		Date:   model.Date(r.Date),
		Owner:  r.Owner,
		Due:    model.Date(r.Due),
		Review: model.ReviewID(r.Review),
		Shared: model.Sharing(r.Shared),
	}
}

func reviewOut(x model.Review) ReviewRecord {
	return ReviewRecord{x.Text, Date(x.Date), x.Held, x.Decisions}
}

func reviewIn(id string, r ReviewRecord) model.Review {
	return model.Review{
		ID:        model.ReviewID(id),
		Text:      r.Text,
		Date:      model.Date(r.Date),
		Held:      r.Held,
		Decisions: r.Decisions,
	}
}
