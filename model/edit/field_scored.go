package edit

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
)

// RatingParts are what a rating holds beside our own level.
var RatingParts = []string{"verified", "note", "source"}

func ratingFields(in *model.Instrument, f *model.Factor) []Field {
	if model.AboutOurselves(in.Key) {
		return []Field{ourselvesField(in, f)}
	}
	out := []Field{ratingField(in, f, "")}
	for _, part := range RatingParts {
		out = append(out, ratingField(in, f, part))
	}
	return out
}

func ratingField(in *model.Instrument, f *model.Factor, part string) Field {
	if model.AboutOurselves(in.Key) {
		return ourselvesField(in, f)
	}
	key := string(f.Full())
	row := Field{Key: key, Label: f.Name, Title: f.Name, Kind: Grade, Feeds: in.Key, Help: f.Question,
		Range: words.T("edit.or-unknown", in.Min, in.Max)}
	switch part {
	case "note":
		row = textField(key+".note", OfAccount, nil).called(words.T("edit.note", f.Name), words.T("edit.why-rating-what"))
	case "source":
		row = textField(key+".source", OfAccount, nil).called(words.T("edit.source", f.Name), words.T("edit.contact-or-document-comes-from"))
	case "verified":
		row = row.called(words.T("edit.customer-says", f.Name), words.T("edit.customers-own-answer", f.Question))
		row.Key = key + ".verified"
	}
	row.Room = part == "" || part == "verified" // not why, nor who told us
	row.Get = func(r *Record) string { return RatingPart(r.Account.Ratings[f.Full()], part) }
	row.set = func(r *Record, s string) error { return setRatingPart(r, in, f, part, s) }
	return row
}

func RatingPart(r model.Rating, part string) string {
	l := r.Ours
	switch part {
	case "note":
		return r.Note
	case "source":
		return r.Source
	case "verified":
		l = r.Verified
	}
	if !l.Known() {
		return ""
	}
	return l.String()
}

func setRatingPart(r *Record, in *model.Instrument, f *model.Factor, part, s string) error {
	rating := r.Account.Ratings[f.Full()]
	s = strings.TrimSpace(s)
	switch part {
	case "note":
		rating.Note = s
	case "source":
		rating.Source = s
	default:
		l, err := ParseLevel(in, string(f.Full()), s)
		if err != nil {
			return err
		}
		level := &rating.Ours
		if part == "verified" {
			level = &rating.Verified
		}
		if *level == l {
			return nil
		}
		*level, rating.Date = l, r.today
	}
	setRating(r.Account, f.Full(), rating)
	return nil
}

func ParseLevel(in *model.Instrument, key, s string) (model.Level, error) {
	if s == "" {
		return model.UnknownLevel, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < in.Min || n > in.Max {
		return 0, model.Refuse(key, words.T("edit.type-whole-number-scale-or"), words.T("edit.is-not-in", s, in.Min, in.Max))
	}
	return model.LevelOf(n), nil
}

// figureLines are the lines of a year, in the order they are shown.
var figureLines = []string{"revenue", "cost_of_sales", "cost_to_serve", "wallet", "capacity_share", "through"}

// outlookLines are the revenue of a year that is planned and that is expected.
var outlookLines = map[string]model.FigureKind{"target": model.Budget, "forecast": model.Forecast}

// LineKind is whether a line of a year happened, was planned, or is expected.
func LineKind(line string) model.FigureKind { return outlookLines[line] }

// RevenueLine is the line that the revenue of a year of a kind is: revenue, target or forecast.
func RevenueLine(kind model.FigureKind) string {
	for line, of := range outlookLines {
		if of == kind {
			return line
		}
	}
	return "revenue"
}

// YearLines lists the lines of a year with its target and forecast.
func YearLines() []string { return append(FigureLines(), "target", "forecast") }

// FigureLines lists the lines of a year, in the order they are shown.
func FigureLines() []string { return slices.Clone(figureLines) }

// FigureKey is the registry key of one line of one year.
func FigureKey(year int, line string) string { return "figures." + strconv.Itoa(year) + "." + line }

func figureByKey(key string) (Field, bool) {
	p := strings.Split(key, ".")
	if len(p) != 3 || p[0] != "figures" || !slices.Contains(YearLines(), p[2]) {
		return Field{}, false
	}
	if p[1] == "YEAR" {
		return FigureField(p[2], 0), true
	}
	year, err := strconv.Atoi(p[1])
	if err != nil || year < model.MinYear || year > model.MaxYear {
		return Field{}, false
	}
	return FigureField(p[2], year), true
}

// FigureField makes the row of one line; year 0 stands for any year.
func FigureField(line string, year int) Field {
	key := "figures.YEAR." + line
	if year != 0 {
		key = FigureKey(year, line)
	}
	var f Field
	switch line {
	case "revenue":
		f = amountField(key, OfAccount, nil).
			headed("our revenue", "sales", "מכירות", "הכנסות").feeding(words.T("edit.pareto-concentration"))
	case "cost_of_sales":
		f = amountField(key, OfAccount, nil).headed("cost of sales", "cogs").feeding("contribution")
	case "cost_to_serve":
		f = amountField(key, OfAccount, nil).headed("cost to serve").feeding("contribution")
	case "wallet":
		f = amountField(key, OfAccount, nil).headed("wallet", "category spend").feeding(words.T("edit.share-wallet"))
	case "capacity_share":
		f = percentField(key, OfAccount, nil).headed("capacity share").feeding(words.T("edit.suggestion-capacity"))
	case "target", "forecast":
		f = amountField(key, OfAccount, nil)
	default:
		f = dayField(key, OfAccount, nil)
	}
	f = f.named("figures." + line)
	f.Room = line == "revenue"
	return f.ofYear(line, year)
}

// ofYear points the row at one year's line. The row was built without a place;
// here it gets one: a copy of the year, put back after a set.
func (f Field) ofYear(line string, year int) Field {
	bind := func(y *model.Year) Field {
		switch line {
		case "revenue", "target", "forecast":
			return amountField(f.Key, OfAccount, func(*Record) *model.Money { return &y.Revenue })
		case "cost_of_sales":
			return amountField(f.Key, OfAccount, func(*Record) *model.Money { return &y.CostOfSales })
		case "cost_to_serve":
			return amountField(f.Key, OfAccount, func(*Record) *model.Money { return &y.CostToServe })
		case "wallet":
			return amountField(f.Key, OfAccount, func(*Record) *model.Money { return &y.Wallet })
		case "capacity_share":
			return percentField(f.Key, OfAccount, func(*Record) *model.Num { return &y.CapacityShare })
		}
		return dayField(f.Key, OfAccount, func(*Record) *model.Date { return &y.Through })
	}
	f.Get = func(r *Record) string {
		if y := r.Account.Year(year, LineKind(line)); y != nil {
			return bind(y).Get(r)
		}
		return ""
	}
	f.set = func(r *Record, s string) error {
		if year == 0 {
			return model.Refuse(f.Key, words.T("edit.put-year-place-such-as", line), words.T("edit.names-no-year"))
		}
		y := model.Year{Year: year, Kind: LineKind(line)}
		if old := r.Account.Year(year, y.Kind); old != nil {
			y = *old
		}
		if err := bind(&y).set(r, s); err != nil {
			return err
		}
		r.Account.Years = putYear(r.Account.Years, y)
		return nil
	}
	return f
}

// putYear returns a copy of years with y in its place, ascending; a year that
// says nothing any more is left out.
func putYear(years []model.Year, y model.Year) []model.Year {
	out := slices.DeleteFunc(slices.Clone(years), func(x model.Year) bool { return x.Year == y.Year && x.Kind == y.Kind })
	if y != (model.Year{Year: y.Year, Kind: y.Kind}) {
		out = append(out, y)
		slices.SortFunc(out, func(a, b model.Year) int { return (a.Year-b.Year)*4 + int(a.Kind) - int(b.Kind) })
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
