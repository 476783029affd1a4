package sample

import "accord/model"

// partners are important and we matter to them.
var partners = []account{
	{
		name: "Northgate Steel", segment: "Metals", country: "United Kingdom", owner: "Dana Sharon", tier: model.Strategic,
		importance: "44345", position: "454443", receptivity: "54", verified: "position.criticality=4 position.uniqueness=4 importance.reference_power=5",
		years: []year{{3900, 2500, 420, 7000}, {4200, 2650, 430, 7100}, {4650, 2880, 450, 7300}},
		why:   [2]string{"A fifth of line 2 runs for them", "Half of their rolling-mill sensors"},
		tags:  []string{"founding", "reference"},
		notes: "Board decided in spring to build the green-steel line with us as technology partner.\nTheir press office names us in every interview; ask before using the logo in Asia.",
		people: []person{
			{title: "CEO", name: "Helen Marsh", influence: model.InnerCircle, role: model.RoleApprover, support: 1, coverage: model.BriefContact, ties: "yossi 3>4 25d", cares: "carbon price and the 2030 licence to operate"},
			{title: "COO", name: "Peter Okafor", boss: "CEO", influence: model.InnerCircle, role: model.RoleDecisionMaker, support: 2, coverage: model.InDepth, ties: "omer 4 9d, dana 3 6d", cares: "unplanned stops"},
			{title: "CFO", name: "Graham Lyle", boss: "CEO", influence: model.PoliticalStructure, role: model.RoleApprover, support: 0, coverage: model.MultipleContacts, ties: "ines 3 31d"},
			{title: "Head of R&D", name: "Dr. Asha Menon", boss: "COO", influence: model.PoliticalStructure, role: model.RoleEvaluator, support: 2, coverage: model.InDepth, ties: "ruth 4 4d", cares: "publishing with us"},
			{title: "Procurement director", name: "Sofia Lind", boss: "CFO", influence: model.PoliticalStructure, role: model.RoleGatekeeper, support: 1, coverage: model.MultipleContacts, ties: "dana 3 13d"},
			{title: "Plant manager Teesside", name: "Mark Roth", boss: "COO", influence: model.Outside, role: model.RoleUser, support: 1, coverage: model.MultipleContacts, ties: "omer 3 18d"},
		},
		objectives: []objective{
			{"Unplanned stops on the green line below one a month", "cut unplanned stops by half", "stops per month", "4", "1", "Omer Katz", 200},
			{"Joint patent on hydrogen-tolerant sensors filed", "first mover in green steel", "filing", "draft", "filed", "Ruth Adler", 120},
		},
		actions: []action{
			{"Present the stop analysis to Okafor's team", "Omer Katz", 9, model.ActionStarted, 1},
			{"Agree the licence split with their legal counsel", "Inês Duarte", -6, model.ActionOpen, 2},
			{"Field test of the hydrogen sensor", "Ruth Adler", -40, model.ActionDone, 2},
		},
	},
	{
		name: "Carmel Dairy", segment: "Food", country: "Israel", owner: "Dana Sharon", tier: model.Strategic,
		importance: "34434", position: "344354", receptivity: "45", verified: "position.contribution=5",
		years: []year{{1450, 900, 160, 2600}, {1600, 980, 170, 2700}, {1820, 1090, 185, 2750}},
		tags:  []string{"growth"},
		people: []person{
			{title: "מנכ״לית", name: "נועה כרמל", influence: model.InnerCircle, role: model.RoleDecisionMaker, support: 2, coverage: model.InDepth, ties: "yossi 4 15d, dana 3 11d", cares: "חיי מדף וצמיחה באירופה"},
			{title: "סמנכ״ל תפעול", name: "אבי פרץ", boss: "מנכ״לית", influence: model.PoliticalStructure, role: model.RoleUser, support: 1, coverage: model.MultipleContacts, ties: "omer 3 20d"},
			{title: "מנהלת רכש", name: "מיכל לוי", boss: "מנכ״לית", influence: model.PoliticalStructure, role: model.RoleGatekeeper, support: 0, coverage: model.MultipleContacts, ties: "dana 2>3 7d"},
			{title: "מנהל פיתוח", name: "ד״ר איתן שגב", boss: "סמנכ״ל תפעול", influence: model.Outside, role: model.RoleEvaluator, support: 2, coverage: model.InDepth, ties: "ruth 4 10d"},
		},
		objectives: []objective{{"Shelf life of fresh cheese plus three days", "enter the German market", "days", "21", "24", "Ruth Adler", 90}},
		actions: []action{
			{"Trial run with the new valve at the Afula plant", "Omer Katz", 14, model.ActionOpen, 1},
			{"Quarterly review with Noa", "Dana Sharon", 30, model.ActionOpen, 0},
		},
	},
	{
		name: "Aurelia Pharma", segment: "Pharma", country: "Switzerland", owner: "Tomás Rey", tier: model.Strategic,
		importance: "35545", position: "335433", receptivity: "44",
		years: []year{{1100, 560, 140, 4100}, {1250, 630, 150, 4300}, {1400, 690, 160, 4600}},
		why:   [2]string{"Validation know-how we can reuse everywhere", "Second of three approved suppliers"},
		people: []person{
			{title: "Chief technology officer", name: "Dr. Elise Favre", influence: model.InnerCircle, role: model.RoleDecisionMaker, support: 1, coverage: model.MultipleContacts, ties: "ruth 3>4 22d"},
			{title: "Head of quality", name: "Bruno Keller", boss: "Chief technology officer", influence: model.PoliticalStructure, role: model.RoleApprover, support: -1, coverage: model.BriefContact, ties: "ruth 1>3 95d", cares: "never to explain a recall"},
			{title: "Purchasing manager", name: "Nadia Weiss", boss: "Chief technology officer", influence: model.Outside, role: model.RoleGatekeeper, support: 0, coverage: model.MultipleContacts, ties: "tomas 3 16d"},
		},
		objectives: []objective{{"Approved as first supplier for the Visp plant", "one validated platform", "rank on the approved list", "2", "1", "Tomás Rey", 240}},
		actions:    []action{{"Invite Keller to the clean-room reference visit", "Tomás Rey", -12, model.ActionOpen, 1}},
	},
	{
		name: "Fjordkraft Hydro", segment: "Energy", country: "Norway", owner: "Tomás Rey", tier: model.Key,
		importance: "33353", position: "434334", receptivity: "34",
		years:  []year{{2100, 1400, 230, 3800}, {2050, 1390, 240, 3700}, {2180, 1450, 240, 3700}},
		people: []person{{title: "CTO", name: "Ingrid Dahl", influence: model.InnerCircle, role: model.RoleDecisionMaker, support: 1, coverage: model.MultipleContacts, ties: "tomas 3 28d, ruth 2 60d"}},
	},
	{
		name: "Tavor Semiconductors", segment: "Electronics", country: "Israel", owner: "Dana Sharon", tier: model.Key,
		importance: "25534", position: "344334", receptivity: "44",
		years:  []year{{700, 330, 90, 2400}, {820, 380, 100, 2500}, {990, 450, 110, 2600}},
		people: []person{{title: "סמנכ״ל טכנולוגיה", name: "רונית אלון", influence: model.InnerCircle, role: model.RoleDecisionMaker, support: 2, coverage: model.InDepth, ties: "ruth 4 8d, dana 3 19d"}},
	},
}
