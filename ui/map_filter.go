package ui

import (
	"strconv"

	"accord/model/score"
)

// mapFilter is whom the map stands out for. The others are faded, never hidden:
// a map without them would be a lie.
type mapFilter uint8

const (
	everyone mapFilter = iota
	keyPlayers
	notCovered
	notSupporting
	goneStale
	assumedOnly
	filterCount
)

var filterWords = [filterCount]string{"everyone", "key players", "not covered", "not supporting", "no contact lately", "assumed, not confirmed"}

// keeps reports whether a row stands out.
func (f mapFilter) keeps(m *mapFacts, r *mapRow) bool {
	switch f {
	case keyPlayers:
		return r.seat.Influence.KeyPlayer()
	case notCovered:
		return r.person == nil && !r.seat.Vacant || r.person != nil && r.person.Coverage.Share() == 0
	case notSupporting:
		return r.person != nil && (!r.person.Support.Known || r.person.Support.V <= 0)
	case goneStale:
		for _, t := range r.ties {
			if t.Tie != nil && score.TieStale(*t.Tie, r.seat.Executive(), m.programme.Settings(), m.today) {
				return true
			}
		}
		return false
	case assumedOnly:
		return !r.seat.Confirmed || r.person != nil && !r.person.Confirmed
	}
	return true
}

// words names the filter with how many stand out; "" for everyone.
func (f mapFilter) words(m *mapFacts) string {
	if f == everyone {
		return ""
	}
	n := 0
	for i := range m.rows {
		if f.keeps(m, &m.rows[i]) {
			n++
		}
	}
	return filterWords[f] + " " + strconv.Itoa(n) + "/" + strconv.Itoa(len(m.rows))
}

// hidesFromRoom are the intents of the map about what is not drawn for a room.
var hidesFromRoom = map[IntentKind]bool{CycleInfluence: true, CycleRole: true, CycleSupport: true, CycleCoverage: true, CycleAdaptability: true,
	CycleOrientation: true, CycleTarget: true, ToggleConfirmed: true, LinkGoal: true, Influence: true, Quarrel: true, Knows: true, FadeOthers: true,
	Rate: true, Raise: true, Lower: true, MetToday: true, Judge: true, Leave: true, Details: true, Explain: true, SetUnknown: true}

// roomLooks are the looks of the map.
var roomLooks = []roomRow{
	{of: lookTree, fit: partly, shows: "seats and names"},
	{of: lookDrawn, fit: partly, shows: "seats and names"},
	{of: lookMatrix, shows: "who of ours knows whom"},
	{of: lookZipper, shows: "who of ours knows whom"},
	{of: lookPaths, shows: "ways to people"},
}
