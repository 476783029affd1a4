package record

import (
	"encoding/json"
	"math"
	"time"

	"accord/model"
)

// Conversions between the model and the records of the file, both ways. A test
// fills every member of a model value and fails when one does not come back.

func moneyOut(m model.Money) moneyRecord { return moneyRecord{m.Minor, string(m.Currency)} }

func (r moneyRecord) in() model.Money {
	return model.Money{Minor: r.Minor, Currency: model.Currency(r.Currency)}
}

func optOut[T any](o model.Opt[T]) *T {
	if !o.Known {
		return nil
	}
	return &o.V
}

func optIn[T any](p *T) model.Opt[T] {
	if p == nil {
		return model.Opt[T]{}
	}
	return model.Some(*p)
}

// numOut is a number that JSON can hold: one that is infinite or none at all is
// unknown, because a step that cannot be written would hold up all behind it.
func numOut(n model.Num) *float64 { return optOut(model.Num{V: n.V, Known: n.Known && finite(n.V)}) }

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func sourceOut(s model.SourceID) sourceRecord { return sourceRecord(s) }

func sourceIn(r sourceRecord) model.SourceID { return model.SourceID(r) }

func ratingOut(r model.Rating) ratingRecord {
	return ratingRecord{uint8(r.Ours), uint8(r.Verified), r.Note, r.Source, Date(r.Date)}
}

func (r ratingRecord) in() model.Rating {
	return model.Rating{Ours: model.Level(r.Ours), Verified: model.Level(r.Verified), Note: r.Note, Source: r.Source, Date: model.Date(r.Date)}
}

// accountOut leaves the ratings out: there are many, and one of them changes.
func accountOut(a *model.Account) AccountRecord {
	return AccountRecord{Name: a.Name, Parent: string(a.Parent), Owner: a.Owner, Manager: string(a.Manager), Sponsor: string(a.Sponsor), Tier: uint8(a.Tier),
		Segment: a.Segment, Kind: a.Kind, Country: a.Country, City: a.City, Website: a.Website, Phone: a.Phone, Tags: a.Tags, Notes: a.Notes, Archived: a.Archived,
		Created: Date(a.Created), Custom: a.Custom, Sources: Mapped(a.Sources, sourceOut), Employees: optOut(a.Employees), Turnover: moneyOut(a.Turnover),
		Charter: a.Charter, Stage: uint8(a.StageTarget), Rivals: a.Competitors, Focus: a.Focus, Retention: numOut(a.Retention)}
}

func ratingsOut(ratings map[model.FactorKey]model.Rating) map[string]ratingRecord {
	if ratings == nil {
		return nil
	}
	out := make(map[string]ratingRecord, len(ratings))
	for k, v := range ratings {
		out[string(k)] = ratingOut(v)
	}
	return out
}

func (r *AccountRecord) in(a *model.Account) {
	a.Name, a.Parent, a.Owner, a.Manager, a.Sponsor = r.Name, model.AccountID(r.Parent), r.Owner, model.MemberID(r.Manager), model.MemberID(r.Sponsor)
	a.Tier, a.Segment, a.Kind, a.Country, a.City = model.Tier(r.Tier), r.Segment, r.Kind, r.Country, r.City
	a.Website, a.Phone, a.Tags, a.Notes, a.Archived, a.Created = r.Website, r.Phone, r.Tags, r.Notes, r.Archived, model.Date(r.Created)
	a.Custom, a.Sources, a.Employees, a.Turnover = r.Custom, Mapped(r.Sources, sourceIn), optIn(r.Employees), r.Turnover.in()
	a.Charter, a.StageTarget, a.Competitors, a.Focus = r.Charter, model.Stage(r.Stage), r.Rivals, r.Focus
	a.Ratings, a.Retention = ratingsIn(r.Ratings), optIn(r.Retention)
}

func ratingsIn(ratings map[string]ratingRecord) map[model.FactorKey]model.Rating {
	if ratings == nil {
		return nil
	}
	out := make(map[model.FactorKey]model.Rating, len(ratings))
	for k, v := range ratings {
		out[model.FactorKey(k)] = v.in()
	}
	return out
}

func yearOut(y model.Year) YearRecord {
	return YearRecord{y.Year, uint8(y.Kind), Date(y.Through), moneyOut(y.Revenue), moneyOut(y.CostOfSales), moneyOut(y.CostToServe), moneyOut(y.Wallet), numOut(y.CapacityShare)}
}

func yearIn(r YearRecord) model.Year {
	return model.Year{Year: r.Year, Kind: model.FigureKind(r.Kind), Through: model.Date(r.Through), Revenue: r.Revenue.in(), CostOfSales: r.CostOfSales.in(),
		CostToServe: r.CostToServe.in(), Wallet: r.Wallet.in(), CapacityShare: optIn(r.CapacityShare)}
}

func transactionOut(n int, t model.Transaction) TransactionRecord {
	return TransactionRecord{n, t.Key, Date(t.Date), t.Offering, moneyOut(t.Amount), t.Source}
}

func transactionIn(r TransactionRecord) model.Transaction {
	return model.Transaction{Key: r.Key, Date: model.Date(r.Date), Offering: r.Offering, Amount: r.Amount.in(), Source: r.Source}
}

func seatOut(s model.Seat) SeatRecord {
	return SeatRecord{s.Title, s.Unit, uint8(s.Function), string(s.ReportsTo), string(s.Person), s.Vacant, uint8(s.Influence), uint8(s.Role), s.Confirmed,
		Mapped(s.Past, func(t model.Tenure) tenureRecord { return tenureRecord{string(t.Person), Date(t.From), Date(t.To)} })}
}

func seatIn(id string, r SeatRecord) model.Seat {
	return model.Seat{ID: model.SeatID(id), Title: r.Title, Unit: r.Unit, Function: model.Function(r.Function), ReportsTo: model.SeatID(r.ReportsTo), Person: model.PersonID(r.Person),
		Vacant: r.Vacant, Influence: model.Influence(r.Influence), Role: model.BuyingRole(r.Role), Confirmed: r.Confirmed,
		Past: Mapped(r.Past, func(t tenureRecord) model.Tenure {
			return model.Tenure{Person: model.PersonID(t.Person), From: model.Date(t.From), To: model.Date(t.To)}
		})}
}

func personOut(p model.Person) PersonRecord {
	return PersonRecord{p.Name, p.Email, p.Phone, Date(p.Since), optOut(p.Support), uint8(p.Coverage), uint8(p.Adaptability), uint8(p.Orientation), p.Confirmed,
		p.Cares, p.Notes, Date(p.LastActivity), Mapped(p.Sources, sourceOut)}
}

func personIn(id string, r PersonRecord) model.Person {
	return model.Person{ID: model.PersonID(id), Name: r.Name, Email: r.Email, Phone: r.Phone, Since: model.Date(r.Since), Support: optIn(r.Support), Coverage: model.Coverage(r.Coverage),
		Adaptability: model.Adaptability(r.Adaptability), Orientation: model.Orientation(r.Orientation), Confirmed: r.Confirmed, Cares: r.Cares, Notes: r.Notes,
		LastActivity: model.Date(r.LastActivity), Sources: Mapped(r.Sources, sourceIn)}
}

func tieOut(t model.Tie) TieRecord {
	return TieRecord{string(t.Ours), string(t.Theirs), uint8(t.Level), uint8(t.Target), Date(t.LastContact), t.Cadence}
}

func tieIn(id string, r TieRecord) model.Tie {
	return model.Tie{ID: model.TieID(id), Ours: model.MemberID(r.Ours), Theirs: model.PersonID(r.Theirs), Level: model.TieLevel(r.Level), Target: model.TieLevel(r.Target),
		LastContact: model.Date(r.LastContact), Cadence: r.Cadence}
}

func edgeOut(e model.Edge) EdgeRecord { return EdgeRecord{uint8(e.Kind), string(e.From), string(e.To)} }

func edgeIn(id string, r EdgeRecord) model.Edge {
	return model.Edge{ID: model.EdgeID(id), Kind: model.EdgeKind(r.Kind), From: model.PersonID(r.From), To: model.PersonID(r.To)}
}

func objectiveOut(o model.Objective) ObjectiveRecord {
	return ObjectiveRecord{o.Text, o.Goal, o.Measure, o.Baseline, o.Target, Date(o.Due), o.Owner, uint8(o.Status), string(o.Cites), string(o.Uses), o.Shared, o.Current, Date(o.AsOf)}
}

func objectiveIn(id string, r ObjectiveRecord) model.Objective {
	return model.Objective{ID: model.ObjectiveID(id), Text: r.Text, Goal: r.Goal, Measure: r.Measure, Baseline: r.Baseline, Target: r.Target, Due: model.Date(r.Due), Owner: r.Owner,
		Status: model.ObjectiveStatus(r.Status), Cites: model.PointID(r.Cites), Uses: model.PointID(r.Uses), Shared: r.Shared,
		Current: r.Current, AsOf: model.Date(r.AsOf)}
}

func actionOut(a model.Action) ActionRecord {
	return ActionRecord{a.Text, a.Owner, Date(a.Due), uint8(a.Status), Date(a.Done), Date(a.Created), string(a.Objective), uint8(a.Again), string(a.After), string(a.Person), string(a.Value), a.Shared,
		Date(a.First), a.Postponed, Date(a.Dropped)}
}

func actionIn(id string, r ActionRecord) model.Action {
	return model.Action{ID: model.ActionID(id), Text: r.Text, Owner: r.Owner, Due: model.Date(r.Due), Status: model.ActionStatus(r.Status), Done: model.Date(r.Done), Created: model.Date(r.Created),
		Objective: model.ObjectiveID(r.Objective), Again: model.Recurrence(r.Again), After: model.ActionID(r.After), Person: model.PersonID(r.Person), Value: model.ValueID(r.Value), Shared: r.Shared,
		First: model.Date(r.First), Postponed: r.Postponed, Dropped: model.Date(r.Dropped)}
}

func programmeOut(g *model.Programme) ProgrammeRecord {
	r := ProgrammeRecord{g.Title, string(g.Currency), int(g.YearStarts), g.Year, g.MedianCut, g.Cut, Mapped(g.Rates, rateOut), Mapped(g.Offerings, offeringOut), ratingsOut(g.Readiness), soleBallot(g), Mapped(g.Mappings, mappingOut), g.LastTwelve}
	if !finite(r.Cut) {
		r.Cut = 0
	}
	return r
}

func (r ProgrammeRecord) in(g *model.Programme) {
	g.Title, g.Currency, g.YearStarts, g.Year, g.MedianCut, g.Cut = r.Title, model.Currency(r.Currency), time.Month(r.YearStarts), r.Year, r.MedianCut, r.Cut
	g.Rates, g.Offerings, g.Readiness, g.Mappings = Mapped(r.Rates, rateIn), Mapped(r.Offerings, offeringIn), ratingsIn(r.Readiness), Mapped(r.Mappings, mappingIn)
	g.LastTwelve = r.LastTwelve
	if r.Ballot != nil {
		g.Ballots = append(g.Ballots, ballotIn("", *r.Ballot))
	}
}

func mappingOut(m model.Mapping) mappingRecord {
	return mappingRecord{m.Kind, m.Headers, Mapped(m.Columns, func(s model.Sent) sentRecord { return sentRecord(s) }), m.Won}
}

func mappingIn(r mappingRecord) model.Mapping {
	return model.Mapping{Kind: r.Kind, Headers: r.Headers, Columns: Mapped(r.Columns, func(s sentRecord) model.Sent { return model.Sent(s) }), Won: r.Won}
}

func offeringOut(o model.Offering) offeringRecord {
	return offeringRecord{o.Name, o.Line, moneyOut(o.Price)}
}

func offeringIn(r offeringRecord) model.Offering {
	return model.Offering{Name: r.Name, Line: r.Line, Price: r.Price.in()}
}

func rateOut(r model.Rate) rateRecord {
	return rateRecord{string(r.Currency), r.Year, r.Value, Date(r.Date)}
}

func rateIn(r rateRecord) model.Rate {
	return model.Rate{Currency: model.Currency(r.Currency), Year: r.Year, Value: r.Value, Date: model.Date(r.Date)}
}

func pairOut(f model.FunctionPair) pairRecord {
	return pairRecord{uint8(f.Ours), uint8(f.Theirs), Mapped(f.In, func(t model.Tier) int { return int(t) })}
}

func pairIn(r pairRecord) model.FunctionPair {
	return model.FunctionPair{Ours: model.Function(r.Ours), Theirs: model.Function(r.Theirs), In: Mapped(r.In, func(t int) model.Tier { return model.Tier(t) })}
}

func memberOut(m model.Member) MemberRecord {
	return MemberRecord{m.Name, m.Title, uint8(m.Function), m.Email, Mapped(m.Sources, sourceOut), ratingsOut(m.Competency)}
}

func memberIn(id string, r MemberRecord) model.Member {
	return model.Member{ID: model.MemberID(id), Name: r.Name, Title: r.Title, Function: model.Function(r.Function), Email: r.Email, Sources: Mapped(r.Sources, sourceIn), Competency: ratingsIn(r.Competency)}
}

// packOut is nil for no pack of one's own.
func packOut(p *model.Pack) *PackRecord {
	if p == nil {
		return nil
	}
	return &PackRecord{p.Name, p.Language, p.Version, p.Set, Mapped(p.Pairs, pairOut), Mapped(p.Instruments, func(in model.Instrument) InstrumentRecord {
		return InstrumentRecord{in.Key, in.Name, in.Question, in.Min, in.Max, Mapped(in.Factors, func(f model.Factor) FactorRecord {
			return FactorRecord{f.Key, f.Name, f.Weight, f.Question, f.Anchors}
		})}
	})}
}

// in goes through the model's own reader, which alone may build a pack.
func (r *PackRecord) in() (*model.Pack, error) {
	p := model.Pack{Name: r.Name, Language: r.Language, Version: r.Version, Set: r.Set, Pairs: Mapped(r.Pairs, pairIn), Instruments: Mapped(r.Instruments, func(in InstrumentRecord) model.Instrument {
		return model.Instrument{Key: in.Key, Name: in.Name, Question: in.Question, Min: in.Min, Max: in.Max, Factors: Mapped(in.Factors, func(f FactorRecord) model.Factor {
			return model.Factor{Key: f.Key, Name: f.Name, Weight: f.Weight, Question: f.Question, Anchors: f.Anchors}
		})}
	})}
	text, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	return model.ParsePack(text)
}
