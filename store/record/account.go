package record

import (
	"bytes"
	"fmt"
	"slices"

	"accord/model"
	"accord/model/words"
	"accord/store/place"
	"accord/store/seal"
)

// DecodeAccount puts an account together from its records; there is none, and no
// error, where all that lies there is left over from one that was deleted.
func DecodeAccount(entries []Entry, v *seal.Vault) (a *model.Account, err error) {
	name, _, _ := bytes.Cut(entries[0].Key, []byte("/"))
	if entries, err = OpenAll(v, seal.BucketEntities, entries); err != nil {
		return nil, words.Wrap(err, "record.account-sealed-as", string(name))
	}
	if leftOver(entries) {
		return nil, nil
	}
	id, _, _ := bytes.Cut(entries[0].Key, []byte("/"))
	a = &model.Account{ID: AccountID(string(id))}
	var order OrderRecord
	core, most := false, 0
	err = place.Guarded(func() error {
		makeRoom(a, entries)
		for _, e := range entries {
			most += len(e.Value) / 2 // a row takes two bytes and more
		}
		for _, e := range entries {
			kind, ent, _ := bytes.Cut(e.Key[min(len(e.Key), len(id)+1):], []byte("/"))
			content, err := e.Content()
			if err == nil {
				err = decodeRecord(a, &order, string(kind), string(ent), content, most)
			}
			if err != nil {
				return fmt.Errorf("%s %s: %w", KindWord(string(kind)), ent, err)
			}
			core = core || string(kind) == KindAccount
		}
		return nil
	})
	switch {
	case err != nil && a.Name != "":
		return nil, words.Wrap(err, "record.account", a.Name, a.ID)
	case err != nil:
		return nil, words.Wrap(err, "record.account-2", a.ID)
	case !core:
		return nil, words.Fail("record.account-parts-but-no-record", a.ID)
	}
	inOrder(a, order)
	return a, nil
}

// leftOver reports whether all there is of an account is the order of its lists.
// Deleting an account whose last tie had gone before left that behind once.
func leftOver(entries []Entry) bool {
	return len(entries) == 1 && bytes.HasSuffix(entries[0].Key, []byte("/"+KindOrder)) &&
		bytes.Count(entries[0].Key, []byte("/")) == 1
}

// KindWord names a kind of record to people.
func KindWord(kind string) string {
	if word, known := kindWords()[kind]; known {
		return word
	}
	return words.T("record.record", kind)
}

// makeRoom counts the records, so that lists are made once and of the right size.
func makeRoom(a *model.Account, entries []Entry) {
	var n [256]int
	start := bytes.IndexByte(entries[0].Key, '/') + 1
	for _, e := range entries {
		if len(e.Key) > start+1 && e.Key[start+1] == '/' {
			n[e.Key[start]]++
		}
	}
	a.Seats = room[model.Seat](n[kindSeat[0]])
	a.Persons = room[model.Person](n[KindPerson[0]])
	a.Ties = room[model.Tie](n[kindTie[0]])
	a.Edges = room[model.Edge](n[kindEdge[0]])
	a.Objectives = room[model.Objective](n[KindObjective[0]])
	a.Actions = room[model.Action](n[KindAction[0]])
	a.Insights = room[model.Insight](n[KindInsight[0]])
	a.Values = room[model.ValueLine](n[KindValue[0]])
	a.Cells = room[model.Cell](n[kindCell[0]])
	a.Decisions = room[model.Decision](n[KindDecision[0]])
	a.Points = room[model.Point](n[kindPoint[0]])
	a.Risks = room[model.Risk](n[kindRisk[0]])
	a.Reviews = room[model.Review](n[kindReview[0]])
}

func room[T any](n int) []T {
	if n == 0 {
		return nil
	}
	return make([]T, 0, n)
}

func decodeRecord(a *model.Account, order *OrderRecord, kind, id string, content []byte, most int) error {
	switch kind {
	case KindAccount:
		var r AccountRecord
		if err := Decode(content, &r); err != nil {
			return err
		}
		r.in(a)
	case KindOrder:
		return Decode(content, order)
	case KindYears:
		var r []YearRecord
		if err := Decode(content, &r); err != nil {
			return err
		}
		a.Years = Mapped(r, yearIn)
	case KindTransactions:
		return decodeTransactions(a, content, most)
	case kindSeat:
		return decodeInto(&a.Seats, id, content, seatIn)
	case KindPerson:
		return decodeInto(&a.Persons, id, content, personIn)
	case kindTie:
		return decodeInto(&a.Ties, id, content, tieIn)
	case kindEdge:
		return decodeInto(&a.Edges, id, content, edgeIn)
	case KindObjective:
		return decodeInto(&a.Objectives, id, content, objectiveIn)
	case KindAction:
		return decodeInto(&a.Actions, id, content, actionIn)
	default:
		return decodePlan(a, kind, id, content)
	}
	return nil
}

func decodePlan(a *model.Account, kind, id string, content []byte) error {
	switch kind {
	case KindInsight:
		return decodeInto(&a.Insights, id, content, insightIn)
	case KindValue:
		return decodeInto(&a.Values, id, content, valueIn)
	case kindPoint:
		return decodeInto(&a.Points, id, content, pointIn)
	case kindRisk:
		return decodeInto(&a.Risks, id, content, riskIn)
	case kindReview:
		return decodeInto(&a.Reviews, id, content, reviewIn)
	case kindCell:
		return decodeInto(&a.Cells, id, content, cellIn)
	case KindDecision:
		return decodeInto(&a.Decisions, id, content, decisionIn)
	}
	return ErrUnknown
}

func decodeInto[T, R any](list *[]T, id string, content []byte, in func(string, R) T) error {
	var r R
	if err := Decode(content, &r); err != nil {
		return err
	}
	*list = append(*list, in(id, r))
	return nil
}

// decodeTransactions puts a year's rows at their places in the list. There cannot
// be more places than most: what is damaged must not ask for the memory of millions.
func decodeTransactions(a *model.Account, content []byte, most int) error {
	var list []TransactionRecord
	if err := Decode(content, &list); err != nil {
		return err
	}
	for _, r := range list {
		if r.N < 0 || r.N > most {
			return words.Fail("record.row-place", r.Key, r.N)
		}
		if grow := r.N + 1 - len(a.Transactions); grow > 0 {
			a.Transactions = append(a.Transactions, make([]model.Transaction, grow)...)
		}
		a.Transactions[r.N] = transactionIn(r)
	}
	return nil
}

// inOrder gives lists the order people gave them; what the order record does not
// name comes last.
func inOrder(a *model.Account, o OrderRecord) {
	sortBy(a.Seats, o.Seats, func(s model.Seat) string { return string(s.ID) })
	sortBy(a.Persons, o.Persons, func(p model.Person) string { return string(p.ID) })
	sortBy(a.Ties, o.Ties, func(t model.Tie) string { return string(t.ID) })
	sortBy(a.Edges, o.Edges, func(e model.Edge) string { return string(e.ID) })
	sortBy(a.Objectives, o.Objectives, func(x model.Objective) string { return string(x.ID) })
	sortBy(a.Actions, o.Actions, func(x model.Action) string { return string(x.ID) })
	sortBy(a.Insights, o.Insights, func(x model.Insight) string { return string(x.ID) })
	sortBy(a.Values, o.Values, func(x model.ValueLine) string { return string(x.ID) })
	sortBy(a.Points, o.Points, func(x model.Point) string { return string(x.ID) })
	sortBy(a.Risks, o.Risks, func(x model.Risk) string { return string(x.ID) })
	sortBy(a.Cells, o.Cells, func(x model.Cell) string { return string(x.ID) })
	sortBy(a.Decisions, o.Decisions, func(x model.Decision) string { return string(x.ID) })
	sortBy(a.Reviews, o.Reviews, func(x model.Review) string { return string(x.ID) })
}

func sortBy[T any](list []T, ids []string, id func(T) string) {
	if inOrderAlready(list, ids, id) {
		return
	}
	place := make(map[string]int, len(ids))
	for i, x := range ids {
		place[x] = i + 1
	}
	rank := func(x T) int {
		if p := place[id(x)]; p > 0 {
			return p
		}
		return len(ids) + 1
	}
	slices.SortStableFunc(list, func(x, y T) int { return rank(x) - rank(y) })
}

func inOrderAlready[T any](list []T, ids []string, id func(T) string) bool {
	if len(list) != len(ids) {
		return len(list) < 2
	}
	for i := range list {
		if id(list[i]) != ids[i] {
			return false
		}
	}
	return true
}
