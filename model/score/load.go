package score

import (
	"accord/model"
)

// Load is how much hangs on one of ours over all accounts (METHOD §5).
type Load struct {
	Member    model.MemberID
	Accounts  int               // accounts in which they have a tie that is a thread
	Managed   int               // accounts they manage
	Sponsored int               // accounts they sponsor
	Ties      int               // ties of at least the thread strength
	Strength  float64           // Σ strength of all their ties, ≥ 0
	Alone     []model.AccountID // accounts where their share of all strength is above the red bound
}

// Loads gives the load of each of our team, in its order.
func (s *Scores) Loads() []Load {
	g := s.portfolio.Programme()
	out := make([]Load, len(g.Team))
	at := make(map[model.MemberID]int, len(g.Team))
	for i := range g.Team {
		out[i].Member = g.Team[i].ID
		at[g.Team[i].ID] = i
	}
	set := g.Settings()
	for i, a := range s.portfolio.Accounts() {
		if s.archived(i) {
			continue
		}
		if k, ok := at[a.Manager]; ok {
			out[k].Managed++
		}
		if k, ok := at[a.Sponsor]; ok {
			out[k].Sponsored++
		}
		r := s.local[i].Relationship
		for k, c := range r.Ours {
			out[k].Strength += c.Strength
		}
		if k, ok := at[r.BowTieWho]; ok && r.BowTie.V > set.BowTieRed {
			out[k].Alone = append(out[k].Alone, a.ID)
		}
		s.threadsOf(a, at, out)
	}
	return out
}

// threadsOf counts an account's threads by who of ours holds them.
func (s *Scores) threadsOf(a *model.Account, at map[model.MemberID]int, out []Load) {
	set := s.Settings()
	served := map[int]bool{}
	who := model.NewDirectory(a)
	for _, t := range a.Ties {
		seat := who.SeatOf(t.Theirs)
		k, ours := at[t.Ours]
		if ours && seat != nil && TieStrength(t, seat.Executive(), set, s.today) >= set.ThreadStrength {
			out[k].Ties++
			served[k] = true
		}
	}
	for k := range served {
		out[k].Accounts++
	}
}
