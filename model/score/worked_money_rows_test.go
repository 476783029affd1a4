package score

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"

	"accord/model"
)

// The checks of docs/worked.md, sections 7 to 9.

// buyers are the accounts that the introduction of section 7 tells of.
func buyers(x *workedCheck) (out []*model.Account) {
	each := regexp.MustCompile(`([A-Z][a-z]+): ((?:\d{4}-\d\d-\d\d \d+(?:, )?)+)`)
	for _, m := range each.FindAllStringSubmatch(x.intro, -1) {
		a := named(m[1])
		for _, d := range regexp.MustCompile(`(\d{4}-\d\d-\d\d) (\d+)`).FindAllStringSubmatch(m[2], -1) {
			addDeal(a, d[1], numberIn(d[2]))
		}
		out = append(out, a)
	}
	return out
}

func buyerRow(x *workedCheck) {
	accounts := buyers(x)
	if len(accounts) != 4 {
		x.t.Fatalf("%d accounts", len(accounts))
	}
	k, id := x.under(model.NewProgramme(), accounts...), model.AccountID(x.cells["account"])
	x.words("period", periodWord(k.s), k.r.Words["period"], "2025-11 to 2026-10")
	cell := x.cells["revenue in the period"]
	if _, sum, ok := strings.Cut(cell, "= "); ok {
		cell = sum
	}
	k.figure(id, "revenue", numberIn(cell))
	before, class := k.r.Before(id)
	if !close9(before, numberIn(x.cells["the 12 months before"])) || class != x.cells["class before"][:1] {
		x.t.Errorf("%s: before it was %v, class %s", x.id, before, class)
	}
	k.flag(id, "stopped_buying", strings.HasPrefix(x.cells["flag *stopped buying*"], "yes"))
	if id == "Birch" || id == "Cedar" {
		k.figure(id, "commercial", 0)
	}
	closed := map[string]float64{}
	for _, m := range regexp.MustCompile(`(20\d\d) (\d+)`).FindAllStringSubmatch(strings.Split(x.cells["closed whole years"], ":")[0], -1) {
		closed[m[1]] = numberIn(m[2])
	}
	for y := 2022; y <= 2026; y++ {
		want, ok := closed[fmt.Sprint(y)]
		if !ok {
			want = unknownNumber
		}
		x.both(fmt.Sprintf("%s in %d", id, y), modelClosed(k.s, id, y), k.r.Revenue(id, y), want)
	}
	x.both("2023 partial", modelPartial(k.s, "Alder", 2023), number(k.r.Partial("Alder", 2023)), 1)
	growth := map[string]float64{"L1": 750.0/400 - 1, "L2": 300.0/900 - 1, "L3": unknownNumber, "L4": unknownNumber}[x.id]
	k.figure(id, "CAGR", growth)
	if cell := x.cells["CAGR"]; !strings.HasPrefix(cell, "–") {
		cell = cell[strings.LastIndex(cell, "= ")+2:]
		if math.Abs(numberIn(cell)-growth) > 0.0005+1e-9 {
			x.t.Errorf("%s: %s, the steps give %v", x.id, cell, growth)
		}
	}
	if x.id == "L1" {
		buyerCosts(x)
	}
}

// buyerCosts is the paragraph below the table: what is scaled, and what is taken over.
func buyerCosts(x *workedCheck) {
	accounts := buyers(x)
	accounts[0].Years = []model.Year{{Year: 2025, CostOfSales: usd(300.01), Wallet: usd(1500)}}
	plain := named("Plain")
	addYear(plain, 2024, 70)
	addYear(plain, 2025, 90)
	k := x.under(model.NewProgramme(), append(accounts, plain)...)
	k.figure("Alder", "contribution", 359.99)
	k.figure("Alder", "wallet", 1500)
	k.figure("Alder", "share of wallet", 0.5)
	k.figure("Alder", "headroom", 750)
	k.figure("Plain", "revenue", 90)
}

// periodRow builds each case of its own.
func periodRow(x *workedCheck) {
	g := model.NewProgramme()
	one, two := named("One"), named("Two")
	several := func(prefix string, n, year int) (out []*model.Account) {
		for i := range n {
			a := named(fmt.Sprintf("%s%02d", prefix, i))
			addYear(a, year, 10)
			out = append(out, a)
		}
		return out
	}
	accounts := []*model.Account{one, two}
	switch x.id {
	case "C1", "C2", "C3":
		addDeal(one, regexp.MustCompile(`\d{4}-\d\d-\d\d`).FindString(x.cells["case"]), 10)
		addDeal(one, "2026-11-10", 10)
		if x.id == "C3" {
			g.YearStarts = time.July
		}
	case "C9", "C10":
		addDeal(one, "2025-01-02", 10)
		addDeal(one, regexp.MustCompile(`\d{4}-\d\d-\d\d`).FindString(x.cells["case"]), 10)
	case "C4", "C5", "C8":
		addYear(one, 2025, numberIn(strings.TrimPrefix(x.cells["case"], "2025 typed ")))
		addDeal(two, regexp.MustCompile(`2026-\d\d-\d\d`).FindString(x.cells["case"]), 500)
	case "C6":
		accounts = append(append(several("a", 30, 2024), several("b", 2, 2025)...), several("c", 30, 2027)...)
	case "C7":
		accounts = append(several("a", 2, 2025), several("b", 30, 2026)...)
	case "C11":
		addYear(one, 2024, 1000)
		addDeal(two, "2025-01-01", 50)
		addDeal(two, "2025-06-01", 50)
	}
	k := x.under(g, accounts...)
	if strings.HasSuffix(x.cells["result"], "partial") {
		for y := 2023; y <= 2027; y++ {
			want := strings.HasPrefix(x.cells["result"], fmt.Sprint(y))
			x.both(fmt.Sprintf("%d partial", y), modelPartial(k.s, "One", y), number(k.r.Partial("One", y)), number(want))
		}
		return
	}
	x.words("period", periodWord(k.s), k.r.Words["period"], x.cells["result"])
	if x.id == "C8" {
		k.total("figures are stale", 1)
	}
	if x.id == "C11" {
		x.both("2025 partial", modelPartial(k.s, "Two", 2025), number(k.r.Partial("Two", 2025)), 1)
	}
}

func trapRow(x *workedCheck) {
	_, list, _ := strings.Cut(x.title, "revenue ")
	contribution := amounts(x.cells["contribution"])
	var accounts []*model.Account
	total, covered := 0.0, 0.0
	revenue := amounts(strings.Split(list, ";")[0])
	for name, v := range revenue {
		a := named(name)
		if c, ok := contribution[name]; ok {
			addYear(a, 2025, v, v-c)
			covered += v
		} else {
			addYear(a, 2025, v)
		}
		total += v
		accounts = append(accounts, a)
	}
	if len(revenue) != 5 {
		x.t.Fatalf("%d accounts", len(revenue))
	}
	k := x.under(model.NewProgramme(), accounts...)
	if !close9(k.r.Covered, covered/total) {
		x.t.Errorf("%s: known for %v", x.id, k.r.Covered)
	}
	for _, m := range regexp.MustCompile(`(\w+) ([ABC])`).FindAllStringSubmatch(x.cells["classes by contribution"], -1) {
		i := k.p.Index(model.AccountID(m[1]))
		x.words("class of "+m[1], classWord(k.s.Contribution.Class[i]), k.r.Accounts[model.AccountID(m[1])].Words["class by contribution"], m[2])
	}
	for name := range revenue {
		k.flag(model.AccountID(name), "volume_trap", name == x.cells["trap"])
	}
}

func lossRow(x *workedCheck) {
	var accounts []*model.Account
	for name, c := range map[string]float64{"Ash": 80, "Elm": 40, "Fir": -20} {
		a := named(name)
		addYear(a, 2025, 100, 100-c)
		accounts = append(accounts, a)
	}
	oak := named("Oak")
	addYear(oak, 2025, 100)
	k := x.under(model.NewProgramme(), append(accounts, oak)...)
	var ids []model.AccountID
	for _, name := range strings.Split(x.cells["lost"], ", ") {
		ids = append(ids, model.AccountID(name))
	}
	got, ref := lossFigures(k.s.Lose(ids...)), k.r.Lose(ids...)
	share := map[string]float64{"D1": 80.0 / 120, "D2": 0, "D3": 80.0 / 120, "D4": 80.0 / 120}[x.id]
	x.printed("share", share)
	x.both("contribution", got["loss: contribution"], ref["contribution"], numberIn(x.cells["amount"]))
	x.both("share", got["loss: contribution share"], ref["contribution share"], share)
	if x.id == "D4" {
		x.both("known", got["loss: contribution known of"], ref["contribution known of"], 1)
	}
	if x.id == "D1" {
		low, high := named("Low"), named("High")
		addYear(low, 2025, 100, 0, 70)
		addYear(high, 2025, 100, 0, 150)
		k := x.under(model.NewProgramme(), low, high)
		x.both("headroom", lossFigures(k.s.Lose("Low", "High"))["loss: headroom"], k.r.Lose("Low", "High")["headroom"], 50)
	}
}
