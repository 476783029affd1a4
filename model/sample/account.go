package sample

import (
	"hash/fnv"

	"accord/model"
)

// account is one customer, told compactly. Levels are digits, "-" is unknown.
type account struct {
	name, segment, country, owner string
	tier                          model.Tier
	parent                        string
	importance, position          string    // a digit per factor, in pack order
	receptivity                   string    // two digits
	verified                      string    // "position.criticality=2 importance.capacity=4"
	years                         []year    // newest last
	notes                         string    // of the account
	why                           [2]string // notes of the first importance and the first position factor
	tags                          []string
	people                        []person
	objectives                    []objective
	actions                       []action
}

// year is figures in thousands: revenue, cost of sales, cost to serve, wallet;
// negative is unknown. They belong to the years up to the last closed one.
type year struct{ revenue, sales, serve, wallet int }

// person is a seat and who sits in it. An empty name is a placeholder.
type person struct {
	title, name string
	boss        string // title of the seat above
	influence   model.Influence
	role        model.BuyingRole
	support     int // -2..2, or 9 for unknown
	coverage    model.Coverage
	ties        string // "dana 3>4 12d, omer 2 80d": who of ours, level, target, days since contact
	cares       string
}

type objective struct {
	text, goal, measure, baseline, target, owner string
	due                                          int // days from today
}

type action struct {
	text, owner string
	due         int // days from today
	status      model.ActionStatus
	objective   int // which objective it serves, from 1; 0 none
}

// unknownSupport marks a person whose stand nobody knows.
const unknownSupport = 9

// currency of the sample.
const currency model.Currency = "EUR"

const alphabet = "abcdefghijklmnopqrstuvwxyz234567"

// id derives a stable identifier from what it names.
func id[T ~string](parts ...string) T {
	h := fnv.New64a()
	for _, p := range parts {
		_, _ = h.Write([]byte(p + "\x00"))
	}
	n := h.Sum64()
	b := make([]byte, 12)
	for i := range b {
		b[i] = alphabet[n&31]
		n >>= 5
	}
	return T(b)
}
