package edit

import (
	"strconv"
	"strings"

	"accord/model"
)

func otherCurrency(c model.Currency) string {
	if c == "EUR" {
		return "USD"
	}
	return "EUR"
}

// ratesField is the whole table of rates as one line: "EUR 2025 1.08, GBP 2025 1.27".
var ratesField = Field{Key: "programme.rates", Label: "Rates", Of: OfProgramme, Kind: Text, Range: "currency year value, with commas between", Feeds: "figures",
	Help: "Average rates of a year: EUR 2025 1.08, GBP 2025 1.27.",
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
			words := strings.Fields(item)
			if len(words) == 0 {
				continue
			}
			if len(words) != 3 {
				return model.Refuse("programme.rates", "Write each as currency, year, value: EUR 2025 1.08.", "%q is not a rate", strings.TrimSpace(item))
			}
			year, err := strconv.Atoi(words[1])
			value, err2 := model.ParseNumber(words[2])
			if err != nil || err2 != nil {
				return model.Refuse("programme.rates", "Write each as currency, year, value: EUR 2025 1.08.", "%q is not a rate", strings.TrimSpace(item))
			}
			if err := (SetRate{model.Currency(strings.ToUpper(words[0])), year, model.Some(value)}).Apply(d); err != nil {
				return err
			}
		}
		r.Programme.KeepDates(was)
		return nil
	}}
