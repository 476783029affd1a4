package sample

import (
	"strconv"

	"accord/model"
)

// extra is the rest of a plan: what the customer wants, what each side gives, and
// how close the two companies are.
type extra struct {
	charter, sponsor string
	alignment, stage string // a digit per factor
	attractive       string
	strength         string
	target           model.Stage
	insights         []insight
	values           []value
	points           []point
	risks            []risk
	reviews          []review
	cells            []cell
}

type insight struct {
	kind        model.InsightKind
	text, whose string
	toldBy      string
	confirmed   bool
	days        int // ago
}

type value struct {
	direction model.ValueDirection
	level     model.ValueLevel
	text      string
	thousands float64
	yearly    bool
	status    model.ValueStatus
	days      int // ago
	evidence  string
}

type point struct {
	kind model.PointKind
	text string
}

type risk struct {
	text, owner         string
	probability, impact int
}

type review struct {
	text string
	days int // from today; those past were held
}

type cell struct {
	unit, offering     string
	status             model.CellStatus
	current, potential float64 // thousands; negative is unknown
	probability        float64
	competitor         string
}

// extras by account.
var extras = map[string]extra{
	"Meridian Foods": {
		charter: "From one of seven suppliers to the one their platform is built with.", alignment: "43432232", stage: "222221", target: model.Interdependent, attractive: "5443542", strength: "433232-",
		insights: []insight{
			{model.Goal, "one platform for twelve plants", "CEO", "Anneke Levi", true, 48},
			{model.Pressure, "private labels take two points of margin a year", "board", "annual report", false, 200},
			{model.Initiative, "group tender for lines and service", "procurement", "Stefan Lind", true, 20},
			{model.DecisionProcess, "the new CFO signs above five million", "CFO", "", false, 30},
		},
		values: []value{
			{model.ValueGiven, model.ProductValue, "faster changeover on line 3", 140, true, model.ValueRealised, 400, "plant report Venlo"},
			{model.ValueGiven, model.ProcessValue, "joint spare parts stock", 60, true, model.ValueAgreed, 40, ""},
			{model.ValueReceived, model.ProcessValue, "line 3 as our test bed", 25, true, model.ValueRealised, 300, ""},
		},
		points:  []point{{model.Strength, "we know line 3 better than they do"}, {model.Weakness, "nobody of ours has met the CFO"}, {model.Opportunity, "one platform for twelve plants"}, {model.Threat, "the tender is decided on price"}},
		risks:   []risk{{"the tender goes to the cheapest", "Dana Sharon", 3, 5}, {"Lind keeps us from the CFO", "", 4, 4}},
		reviews: []review{{"half-year review", -120}, {"platform workshop with the COO", 21}},
		cells: []cell{{"Venlo", "lines", model.CellCurrent, 5200, 5200, 1, ""}, {"Venlo", "service", model.CellOpen, 0, 600, 0.5, ""}, {"Aarschot", "lines", model.CellCompetitor, 0, 4800, 0.2, "Kronwerk"}, {"Aarschot", "service", model.CellWhite, -1, 500, 0.1, ""},
			{"Head office", "lines", model.CellNotApplicable, -1, -1, 0, ""}},
	},
	"Northgate Steel": {
		charter: "The partner with whom they reach 2030 with the licence to operate.", sponsor: "yossi", alignment: "54544334", stage: "333233", target: model.Interdependent, attractive: "4354434", strength: "4535444",
		insights: []insight{
			{model.Goal, "a third less carbon per ton by 2030", "CEO", "Helen Marsh", true, 25},
			{model.KPI, "unplanned stops per month", "COO", "Peter Okafor", true, 9},
			{model.Pressure, "carbon price", "board", "Graham Lyle", true, 31},
			{model.Initiative, "electric arc at Teesside", "R&D", "Dr. Asha Menon", true, 4},
			{model.DecisionProcess, "COO proposes, CFO counts, CEO signs", "", "Sofia Lind", true, 13},
		},
		values: []value{
			{model.ValueGiven, model.ProcessValue, "a third fewer unplanned stops", 420, true, model.ValueVerified, 330, "signed by P. Okafor"},
			{model.ValueGiven, model.FacilitationValue, "introduced them to the grid operator", 150, false, model.ValueRealised, 90, "minutes"},
			{model.ValueReceived, model.FacilitationValue, "first plant for our new sensor", 80, true, model.ValueRealised, 200, ""},
		},
		points:  []point{{model.Strength, "trusted from plant to CEO"}, {model.Weakness, "their finance sees us as a cost"}, {model.Opportunity, "electric arc at Teesside"}, {model.Threat, "the plant may close if carbon doubles"}},
		risks:   []risk{{"Teesside closes", "Omer Katz", 2, 5}},
		reviews: []review{{"quarterly review", -35}, {"quarterly review", 56}},
		cells:   []cell{{"Teesside", "monitoring", model.CellCurrent, 900, 1200, 0.8, ""}, {"Teesside", "arc controls", model.CellOpen, 0, 2400, 0.4, ""}, {"Sheffield", "monitoring", model.CellPotential, 0, 500, 0.3, ""}},
	},
	"Halden Energy": {
		charter: "More than Tomás and Jonas.", alignment: "32311121", stage: "121111", attractive: "4432333",
		insights: []insight{{model.Goal, "two hydrogen sites by 2029", "managing director", "Jonas Brandt", false, 60}, {model.Pressure, "late permits", "", "Jonas Brandt", true, 30}},
		values:   []value{{model.ValueGiven, model.ProductValue, "pumps that survive the salt", 45, false, model.ValueRealised, 500, ""}},
		risks:    []risk{{"Jonas Brandt leaves", "Tomás Rey", 3, 5}},
	},
	"Aurelia Pharma": {
		charter: "Their validation runs on our know-how.", sponsor: "yossi", alignment: "44353223", stage: "332333", target: model.Interdependent,
		insights: []insight{{model.Goal, "release in five days", "CTO", "Dr. Elise Favre", true, 22}, {model.KPI, "deviations per batch", "quality", "Bruno Keller", true, 95}, {model.Initiative, "paperless validation", "CTO", "Dr. Elise Favre", true, 22}},
		values:   []value{{model.ValueGiven, model.ProcessValue, "validation files ready on delivery", 180, true, model.ValueVerified, 250, "quality audit"}, {model.ValueReceived, model.ProcessValue, "their auditors train ours", 30, true, model.ValueRealised, 250, ""}},
		points:   []point{{model.Strength, "validation know-how"}, {model.Weakness, "one contact carries it"}, {model.Opportunity, "the new site in Cork"}, {model.Threat, "a new head of quality"}},
		reviews:  []review{{"autumn review", -40}},
	},
	"Carmel Dairy": {
		sponsor: "yossi", alignment: "44433343", stage: "444343", target: model.Integrated,
		insights: []insight{{model.Goal, "חלב טרי בכל בוקר, בלי עצירות", "מנכ\"ל", "", true, 30}},
		values:   []value{{model.ValueGiven, model.FacilitationValue, "a joint apprentice school", 90, true, model.ValueVerified, 600, "annual report"}},
	},
	"Titan Bottling": {
		alignment: "32232222", stage: "111111", attractive: "5221222", strength: "3212332",
		values: []value{{model.ValueGiven, model.ProductValue, "discounts nobody counts", 300, true, model.ValueHypothesis, 30, ""}},
		risks:  []risk{{"we lose money on every bottle", "Inês Duarte", 5, 3}},
	},
}

// rest fills in what extras know of an account.
func (s *account) rest(a *model.Account, pack *model.Pack, today model.Date) {
	x := extras[s.name]
	a.Charter, a.StageTarget = x.charter, x.target
	if x.sponsor != "" {
		a.Sponsor = team[memberKeys[x.sponsor]].ID
	}
	for key, digits := range map[string]string{"alignment": x.alignment, "stage": x.stage, "attractiveness": x.attractive, "strength": x.strength} {
		in := pack.Instrument(key)
		for i := range digits {
			if digits[i] != '-' {
				a.Ratings[in.Factors[i].Full()] = model.Rating{Ours: model.LevelOf(int(digits[i] - '0')), Date: today.AddDays(-60 - 9*i)}
			}
		}
	}
	for i, n := range x.insights {
		a.Insights = append(a.Insights, model.Insight{ID: id[model.InsightID](s.name, "insight", strconv.Itoa(i)), Kind: n.kind, Text: n.text, Whose: n.whose, ToldBy: n.toldBy, Confirmed: n.confirmed, Date: today.AddDays(-n.days)})
		agreed(&a.Insights[i].Shared, a.Insights[i].Offered())
	}
	for i, v := range x.values {
		a.Values = append(a.Values, model.ValueLine{ID: id[model.ValueID](s.name, "value", strconv.Itoa(i)), Direction: v.direction, Level: v.level, Text: v.text, Money: thousands(v.thousands), Recurring: v.yearly, Status: v.status,
			Start: today.AddDays(-v.days), Evidence: v.evidence})
		agreed(&a.Values[i].Shared, a.Values[i].Offered())
	}
	for i, p := range x.points {
		a.Points = append(a.Points, model.Point{ID: id[model.PointID](s.name, "point", strconv.Itoa(i)), Kind: p.kind, Text: p.text})
	}
	for i, r := range x.risks {
		a.Risks = append(a.Risks, model.Risk{ID: id[model.RiskID](s.name, "risk", strconv.Itoa(i)), Text: r.text, Owner: r.owner, Probability: r.probability, Impact: r.impact})
	}
	for i, r := range x.reviews {
		a.Reviews = append(a.Reviews, model.Review{ID: id[model.ReviewID](s.name, "review", strconv.Itoa(i)), Text: r.text, Date: today.AddDays(r.days), Held: r.days < 0})
	}
	for i, c := range x.cells {
		m := model.Cell{ID: id[model.CellID](s.name, "cell", strconv.Itoa(i)), Unit: c.unit, Offering: c.offering, Status: c.status, Current: thousands(c.current), Potential: thousands(c.potential), Competitor: c.competitor}
		if c.probability > 0 {
			m.Probability = model.Some(c.probability)
		}
		a.Cells = append(a.Cells, m)
	}
	if len(a.Points) > 2 && len(a.Objectives) > 0 {
		a.Objectives[0].Cites = a.Points[2].ID
	}
}

// thousands is an amount, unknown when negative.
func thousands(n float64) model.Money {
	if n < 0 {
		return model.Money{}
	}
	return model.NewMoney(n*1000, currency)
}
