package export

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/model/score"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// records are the rows of a table.
type records = func(yield func([]string) bool)

// listing is one of the tables that are exported: its columns, and its rows as text
// that an import reads again.
type listing struct {
	columns []listColumn
	rows    records
}

// listColumn is the heading of a column, and what kind of values stand in it.
type listColumn struct {
	header string
	kind   edit.FieldKind
}

func (t *listing) header() []string {
	out := make([]string, len(t.columns))
	for i, c := range t.columns {
		out[i] = c.header
	}
	return out
}

// tableOf is a table of some accounts of a portfolio.
func tableOf(what string, of []*model.Account, p *model.Portfolio, s *score.Scores) (*listing, error) {
	switch what {
	case "accounts":
		return accountTable(of, p, s), nil
	case "contacts":
		return contactTable(of), nil
	case "actions":
		return actionTable(of), nil
	}
	return nil, cells.Refuse(
		what,
		words.T("export.choose-one", strings.Join(Tables(), ", ")),
		words.T("export.there-no-table-this-name"),
	)
}

// accountColumn is one column of the table of accounts.
type accountColumn struct {
	header string
	cell   func(i int, a *model.Account) string
	kind   edit.FieldKind
}

// accountHead is the first heading of the table of accounts, scoreHead begins those of
// scores.
const (
	accountHead = "Account id"
	scoreHead   = "Score: "
)

// accountTable has the registry's fields of accounts, their custom fields, those
// ratings and years that any account has, and the scores.
func accountTable(of []*model.Account, p *model.Portfolio, s *score.Scores) *listing {
	all := []accountColumn{{accountHead, func(_ int, a *model.Account) string { return string(a.ID) }, edit.Text}}
	all = append(all, fieldColumns(p)...)
	all = append(all, customColumns(p)...)
	if s != nil {
		all = append(all, scoreColumns(s)...)
	}
	t := &listing{}
	for _, c := range all {
		t.columns = append(t.columns, listColumn{c.header, c.kind})
	}
	t.rows = func(yield func([]string) bool) {
		for _, a := range of {
			i := p.Index(a.ID)
			cells := make([]string, len(all))
			for j, c := range all {
				cells[j] = c.cell(i, a)
			}
			if !yield(cells) {
				return
			}
		}
	}
	return t
}

func fieldColumns(p *model.Portfolio) []accountColumn {
	var out []accountColumn
	add := func(f edit.Field, header string) {
		out = append(
			out,
			accountColumn{header, func(_ int, a *model.Account) string { return edit.Get(p, edit.AccountRef(a.ID), f) }, f.Kind},
		)
	}
	for _, f := range edit.Fields(p.Programme()) {
		rating := strings.Contains(f.Key, ".")
		switch {
		case f.Of != edit.OfAccount || strings.HasPrefix(f.Key, "figures."):
		case !rating:
			add(f, f.Label)
		case used(p, f):
			add(f, f.Key)
		}
	}
	for _, year := range years(p) {
		for _, line := range edit.YearLines() {
			if f, err := edit.FieldByKey(p.Programme(), edit.FigureKey(year, line)); err == nil && used(p, f) {
				add(f, f.Key)
			}
		}
	}
	return out
}

// used reports whether any account says something in a field.
func used(p *model.Portfolio, f edit.Field) bool {
	for _, a := range p.Accounts() {
		if (len(a.Ratings) > 0 || len(a.Years) > 0) && edit.Get(p, edit.AccountRef(a.ID), f) != "" {
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
	for _, k := range slices.Sorted(maps.Keys(seen)) {
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
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		out = append(out, accountColumn{k, func(_ int, a *model.Account) string { return a.Custom[k] }, edit.Text})
	}
	return out
}

// scoreColumns begin with "Score:", by which the importer knows to leave them be.
func scoreColumns(s *score.Scores) []accountColumn {
	period := s.Period().String()
	local := func(header string, of func(*score.Local) model.Num) accountColumn {
		return accountColumn{strings.TrimSpace(scoreHead + header), func(i int, a *model.Account) string {
			if l := s.Local(a.ID); l != nil {
				n := of(l)
				if report.Anonymous(s) { // with all digits a share of two amounts tells the real ones
					n.V = math.Round(n.V*100) / 100
				}
				return cells.PlainNum(n)
			}
			return ""
		}, edit.Decimal}
	}
	class := func(header string, of *score.Pareto) accountColumn {
		return accountColumn{scoreHead + header, func(i int, _ *model.Account) string {
			if of == nil || i >= len(of.Class) || of.Class[i] == score.ClassUnknown {
				return ""
			}
			return of.Class[i].String()
		}, edit.Text}
	}
	return []accountColumn{
		local("strategic", func(l *score.Local) model.Num { return l.Strategic }),
		local("importance", func(l *score.Local) model.Num { return l.Importance.Score }),
		local("importance confidence", func(l *score.Local) model.Num { return model.Some(l.Importance.Confidence) }),
		local("position", func(l *score.Local) model.Num { return l.Position.Score }),
		local("position confidence", func(l *score.Local) model.Num { return model.Some(l.Position.Confidence) }),
		local("asymmetry", func(l *score.Local) model.Num { return l.Asymmetry }),
		{scoreHead + "quadrant", func(_ int, a *model.Account) string { return s.Quadrant(a.ID).String() }, edit.Text},
		local("revenue "+period, func(l *score.Local) model.Num { return l.Revenue }),
		local("contribution "+period, func(l *score.Local) model.Num { return l.Contribution }),
		class("ABC by revenue", s.Revenue),
		class("ABC by contribution", s.Contribution),
	}
}

// textColumns are columns of text, but those of which another kind is said.
func textColumns(kinds map[string]edit.FieldKind, headers ...string) []listColumn {
	out := make([]listColumn, len(headers))
	for i, h := range headers {
		out[i] = listColumn{h, kinds[h]} // the zero kind is text
	}
	return out
}

// contactTable has everybody on the customers' side, with their seat.
func contactTable(of []*model.Account) *listing {
	columns := textColumns(
		map[string]edit.FieldKind{"Last activity": edit.Day},
		"Contact id",
		"Account",
		"Account id",
		"Full name",
		"Title",
		"Department",
		"Function",
		"Reports to",
		"Reports to id",
		"Email",
		"Phone",
		"Buying role",
		"Influence",
		"Support",
		"Coverage",
		"Last activity",
		"Notes",
	)
	return &listing{columns, func(yield func([]string) bool) {
		for _, a := range of {
			who := model.NewDirectory(a)
			for i := range a.Persons {
				if !yield(contactCells(a, who, &a.Persons[i])) {
					return
				}
			}
		}
	}}
}

func contactCells(a *model.Account, who model.Directory, x *model.Person) []string {
	var seat model.Seat
	var boss, bossID string
	if s := who.SeatOf(x.ID); s != nil {
		seat = *s
		if up := who.Seat(s.ReportsTo); up != nil {
			if b := who.Person(up.Person); b != nil {
				boss, bossID = b.Name, string(b.ID)
			}
		}
	}
	return []string{
		string(x.ID),
		a.Name,
		string(a.ID),
		x.Name,
		seat.Title,
		seat.Unit,
		seat.Function.String(),
		boss,
		bossID,
		x.Email,
		x.Phone,
		seat.Role.String(),
		seat.Influence.String(),
		model.SupportWord(x.Support),
		x.Coverage.String(),
		x.LastActivity.String(),
		x.Notes,
	}
}

// actionTable has every action of every plan.
func actionTable(of []*model.Account) *listing {
	columns := textColumns(
		map[string]edit.FieldKind{"Due": edit.Day, "Done": edit.Day},
		"Account",
		"Account id",
		"Action",
		"Owner",
		"Due",
		"Status",
		"Done",
		"Objective",
	)
	return &listing{columns, func(yield func([]string) bool) {
		for _, a := range of {
			for i := range a.Actions {
				x := &a.Actions[i]
				objective := ""
				if o := a.Objective(x.Objective); o != nil {
					objective = o.Text
				}
				if !yield(
					[]string{a.Name, string(a.ID), x.Text, x.Owner, x.Due.String(), x.Status.String(), x.Done.String(), objective},
				) {
					return
				}
			}
		}
	}}
}

// Wrote reports whether the headings of a table are those of one that is exported.
func Wrote(head []string) bool {
	return slices.Equal(head, contactTable(nil).header()) || slices.Equal(head, actionTable(nil).header()) ||
		len(head) > 0 && head[0] == accountHead && slices.Contains(head, scoreHead+"strategic")
}

// Tables lists what WriteCSV can write.
func Tables() []string { return []string{"accounts", "contacts", "actions"} }
