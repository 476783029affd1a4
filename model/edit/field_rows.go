package edit

import (
	"strconv"
	"strings"
	"time"

	"accord/model"
	"accord/model/words"
)

// headed gives a row the column headings importers take for it.
func (f Field) headed(headers ...string) Field { f.Headers = headers; return f }

// feeding says which instrument or score a row feeds.
func (f Field) feeding(score string) Field { f.Feeds = score; return f }

// StaticFields is the registry without ratings and figures, which depend on the
// method pack and on the year.
var StaticFields = words.Table(func() []Field {
	var all []Field
	for _, group := range [][]Field{accountFields(), programmeFields(), settingFields(), teamFields(), peopleFields(), planFields(), insightFields(), valueFields(), riskFields(), cellFields()} {
		all = append(all, group...)
	}
	return fitForRoom(all)
})

var accountFields = words.Table(func() []Field {
	return []Field{
		textField("name", "Name", "What the customer is called.", OfAccount, func(r *Record) *string { return &r.Account.Name }).
			required("Type the customer's name.").headed("account name", "name", "company name", "company", "customer", "customer name", "account", "שם לקוח", "לקוח", "שם חברה"),
		choiceField("tier", "Tier", "The manager's decision about the account; no formula sets it.", OfAccount, model.Tiers, func(r *Record) *model.Tier { return &r.Account.Tier }).
			headed("rating", "tier", "ideal customer profile tier", "target account").feeding("tier advice, size guard"),
		textField("owner", "Owner", "The account manager, as people write the name.", OfAccount, func(r *Record) *string { return &r.Account.Owner }).
			headed("account owner", "ownerid", "company owner", "owner", "hubspot_owner_id", "record owner", "מנהל לקוח"),
		parentField(),
		textField("segment", "Segment", "Industry or market segment.", OfAccount, func(r *Record) *string { return &r.Account.Segment }).
			headed("industry", "industrycode", "sector", "segment", "ענף"),
		textField("kind", "Type", "Customer, prospect, partner: as the source system says.", OfAccount, func(r *Record) *string { return &r.Account.Kind }).
			headed("type", "account type", "relationship type", "customertypecode"),
		textField("country", "Country", "Where the customer is at home.", OfAccount, func(r *Record) *string { return &r.Account.Country }).
			headed("country", "billing country", "country/region", "office location", "address 1: country/region", "מדינה"),
		textField("city", "City", "Where the head office is.", OfAccount, func(r *Record) *string { return &r.Account.City }).
			headed("city", "billing city", "address 1: city", "address1_city", "עיר"),
		textField("website", "Website", "The customer's web address.", OfAccount, func(r *Record) *string { return &r.Account.Website }).
			headed("website", "website url", "websiteurl", "company domain name", "domain"),
		textField("phone", "Phone", "The switchboard.", OfAccount, func(r *Record) *string { return &r.Account.Phone }).
			headed("phone", "phone number", "main phone", "telephone1", "טלפון"),
		wholeField("employees", "Employees", "How many people work there.", "people", OfAccount, 0, 10_000_000, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return r.Account.Employees }, func(v model.Opt[int64]) { r.Account.Employees = v }
		}).headed("employees", "number of employees", "numberofemployees", "no. of employees"),
		amountField("turnover", "Customer's turnover", "The customer's own yearly turnover, never our revenue.", OfAccount, func(r *Record) *model.Money { return &r.Account.Turnover }).
			headed("annual revenue", "annualrevenue", "revenue", "turnover", "מחזור"),
		tagsField("tags", "Tags", "Words to filter by.", func(r *Record) *[]string { return &r.Account.Tags }).headed("tags"),
		linkMember("manager", "Account manager", "Who of our team leads the account.", func(r *Record) *model.MemberID { return &r.Account.Manager }).feeding("relationship"),
		linkMember("sponsor", "Executive sponsor", "Who of our leadership stands behind the account.", func(r *Record) *model.MemberID { return &r.Account.Sponsor }).feeding("alignment"),
		flagField("archived", "Archived", "Kept, but out of lists and figures' way.", OfAccount, func(r *Record) *bool { return &r.Account.Archived }),
		longField("competitors", "Competitors", "Who else is there, and how they win.", OfAccount, func(r *Record) *string { return &r.Account.Competitors }),
		longField("focus", "Focus and stop", "What we invest in here, and what we stop doing.", OfAccount, func(r *Record) *string { return &r.Account.Focus }),
		longField("charter", "Charter", "In one sentence, what we want to be to this customer.", OfAccount, func(r *Record) *string { return &r.Account.Charter }).feeding("plan quality"),
		choiceField("stage_target", "Stage aimed at", "The relational stage we mean to reach.", OfAccount, model.Stages, func(r *Record) *model.Stage { return &r.Account.StageTarget }).feeding("stage"),
		longField("notes", "Notes", "Anything worth remembering.", OfAccount, func(r *Record) *string { return &r.Account.Notes }).headed("description", "notes"),
	}
})

// parentField names the parent account; a circle of parents is refused.
var parentField = words.Table(func() Field {
	return Field{Key: "parent", Label: words.T("edit.parent-account"), Help: words.T("edit.account-this-one-subsidiary"), Kind: Link, Range: words.T("edit.accounts-name-or-id"),
		Headers: []string{"parent account", "parentid", "parent account id", "parent company", "parentaccountid", "subsidiary_of", "subsidiary of"},
		Get: func(r *Record) string {
			if p := r.Portfolio.Account(r.Account.Parent); p != nil {
				return p.Name
			}
			return ""
		},
		set: setParent,
	}
})

func setParent(r *Record, s string) error {
	s = strings.TrimSpace(s)
	if s == "" {
		r.Account.Parent = ""
		return nil
	}
	d, ok := r.Portfolio.(*Draft)
	if !ok {
		return model.Refuse("parent", "", words.T("edit.cannot-set-here"))
	}
	var parent *model.Account
	same := model.SameAs(s)
	d.each(func(a *model.Account) {
		if same(a.Name) || string(a.ID) == s || model.HasSource(a.Sources, s) {
			parent = a
		}
	})
	if parent == nil {
		return model.Refuse("parent", words.T("edit.type-name-account-this-file"), words.T("edit.there-no-account-called", s))
	}
	if d.descends(parent, r.Account.ID) {
		return model.Refuse(
			"parent",
			words.T("edit.change-other-one-first"),
			words.T("edit.would-own-parent", r.Account.Name),
		)
	}
	r.Account.Parent = parent.ID
	return nil
}

var programmeFields = words.Table(func() []Field {
	return []Field{
		textField("programme.title", words.T("edit.programme"), words.T("edit.what-this-programme-called"), OfProgramme, func(r *Record) *string { return &r.Programme.Title }),
		{Key: "programme.currency", Label: words.T("edit.reporting-currency"), Of: OfProgramme, Kind: Text, Range: words.T("edit.three-letters-such-as-eur"),
			Help: words.T("edit.one-currency-figures-reported"),
			Get:  func(r *Record) string { return string(r.Programme.Currency) },
			set: func(r *Record, s string) error {
				c := model.Currency(strings.ToUpper(strings.TrimSpace(s)))
				if !c.Valid() {
					return model.Refuse("programme.currency", words.T("edit.type-code-three-letters-such"), words.T("edit.not-currency-code", s))
				}
				if c != r.Programme.Currency {
					r.Programme.Currency, r.Programme.Rates = c, nil // rates into another currency would be wrong numbers
				}
				return nil
			}},
		wholeField("programme.year_starts", words.T("edit.year-starts-month"), words.T("edit.first-month-financial-year"), "month", OfProgramme, 1, 12, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return model.Some(int64(max(1, r.Programme.YearStarts))) },
				func(v model.Opt[int64]) { r.Programme.YearStarts = time.Month(v.Or(1)) }
		}).feeding("figures"),
		wholeField("programme.year", words.T("edit.year-figures"), words.T("edit.year-figures-empty-latest-enough"), "year", OfProgramme, 1990, 2100, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] {
					return model.Opt[int64]{V: int64(r.Programme.Year), Known: r.Programme.Year > 0}
				},
				func(v model.Opt[int64]) { r.Programme.Year = int(v.Or(0)) }
		}).feeding("figures"),
		ratesField(),
		OfferingsField(),
		flagField("programme.median_cut", words.T("edit.cut-at-median"), words.T("edit.cut-quadrants-at-portfolios-median"), OfProgramme, func(r *Record) *bool { return &r.Programme.MedianCut }).feeding("quadrant"),
		wholeField("programme.cut", words.T("edit.fixed-cut"), words.T("edit.score-divides-high-from-low"), "score", OfProgramme, 1, 99, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return model.Some(int64(r.Programme.FixedCut())) },
				func(v model.Opt[int64]) { r.Programme.Cut = float64(v.Or(0)) }
		}).feeding("quadrant"),
	}
})

var teamFields = words.Table(func() []Field {
	return []Field{
		textField("member.name", words.T("edit.name-2"), words.T("edit.one-our-people"), OfMember, func(r *Record) *string { return &r.Member.Name }).required(words.T("edit.type-persons-name")),
		textField("member.title", words.T("edit.title"), words.T("edit.their-title-us"), OfMember, func(r *Record) *string { return &r.Member.Title }),
		choiceField("member.function", words.T("edit.function"), words.T("edit.function-they-stand"), OfMember, model.Functions, func(r *Record) *model.Function { return &r.Member.Function }).feeding("zipper"),
		textField("member.email", words.T("edit.email"), words.T("edit.their-address"), OfMember, func(r *Record) *string { return &r.Member.Email }),
	}
})

var peopleFields = words.Table(func() []Field {
	return []Field{
		textField("seat.title", "Title", "What the seat is called.", OfSeat, func(r *Record) *string { return &r.Seat.Title }).
			headed("title", "job title", "jobtitle", "position", "תפקיד"),
		textField("seat.unit", "Unit", "The part of the organisation.", OfSeat, func(r *Record) *string { return &r.Seat.Unit }).headed("department", "מחלקה"),
		choiceField("seat.function", "Function", "The business function of the seat.", OfSeat, model.Functions, func(r *Record) *model.Function { return &r.Seat.Function }).feeding("zipper"),
		choiceField("seat.influence", "Influence", "How much the seat weighs in decisions.", OfSeat, model.InfluenceWords, func(r *Record) *model.Influence { return &r.Seat.Influence }).feeding("coverage, support"),
		choiceField("seat.role", "Buying role", "The seat's part in a purchase.", OfSeat, model.BuyingRoles, func(r *Record) *model.BuyingRole { return &r.Seat.Role }).
			headed("buying role", "role", "contact role", "accountrolecode"),
		flagField("seat.vacant", "Vacant", "Known to be empty.", OfSeat, func(r *Record) *bool { return &r.Seat.Vacant }),
		flagField("seat.confirmed", "Influence confirmed", "Influence and role are confirmed, not assumed.", OfSeat, func(r *Record) *bool { return &r.Seat.Confirmed }),
		textField("person.name", "Name", "Who it is.", OfPerson, func(r *Record) *string { return &r.Person.Name }).
			required("Type the person's name.").headed("full name", "name", "contact full name", "fullname", "שם מלא"),
		textField("person.email", "Email", "Their address.", OfPerson, func(r *Record) *string { return &r.Person.Email }).
			headed("email", "emailaddress1", "email address", "דוא\"ל"),
		textField("person.phone", "Phone", "Their number.", OfPerson, func(r *Record) *string { return &r.Person.Phone }).
			headed("phone", "phone number", "business phone", "telephone1", "mobile", "mobile phone", "טלפון"),
		supportField(),
		choiceField("person.coverage", "Coverage", "How well we know them.", OfPerson, model.Coverages, func(r *Record) *model.Coverage { return &r.Person.Coverage }).feeding("coverage"),
		choiceField("person.adaptability", "Adaptability", "How they take to new things.", OfPerson, model.Adaptabilities, func(r *Record) *model.Adaptability { return &r.Person.Adaptability }),
		choiceField("person.orientation", "Decision orientation", "What they look at first.", OfPerson, model.Orientations, func(r *Record) *model.Orientation { return &r.Person.Orientation }),
		flagField("person.confirmed", "Support confirmed", "Support and coverage are confirmed, not assumed.", OfPerson, func(r *Record) *bool { return &r.Person.Confirmed }),
		dayField("person.since", "In the seat since", "When they took the seat.", OfPerson, func(r *Record) *model.Date { return &r.Person.Since }),
		dayField("person.last_activity", "Last activity", "The last contact the source system knows.", OfPerson, func(r *Record) *model.Date { return &r.Person.LastActivity }).
			headed("last activity", "last activity date", "last contacted", "lastactivitydate"),
		longField("person.cares", "Cares about", "What matters to them.", OfPerson, func(r *Record) *string { return &r.Person.Cares }),
		longField("person.notes", "Notes", "Anything worth remembering.", OfPerson, func(r *Record) *string { return &r.Person.Notes }),
		choiceField("tie.level", "Level now", "Our standing: vendor, credible source, problem solver, trusted advisor.", OfTie, model.TieLevels, func(r *Record) *model.TieLevel { return &r.Tie.Level }).feeding("bow-tie, threads"),
		choiceField("tie.target", "Level aimed at", "The standing we mean to reach.", OfTie, model.TieLevels, func(r *Record) *model.TieLevel { return &r.Tie.Target }).feeding("level gap"),
		dayField("tie.last_contact", "Last contact", "When the two last spoke.", OfTie, func(r *Record) *model.Date { return &r.Tie.LastContact }).feeding("tie strength"),
		wholeField("tie.cadence", "Cadence", "Days between contacts we mean to keep.", "days", OfTie, 1, 730, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return model.Opt[int64]{V: int64(r.Tie.Cadence), Known: r.Tie.Cadence > 0} },
				func(v model.Opt[int64]) { r.Tie.Cadence = int(v.Or(0)) }
		}).feeding("stale"),
	}
})

// supportField is −2..+2 or a word, which no other field is.
var supportField = words.Table(func() Field {
	return Field{Key: "person.support", Label: words.T("edit.support"), Of: OfPerson, Kind: Choice, Choices: model.SupportWords, Feeds: "support",
		Range: words.T("edit.2-enemy-1-non-supporter"), Help: words.T("edit.where-they-stand-towards-us"),
		Get: func(r *Record) string { return model.SupportWord(r.Person.Support) },
		set: func(r *Record, s string) error {
			t := strings.ToLower(strings.TrimSpace(s))
			if t == "" {
				r.Person.Support = model.Support{}
				return nil
			}
			if n, err := strconv.Atoi(strings.TrimPrefix(t, "+")); err == nil && n >= -2 && n <= 2 {
				r.Person.Support = model.Some(n)
				return nil
			}
			for i, w := range model.SupportWords {
				if strings.HasPrefix(w, t) {
					r.Person.Support = model.Some(i - 2)
					return nil
				}
			}
			return model.Refuse("person.support", words.T("edit.choose-enemy-non-supporter-neutral"), words.T("edit.not-choice", s))
		}}
})

var planFields = words.Table(func() []Field {
	return []Field{
		textField("objective.text", words.T("edit.objective"), words.T("edit.what-will-different"), OfObjective, func(r *Record) *string { return &r.Objective.Text }).required(words.T("edit.say-what-will-different")),
		textField("objective.goal", words.T("edit.their-goal"), words.T("edit.customers-own-goal-serves"), OfObjective, func(r *Record) *string { return &r.Objective.Goal }).feeding(words.T("edit.plan-quality")),
		textField("objective.measure", words.T("edit.measure"), words.T("edit.how-both-sides-will-see"), OfObjective, func(r *Record) *string { return &r.Objective.Measure }).feeding(words.T("edit.plan-quality")),
		textField("objective.baseline", words.T("edit.baseline"), words.T("edit.where-stands-today"), OfObjective, func(r *Record) *string { return &r.Objective.Baseline }),
		textField("objective.target", words.T("edit.target"), words.T("edit.where-should-stand"), OfObjective, func(r *Record) *string { return &r.Objective.Target }).feeding(words.T("edit.plan-quality")),
		dayField("objective.due", words.T("edit.by"), words.T("edit.when-should-reached"), OfObjective, func(r *Record) *model.Date { return &r.Objective.Due }).feeding(words.T("edit.plan-quality")),
		textField("objective.owner", words.T("edit.owner"), words.T("edit.who-answers"), OfObjective, func(r *Record) *string { return &r.Objective.Owner }),
		choiceField("objective.status", words.T("edit.status"), words.T("edit.how-stands"), OfObjective, model.ObjectiveStands, func(r *Record) *model.ObjectiveStatus { return &r.Objective.Status }),
		pointLink(), usesLink(),
		flagField("objective.shared", words.T("edit.shared-customer"), words.T("edit.customer-may-read-only-then"), OfObjective, func(r *Record) *bool { return &r.Objective.Shared }),
		textField("action.text", words.T("edit.action"), words.T("edit.what-somebody-will-do"), OfAction, func(r *Record) *string { return &r.Action.Text }).required(words.T("edit.say-who-does-what")),
		textField("action.owner", words.T("edit.owner"), words.T("edit.who-does"), OfAction, func(r *Record) *string { return &r.Action.Owner }).feeding(words.T("edit.plan-quality")),
		dayField("action.due", words.T("edit.due"), words.T("edit.by-when"), OfAction, func(r *Record) *model.Date { return &r.Action.Due }).feeding("execution"),
		actionStatusField(),
		choiceField("action.again", words.T("edit.again"), words.T("edit.how-often-comes-again-done"), OfAction, model.Recurrences, func(r *Record) *model.Recurrence { return &r.Action.Again }),
		afterLink(), personLink(), valueLink(),
		flagField("action.shared", words.T("edit.shared-customer"), words.T("edit.customer-may-read-only-then-report"), OfAction, func(r *Record) *bool { return &r.Action.Shared }),
		{Key: "action.objective", Label: words.T("edit.for-objective"), Of: OfAction, Kind: Link, Range: words.T("edit.objectives-words"), Feeds: words.T("edit.plan-quality"),
			Help: words.T("edit.objective-serves"),
			Get: func(r *Record) string {
				if o := r.Account.Objective(r.Action.Objective); o != nil {
					return o.Text
				}
				return ""
			},
			set: func(r *Record, s string) error {
				r.Action.Objective = ""
				for _, o := range r.Account.Objectives {
					if s != "" && (string(o.ID) == s || strings.HasPrefix(strings.ToLower(o.Text), strings.ToLower(strings.TrimSpace(s)))) {
						r.Action.Objective = o.ID
						return nil
					}
				}
				if s != "" {
					return model.Refuse("action.objective", words.T("edit.type-beginning-objective-this-account"), words.T("edit.no-objective-begins", s))
				}
				return nil
			}},
	}
})

// actionStatusField dates the day an action was done.
var actionStatusField = words.Table(func() Field {
	f := choiceField("action.status", words.T("edit.status"), words.T("edit.how-stands"), OfAction, model.ActionStands, func(r *Record) *model.ActionStatus { return &r.Action.Status }).feeding("execution")
	set := f.set
	f.set = func(r *Record, s string) error {
		was := r.Action.Status
		if err := set(r, s); err != nil {
			return err
		}
		switch {
		case r.Action.Status != model.ActionDone:
			r.Action.Done = model.Date{}
		case was != model.ActionDone:
			r.Action.Done = r.today
		}
		return nil
	}
	return f
})
