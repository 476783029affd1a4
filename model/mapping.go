package model

import (
	"accord/model/words"
	"reflect"
	"slices"
)

// Mapping is what somebody said about the columns of one kind of export, kept so
// that the next file with the same headings starts from it.
type Mapping struct {
	Kind    string   `json:"kind"`    // accounts, contacts, transactions, figures
	Headers string   `json:"headers"` // a digest of the file's headings
	Columns []Sent   `json:"columns,omitzero"`
	Won     []string `json:"won,omitzero"` // the status of transactions that count
}

// Sent is a heading and the field its column goes to: "-" leaves it out, "+"
// keeps it as a custom field.
type Sent struct {
	Header string `json:"header"`
	Field  string `json:"field"`
}

// The bounds of what is remembered; the oldest gives way.
const (
	MappingLimit = 40
	sentLimit    = 300
)

// says reports whether there is anything to remember.
func (m *Mapping) says() bool { return len(m.Columns)+len(m.Won) > 0 }

// Mapping is what was said about files of a kind with these headings, or nil. An
// empty kind takes any.
func (g *Programme) Mapping(kind, headers string) *Mapping {
	for i := len(g.Mappings) - 1; i >= 0; i-- {
		if m := &g.Mappings[i]; m.Headers == headers && (kind == "" || m.Kind == kind) {
			return m
		}
	}
	return nil
}

// Remember gives the list with m in it, the newest last; one that says nothing
// forgets. The list stays as it is when m is in it already.
func Remember(list []Mapping, m Mapping) []Mapping {
	m.Columns = m.Columns[:min(len(m.Columns), sentLimit)]
	at := slices.IndexFunc(list, func(o Mapping) bool { return o.Kind == m.Kind && o.Headers == m.Headers })
	switch {
	case at >= 0 && reflect.DeepEqual(list[at], m), at < 0 && !m.says():
		return list
	case at >= 0:
		list = slices.Delete(slices.Clone(list), at, at+1)
	}
	if m.says() {
		list = append(slices.Clip(list), m)
	}
	if len(list) == 0 {
		return nil
	}
	return list[max(0, len(list)-MappingLimit):]
}

// MappingWords tell how much is remembered.
func MappingWords(g *Programme) string {
	if n := len(g.Mappings); n > 0 {
		return words.T("model.remembered", n)
	}
	return ""
}
