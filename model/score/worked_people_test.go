package score

import (
	"math"
	"strings"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// The worked values of the second edition for people, value, plan and health.

// workedDay is the day of all of them.
var workedDay = model.NewDate(2026, 11, 30)

func rowSays(t *testing.T, where string, got, want model.Num) {
	t.Helper()
	if got.Known != want.Known || got.Known && !modeltest.Close9(got.V, want.V) {
		t.Errorf("%s is %v, want %v", where, got, want)
	}
}

// num reads a number of a table, – for unknown.
func num(t *testing.T, s string) model.Num { t.Helper(); return docNumber(t, s) }

// TestWorkedAttention holds A1 to A6: attention, balance and the list's order.
func TestWorkedAttention(t *testing.T) {
	rows := []struct {
		importance, position, h string
		provisional             bool
		balance, attention      string
	}{
		{"70", "41", "40", false, "71", "42"}, {"41", "70", "40", false, "100", "24.6"}, {"70", "41", "–", false, "71", "35"},
		{"–", "41", "40", false, "–", "–"}, {"100", "0", "0", false, "0", "100"}, {"90", "20", "30", true, "30", "63"},
	}
	s := &Scores{}
	var accounts []*model.Account
	for i, r := range rows {
		name := "A" + string(rune('1'+i))
		accounts = append(accounts, &model.Account{ID: model.AccountID(name), Name: name})
		j := &Judged{Importance: InstrumentScore{Score: num(t, r.importance)}, Position: InstrumentScore{Score: num(t, r.position)}}
		j.Asymmetry = difference(j.Importance.Score, j.Position.Score)
		j.Strategic, j.StrategicConfidence = model.Num{Known: j.Asymmetry.Known}, 1
		j.Provisional = r.provisional
		st := &Standing{Health: num(t, r.h)}
		st.Attention = attention(j.Importance.Score, st.Health)
		rowSays(t, name+": attention", st.Attention, num(t, r.attention))
		rowSays(t, name+": balance", balanceOf(j.Asymmetry), num(t, r.balance))
		s.local, s.standing = append(s.local, &Local{Judged: j}), append(s.standing, st)
	}
	s.portfolio = modeltest.PortfolioOf(t, accounts...)
	var order []string
	for _, i := range s.sorted(placeOf) {
		order = append(order, accounts[i].Name)
	}
	if got := strings.Join(order, " "); got != "A5 A1 A2 A4 A6 A3" {
		t.Errorf("the list stands %s", got)
	}
}

// TestWorkedAbsences holds H5 to H8: what is missing counts for some tiers alone.
func TestWorkedAbsences(t *testing.T) {
	rated := map[string]string{"importance": "54-32", "position": "231240"}
	for name, c := range map[string]struct {
		tier                     model.Tier
		ratings                  map[string]string
		h, confidence, attention string
	}{
		"H5": {model.Strategic, nil, "0", "65", "–"}, "H6": {model.Candidate, nil, "–", "0", "–"},
		"H7": {model.Key, rated, "9.466666666666667", "73", "63.373333333333335"}, "H8": {model.Candidate, rated, "–", "8", "35"},
	} {
		a := modeltest.Rated("a", c.ratings)
		a.Tier = c.tier
		st := Of(modeltest.PortfolioOf(t, a), workedDay).Standing("a")
		rowSays(t, name, st.Health, num(t, c.h))
		rowSays(t, name+": confidence", model.Some(100*st.HealthConfidence), num(t, c.confidence))
		rowSays(t, name+": attention", st.Attention, num(t, c.attention))
	}
}

// workedLines are lines of the scorecard: status level money start, and what else they say.
func workedLines(t *testing.T, text string, direction model.ValueDirection) (out []model.ValueLine) {
	t.Helper()
	for _, w := range docItems(text) {
		v := model.ValueLine{
			Direction: direction,
			Status:    docChoice(t, model.ValueStands, strings.ReplaceAll(w[0], "_", " ")),
			Level:     docChoice(t, model.ValueLevels, w[1]),
			Start:     docDate(t, w[3]),
			Recurring: len(w) > 4,
		}
		if n := num(t, w[2]); n.Known {
			v.Money = model.NewMoney(n.V, "USD")
		}
		out = append(out, v)
	}
	return out
}

// TestWorkedValue holds V1 to V8.
func TestWorkedValue(t *testing.T) {
	for name, c := range map[string]struct {
		tier                                       model.Tier
		lines                                      string
		verified, beyond, fresh, value, confidence string
	}{
		"V1": {0, "agreed process 40000 –; in_delivery product 20000 2025-11-30; customer-verified facilitation 30000 2024-11-30", "0.6", "0.8", "0.5", "63", "100"},
		"V2": {0, "realised process 10000 2024-11-30; customer-verified product 30000 2023-12-01; customer-verified facilitation – 2025-11-30; agreed process 80000 2027-03-01", "0.875", "0.5", "0.5", "65", "100"},
		"V3": {0, "realised process – 2025-11-30", "–", "–", "0.5", "50", "30"},
		"V4": {0, "in_delivery process 50000 2026-11-30", "0", "1", "1", "60", "100"},
		"V5": {0, "in_delivery product 50000 2027-02-01; realised process 50000 2024-11-30", "0.25", "0.6666666666666666", "0.25", "37.5", "100"},
		"V6": {0, "hypothesis process 90000 2026-01-01", "–", "–", "–", "–", "0"},
		"V7": {model.Strategic, "hypothesis process 90000 2026-01-01", "–", "–", "–", "0", "100"},
		"V8": {0, "agreed process 40000 –", "0", "1", "0", "30", "100"},
	} {
		a := &model.Account{ID: "a", Tier: c.tier, Values: workedLines(t, c.lines, model.ValueGiven)}
		v := ScoreValue(a, model.NewProgramme(), workedDay, Period{Year: 2025}, model.Num{})
		for i, x := range [][2]model.Num{{v.VerifiedShare, num(t, c.verified)}, {v.BeyondProduct, num(t, c.beyond)},
			{v.Freshness, num(t, c.fresh)}, {v.Score, num(t, c.value)}, {model.Some(100 * v.Confidence), num(t, c.confidence)}} {
			rowSays(t, name+[]string{" verified", " beyond", " fresh", " V", " confidence"}[i], x[0], x[1])
		}
	}
}

// TestWorkedExchange holds X1 to X6, with the flag.
func TestWorkedExchange(t *testing.T) {
	const usual = "realised product 24000 2025-07-01 yearly; customer-verified product 8000 2025-03-01; in_delivery product 50000 2025-05-01"
	const back = "realised product 10000 2025-02-01"
	for name, c := range map[string]struct {
		given, back                    string
		contribution, gave, got, ratio string
		flag                           bool
	}{
		"X1": {usual, back, "40000", "20000", "50000", "0.4", true},
		"X2": {usual, back, "–", "20000", "–", "–", false},
		"X3": {usual, back, "-10000", "20000", "0", "–", false},
		"X4": {"in_delivery product 50000 2025-05-01", "", "40000", "0", "40000", "–", false},
		"X5": {usual, back, "10000", "20000", "20000", "1", false},
		"X6": {"realised product 100 2025-12-01 yearly", "", "50", "8.33", "50", "0.1666", true},
	} {
		a := &model.Account{ID: "a", Name: "a", Values: append(workedLines(t, c.given, model.ValueGiven), workedLines(t, c.back, model.ValueReceived)...)}
		if n := num(t, c.contribution); n.Known {
			a.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(n.V, "USD"), CostOfSales: model.NewMoney(0, "USD")}}
		}
		s := OfPeriod(modeltest.PortfolioOf(t, a), workedDay, Period{Year: 2025})
		v := s.Local("a").Value
		rowSays(t, name+" given", v.Given, num(t, c.gave))
		rowSays(t, name+" received", v.Received, num(t, c.got))
		rowSays(t, name+" ratio", v.Ratio, num(t, c.ratio))
		if got := s.Standing("a").Flags.Has(ExchangeOff); got != c.flag {
			t.Errorf("%s flagged: %v", name, got)
		}
	}
}

// TestWorkedTies holds T1 to T7.
func TestWorkedTies(t *testing.T) {
	for name, c := range map[string]struct {
		level         model.TieLevel
		cadence, days int // days −1: no date
		executive     bool
		strength      float64
		stale         bool
	}{
		"T1": {4, 730, 300, false, math.Pow(0.5, 300.0/90), false}, "T2": {4, 730, 300, true, math.Pow(0.5, 300.0/180), false},
		"T3": {2, 60, 61, false, math.Pow(0.5, 61.0/60) / 2, true}, "T4": {3, 0, 90, false, 0.1875, false},
		"T5": {3, 0, 91, false, 0.75 * math.Pow(0.5, 91.0/45), true}, "T6": {4, 730, -1, false, 0.5, true}, "T7": {0, 60, 200, false, 0, false},
	} {
		tie := model.Tie{Level: c.level, Cadence: c.cadence}
		if c.days >= 0 {
			tie.LastContact = workedDay.AddDays(-c.days)
		}
		set := model.NewProgramme().Settings()
		rowSays(t, name, model.Some(TieStrength(tie, c.executive, set, workedDay)), model.Some(c.strength))
		if TieStale(tie, set, workedDay) != c.stale {
			t.Errorf("%s stale: %v", name, !c.stale)
		}
	}
}

// TestWorkedZipper holds Z1 to Z3: ties of a key account by function and strength, which an
// undated tie of a level and a half-life cannot have, so the balance is made directly.
func TestWorkedZipper(t *testing.T) {
	c, sp := [2]model.Function{model.CLevel, model.CLevel}, [2]model.Function{model.Sales, model.Procurement}
	op, mk := [2]model.Function{model.Operations, model.Operations}, [2]model.Function{model.Marketing, model.Marketing}
	for name, row := range map[string]struct {
		joined map[[2]model.Function]float64
		want   float64
	}{
		"Z1": {map[[2]model.Function]float64{c: 0.25, sp: 0.3, op: 0.9}, 100 * (0.25/0.3 + 1 + 1) / 3},
		"Z2": {map[[2]model.Function]float64{c: 0.1, sp: 0.25, mk: 0.9}, 100 * (0.1/0.3 + 0.25/0.3) / 3},
		"Z3": {map[[2]model.Function]float64{sp: 0.29, op: 0.9}, 100 * (0.29/0.3 + 1) / 3},
	} {
		var r Relationship
		r.zip(&model.Account{Tier: model.Key}, model.NewProgramme(), balance{joined: row.joined})
		rowSays(t, name, r.Zipper, model.Some(row.want))
	}
}

// TestTheBestTieOfAPairCounts is the first cell of Z1: of two C-level ties the stronger.
func TestTheBestTieOfAPairCounts(t *testing.T) {
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "M", Function: model.CLevel}}
	a := &model.Account{ID: "a", Tier: model.Key, Seats: []model.Seat{{ID: "s", Person: "p", Function: model.CLevel}, {ID: "u", Person: "q", Function: model.CLevel}},
		Persons: []model.Person{{ID: "p", Name: "P"}, {ID: "q", Name: "Q"}}, Ties: []model.Tie{{Ours: "m", Theirs: "p", Level: 1}, {Ours: "m", Theirs: "q", Level: 2}}}
	r := ScoreRelationship(a, g, workedDay)
	rowSays(t, "zipper", r.Zipper, model.Some(100*(0.25/0.3)/3))
}

// TestWorkedLevelGap holds R8.
func TestWorkedLevelGap(t *testing.T) {
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "M"}}
	a := &model.Account{ID: "a", Name: "a"}
	for i, x := range []struct {
		influence   model.Influence
		now, target model.TieLevel
	}{{model.InnerCircle, 1, 3}, {model.PoliticalStructure, 0, 4}, {model.Outside, 3, 2}} {
		p := model.PersonID(string(rune('p' + i)))
		a.Seats = append(a.Seats, model.Seat{ID: model.SeatID(p), Person: p, Influence: x.influence})
		a.Persons = append(a.Persons, model.Person{ID: p, Name: strings.ToUpper(string(p))})
		a.Ties = append(a.Ties, model.Tie{ID: model.TieID(p), Ours: "m", Theirs: p, Level: x.now, Target: x.target})
	}
	rowSays(t, "R8", ScoreRelationship(a, g, workedDay).LevelGap, model.Some(10.0))
	s := Of(modeltest.Under(t, g, a), workedDay)
	if got := s.FlagSays("a", LevelGap); got != "M with P is at level 1; the aim is 3." {
		t.Error(got)
	}
}

// TestFlagsNameWhoAndWhatWasMissed reads the sentences of one circle.
func TestFlagsNameWhoAndWhatWasMissed(t *testing.T) {
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "Dana", Function: model.CLevel}}
	a := &model.Account{ID: "a", Name: "a", Seats: []model.Seat{{ID: "s", Title: "CEO", Person: "p", Function: model.CLevel, Influence: model.InnerCircle}},
		Persons: []model.Person{{ID: "p", Name: "Levi", Support: model.Some(-1)}},
		Ties:    []model.Tie{{ID: "t", Ours: "m", Theirs: "p", Level: 1, LastContact: workedDay.AddDays(-61), Cadence: 60}}}
	s := Of(modeltest.Under(t, g, a), workedDay)
	for f, want := range map[Flag]string{
		NoSupport:    "No support for us: Levi.",
		NoCover:      "Covered by nobody: Levi.",
		NoThread:     "No thread: the strongest tie, Dana with Levi, is 0.16; a thread begins at 0.30.",
		NoCLevelPair: "No C-level pair: Dana with Levi is 0.16, below 0.30.",
		StaleTies:    "Dana and Levi: no contact for 61 days; the cadence is 60 days.",
	} {
		if got := s.FlagSays("a", f); !s.Standing("a").Flags.Has(f) || got != want {
			t.Errorf("%s: %q, want %q", f.Key(), got, want)
		}
	}
	if s.Standing("a").Flags.Has(SingleThread) {
		t.Error("no thread is called a single one")
	}
}

// TestWorkedStageFlag holds R1 and R2: the actual stage decides, whatever is aimed at.
func TestWorkedStageFlag(t *testing.T) {
	for name, c := range map[string]struct {
		tier   model.Tier
		target model.Stage
		flag   bool
	}{"R1": {model.Strategic, model.Integrated, true}, "R2": {model.Key, model.Exploratory, false}} {
		a := modeltest.Rated("a", map[string]string{"stage": "112213"})
		a.Tier, a.StageTarget = c.tier, c.target
		st := Of(modeltest.PortfolioOf(t, a), workedDay).Standing("a")
		if st.Stage != model.Basic || st.Flags.Has(StageOff) != c.flag {
			t.Errorf("%s: %s, flagged %v", name, st.Stage, st.Flags.Has(StageOff))
		}
	}
}

// TestWorkedPeriodCheck holds R12: two years of revenue, none after the period's.
func TestWorkedPeriodCheck(t *testing.T) {
	for _, c := range []struct {
		years []int
		met   bool
	}{{[]int{2024, 2025}, true}, {[]int{2025, 2026}, false}} {
		a := &model.Account{ID: "a", Name: "a"}
		for _, y := range c.years {
			a.Years = append(a.Years, model.Year{Year: y, Revenue: model.NewMoney(100, "USD")})
		}
		st := OfPeriod(modeltest.PortfolioOf(t, a), workedDay, Period{Year: 2025}).Standing("a")
		if st.CheckMet(checkPeriods) != c.met {
			t.Errorf("revenue of %v: check 4 is %v", c.years, !c.met)
		}
	}
}

// TestWorkedPlanInHealth holds R13.
func TestWorkedPlanInHealth(t *testing.T) {
	for _, c := range []struct {
		tier   model.Tier
		action bool
		want   string
	}{{model.Strategic, false, "0"}, {model.Candidate, false, "–"}, {model.Candidate, true, "10"}} {
		a := &model.Account{ID: "a", Tier: c.tier, Objectives: []model.Objective{{ID: "o"}}}
		if c.action {
			a.Actions = []model.Action{{ID: "x"}}
		}
		l := &Local{Judged: &Judged{}, Relationship: &Relationship{}, Planned: &Planned{}}
		rowSays(t, "R13", healthParts(a, l, &Standing{Plan: model.Some(10.0), PlanConfidence: 0.6})[6].value, num(t, c.want))
	}
}

// TestWorkedMoves holds G1 to G3 and O1 and O2.
func TestWorkedMoves(t *testing.T) {
	importance, h := model.Some(80.0), model.Some(40.0)
	for _, c := range []struct{ s, h, effort, gain, worth float64 }{{0, 4, 1, 3.2, 3.2}, {0, 1.2, 0.5, 0.96, 1.92}, {5, 1, 20, 3.8, 0.19}} {
		m := Move{Gain: gain(c.s, c.h, importance, h), Effort: c.effort}
		rowSays(t, "gain", model.Some(m.Gain), model.Some(c.gain))
		rowSays(t, "gain / effort", model.Some(m.Worth()), model.Some(c.worth))
	}
	rowSays(t, "both unknown", model.Some(gain(5, 1, model.Num{}, model.Num{})), model.Some(3.0))
	move := func(key string, worth float64, political bool) Move {
		return Move{Key: key, Gain: worth, Effort: 1, Political: political}
	}
	for want, all := range map[string][]Move{
		"insight:a value: tie.meet: insight:b": {move("insight:a", 2, false), move("insight:b", 1.9, false), move("value:", 1, false), move("tie.meet:", 0.5, false)},
		"cover:b cover:a value: insight:":      {move("value:", 3.2, false), move("insight:", 1.92, false), move("cover:a", 0.3, true), move("cover:b", 0.4, true)},
	} {
		var keys []string
		for _, m := range arrange(all) {
			keys = append(keys, m.Key)
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
