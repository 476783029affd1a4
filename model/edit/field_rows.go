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
		textField("name", OfAccount, func(r *Record) *string { return &r.Account.Name }).
			required(words.T("edit.type-customers-name")).headed("account name", "name", "company name", "company", "customer", "customer name", "account", "שם לקוח", "לקוח", "שם חברה"),
		choiceField("tier", OfAccount, model.Tiers, func(r *Record) *model.Tier { return &r.Account.Tier }).
			headed("rating", "tier", "ideal customer profile tier", "target account").feeding("tier advice, size guard"),
		textField("owner", OfAccount, func(r *Record) *string { return &r.Account.Owner }).
			headed("account owner", "ownerid", "company owner", "owner", "hubspot_owner_id", "record owner", "מנהל לקוח"),
		parentField(),
		textField("segment", OfAccount, func(r *Record) *string { return &r.Account.Segment }).
			headed("industry", "industrycode", "sector", "segment", "ענף"),
		textField("kind", OfAccount, func(r *Record) *string { return &r.Account.Kind }).
			headed("type", "account type", "relationship type", "customertypecode"),
		textField("country", OfAccount, func(r *Record) *string { return &r.Account.Country }).
			headed("country", "billing country", "country/region", "office location", "address 1: country/region", "מדינה"),
		textField("city", OfAccount, func(r *Record) *string { return &r.Account.City }).
			headed("city", "billing city", "address 1: city", "address1_city", "עיר"),
		textField("website", OfAccount, func(r *Record) *string { return &r.Account.Website }).
			headed("website", "website url", "websiteurl", "company domain name", "domain"),
		textField("phone", OfAccount, func(r *Record) *string { return &r.Account.Phone }).
			headed("phone", "phone number", "main phone", "telephone1", "טלפון"),
		wholeField("employees", "people", OfAccount, 0, 10_000_000, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return r.Account.Employees }, func(v model.Opt[int64]) { r.Account.Employees = v }
		}).headed("employees", "number of employees", "numberofemployees", "no. of employees"),
		amountField("turnover", OfAccount, func(r *Record) *model.Money { return &r.Account.Turnover }).
			headed("annual revenue", "annualrevenue", "revenue", "turnover", "מחזור"),
		percentField("retention", OfAccount, func(r *Record) *model.Num { return &r.Account.Retention }).feeding(words.T("model.lifetime-value")),
		tagsField("tags", func(r *Record) *[]string { return &r.Account.Tags }).headed("tags"),
		linkMember("manager", func(r *Record) *model.MemberID { return &r.Account.Manager }).feeding("relationship"),
		linkMember("sponsor", func(r *Record) *model.MemberID { return &r.Account.Sponsor }).feeding("alignment"),
		flagField("archived", OfAccount, func(r *Record) *bool { return &r.Account.Archived }),
		longField("competitors", OfAccount, func(r *Record) *string { return &r.Account.Competitors }),
		longField("focus", OfAccount, func(r *Record) *string { return &r.Account.Focus }),
		longField("charter", OfAccount, func(r *Record) *string { return &r.Account.Charter }).feeding("plan quality"),
		choiceField("stage_target", OfAccount, model.Stages, func(r *Record) *model.Stage { return &r.Account.StageTarget }).feeding("stage"),
		longField("notes", OfAccount, func(r *Record) *string { return &r.Account.Notes }).headed("description", "notes"),
	}
})

// parentField names the parent account; a circle of parents is refused.
var parentField = words.Table(func() Field {
	return Field{Key: "parent", Kind: Link, Range: words.T("edit.accounts-name-or-id"),
		Headers: []string{"parent account", "parentid", "parent account id", "parent company", "parentaccountid", "subsidiary_of", "subsidiary of"},
		Get: func(r *Record) string {
			if p := r.Portfolio.Account(r.Account.Parent); p != nil {
				return p.Name
			}
			return ""
		},
		set: setParent,
	}.named("parent").named("parent")
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
		textField("programme.title", OfProgramme, func(r *Record) *string { return &r.Programme.Title }),
		Field{Key: "programme.currency", Of: OfProgramme, Kind: Text, Range: words.T("edit.three-letters-such-as-eur"),
			Get: func(r *Record) string { return string(r.Programme.Currency) },
			set: func(r *Record, s string) error {
				c := model.Currency(strings.ToUpper(strings.TrimSpace(s)))
				if !c.Valid() {
					return model.Refuse("programme.currency", words.T("edit.type-code-three-letters-such"), words.T("edit.not-currency-code", s))
				}
				if c != r.Programme.Currency {
					r.Programme.Currency, r.Programme.Rates = c, nil // rates into another currency would be wrong numbers
				}
				return nil
			}}.named("programme.currency"),
		wholeField("programme.year_starts", "month", OfProgramme, 1, 12, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return model.Some(int64(max(1, r.Programme.YearStarts))) },
				func(v model.Opt[int64]) { r.Programme.YearStarts = time.Month(v.Or(1)) }
		}).feeding("figures"),
		periodField(),
		ratesField(),
		OfferingsField(),
		flagField("programme.median_cut", OfProgramme, func(r *Record) *bool { return &r.Programme.MedianCut }).feeding("quadrant"),
		wholeField("programme.cut", "score", OfProgramme, 1, 99, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return model.Some(int64(r.Programme.FixedCut())) },
				func(v model.Opt[int64]) { r.Programme.Cut = float64(v.Or(0)) }
		}).feeding("quadrant"),
	}
})

var teamFields = words.Table(func() []Field {
	return []Field{
		textField("member.name", OfMember, func(r *Record) *string { return &r.Member.Name }).required(words.T("edit.type-persons-name")),
		textField("member.title", OfMember, func(r *Record) *string { return &r.Member.Title }),
		choiceField("member.function", OfMember, model.Functions, func(r *Record) *model.Function { return &r.Member.Function }).feeding("zipper"),
		textField("member.email", OfMember, func(r *Record) *string { return &r.Member.Email }),
	}
})

var peopleFields = words.Table(func() []Field {
	return []Field{
		textField("seat.title", OfSeat, func(r *Record) *string { return &r.Seat.Title }).
			headed("title", "job title", "jobtitle", "position", "תפקיד"),
		textField("seat.unit", OfSeat, func(r *Record) *string { return &r.Seat.Unit }).headed("department", "מחלקה"),
		choiceField("seat.function", OfSeat, model.Functions, func(r *Record) *model.Function { return &r.Seat.Function }).feeding("zipper"),
		choiceField("seat.influence", OfSeat, model.InfluenceWords, func(r *Record) *model.Influence { return &r.Seat.Influence }).feeding("coverage, support"),
		choiceField("seat.role", OfSeat, model.BuyingRoles, func(r *Record) *model.BuyingRole { return &r.Seat.Role }).
			headed("buying role", "role", "contact role", "accountrolecode"),
		flagField("seat.vacant", OfSeat, func(r *Record) *bool { return &r.Seat.Vacant }),
		flagField("seat.confirmed", OfSeat, func(r *Record) *bool { return &r.Seat.Confirmed }),
		textField("person.name", OfPerson, func(r *Record) *string { return &r.Person.Name }).
			required(words.T("edit.type-persons-name")).headed("full name", "name", "contact full name", "fullname", "שם מלא"),
		textField("person.email", OfPerson, func(r *Record) *string { return &r.Person.Email }).
			headed("email", "emailaddress1", "email address", "דוא\"ל"),
		textField("person.phone", OfPerson, func(r *Record) *string { return &r.Person.Phone }).
			headed("phone", "phone number", "business phone", "telephone1", "mobile", "mobile phone", "טלפון"),
		supportField(),
		choiceField("person.coverage", OfPerson, model.Coverages, func(r *Record) *model.Coverage { return &r.Person.Coverage }).feeding("coverage"),
		choiceField("person.adaptability", OfPerson, model.Adaptabilities, func(r *Record) *model.Adaptability { return &r.Person.Adaptability }),
		choiceField("person.orientation", OfPerson, model.Orientations, func(r *Record) *model.Orientation { return &r.Person.Orientation }),
		flagField("person.confirmed", OfPerson, func(r *Record) *bool { return &r.Person.Confirmed }),
		dayField("person.since", OfPerson, func(r *Record) *model.Date { return &r.Person.Since }),
		dayField("person.last_activity", OfPerson, func(r *Record) *model.Date { return &r.Person.LastActivity }).
			headed("last activity", "last activity date", "last contacted", "lastactivitydate"),
		longField("person.cares", OfPerson, func(r *Record) *string { return &r.Person.Cares }),
		longField("person.notes", OfPerson, func(r *Record) *string { return &r.Person.Notes }),
		choiceField("tie.level", OfTie, model.TieLevels, func(r *Record) *model.TieLevel { return &r.Tie.Level }).feeding("bow-tie, threads"),
		choiceField("tie.target", OfTie, model.TieLevels, func(r *Record) *model.TieLevel { return &r.Tie.Target }).feeding("level gap"),
		dayField("tie.last_contact", OfTie, func(r *Record) *model.Date { return &r.Tie.LastContact }).feeding("tie strength"),
		wholeField("tie.cadence", "days", OfTie, 1, 730, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return model.Opt[int64]{V: int64(r.Tie.Cadence), Known: r.Tie.Cadence > 0} },
				func(v model.Opt[int64]) { r.Tie.Cadence = int(v.Or(0)) }
		}).feeding("stale"),
	}
})

// supportField is −2..+2 or a word, which no other field is.
var supportField = words.Table(func() Field {
	return Field{Key: "person.support", Of: OfPerson, Kind: Choice, Choices: model.SupportWords, Feeds: "support",
		Range: words.T("edit.2-enemy-1-non-supporter"),
		Get:   func(r *Record) string { return model.SupportWord(r.Person.Support) },
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
		}}.named("person.support").named("person.support")
})

var planFields = words.Table(func() []Field {
	return []Field{
		textField("objective.text", OfObjective, func(r *Record) *string { return &r.Objective.Text }).required(words.T("edit.say-what-will-different")),
		textField("objective.goal", OfObjective, func(r *Record) *string { return &r.Objective.Goal }).feeding(words.T("edit.plan-quality")),
		textField("objective.measure", OfObjective, func(r *Record) *string { return &r.Objective.Measure }).feeding(words.T("edit.plan-quality")),
		textField("objective.baseline", OfObjective, func(r *Record) *string { return &r.Objective.Baseline }),
		currentField(),
		dayField("objective.as_of", OfObjective, func(r *Record) *model.Date { return &r.Objective.AsOf }),
		textField("objective.target", OfObjective, func(r *Record) *string { return &r.Objective.Target }).feeding(words.T("edit.plan-quality")),
		dayField("objective.due", OfObjective, func(r *Record) *model.Date { return &r.Objective.Due }).feeding(words.T("edit.plan-quality")),
		textField("objective.owner", OfObjective, func(r *Record) *string { return &r.Objective.Owner }),
		choiceField("objective.status", OfObjective, model.ObjectiveStands, func(r *Record) *model.ObjectiveStatus { return &r.Objective.Status }),
		pointLink(), usesLink(),
		flagField("objective.shared", OfObjective, func(r *Record) *bool { return &r.Objective.Shared }),
		textField("action.text", OfAction, func(r *Record) *string { return &r.Action.Text }).required(words.T("edit.say-who-does-what")),
		textField("action.owner", OfAction, func(r *Record) *string { return &r.Action.Owner }).feeding(words.T("edit.plan-quality")),
		dueField(),
		dayField("action.first", OfAction, func(r *Record) *model.Date { return &r.Action.First }).feeding("execution"),
		smallField("action.postponed", "times", OfAction, model.MaxPostponed, func(r *Record) *int { return &r.Action.Postponed }),
		actionStatusField(),
		dayField("action.dropped", OfAction, func(r *Record) *model.Date { return &r.Action.Dropped }).feeding("execution"),
		choiceField("action.again", OfAction, model.Recurrences, func(r *Record) *model.Recurrence { return &r.Action.Again }),
		afterLink(), personLink(), valueLink(),
		flagField("action.shared", OfAction, func(r *Record) *bool { return &r.Action.Shared }),
		Field{Key: "action.objective", Of: OfAction, Kind: Link, Range: words.T("edit.objectives-words"), Feeds: words.T("edit.plan-quality"),
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
			}}.named("action.objective"),
	}
})

// actionStatusField dates the day an action was done or dropped.
var actionStatusField = words.Table(func() Field {
	f := choiceField("action.status", OfAction, model.ActionStands, func(r *Record) *model.ActionStatus { return &r.Action.Status }).feeding("execution")
	set := f.set
	f.set = func(r *Record, s string) error {
		x := *r.Action
		if err := set(r, s); err != nil {
			return err
		}
		x.Enter(r.Action.Status, r.today)
		*r.Action = x
		return nil
	}
	return f
})

// dueField keeps the first day an action was promised for when it is put off.
var dueField = words.Table(func() Field {
	f := dayField("action.due", OfAction, func(r *Record) *model.Date { return &r.Action.Due }).feeding("execution")
	set := f.set
	f.set = func(r *Record, s string) error {
		x := *r.Action
		if err := set(r, s); err != nil {
			return err
		}
		x.Schedule(r.Action.Due, r.today)
		*r.Action = x
		return nil
	}
	return f
})

// currentField dates the day the value of an objective was looked at.
var currentField = words.Table(func() Field {
	f := textField("objective.current", OfObjective, func(r *Record) *string { return &r.Objective.Current })
	set := f.set
	f.set = func(r *Record, s string) error {
		if err := set(r, s); err != nil {
			return err
		}
		r.Objective.AsOf = model.Date{}
		if r.Objective.Current != "" {
			r.Objective.AsOf = r.today
		}
		return nil
	}
	return f
})
