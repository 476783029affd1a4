package record

import (
	"reflect"

	"accord/model"
	"accord/store/seal"
)

// Programme records what differs in the programme; nil before is none.
func (d *Differ) Programme(before, after *model.Programme) {
	d.bucket = seal.BucketSettings
	var was *ProgrammeRecord
	if before == nil {
		before = new(model.Programme)
	} else {
		r := programmeOut(before)
		was = &r
	}
	is := programmeOut(after)
	record(d, SettingProgramme, was, &is)
	memberID := func(m model.Member) string { return string(m.ID) }
	if !Same(before.Team, after.Team) {
		d.team(Mapped(before.Team, memberID), Mapped(after.Team, memberID))
	}
	entities(d, SettingMember+"/", before.Team, after.Team, memberID, memberOut)
	d.meeting(before, after)
	if before.Pack != after.Pack {
		d.pack(packOut(before.Pack), packOut(after.Pack))
	}
}

// team records the order of our people, in the journal too: there is nothing else
// in it.
func (d *Differ) team(was, is []string) {
	at := len(d.Puts)
	rows(d, SettingTeam, was, is)
	if len(d.Puts) > at && len(was) > 0 && len(is) > 0 {
		d.Puts[at].Was, d.Puts[at].Is = d.encode(was), d.encode(is)
	}
}

// pack records a changed method pack. It is the largest record of all, so the
// journal keeps only the factors that differ.
func (d *Differ) pack(was, is *PackRecord) {
	if reflect.DeepEqual(was, is) {
		return
	}
	at := len(d.Puts)
	record(d, SettingPack, was, is)
	if was != nil && is != nil && SameShape(*was, *is) {
		less, more := narrowPack(*was, *is)
		d.Puts[at].Was, d.Puts[at].Is = d.encode(less), d.encode(more)
	}
}

// meeting records the workshop and the blind ratings.
func (d *Differ) meeting(before, after *model.Programme) {
	record(d, SettingWorkshop, workshopOut(before), workshopOut(after))
	record(d, SettingLists, listsOut(before), listsOut(after))
	entities(
		d,
		SettingParked+"/",
		parkedOf(before),
		parkedOf(after),
		func(p model.Parked) string { return string(p.ID) },
		parkedOut,
	)
	if Same(before.Ballots, after.Ballots) {
		return
	}
	for i := range before.Ballots {
		if b := &before.Ballots[i]; after.Ballot(b.ID) == nil {
			d.ballot(b, nil)
		}
	}
	for i := range after.Ballots {
		b := &after.Ballots[i]
		d.ballot(before.Ballot(b.ID), b)
	}
}

// ballot records one blind rating; the one without an id is in the programme.
func (d *Differ) ballot(before, after *model.Ballot) {
	var was, is BallotRecord
	id := model.BallotID("")
	if before != nil {
		was, id = ballotOut(*before), before.ID
	}
	if after != nil {
		is, id = ballotOut(*after), after.ID
	}
	switch key := SettingBallot + "/" + string(id); {
	case id == "":
	case before != nil && after != nil:
		less, more, differ := narrow(was, is)
		gone, come := entriesWithout(before.Marks, after.Marks), entriesWithout(after.Marks, before.Marks)
		if differ || len(gone)+len(come) > 0 || (before.Marks == nil) != (after.Marks == nil) {
			less.Marks, more.Marks, is.Marks = marksOut(gone), marksOut(come), marksOut(after.Marks)
			d.Puts = append(
				d.Puts,
				Put{Bucket: d.bucket, Key: key, Value: d.encode(is), Was: d.encode(less), Is: d.encode(more)},
			)
		}
	case after != nil:
		is.Marks = marksOut(after.Marks)
		record(d, key, nil, &is)
	default:
		was.Marks = marksOut(before.Marks)
		record(d, key, &was, nil)
	}
}
