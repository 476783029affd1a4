package pages

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// isSetting reports whether a key is one of the settings.
func isSetting(key string) bool {
	name, id, parts := strings.Cut(key, "/")
	switch name {
	case record.SettingProgramme, record.SettingPack, record.SettingTeam, record.SettingWorkshop, record.SettingLists:
		return !parts
	case record.SettingMember, record.SettingBallot, record.SettingParked:
		return id != ""
	}
	return false
}

// expectedSettings are the settings that should be there: those that lists name,
// those that the journal changed last and did not delete, and those of the newest
// snapshot that the journal does not say were deleted.
func (s *Salvage) expectedSettings(snapshot oldState) map[string]bool {
	want := map[string]bool{record.SettingProgramme: true}
	for key := range snapshot.settings {
		if at, known := s.changed[seal.BucketSettings+" "+key]; !known || at.Seq <= snapshot.seq || !at.Gone {
			want[key] = true
		}
	}
	var team []string
	var lists record.ListsRecord
	s.setting(record.SettingTeam, &team)
	s.setting(record.SettingLists, &lists)
	for kind, ids := range map[string][]string{record.SettingMember: team, record.SettingBallot: lists.Ballots, record.SettingParked: lists.Parked} {
		for _, id := range ids {
			want[kind+"/"+id] = true
		}
	}
	s.asChanged(seal.BucketSettings, want)
	return want
}

// setting reads one of the settings, where it can be read.
func (s *Salvage) setting(key string, into any) {
	f, there := s.Records[seal.BucketSettings][key]
	if !there {
		return
	}
	if content, _, err := seal.Open([]byte(key), f.value); err == nil {
		_ = json.Unmarshal(content, into) // what cannot be understood names nothing
	}
}

// writeSettings puts the settings into the new file, those that cannot be read
// from the newest snapshot, and says which these are.
func (s *Salvage) writeSettings(tx *bolt.Tx) error {
	known, snapshot, before := s.Records[seal.BucketSettings], s.newestSnapshot(), len(s.Said)
	lost := func(said string) { s.Said = append(s.Said, said) }
	for key, f := range known {
		if s.old(seal.BucketSettings, key, f) {
			lost(words.T("pages.settings-older", key))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.expectedSettings(snapshot))) {
		if _, there := known[key]; there {
			continue
		}
		switch value := snapshot.settings[key]; {
		case value != nil:
			known[key] = found{value: value}
			lost(words.T("pages.settings-older-from-snapshot", key, snapshot.name))
		case key == record.SettingProgramme:
			puts, err := record.ContentsOf(func(d *record.Differ) { d.Programme(nil, model.NewProgramme()) })
			if err != nil {
				return err
			}
			known[key] = found{value: seal.Plain([]byte(key), 0, puts[key])}
			lost(words.T("pages.settings-missing-usual-ones", key))
		default:
			lost(words.T("pages.settings-missing", key))
		}
	}
	for key, f := range known {
		var one record.Settings
		content, _, err := seal.Open([]byte(key), f.value)
		if err == nil {
			err = one.Add(key, content)
		}
		if err != nil {
			lost(words.T("pages.settings-not-understood", key))
			continue
		}
		if err := s.Put(tx, seal.BucketSettings, key, f.value); err != nil {
			return err
		}
	}
	if slices.Sort(s.Said[before:]); len(s.Said) == before && s.mayLackIn(seal.BucketSettings, "", "\xff") {
		s.Said = append(s.Said, words.T("pages.settings-page-held-some-them"))
	}
	return nil
}
