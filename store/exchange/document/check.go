package document

import (
	"reflect"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// broken is the error for a document whose parts do not fit together.
func broken(a *model.Account, format string) error {
	return cells.Refuse(
		words.T("document.account", cells.Quote(a.Name)),
		words.T("document.document-changed-by-hand-or"),
		format,
	)
}

// checkProgramme refuses settings that nothing could be computed with.
func checkProgramme(g *model.Programme) error {
	if !g.Currency.Valid() {
		return cells.Refuse(
			"programme",
			words.T("document.write-code-such-as-eur"),
			words.T("document.no-currency", cells.Quote(string(g.Currency))),
		)
	}
	if g.YearStarts < 0 || g.YearStarts > 12 || g.Year != 0 && (g.Year < 1990 || g.Year > 2100) || g.Cut < 0 ||
		g.Cut > 100 {
		return cells.Refuse("programme", "", words.T("document.first-month-year-year-figures"))
	}
	for _, o := range g.Offerings {
		if strings.TrimSpace(o.Name) == "" || o.Price.Known() && !o.Price.Currency.Valid() ||
			o.Price.Minor > cells.MaxMinor ||
			o.Price.Minor < 0 ||
			!o.Price.Known() && o.Price.Minor != 0 {
			return cells.Refuse("programme", "", words.T("document.offering-no-name-or-price", cells.Quote(o.Name)))
		}
	}
	ids := map[model.MemberID]bool{}
	for _, m := range g.Team {
		if !usableID(string(m.ID)) || ids[m.ID] || m.Function > model.OtherFunction {
			return cells.Refuse("programme", "", words.T("document.member-team-unusable-id-or", cells.Quote(m.Name)))
		}
		ids[m.ID] = true
	}
	return nil
}

// usableID reports whether an id can be a key: short, and nothing but letters,
// digits and the signs that people put into such.
func usableID(id string) bool {
	if id == "" || len(id) > 64 {
		return false
	}
	return strings.Trim(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == ""
}

// checkAccount refuses an account with values outside their range or references
// that lead nowhere, because everything else takes them on trust.
func checkAccount(a *model.Account) error {
	if !usableID(string(a.ID)) || strings.TrimSpace(a.Name) == "" {
		return broken(a, words.T("document.no-usable-id-or-no"))
	}
	if a.Tier > model.Neglected {
		return broken(a, words.T("document.tier-none"))
	}
	if err := checkFigures(a); err != nil {
		return err
	}
	if err := checkPeople(a); err != nil {
		return err
	}
	return checkPlan(a)
}

func checkFigures(a *model.Account) error {
	money := []model.Money{a.Turnover}
	seen := map[[2]int]bool{}
	for i := range a.Years {
		y := &a.Years[i]
		key := [2]int{y.Year, int(y.Kind)}
		if y.Year < 1 || y.Year > 9999 || y.Kind > model.Forecast || seen[key] {
			return broken(a, words.T("document.figures-name-year-none-or", y.Year))
		}
		seen[key] = true
		money = append(money, y.Revenue, y.CostOfSales, y.CostToServe, y.Wallet)
	}
	keys := make(map[string]bool, len(a.Transactions))
	for i := range a.Transactions {
		t := &a.Transactions[i]
		if t.Key == "" || keys[t.Key] || !t.Amount.Known() {
			return broken(a, words.T("document.transaction-no-key-no-amount", cells.Quote(t.Key)))
		}
		keys[t.Key] = true
		money = append(money, t.Amount)
	}
	for _, m := range money {
		if m.Known() && !m.Currency.Valid() || m.Minor > cells.MaxMinor || m.Minor < -cells.MaxMinor ||
			!m.Known() && m.Minor != 0 {
			return broken(a, words.T("document.amount-none", m.Minor, cells.Quote(string(m.Currency))))
		}
	}
	return nil
}

func checkPeople(a *model.Account) error {
	ids := map[string]bool{}
	for i := range a.Persons {
		p := &a.Persons[i]
		if !usableID(string(p.ID)) || ids["p"+string(p.ID)] || p.Coverage > model.InDepth ||
			p.Adaptability > model.Innovator ||
			p.Orientation > model.OrientationBusiness ||
			p.Support.Known && (p.Support.V < -2 || p.Support.V > 2) {
			return broken(a, words.T("document.person-unusable-id-or-value", cells.Quote(p.Name)))
		}
		ids["p"+string(p.ID)] = true
	}
	for i := range a.Seats {
		s := &a.Seats[i]
		if !usableID(string(s.ID)) || ids["s"+string(s.ID)] || s.Function > model.OtherFunction ||
			s.Influence > model.InnerCircle ||
			s.Role > model.RoleLegal {
			return broken(a, words.T("document.seat-unusable-id-or-value", cells.Quote(s.Title)))
		}
		ids["s"+string(s.ID)] = true
	}
	for i := range a.Seats {
		s := &a.Seats[i]
		if s.Person != "" && !ids["p"+string(s.Person)] || s.ReportsTo != "" && !ids["s"+string(s.ReportsTo)] {
			return broken(a, words.T("document.seat-refers-somebody-who-not", cells.Quote(s.Title)))
		}
	}
	if err := checkReporting(a); err != nil {
		return err
	}
	return checkTies(a, ids)
}

// checkReporting refuses seats that report to themselves in the end.
func checkReporting(a *model.Account) error {
	up := make(map[model.SeatID]model.SeatID, len(a.Seats))
	for i := range a.Seats {
		up[a.Seats[i].ID] = a.Seats[i].ReportsTo
	}
	if at, round := circle(up); round {
		return broken(a, words.T("document.somebody-reports-themselves-end-seat", cells.Quote(string(at))))
	}
	return nil
}

// circle finds a key from which the way up comes back on itself.
func circle[K ~string](up map[K]K) (K, bool) {
	done := make(map[K]int, len(up))
	walk := 0
	for start := range up {
		walk++
		for at := start; at != ""; at = up[at] {
			if done[at] == walk {
				return at, true
			}
			if done[at] != 0 {
				break
			}
			done[at] = walk
		}
	}
	return "", false
}

func checkTies(a *model.Account, ids map[string]bool) error {
	seen := map[string]bool{}
	for _, t := range a.Ties {
		if !usableID(string(t.ID)) || seen[string(t.ID)] || !ids["p"+string(t.Theirs)] || t.Level > model.TrustedAdvisor ||
			t.Target > model.TrustedAdvisor {
			return broken(a, words.T("document.tie-unusable-id-or-refers"))
		}
		seen[string(t.ID)] = true
	}
	for _, e := range a.Edges {
		if !usableID(string(e.ID)) || seen[string(e.ID)] || !ids["p"+string(e.From)] || !ids["p"+string(e.To)] ||
			e.Kind > model.Conflict {
			return broken(a, words.T("document.relation-unusable-id-or-refers"))
		}
		seen[string(e.ID)] = true
	}
	return nil
}

func checkPlan(a *model.Account) error {
	seen := map[string]bool{}
	for i := range a.Objectives {
		o := &a.Objectives[i]
		if !usableID(string(o.ID)) || seen[string(o.ID)] || o.Status > model.ObjectiveDropped {
			return broken(a, words.T("document.objective-unusable-id-or-status", cells.Quote(o.Text)))
		}
		seen[string(o.ID)] = true
	}
	for i := range a.Actions {
		x := &a.Actions[i]
		if !usableID(string(x.ID)) || seen["a"+string(x.ID)] || x.Status > model.ActionDropped || x.Again > model.Yearly ||
			x.Postponed < 0 || x.Postponed > model.MaxPostponed {
			return broken(a, words.T("document.action-unusable-id-or-status", cells.Quote(x.Text)))
		}
		seen["a"+string(x.ID)] = true
	}
	return checkItems(a)
}

// checkItems checks the plan's other lists, each for its own ids.
func checkItems(a *model.Account) error {
	seen := map[string]bool{}
	bad := func(list, id string, legal bool) bool {
		key := list + id
		again := seen[key]
		seen[key] = true
		return again || !usableID(id) || !legal
	}
	for i := range a.Insights {
		if n := &a.Insights[i]; bad("insight ", string(n.ID), n.Kind <= model.DecisionProcess) {
			return broken(a, words.T("document.insight-unusable-id-or-kind", cells.Quote(n.Text)))
		}
	}
	for i := range a.Values {
		if v := &a.Values[i]; bad("value ", string(v.ID), v.Direction <= model.ValueReceived && v.Level <= model.FacilitationValue && v.Type <= model.StrategicValue && v.Status <= model.ValueVerified) {
			return broken(a, words.T("document.value-line-unusable-id-or", cells.Quote(v.Text)))
		}
	}
	for i := range a.Points {
		if p := &a.Points[i]; bad("point ", string(p.ID), p.Kind <= model.Threat && p.Side <= model.TheirSide) {
			return broken(a, words.T("document.point-unusable-id-or-kind", cells.Quote(p.Text)))
		}
	}
	for i := range a.Risks {
		if r := &a.Risks[i]; bad("risk ", string(r.ID), r.Probability >= 0 && r.Probability <= 5 && r.Impact >= 0 && r.Impact <= 5) {
			return broken(a, words.T("document.risk-unusable-id-probability-or", cells.Quote(r.Text)))
		}
	}
	for i := range a.Decisions {
		if d := &a.Decisions[i]; bad("decision ", string(d.ID), true) {
			return broken(a, words.T("document.decision-unusable-id", cells.Quote(d.Text)))
		}
	}
	for i := range a.Reviews {
		if r := &a.Reviews[i]; bad("review ", string(r.ID), true) {
			return broken(a, words.T("document.review-unusable-id", cells.Quote(r.Text)))
		}
	}
	for i := range a.Cells {
		c := &a.Cells[i]
		if bad("cell ", string(c.ID), c.Status <= model.CellLost && (!c.Probability.Known || c.Probability.V >= 0 && c.Probability.V <= 1)) {
			return broken(a, words.T("document.cell-whitespace-grid-unusable-id", cells.Quote(c.Offering)))
		}
	}
	if a.StageTarget > model.Integrated {
		return broken(a, words.T("document.stage-aimed-at-none"))
	}
	return nil
}

// checkParents refuses parents that are not there, and circles of them.
func checkParents(accounts []*model.Account) error {
	up := make(map[model.AccountID]model.AccountID, len(accounts))
	for _, a := range accounts {
		up[a.ID] = a.Parent
	}
	for _, a := range accounts {
		if _, there := up[a.Parent]; a.Parent != "" && !there {
			return broken(a, words.T("document.parent-account-not-document"))
		}
	}
	if at, round := circle(up); round {
		return cells.Refuse(
			"portfolio",
			words.T("document.mend-parents-document"),
			words.T("document.account-own-parent-end", cells.Quote(string(at))),
		)
	}
	return nil
}

// cleanValue takes control characters out of every text in v, which points to a
// freshly read value. Line breaks and tabs stay; clean text stays as it is.
func cleanValue(v any) { cleanReflect(reflect.ValueOf(v)) }

func cleanReflect(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			cleanReflect(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				cleanReflect(f)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			cleanReflect(v.Index(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			cell := reflect.New(v.Type().Elem()).Elem()
			cell.Set(v.MapIndex(k))
			cleanReflect(cell)
			key := reflect.New(v.Type().Key()).Elem()
			key.Set(k)
			cleanReflect(key)
			v.SetMapIndex(k, reflect.Value{})
			v.SetMapIndex(key, cell)
		}
	case reflect.String:
		if s := v.String(); !cells.Plain(s) {
			v.SetString(model.Clean(s))
		}
	}
}
