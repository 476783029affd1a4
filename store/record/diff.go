package record

import (
	"cmp"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/seal"
)

// Put is one record to write, its content bare; the writer puts it into an
// envelope. A nil value deletes the record.
type Put struct {
	Bucket, Key string
	Value       []byte
	Was, Is     []byte // for the journal: only what differs, nil where there was or is no record
}

// Changes turns a patch into the records it changes.
func Changes(p *edit.Patch) ([]Put, error) {
	d := Differ{}
	for i := range p.After {
		d.Account(p.Before[i], p.After[i])
	}
	if p.ProgrammeAfter != nil {
		d.Programme(p.ProgrammeBefore, p.ProgrammeAfter)
	}
	return d.Puts, d.Err
}

// Whole is every record of a portfolio, for a new file.
func Whole(p *model.Portfolio) ([]Put, error) {
	d := Differ{}
	for _, a := range p.Accounts() {
		d.Account(nil, a)
	}
	d.Programme(nil, p.Programme())
	if d.Err != nil {
		return nil, words.Wrap(d.Err, "record.encode")
	}
	return d.Puts, nil
}

// Differ collects the records that differ. Records are built of their own types
// first and compared as those.
type Differ struct {
	bucket string // where records go now
	Puts   []Put
	Err    error
}

func (d *Differ) encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil && d.Err == nil {
		d.Err = err
	}
	return b
}

// record adds a record that was there, is there, or both; nil is neither.
func record[R any](d *Differ, key string, was, is *R) {
	p := Put{Bucket: d.bucket, Key: key}
	switch {
	case was == nil && is == nil:
		return
	case was == nil:
		p.Value = d.encode(is)
		p.Is = p.Value
	case is == nil:
		p.Was = d.encode(was)
	default:
		less, more, differ := narrow(*was, *is)
		if !differ {
			return
		}
		p.Value, p.Was, p.Is = d.encode(is), d.encode(less), d.encode(more)
	}
	d.Puts = append(d.Puts, p)
}

// rows adds a record that is a list; an empty one is no record.
func rows[R any](d *Differ, key string, was, is []R) {
	if len(was) == 0 && len(is) == 0 || reflect.DeepEqual(was, is) {
		return
	}
	p := Put{Bucket: d.bucket, Key: key}
	if len(is) > 0 {
		p.Value = d.encode(is)
		p.Is = p.Value
	}
	if len(is) > 0 && len(was) > 0 {
		p.Is = d.encode(without(is, was))
	}
	if len(was) > 0 {
		p.Was = d.encode(without(was, is))
	}
	d.Puts = append(d.Puts, p)
}

// Account records what differs in an account; nil is one that is not there.
func (d *Differ) Account(before, after *model.Account) {
	d.bucket = seal.BucketEntities
	was, is := before, after
	if before == nil {
		was = &model.Account{ID: after.ID}
	}
	if after == nil {
		is = &model.Account{ID: before.ID}
	}
	key := AccountKey(was.ID) + "/"
	d.core(key+KindAccount, before, after)
	if !SameLists(was, is) {
		record(d, key+KindOrder, orderOut(was), orderOut(is))
	}
	if !Same(was.Years, is.Years) {
		d.years(key+KindYears, Mapped(was.Years, yearOut), Mapped(is.Years, yearOut))
	}
	d.transactions(key+KindTransactions+"/", was.Transactions, is.Transactions)
	entities(d, key+kindSeat+"/", was.Seats, is.Seats, func(s model.Seat) string { return string(s.ID) }, seatOut)
	entities(d, key+KindPerson+"/", was.Persons, is.Persons, func(p model.Person) string { return string(p.ID) }, personOut)
	entities(d, key+kindTie+"/", was.Ties, is.Ties, func(t model.Tie) string { return string(t.ID) }, tieOut)
	entities(d, key+kindEdge+"/", was.Edges, is.Edges, func(e model.Edge) string { return string(e.ID) }, edgeOut)
	entities(d, key+KindObjective+"/", was.Objectives, is.Objectives, func(o model.Objective) string { return string(o.ID) }, objectiveOut)
	entities(d, key+KindAction+"/", was.Actions, is.Actions, func(a model.Action) string { return string(a.ID) }, actionOut)
	entities(d, key+KindInsight+"/", was.Insights, is.Insights, func(n model.Insight) string { return string(n.ID) }, insightOut)
	entities(d, key+KindValue+"/", was.Values, is.Values, func(v model.ValueLine) string { return string(v.ID) }, valueOut)
	entities(d, key+kindPoint+"/", was.Points, is.Points, func(p model.Point) string { return string(p.ID) }, pointOut)
	entities(d, key+kindRisk+"/", was.Risks, is.Risks, func(r model.Risk) string { return string(r.ID) }, riskOut)
	entities(d, key+kindCell+"/", was.Cells, is.Cells, func(c model.Cell) string { return string(c.ID) }, cellOut)
	entities(d, key+KindDecision+"/", was.Decisions, is.Decisions, func(x model.Decision) string { return string(x.ID) }, decisionOut)
	entities(d, key+kindReview+"/", was.Reviews, is.Reviews, func(r model.Review) string { return string(r.ID) }, reviewOut)
}

// core records the account itself, with its ratings.
func (d *Differ) core(key string, before, after *model.Account) {
	var was, is AccountRecord
	if before != nil {
		was = accountOut(before)
	}
	if after != nil {
		is = accountOut(after)
	}
	if before != nil && after != nil {
		d.coreChanged(key, was, is, before.Ratings, after.Ratings)
	} else if after != nil {
		is.Ratings = ratingsOut(after.Ratings)
		record(d, key, nil, &is)
	} else {
		was.Ratings = ratingsOut(before.Ratings)
		record(d, key, &was, nil)
	}
}

func (d *Differ) coreChanged(key string, was, is AccountRecord, before, after map[model.FactorKey]model.Rating) {
	less, more, differ := narrow(was, is)
	gone, come := entriesWithout(before, after), entriesWithout(after, before)
	if !differ && len(gone) == 0 && len(come) == 0 && (before == nil) == (after == nil) {
		return
	}
	less.Ratings, more.Ratings, is.Ratings = ratingsOut(gone), ratingsOut(come), ratingsOut(after)
	d.Puts = append(d.Puts, Put{Bucket: d.bucket, Key: key, Value: d.encode(is), Was: d.encode(less), Is: d.encode(more)})
}

// Same is true for two lists that are one list: the usual case, because an edit
// shares what it does not touch.
func Same[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// SameLists reports whether two states of an account share all their lists.
func SameLists(a, b *model.Account) bool {
	return Same(a.Seats, b.Seats) && Same(a.Persons, b.Persons) && Same(a.Ties, b.Ties) && Same(a.Edges, b.Edges) &&
		Same(a.Objectives, b.Objectives) && Same(a.Actions, b.Actions) && Same(a.Insights, b.Insights) &&
		Same(a.Values, b.Values) && Same(a.Points, b.Points) && Same(a.Risks, b.Risks) &&
		Same(a.Reviews, b.Reviews) && Same(a.Cells, b.Cells) && Same(a.Decisions, b.Decisions)
}

// entities compares two lists by id and records what differs.
func entities[T, R any](d *Differ, prefix string, before, after []T, id func(T) string, out func(T) R) {
	if Same(before, after) {
		return
	}
	old := make(map[string]T, len(before))
	for _, x := range before {
		old[id(x)] = x
	}
	for _, x := range after {
		k := id(x)
		was, there := old[k]
		delete(old, k)
		is := out(x)
		if !there {
			record(d, prefix+k, nil, &is)
		} else if !reflect.DeepEqual(was, x) {
			r := out(was)
			record(d, prefix+k, &r, &is)
		}
	}
	for _, x := range before {
		if _, gone := old[id(x)]; gone {
			r := out(x)
			record(d, prefix+id(x), &r, nil)
		}
	}
}

// years are in order, so that the rows that differ say where they belong; the
// journal has lists that are not whole.
func (d *Differ) years(key string, was, is []YearRecord) {
	at := len(d.Puts)
	rows(d, key, was, is)
	if len(d.Puts) > at && len(was) > 0 && len(is) > 0 &&
		!(slices.IsSortedFunc(was, CompareYears) && slices.IsSortedFunc(is, CompareYears)) {
		d.Puts[at].Was, d.Puts[at].Is = d.encode(was), d.encode(is)
	}
}

// CompareYears is the order of the figures of years.
func CompareYears(a, b YearRecord) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Kind, b.Kind))
}

// transactions are packed by calendar year: thousands of rows are not thousands
// of records. Each row knows its place in the account's whole list.
func (d *Differ) transactions(prefix string, before, after []model.Transaction) {
	if Same(before, after) {
		return
	}
	was, is := byYear(before), byYear(after)
	for year, list := range was {
		if is[year] == nil {
			rows(d, prefix+strconv.Itoa(year), list, nil)
		}
	}
	for year, list := range is {
		rows(d, prefix+strconv.Itoa(year), was[year], list)
	}
}

func byYear(list []model.Transaction) map[int][]TransactionRecord {
	out := map[int][]TransactionRecord{}
	for i, t := range list {
		year := int(t.Date.Year)
		out[year] = append(out[year], transactionOut(i, t))
	}
	return out
}

// orderOut is nil for an account without lists.
func orderOut(a *model.Account) *OrderRecord {
	r := OrderRecord{
		Seats:      Mapped(a.Seats, func(s model.Seat) string { return string(s.ID) }),
		Persons:    Mapped(a.Persons, func(p model.Person) string { return string(p.ID) }),
		Ties:       Mapped(a.Ties, func(t model.Tie) string { return string(t.ID) }),
		Edges:      Mapped(a.Edges, func(e model.Edge) string { return string(e.ID) }),
		Objectives: Mapped(a.Objectives, func(o model.Objective) string { return string(o.ID) }),
		Actions:    Mapped(a.Actions, func(x model.Action) string { return string(x.ID) }),
		Insights:   Mapped(a.Insights, func(n model.Insight) string { return string(n.ID) }),
		Values:     Mapped(a.Values, func(v model.ValueLine) string { return string(v.ID) }),
		Points:     Mapped(a.Points, func(p model.Point) string { return string(p.ID) }),
		Risks:      Mapped(a.Risks, func(r model.Risk) string { return string(r.ID) }),
		Cells:      Mapped(a.Cells, func(c model.Cell) string { return string(c.ID) }),
		Decisions:  Mapped(a.Decisions, func(x model.Decision) string { return string(x.ID) }),
		Reviews:    Mapped(a.Reviews, func(r model.Review) string { return string(r.ID) }),
	}
	if reflect.ValueOf(r).IsZero() {
		return nil
	}
	return &r
}

// AccountKey is an account's id as the first part of a key, which ends at a slash.
func AccountKey(id model.AccountID) string { return keyEscape.Replace(string(id)) }

// AccountID is the account that the first part of a key is of.
func AccountID(key string) model.AccountID { return model.AccountID(keyUnescape.Replace(key)) }

// Our own ids have no slash; those of imported files may.
var (
	keyEscape   = strings.NewReplacer("%", "%25", "/", "%2F")
	keyUnescape = strings.NewReplacer("%25", "%", "%2F", "/")
)
