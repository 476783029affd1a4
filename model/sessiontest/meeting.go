package sessiontest

import (
	"fmt"
	"math/rand/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
)

// randomBallot is something that happens in a blind rating, nil for nothing.
func randomBallot(r *rand.Rand, s Sitting, id model.AccountID) edit.Change {
	g := s.Portfolio().Programme()
	if b := g.Voting(); b != nil && r.IntN(4) > 0 {
		if r.IntN(2) == 0 {
			return edit.CastMark{
				Account: b.Accounts[0],
				Factor:  "importance.capacity",
				Level:   []model.Level{model.LevelOf(r.IntN(6)), model.UnknownLevel}[r.IntN(2)],
			}
		}
		if b.Passed > 0 && r.IntN(4) == 0 {
			return edit.ReopenTurn{}
		}
		return edit.PassBallot{}
	} else if n := len(g.Ballots); b == nil && n > 0 && r.IntN(2) == 0 {
		b := g.Ballots[r.IntN(n)]
		if r.IntN(3) == 0 {
			return edit.CloseBallot{ID: b.ID}
		}
		if r.IntN(3) == 0 {
			return edit.Agreements{
				{
					Ballot:  b.ID,
					Account: b.Accounts[0],
					Factor:  "importance.capacity",
					Level:   model.LevelOf(r.IntN(6)),
					Name:    "Capacity",
				},
			}
		}
		return edit.Agree{
			Ballot:  b.ID,
			Account: b.Accounts[0],
			Factor:  "importance.capacity",
			Level:   model.LevelOf(r.IntN(6)),
			Name:    "",
		}
	} else if b == nil && r.IntN(2) == 0 {
		b := edit.OpenBallot{
			ID:         model.BallotID(s.NewID()),
			Accounts:   []model.AccountID{id},
			Instrument: "importance",
			Verified:   r.IntN(2) == 0,
			Raters:     []string{"AL", "BK"}[:1+r.IntN(2)],
		}
		if w := g.Workshop; w != nil && len(w.People) > 0 && r.IntN(2) == 0 {
			return edit.SeatedBallot{OpenBallot: b, Seats: []int{r.IntN(len(w.People))}}
		}
		return b
	}
	return nil
}

// randomMeeting is something that happens in a workshop.
func randomMeeting(r *rand.Rand, s Sitting, id model.AccountID) edit.Change {
	g := s.Portfolio().Programme()
	if c := randomBallot(r, s, id); c != nil {
		return c
	}
	w := g.Workshop
	if w == nil {
		ready := model.ReadyAgendas()[r.IntN(3)]
		return edit.BeginWorkshop{Workshop: ready.Workshop(ready.Name, modeltest.Today, s.NewID)}
	}
	switch r.IntN(10) {
	case 0:
		if r.IntN(2) == 0 {
			return edit.RenameWorkshop{Title: s.NewID()}
		} else if r.IntN(2) == 0 {
			return edit.EndWorkshop{Title: w.Title}
		}
	case 1:
		return edit.SetParticipant{
			Was: "",
			Participant: model.Participant{
				Initials: fmt.Sprintf("P%d", r.IntN(4)),
				Function: "sales",
				Theirs:   r.IntN(2) == 0,
				Account:  []model.AccountID{"", id}[r.IntN(2)],
			},
		}
	case 2:
		return edit.ScopeAccount{Account: id, Out: r.IntN(3) == 0}
	case 3:
		if len(w.Steps) > 0 {
			return edit.BeginStep{ID: w.Steps[r.IntN(len(w.Steps))].ID, At: modeltest.Now.Unix()}
		}
	case 4:
		if len(w.Steps) > 0 {
			return edit.MoveStep{ID: w.Steps[r.IntN(len(w.Steps))].ID, By: r.IntN(3) - 1}
		}
	case 5:
		if len(w.Steps) > 0 && r.IntN(2) == 0 {
			return edit.RemoveStep{ID: w.Steps[0].ID}
		}
		return edit.SetStep{Step: model.AgendaStep{ID: model.StepID(s.NewID()), Name: "step", Minutes: r.IntN(40)}}
	case 6, 7:
		return edit.Park{
			Parked: model.Parked{ID: model.ParkedID(s.NewID()), Kind: model.ParkedKind(r.IntN(3)), Text: "line", Account: id},
		}
	case 8:
		if n := len(w.Parked); n > 0 {
			return edit.TurnParked{ID: w.Parked[r.IntN(n)].ID, Into: model.ParkedEnd(r.IntN(5)), Made: s.NewID()}
		}
	}
	if n := len(w.Parked); n > 0 && r.IntN(4) > 0 {
		return edit.RemoveParked{ID: w.Parked[r.IntN(n)].ID}
	}
	if len(w.People) > 0 {
		return edit.RemoveParticipant{Initials: w.People[0].Initials}
	}
	return edit.Park{Parked: model.Parked{ID: "one", Text: "line", Account: id}}
}
