package exchange

import (
	"strings"

	"accord/model/report"
)

// withCurrencies gives every column of numbers in which amounts carry a currency a
// column of their own for it: a number without its currency is another amount.
func withCurrencies(t *report.Table) report.Table {
	var out report.Table
	split := make([]bool, len(t.Head))
	for c, h := range t.Head {
		for _, row := range t.Rows {
			_, cur := currencyOf(row[c])
			split[c] = split[c] || t.Right[c] && cur != ""
		}
		out.Head, out.Right = append(out.Head, h), append(out.Right, t.Right[c])
		if split[c] {
			out.Head, out.Right = append(out.Head, "currency"), append(out.Right, false)
		}
	}
	for _, row := range t.Rows {
		var cells []string
		for c, v := range row {
			cur := ""
			if split[c] {
				v, cur = currencyOf(v)
			}
			if cells = append(cells, v); split[c] {
				cells = append(cells, cur)
			}
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// currencyOf parts an amount, 45,000 EUR, from its currency.
func currencyOf(s string) (amount, currency string) {
	i := len(s) - 4
	if i <= 0 || s[i] != ' ' || strings.Trim(s[i+1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return s, ""
	}
	if _, _, ok := plainCell(s[:i]); !ok {
		return s, ""
	}
	return s[:i], s[i+1:]
}
