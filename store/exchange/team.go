package exchange

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// teamColumns are what a column of our team can be.
var teamColumns = []target{
	columnOf("team.name", "Member of our team", nameRole|essential, "Ruth Amsel", "sales agent", "sales rep", "sales representative", "salesperson", "sales person", "team member", "agent", "rep", "איש מכירות"),
	columnOf("team.manager", "Manager", nameRole, "", "manager", "sales manager", "team leader", "reports to", "מנהל"),
	columnOf("team.office", "Office", nameRole, "", "regional office", "region", "office", "territory", "team", "אזור"),
	columnOf("team.title", "Title", nameRole, "Key account manager", "title", "job title", "role", "position", "תפקיד"),
	columnOf("team.email", "Email", textRole, "ruth@us.example", "email", "email address", "e-mail", "דוא\"ל"),
}

// teamReader reads rows that are people of ours.
type teamReader struct {
	*reader
	name, manager, office, title, email int
	all                                 []model.Member
	place                               map[string]int // by folded name
	seen                                map[string]int // names of this file with their line
	managers                            int
	touched                             map[int]bool
}

func (r *reader) team() error {
	g := r.p.Programme()
	m := &teamReader{
		reader:  r,
		name:    r.t.index("team.name"),
		manager: r.t.index("team.manager"),
		office:  r.t.index("team.office"),
		title:   r.t.index("team.title"),
		email:   r.t.index("team.email"),
		all:     slices.Clone(g.Team),
		place:   map[string]int{},
		seen:    map[string]int{},
		touched: map[int]bool{},
	}
	r.money = -1
	for i, x := range m.all {
		m.place[cells.Fold(x.Name)] = i
	}
	if err := r.each(m.row); err != nil {
		return err
	}
	same := func(a, b model.Member) bool { return a.ID == b.ID && a.Title == b.Title && a.Email == b.Email }
	r.pv.Ours = ours(g.Team, m.all, same, m.touched)
	if !slices.EqualFunc(m.all, g.Team, same) {
		changed := *g
		changed.Team = m.all
		r.g = &changed
	}
	if m.managers > 0 {
		r.note(words.T("exchange.under-our-team-too-who", m.managers, cells.Quote(r.t.header(m.manager))))
	}
	m.lead()
	return nil
}

func (m *teamReader) row(x csv.Row) {
	name := m.t.cell(x, m.name)
	if name == "" {
		m.refuse(x.Line, m.name, words.T("exchange.every-row-needs-name"), words.T("exchange.row-names-nobody"))
		return
	}
	if first, twice := m.seen[cells.Fold(name)]; twice {
		m.problem(
			x.Line,
			m.name,
			words.T("exchange.later-line-counts-if-they-two-people"),
			words.T("exchange.line-already", cells.Quote(name), first),
		)
	} else {
		m.seen[cells.Fold(name)] = x.Line
	}
	title, said := m.t.cell(x, m.title), m.t.cell(x, m.title) != ""
	if !said {
		title = asTitle(m.t.header(m.name))
		if office := m.t.cell(x, m.office); office != "" {
			title += ", " + office
		}
	}
	m.member(name, title, m.t.cell(x, m.email), said)
	if boss := m.t.cell(x, m.manager); boss != "" {
		if m.seen["manager "+cells.Fold(boss)] == 0 {
			m.seen["manager "+cells.Fold(boss)] = x.Line
			m.managers++
		}
		m.member(boss, asTitle(m.t.header(m.manager)), "", false)
	}
}

// asTitle makes a title of a heading: "sales_agent" is a sales agent.
func asTitle(header string) string {
	s := strings.ToLower(strings.ReplaceAll(header, "_", " "))
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// member adds one of ours, or fills in what is not known of them; a title that the
// file says in so many words replaces another.
func (m *teamReader) member(name, title, email string, said bool) {
	i, known := m.place[cells.Fold(name)]
	if !known {
		f := edit.GuessFunction(title)
		if f == model.FunctionUnknown {
			f = model.Sales // such lists are kept of those who sell
		}
		m.place[cells.Fold(name)] = len(m.all)
		m.all = append(
			m.all,
			model.Member{ID: model.MemberID(m.o.NewID()), Name: name, Title: title, Email: email, Function: f},
		)
		return
	}
	m.touched[i] = true
	if title != "" && (said || m.all[i].Title == "") {
		m.all[i].Title = title
	}
	if email != "" {
		m.all[i].Email = email
	}
}

// lead makes members lead the accounts they own by name.
func (m *teamReader) lead() {
	n := 0
	for _, a := range m.p.Accounts() {
		if a.Manager != "" || a.Owner == "" {
			continue
		}
		if i, known := m.place[cells.Fold(a.Owner)]; known {
			m.b.Edit(a.ID).Manager = m.all[i].ID
			n++
		}
	}
	if n > 0 {
		m.note(words.T("exchange.led-by-member-our-team", n))
	}
}
