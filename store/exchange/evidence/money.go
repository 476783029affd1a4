package evidence

import (
	"strings"
	"unicode"

	"accord/model"
	"accord/store/exchange/cells"
)

// MoneyOf reads a currency as programs write it: a code, a name, a sign, or a code among
// other words ("EUR - Euro"). "" is one that says too little: $ is many moneys, unless it is
// that of home.
func MoneyOf(s string, home model.Currency) model.Currency {
	s = strings.TrimSpace(s)
	if c := cells.Code(strings.ToUpper(s)); c != "" {
		return c
	}
	if c := signOf(s, home); c != "" {
		return c
	}
	if c, ok := moneys[cells.Squeeze(s)]; ok {
		return c
	}
	var found model.Currency
	for i, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if c := cells.Code(w); c != "" && (i == 0 || found == "") {
			if found != "" && found != c {
				return ""
			}
			found = c
			if i == 0 {
				break
			}
		}
	}
	return found
}

// signs are those that one money has, and many those that several share.
var (
	signs = map[string]model.Currency{"€": "EUR", "£": "GBP", "₪": "ILS", "ש\"ח": "ILS", "zł": "PLN", "r$": "BRL", "us$": "USD", "u$s": "USD", "ca$": "CAD", "c$": "CAD",
		"a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "mx$": "MXN", "₹": "INR", "kč": "CZK", "ft": "HUF", "₩": "KRW", "₽": "RUB", "₺": "TRY",
		"฿": "THB", "₴": "UAH", "fr.": "CHF", "sfr.": "CHF", "sfr": "CHF", "lei": "RON", "лв": "BGN", "₫": "VND", "₱": "PHP", "₦": "NGN", "₸": "KZT", "₡": "CRC", "₲": "PYG"}
	many = map[string][]model.Currency{"$": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP"}, "¥": {"JPY", "CNY"}, "円": {"JPY"}, "元": {"CNY"},
		"kr": {"SEK", "NOK", "DKK", "ISK"}, "kr.": {"DKK", "SEK", "NOK", "ISK"}, "rs": {"INR", "PKR", "LKR", "NPR"}, "rs.": {"INR", "PKR", "LKR", "NPR"}, "fr": {"CHF"}, "￥": {"JPY", "CNY"}}
)

func signOf(s string, home model.Currency) model.Currency {
	s = strings.ToLower(s)
	if c, ok := signs[s]; ok {
		return c
	}
	for _, c := range many[s] {
		if c == home || len(many[s]) == 1 {
			return c
		}
	}
	return ""
}
