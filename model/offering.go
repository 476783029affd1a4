package model

import (
	"accord/model/words"
	"strings"
)

// Offering is one thing we sell, as the catalogue of the programme has it.
type Offering struct {
	Name  string `json:"name"`
	Line  string `json:"line,omitzero"`  // the family or series it belongs to
	Price Money  `json:"price,omitzero"` // list price of one
}

// String is the offering as it is typed: "GTX Pro (GTX) = 4821 USD".
func (o Offering) String() string {
	s := o.Name
	if o.Line != "" {
		s += " (" + o.Line + ")"
	}
	if o.Price.Known() {
		s += " = " + o.Price.String()
	}
	return s
}

func ParseOffering(s string, home Currency) (o Offering, err error) {
	hint := words.New("model.write-each-offering")
	name, price, priced := cutLast(s, "=")
	o.Name = strings.Join(strings.Fields(name), " ")
	if bare, line, ok := strings.Cut(strings.TrimSuffix(o.Name, ")"), " ("); ok && strings.HasSuffix(o.Name, ")") {
		o.Name, o.Line = bare, strings.TrimSpace(line)
	}
	if o.Name == "" {
		return o, Refuse("programme.offerings", hint.Here(), words.T("model.names-no-offering", strings.TrimSpace(s)))
	}
	if !priced {
		return o, nil
	}
	wording := strings.Fields(price)
	if len(wording) == 2 {
		home = Currency(strings.ToUpper(wording[1]))
	}
	if len(wording) < 1 || len(wording) > 2 || !home.Valid() {
		return o, Refuse("programme.offerings", hint.Here(), words.T("model.no-price", strings.TrimSpace(price)))
	}
	v, err := ParseNumber(wording[0])
	if err != nil || v < 0 || v > maxMinor/1000 {
		return o, Refuse("programme.offerings", hint.Here(), words.T("model.no-price", strings.TrimSpace(price)))
	}
	o.Price = NewMoney(v, home)
	return o, nil
}

// cutLast is strings.Cut at the last place.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
