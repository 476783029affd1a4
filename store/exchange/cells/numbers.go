package cells

import (
	"math"
	"strconv"
	"strings"

	"accord/model"
)

// NumberStyle is how a column writes its numbers, for those that could be read
// in two ways: 1,234 and 1.234.
type NumberStyle struct{ decimalComma bool }

// Numeral is a written number taken apart.
type Numeral struct {
	digits   string // digits and separators only
	negative bool
	Percent  bool
	scale    float64
	Currency model.Currency // "" when only a sign or nothing stands there
	Sign     string         // €, £, ₪ or $
}

// ParseNumber splits a written number; ok is false when other text is in it.
func ParseNumber(s string) (n Numeral, ok bool) {
	n.scale = 1
	s = strings.TrimSpace(s)
	s = n.takeCurrency(s)
	s = n.takeSigns(model.PlainSigns(s))
	if k := len(s) - 1; k > 0 {
		switch s[k] {
		case 'k', 'K':
			s, n.scale = s[:k], 1e3
		case 'm', 'M':
			s, n.scale = s[:k], 1e6
		}
	}
	mantissa, power, found := strings.Cut(strings.ToUpper(s), "E")
	if found && strings.Contains(mantissa, ".") { // 1.0E7, as some systems write large numbers
		if p, err := strconv.Atoi(power); err == nil && p >= -12 && p <= 15 {
			s, n.scale = mantissa+"0", n.scale*math.Pow10(p) // with one more digit it is never a thousand and so many
		}
	}
	s, ok = spaced(strings.TrimSpace(s))
	n.digits = s
	return n, ok && s != "" && strings.Trim(s, "0123456789.,") == "" && strings.Trim(s, ".,") != ""
}

// takeSigns takes off what stands around the digits: the sign of a currency, a minus
// or what means one, a percent sign.
func (n *Numeral) takeSigns(s string) string {
	for _, sign := range []string{"€", "£", "₪", "$"} {
		if before, after, found := strings.Cut(s, sign); found && !(digitAt(before, true) && digitAt(after, false)) {
			s, n.Sign = strings.TrimSpace(before+after), sign
		}
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && len(s) > 2 {
		s, n.negative = strings.TrimSpace(s[1:len(s)-1]), true
	}
	if rest, found := strings.CutPrefix(s, "-"); found {
		s, n.negative = rest, !n.negative
	} else if rest, found := strings.CutSuffix(s, "-"); found {
		s, n.negative = rest, !n.negative
	} else {
		s = strings.TrimPrefix(s, "+")
	}
	s, n.Percent = strings.CutSuffix(s, "%")
	return strings.TrimSpace(s)
}

// digitAt reports whether a text ends, or begins, with a digit.
func digitAt(s string, end bool) bool {
	if s = strings.TrimSpace(s); s == "" {
		return false
	}
	c := s[0]
	if end {
		c = s[len(s)-1]
	}
	return c >= '0' && c <= '9'
}

// spaced takes out blanks and apostrophes between thousands. Where they stand, a
// point or a comma is the decimal sign.
func spaced(s string) (string, bool) {
	if !strings.ContainsAny(s, " '") {
		return s, true
	}
	at := strings.IndexAny(s, ".,")
	if at < 0 {
		at = len(s)
	}
	whole, ok := model.Ungroup(s[:at])
	return whole + s[at:], ok && strings.LastIndexAny(s, ".,' ") <= at
}

// takeCurrency takes a code of three capitals off either end.
func (n *Numeral) takeCurrency(s string) string {
	if len(s) < 4 {
		return s
	}
	if c := CurrencyCode(s[:3]); c != "" {
		n.Currency = c
		return s[3:]
	}
	if c := CurrencyCode(s[len(s)-3:]); c != "" {
		n.Currency = c
		return s[:len(s)-3]
	}
	return s
}

// codes are the currencies taken from inside an amount or a heading, where three
// capitals could be anything; NIS is what ILS is called at home.
const codes = " USD EUR GBP ILS NIS CHF JPY CNY CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH INR BRL MXN ARS CLP COP PEN ZAR KRW SGD HKD TWD THB IDR MYR PHP VND AED SAR QAR KWD BHD OMR JOD EGP MAD TND NGN KES PKR "

func CurrencyCode(s string) model.Currency {
	if len(s) != 3 || !model.Currency(s).Valid() || !strings.Contains(codes, " "+s+" ") {
		return ""
	}
	if s == "NIS" {
		return "ILS"
	}
	return model.Currency(s)
}

// form says what the separators of a numeral can mean.
type form uint8

const (
	noForm       form = iota
	wholeForm         // no separator
	dotForm           // surely a decimal point, or commas between thousands
	commaForm         // surely a decimal comma, or dots between thousands
	dotOrGroup        // 1.234
	commaOrGroup      // 1,234
)

func (n Numeral) form() form {
	dots, commas := strings.Count(n.digits, "."), strings.Count(n.digits, ",")
	dot, comma := strings.LastIndexByte(n.digits, '.'), strings.LastIndexByte(n.digits, ',')
	switch {
	case dots == 0 && commas == 0:
		return wholeForm
	case dots > 0 && commas > 0:
		return n.bothForm(dots, commas, dot, comma)
	case commas > 1:
		return n.groupsForm(len(n.digits), dotForm)
	case dots > 1:
		return n.groupsForm(len(n.digits), commaForm)
	case commas == 1 && groupOf(n.digits, comma):
		return commaOrGroup
	case commas == 1:
		return commaForm
	case groupOf(n.digits, dot):
		return dotOrGroup
	}
	return dotForm
}

// bothForm takes the last of both signs for the decimal one.
func (n Numeral) bothForm(dots, commas, dot, comma int) form {
	switch {
	case dot > comma && dots == 1:
		return n.groupsForm(dot, dotForm)
	case comma > dot && commas == 1:
		return n.groupsForm(comma, commaForm)
	}
	return noForm
}

// groupsForm checks that what stands before the decimal sign is in groups.
func (n Numeral) groupsForm(end int, f form) form {
	if _, ok := model.Ungroup(n.digits[:end]); !ok {
		return noForm
	}
	return f
}

// groupOf reports whether the one separator at i could stand between thousands.
func groupOf(digits string, i int) bool {
	return len(digits)-i == 4 && i >= 1 && i <= 3 && digits[0] != '0'
}

// Value is the number, with doubtful separators read by the column's style.
func (n Numeral) Value(style NumberStyle) (float64, bool) {
	f, s := n.form(), n.digits
	if f == dotOrGroup || f == commaOrGroup {
		f = dotForm
		if style.decimalComma {
			f = commaForm
		}
	}
	switch f {
	case noForm:
		return 0, false
	case commaForm:
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	default:
		s = strings.ReplaceAll(s, ",", "")
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false
	}
	if n.negative {
		v = -v
	}
	return v * n.scale, true
}

// GuessNumbers settles a column's style from all of its values. doubt is a value
// that could be read in two ways, when nothing in the column decides.
func GuessNumbers(values func(yield func(string) bool), money bool) (style NumberStyle, doubt string) {
	var count [commaOrGroup + 1]int
	example := ""
	for s := range values {
		if n, ok := ParseNumber(s); ok {
			f := n.form()
			count[f]++
			if f == dotOrGroup && example == "" {
				example = s
			}
		}
	}
	switch {
	case count[commaForm] > count[dotForm]:
		return NumberStyle{decimalComma: true}, ""
	case count[dotForm] > 0 || count[dotOrGroup] == 0:
		return NumberStyle{}, ""
	case count[commaOrGroup] > 0:
		return NumberStyle{}, "" // both 1,234 and 1.234: each keeps its usual English meaning
	}
	// Money has no three decimals, so 1.234 in a column of such is thousands.
	return NumberStyle{decimalComma: money}, example
}
