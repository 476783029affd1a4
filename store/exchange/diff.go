package exchange

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/match"
)

// finish compares every account the file touched with what it was, and makes the
// one change of all that differ.
func (r *reader) finish() error {
	var changed []*model.Account
	for i, d := range r.b.Order {
		if i%1024 == 0 && !r.t.working(2*r.t.size) {
			return ErrCancelled
		}
		switch {
		case d.Base == nil:
			r.pv.New = append(r.pv.New, r.diff(d))
		case reflect.DeepEqual(d.Base, d.Account):
			r.pv.Unchanged = append(r.pv.Unchanged, AccountDiff{ID: d.ID, Name: d.Name})
			continue
		default:
			r.pv.Changed = append(r.pv.Changed, r.diff(d))
		}
		changed = append(changed, d.Account)
	}
	r.pv.remember = r.Remember()
	r.pv.seal(r.p, changed, r.g)
	r.pv.notePeriod(r.p, changed, r.o)
	return nil
}

// seal makes the change of a preview, unless nothing would change.
func (pv *Preview) seal(p *model.Portfolio, changed []*model.Account, g *model.Programme) {
	slices.SortStableFunc(pv.Problems, func(a, b Problem) int { return a.Line - b.Line })
	if len(changed) == 0 && g == nil || len(pv.Open) > 0 {
		return
	}
	title := words.New("exchange.import-from", pv.Kind, pv.File)
	pv.Change = edit.ImportAccounts{Base: p, Accounts: changed, Programme: g, Remember: pv.remember, Title: title}
}

// diff tells what the file does to one account, in words.
func (r *reader) diff(d *match.Draft) AccountDiff {
	out := AccountDiff{ID: d.ID, Name: d.Name}
	base := d.Base
	if base == nil {
		base = &model.Account{ID: d.ID}
	}
	name := func(id model.AccountID) string {
		if a := r.b.Now(id); a != nil {
			return a.Name
		}
		return ""
	}
	if diff := r.t.lex.diff; diff != nil && d.Base != nil {
		out.Fields = diff(r.settings(), base, d.Account)
	} else {
		out.Fields = fieldDiffs(r.settings(), base, d.Account, name)
	}
	out.Fields = append(out.Fields, aliasDiffs(base, d.Account)...)
	out.Fields = append(out.Fields, revenueDiffs(r.p.Programme(), base, d.Account)...)
	out.NewTransactions, out.ChangedTransactions = compareKeyed(
		base.Transactions,
		d.Transactions,
		func(t model.Transaction) string { return t.Key },
	)
	out.NewContacts, out.ChangedContacts = contactDiffs(base, d.Account)
	return out
}

// fieldDiffs lists the facts that read differently, as history words them, and
// those that history has no word for.
func fieldDiffs(g *model.Programme, before, after *model.Account, name func(model.AccountID) string) []FieldDiff {
	var out []FieldDiff
	patch := &edit.Patch{Before: []*model.Account{before}, After: []*model.Account{after}}
	for _, e := range patch.Edits(g) {
		if e.Key == "transactions" || e.Key == "parent" || strings.HasPrefix(e.Key, "figures.") {
			continue // said in other words below
		}
		label := e.Field
		if e.Subject != "" && e.Subject != after.Name {
			label = e.Subject + ": " + label
		}
		out = append(out, FieldDiff{label, e.Before, e.After})
	}
	if before.Parent != after.Parent {
		out = append(out, FieldDiff{words.T("edit.parent-account"), name(before.Parent), name(after.Parent)})
	}
	out = append(out, yearDiffs(before, after)...)
	for _, s := range after.Sources {
		if !slices.Contains(before.Sources, s) && s.System != match.NameSystem {
			out = append(out, FieldDiff{words.T("exchange.source-id"), "", s.ID})
		}
	}
	return out
}

// aliasDiffs lists the other names that the answers to questions leave.
func aliasDiffs(before, after *model.Account) []FieldDiff {
	var out []FieldDiff
	for _, s := range after.Sources {
		if s.System == match.NameSystem && !slices.Contains(before.Sources, s) {
			out = append(out, FieldDiff{words.T("exchange.also-called"), "", s.ID})
		}
	}
	return out
}

// yearDiffs lists the figures that differ, each with its year and kind.
func yearDiffs(before, after *model.Account) []FieldDiff {
	labels := lineLabels()
	var out []FieldDiff
	add := func(y model.Year, was, is *model.Year) {
		for i, line := range edit.FigureLines() {
			label := fmt.Sprintf("%s %d", labels[i], y.Year)
			if y.Kind != model.Actual {
				label += " (" + y.Kind.String() + ")"
			}
			if b, a := lineText(was, line), lineText(is, line); b != a {
				out = append(out, FieldDiff{label, b, a})
			}
		}
	}
	for i := range after.Years {
		y := &after.Years[i]
		add(*y, before.Year(y.Year, y.Kind), y)
	}
	for i := range before.Years {
		if y := &before.Years[i]; after.Year(y.Year, y.Kind) == nil {
			add(*y, y, nil)
		}
	}
	return out
}

// lineText is one line of a year as people read it; "" is unknown.
func lineText(y *model.Year, line string) string {
	if y == nil {
		return ""
	}
	var m model.Money
	switch line {
	case "revenue":
		m = y.Revenue
	case "cost_of_sales":
		m = y.CostOfSales
	case "cost_to_serve":
		m = y.CostToServe
	case "wallet":
		m = y.Wallet
	case "capacity_share":
		if y.CapacityShare.Known {
			return cells.PlainNum(model.Some(y.CapacityShare.V*100)) + " %"
		}
	case "through":
		return y.Through.String()
	}
	if !m.Known() {
		return ""
	}
	return m.String()
}

// revenueDiffs gives the imported revenue of each year before and after.
func revenueDiffs(g *model.Programme, before, after *model.Account) []FieldDiff {
	was, is := imported(g, before), imported(g, after)
	var years []int
	for y := range is {
		years = append(years, y)
	}
	for y := range was {
		if _, both := is[y]; !both {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	var out []FieldDiff
	for _, y := range years {
		if was[y] == is[y] {
			continue
		}
		label := words.T("exchange.imported-revenue", y)
		if typed := after.Year(y, model.Actual); typed != nil && typed.Revenue.Known() {
			label = words.T("exchange.typed-by-hand-counts-instead", y, typed.Revenue.String())
		}
		d := FieldDiff{Label: label}
		if m, ok := was[y]; ok {
			d.Before = model.Money{Minor: m, Currency: g.Currency}.String()
		}
		if m, ok := is[y]; ok {
			d.After = model.Money{Minor: m, Currency: g.Currency}.String()
		}
		out = append(out, d)
	}
	return out
}

// imported sums an account's transactions by year, in the reporting currency.
func imported(g *model.Programme, a *model.Account) map[int]int64 {
	sums := map[int]int64{}
	for i := range a.Transactions {
		if t := &a.Transactions[i]; t.Amount.Currency == g.Currency {
			sums[model.FiscalYear(t.Date, g.YearStarts)] += t.Amount.Minor
		}
	}
	return sums
}

// compareKeyed counts what is added and what differs between two lists.
func compareKeyed[T comparable](before, after []T, key func(T) string) (added, changed int) {
	if len(before) == 0 {
		return len(after), 0
	}
	was := make(map[string]T, len(before))
	for _, x := range before {
		was[key(x)] = x
	}
	for _, x := range after {
		old, ok := was[key(x)]
		delete(was, key(x))
		switch {
		case !ok:
			added++
		case old != x:
			changed++
		}
	}
	return added, changed + len(was) // what is gone changed too
}

// contactDiffs counts people who are new and people of whom something changed,
// in their person or in their seat.
func contactDiffs(before, after *model.Account) (added, changed int) {
	was, is := model.NewDirectory(before), model.NewDirectory(after)
	for i := range after.Persons {
		p := &after.Persons[i]
		old := was.Person(p.ID)
		switch {
		case old == nil:
			added++
		case !reflect.DeepEqual(old, p) || !reflect.DeepEqual(was.SeatOf(p.ID), is.SeatOf(p.ID)):
			changed++
		}
	}
	return added, changed
}
