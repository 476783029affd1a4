package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// Load reads everything and gives the number of the last step.
func (f *File) Load() (*model.Portfolio, uint64, error) {
	preread(f.path)
	p, seq, err := load(f.db)
	if err != nil {
		return nil, 0, &DamagedError{f.path, err.Error(), "Take the newest file in the folder backups beside it; `accord check` lists what is damaged"}
	}
	f.w.mu.Lock()
	f.w.now.Queued, f.w.now.Saved = seq, seq
	f.w.mu.Unlock()
	return p, seq, nil
}

// preread reads the file through once in order: bbolt maps it for random access,
// which makes a first scan page by page several times slower.
func preread(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{f}, make([]byte, 1<<20))
}

func load(db *bolt.DB) (*model.Portfolio, uint64, error) {
	// everything read stays: collecting garbage meanwhile is work for nothing
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var p *model.Portfolio
	var seq uint64
	err := db.View(func(tx *bolt.Tx) error {
		accounts, err := loadAccounts(tx.Bucket([]byte(bucketEntities)))
		if err != nil {
			return err
		}
		g, err := loadProgramme(tx.Bucket([]byte(bucketSettings)))
		if err != nil {
			return err
		}
		if k, _ := tx.Bucket([]byte(bucketJournal)).Cursor().Last(); k != nil {
			if seq, err = seqOf(k); err != nil {
				return err
			}
		}
		p, err = model.NewPortfolio(g, accounts)
		return err
	})
	return p, seq, err
}

func seqOf(key []byte) (uint64, error) {
	if len(key) != 8 {
		return 0, fmt.Errorf("the journal has a key of %d bytes", len(key))
	}
	var n uint64
	for _, b := range key {
		n = n<<8 | uint64(b)
	}
	return n, nil
}

// entry is one record as it lies in the file.
type entry struct{ key, value []byte }

// loadAccounts decodes accounts on all cores. The entries lie in the mapped file
// and are only good inside the transaction.
func loadAccounts(b *bolt.Bucket) ([]*model.Account, error) {
	groups := groupByAccount(b)
	out := make([]*model.Account, len(groups))
	errs := make([]error, len(groups))
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
			for i := w; i < len(groups); i += workers {
				out[i], errs[i] = decodeAccount(groups[i])
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func groupByAccount(b *bolt.Bucket) [][]entry {
	var groups [][]entry
	var last []byte
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		id, _, _ := bytes.Cut(k, []byte("/"))
		if len(groups) == 0 || !bytes.Equal(id, last) {
			groups, last = append(groups, nil), id
		}
		g := &groups[len(groups)-1]
		*g = append(*g, entry{k, v})
	}
	return groups
}

// decodeAccount puts an account together from its records.
func decodeAccount(entries []entry) (a *model.Account, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("account %s can not be read: %v", entries[0].key, r)
		}
	}()
	a = new(model.Account)
	var order orderRecord
	core := false
	for _, e := range entries {
		id, rest, _ := strings.Cut(string(e.key), "/")
		kind, ent, _ := strings.Cut(rest, "/")
		a.ID = model.AccountID(id)
		content, _, err := unseal(e.key, e.value)
		if err == nil {
			err = decodeRecord(a, &order, kind, ent, content)
		}
		if err != nil {
			return nil, fmt.Errorf("account %s (%s), record %s: %w", id, a.Name, rest, err)
		}
		core = core || kind == "a"
	}
	if !core {
		return nil, fmt.Errorf("account %s has parts but no record of its own", a.ID)
	}
	inOrder(a, order)
	return a, nil
}

func decodeRecord(a *model.Account, order *orderRecord, kind, id string, content []byte) error {
	switch kind {
	case "a":
		var r accountRecord
		if err := json.Unmarshal(content, &r); err != nil {
			return err
		}
		r.in(a)
	case "k":
		return json.Unmarshal(content, order)
	case "y":
		var r []yearRecord
		if err := json.Unmarshal(content, &r); err != nil {
			return err
		}
		a.Years = mapped(r, yearIn)
	case "x":
		return decodeTransactions(a, content)
	case "s":
		return decodeInto(&a.Seats, id, content, seatIn)
	case "c":
		return decodeInto(&a.Persons, id, content, personIn)
	case "t":
		return decodeInto(&a.Ties, id, content, tieIn)
	case "e":
		return decodeInto(&a.Edges, id, content, edgeIn)
	case "o":
		return decodeInto(&a.Objectives, id, content, objectiveIn)
	case "p":
		return decodeInto(&a.Actions, id, content, actionIn)
	default:
		return fmt.Errorf("kind %q is not known", kind)
	}
	return nil
}

func decodeInto[T, R any](list *[]T, id string, content []byte, in func(string, R) T) error {
	var r R
	if err := json.Unmarshal(content, &r); err != nil {
		return err
	}
	*list = append(*list, in(id, r))
	return nil
}

// decodeTransactions puts a year's rows at their places in the list.
func decodeTransactions(a *model.Account, content []byte) error {
	var rows []numbered
	if err := json.Unmarshal(content, &rows); err != nil {
		return err
	}
	for _, r := range rows {
		if r.N < 0 || r.N > 1<<24 {
			return fmt.Errorf("transaction %q has place %d", r.Key, r.N)
		}
		for len(a.Transactions) <= r.N {
			a.Transactions = append(a.Transactions, model.Transaction{})
		}
		a.Transactions[r.N] = transactionIn(r.transactionRecord)
	}
	return nil
}

// inOrder gives lists the order people gave them; what the order record does not
// name comes last.
func inOrder(a *model.Account, o orderRecord) {
	sortBy(a.Seats, o.Seats, func(s model.Seat) string { return string(s.ID) })
	sortBy(a.Persons, o.Persons, func(p model.Person) string { return string(p.ID) })
	sortBy(a.Ties, o.Ties, func(t model.Tie) string { return string(t.ID) })
	sortBy(a.Edges, o.Edges, func(e model.Edge) string { return string(e.ID) })
	sortBy(a.Objectives, o.Objectives, func(x model.Objective) string { return string(x.ID) })
	sortBy(a.Actions, o.Actions, func(x model.Action) string { return string(x.ID) })
}

func sortBy[T any](list []T, ids []string, id func(T) string) {
	if len(list) < 2 {
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

func loadProgramme(b *bolt.Bucket) (*model.Programme, error) {
	g := new(model.Programme)
	var team []string
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		content, _, err := unseal(k, v)
		if err == nil {
			err = decodeSetting(g, &team, string(k), content)
		}
		if err != nil {
			return nil, fmt.Errorf("settings, record %s: %w", k, err)
		}
	}
	if g.Currency == "" {
		return nil, fmt.Errorf("the programme's record is missing")
	}
	sortBy(g.Team, team, func(m model.Member) string { return string(m.ID) })
	return g, nil
}

func decodeSetting(g *model.Programme, team *[]string, key string, content []byte) (err error) {
	name, id, _ := strings.Cut(key, "/")
	switch name {
	case "programme":
		var r programmeRecord
		if err = json.Unmarshal(content, &r); err == nil {
			r.in(g)
		}
	case "team":
		err = json.Unmarshal(content, team)
	case "member":
		err = decodeInto(&g.Team, id, content, memberIn)
	case "pack":
		g.Pack, err = model.ParsePack(content)
	}
	return err
}
