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
	Sign     string         // of a currency, as it is written: €, US$, kr
}

// ParseNumber splits a written number; ok is false when other text is in it.
func ParseNumber(s string) (n Numeral, ok bool) {
	n.scale = 1
	s = strings.TrimSpace(s)
	s = n.takeCurrency(s)
	s = n.takeSigns(model.PlainSigns(s))
	s = n.takeScale(s)
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

// scales are what stands behind a number that is so many of them, longer ones first.
var scales = []struct {
	end string
	n   float64
}{{"mrd.", 1e9}, {"mrd", 1e9}, {"mio.", 1e6}, {"mio", 1e6}, {"bn", 1e9}, {"mn", 1e6}, {"k", 1e3}, {"m", 1e6}, {"b", 1e9}}

// takeScale takes a word for thousands, millions or billions off the end.
func (n *Numeral) takeScale(s string) string {
	if s == "" || s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
		return s
	}
	low := strings.ToLower(s)
	for _, x := range scales {
		if rest, found := strings.CutSuffix(low, x.end); found && digitAt(rest, true) {
			n.scale = x.n
			return strings.TrimSpace(s[:len(rest)])
		}
	}
	return s
}

// takeSigns takes off what stands around the digits: the sign of a currency, a minus
// or what means one, a percent sign.
func (n *Numeral) takeSigns(s string) string {
	s = n.takeSign(s)
	s = wholeCents(s)
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

// moneySigns are the signs of currencies that stand beside amounts, longer ones first.
var moneySigns = []string{"US$", "U$S", "CA$", "AU$", "NZ$", "HK$", "NT$", "MX$", "R$", "C$", "A$", "S$", "ש\"ח", "SFr.", "sFr.", "Fr.", "Kč", "zł", "kr.", "kr", "Rs.", "Rs", "Ft", "lei",
	"€", "£", "₪", "¥", "￥", "₹", "₩", "₽", "₺", "฿", "₴", "₫", "₱", "₦", "$"}

// takeSign takes the sign of a currency off one end of an amount; a sign between digits is
// none.
func (n *Numeral) takeSign(s string) string {
	if Plain(s) && !strings.ContainsAny(s, "$kRFltrSs") {
		return s
	}
	for _, sign := range moneySigns {
		if before, after, found := strings.Cut(s, sign); found && !(digitAt(before, true) && digitAt(after, false)) {
			n.Sign = sign
			return strings.TrimSpace(before + after)
		}
	}
	return s
}

// wholeCents takes off what says that there are no cents: 1'500.- and 90,–.
func wholeCents(s string) string {
	for _, end := range []string{".--", ",--", ".-", ",-"} {
		if rest, found := strings.CutSuffix(s, end); found && digitAt(rest, true) {
			return rest
		}
	}
	return s
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

// more are the other codes of ISO 4217: a whole cell that is one is that currency.
const more = " AFN ALL AMD ANG AOA AWG AZN BAM BBD BDT BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CRC CUP CVE DJF DOP DZD ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HRK HTG IQD IRR JMD KGS KHR KMF KPW KYD KZT LAK LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MZN NAD NIO NPR PAB PGK PYG RSD RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP SZL TJS TMT TOP TTD TZS UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER ZMW ZWL "

// Code is the currency that a whole cell is the code of, "" for none.
func Code(s string) model.Currency {
	if c := CurrencyCode(s); c != "" {
		return c
	}
	if len(s) == 3 && model.Currency(s).Valid() && strings.Contains(more, " "+s+" ") {
		return model.Currency(s)
	}
	return ""
}

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
