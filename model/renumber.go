package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Renumber is a portfolio with identifiers of its own in the place of all it has,
// in the same order: what came from one file can then neither be joined with it nor
// be taken for it. Keys of questions that come with no pack of the program tell whose
// they are, and are others too.
func Renumber(p *Portfolio) *Portfolio {
	n := renumbering{}
	g := n.copied(reflect.ValueOf(p.programme).Elem()).Addr().Interface().(*Programme)
	g.Workshop, g.Ballots = nil, nil // a meeting that is going on is nobody else's
	if p.programme.Pack != nil {
		g.Pack = n.pack(p.programme.Pack)
	}
	accounts := make([]*Account, len(p.accounts))
	for i, a := range p.accounts { // the accounts first, so that they keep their order
		n.Ident(reflect.ValueOf(a.ID))
		accounts[i] = a
	}
	for i, a := range accounts {
		accounts[i] = n.copied(reflect.ValueOf(a).Elem()).Addr().Interface().(*Account)
	}
	out := &Portfolio{accounts: accounts, programme: g, named: p.named}
	out.reindex()
	return out
}

// renumbering gives identifiers in the order in which they are met; those of
// different kinds are never the same.
type renumbering map[string]string

func (n renumbering) Ident(v reflect.Value) string {
	if v.String() == "" {
		return ""
	}
	key := v.Type().Name() + "\x00" + v.String()
	if n[key] == "" {
		n[key] = fmt.Sprintf("x%08d", len(n)+1)
	}
	return n[key]
}

// factor is the key of a question: its own where it comes with the program.
func (n renumbering) factor(key FactorKey) FactorKey {
	if in, f := DefaultPack().Factor(key); in != nil && f != nil {
		return key
	}
	instrument, _, _ := strings.Cut(string(key), ".")
	return FactorKey(n.instrument(instrument) + "." + n.Ident(reflect.ValueOf(key)))
}

func (n renumbering) instrument(key string) string {
	if DefaultPack().Instrument(key) != nil {
		return key
	}
	return n.Ident(reflect.ValueOf(key))
}

func (n renumbering) pack(p *Pack) *Pack {
	out := *p
	out.Instruments = slices.Clone(p.Instruments)
	for i := range out.Instruments {
		in := &out.Instruments[i]
		in.Key, in.Factors = n.instrument(in.Key), slices.Clone(in.Factors)
		for j := range in.Factors {
			f := &in.Factors[j]
			f.full = n.factor(f.full)
			f.Key = strings.TrimPrefix(string(f.full), in.Key+".")
		}
	}
	return &out
}

// copied is a copy in which every identifier is another. What is not exported is
// computed anew from the rest.
func (n renumbering) copied(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		if strings.HasSuffix(v.Type().Name(), "ID") {
			out.SetString(n.Ident(v))
		} else if v.Type() == reflect.TypeFor[FactorKey]() {
			out.SetString(string(n.factor(FactorKey(v.String()))))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(n.copied(v.Field(i)))
			}
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(n.copied(v.Index(i)))
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			out.SetMapIndex(n.copied(k), n.copied(v.MapIndex(k)))
		}
	}
	return out
}
