package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"

	"accord/model"
)

// put is one record to write; a nil value deletes it. Contents are bare here;
// the writer puts them into envelopes.
type put struct {
	bucket        string
	key           string
	before, after []byte
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

type differ struct {
	bucket string // where records go now
	puts   []put
	err    error
}

// record adds a record unless it reads the same before and after.
func (d *differ) record(key string, before, after any) {
	p := put{bucket: d.bucket, key: key, before: d.encode(before), after: d.encode(after)}
	if !bytes.Equal(p.before, p.after) {
		d.puts = append(d.puts, p)
	}
}

func (d *differ) encode(v any) []byte {
	if v == nil {
		return nil
	}
	b, err := json.Marshal(v)
	if err != nil && d.err == nil {
		d.err = err
	}
	return b
}

var noAccount = new(model.Account)

func (d *differ) account(before, after *model.Account) {
	d.bucket = bucketEntities
	id, was, is := "", before, after
	var coreBefore, coreAfter, orderBefore, orderAfter any
	if before != nil {
		id, coreBefore, orderBefore = string(before.ID), accountOut(before), orderOut(before)
	} else {
		was = noAccount
	}
	if after != nil {
		id, coreAfter, orderAfter = string(after.ID), accountOut(after), orderOut(after)
	} else {
		is = noAccount
	}
	d.record(id+"/a", coreBefore, coreAfter)
	if !reflect.DeepEqual(orderBefore, orderAfter) {
		d.record(id+"/k", orderBefore, orderAfter)
	}
	if !same(was.Years, is.Years) {
		d.record(id+"/y", listOut(was.Years, yearOut), listOut(is.Years, yearOut))
	}
	d.transactions(id, was.Transactions, is.Transactions)
	entities(d, id+"/s/", was.Seats, is.Seats, func(s model.Seat) string { return string(s.ID) }, seatOut)
	entities(d, id+"/c/", was.Persons, is.Persons, func(p model.Person) string { return string(p.ID) }, personOut)
	entities(d, id+"/t/", was.Ties, is.Ties, func(t model.Tie) string { return string(t.ID) }, tieOut)
	entities(d, id+"/e/", was.Edges, is.Edges, func(e model.Edge) string { return string(e.ID) }, edgeOut)
	entities(d, id+"/o/", was.Objectives, is.Objectives, func(o model.Objective) string { return string(o.ID) }, objectiveOut)
	entities(d, id+"/p/", was.Actions, is.Actions, func(a model.Action) string { return string(a.ID) }, actionOut)
}

// same is true for two lists that are one list: the usual case, because an edit
// shares what it does not touch.
func same[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func listOut[A, B any](in []A, f func(A) B) any {
	if len(in) == 0 {
		return nil
	}
	return mapped(in, f)
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
		if !there {
			d.record(prefix+k, nil, out(x))
		} else if !reflect.DeepEqual(was, x) {
			d.record(prefix+k, out(was), out(x))
		}
	}
	for _, x := range before {
		if _, gone := old[id(x)]; gone {
			d.record(prefix+id(x), out(x), nil)
		}
	}
}

// transactions are packed by calendar year: thousands of rows are not thousands
// of records. Their order over years is that of their dates' years.
func (d *differ) transactions(id string, before, after []model.Transaction) {
	if same(before, after) {
		return
	}
	was, is := byYear(before), byYear(after)
	for year := range was {
		if _, still := is[year]; !still {
			d.record(id+"/x/"+strconv.Itoa(year), was[year], nil)
		}
	}
	for year, list := range is {
		var old any
		if was[year] != nil {
			old = was[year]
		}
		d.record(id+"/x/"+strconv.Itoa(year), old, list)
	}
}

// numbered keeps a transaction's place in the account's list.
type numbered struct {
	N int `json:"n,omitzero"`
	transactionRecord
}

func byYear(list []model.Transaction) map[int][]numbered {
	out := map[int][]numbered{}
	for i, t := range list {
		year := int(t.Date.Year)
		out[year] = append(out[year], numbered{i, transactionOut(t)})
	}
	return out
}

func orderOut(a *model.Account) any {
	r := orderRecord{
		Seats:      mapped(a.Seats, func(s model.Seat) string { return string(s.ID) }),
		Persons:    mapped(a.Persons, func(p model.Person) string { return string(p.ID) }),
		Ties:       mapped(a.Ties, func(t model.Tie) string { return string(t.ID) }),
		Edges:      mapped(a.Edges, func(e model.Edge) string { return string(e.ID) }),
		Objectives: mapped(a.Objectives, func(o model.Objective) string { return string(o.ID) }),
		Actions:    mapped(a.Actions, func(x model.Action) string { return string(x.ID) }),
	}
	if reflect.ValueOf(r).IsZero() {
		return nil
	}
	return r
}

func (d *differ) programme(before, after *model.Programme) {
	d.bucket = bucketSettings
	var was any
	var team []model.Member
	if before != nil {
		was, team = programmeOut(before), before.Team
	}
	d.record("programme", was, programmeOut(after))
	entities(d, "member/", team, after.Team, func(m model.Member) string { return string(m.ID) }, memberOut)
	d.record("team", idsOf(team), idsOf(after.Team))
	var packBefore, packAfter any
	if before != nil && before.Pack != nil {
		packBefore = before.Pack
	}
	if after.Pack != nil {
		packAfter = after.Pack
	}
	if packBefore != packAfter {
		d.record("pack", packBefore, packAfter)
	}
}

func idsOf(team []model.Member) any {
	if len(team) == 0 {
		return nil
	}
	return mapped(team, func(m model.Member) string { return string(m.ID) })
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
