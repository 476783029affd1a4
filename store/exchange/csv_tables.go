package exchange

import (
	"strconv"
	"strings"

	"accord/model"
)

// records are the rows of a table.
type records = func(yield func([]string) bool)

// accountColumn is one column of the table of accounts.
type accountColumn struct {
	header string
	cell   func(i int, a *model.Account) string
}

// accountTable has the registry's fields of accounts, their custom fields, those
// ratings and years that any account has, and the scores.
func accountTable(p *model.Portfolio, s *model.Scores) ([]string, records) {
	columns := []accountColumn{{"Account id", func(_ int, a *model.Account) string { return string(a.ID) }}}
	columns = append(columns, fieldColumns(p)...)
	columns = append(columns, customColumns(p)...)
	if s != nil {
		columns = append(columns, scoreColumns(s)...)
	}
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = c.header
	}
	return header, func(yield func([]string) bool) {
		for i, a := range p.Accounts() {
			cells := make([]string, len(columns))
			for j, c := range columns {
				cells[j] = c.cell(i, a)
			}
			if !yield(cells) {
				return
			}
		}
	}
}

func fieldColumns(p *model.Portfolio) []accountColumn {
	var out []accountColumn
	add := func(f model.Field, header string) {
		out = append(out, accountColumn{header, func(_ int, a *model.Account) string { return p.Get(model.AccountRef(a.ID), f) }})
	}
	for _, f := range model.Fields(p.Programme()) {
		rating := strings.Contains(f.Key, ".")
		switch {
		case f.Of != model.OfAccount || strings.HasPrefix(f.Key, "figures."):
		case !rating:
			add(f, f.Label)
		case used(p, f):
			add(f, f.Key)
		}
	}
	for _, year := range years(p) {
		for _, line := range model.FigureLines() {
			if f, err := model.FieldByKey(p.Programme(), model.FigureKey(year, line)); err == nil && used(p, f) {
				add(f, f.Key)
			}
		}
	}
	return out
}

// used reports whether any account says something in a field.
func used(p *model.Portfolio, f model.Field) bool {
	for _, a := range p.Accounts() {
		if (len(a.Ratings) > 0 || len(a.Years) > 0) && p.Get(model.AccountRef(a.ID), f) != "" {
			return true
		}
	}
	return false
}

// years lists the years any account has figures of.
func years(p *model.Portfolio) []int {
	seen := map[string]int{}
	for _, a := range p.Accounts() {
		for i := range a.Years {
			seen[strconv.Itoa(a.Years[i].Year)] = a.Years[i].Year
		}
	}
	var out []int
	for _, k := range sortedKeys(seen) {
		out = append(out, seen[k])
	}
	return out
}

func customColumns(p *model.Portfolio) []accountColumn {
	keys := map[string]bool{}
	for _, a := range p.Accounts() {
		for k := range a.Custom {
			keys[k] = true
		}
	}
	var out []accountColumn
	for _, k := range sortedKeys(keys) {
		out = append(out, accountColumn{k, func(_ int, a *model.Account) string { return a.Custom[k] }})
	}
	return out
}

// scoreColumns begin with "Score:", by which the importer knows to leave them be.
func scoreColumns(s *model.Scores) []accountColumn {
	period := s.Period().String()
	local := func(header string, of func(*model.Local) model.Num) accountColumn {
		return accountColumn{strings.TrimSpace("Score: " + header), func(i int, a *model.Account) string {
			if l := s.Local(a.ID); l != nil {
				return plainNum(of(l))
			}
			return ""
		}}
	}
	class := func(header string, of *model.Pareto) accountColumn {
		return accountColumn{"Score: " + header, func(i int, _ *model.Account) string {
			if of == nil || i >= len(of.Class) || of.Class[i] == model.ClassUnknown {
				return ""
			}
			return of.Class[i].String()
		}}
	}
	return []accountColumn{
		local("strategic", func(l *model.Local) model.Num { return l.Strategic }),
		local("importance", func(l *model.Local) model.Num { return l.Importance.Score }),
		local("importance confidence", func(l *model.Local) model.Num { return model.Some(l.Importance.Confidence) }),
		local("position", func(l *model.Local) model.Num { return l.Position.Score }),
		local("position confidence", func(l *model.Local) model.Num { return model.Some(l.Position.Confidence) }),
		local("asymmetry", func(l *model.Local) model.Num { return l.Asymmetry }),
		{"Score: quadrant", func(_ int, a *model.Account) string { return s.Quadrant(a.ID).String() }},
		local("revenue "+period, func(l *model.Local) model.Num { return l.Revenue }),
		local("contribution "+period, func(l *model.Local) model.Num { return l.Contribution }),
		class("ABC by revenue", s.Revenue),
		class("ABC by contribution", s.Contribution),
	}
}

// plainNum prints a number unrounded, nothing when unknown.
func plainNum(n model.Num) string {
	if !n.Known {
		return ""
	}
	return strconv.FormatFloat(n.V, 'f', -1, 64)
}

// contactTable has everybody on the customers' side, with their seat.
func contactTable(p *model.Portfolio) ([]string, records) {
	header := []string{"Contact id", "Account", "Account id", "Full name", "Title", "Department", "Function", "Reports to", "Reports to id", "Email", "Phone",
		"Buying role", "Influence", "Support", "Coverage", "Last activity", "Notes"}
	return header, func(yield func([]string) bool) {
		for _, a := range p.Accounts() {
			for i := range a.Persons {
				if !yield(contactCells(a, &a.Persons[i])) {
					return
				}
			}
		}
	}
}

func contactCells(a *model.Account, x *model.Person) []string {
	var seat model.Seat
	var boss, bossID string
	if s := a.SeatOf(x.ID); s != nil {
		seat = *s
		if up := a.Seat(s.ReportsTo); up != nil {
			if b := a.Person(up.Person); b != nil {
				boss, bossID = b.Name, string(b.ID)
			}
		}
	}
	return []string{string(x.ID), a.Name, string(a.ID), x.Name, seat.Title, seat.Unit, seat.Function.String(), boss, bossID, x.Email, x.Phone,
		seat.Role.String(), seat.Influence.String(), model.SupportWord(x.Support), x.Coverage.String(), x.LastActivity.String(), x.Notes}
}

// actionTable has every action of every plan.
func actionTable(p *model.Portfolio) ([]string, records) {
	header := []string{"Account", "Account id", "Action", "Owner", "Due", "Status", "Done", "Objective"}
	return header, func(yield func([]string) bool) {
		for _, a := range p.Accounts() {
			for i := range a.Actions {
				x := &a.Actions[i]
				objective := ""
				if o := a.Objective(x.Objective); o != nil {
					objective = o.Text
				}
				if !yield([]string{a.Name, string(a.ID), x.Text, x.Owner, x.Due.String(), x.Status.String(), x.Done.String(), objective}) {
					return
				}
			}
		}
	}
}
