package score

import (
	"fmt"
	"strings"
	"time"

	"accord/model"
	"accord/model/modeltest"
	"accord/model/score/reference"
)

// The checks of docs/worked.md, sections 10 to 12.

func executionRow(x *workedCheck) {
	a := named("E")
	cell := x.cells["actions: first promised day, day now, done"]
	written := cell
	if strings.HasPrefix(cell, "the same") {
		cell = x.row("E3").cells["actions: first promised day, day now, done"]
	}
	cell, _, _ = strings.Cut(cell, "; the first written")
	actions(a, cell)
	if _, day, ok := strings.Cut(written, "written down "); ok {
		a.Actions[0].Created = iso(day)
		a.Actions[1].Created = worked
	}
	want := map[string]float64{"E1": 100.0 / 3, "E2": 0, "E3": 100, "E4": unknownNumber, "E5": 50}[x.id]
	x.printed("execution", want)
	x.under(model.NewProgramme(), a).figure("E", "execution", want)
}

func gainRow(x *workedCheck) {
	ds, dh := numberIn(x.cells["ΔS"]), numberIn(x.cells["ΔH"])
	want := ds*60/100 + 80*dh/100
	x.printed("gain / effort", want/numberIn(x.cells["effort"]))
	x.both("gain", modelGain(ds, dh, 80, 40), reference.Gain(ds, dh, 80, 40), want)
	if x.id == "G3" {
		x.both("gain without knowing", modelGain(ds, dh, unknownNumber, unknownNumber), reference.Gain(ds, dh, unknownNumber, unknownNumber), 3)
	}
	var list []reference.Move
	for _, id := range []string{"G1", "G2", "G3"} {
		c := x.row(id).cells
		list = append(list, reference.Move{
			Key: id, Kind: id, Effort: numberIn(c["effort"]),
			Gain: reference.Gain(numberIn(c["ΔS"]), numberIn(c["ΔH"]), 80, 40),
		})
	}
	place := func(sorted []reference.Move) string {
		for i, m := range sorted {
			if m.Key == x.id {
				return fmt.Sprint(i + 1)
			}
		}
		return ""
	}
	x.words("place", place(modelSorted(list)), place(reference.Sorted(list)), x.cells["place"])
}

func orderRow(x *workedCheck) {
	var list []reference.Move
	for _, part := range strings.Split(x.cells["moves: kind and gain / effort"], ";") {
		words := strings.Fields(part)
		m := reference.Move{Kind: words[0], Key: words[0], Effort: 1, Gain: numberIn(words[len(words)-1]), Political: strings.Contains(part, "inner-circle")}
		if len(words) > 2 {
			m.Key += " " + strings.Trim(words[1], ",")
		}
		list = append(list, m)
	}
	said := func(sorted []reference.Move) string {
		var keys []string
		for _, m := range sorted {
			keys = append(keys, m.Key)
		}
		return strings.Join(keys, ", ")
	}
	x.words("order", said(modelSorted(list)), said(reference.Sorted(list)), x.cells["order"])
}

func ruleStage(x *workedCheck) {
	a := named("R")
	a.Tier, a.StageTarget = model.Strategic, model.Integrated
	if x.id == "R2" {
		a.Tier, a.StageTarget = model.Key, model.Exploratory
	}
	rate(a, "stage", "112213")
	addYear(a, 2025, 10)
	x.under(model.NewProgramme(), a).flag("R", "stage_off", x.cells["result"] == "flagged")
}

func ruleLifetime(x *workedCheck) {
	a := named("R")
	addYear(a, 2025, 100, 0)
	retained(a, 0.9)
	x.under(model.NewProgramme(), a).figure("R", "lifetime value", 100*0.9/(1+0.1-0.9))
}

func ruleYear(x *workedCheck) {
	g := model.NewProgramme()
	g.YearStarts = time.July
	for day, want := range map[string]float64{"2026-06-30": 2026, "2026-07-01": 2027} {
		x.both(day, model.FiscalYear(iso(day), g.YearStarts), float64(reference.YearOf(iso(day), g)), want)
	}
}

func ruleRate(x *workedCheck) {
	a := named("R")
	a.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(100, "EUR")}}
	addDeal(a, "2025-05-01", 80)
	g := model.NewProgramme()
	g.Year = 2025
	x.under(g, a).figure("R", "revenue", unknownNumber)
}

func treesOf(elm bool) []*model.Account {
	ash, north, e, fir := earned("Ash", 30), earned("Ash North", 30), earned("Elm", 25), earned("Fir", 15)
	north.Parent, e.Archived = ash.ID, elm
	return []*model.Account{ash, north, e, fir}
}

func ruleGroups(x *workedCheck) {
	k := x.under(model.NewProgramme(), treesOf(false)...)
	k.total("CR1", 0.30)
	k.total("HHI", 0.265)
	k.total("CR1 per group", 0.60)
	k.total("HHI per group", 0.445)
}

func ruleArchived(x *workedCheck) {
	x.under(model.NewProgramme(), treesOf(true)...).total("total revenue", numberIn(x.cells["result"]))
}

func ruleGap(x *workedCheck) {
	a, g := named("R"), model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "M"}}
	for i, t := range []struct {
		influence   model.Influence
		now, target model.TieLevel
	}{{model.InnerCircle, 1, 3}, {model.PoliticalStructure, 0, 4}, {model.Outside, 3, 2}} {
		who := model.PersonID(fmt.Sprint("p", i))
		a.Persons = append(a.Persons, model.Person{ID: who, Name: "P"})
		a.Seats = append(a.Seats, model.Seat{ID: model.SeatID(who), Title: "x", Person: who, Influence: t.influence})
		a.Ties = append(a.Ties, model.Tie{ID: model.TieID(who), Ours: "m", Theirs: who, Level: t.now, Target: t.target})
	}
	x.under(g, a).figure("R", "level gap", numberIn(x.cells["result"]))
}

func ruleExploratory(x *workedCheck) {
	never, once := named("Never"), named("Once")
	addYear(never, 2024, 0)
	addYear(never, 2025, 0)
	addYear(once, 2024, 100)
	addYear(once, 2025, 0)
	g := model.NewProgramme()
	g.Year = 2025
	k := x.under(g, never, once)
	x.words("stage", k.s.Standing("Never").Stage.String(), k.r.Accounts["Never"].Words["stage"], "exploratory")
	x.words("stage", k.s.Standing("Once").Stage.String(), k.r.Accounts["Once"].Words["stage"], "")
}

func ruleConversion(x *workedCheck) {
	g := model.NewProgramme()
	g.Rates = []model.Rate{{Currency: "EUR", Year: 2025, Value: 0.25}}
	for amount, want := range map[float64]float64{10.50: 2.63, -10.50: -2.63} {
		m := model.NewMoney(amount, "EUR")
		x.both(m.String(), model.Amount(m, g, 2025), reference.Converted(m, g, 2025), want)
	}
}

func ruleFifth(x *workedCheck) {
	for top, alarm := range map[float64]float64{65: 0, 64: 1} {
		var accounts []*model.Account
		for i := range 10 {
			v := 100 - top
			if i < 2 {
				v = top / 2 * 8
			}
			accounts = append(accounts, earned(fmt.Sprint("T", i), v))
		}
		x.under(model.NewProgramme(), accounts...).total("alarm 80:20", alarm)
	}
}

func rulePeriods(x *workedCheck) {
	g := model.NewProgramme()
	g.Year = 2025
	for first, want := range map[int]bool{2024: true, 2025: false} {
		a := named("R")
		addYear(a, first, 10)
		addYear(a, first+1, 10)
		k := x.under(g, a)
		x.both("check 4", k.s.Standing("R").CheckMet(3), number(k.r.Accounts["R"].Checks[3]), number(want))
	}
}

func rulePlan(x *workedCheck) {
	for i, want := range []float64{0, unknownNumber, 10} {
		a := named("R")
		a.Charter = "To be the first they ask." // with an objective that has an action: two checks, 10 %
		a.Objectives = []model.Objective{{ID: "o", Text: "x"}}
		if i == 0 {
			a.Tier = model.Strategic
		}
		if i == 2 {
			a.Actions = []model.Action{{ID: "x", Text: "x", Objective: "o"}}
		}
		k := x.under(model.NewProgramme(), a)
		x.both("plan in health", modelPart(k.s, "R", 6), k.r.Accounts["R"].Part(6).Score, want)
	}
}

func ruleConcentration(x *workedCheck) {
	var accounts []*model.Account
	for i := range 10 {
		a := modeltest.Earning(fmt.Sprint("T", i), 10, 0)
		if 1 <= i && i <= 3 {
			a.Parent = "T0"
		}
		accounts = append(accounts, a)
	}
	k := x.under(model.NewProgramme(), accounts...)
	k.total("CR1", 0.1)
	k.total("CR1 per group", 0.4)
	k.total("alarm concentration", 1)
}
