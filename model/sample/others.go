package sample

import "accord/model"

// leverage value us more than we need them. Sahara Ceramics is the hidden gem's
// neighbour; the gem itself is small by revenue and large by everything else.
var leverage = []account{
	{
		name: "Quantum Optics Lab", segment: "Research", country: "Denmark", owner: "Dana Sharon", tier: model.Key,
		importance: "15525", position: "444554", receptivity: "55",
		years: []year{{90, 30, 8, 120}, {110, 35, 9, 140}, {125, 38, 9, 150}},
		tags:  []string{"hidden gem"},
		notes: "Hidden gem: tiny revenue, but every sensor idea of the last two years began here, and the whole field listens to them.",
		people: []person{
			{title: "Head of research", name: "Prof. Mette Holm", influence: model.InnerCircle, role: model.RoleDecisionMaker, support: 2, coverage: model.InDepth, ties: "ruth 4 2d"},
		},
		objectives: []objective{{"Joint laboratory for two more years", "keep the two post-docs", "contract", "ends in June", "extended", "Ruth Adler", 180}},
		actions:    []action{{"Draft the extension with Prof. Holm", "Ruth Adler", 25, model.ActionStarted, 1}},
	},
	{name: "Sahara Ceramics", segment: "Ceramics", country: "Spain", owner: "Tomás Rey", tier: model.Maintain, importance: "22122", position: "443443", receptivity: "43", years: []year{{520, 310, 40, 640}, {540, 320, 40, 650}, {560, 330, 42, 660}}},
	{name: "Olive Grove Oils", segment: "Food", country: "Greece", owner: "Dana Sharon", tier: model.Maintain, importance: "12122", position: "543354", receptivity: "34", years: []year{{310, 180, 25, 380}, {320, 185, 26, 390}, {335, 190, 27, 400}}},
	{name: "מפעלי ים המלח הצפוני", segment: "Chemicals", country: "Israel", owner: "Dana Sharon", tier: model.Maintain, importance: "23222", position: "444343", receptivity: "44", years: []year{{780, 500, 70, 1100}, {800, 510, 75, 1120}, {830, 525, 78, 1150}},
		people: []person{{title: "מנהל מפעל", name: "יעקב מזרחי", influence: model.PoliticalStructure, role: model.RoleUser, support: 2, coverage: model.MultipleContacts, ties: "omer 3 26d"}}},
	{name: "Alpenglas", segment: "Glass", country: "Austria", owner: "Tomás Rey", tier: model.Strategic, importance: "22132", position: "444433", receptivity: "33", years: []year{{640, 400, 60, 900}, {650, 405, 62, 910}, {660, 410, 64, 920}},
		notes: "Called strategic because of the golf club. The numbers disagree."},
}

// transact are neither. Titan Bottling is the volume trap: class A by revenue,
// and it earns nothing.
var transact = []account{
	{
		name: "Titan Bottling", segment: "Beverages", country: "France", owner: "Tomás Rey", tier: model.Key,
		importance: "31122", position: "211210", receptivity: "12",
		years: []year{{5200, 4450, 620, 16000}, {5400, 4700, 690, 16500}, {5500, 4880, 760, 16800}},
		why:   [2]string{"They fill line 1, at any price", "Switched half the volume away in one quarter"},
		tags:  []string{"volume trap"},
		notes: "Volume trap: second in revenue, and after cost to serve we pay to have them.",
		people: []person{
			{title: "Group purchasing director", name: "Luc Perrin", influence: model.InnerCircle, role: model.RoleDecisionMaker, support: -1, coverage: model.MultipleContacts, ties: "tomas 1 20d", cares: "the last cent"},
		},
		actions: []action{{"Show Perrin the cost of his rush orders", "Inês Duarte", -20, model.ActionOpen, 0}},
	},
	{name: "Delta Packaging", segment: "Packaging", country: "Romania", owner: "Tomás Rey", tier: model.Maintain, importance: "21112", position: "222121", receptivity: "22", years: []year{{410, 320, 50, 900}, {400, 315, 52, 900}, {390, 310, 55, 900}}},
	{name: "Kingsway Contractors", segment: "Construction", country: "United Kingdom", owner: "Tomás Rey", tier: model.Neglected, importance: "11111", position: "121110", receptivity: "12", years: []year{{220, 180, 35, -1}, {190, 160, 34, -1}, {170, 145, 33, -1}}},
	{name: "Bay Area Brewing", segment: "Beverages", country: "United States", owner: "Dana Sharon", tier: model.Neglected, importance: "11212", position: "112211", receptivity: "32", years: []year{{95, 70, 15, -1}, {105, 76, 16, -1}, {100, 74, 17, -1}}},
	{name: "Cobalt Mining Services", segment: "Mining", country: "South Africa", owner: "Tomás Rey", tier: model.Maintain, importance: "22211", position: "212121", receptivity: "2-", years: []year{{510, 390, 80, 1900}, {530, 405, 86, 1950}, {480, 380, 88, 1950}}},
	{name: "Vento Turbines", segment: "Energy", country: "Italy", owner: "Tomás Rey", tier: model.Candidate, importance: "21222", position: "221-12", receptivity: "33", years: []year{{260, 190, 30, 1500}, {300, 215, 34, 1600}, {340, 240, 38, 1700}}},
	{name: "גלידות השרון", segment: "Food", country: "Israel", owner: "Dana Sharon", tier: model.Maintain, importance: "11122", position: "222232", receptivity: "33", years: []year{{140, 95, 14, 300}, {150, 100, 15, 310}, {155, 104, 16, 320}}},
}

// candidates still have questions nobody asked.
var candidates = []account{
	{name: "Helix Bioprocess", segment: "Pharma", country: "Ireland", owner: "Tomás Rey", importance: "-54--", position: "", receptivity: "5-", years: []year{{180, 95, 20, 2200}, {310, 160, 30, 2600}},
		notes: "Grew by two thirds last year. Nobody has asked the position questions yet."},
	{name: "Nordlicht Rail", segment: "Transport", country: "Germany", owner: "Tomás Rey", importance: "3-2--", position: "2-----", years: []year{{420, 300, -1, -1}, {450, 320, -1, -1}}},
	{name: "Lumen Grid", segment: "Energy", country: "Portugal", owner: "Dana Sharon", years: []year{{75, -1, -1, -1}}},
	{name: "Summit Water", segment: "Utilities", country: "United States", owner: "Dana Sharon", importance: "-----", receptivity: "--"},
}
