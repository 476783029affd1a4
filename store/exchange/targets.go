package exchange

import (
	"slices"
	"strings"

	"accord/model"
)

// target is a field a column can go to, with the headings it is known by, the
// surest first.
type target struct {
	key     string
	label   string
	headers []string
}

// accountOf are the headings under which other files name the customer.
var (
	accountNames = []string{"account name", "account", "customer name", "customer", "customer full name", "company name", "company", "client", "client name", "associated company", "parentcustomerid", "organization", "potential customer", "שם לקוח", "לקוח", "שם חברה"}
	accountIDs   = []string{"account id", "accountid", "account name.id", "primary associated company id", "associated company ids", "record id company", "company id", "customer id", "(do not modify) account"}
	currencies   = []string{"currency", "currency iso code", "currencyisocode", "transactioncurrencyid", "currency code", "מטבע"}
)

// own are the targets that are no fields of the registry, or that need more
// headings than it has.
var own = map[Kind][]target{
	Accounts: {
		{"account.id", "Account id", []string{"account id", "id", "record id", "company id", "(do not modify) account", "accountid", "hs_object_id", "account number"}},
		{"account.parent", "Parent account", []string{"parent account id", "parentid", "parentaccountid", "parent account", "parent company", "parent", "subsidiary of", "חברת אם"}},
		{"account.currency", "Currency", currencies},
	},
	Contacts: {
		{"contact.id", "Contact id", []string{"contact id", "(do not modify) contact", "contactid", "id", "record id"}},
		{"contact.account", "Account", accountNames},
		{"contact.account_id", "Account id", accountIDs},
		{"contact.first", "First name", []string{"first name", "firstname", "given name", "שם פרטי"}},
		{"contact.last", "Last name", []string{"last name", "lastname", "surname", "family name", "שם משפחה"}},
		{"contact.full", "Full name", []string{"full name", "contact full name", "fullname", "contact name", "contact", "name", "שם מלא"}},
		{"contact.title", "Title", []string{"title", "job title", "jobtitle", "position", "תפקיד"}},
		{"contact.dept", "Department", []string{"department", "unit", "מחלקה"}},
		{"contact.reports_to", "Reports to", []string{"reports to", "manager", "managername", "manager name", "parent contact", "parent_contactid", "כפוף ל"}},
		{"contact.reports_to_id", "Reports to (id)", []string{"reportstoid", "reports to id", "manager id"}},
		{"contact.email", "Email", []string{"email", "emailaddress1", "email address", "e-mail", "דוא\"ל", "אימייל"}},
		{"contact.phone", "Phone", []string{"phone", "phone number", "business phone", "telephone1", "טלפון"}},
		{"contact.mobile", "Mobile phone", []string{"mobile", "mobile phone", "mobilephone", "mobile number", "נייד"}},
		{"contact.role", "Buying role", []string{"buying role", "role", "contact role", "accountrolecode"}},
		{"contact.last_activity", "Last activity", []string{"last activity", "last activity date", "last contacted", "lastactivitydate"}},
		{"contact.notes", "Notes", []string{"description", "notes", "contact description", "contact note"}},
	},
	Transactions: {
		{"transaction.id", "Id", []string{"opportunity id", "invoice", "order id", "transaction id", "deal id", "invoice number", "invoice no", "invoice id", "order number", "order no", "num", "(do not modify) opportunity", "(do not modify) invoice", "(do not modify) order", "id", "record id", "מספר חשבונית"}},
		{"transaction.account", "Account", accountNames},
		{"transaction.account_id", "Account id", accountIDs},
		{"transaction.amount", "Amount", []string{"close value", "amount", "total", "actual revenue", "actualvalue", "total amount", "net amount", "deal amount", "value", "revenue", "total revenue", "our revenue", "sales", "סכום", "מכירות", "הכנסות"}},
		{"transaction.date", "Date", []string{"close date", "date", "invoice date", "closedate", "actual close date", "closing date", "order date", "posting date", "תאריך"}},
		{"transaction.status", "Status", []string{"deal stage", "stage", "status", "stage name", "stagename", "dealstage", "statecode", "סטטוס", "שלב"}},
		{"transaction.offering", "Offering", []string{"product", "item", "offering", "product name", "product/service", "product family", "מוצר"}},
		{"transaction.owner", "Owner", []string{"sales agent", "opportunity owner", "deal owner", "sales rep", "sales representative", "salesperson", "sales person", "owner", "ownerid", "hubspot_owner_id", "איש מכירות"}},
		{"transaction.currency", "Currency", currencies},
	},
	Offerings: {
		{"offering.name", "Offering", []string{"product", "product name", "item", "item name", "product/service", "מוצר"}},
		{"offering.line", "Line", []string{"series", "product line", "product family", "family", "category", "סדרה", "משפחה"}},
		{"offering.price", "List price", []string{"sales price", "list price", "unit price", "price", "standard price", "retail price", "מחיר"}},
		{"offering.currency", "Currency", currencies},
	},
	Team: {
		{"team.name", "Member of our team", []string{"sales agent", "sales rep", "sales representative", "salesperson", "sales person", "team member", "agent", "rep", "איש מכירות"}},
		{"team.manager", "Manager", []string{"manager", "sales manager", "team leader", "reports to", "מנהל"}},
		{"team.office", "Office", []string{"regional office", "region", "office", "territory", "team", "אזור"}},
		{"team.title", "Title", []string{"title", "job title", "role", "position", "תפקיד"}},
		{"team.email", "Email", []string{"email", "email address", "e-mail", "דוא\"ל"}},
	},
	Figures: {
		{"figures.account", "Account", append(slices.Clone(accountNames), "name")},
		{"figures.account_id", "Account id", accountIDs},
		{"figures.year", "Year", []string{"year", "period", "fiscal year", "fy", "month", "quarter", "date", "שנה", "תקופה"}},
		{"figures.revenue", "Revenue", []string{"our revenue", "revenue", "sales", "total revenue", "net sales", "turnover", "מכירות", "הכנסות"}},
		{"figures.cost_of_sales", "Cost of sales", []string{"cost of sales", "cogs", "cost of goods sold", "cost of revenue", "עלות המכר"}},
		{"figures.gross_margin", "Gross margin", []string{"gross margin", "gross profit", "margin", "gm", "רווח גולמי"}},
		{"figures.cost_to_serve", "Cost to serve", []string{"cost to serve", "cts", "service cost"}},
		{"figures.wallet", "Customer's spend", []string{"wallet", "category spend", "customers spend", "customer spend", "total spend"}},
		{"figures.capacity_share", "Share of our capacity", []string{"capacity share", "share of our capacity", "capacity"}},
		{"figures.kind", "Actual, budget or forecast", []string{"scenario", "figure kind", "actual budget forecast"}},
		{"figures.currency", "Currency", currencies},
	},
}

// noise are columns that other systems write for themselves.
var noise = []string{"isdeleted", "masterrecordid", "systemmodstamp", "photourl", "createdbyid", "lastmodifiedbyid", "createddate",
	"lastmodifieddate", "lastvieweddate", "lastreferenceddate", "donotmodifyrowchecksum", "donotmodifymodifiedon", "jigsaw", "jigsawcompanyid", "cleanstatus", "operatinghoursid"}

// targets lists where the columns of a file of kind k can go. A heading that is
// a field's own label or key is the surest of all.
func targets(k Kind, g *model.Programme) []target {
	var out []target
	if k == Accounts {
		for _, f := range model.Fields(g) {
			if f.Of == model.OfAccount && f.Key != "parent" && !strings.HasPrefix(f.Key, "figures.") {
				out = append(out, accountTarget(f))
			}
		}
	}
	for _, t := range own[k] {
		t.headers = append([]string{t.label, t.key}, t.headers...)
		out = append(out, t)
	}
	return out
}

func accountTarget(f model.Field) target {
	t := target{key: "account." + f.Key, label: f.Label}
	if strings.Contains(f.Key, ".") { // a rating: its label alone is not its name
		t.key, t.headers = f.Key, []string{f.Key}
		return t
	}
	t.headers = append([]string{f.Label, t.key}, f.Headers...)
	return t
}

// aliases are other names under which --map may call a target.
var aliases = map[string]string{
	"account.industry": "account.segment", "account.type": "account.kind", "account.customer_turnover": "account.turnover",
	"account.description": "account.notes", "transaction.product": "transaction.offering", "transaction.stage": "transaction.status",
	"contact.name": "contact.full", "person.name": "contact.full", "person.email": "contact.email", "person.phone": "contact.phone",
	"person.notes": "contact.notes", "person.last_activity": "contact.last_activity", "seat.title": "contact.title",
	"seat.unit": "contact.dept", "seat.role": "contact.role", "contact.department": "contact.dept", "figures.period": "figures.year",
	"offering.product": "offering.name", "offering.family": "offering.line", "offering.series": "offering.line",
}

// targetNamed finds what a user's mapping means: a target's key, a registry key,
// or account.name in files that only refer to accounts.
func targetNamed(k Kind, list []target, name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	prefix := strings.TrimSuffix(string(k), "s") + "."
	if k == Figures {
		prefix = "figures."
	}
	tries := []string{name, aliases[name], prefix + name, aliases[prefix+name]}
	if k != Accounts {
		switch name {
		case "account.name", "name":
			tries = append(tries, prefix+"account")
		case "account.id":
			tries = append(tries, prefix+"account_id")
		}
	}
	for _, try := range tries {
		if try != "" && slices.ContainsFunc(list, func(t target) bool { return t.key == try }) {
			return try
		}
	}
	if line, year := figureKey(name); year > 0 && (k == Accounts || k == Figures) {
		return model.FigureKey(year, line)
	}
	return ""
}
