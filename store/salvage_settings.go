package store

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model"
)

// isSetting reports whether a key is one of the settings.
func isSetting(key string) bool {
	name, id, parts := strings.Cut(key, "/")
	switch name {
	case settingProgramme, settingPack, settingTeam, settingWorkshop, settingLists:
		return !parts
	case settingMember, settingBallot, settingParked:
		return id != ""
	}
	return false
}

// expectedSettings are the settings that should be there: those that lists name,
// those that the journal changed last and did not delete, and those of the newest
// snapshot that the journal does not say were deleted.
func (s *salvage) expectedSettings(snapshot oldState) map[string]bool {
	want := map[string]bool{settingProgramme: true}
	for key := range snapshot.settings {
		if at, known := s.changed[bucketSettings+" "+key]; !known || at.seq <= snapshot.seq || !at.gone {
			want[key] = true
		}
	}
	var team []string
	var lists listsRecord
	s.setting(settingTeam, &team)
	s.setting(settingLists, &lists)
	for kind, ids := range map[string][]string{settingMember: team, settingBallot: lists.Ballots, settingParked: lists.Parked} {
		for _, id := range ids {
			want[kind+"/"+id] = true
		}
	}
	s.asChanged(bucketSettings, want)
	return want
}

// setting reads one of the settings, where it can be read.
func (s *salvage) setting(key string, into any) {
	f, there := s.records[bucketSettings][key]
	if !there {
		return
	}
	if content, _, err := unseal([]byte(key), f.value); err == nil {
		_ = json.Unmarshal(content, into) // what cannot be understood names nothing
	}
}

// writeSettings puts the settings into the new file, those that cannot be read
// from the newest snapshot, and says which these are.
func (s *salvage) writeSettings(tx *bolt.Tx, out *Repaired) error {
	known, snapshot, before := s.records[bucketSettings], s.newestSnapshot(), len(out.Lost)
	lost := func(how, key, more string) { out.Lost = append(out.Lost, "settings: "+how+": "+key+more) }
	for key, f := range known {
		if s.old(bucketSettings, key, f) {
			lost("older than the last edit", key, "")
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.expectedSettings(snapshot))) {
		if _, there := known[key]; there {
			continue
		}
		switch value := snapshot.settings[key]; {
		case value != nil:
			known[key] = found{value: value}
			lost("older than the last edit", key, " (from the snapshot "+snapshot.name+")")
		case key == settingProgramme:
			puts, err := recordsOf(func(d *differ) { d.programme(nil, model.NewProgramme()) })
			if err != nil {
				return err
			}
			known[key] = found{value: seal([]byte(key), 0, puts[key])}
			lost("missing", key, ", so the usual ones are in its place")
		default:
			lost("missing", key, "")
		}
	}
	for key, f := range known {
		var one settings
		content, _, err := unseal([]byte(key), f.value)
		if err == nil {
			err = one.add(key, content)
		}
		if err != nil {
			lost("missing", key, " (it cannot be understood)")
			continue
		}
		if err := s.put(tx, bucketSettings, key, f.value); err != nil {
			return err
		}
	}
	if slices.Sort(out.Lost[before:]); len(out.Lost) == before && s.mayLackIn(bucketSettings, "", "\xff") {
		out.Lost = append(out.Lost, "settings: a page that held some of them is damaged; none is known to be missing")
	}
	return nil
}
