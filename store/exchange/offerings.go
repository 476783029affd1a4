package exchange

import (
	"slices"

	"accord/model"
)

// SeeOfferings is how the catalogue is looked at on the command line; a screen says
// its key instead.
const SeeOfferings = "`accord get programme programme.offerings`"

// offeringReader reads rows that are things we sell: the catalogue.
type offeringReader struct {
	*reader
	name, line, price int
	all               []model.Offering
	place             map[string]int // by folded name
	seen              map[string]int // names of this file with their line
	added, changed    int
}

func (r *reader) offerings() error {
	g := r.p.Programme()
	o := &offeringReader{reader: r, name: r.t.index("offering.name"), line: r.t.index("offering.line"), price: r.t.index("offering.price"),
		all: slices.Clone(g.Offerings), place: map[string]int{}, seen: map[string]int{}}
	r.money = r.t.index("offering.currency")
	for i, x := range o.all {
		o.place[fold(x.Name)] = i
	}
	if err := r.each(o.row); err != nil {
		return err
	}
	if !slices.Equal(o.all, g.Offerings) {
		changed := *g
		changed.Offerings = o.all
		r.g = &changed
		r.note("%s new, %d changed: the catalogue of what you sell, with list prices (%s).", count(o.added, "offering"), o.changed, SeeOfferings)
	}
	o.spell()
	return nil
}

func (o *offeringReader) row(x row) {
	name := o.t.cell(x, o.name)
	if name == "" {
		o.refuse(x.line, o.name, "Every row needs the offering's name.", "the row names no offering")
		return
	}
	key := fold(name)
	if first, twice := o.seen[key]; twice {
		o.problem(x.line, o.name, "The later line counts; if they are two, give one of them another name.", "%s is on line %d already", quote(name), first)
	} else {
		o.seen[key] = x.line
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
		m, why = model.Money{}, quote(o.t.cell(x, o.price))+" is less than nothing"
	}
	if why != "" {
		o.problem(x.line, o.price, "Write the price as a number.", "%s", why)
	}
	if m.Known() {
		is.Price = m
	}
	switch {
	case !known:
		o.place[key] = len(o.all)
		o.all = append(o.all, is)
		o.added++
	case is != was:
		o.all[i] = is
		o.changed++
	}
}

// spell gives what was sold already the names of the catalogue: "GTXPro" is
// "GTX Pro".
func (o *offeringReader) spell() {
	spelt := map[string]int{}
	for _, a := range o.p.Accounts() {
		for j := range a.Transactions {
			was := a.Transactions[j].Offering
			i, known := o.place[fold(was)]
			if !known || was == "" || was == o.all[i].Name {
				continue
			}
			o.b.edit(a.ID).Transactions[j].Offering = o.all[i].Name
			spelt[quote(was)+" is "+quote(o.all[i].Name)]++
		}
	}
	for _, s := range sortedKeys(spelt) {
		o.note("%s: %s renamed.", s, count(spelt[s], "transaction"))
	}
}
