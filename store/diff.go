package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"accord/model"
)

// put is one record to write, its content bare; the writer puts it into an
// envelope. A nil value deletes the record.
type put struct {
	bucket, key string
	value       []byte
	was, is     []byte // for the journal: only what differs, nil where there was or is no record
}

// changes turns a patch into the records it changes.
func changes(p *model.Patch) ([]put, error) {
	d := differ{}
	for i := range p.After {
		d.account(p.Before[i], p.After[i])
	}
	if p.ProgrammeAfter != nil {
		d.programme(p.ProgrammeBefore, p.ProgrammeAfter)
	}
	return d.puts, d.err
}

// whole is every record of a portfolio, for a new file.
func whole(p *model.Portfolio) ([]put, error) {
	d := differ{}
	for _, a := range p.Accounts() {
		d.account(nil, a)
	}
	d.programme(nil, p.Programme())
	if d.err != nil {
		return nil, fmt.Errorf("encode: %w", d.err)
	}
	return d.puts, nil
}

// differ collects the records that differ. Records are built of their own types
// first and compared as those.
type differ struct {
	bucket string // where records go now
	puts   []put
	err    error
}

func (d *differ) encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil && d.err == nil {
		d.err = err
	}
	return b
}

// record adds a record that was there, is there, or both; nil is neither.
func record[R any](d *differ, key string, was, is *R) {
	p := put{bucket: d.bucket, key: key}
	switch {
	case was == nil && is == nil:
		return
	case was == nil:
		p.value = d.encode(is)
		p.is = p.value
	case is == nil:
		p.was = d.encode(was)
	default:
		less, more, differ := narrow(*was, *is)
		if !differ {
			return
		}
		p.value, p.was, p.is = d.encode(is), d.encode(less), d.encode(more)
	}
	d.puts = append(d.puts, p)
}

// rows adds a record that is a list; an empty one is no record.
func rows[R any](d *differ, key string, was, is []R) {
	if len(was) == 0 && len(is) == 0 || reflect.DeepEqual(was, is) {
		return
	}
	p := put{bucket: d.bucket, key: key}
	if len(is) > 0 {
		p.value = d.encode(is)
		p.is = p.value
	}
	if len(is) > 0 && len(was) > 0 {
		p.is = d.encode(without(is, was))
	}
	if len(was) > 0 {
		p.was = d.encode(without(was, is))
	}
	d.puts = append(d.puts, p)
}

func (d *differ) account(before, after *model.Account) {
	d.bucket = bucketEntities
	was, is := before, after
	if before == nil {
		was = &model.Account{ID: after.ID}
	}
	if after == nil {
		is = &model.Account{ID: before.ID}
	}
	key := accountKey(was.ID) + "/"
	d.core(key+kindAccount, before, after)
	if !sameLists(was, is) {
		record(d, key+kindOrder, orderOut(was), orderOut(is))
	}
	if !same(was.Years, is.Years) {
		d.years(key+kindYears, mapped(was.Years, yearOut), mapped(is.Years, yearOut))
	}
	d.transactions(key+kindTransactions+"/", was.Transactions, is.Transactions)
	entities(d, key+kindSeat+"/", was.Seats, is.Seats, func(s model.Seat) string { return string(s.ID) }, seatOut)
	entities(d, key+kindPerson+"/", was.Persons, is.Persons, func(p model.Person) string { return string(p.ID) }, personOut)
	entities(d, key+kindTie+"/", was.Ties, is.Ties, func(t model.Tie) string { return string(t.ID) }, tieOut)
	entities(d, key+kindEdge+"/", was.Edges, is.Edges, func(e model.Edge) string { return string(e.ID) }, edgeOut)
	entities(d, key+kindObjective+"/", was.Objectives, is.Objectives, func(o model.Objective) string { return string(o.ID) }, objectiveOut)
	entities(d, key+kindAction+"/", was.Actions, is.Actions, func(a model.Action) string { return string(a.ID) }, actionOut)
	entities(d, key+kindInsight+"/", was.Insights, is.Insights, func(n model.Insight) string { return string(n.ID) }, insightOut)
	entities(d, key+kindValue+"/", was.Values, is.Values, func(v model.ValueLine) string { return string(v.ID) }, valueOut)
	entities(d, key+kindPoint+"/", was.Points, is.Points, func(p model.Point) string { return string(p.ID) }, pointOut)
	entities(d, key+kindRisk+"/", was.Risks, is.Risks, func(r model.Risk) string { return string(r.ID) }, riskOut)
	entities(d, key+kindCell+"/", was.Cells, is.Cells, func(c model.Cell) string { return string(c.ID) }, cellOut)
	entities(d, key+kindDecision+"/", was.Decisions, is.Decisions, func(x model.Decision) string { return string(x.ID) }, decisionOut)
	entities(d, key+kindReview+"/", was.Reviews, is.Reviews, func(r model.Review) string { return string(r.ID) }, reviewOut)
}

// core records the account itself, with its ratings.
func (d *differ) core(key string, before, after *model.Account) {
	var was, is accountRecord
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

func (d *differ) coreChanged(key string, was, is accountRecord, before, after map[model.FactorKey]model.Rating) {
	less, more, differ := narrow(was, is)
	gone, come := entriesWithout(before, after), entriesWithout(after, before)
	if !differ && len(gone) == 0 && len(come) == 0 && (before == nil) == (after == nil) {
		return
	}
	less.Ratings, more.Ratings, is.Ratings = ratingsOut(gone), ratingsOut(come), ratingsOut(after)
	d.puts = append(d.puts, put{bucket: d.bucket, key: key, value: d.encode(is), was: d.encode(less), is: d.encode(more)})
}

// same is true for two lists that are one list: the usual case, because an edit
// shares what it does not touch.
func same[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func sameLists(a, b *model.Account) bool {
	return same(a.Seats, b.Seats) && same(a.Persons, b.Persons) && same(a.Ties, b.Ties) && same(a.Edges, b.Edges) &&
		same(a.Objectives, b.Objectives) && same(a.Actions, b.Actions) && same(a.Insights, b.Insights) && same(a.Values, b.Values) &&
		same(a.Points, b.Points) && same(a.Risks, b.Risks) && same(a.Reviews, b.Reviews) && same(a.Cells, b.Cells) && same(a.Decisions, b.Decisions)
}

// entities compares two lists by id and records what differs.
func entities[T, R any](d *differ, prefix string, before, after []T, id func(T) string, out func(T) R) {
	if same(before, after) {
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
func (d *differ) years(key string, was, is []yearRecord) {
	at := len(d.puts)
	rows(d, key, was, is)
	if len(d.puts) > at && len(was) > 0 && len(is) > 0 && !(slices.IsSortedFunc(was, compareYears) && slices.IsSortedFunc(is, compareYears)) {
		d.puts[at].was, d.puts[at].is = d.encode(was), d.encode(is)
	}
}

func compareYears(a, b yearRecord) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Kind, b.Kind))
}

// transactions are packed by calendar year: thousands of rows are not thousands
// of records. Each row knows its place in the account's whole list.
func (d *differ) transactions(prefix string, before, after []model.Transaction) {
	if same(before, after) {
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

func byYear(list []model.Transaction) map[int][]transactionRecord {
	out := map[int][]transactionRecord{}
	for i, t := range list {
		year := int(t.Date.Year)
		out[year] = append(out[year], transactionOut(i, t))
	}
	return out
}

// orderOut is nil for an account without lists.
func orderOut(a *model.Account) *orderRecord {
	r := orderRecord{
		Seats:      mapped(a.Seats, func(s model.Seat) string { return string(s.ID) }),
		Persons:    mapped(a.Persons, func(p model.Person) string { return string(p.ID) }),
		Ties:       mapped(a.Ties, func(t model.Tie) string { return string(t.ID) }),
		Edges:      mapped(a.Edges, func(e model.Edge) string { return string(e.ID) }),
		Objectives: mapped(a.Objectives, func(o model.Objective) string { return string(o.ID) }),
		Actions:    mapped(a.Actions, func(x model.Action) string { return string(x.ID) }),
		Insights:   mapped(a.Insights, func(n model.Insight) string { return string(n.ID) }),
		Values:     mapped(a.Values, func(v model.ValueLine) string { return string(v.ID) }),
		Points:     mapped(a.Points, func(p model.Point) string { return string(p.ID) }),
		Risks:      mapped(a.Risks, func(r model.Risk) string { return string(r.ID) }),
		Cells:      mapped(a.Cells, func(c model.Cell) string { return string(c.ID) }),
		Decisions:  mapped(a.Decisions, func(x model.Decision) string { return string(x.ID) }),
		Reviews:    mapped(a.Reviews, func(r model.Review) string { return string(r.ID) }),
	}
	if reflect.ValueOf(r).IsZero() {
		return nil
	}
	return &r
}

func (d *differ) programme(before, after *model.Programme) {
	d.bucket = bucketSettings
	var was *programmeRecord
	if before == nil {
		before = new(model.Programme)
	} else {
		r := programmeOut(before)
		was = &r
	}
	is := programmeOut(after)
	record(d, settingProgramme, was, &is)
	memberID := func(m model.Member) string { return string(m.ID) }
	if !same(before.Team, after.Team) {
		d.team(mapped(before.Team, memberID), mapped(after.Team, memberID))
	}
	entities(d, settingMember+"/", before.Team, after.Team, memberID, memberOut)
	d.meeting(before, after)
	if before.Pack != after.Pack {
		d.pack(packOut(before.Pack), packOut(after.Pack))
	}
}

// team records the order of our people, in the journal too: there is nothing else
// in it.
func (d *differ) team(was, is []string) {
	at := len(d.puts)
	rows(d, settingTeam, was, is)
	if len(d.puts) > at && len(was) > 0 && len(is) > 0 {
		d.puts[at].was, d.puts[at].is = d.encode(was), d.encode(is)
	}
}

// pack records a changed method pack. It is the largest record of all, so the
// journal keeps only the factors that differ.
func (d *differ) pack(was, is *packRecord) {
	if reflect.DeepEqual(was, is) {
		return
	}
	at := len(d.puts)
	record(d, settingPack, was, is)
	if was != nil && is != nil && sameShape(*was, *is) {
		less, more := narrowPack(*was, *is)
		d.puts[at].was, d.puts[at].is = d.encode(less), d.encode(more)
	}
}

// accountKey is an account's id as the first part of a key, which ends at a slash.
func accountKey(id model.AccountID) string { return keyEscape.Replace(string(id)) }

func accountID(key string) model.AccountID { return model.AccountID(keyUnescape.Replace(key)) }

// Our own ids have no slash; those of imported files may.
var (
	keyEscape   = strings.NewReplacer("%", "%25", "/", "%2F")
	keyUnescape = strings.NewReplacer("%25", "%", "%2F", "/")
)
