package exchange

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
)

// accountNames are the headings under which other files name the customer.
var (
	accountNames = []string{"account name", "account", "customer name", "customer", "customer full name", "company name", "company", "client", "client name", "associated company", "parentcustomerid", "organization", "potential customer", "שם לקוח", "לקוח", "שם חברה"}
	accountIDs   = []string{"account id", "accountid", "account name.id", "primary associated company id", "associated company ids", "record id company", "company id", "customer id", "(do not modify) account"}
	currencies   = []string{"currency", "currency iso code", "currencyisocode", "transactioncurrencyid", "currency code", "מטבע"}
)

// noise are columns that other systems write for themselves.
var noise = []string{"isdeleted", "masterrecordid", "systemmodstamp", "photourl", "createdbyid", "lastmodifiedbyid", "createddate",
	"lastmodifieddate", "lastvieweddate", "lastreferenceddate", "donotmodifyrowchecksum", "donotmodifymodifiedon", "jigsaw", "jigsawcompanyid", "cleanstatus", "operatinghoursid"}

// targets lists where the columns of a file of a kind can go. A heading that is
// a field's own label or key is the surest of all.
func (k *kindRow) targets(g *model.Programme) []target {
	var out []target
	if k.fields != nil {
		for _, f := range edit.Fields(g) {
			if f.Of == edit.OfAccount && f.Key != "parent" && !strings.HasPrefix(f.Key, "figures.") {
				out = append(out, k.accountTarget(f))
			}
		}
	}
	for _, t := range k.columns {
		t.headers = append([]string{t.label, t.key}, t.headers...)
		out = append(out, t)
	}
	return out
}

// accountTarget is a field of an account as a column.
func (k *kindRow) accountTarget(f edit.Field) target {
	t := target{key: "account." + f.Key, label: f.Label, role: k.fields[f.Key], example: k.samples[f.Key]}
	if strings.Contains(f.Key, ".") { // a rating: its label alone is not its name
		t.key, t.headers = f.Key, []string{f.Key}
		return t
	}
	t.headers = append([]string{f.Label, t.key}, f.Headers...)
	return t
}

// targetNamed finds what a user's mapping means: a target's key, a registry key,
// or account.name in files that only refer to accounts.
func (k *kindRow) targetNamed(list []target, name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	tries := []string{name, k.also[name], k.prefix + name, k.also[k.prefix+name]}
	switch name {
	case "account.name", "name":
		tries = append(tries, k.prefix+"account")
	case "account.id":
		tries = append(tries, k.prefix+"account_id")
	}
	for _, try := range tries {
		if try != "" && slices.ContainsFunc(list, func(t target) bool { return t.key == try }) {
			return try
		}
	}
	if line, year := figureKey(name); year > 0 && k.years {
		return edit.FigureKey(year, line)
	}
	return ""
}

// figureKey takes a registry key such as figures.2025.revenue apart.
func figureKey(key string) (line string, year int) {
	p := strings.Split(key, ".")
	if len(p) != 3 || p[0] != "figures" || !slices.Contains(edit.YearLines(), p[2]) {
		return "", 0
	}
	year, err := strconv.Atoi(p[1])
	if err != nil || year < 1900 || year > 2200 {
		return "", 0
	}
	return p[2], year
}
