package exchange

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
)

// target is a field a column can go to, with the headings it is known by, the
// surest first.
type target struct {
	key     string
	label   string
	role    role
	example string // in a template; a column without one is not in it
	headers []string
}

// columnOf is a row of the columns of a kind.
func columnOf(key, label string, r role, example string, headings ...string) target {
	return target{key, label, r, example, headings}
}

// role is what a column holds: it says how its cells are read and how long they may be.
type role uint8

// The roles of columns. essential goes with another: a row says of nobody what it says
// when it is lost.
const (
	textRole  role = iota // a line of text
	nameRole              // what somebody or something is called
	idRole                // an id of another system
	notesRole             // a long text
	dayRole
	numberRole // a number or an amount
	shareRole

	essential role = 0x80
)

// roleWords tell what a column holds.
var roleWords = [...]string{textRole: "text", nameRole: "name", idRole: "id", notesRole: "long text", dayRole: "day or period", numberRole: "number", shareRole: "share"}

func (r role) String() string { return roleWords[r&^essential] }

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
	if k.fields {
		for _, f := range edit.Fields(g) {
			if f.Of == edit.OfAccount && f.Key != "parent" && !strings.HasPrefix(f.Key, "figures.") {
				out = append(out, accountTarget(f))
			}
		}
	}
	for _, t := range k.columns {
		t.headers = append([]string{t.label, t.key}, t.headers...)
		out = append(out, t)
	}
	return out
}

func accountTarget(f edit.Field) target {
	t := target{key: "account." + f.Key, label: f.Label, role: accountRoles[f.Key], example: accountExamples[f.Key]}
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
