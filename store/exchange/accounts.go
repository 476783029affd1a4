package exchange

import (
	"errors"
	"math"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"accord/store/exchange/match"
)

// accountColumns are what a column of accounts can be besides a field of the registry, or
// with more headings than that has.
var accountColumns = []target{
	columnOf("account.id", "Account id", idRole|essential, "A-1", "account id", "id", "record id", "company id", "(do not modify) account", "accountid", "hs_object_id", "account number"),
	columnOf("account.parent", "Parent account", nameRole, "", "parent account id", "parentid", "parentaccountid", "parent account", "parent company", "parent", "subsidiary of", "חברת אם"),
	columnOf("account.currency", "Currency", textRole, "", currencies...),
}

// accountNamesToo are other names under which --map may call them.
var accountNamesToo = map[string]string{
	"account.industry": "account.segment", "account.type": "account.kind", "account.customer_turnover": "account.turnover",
	"account.description": "account.notes",
}

// accountRoles are what the fields of the registry hold where it is no line of text, and
// accountExamples what a template has of them.
var (
	accountRoles = map[string]role{"name": nameRole | essential, "owner": nameRole, "segment": nameRole, "kind": nameRole, "country": nameRole, "city": nameRole,
		"turnover": numberRole, "employees": numberRole, "notes": notesRole, "competitors": notesRole, "focus": notesRole, "charter": notesRole}
	accountExamples = words.Table(func() map[string]string {
		return map[string]string{"name": words.T("exchange.northgate-steel"), "owner": words.T("exchange.ruth-amsel"), "segment": words.T("exchange.metals"), "country": words.T("exchange.united-kingdom"), "city": words.T("exchange.leeds"),
			"website": "northgate.example", "employees": "1200", "turnover": "250000000"}
	})
)

// accountReader reads rows that are accounts.
type accountReader struct {
	*reader
	id, name int
	website  int
	who      []*match.Draft // parallel to the rows
	parents  []link
	kept     map[string]int // values of a tier column that are no tiers, by heading
	twice    []int          // lines that name an account a second time
	twins    []string
	told     map[int]bool // of them, those that are a problem
}

// link is a reference to another row, resolved once all rows are there.
type link struct {
	from *match.Draft
	who  model.PersonID // of contacts
	id   string
	name string
	line int
	col  int
}

func (r *reader) accounts() error {
	a := &accountReader{
		reader:  r,
		kept:    map[string]int{},
		told:    map[int]bool{},
		id:      r.t.index("account.id"),
		name:    r.t.index("account.name"),
		website: r.t.index("account.website"),
	}
	r.money = r.t.index("account.currency")
	a.who = make([]*match.Draft, 0, len(r.t.rows))
	for _, x := range r.t.rows {
		a.who = append(a.who, a.account(x))
	}
	n := -1
	if err := r.each(func(x csv.Row) { n++; a.row(x, a.who[n]) }); err != nil {
		return err
	}
	for _, l := range a.parents {
		a.link(l)
	}
	a.notes()
	return nil
}

// account finds or makes the account of a row that has a name. All rows go
// through this before any is read, so that a row may say by id alone whom a row
// below it names.
func (a *accountReader) account(x csv.Row) *match.Draft {
	id, name := a.t.cell(x, a.id), a.t.cell(x, a.name)
	if name == "" {
		return nil
	}
	if a.again(x.Line, a.id, id) {
		a.told[x.Line] = true
	}
	a.b.Website = a.t.cell(x, a.website)
	d := a.b.Find(id, name)
	a.b.Website = ""
	switch {
	case d == nil:
		d = a.b.Create(name)
	case d.Twin(id) && model.NameText.TooLong(name+" ("+id+")") != "":
		return nil // the row is refused: there is no name to tell it by
	case d.Twin(id):
		d = a.b.Create(name + " (" + id + ")")
		a.twins = append(a.twins, d.Name)
	default:
		a.b.Rename(d, name)
	}
	a.b.Remember(d, id)
	return d
}

func (a *accountReader) row(x csv.Row, d *match.Draft) {
	if d == nil {
		d = a.b.Find(a.t.cell(x, a.id), "")
	}
	if d == nil {
		a.refuse(x.Line, a.name, words.T("exchange.every-row-needs-customers-name"), words.T("exchange.row-no-account-name"))
		return
	}
	if d.Line > 0 && !a.told[x.Line] {
		a.twice = append(a.twice, x.Line)
	}
	if d.Line == 0 {
		d.Line = x.Line
	}
	for i := range a.t.columns {
		a.cell(d, x, i)
	}
}

// cell puts one cell into the account. An empty one changes nothing.
func (a *accountReader) cell(d *match.Draft, x csv.Row, i int) {
	c, v := &a.t.columns[i], a.t.cell(x, i)
	if v == "" {
		return
	}
	switch c.key {
	case "account.id", "account.name", "account.currency":
	case "":
		if a.t.custom(c, a.o) {
			d.Keep(c.header, v)
		}
	case "account.parent":
		a.parents = append(a.parents, link{from: d, id: v, name: v, line: x.Line, col: i})
	case "account.owner":
		a.own(d, v)
	case "account.notes":
		d.Notes = cells.CleanText(x.Cells[i])
	case "account.tier":
		a.tier(d, c.header, v)
	case "account.turnover":
		m, why := a.amount(x, i)
		if why != "" {
			a.problem(x.Line, i, words.T("exchange.write-as-number"), why)
		} else if m.Known() {
			d.Turnover = m
		}
	case "account.employees":
		a.employees(d, x, i)
	default:
		if p := textField(d, c.key); p != nil {
			*p = v
			return
		}
		a.registry(d, x, i, v)
	}
}

// text is where the plain texts of an account live, nil for other fields.
func textField(d *match.Draft, key string) *string {
	switch key {
	case "account.segment":
		return &d.Segment
	case "account.kind":
		return &d.Kind
	case "account.country":
		return &d.Country
	case "account.city":
		return &d.City
	case "account.website":
		return &d.Website
	case "account.phone":
		return &d.Phone
	}
	return nil
}

// tier reads our tiers; other systems rate accounts in words of their own, which
// are kept as they are.
func (a *accountReader) tier(d *match.Draft, header, v string) {
	for t := model.Candidate; t.String() != ""; t++ {
		if strings.EqualFold(t.String(), v) || t == model.Neglected && strings.EqualFold(v, "neglected") {
			d.Tier = t
			return
		}
	}
	a.kept[header]++
	if a.o.KeepUnknown {
		d.Keep(header, v)
	}
}

func (a *accountReader) employees(d *match.Draft, x csv.Row, i int) {
	v, known, ok := a.number(x, i)
	switch {
	case !ok || known && (v < 0 || v > 10_000_000 || v != math.Trunc(v)):
		a.problem(
			x.Line,
			i,
			words.T("exchange.write-as-whole-number"),
			words.T("exchange.not-number-people", cells.Quote(a.t.cell(x, i))),
		)
	case known:
		d.Employees = model.Some(int64(v))
	}
}

// registry sets any other field the way a person would type it.
func (a *accountReader) registry(d *match.Draft, x csv.Row, i int, v string) {
	key := strings.TrimPrefix(a.t.columns[i].key, "account.")
	if line, year := figureKey(key); year > 0 {
		a.figure(d, x, i, model.Year{Year: year}, line)
		return
	}
	one, err := model.NewPortfolio(a.p.Programme(), []*model.Account{d.Account})
	if err != nil {
		return
	}
	if f, err := edit.FieldByKey(a.p.Programme(), key); err == nil && edit.Get(one, edit.AccountRef(d.ID), f) == v {
		return // said already; setting it again would only date it anew
	}
	s := session.New(one, a.o.Today, 0, a.o.NewID)
	patch, err := s.Try(edit.SetField{Ref: edit.AccountRef(d.ID), Key: key, Value: v})
	if err != nil {
		sentence, hint := err.Error(), ""
		var p *model.Problem
		if errors.As(err, &p) {
			sentence, hint = p.Sentence, p.Hint
		}
		a.problem(x.Line, i, hint, sentence)
		return
	}
	if len(patch.After) == 1 {
		*d.Account = *patch.After[0]
	}
}

// link sets a parent once every account of the file is known.
func (a *accountReader) link(l link) {
	parent := a.b.Lookup(l.id, "")
	if parent == "" {
		parent = a.b.Lookup("", l.name)
	}
	if parent == "" {
		a.problem(
			l.line,
			l.col,
			words.T("exchange.import-parent-too-or-add"),
			words.T("exchange.parent-account-not-known", cells.Quote(l.name)),
		)
		return
	}
	steps := a.p.Len() + len(a.b.Order) // no way up is longer, unless it goes round
	for up := a.b.Now(parent); up != nil && steps >= 0; up = a.b.Now(up.Parent) {
		steps--
		if up.ID == l.from.ID {
			a.problem(
				l.line,
				l.col,
				words.T("exchange.mend-one-them-other-system"),
				words.T("exchange.would-own-parent", l.from.Name),
			)
			return
		}
	}
	l.from.Parent = parent
}

func (a *accountReader) notes() {
	if i := a.t.index("account.turnover"); i >= 0 {
		c := a.t.columns[i]
		if s := cells.Squeeze(c.header); s == "revenue" || s == "turnover" || s == "מחזור" {
			a.note(words.T("exchange.file-accounts-customers-own-turnover", cells.Quote(c.header)))
		}
		if c.scale == 1 {
			a.note(words.T("exchange.numbers-kept-as-they-stand", cells.Quote(c.header), c.header))
		}
	}
	for _, c := range a.t.columns {
		if line, year := figureKey(c.key); line == "revenue" && c.rank >= 0 && !ourWord(c.header) {
			a.note(words.T("exchange.read-as-our-revenue-customer", cells.Quote(c.header), year))
		}
	}
	for _, c := range a.t.columns {
		k := cells.Squeeze(c.header)
		if c.key == "" && (k == "ourrevenue" || k == "sales" || k == "מכירות" || k == "הכנסות") {
			a.note(words.T("exchange.names-no-year-no-figure", cells.Quote(c.header), c.header))
		}
	}
	for _, h := range sortedKeys(a.kept) {
		a.note(words.T("exchange.none-our-tiers-candidate-strategic", a.kept[h], cells.Quote(h)))
	}
	if len(a.twice) > 0 {
		a.note(words.T("exchange.accounts-stand-several-lines-taken", lineList(a.twice)))
	}
	for _, name := range a.twins {
		a.note(words.T("exchange.another-account-same-name-but", cells.Quote(name)))
	}
}

// ourWord reports whether a heading says in so many words that the figures are ours.
func ourWord(header string) bool {
	name, _ := takeYear(strings.ToLower(header))
	for _, w := range []string{"figures ", "our ", "unser ", "sales", "מכירות", "הכנסות"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}
