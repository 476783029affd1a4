package evidence

import (
	"maps"

	"accord/model"
)

// moneyLists are the names of currencies, as Dynamics and banks write them.
var moneyLists = map[model.Currency]string{
	"EUR": "euro|euros|eur euro", "USD": "us dollar|us dollars|u.s. dollar|united states dollar|american dollar|usd us dollar|us-dollar", "GBP": "pound sterling|british pound|pounds sterling|gb pound|uk pound sterling|sterling",
	"ILS": "nis|new israeli shekel|israeli shekel|israeli new shekel|shekel|ש״ח|שקל|שקלים|שקל חדש", "CHF": "swiss franc|schweizer franken|franc suisse", "JPY": "japanese yen|yen",
	"CNY": "yuan|chinese yuan|yuan renminbi|renminbi|rmb", "CAD": "canadian dollar", "AUD": "australian dollar", "NZD": "new zealand dollar", "SEK": "swedish krona|svensk krona",
	"NOK": "norwegian krone|norsk krone", "DKK": "danish krone|dansk krone", "ISK": "icelandic krona", "PLN": "polish zloty|zloty|złoty", "CZK": "czech koruna|czech crown|koruna česká",
	"HUF": "hungarian forint|forint", "RON": "romanian leu|leu", "BGN": "bulgarian lev|lev", "TRY": "turkish lira", "RUB": "russian ruble|russian rouble", "UAH": "ukrainian hryvnia|hryvnia",
	"INR": "indian rupee", "BRL": "brazilian real|real", "MXN": "mexican peso", "ARS": "argentine peso", "CLP": "chilean peso", "COP": "colombian peso", "ZAR": "south african rand|rand",
	"KRW": "south korean won|korean won", "SGD": "singapore dollar", "HKD": "hong kong dollar", "TWD": "new taiwan dollar", "THB": "thai baht|baht", "IDR": "indonesian rupiah|rupiah",
	"MYR": "malaysian ringgit|ringgit", "PHP": "philippine peso", "VND": "vietnamese dong|dong", "AED": "uae dirham|united arab emirates dirham", "SAR": "saudi riyal", "EGP": "egyptian pound",
}

var moneys = func() map[string]model.Currency {
	out := squeezed(moneyLists)
	maps.DeleteFunc(out, func(w string, _ model.Currency) bool { return w == "" })
	return out
}()
