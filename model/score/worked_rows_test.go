package score

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/score/reference"
)

// The checks of docs/worked.md, sections 1 to 6; a letter alone checks all its rows.

var unknownNumber = math.NaN()

var workedChecks map[string]func(*workedCheck)

func init() {
	workedChecks = map[string]func(*workedCheck){
		"A": attentionRow, "H": healthRow, "T": tieRow, "Z": zipperRow, "V": valueRow, "X": exchangeRow, "P": provisionalRow,
		"L": buyerRow, "C": periodRow, "K": trapRow, "D": lossRow, "E": executionRow, "G": gainRow, "O": orderRow,
		"R1": ruleStage, "R2": ruleStage, "R3": ruleLifetime, "R4": ruleYear, "R5": ruleRate, "R6": ruleGroups, "R7": ruleArchived,
		"R8": ruleGap, "R9": ruleExploratory, "R10": ruleConversion, "R11": ruleFifth, "R12": rulePeriods, "R13": rulePlan, "R14": ruleConcentration,
	}
}

// fullyRated answers all factors of an instrument with 5 or 0, so that the weights 41, 29, 20 and 10 come to a score.
func fullyRated(a *model.Account, instrument string, score float64) {
	digits := map[float64]string{0: "00000", 20: "00500", 41: "50000", 70: "55000", 90: "55500", 100: "55550"}[score]
	if instrument == "position" {
		digits += "0"
	}
	rate(a, instrument, digits)
}

// attentionAccounts have the importance, position and health of the rows A1 to A6: health
// is put together from a value of 60, growth, insights and alignment.
func attentionAccounts(x *workedCheck) (out []*model.Account) {
	last := map[string]float64{"A1": 824, "A2": 800, "A4": 800, "A6": 920} // commercial 6, 0, 0 and 30
	confirmed := map[string]int{"A1": 1, "A4": 3}                          // 20 points each
	for _, id := range []string{"A1", "A2", "A3", "A4", "A5", "A6"} {
		row, a := x.row(id), named(id)
		if i := numberIn(row.cells["importance"]); !math.IsNaN(i) {
			fullyRated(a, "importance", i)
		}
		if id == "A6" {
			rate(a, "position", "1-----") // 20, known for 41 of 100
		} else {
			fullyRated(a, "position", numberIn(row.cells["position"]))
		}
		if last[id] > 0 {
			addYear(a, 2024, 1000)
			addYear(a, 2025, last[id])
			valueLines(a, x.row("V4").cells["lines"])
			a.Insights = []model.Insight{{ID: "o", Kind: model.Obstacle, Text: "x"}}
		}
		for k := range confirmed[id] {
			kind := []model.InsightKind{model.Goal, model.Pressure, model.KPI}[k]
			a.Insights = append(a.Insights, model.Insight{ID: model.InsightID(fmt.Sprint(k)), Kind: kind, Text: "x", Confirmed: true, Date: worked})
		}
		switch id {
		case "A4":
			rate(a, "alignment", "22222222")
		case "A5":
			a.Tier = model.Strategic
		case "A6":
			rate(a, "alignment", "00000000")
		}
		out = append(out, a)
	}
	return out
}

func attentionRow(x *workedCheck) {
	pack := weighing(weighing(model.DefaultPack(), "importance", 41, 29, 20, 10, 0), "position", 41, 29, 20, 10, 0, 0)
	k := x.under(withPack(pack), attentionAccounts(x)...)
	id := model.AccountID(x.id)
	i, p, h := numberIn(x.cells["importance"]), numberIn(x.cells["position"]), numberIn(x.cells["H"])
	half := h
	if math.IsNaN(h) {
		half = 50
	}
	k.figure(id, "importance", i)
	k.figure(id, "position", p)
	k.figure(id, "provisional", map[string]float64{"no": 0, "yes": 1}[x.cells["provisional"]])
	k.figure(id, "H", h)
	k.figure(id, "attention", i*(100-half)/100)
	x.both("balance", modelPart(k.s, id, 2), k.r.Accounts[id].Part(2).Score, 100-math.Max(0, i-p))
	x.printed("balance", k.r.Accounts[id].Part(2).Score)
	x.printed("attention", k.r.Accounts[id].Figures["attention"])
	want := regexp.MustCompile(`A\d`).FindAllString(x.title, -1)
	var got []string
	for _, i := range k.s.Order {
		got = append(got, string(k.p.Accounts()[i].ID))
	}
	place := fmt.Sprint(slices.Index(want, x.id))
	x.words("place", fmt.Sprint(slices.Index(got, x.id)), fmt.Sprint(slices.Index(k.r.Order, id)), place)
}

func healthRow(x *workedCheck) {
	var parts [7]reference.Part
	for i, name := range reference.PartNames {
		cell := x.cells[name]
		parts[i] = reference.Part{Score: numberIn(cell), Own: 0}
		if _, own, ok := strings.Cut(cell, "("); ok {
			parts[i].Own = numberIn(own)
		}
	}
	h, _, confidence := reference.Health(parts)
	x.printed("H", h)
	x.printed("confidence", confidence)
	got, sure := modelHealth(parts)
	x.both("H", got, h, h)
	x.both("confidence", sure, confidence, confidence)
	tier := map[string]model.Tier{"H5": model.Strategic, "H6": model.Candidate, "H7": model.Key, "H8": model.Candidate}
	t, whole := tier[x.id]
	if !whole {
		return
	}
	a := named(x.id)
	if a.Tier = t; x.id == "H7" || x.id == "H8" {
		rate(a, "importance", "54–32")
		rate(a, "position", "231240")
	}
	k := x.under(model.NewProgramme(), a)
	k.figure(a.ID, "H", h)
	k.figure(a.ID, "confidence of H", confidence)
	for i, p := range parts {
		x.both(reference.PartNames[i], modelPart(k.s, a.ID, i), k.r.Accounts[a.ID].Part(i).Score, p.Score)
	}
	if x.id == "H7" {
		k.figure(a.ID, "attention", 70*(100-710.0/75)/100)
	} else if x.id == "H8" {
		k.figure(a.ID, "attention", 35)
	}
}

func tieRow(x *workedCheck) {
	tie := model.Tie{Cadence: int(zeroOf(numberIn(x.cells["cadence"]))), Level: model.TieLevel(zeroOf(numberIn(x.cells["level"])))}
	days := numberIn(x.cells["days since contact"])
	if !math.IsNaN(days) {
		tie.LastContact = worked.AddDays(-int(days))
	}
	executive := strings.HasPrefix(x.cells["steps"], "an executive")
	half := map[string]float64{"T1": 90, "T2": 180, "T3": 60, "T4": 45, "T5": 45}[x.id]
	want := float64(tie.Level) / 4 * math.Pow(0.5, days/half)
	if math.IsNaN(days) {
		want = float64(tie.Level) / 4 * 0.5
	}
	if tie.Level == 0 {
		want = 0
	}
	x.printed("strength", want)
	set := model.DefaultSettings()
	s, stale := reference.StrengthOf(tie, executive, &set, worked)
	x.both("strength", TieStrength(tie, executive, &set, worked), s, want)
	x.both("stale", TieStale(tie, &set, worked), number(stale), number(x.cells["stale"] == "yes"))
}

func zeroOf(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

// zipperRow has ties of exactly these strengths: a quarter is a vendor met today, and the
// half-lives are such that a trusted advisor met 100 days ago is one of 0.1, 0.29 or 0.3;
// what is above 0.3 is at 1, which is all the same.
func zipperRow(x *workedCheck) {
	a := named("Z")
	a.Tier = model.Key
	pack := setting(model.DefaultPack(), "executive_half_life", 100/math.Log2(10))
	g := withPack(pack)
	functions := map[string][2]model.Function{
		"tier key: C-level": {model.CLevel, model.CLevel}, "sales–procurement": {model.Sales, model.Procurement},
		"operations": {model.Operations, model.Operations}, "others": {model.Marketing, model.Marketing},
	}
	best := map[string]float64{}
	for column, pair := range functions {
		cell := strings.TrimPrefix(x.cells[column], "marketing ")
		for i, each := range strings.Split(cell, ",") {
			v := numberIn(strings.TrimSpace(each))
			if math.IsNaN(v) {
				continue
			}
			best[column] = math.Max(best[column], v)
			who := model.PersonID(fmt.Sprint(column, i))
			tie := model.Tie{ID: model.TieID(who), Ours: model.MemberID(column), Theirs: who, Level: model.TrustedAdvisor, LastContact: worked}
			switch {
			case v == 0.25:
				tie.Level = model.Vendor
			case v < 0.9:
				tie.LastContact = worked.AddDays(-100)
				if pair[0] == model.Sales {
					g.Pack = setting(g.Pack, "tie_half_life", 100/math.Log2(1/v))
				}
			}
			a.Persons = append(a.Persons, model.Person{ID: who, Name: string(who)})
			a.Seats = append(a.Seats, model.Seat{ID: model.SeatID(who), Title: "x", Function: pair[1], Person: who})
			a.Ties = append(a.Ties, tie)
		}
		g.Team = append(g.Team, model.Member{ID: model.MemberID(column), Name: column, Function: pair[0]})
	}
	want := 0.0
	for _, column := range []string{"tier key: C-level", "sales–procurement", "operations"} {
		want += 100 * math.Min(1, best[column]/0.3) / 3
	}
	x.printed("zipper", want)
	x.under(g, a).figure("Z", "zipper", want)
}

func valueRow(x *workedCheck) {
	a := named("V")
	cell := x.cells["lines"]
	if strings.HasPrefix(cell, "the same") {
		a.Tier, cell = model.Strategic, x.row("V6").cells["lines"]
	}
	valueLines(a, cell)
	type steps struct{ verified, beyond, fresh float64 }
	want := map[string]steps{
		"V1": {30000.0 / 50000, 40000.0 / 50000, 0.5}, "V2": {35000.0 / 40000, 30000.0 / 60000, 0.5}, "V3": {unknownNumber, unknownNumber, 0.5},
		"V4": {0, 1, 1}, "V5": {0.25, 50000.0 / 75000, 0.25}, "V6": {unknownNumber, unknownNumber, unknownNumber},
		"V7": {unknownNumber, unknownNumber, unknownNumber}, "V8": {0, 1, 0},
	}[x.id]
	sum, sure := 0.0, 0.0
	for _, p := range [][2]float64{{0.4, want.verified}, {0.3, want.beyond}, {0.3, want.fresh}} {
		if !math.IsNaN(p[1]) {
			sum, sure = sum+100*p[0]*p[1], sure+p[0]
		}
	}
	v := sum / sure
	if x.id == "V7" {
		v, sure = 0, 1
	}
	x.printed("V", v)
	x.printed("confidence", sure)
	k := x.under(model.NewProgramme(), a)
	k.figure("V", "verified share", want.verified)
	k.figure("V", "beyond product", want.beyond)
	k.figure("V", "freshness", want.fresh)
	k.figure("V", "V", v)
	k.figure("V", "confidence of V", sure)
}

func exchangeRow(x *workedCheck) {
	a := named("X")
	cell := func(column string) string {
		if x.cells[column] == "as X1" {
			return x.row("X1").cells[column]
		}
		return x.cells[column]
	}
	exchanged(a, model.ValueGiven, cell("we → them"))
	exchanged(a, model.ValueReceived, cell("them → us"))
	if c := numberIn(x.cells["contribution"]); math.IsNaN(c) {
		addYear(a, 2025, 100000)
	} else {
		addYear(a, 2025, 100000, 100000-c)
	}
	g := model.NewProgramme()
	g.Year = 2025
	k := x.under(g, a)
	k.figure("X", "given", numberIn(x.cells["given"]))
	k.figure("X", "received", numberIn(x.cells["received"]))
	want := numberIn(x.cells["given"]) / numberIn(x.cells["received"])
	if math.IsNaN(numberIn(x.cells["ratio"])) {
		want = unknownNumber
	}
	x.printed("ratio", want)
	k.figure("X", "exchange ratio", want)
	k.flag("X", "exchange_ratio", x.cells["flag"] == "yes")
}

func provisionalRow(x *workedCheck) {
	tiers := map[string]model.Tier{"maintain": model.Maintain, "key": model.Key}
	var accounts []*model.Account
	for _, id := range []string{"P1", "P2", "P3", "P4"} {
		row, a := x.row(id), named(id)
		rate(a, "importance", row.cells["importance ratings (20 each)"])
		rate(a, "position", row.cells["position ratings (20 20 15 15 15 15)"])
		a.Tier = tiers[row.cells["tier"]]
		addYear(a, 2025, 1)
		accounts = append(accounts, a)
	}
	big := named("Big") // so that the four are class C by revenue
	addYear(big, 2025, 1000)
	k, id := x.under(model.NewProgramme(), append(accounts, big)...), model.AccountID(x.id)
	word := func(quadrant string, provisional float64) string {
		if provisional == 1 {
			quadrant += "?"
		}
		return quadrant
	}
	want := strings.ToLower(x.cells["quadrant"])
	f := k.r.Accounts[id].Figures
	x.words("quadrant", word(wordOf(k.s.Quadrant(id)), number(modelOf(k.s, k.p.Account(id))["provisional"])), word(k.r.Accounts[id].Words["quadrant"], f["provisional"]), want)
	k.figure(id, "tier remark", number(x.cells["tier remark"] == "yes"))
	k.flag(id, "hidden_gem", id != "P1") // 100 at 40 % is none, 80 and 70 at 60 % and more are
	k.total("rated accounts with revenue", 2)
	g := model.NewProgramme()
	g.MedianCut = true
	k = x.under(g, accounts...)
	k.total("importance cut", 70)
	k.total("position cut", 41)
}
