package relmap

import (
	"strconv"

	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

// mapFilter is whom the map stands out for. The others are faded, never hidden:
// a map without them would be a lie.
type mapFilter uint8

const (
	everyone mapFilter = iota
	KeyPlayers
	notCovered
	notSupporting
	goneStale
	AssumedOnly
	FilterCount
)

var FilterWords = words.Table(func() [FilterCount]string {
	return [FilterCount]string{words.T("relmap.everyone"), words.T("relmap.key-players"), words.T("relmap.not-covered"), words.T("relmap.not-supporting"), words.T("relmap.no-contact-lately"), words.T("relmap.assumed-not-confirmed")}
})

// Keeps reports whether a row stands out.
func (f mapFilter) Keeps(m *mapFacts, r *Row) bool {
	switch f {
	case KeyPlayers:
		return r.Seat.Influence.KeyPlayer()
	case notCovered:
		return r.person == nil && !r.Seat.Vacant || r.person != nil && r.person.Coverage.Share() == 0
	case notSupporting:
		return r.person != nil && (!r.person.Support.Known || r.person.Support.V <= 0)
	case goneStale:
		for _, t := range r.ties {
			if t.Tie != nil && score.TieStale(*t.Tie, m.programme.Settings(), m.today) {
				return true
			}
		}
		return false
	case AssumedOnly:
		return !r.Seat.Confirmed || r.person != nil && !r.person.Confirmed
	}
	return true
}

// Words names the filter with how many stand out; "" for everyone.
func (f mapFilter) Words(m *mapFacts) string {
	if f == everyone {
		return ""
	}
	n := 0
	for i := range m.Rows {
		if f.Keeps(m, &m.Rows[i]) {
			n++
		}
	}
	return FilterWords()[f] + " " + strconv.Itoa(n) + "/" + strconv.Itoa(len(m.Rows))
}

// hidesFromRoom are the intents of the map about what is not drawn for a room.
var hidesFromRoom = map[keys.IntentKind]bool{keys.CycleInfluence: true, keys.CycleRole: true, keys.CycleSupport: true, keys.CycleCoverage: true, keys.CycleAdaptability: true,
	keys.CycleOrientation: true, keys.CycleTarget: true, keys.ToggleConfirmed: true, keys.LinkGoal: true, keys.Influence: true, keys.Quarrel: true, keys.Knows: true, keys.FadeOthers: true,
	keys.Rate: true, keys.Raise: true, keys.Lower: true, keys.MetToday: true, keys.Judge: true, keys.Leave: true, keys.Details: true, keys.Explain: true, keys.SetUnknown: true}

// RoomLooks are the looks of the map.
var RoomLooks = words.Table(func() []kit.RoomRow {
	return []kit.RoomRow{
		{Of: LookTree, Fit: kit.Partly, Shows: words.T("relmap.seats-names")},
		{Of: LookDrawn, Fit: kit.Partly, Shows: words.T("relmap.seats-names")},
		{Of: LookMatrix, Shows: words.T("relmap.who-ours-knows-whom")},
		{Of: lookZipper, Shows: words.T("relmap.who-ours-knows-whom")},
		{Of: lookPaths, Shows: words.T("relmap.ways-people")},
		{Of: lookExposure, Shows: words.T("relmap.who-knows-whom-alone")},
	}
})
