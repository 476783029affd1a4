package exchange

import (
	"cmp"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"accord/store/exchange/match"
)

// contactColumns are what a column of contacts can be.
var contactColumns = []target{
	columnOf("contact.id", "Contact id", idRole|essential, "P-1", "contact id", "(do not modify) contact", "contactid", "id", "record id"),
	columnOf("contact.account", "Account", nameRole|essential, "Northgate Steel", accountNames...),
	columnOf("contact.account_id", "Account id", idRole|essential, "", accountIDs...),
	columnOf("contact.first", "First name", nameRole|essential, "", "first name", "firstname", "given name", "שם פרטי"),
	columnOf("contact.last", "Last name", nameRole|essential, "", "last name", "lastname", "surname", "family name", "שם משפחה"),
	columnOf("contact.full", "Full name", nameRole|essential, "Dana Whitfield", "full name", "contact full name", "fullname", "contact name", "contact", "name", "שם מלא"),
	columnOf("contact.title", "Title", nameRole, "Head of purchasing", "title", "job title", "jobtitle", "position", "תפקיד"),
	columnOf("contact.dept", "Department", nameRole, "Purchasing", "department", "unit", "מחלקה"),
	columnOf("contact.reports_to", "Reports to", nameRole, "", "reports to", "manager", "managername", "manager name", "parent contact", "parent_contactid", "כפוף ל"),
	columnOf("contact.reports_to_id", "Reports to (id)", idRole, "", "reportstoid", "reports to id", "manager id"),
	columnOf("contact.email", "Email", textRole, "dana@northgate.example", "email", "emailaddress1", "email address", "e-mail", "דוא\"ל", "אימייל"),
	columnOf("contact.phone", "Phone", textRole, "+44 20 7946 0000", "phone", "phone number", "business phone", "telephone1", "טלפון"),
	columnOf("contact.mobile", "Mobile phone", textRole, "", "mobile", "mobile phone", "mobilephone", "mobile number", "נייד"),
	columnOf("contact.role", "Buying role", textRole, "decision maker", "buying role", "role", "contact role", "accountrolecode"),
	columnOf("contact.last_activity", "Last activity", dayRole, "2026-03-31", "last activity", "last activity date", "last contacted", "lastactivitydate"),
	columnOf("contact.notes", "Notes", notesRole, "", "description", "notes", "contact description", "contact note"),
}

// contactNamesToo are other names under which --map may call them.
var contactNamesToo = map[string]string{
	"contact.name": "contact.full", "person.name": "contact.full", "person.email": "contact.email", "person.phone": "contact.phone",
	"person.notes": "contact.notes", "person.last_activity": "contact.last_activity", "seat.title": "contact.title",
	"seat.unit": "contact.dept", "seat.role": "contact.role", "contact.department": "contact.dept",
}

// contactReader reads rows that are people of customers.
type contactReader struct {
	*reader
	col    map[string]int
	bosses []link
	who    map[string]personAt // people of this file by their id
	roles  map[string]int      // roles nobody here knows
}

// personAt is a person and the account they are in.
type personAt struct {
	in *match.Draft
	id model.PersonID
}

func (r *reader) contacts() error {
	c := &contactReader{reader: r, col: map[string]int{}, who: map[string]personAt{}, roles: map[string]int{}}
	r.money = -1
	for _, t := range contactColumns {
		c.col[t.key] = r.t.index(t.key)
	}
	if err := r.each(c.row); err != nil {
		return err
	}
	for _, l := range c.bosses {
		c.link(l)
	}
	for _, role := range sortedKeys(c.roles) {
		c.note(words.T("exchange.no-buying-role-known-here", cells.Quote(role), c.roles[role]))
	}
	return nil
}

// get reads a cell by target.
func (c *contactReader) get(x csv.Row, key string) string { return c.t.cell(x, c.col["contact."+key]) }

func (c *contactReader) row(x csv.Row) {
	name, email := c.name(x), c.get(x, "email")
	says := match.Said{ID: c.get(x, "id"), Email: email, Name: name}
	c.again(x.Line, c.col["contact.id"], says.ID)
	if name == "" {
		name, _, _ = strings.Cut(email, "@")
	}
	if name == "" {
		c.refuse(
			x.Line,
			oneOf(c.col["contact.full"], c.col["contact.last"], c.col["contact.first"], c.col["contact.email"]),
			words.T("exchange.every-contact-needs-name-or"),
			words.T("exchange.row-names-nobody"),
		)
		return
	}
	if c.tooLong(
		x,
		oneOf(c.col["contact.full"], c.col["contact.last"], c.col["contact.first"], c.col["contact.email"]),
		name,
	) {
		return
	}
	d := c.account(x, name)
	if d == nil {
		return
	}
	id := says.ID
	i := d.FindPerson(says)
	if i < 0 {
		i = d.AddPerson(model.Person{ID: model.PersonID(c.o.NewID()), Name: name})
	}
	p := &d.Persons[i]
	c.person(p, x, id, name, email)
	d.Staff().Learn(p)
	d.Staff().Rows[p.ID] = says
	c.seat(d, p.ID, x)
	if id != "" {
		c.who[match.SourceKey(id)] = personAt{d, p.ID}
	}
	bossID, boss := c.get(x, "reports_to_id"), c.get(x, "reports_to")
	if bossID != "" || boss != "" {
		col := c.col["contact.reports_to"]
		if boss == "" {
			col = c.col["contact.reports_to_id"]
		}
		c.bosses = append(c.bosses, link{from: d, who: p.ID, id: bossID, name: boss, line: x.Line, col: col})
	}
}

// name puts a name together from its parts when it is not there in full.
func (c *contactReader) name(x csv.Row) string {
	parts := strings.TrimSpace(c.get(x, "first") + " " + c.get(x, "last"))
	if full := c.get(x, "full"); full != "" {
		return full
	}
	return parts
}

// account finds the customer of a contact.
func (c *contactReader) account(x csv.Row, person string) *match.Draft {
	id, name := c.b.OneAccount(c.get(x, "account_id"), c.get(x, "account"))
	d := c.b.Find(id, name)
	if d == nil && id == "" {
		d = c.b.Find(name, "") // some exports put the id under the account's heading
	}
	switch {
	case d != nil:
		return d
	case name == "" && id == "":
		c.refuse(
			x.Line,
			oneOf(c.col["contact.account"], c.col["contact.account_id"]),
			words.T("exchange.name-customer-this-row"),
			words.T("exchange.no-account", person),
		)
	case name == "":
		c.refuse(
			x.Line,
			c.col["contact.account_id"],
			words.T("exchange.import-accounts-first"),
			words.T("exchange.account-not-known", cells.Quote(id), person),
		)
	default:
		c.refuse(
			x.Line,
			c.col["contact.account"],
			words.T("exchange.import-accounts-first"),
			words.T("exchange.account-not-known", cells.Quote(name), person),
		)
	}
	return nil
}

// oneOf is the first column that the file has.
func oneOf(columns ...int) int {
	for _, c := range columns {
		if c >= 0 {
			return c
		}
	}
	return -1
}

// person puts what a row knows into a person.
func (c *contactReader) person(p *model.Person, x csv.Row, id, name, email string) {
	if named := c.name(x); named != "" && cells.Fold(named) != cells.Fold(p.Name) {
		p.Name = name
	}
	if email != "" && !strings.EqualFold(email, p.Email) {
		p.Email = email
	}
	if v := cmp.Or(c.get(x, "phone"), c.get(x, "mobile")); v != "" {
		p.Phone = v
	}
	if i := c.col["contact.notes"]; c.t.cell(x, i) != "" {
		p.Notes = cells.CleanText(x.Cells[i])
	}
	if i := c.col["contact.last_activity"]; c.t.cell(x, i) != "" {
		day, ok := cells.ParseDay(c.t.cell(x, i), c.t.columns[i].dates)
		if !ok {
			c.problem(
				x.Line,
				i,
				words.T("exchange.write-as-year-month-day"),
				words.T("exchange.not-date", cells.Quote(c.t.cell(x, i))),
			)
		} else if p.LastActivity.Before(day) {
			p.LastActivity = day
		}
	}
	if id != "" && string(p.ID) != id && !hasSource(p.Sources, id) {
		p.Sources = append(p.Sources[:len(p.Sources):len(p.Sources)], match.Source(id))
	}
}

func hasSource(list []model.SourceID, id string) bool {
	for _, s := range list {
		if match.SourceKey(s.ID) == match.SourceKey(id) {
			return true
		}
	}
	return false
}

// seat puts title, department and role into the person's seat.
func (c *contactReader) seat(d *match.Draft, who model.PersonID, x csv.Row) {
	s := &d.Seats[d.SeatOf(who, c.o.NewID)]
	if v := c.get(x, "title"); v != "" && v != s.Title {
		s.Title = v
		if f := edit.GuessFunction(v); f != model.FunctionUnknown {
			s.Function = f
		}
	}
	if v := c.get(x, "dept"); v != "" {
		s.Unit = v
		if s.Function == model.FunctionUnknown {
			s.Function = edit.GuessFunction(v)
		}
	}
	if v := c.get(x, "role"); v != "" {
		if role := buyingRole(v); role != model.RoleUnknown {
			s.Role = role
		} else {
			c.roles[v]++
		}
	}
}

// otherRoles are the words of other systems for our buying roles.
var otherRoles = map[string]model.BuyingRole{
	"decisionmaker": model.RoleDecisionMaker, "economicdecisionmaker": model.RoleDecisionMaker, "economicbuyer": model.RoleDecisionMaker,
	"budgetholder": model.RoleApprover, "champion": model.RoleSponsor, "executivesponsor": model.RoleSponsor,
	"blocker": model.RoleGatekeeper, "influencer": model.RoleEvaluator, "technicalbuyer": model.RoleEvaluator, "technicalevaluator": model.RoleEvaluator,
	"businessuser": model.RoleUser, "enduser": model.RoleUser, "legalcompliance": model.RoleLegal, "legalandcompliance": model.RoleLegal,
}

// buyingRole reads a role, the first known one of several.
func buyingRole(s string) model.BuyingRole {
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ';' || r == ',' }) {
		k := cells.Squeeze(part)
		if role, ok := otherRoles[k]; ok {
			return role
		}
		for role := model.RoleUser; role.String() != ""; role++ {
			if cells.Squeeze(role.String()) == k {
				return role
			}
		}
	}
	return model.RoleUnknown
}

// link sets who somebody reports to, once all people of the file are known.
func (c *contactReader) link(l link) {
	boss, ok := c.boss(l)
	if !ok {
		return
	}
	d := l.from
	mine, theirs := d.SeatOf(l.who, c.o.NewID), d.SeatOf(boss, c.o.NewID)
	if d.Seats[mine].ReportsTo == d.Seats[theirs].ID {
		return
	}
	above := d.Superiors()
	for up, steps := theirs, 0; up >= 0 && steps <= len(d.Seats); steps++ {
		if up == mine {
			c.problem(
				l.line,
				l.col,
				words.T("exchange.mend-one-them-other-system"),
				words.T("exchange.would-report-themselves", d.Persons[d.Staff().Place[l.who]].Name),
			)
			return
		}
		up = above[up]
	}
	d.Seats[mine].ReportsTo, above[mine] = d.Seats[theirs].ID, theirs
}

// boss finds a superior in the same account, by id and then by name.
func (c *contactReader) boss(l link) (model.PersonID, bool) {
	p := l.from.Staff()
	for _, id := range []string{l.id, l.name} {
		if id == "" {
			continue
		}
		if who := p.BySource[match.SourceKey(id)]; who != "" {
			return who, true
		}
		if at, ok := c.who[match.SourceKey(id)]; ok && at.in != l.from {
			c.problem(
				l.line,
				l.col,
				words.T("exchange.contact-arrived-without-superior"),
				words.T("exchange.their-superior-another-account", at.in.Name),
			)
			return "", false
		}
	}
	for _, name := range []string{l.name, l.id} {
		if name == "" {
			continue
		}
		if who := p.ByName[cells.Fold(name)]; who != "" {
			return who, true
		}
	}
	c.problem(
		l.line,
		l.col,
		words.T("exchange.contact-arrived-without-superior-import"),
		words.T("exchange.not-among-people", cells.Quote(l.name+l.id), l.from.Name),
	)
	return "", false
}
