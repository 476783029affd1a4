package model

import "strings"

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

// offeringsField is the whole catalogue as one line.
var offeringsField = Field{Key: "programme.offerings", Label: "Offerings", Of: OfProgramme, Kind: Text, Range: "name (line) = list price, with semicolons between",
	Help: "What you sell, with list prices: GTX Pro (GTX) = 4821 USD; MG Special = 55.",
	get: func(r *record) string {
		var out []string
		for _, o := range r.programme.Offerings {
			out = append(out, o.String())
		}
		return strings.Join(out, "; ")
	},
	set: func(r *record, s string) error {
		var all []Offering
		seen := map[string]bool{}
		for item := range strings.SplitSeq(s, ";") {
			if strings.TrimSpace(item) == "" {
				continue
			}
			o, err := parseOffering(item, r.programme.Currency)
			if err != nil {
				return err
			}
			if key := strings.ToLower(o.Name); seen[key] {
				return problem("programme.offerings", "Name each once.", "%q is there twice", o.Name)
			} else {
				seen[key] = true
			}
			all = append(all, o)
		}
		r.programme.Offerings = all
		return nil
	}}

func parseOffering(s string, home Currency) (o Offering, err error) {
	const hint = "Write each as name (line) = list price: GTX Pro (GTX) = 4821 USD."
	name, price, priced := cutLast(s, "=")
	o.Name = strings.Join(strings.Fields(name), " ")
	if bare, line, ok := strings.Cut(strings.TrimSuffix(o.Name, ")"), " ("); ok && strings.HasSuffix(o.Name, ")") {
		o.Name, o.Line = bare, strings.TrimSpace(line)
	}
	if o.Name == "" {
		return o, problem("programme.offerings", hint, "%q names no offering", strings.TrimSpace(s))
	}
	if !priced {
		return o, nil
	}
	words := strings.Fields(price)
	if len(words) == 2 {
		home = Currency(strings.ToUpper(words[1]))
	}
	if len(words) < 1 || len(words) > 2 || !home.Valid() {
		return o, problem("programme.offerings", hint, "%q is no price", strings.TrimSpace(price))
	}
	v, err := ParseNumber(words[0])
	if err != nil || v < 0 || v > maxMinor/1000 {
		return o, problem("programme.offerings", hint, "%q is no price", strings.TrimSpace(price))
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
