package edit

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
)

func otherCurrency(c model.Currency) string {
	if c == "EUR" {
		return "USD"
	}
	return "EUR"
}

// ratesField is the whole table of rates as one line: "EUR 2025 1.08, GBP 2025 1.27".
var ratesField = words.Table(func() Field {
	return Field{Key: "programme.rates", Of: OfProgramme, Kind: Text, Range: words.T("edit.currency-year-value-commas-between"), Feeds: "figures",
		Get: func(r *Record) string {
			var out []string
			for _, x := range r.Programme.Rates {
				out = append(out, string(x.Currency)+" "+strconv.Itoa(x.Year)+" "+model.PlainNumber(x.Value))
			}
			return strings.Join(out, ", ")
		},
		set: func(r *Record, s string) error {
			d := &Draft{programme: r.Programme, today: r.today}
			was := r.Programme.Rates
			r.Programme.Rates = nil
			for item := range strings.SplitSeq(s, ",") {
				wording := strings.Fields(item)
				if len(wording) == 0 {
					continue
				}
				if len(wording) != 3 {
					return model.Refuse("programme.rates", words.T("edit.write-each-as-currency-year"), words.T("edit.not-rate", strings.TrimSpace(item)))
				}
				year, err := strconv.Atoi(wording[1])
				value, err2 := model.ParseNumber(wording[2])
				if err != nil || err2 != nil {
					return model.Refuse("programme.rates", words.T("edit.write-each-as-currency-year"), words.T("edit.not-rate", strings.TrimSpace(item)))
				}
				if err := (SetRate{model.Currency(strings.ToUpper(wording[0])), year, model.Some(value)}).Apply(d); err != nil {
					return err
				}
			}
			r.Programme.KeepDates(was)
			return nil
		}}.named("programme.rates")
})
