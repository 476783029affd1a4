package record

import (
	"strings"

	"accord/model"
)

// Records of a workshop. A blind rating is a record of its own, of which the journal
// keeps the marks that differ: several hundred are cast in one.

// WorkshopRecord is a workshop.
type WorkshopRecord struct {
	Title    string              `json:"title,omitzero"`
	Day      Date                `json:"day,omitzero"`
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

// ParkedRecord is a line parked in a workshop.
type ParkedRecord struct {
	Kind    uint8  `json:"kind,omitzero"`
	Text    string `json:"text,omitzero"`
	Who     string `json:"who,omitzero"`
	When    Date   `json:"when,omitzero"`
	Account string `json:"acc,omitzero"`
	Where   string `json:"where,omitzero"`
	End     uint8  `json:"end,omitzero"`
	Made    string `json:"made,omitzero"`
}

// ListsRecord lists ids in the order in which things came.
type ListsRecord struct {
	Ballots []string `json:"ballots,omitzero"`
	Parked  []string `json:"parked,omitzero"`
}

func ids[T ~string](in []T) []string { return Mapped(in, func(id T) string { return string(id) }) }

func accountIDs(in []string) []model.AccountID {
	return Mapped(in, func(id string) model.AccountID { return model.AccountID(id) })
}

// ballotOut leaves the marks out: there are many, and one of them changes.
func ballotOut(b model.Ballot) BallotRecord {
	return BallotRecord{
		Accounts:   ids(b.Accounts),
		Instrument: b.Instrument,
		Verified:   b.Verified,
		Raters:     b.Raters,
		Passed:     b.Passed,
	}
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

func ballotIn(id string, r BallotRecord) model.Ballot {
	b := model.Ballot{
		ID:         model.BallotID(id),
		Accounts:   accountIDs(r.Accounts),
		Instrument: r.Instrument,
		Verified:   r.Verified,
		Raters:     r.Raters,
		Passed:     r.Passed,
	}
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
func soleBallot(g *model.Programme) *BallotRecord {
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

func workshopOut(g *model.Programme) *WorkshopRecord {
	w := g.Workshop
	if w == nil {
		return nil
	}
	return &WorkshopRecord{
		Title:    w.Title,
		Day:      Date(w.Day),
		Accounts: ids(w.Accounts),
		Now:      string(w.Now),
		Start:    int64(w.Start),
		Before:   w.Before,
		People: Mapped(w.People, func(p model.Participant) participantRecord {
			return participantRecord{p.Initials, p.Function, p.Theirs, string(p.Account)}
		}),
		Steps: Mapped(w.Steps, func(s model.AgendaStep) agendaRecord {
			return agendaRecord{string(s.ID), s.Name, s.Minutes, s.Screen, s.Note, s.Began}
		}),
	}
}

func (r *WorkshopRecord) in() *model.Workshop {
	return &model.Workshop{
		Title:    r.Title,
		Day:      model.Date(r.Day),
		Accounts: accountIDs(r.Accounts),
		Now:      model.StepID(r.Now),
		Start:    uint64(r.Start),
		Before:   r.Before,
		People: Mapped(r.People, func(p participantRecord) model.Participant {
			return model.Participant{
				Initials: p.Initials,
				Function: p.Function,
				Theirs:   p.Theirs,
				Account:  model.AccountID(p.Account),
			}
		}),
		Steps: Mapped(r.Steps, func(s agendaRecord) model.AgendaStep {
			return model.AgendaStep{
				ID:      model.StepID(s.ID),
				Name:    s.Name,
				Minutes: s.Minutes,
				Screen:  s.Screen,
				Note:    s.Note,
				Began:   s.Began,
			}
		}),
	}
}

func parkedOut(p model.Parked) ParkedRecord {
	return ParkedRecord{uint8(p.Kind), p.Text, p.Who, Date(p.When), string(p.Account), p.Where, uint8(p.End), p.Made}
}

func parkedIn(id string, r ParkedRecord) model.Parked {
	return model.Parked{
		ID:      model.ParkedID(id),
		Kind:    model.ParkedKind(r.Kind),
		Text:    r.Text,
		Who:     r.Who,
		When:    model.Date(r.When),
		Account: model.AccountID(r.Account),
		Where:   r.Where,
		End:     model.ParkedEnd(r.End),
		Made:    r.Made,
	}
}

// parkedOf are the parked lines of a programme.
func parkedOf(g *model.Programme) []model.Parked {
	if g.Workshop == nil {
		return nil
	}
	return g.Workshop.Parked
}

// listsOut is nil for a programme without either.
func listsOut(g *model.Programme) *ListsRecord {
	r := ListsRecord{Parked: Mapped(parkedOf(g), func(p model.Parked) string { return string(p.ID) })}
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
