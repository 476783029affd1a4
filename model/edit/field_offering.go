package edit

import (
	"strings"

	"accord/model"
)

// OfferingsField is the whole catalogue as one line.
var OfferingsField = Field{Key: "programme.offerings", Label: "Offerings", Of: OfProgramme, Kind: Text, Range: "name (line) = list price, with semicolons between",
	Help: "What you sell, with list prices: GTX Pro (GTX) = 4821 USD; MG Special = 55.",
	Get: func(r *Record) string {
		var out []string
		for _, o := range r.Programme.Offerings {
			out = append(out, o.String())
		}
		return strings.Join(out, "; ")
	},
	set: func(r *Record, s string) error {
		var all []model.Offering
		seen := map[string]bool{}
		for item := range strings.SplitSeq(s, ";") {
			if strings.TrimSpace(item) == "" {
				continue
			}
			o, err := model.ParseOffering(item, r.Programme.Currency)
			if err != nil {
				return err
			}
			if key := strings.ToLower(o.Name); seen[key] {
				return model.Refuse("programme.offerings", "Name each once.", "%q is there twice", o.Name)
			} else {
				seen[key] = true
			}
			all = append(all, o)
		}
		r.Programme.Offerings = all
		return nil
	}}
