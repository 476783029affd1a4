package model

import (
	"strconv"
	"strings"
	"sync"
)

// shippedWords are all texts and keys of the packs that come with the program:
// whoever reads them can tell nobody by them.
var shippedWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{"": true}
	for _, p := range ShippedPacks() {
		out[p.Name] = true
		for i := range p.Instruments {
			in := &p.Instruments[i]
			out[in.Key], out[in.Name], out[in.Question] = true, true, true
			for j := range in.Factors {
				f := &in.Factors[j]
				out[string(f.full)], out[f.Name], out[f.Question] = true, true, true
				for _, a := range f.Anchors {
					out[a] = true
				}
			}
		}
	}
	return out
})

// pack is a method pack without what its owner wrote: names and keys of their own
// have stand-ins, questions and anchors of their own are hidden. The words that come
// with the program stay.
func (m *mask) pack(p *Pack) *Pack {
	if p == nil {
		return nil
	}
	shipped := shippedWords()
	words := func(s string) string {
		if shipped[s] {
			return s
		}
		return hidden
	}
	name := func(s, before string) string {
		if shipped[s] {
			return s
		}
		return m.name(s, before)
	}
	out := *p
	if !shipped[p.Name] {
		out.Name = "Own method"
	}
	out.Instruments = nil
	for _, in := range p.Instruments {
		factors := in.Factors
		in.Key, in.Name, in.Question, in.Factors = m.instrument(in.Key), name(in.Name, "Questions"), words(in.Question), nil
		for _, f := range factors {
			f.full = m.factor(f.full)
			f.Key = strings.TrimPrefix(string(f.full), in.Key+".")
			f.Name, f.Question = name(f.Name, "Factor"), words(f.Question)
			anchors := make([]string, len(f.Anchors))
			for i, a := range f.Anchors {
				anchors[i] = words(a)
			}
			f.Anchors = anchors
			in.Factors = append(in.Factors, f)
		}
		out.Instruments = append(out.Instruments, in)
	}
	return &out
}

// own is the stand-in for a key that comes with no pack of the program.
func (m *mask) own(key, before string) string {
	k := "key\x00" + key
	if m.names[k] == "" {
		m.names[k] = before + strconv.Itoa(len(m.names)+1)
	}
	return m.names[k]
}

func (m *mask) instrument(key string) string {
	if shippedWords()[key] {
		return key
	}
	return m.own(key, "own")
}

func (m *mask) factor(key FactorKey) FactorKey {
	if shippedWords()[string(key)] {
		return key
	}
	instrument, _, _ := strings.Cut(string(key), ".")
	return FactorKey(m.instrument(instrument) + "." + m.own(string(key), "own"))
}
