package exchange

import (
	"cmp"
	"maps"
	"slices"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// offeringColumns are what a column of offerings can be.
var offeringColumns = []target{
	columnOf("offering.name", "Offering", nameRole|essential, "Pumps", "product", "product name", "item", "item name", "product/service", "מוצר"),
	columnOf("offering.line", "Line", nameRole, "Equipment", "series", "product line", "product family", "family", "category", "סדרה", "משפחה"),
	columnOf("offering.price", "List price", numberRole, "4500.00", "sales price", "list price", "unit price", "price", "standard price", "retail price", "מחיר"),
	columnOf("offering.currency", "Currency", textRole, "EUR", currencies...),
}

// offeringNamesToo are other names under which --map may call them.
var offeringNamesToo = map[string]string{
	"offering.product": "offering.name", "offering.family": "offering.line", "offering.series": "offering.line",
}

// offeringReader reads rows that are things we sell: the catalogue.
type offeringReader struct {
	*reader
	name, line, price int
	all               []model.Offering
	place             map[string]int // by folded name
	seen              map[string]int // names of this file with their line
	touched           map[int]bool
}

func (r *reader) offerings() error {
	g := r.p.Programme()
	o := &offeringReader{
		reader:  r,
		name:    r.t.index("offering.name"),
		line:    r.t.index("offering.line"),
		price:   r.t.index("offering.price"),
		all:     slices.Clone(g.Offerings),
		place:   map[string]int{},
		seen:    map[string]int{},
		touched: map[int]bool{},
	}
	r.money = r.t.index("offering.currency")
	for i, x := range o.all {
		o.place[cells.Fold(x.Name)] = i
	}
	if err := r.each(o.row); err != nil {
		return err
	}
	r.pv.Ours = ours(g.Offerings, o.all, func(a, b model.Offering) bool { return a == b }, o.touched)
	if !slices.Equal(o.all, g.Offerings) {
		changed := *g
		changed.Offerings = o.all
		r.g = &changed
	}
	o.spell()
	return nil
}

func (o *offeringReader) row(x csv.Row) {
	name := o.t.cell(x, o.name)
	if name == "" {
		o.refuse(
			x.Line,
			o.name,
			words.T("exchange.every-row-needs-offerings-name"),
			words.T("exchange.row-names-no-offering"),
		)
		return
	}
	key := cells.Fold(name)
	if first, twice := o.seen[key]; twice {
		o.problem(
			x.Line,
			o.name,
			words.T("exchange.later-line-counts-if-they"),
			words.T("exchange.line-already", cells.Quote(name), first),
		)
	} else {
		o.seen[key] = x.Line
	}
	was := model.Offering{Name: name}
	i, known := o.place[key]
	if known {
		was = o.all[i]
	}
	is := was
	if v := o.t.cell(x, o.line); v != "" {
		is.Line = v
	}
	m, why := o.amount(x, o.price)
	if why == "" && m.Minor < 0 {
		m, why = model.Money{}, words.T("exchange.less-than-nothing", cells.Quote(o.t.cell(x, o.price)))
	}
	if why != "" {
		o.problem(x.Line, o.price, words.T("exchange.write-price-as-number"), why)
	}
	if m.Known() {
		is.Price = m
	}
	if !known {
		o.place[key] = len(o.all)
		o.all = append(o.all, is)
		return
	}
	o.all[i], o.touched[i] = is, true
}

// spell gives what was sold already the names of the catalogue: "GTXPro" is
// "GTX Pro".
func (o *offeringReader) spell() {
	spelt := map[[2]string]int{} // by what it was and what it is
	for _, a := range o.p.Accounts() {
		for j := range a.Transactions {
			was := a.Transactions[j].Offering
			i, known := o.place[cells.Fold(was)]
			if !known || was == "" || was == o.all[i].Name {
				continue
			}
			o.b.Edit(a.ID).Transactions[j].Offering = o.all[i].Name
			spelt[[2]string{cells.Quote(was), cells.Quote(o.all[i].Name)}]++
		}
	}
	inOrder := func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }
	for _, s := range slices.SortedFunc(maps.Keys(spelt), inOrder) {
		o.note(words.T("exchange.renamed", s[0], s[1], spelt[s]))
	}
}
