package model

import (
	"accord/model/words"
	"math"
	"strconv"
	"strings"
)

// Currency is an ISO 4217 code in capitals, such as EUR.
type Currency string

// Index is the currency of money that is an index: the code of ISO 4217 for no
// currency at all.
const Index Currency = "XXX"

// String is the code; an index has none and says what it is.
func (c Currency) String() string {
	if c == Index {
		return "index"
	}
	return string(c)
}

// Beside is an amount with its currency; an index has none.
func (c Currency) Beside(amount string) string {
	if c == Index {
		return amount
	}
	return amount + " " + string(c)
}

// digits is how many decimal places a currency's minor unit has.
func (c Currency) digits() int {
	switch c {
	case "JPY", "KRW", "CLP", "VND", "ISK":
		return 0
	case "KWD", "BHD", "OMR", "JOD", "TND":
		return 3
	}
	return 2
}

func (c Currency) unit() float64 { return math.Pow10(c.digits()) }

// Smallest is one minor unit in major units.
func (c Currency) Smallest() float64 { return 1 / c.unit() }

// Valid reports whether c looks like an ISO 4217 code.
func (c Currency) Valid() bool {
	if len(c) != 3 {
		return false
	}
	for _, r := range c {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}

// maxMinor keeps every sum of a hundred thousand amounts inside an int64 and
// every single amount exact in a float64.
const maxMinor = 1 << 53

// Money is whole minor units of one currency. The zero Money, without a
// currency, is unknown; zero euros is Money{Currency: "EUR"}.
type Money struct {
	Minor    int64    `json:"minor"`
	Currency Currency `json:"cur"`

	exact float64 // of an index: major units before they were rounded, for the scores alone
	grain float64 // of an index: what one minor unit of the reporting currency is in it; 0 for other money
}

// NewMoney rounds an amount in major units to whole minor units, half away from zero.
func NewMoney(major float64, c Currency) Money {
	return Money{Minor: int64(math.Round(major * c.unit())), Currency: c}
}

// IndexMoney is an amount as an index, rounded to the hundredth; exact is for the scores
// alone and is written nowhere, and grain is what one minor unit of the reporting currency
// became, for what is rounded before it is added.
func IndexMoney(exact, rounded, grain float64, c Currency) Money {
	m := NewMoney(rounded, c)
	m.exact, m.grain = exact, grain
	return m
}

// Plus is the sum of two amounts of one currency; that of indexes is exact.
func (m Money) Plus(n Money) Money {
	return Money{Minor: m.Minor + n.Minor, Currency: n.Currency, exact: m.exact + n.exact, grain: n.grain}
}

// Known reports whether the amount is known.
func (m Money) Known() bool { return m.Currency != "" }

// Major returns the amount in major units; 0 when unknown, so ask Known first.
func (m Money) Major() float64 {
	if m.grain > 0 {
		return m.exact
	}
	return m.rounded()
}

// Grain is one minor unit of a currency in major units.
func (c Currency) Grain() float64 { return 1 / c.unit() }

// whole rounds what became of an amount in the reporting currency to whole minor units,
// half away from zero; what became of an index to what they are in it.
func (m Money) whole(v float64, c Currency) float64 {
	if m.grain > 0 {
		return nearest(v/m.grain) * m.grain
	}
	return nearest(v*c.unit()) / c.unit()
}

func (m Money) rounded() float64 { return float64(m.Minor) / m.Currency.unit() }

// Num returns the amount in major units as a number that may be unknown.
func (m Money) Num() Num {
	if !m.Known() {
		return Num{}
	}
	return Some(m.Major())
}

// String prints the exact amount with its currency, or – when unknown.
func (m Money) String() string {
	if !m.Known() {
		return "–"
	}
	return m.Currency.Beside(m.Plain())
}

// Plain prints the exact amount without currency or separators, for machines and editing.
func (m Money) Plain() string {
	if !m.Known() {
		return ""
	}
	d := m.Currency.digits()
	if m.Minor%int64(m.Currency.unit()) == 0 {
		d = 0
	}
	return strconv.FormatFloat(m.rounded(), 'f', d, 64)
}

// ParseMoney reads an amount a person typed, such as "1,234.50", "1 234,5",
// "12k", "1.5m" or "2000 USD"; without a code it is in currency c. The empty
// string and "-" are the unknown amount.
func ParseMoney(s string, c Currency) (Money, error) {
	t := strings.TrimSpace(s)
	if t == "" || t == "-" || t == "–" {
		return Money{}, nil
	}
	if n := len(t); n > 4 {
		if code := Currency(strings.ToUpper(t[n-3:])); code.Valid() && t[n-4] == ' ' {
			c, t = code, strings.TrimSpace(t[:n-4])
		}
	}
	scale := 1.0
	switch t[len(t)-1] {
	case 'k', 'K':
		scale, t = 1e3, t[:len(t)-1]
	case 'm', 'M':
		scale, t = 1e6, t[:len(t)-1]
	}
	v, err := ParseNumber(t)
	if err != nil {
		return Money{}, err
	}
	v *= scale
	if math.Abs(v*c.unit()) > maxMinor {
		return Money{}, words.Fail("model.larger-than-any-amount-kept", s)
	}
	return NewMoney(v, c), nil
}

// ParseNumber reads a number in the usual written forms: 1234.5, 1,234.5,
// 1.234,5, 1 234,5, (12.5) for a negative, a leading currency sign ignored.
// With one separator only, three digits behind it mean thousands.
func ParseNumber(s string) (float64, error) {
	bad := words.Fail("model.not-number", s)
	t := bare(PlainSigns(s))
	neg := false
	if strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")") {
		neg, t = true, bare(t[1:len(t)-1])
	}
	if rest, ok := strings.CutPrefix(t, "-"); ok {
		neg, t = !neg, bare(rest)
	}
	t, ok := decimalPoint(t)
	if !ok || t == "" || strings.Trim(t, "0123456789.") != "" {
		return 0, bad
	}
	v, err := strconv.ParseFloat(t, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, bad
	}
	if neg {
		v = -v
	}
	return v, nil
}

// bare takes blanks and the sign of a currency off both ends.
func bare(s string) string { return strings.Trim(s, " €$£₪") }
