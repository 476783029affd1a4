package model

import (
	"strconv"
	"strings"
	"time"
)

// headed gives a row the column headings importers take for it.
func (f Field) headed(headers ...string) Field { f.Headers = headers; return f }

// feeding says which instrument or score a row feeds.
func (f Field) feeding(score string) Field { f.Feeds = score; return f }

// staticFields is the registry without ratings and figures, which depend on the
// method pack and on the year.
var staticFields = func() []Field {
	var all []Field
	for _, group := range [][]Field{accountFields, programmeFields, settingFields(), teamFields, peopleFields, planFields, insightFields, valueFields, riskFields, cellFields} {
		all = append(all, group...)
	}
	return fitForRoom(all)
}()

var accountFields = []Field{
	textField("name", "Name", "What the customer is called.", OfAccount, func(r *record) *string { return &r.account.Name }).
		required("Type the customer's name.").headed("account name", "name", "company name", "company", "customer", "customer name", "account", "שם לקוח", "לקוח", "שם חברה"),
	choiceField("tier", "Tier", "The manager's decision about the account; no formula sets it.", OfAccount, tiers, func(r *record) *Tier { return &r.account.Tier }).
		headed("rating", "tier", "ideal customer profile tier", "target account").feeding("tier advice, size guard"),
	textField("owner", "Owner", "The account manager, as people write the name.", OfAccount, func(r *record) *string { return &r.account.Owner }).
		headed("account owner", "ownerid", "company owner", "owner", "hubspot_owner_id", "record owner", "מנהל לקוח"),
	parentField,
	textField("segment", "Segment", "Industry or market segment.", OfAccount, func(r *record) *string { return &r.account.Segment }).
		headed("industry", "industrycode", "sector", "segment", "ענף"),
	textField("kind", "Type", "Customer, prospect, partner: as the source system says.", OfAccount, func(r *record) *string { return &r.account.Kind }).
		headed("type", "account type", "relationship type", "customertypecode"),
	textField("country", "Country", "Where the customer is at home.", OfAccount, func(r *record) *string { return &r.account.Country }).
		headed("country", "billing country", "country/region", "office location", "address 1: country/region", "מדינה"),
	textField("city", "City", "Where the head office is.", OfAccount, func(r *record) *string { return &r.account.City }).
		headed("city", "billing city", "address 1: city", "address1_city", "עיר"),
	textField("website", "Website", "The customer's web address.", OfAccount, func(r *record) *string { return &r.account.Website }).
		headed("website", "website url", "websiteurl", "company domain name", "domain"),
	textField("phone", "Phone", "The switchboard.", OfAccount, func(r *record) *string { return &r.account.Phone }).
		headed("phone", "phone number", "main phone", "telephone1", "טלפון"),
	wholeField("employees", "Employees", "How many people work there.", "people", OfAccount, 0, 10_000_000, func(r *record) (func() Opt[int64], func(Opt[int64])) {
		return func() Opt[int64] { return r.account.Employees }, func(v Opt[int64]) { r.account.Employees = v }
	}).headed("employees", "number of employees", "numberofemployees", "no. of employees"),
	amountField("turnover", "Customer's turnover", "The customer's own yearly turnover, never our revenue.", OfAccount, func(r *record) *Money { return &r.account.Turnover }).
		headed("annual revenue", "annualrevenue", "revenue", "turnover", "מחזור"),
	tagsField("tags", "Tags", "Words to filter by.", func(r *record) *[]string { return &r.account.Tags }).headed("tags"),
	linkMember("manager", "Account manager", "Who of our team leads the account.", func(r *record) *MemberID { return &r.account.Manager }).feeding("relationship"),
	linkMember("sponsor", "Executive sponsor", "Who of our leadership stands behind the account.", func(r *record) *MemberID { return &r.account.Sponsor }).feeding("alignment"),
	flagField("archived", "Archived", "Kept, but out of lists and figures' way.", OfAccount, func(r *record) *bool { return &r.account.Archived }),
	longField("competitors", "Competitors", "Who else is there, and how they win.", OfAccount, func(r *record) *string { return &r.account.Competitors }),
	longField("focus", "Focus and stop", "What we invest in here, and what we stop doing.", OfAccount, func(r *record) *string { return &r.account.Focus }),
	longField("charter", "Charter", "In one sentence, what we want to be to this customer.", OfAccount, func(r *record) *string { return &r.account.Charter }).feeding("plan quality"),
	choiceField("stage_target", "Stage aimed at", "The relational stage we mean to reach.", OfAccount, stages, func(r *record) *Stage { return &r.account.StageTarget }).feeding("stage"),
	longField("notes", "Notes", "Anything worth remembering.", OfAccount, func(r *record) *string { return &r.account.Notes }).headed("description", "notes"),
}

// parentField names the parent account; a circle of parents is refused.
var parentField = Field{Key: "parent", Label: "Parent account", Help: "The account this one is a subsidiary of.", Kind: Link, Range: "an account's name or id",
	Headers: []string{"parent account", "parentid", "parent account id", "parent company", "parentaccountid", "subsidiary_of", "subsidiary of"},
	get: func(r *record) string {
		if p := r.portfolio.Account(r.account.Parent); p != nil {
			return p.Name
		}
		return ""
	},
	set: setParent,
}

func setParent(r *record, s string) error {
	s = strings.TrimSpace(s)
	if s == "" {
		r.account.Parent = ""
		return nil
	}
	d, ok := r.portfolio.(*draft)
	if !ok {
		return problem("parent", "", "cannot be set here")
	}
	var parent *Account
	same := sameAs(s)
	d.each(func(a *Account) {
		if same(a.Name) || string(a.ID) == s || hasSource(a.Sources, s) {
			parent = a
		}
	})
	if parent == nil {
		return problem("parent", "Type the name of an account in this file.", "there is no account called %q", s)
	}
	if d.descends(parent, r.account.ID) {
		return problem("parent", "Change the other one first.", "%s would be its own parent", r.account.Name)
	}
	r.account.Parent = parent.ID
	return nil
}

var programmeFields = []Field{
	textField("programme.title", "Programme", "What this programme is called.", OfProgramme, func(r *record) *string { return &r.programme.Title }),
	{Key: "programme.currency", Label: "Reporting currency", Of: OfProgramme, Kind: Text, Range: "three letters, such as EUR",
		Help: "The one currency figures are reported in.",
		get:  func(r *record) string { return string(r.programme.Currency) },
		set: func(r *record, s string) error {
			c := Currency(strings.ToUpper(strings.TrimSpace(s)))
			if !c.Valid() {
				return problem("programme.currency", "Type a code of three letters, such as EUR.", "%q is not a currency code", s)
			}
			if c != r.programme.Currency {
				r.programme.Currency, r.programme.Rates = c, nil // rates into another currency would be wrong numbers
			}
			return nil
		}},
	wholeField("programme.year_starts", "Year starts in month", "The first month of a financial year.", "month", OfProgramme, 1, 12, func(r *record) (func() Opt[int64], func(Opt[int64])) {
		return func() Opt[int64] { return Some(int64(max(1, r.programme.YearStarts))) },
			func(v Opt[int64]) { r.programme.YearStarts = time.Month(v.Or(1)) }
	}).feeding("figures"),
	wholeField("programme.year", "Year of the figures", "The year that figures are of; empty is the latest that enough accounts have.", "year", OfProgramme, 1990, 2100, func(r *record) (func() Opt[int64], func(Opt[int64])) {
		return func() Opt[int64] { return Opt[int64]{V: int64(r.programme.Year), Known: r.programme.Year > 0} },
			func(v Opt[int64]) { r.programme.Year = int(v.Or(0)) }
	}).feeding("figures"),
	ratesField,
	offeringsField,
	flagField("programme.median_cut", "Cut at the median", "Cut the quadrants at the portfolio's median instead of a fixed score.", OfProgramme, func(r *record) *bool { return &r.programme.MedianCut }).feeding("quadrant"),
	wholeField("programme.cut", "Fixed cut", "The score that divides high from low on both axes.", "score", OfProgramme, 1, 99, func(r *record) (func() Opt[int64], func(Opt[int64])) {
		return func() Opt[int64] { return Some(int64(r.programme.FixedCut())) },
			func(v Opt[int64]) { r.programme.Cut = float64(v.Or(0)) }
	}).feeding("quadrant"),
}

var teamFields = []Field{
	textField("member.name", "Name", "One of our people.", OfMember, func(r *record) *string { return &r.member.Name }).required("Type the person's name."),
	textField("member.title", "Title", "Their title with us.", OfMember, func(r *record) *string { return &r.member.Title }),
	choiceField("member.function", "Function", "The function they stand for.", OfMember, functions, func(r *record) *Function { return &r.member.Function }).feeding("zipper"),
	textField("member.email", "Email", "Their address.", OfMember, func(r *record) *string { return &r.member.Email }),
}

var peopleFields = []Field{
	textField("seat.title", "Title", "What the seat is called.", OfSeat, func(r *record) *string { return &r.seat.Title }).
		headed("title", "job title", "jobtitle", "position", "תפקיד"),
	textField("seat.unit", "Unit", "The part of the organisation.", OfSeat, func(r *record) *string { return &r.seat.Unit }).headed("department", "מחלקה"),
	choiceField("seat.function", "Function", "The business function of the seat.", OfSeat, functions, func(r *record) *Function { return &r.seat.Function }).feeding("zipper"),
	choiceField("seat.influence", "Influence", "How much the seat weighs in decisions.", OfSeat, influences, func(r *record) *Influence { return &r.seat.Influence }).feeding("coverage, support"),
	choiceField("seat.role", "Buying role", "The seat's part in a purchase.", OfSeat, buyingRoles, func(r *record) *BuyingRole { return &r.seat.Role }).
		headed("buying role", "role", "contact role", "accountrolecode"),
	flagField("seat.vacant", "Vacant", "Known to be empty.", OfSeat, func(r *record) *bool { return &r.seat.Vacant }),
	flagField("seat.confirmed", "Influence confirmed", "Influence and role are confirmed, not assumed.", OfSeat, func(r *record) *bool { return &r.seat.Confirmed }),
	textField("person.name", "Name", "Who it is.", OfPerson, func(r *record) *string { return &r.person.Name }).
		required("Type the person's name.").headed("full name", "name", "contact full name", "fullname", "שם מלא"),
	textField("person.email", "Email", "Their address.", OfPerson, func(r *record) *string { return &r.person.Email }).
		headed("email", "emailaddress1", "email address", "דוא\"ל"),
	textField("person.phone", "Phone", "Their number.", OfPerson, func(r *record) *string { return &r.person.Phone }).
		headed("phone", "phone number", "business phone", "telephone1", "mobile", "mobile phone", "טלפון"),
	supportField,
	choiceField("person.coverage", "Coverage", "How well we know them.", OfPerson, coverages, func(r *record) *Coverage { return &r.person.Coverage }).feeding("coverage"),
	choiceField("person.adaptability", "Adaptability", "How they take to new things.", OfPerson, adaptabilities, func(r *record) *Adaptability { return &r.person.Adaptability }),
	choiceField("person.orientation", "Decision orientation", "What they look at first.", OfPerson, orientations, func(r *record) *Orientation { return &r.person.Orientation }),
	flagField("person.confirmed", "Support confirmed", "Support and coverage are confirmed, not assumed.", OfPerson, func(r *record) *bool { return &r.person.Confirmed }),
	dayField("person.since", "In the seat since", "When they took the seat.", OfPerson, func(r *record) *Date { return &r.person.Since }),
	dayField("person.last_activity", "Last activity", "The last contact the source system knows.", OfPerson, func(r *record) *Date { return &r.person.LastActivity }).
		headed("last activity", "last activity date", "last contacted", "lastactivitydate"),
	longField("person.cares", "Cares about", "What matters to them.", OfPerson, func(r *record) *string { return &r.person.Cares }),
	longField("person.notes", "Notes", "Anything worth remembering.", OfPerson, func(r *record) *string { return &r.person.Notes }),
	choiceField("tie.level", "Level now", "Our standing: vendor, credible source, problem solver, trusted advisor.", OfTie, tieLevels, func(r *record) *TieLevel { return &r.tie.Level }).feeding("bow-tie, threads"),
	choiceField("tie.target", "Level aimed at", "The standing we mean to reach.", OfTie, tieLevels, func(r *record) *TieLevel { return &r.tie.Target }).feeding("level gap"),
	dayField("tie.last_contact", "Last contact", "When the two last spoke.", OfTie, func(r *record) *Date { return &r.tie.LastContact }).feeding("tie strength"),
	wholeField("tie.cadence", "Cadence", "Days between contacts we mean to keep.", "days", OfTie, 1, 730, func(r *record) (func() Opt[int64], func(Opt[int64])) {
		return func() Opt[int64] { return Opt[int64]{int64(r.tie.Cadence), r.tie.Cadence > 0} },
			func(v Opt[int64]) { r.tie.Cadence = int(v.Or(0)) }
	}).feeding("stale"),
}

// supportField is −2..+2 or a word, which no other field is.
var supportField = Field{Key: "person.support", Label: "Support", Of: OfPerson, Kind: Choice, Choices: supportWords, Feeds: "support",
	Range: "-2 enemy · -1 non-supporter · 0 neutral · 1 supporter · 2 mentor", Help: "Where they stand towards us.",
	get: func(r *record) string { return SupportWord(r.person.Support) },
	set: func(r *record, s string) error {
		t := strings.ToLower(strings.TrimSpace(s))
		if t == "" {
			r.person.Support = Support{}
			return nil
		}
		if n, err := strconv.Atoi(strings.TrimPrefix(t, "+")); err == nil && n >= -2 && n <= 2 {
			r.person.Support = Some(n)
			return nil
		}
		for i, w := range supportWords {
			if strings.HasPrefix(w, t) {
				r.person.Support = Some(i - 2)
				return nil
			}
		}
		return problem("person.support", "Choose enemy, non-supporter, neutral, supporter or mentor.", "%q is not a choice", s)
	}}

var planFields = []Field{
	textField("objective.text", "Objective", "What will be different.", OfObjective, func(r *record) *string { return &r.objective.Text }).required("Say what will be different."),
	textField("objective.goal", "Their goal", "The customer's own goal it serves.", OfObjective, func(r *record) *string { return &r.objective.Goal }).feeding("plan quality"),
	textField("objective.measure", "Measure", "How both sides will see it.", OfObjective, func(r *record) *string { return &r.objective.Measure }).feeding("plan quality"),
	textField("objective.baseline", "Baseline", "Where it stands today.", OfObjective, func(r *record) *string { return &r.objective.Baseline }),
	textField("objective.target", "Target", "Where it should stand.", OfObjective, func(r *record) *string { return &r.objective.Target }).feeding("plan quality"),
	dayField("objective.due", "By", "When it should be reached.", OfObjective, func(r *record) *Date { return &r.objective.Due }).feeding("plan quality"),
	textField("objective.owner", "Owner", "Who answers for it.", OfObjective, func(r *record) *string { return &r.objective.Owner }),
	choiceField("objective.status", "Status", "How it stands.", OfObjective, objectiveStands, func(r *record) *ObjectiveStatus { return &r.objective.Status }),
	pointLink, usesLink,
	flagField("objective.shared", "Shared with the customer", "The customer may read it: only then is it in a report for them.", OfObjective, func(r *record) *bool { return &r.objective.Shared }),
	textField("action.text", "Action", "What somebody will do.", OfAction, func(r *record) *string { return &r.action.Text }).required("Say who does what."),
	textField("action.owner", "Owner", "Who does it.", OfAction, func(r *record) *string { return &r.action.Owner }).feeding("plan quality"),
	dayField("action.due", "Due", "By when.", OfAction, func(r *record) *Date { return &r.action.Due }).feeding("execution"),
	actionStatusField,
	choiceField("action.again", "Again", "How often it comes again: done, the next one is there.", OfAction, recurrences, func(r *record) *Recurrence { return &r.action.Again }),
	afterLink, personLink, valueLink,
	flagField("action.shared", "Shared with the customer", "The customer may read it: only then is it in a report or calendar for them.", OfAction, func(r *record) *bool { return &r.action.Shared }),
	{Key: "action.objective", Label: "For objective", Of: OfAction, Kind: Link, Range: "an objective's words", Feeds: "plan quality",
		Help: "The objective it serves.",
		get: func(r *record) string {
			if o := r.account.Objective(r.action.Objective); o != nil {
				return o.Text
			}
			return ""
		},
		set: func(r *record, s string) error {
			r.action.Objective = ""
			for _, o := range r.account.Objectives {
				if s != "" && (string(o.ID) == s || strings.HasPrefix(strings.ToLower(o.Text), strings.ToLower(strings.TrimSpace(s)))) {
					r.action.Objective = o.ID
					return nil
				}
			}
			if s != "" {
				return problem("action.objective", "Type the beginning of an objective of this account.", "no objective begins with %q", s)
			}
			return nil
		}},
}

// actionStatusField dates the day an action was done.
var actionStatusField = func() Field {
	f := choiceField("action.status", "Status", "How it stands.", OfAction, actionStands, func(r *record) *ActionStatus { return &r.action.Status }).feeding("execution")
	set := f.set
	f.set = func(r *record, s string) error {
		was := r.action.Status
		if err := set(r, s); err != nil {
			return err
		}
		switch {
		case r.action.Status != ActionDone:
			r.action.Done = Date{}
		case was != ActionDone:
			r.action.Done = r.today
		}
		return nil
	}
	return f
}()
