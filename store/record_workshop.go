package store

import (
	"strings"

	"accord/model"
)

// Records of a workshop. A blind rating is a record of its own, of which the journal
// keeps the marks that differ: several hundred are cast in one.

// ballotRecord keeps marks one higher than they read, as ratings do.
type ballotRecord struct {
	Account    string           `json:"acc,omitzero"` // of a file that knew only one account; marks have none then
	Accounts   []string         `json:"accs,omitzero"`
	Instrument string           `json:"in,omitzero"`
	Verified   bool             `json:"verified,omitzero"`
	Raters     []string         `json:"raters,omitzero"`
	Passed     int              `json:"passed,omitzero"`
	Marks      map[string]uint8 `json:"marks,omitzero"`
}

type workshopRecord struct {
	Title    string              `json:"title,omitzero"`
	Day      date                `json:"day,omitzero"`
	People   []participantRecord `json:"people,omitzero"`
	Accounts []string            `json:"accs,omitzero"`
	Steps    []agendaRecord      `json:"steps,omitzero"`
	Now      string              `json:"now,omitzero"`
	Start    int64               `json:"start,omitzero"`
	Before   string              `json:"before,omitzero"`
}

type participantRecord struct {
	Initials string `json:"who,omitzero"`
	Function string `json:"function,omitzero"`
	Theirs   bool   `json:"theirs,omitzero"`
	Account  string `json:"of,omitzero"`
}

type agendaRecord struct {
	ID      string `json:"id,omitzero"`
	Name    string `json:"name,omitzero"`
	Minutes int    `json:"min,omitzero"`
	Screen  string `json:"screen,omitzero"`
	Note    string `json:"note,omitzero"`
	Began   int64  `json:"began,omitzero"`
}

type parkedRecord struct {
	Kind    uint8  `json:"kind,omitzero"`
	Text    string `json:"text,omitzero"`
	Who     string `json:"who,omitzero"`
	When    date   `json:"when,omitzero"`
	Account string `json:"acc,omitzero"`
	Where   string `json:"where,omitzero"`
	End     uint8  `json:"end,omitzero"`
	Made    string `json:"made,omitzero"`
}

// listsRecord lists ids in the order in which things came.
type listsRecord struct {
	Ballots []string `json:"ballots,omitzero"`
	Parked  []string `json:"parked,omitzero"`
}

func ids[T ~string](in []T) []string { return mapped(in, func(id T) string { return string(id) }) }

func accountIDs(in []string) []model.AccountID {
	return mapped(in, func(id string) model.AccountID { return model.AccountID(id) })
}

// ballotOut leaves the marks out: there are many, and one of them changes.
func ballotOut(b model.Ballot) ballotRecord {
	return ballotRecord{Accounts: ids(b.Accounts), Instrument: b.Instrument, Verified: b.Verified, Raters: b.Raters, Passed: b.Passed}
}

func marksOut(marks map[string]model.Level) map[string]uint8 {
	if marks == nil {
		return nil
	}
	out := make(map[string]uint8, len(marks))
	for k, l := range marks {
		out[k] = uint8(l)
	}
	return out
}

func ballotIn(id string, r ballotRecord) model.Ballot {
	b := model.Ballot{ID: model.BallotID(id), Accounts: accountIDs(r.Accounts), Instrument: r.Instrument, Verified: r.Verified, Raters: r.Raters, Passed: r.Passed}
	prefix := ""
	if r.Account != "" {
		b.Accounts, prefix = []model.AccountID{model.AccountID(r.Account)}, r.Account+"/"
	}
	if r.Marks != nil {
		b.Marks = make(map[string]model.Level, len(r.Marks))
		for k, l := range r.Marks {
			b.Marks[prefix+k] = model.Level(l)
		}
	}
	return b
}

// soleBallot is the blind rating without an id, which stays where files that knew
// only one have it; nil for none.
func soleBallot(g *model.Programme) *ballotRecord {
	for _, b := range g.Ballots {
		if b.ID != "" || len(b.Accounts) != 1 {
			continue
		}
		r := ballotOut(b)
		r.Account, r.Accounts, r.Marks = string(b.Accounts[0]), nil, marksOut(b.Marks)
		for k, l := range r.Marks {
			delete(r.Marks, k)
			r.Marks[strings.TrimPrefix(k, r.Account+"/")] = l
		}
		return &r
	}
	return nil
}

func workshopOut(g *model.Programme) *workshopRecord {
	w := g.Workshop
	if w == nil {
		return nil
	}
	return &workshopRecord{Title: w.Title, Day: date(w.Day), Accounts: ids(w.Accounts), Now: string(w.Now), Start: int64(w.Start), Before: w.Before,
		People: mapped(w.People, func(p model.Participant) participantRecord {
			return participantRecord{p.Initials, p.Function, p.Theirs, string(p.Account)}
		}),
		Steps: mapped(w.Steps, func(s model.AgendaStep) agendaRecord {
			return agendaRecord{string(s.ID), s.Name, s.Minutes, s.Screen, s.Note, s.Began}
		})}
}

func (r *workshopRecord) in() *model.Workshop {
	return &model.Workshop{Title: r.Title, Day: model.Date(r.Day), Accounts: accountIDs(r.Accounts), Now: model.StepID(r.Now), Start: uint64(r.Start), Before: r.Before,
		People: mapped(r.People, func(p participantRecord) model.Participant {
			return model.Participant{Initials: p.Initials, Function: p.Function, Theirs: p.Theirs, Account: model.AccountID(p.Account)}
		}),
		Steps: mapped(r.Steps, func(s agendaRecord) model.AgendaStep {
			return model.AgendaStep{ID: model.StepID(s.ID), Name: s.Name, Minutes: s.Minutes, Screen: s.Screen, Note: s.Note, Began: s.Began}
		})}
}

func parkedOut(p model.Parked) parkedRecord {
	return parkedRecord{uint8(p.Kind), p.Text, p.Who, date(p.When), string(p.Account), p.Where, uint8(p.End), p.Made}
}

func parkedIn(id string, r parkedRecord) model.Parked {
	return model.Parked{ID: model.ParkedID(id), Kind: model.ParkedKind(r.Kind), Text: r.Text, Who: r.Who, When: model.Date(r.When), Account: model.AccountID(r.Account),
		Where: r.Where, End: model.ParkedEnd(r.End), Made: r.Made}
}

// parkedOf are the parked lines of a programme.
func parkedOf(g *model.Programme) []model.Parked {
	if g.Workshop == nil {
		return nil
	}
	return g.Workshop.Parked
}

// listsOut is nil for a programme without either.
func listsOut(g *model.Programme) *listsRecord {
	r := listsRecord{Parked: mapped(parkedOf(g), func(p model.Parked) string { return string(p.ID) })}
	for _, b := range g.Ballots {
		if b.ID != "" {
			r.Ballots = append(r.Ballots, string(b.ID))
		}
	}
	if r.Ballots == nil && r.Parked == nil {
		return nil
	}
	return &r
}

// meeting records the workshop and the blind ratings.
func (d *differ) meeting(before, after *model.Programme) {
	record(d, settingWorkshop, workshopOut(before), workshopOut(after))
	record(d, settingLists, listsOut(before), listsOut(after))
	entities(d, settingParked+"/", parkedOf(before), parkedOf(after), func(p model.Parked) string { return string(p.ID) }, parkedOut)
	if same(before.Ballots, after.Ballots) {
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
func (d *differ) ballot(before, after *model.Ballot) {
	var was, is ballotRecord
	id := model.BallotID("")
	if before != nil {
		was, id = ballotOut(*before), before.ID
	}
	if after != nil {
		is, id = ballotOut(*after), after.ID
	}
	switch key := settingBallot + "/" + string(id); {
	case id == "":
	case before != nil && after != nil:
		less, more, differ := narrow(was, is)
		gone, come := entriesWithout(before.Marks, after.Marks), entriesWithout(after.Marks, before.Marks)
		if differ || len(gone)+len(come) > 0 || (before.Marks == nil) != (after.Marks == nil) {
			less.Marks, more.Marks, is.Marks = marksOut(gone), marksOut(come), marksOut(after.Marks)
			d.puts = append(d.puts, put{bucket: d.bucket, key: key, value: d.encode(is), was: d.encode(less), is: d.encode(more)})
		}
	case after != nil:
		is.Marks = marksOut(after.Marks)
		record(d, key, nil, &is)
	default:
		was.Marks = marksOut(before.Marks)
		record(d, key, &was, nil)
	}
}
