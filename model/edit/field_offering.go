package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// OfferingsField is the whole catalogue as one line.
var OfferingsField = words.Table(func() Field {
	return Field{Key: "programme.offerings", Of: OfProgramme, Kind: Text, Range: words.T("edit.name-line-list-price-semicolons"),
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
					return model.Refuse("programme.offerings", words.T("edit.name-each-once"), words.T("edit.there-twice", o.Name))
				} else {
					seen[key] = true
				}
				all = append(all, o)
			}
			r.Programme.Offerings = all
			return nil
		}}.named("programme.offerings")
})
