package record

import (
	"strings"

	"accord/model"
)

// Settings are the records of a programme while they come in, in any order.
type Settings struct {
	g      model.Programme
	team   []string
	lists  ListsRecord
	parked []model.Parked
}

// Add takes a record in.
func (s *Settings) Add(key string, content []byte) (err error) {
	name, id, _ := strings.Cut(key, "/")
	g := &s.g
	switch name {
	case SettingProgramme:
		var r ProgrammeRecord
		err = Decode(content, &r)
		r.in(g)
	case SettingTeam:
		err = Decode(content, &s.team)
	case SettingMember:
		err = decodeInto(&g.Team, id, content, memberIn)
	case SettingPack:
		var r PackRecord
		if err = Decode(content, &r); err == nil {
			g.Pack, err = r.in()
		}
	case SettingWorkshop:
		var r WorkshopRecord
		err = Decode(content, &r)
		g.Workshop = r.in()
	case SettingLists:
		err = Decode(content, &s.lists)
	case SettingParked:
		err = decodeInto(&s.parked, id, content, parkedIn)
	case SettingBallot:
		err = decodeInto(&g.Ballots, id, content, ballotIn)
	default:
		err = ErrUnknown
	}
	return err
}

// Programme is what the records came to.
func (s *Settings) Programme() *model.Programme {
	g := &s.g
	sortBy(g.Team, s.team, func(m model.Member) string { return string(m.ID) })
	sortBy(g.Ballots, append([]string{""}, s.lists.Ballots...), func(b model.Ballot) string { return string(b.ID) })
	sortBy(s.parked, s.lists.Parked, func(p model.Parked) string { return string(p.ID) })
	if g.Workshop != nil {
		g.Workshop.Parked = s.parked
	}
	return g
}
