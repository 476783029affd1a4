package sample

import "accord/model"

// exposed matter to us far more than we to them. The first is the giant.
var exposed = []account{
	{
		name: "Meridian Foods", segment: "Food", country: "Netherlands", owner: "Dana Sharon", tier: model.Strategic,
		importance: "54-32", position: "231240", receptivity: "33", verified: "position.criticality=2 position.contribution=3",
		years: []year{{5900, 4300, 800, 21000}, {6200, 4600, 860, 22000}, {6400, 4850, 910, 23500}},
		why:   [2]string{"Line 3 is theirs", "One of seven suppliers"},
		tags:  []string{"exposed giant", "tender due"},
		notes: "The exposed giant: our largest customer, and one of seven suppliers to them.\nTender for the whole group announced for spring. Nobody of ours has met the CFO.",
		people: []person{
			{title: "CEO", name: "Anneke Levi", influence: model.InnerCircle, role: model.RoleApprover, support: 1, coverage: model.BriefContact, ties: "yossi 3>4 48d", cares: "one platform for twelve plants"},
			{title: "CFO", boss: "CEO", influence: model.InnerCircle, role: model.RoleApprover},
			{title: "COO", name: "Pieter de Groot", boss: "CEO", influence: model.PoliticalStructure, role: model.RoleDecisionMaker, support: 1, coverage: model.MultipleContacts, ties: "dana 2>3 12d, omer 2 40d"},
			{title: "Plant manager Venlo", name: "Marit Roth", boss: "COO", influence: model.Outside, role: model.RoleUser, support: -1, coverage: model.BriefContact, ties: "dana 1>2 33d, ruth 2 70d"},
			{title: "Chief procurement officer", name: "Stefan Lind", boss: "CFO", influence: model.PoliticalStructure, role: model.RoleGatekeeper, support: -2, coverage: model.MultipleContacts, ties: "dana 2 5d", cares: "five per cent less every year"},
		},
		objectives: []objective{
			{"Named partner for the twelve-plant platform", "one platform for twelve plants", "signed framework", "supplier 1 of 7", "platform partner", "Dana Sharon", 150},
			{"Cost to serve below 12 % of revenue", "", "cost to serve / revenue", "14 %", "12 %", "Inês Duarte", 300},
		},
		actions: []action{
			{"Find out who the new CFO is and who can introduce us", "Dana Sharon", -3, model.ActionOpen, 1},
			{"Bring de Groot to Northgate's plant", "Omer Katz", 21, model.ActionOpen, 1},
			{"Charge for express deliveries from January", "Inês Duarte", 37, model.ActionStarted, 2},
			{"Name an executive sponsor on our side", "", 0, model.ActionOpen, 1},
		},
	},
	{
		name: "Meridian Snacks", segment: "Food", country: "Belgium", owner: "Dana Sharon", tier: model.Candidate, parent: "Meridian Foods",
		importance: "43332", position: "121120", receptivity: "23",
		years: []year{{900, 690, 130, 3400}, {880, 690, 140, 3500}, {860, 690, 150, 3600}},
	},
	{
		name: "Halden Energy", segment: "Energy", country: "Germany", owner: "Tomás Rey", tier: model.Strategic,
		importance: "45-44", position: "222331", receptivity: "3-",
		years: []year{{2600, 1900, 300, 9800}, {2900, 2050, 330, 10100}, {3100, 2150, 350, 10400}},
		tags:  []string{"single thread"},
		notes: "Everything runs through Jonas Brandt. He turns 63 in March.",
		people: []person{
			{title: "Managing director", name: "Friederike Halden", influence: model.InnerCircle, role: model.RoleApprover, support: unknownSupport, coverage: model.NoCoverage},
			{title: "Head of engineering", name: "Jonas Brandt", boss: "Managing director", influence: model.PoliticalStructure, role: model.RoleDecisionMaker, support: 2, coverage: model.InDepth, ties: "tomas 4 3d"},
			{title: "Head of purchasing", name: "Katrin Busch", boss: "Managing director", influence: model.PoliticalStructure, role: model.RoleGatekeeper, support: 0, coverage: model.BriefContact},
		},
		objectives: []objective{{"Two more people who would miss us", "hand over the grid team in good order", "key players covered", "1 of 3", "3 of 3", "Tomás Rey", 100}},
		actions: []action{
			{"Ask Brandt who follows him", "Tomás Rey", 5, model.ActionOpen, 1},
			{"Yossi to write to Friederike Halden", "יוסי ברק", 12, model.ActionOpen, 1},
		},
	},
	{
		name: "Polaris Automotive", segment: "Automotive", country: "Czechia", owner: "Tomás Rey", tier: model.Key,
		importance: "44235", position: "311210", receptivity: "22", verified: "position.uniqueness=1",
		years:  []year{{3300, 2600, 480, 8800}, {3500, 2800, 520, 9000}, {3650, 2980, 570, 9100}},
		people: []person{{title: "Category buyer", name: "Karel Novák", influence: model.Outside, role: model.RoleGatekeeper, support: -1, coverage: model.MultipleContacts, ties: "tomas 2 14d"}},
	},
	{
		name: "Baltic Shipyards", segment: "Marine", country: "Poland", owner: "Tomás Rey", tier: model.Candidate,
		importance: "33433", position: "12-121", receptivity: "43",
		years: []year{{600, 410, 90, -1}, {640, 430, 90, -1}, {700, 470, 95, -1}},
	},
}
