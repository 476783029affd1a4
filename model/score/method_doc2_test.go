package score

import (
	"strconv"
	"strings"
	"testing"

	"accord/model"
	"accord/model/modeltest"
	"accord/model/period"
)

// compareRow compares the numbers of a documented row with what the model says.
func compareRow(t *testing.T, row []string, from int, got ...model.Num) {
	t.Helper()
	for i, g := range got {
		if want := docNumber(t, row[from+i]); !agrees(g, want) {
			t.Errorf("%s: column %d is %v, the page says %s", row[0], from+i, g, row[from+i])
		}
	}
}

func docMoney(t *testing.T, s string) model.Money {
	t.Helper()
	if n := docNumber(t, s); n.Known {
		return model.NewMoney(n.V, "USD")
	}
	return model.Money{}
}

func TestWorkedCommercials(t *testing.T) {
	for _, row := range methodTable(t, "3.", "years") {
		a := &model.Account{ID: "a", Name: "A"}
		for _, w := range docItems(row[0]) {
			year, err := strconv.Atoi(w[0])
			if err != nil {
				t.Fatal(err)
			}
			a.Years = append(a.Years, model.Year{Year: year, Revenue: docMoney(t, w[1]), CostOfSales: docMoney(t, w[2]), CostToServe: docMoney(t, w[3]), Wallet: docMoney(t, w[4])})
		}
		s := Of(modeltest.PortfolioOf(t, a), modeltest.Today)
		l, st := s.Local("a"), s.Standing("a")
		compareRow(t, row, 1, l.CAGR, l.Period.Margin, l.Period.WalletShare, st.LifetimeValue)
		var flags []string
		for _, f := range st.Flags.List() {
			flags = append(flags, f.Key())
		}
		if want := strings.TrimPrefix(row[5], "–"); strings.Join(flags, " ") != want {
			t.Errorf("%s: flags %v, the page says %q", row[0], flags, want)
		}
	}
}

func TestWorkedWhitespace(t *testing.T) {
	g := model.NewProgramme()
	for _, row := range methodTable(t, "3.", "cells") {
		a := &model.Account{ID: "a", Name: "A"}
		for _, w := range docItems(row[0]) {
			status := model.CellUnknown
			if w[2] != "unknown" {
				status = docChoice(t, model.CellStands, strings.ReplaceAll(w[2], "-", " "))
			}
			a.Cells = append(a.Cells, model.Cell{Unit: w[0], Offering: w[1], Status: status, Current: docMoney(t, w[3]), Potential: docMoney(t, w[4]), Probability: docNumber(t, w[5])})
		}
		got := model.Whitespace(a, g, 2026)
		compareRow(t, row, 1, got.Total.Penetration, model.Some(got.Total.Current), model.Some(got.Total.Gap), model.Some(got.Total.Future))
		for _, edge := range [][]model.Tally{got.ByUnit, got.ByOffering} {
			var current, gap, future float64
			applicable := 0
			for _, e := range edge {
				current, gap, future, applicable = current+e.Current, gap+e.Gap, future+e.Future, applicable+e.Applicable
			}
			if !modeltest.Close9(current, got.Total.Current) || !modeltest.Close9(gap, got.Total.Gap) || !modeltest.Close9(future, got.Total.Future) || applicable != got.Total.Applicable {
				t.Errorf("%s: the totals on an edge are not the grand total: %+v", row[0], edge)
			}
		}
	}
}

func TestWorkedRelationship(t *testing.T) {
	for _, row := range methodTable(t, "5.", "tier") {
		a := &model.Account{ID: "a", Name: "A", Tier: docChoice(t, model.Tiers, row[0])}
		g := model.NewProgramme()
		for i, w := range docItems(row[1]) {
			seat := model.Seat{ID: model.SeatID(strconv.Itoa(i + 1)), Person: model.PersonID("p" + strconv.Itoa(i+1))}
			if w[0] != "–" {
				seat.Function = docChoice(t, model.Functions, w[0])
			}
			seat.Influence = docChoice(t, model.InfluenceWords, w[1])
			p := model.Person{ID: seat.Person, Name: "P"}
			if w[2] != "–" {
				p.Coverage = docChoice(t, model.Coverages, strings.ReplaceAll(w[2], "-", " "))
			}
			if n := docNumber(t, w[3]); n.Known {
				p.Support = model.Some(int(n.V))
			}
			a.Seats, a.Persons = append(a.Seats, seat), append(a.Persons, p)
		}
		for i, w := range docItems(row[2]) {
			m := model.Member{ID: model.MemberID("m" + strconv.Itoa(i)), Function: docChoice(t, model.Functions, w[0])}
			g.Team = append(g.Team, m)
			a.Ties = append(a.Ties, model.Tie{ID: model.TieID("t" + strconv.Itoa(i)), Ours: m.ID, Theirs: model.PersonID("p" + w[1]), Level: model.TieLevel(docNumber(t, w[2]).V), LastContact: modeltest.Today.AddDays(-int(docNumber(t, w[3]).V))})
		}
		r := ScoreRelationship(a, g, modeltest.Today)
		compareRow(t, row, 3, r.Coverage, r.Support, r.BowTie, r.Zipper, r.Score)
	}
}

func TestWorkedStage(t *testing.T) {
	factors := model.DefaultPack().Instrument("stage").Factors
	for _, row := range methodTable(t, "8.", "answers") {
		a := &model.Account{ID: "a", Name: "A", Ratings: map[model.FactorKey]model.Rating{}}
		for i, w := range strings.Fields(row[0]) {
			if n := docNumber(t, w); n.Known {
				a.Ratings[factors[i].Full()] = model.Rating{Ours: model.LevelOf(int(n.V))}
			}
		}
		if m := docMoney(t, row[1]); m.Known() {
			a.Years = []model.Year{{Year: 2025, Revenue: m}}
		}
		s := Of(modeltest.PortfolioOf(t, a), modeltest.Today)
		if got := model.Dash(s.Standing("a").Stage.String()); got != row[2] {
			t.Errorf("%s: stage %s, the page says %s", row[0], got, row[2])
		}
		sum := s.Local("a").StageSum
		compareRow(t, row, 3, model.Num{V: float64(sum.V), Known: sum.Known})
	}
}

func TestWorkedPlan(t *testing.T) {
	for _, row := range methodTable(t, "8.", "actions") {
		a := &model.Account{ID: "a"}
		for _, w := range docItems(row[0]) {
			a.Actions = append(a.Actions, model.Action{Status: docChoice(t, model.ActionStands, w[0]), Due: docDate(t, w[1]), Done: docDate(t, w[2]), Created: docDate(t, w[3])})
		}
		l := &Local{Judged: new(Judged), Earned: &Earned{Earned: new(period.Earned)}, Planned: &Planned{Execution: execution(a, modeltest.Today)}}
		// ratings complete make two of the checks; the others are bits of the plan's own
		checks := int(docNumber(t, row[1]).V)
		l.Importance.Confidence, l.Position.Confidence = 1, 1
		for i := range PlanChecks() {
			if i != checkImportance && i != checkPosition && checks > 2 {
				l.checks |= 1 << i
				checks--
			}
		}
		var st Standing
		st.plan(l, Period{})
		compareRow(t, row, 2, l.Execution, st.Plan)
	}
}

// healthCells reads cells such as "60 (0.8)": a score and its own confidence.
func healthCells(t *testing.T, cells []string) (parts [len(healthRows)]part) {
	t.Helper()
	for i := range parts {
		score, own, _ := strings.Cut(strings.TrimSuffix(cells[i], ")"), " (")
		parts[i] = part{value: docNumber(t, score), weight: healthRows[i].weight}
		if parts[i].value.Known {
			parts[i].confidence = docNumber(t, own).V
		}
	}
	return parts
}

func TestWorkedHealth(t *testing.T) {
	for _, row := range methodTable(t, "9.", "relationship") {
		parts := healthCells(t, row)
		h, confidence := blend(parts[:]...)
		compareRow(t, row, 7, model.Some(100*confidence))
		if confidence < model.NewProgramme().Settings().HealthKnown-roundingError {
			h = model.Num{}
		}
		compareRow(t, row, 8, h)
	}
	for _, row := range methodTable(t, "9.", "importance") {
		compareRow(t, row, 3, balanceOf(difference(docNumber(t, row[0]), docNumber(t, row[1]))),
			attention(docNumber(t, row[0]), docNumber(t, row[2])))
	}
}

func difference(a, b model.Num) model.Num {
	return model.Num{V: a.V - b.V, Known: a.Known && b.Known}
}
