package score

import (
	"accord/model"
	"accord/model/words"
)

// FlagSays is the sentence of a flag about an account: who it is about, and the threshold
// that was missed (METHOD §5). A flag without more to say says what it is called.
func (s *Scores) FlagSays(id model.AccountID, f Flag) string {
	a := s.portfolio.Account(id)
	if a == nil {
		return f.String()
	}
	w := flagWords{s, a, model.NewDirectory(a), s.Local(id).Relationship}
	said := ""
	switch f {
	case NoSupport:
		said = words.T("score.do-not-support-us", w.seats(w.r.WithoutSupport))
	case NoCover:
		said = words.T("score.covered-by-nobody", w.seats(w.r.WithoutCover))
	case RoleUnfilled:
		var roles []string
		for _, r := range w.r.Unfilled {
			roles = append(roles, words.Here(r.String()))
		}
		said = words.T("score.no-name-for-role", roles)
	case SingleThread, NoThread:
		said = w.thread(f)
	case StaleTies:
		said = w.stale()
	case LevelGap:
		said = w.gap()
	case NoCLevelPair:
		said = w.cLevel()
	}
	if said == "" {
		return f.String()
	}
	return said
}

// flagWords is what the sentences about an account's people are made from.
type flagWords struct {
	s   *Scores
	a   *model.Account
	who model.Directory
	r   *Relationship
}

func (w flagWords) seats(ids []model.SeatID) []string {
	var out []string
	for _, id := range ids {
		if s := w.a.Seat(id); s != nil {
			out = append(out, w.who.Called(s))
		}
	}
	return out
}

// best is the strongest tie of those that count, and how strong it is; nil without one.
func (w flagWords) best(counts func(*model.Tie, *model.Member, *model.Seat) bool) (best *model.Tie, strength float64) {
	set := w.s.Settings()
	for i := range w.a.Ties {
		t := &w.a.Ties[i]
		m, seat := w.s.portfolio.Programme().Member(t.Ours), w.who.SeatOf(t.Theirs)
		if m == nil || seat == nil || w.who.Person(t.Theirs) == nil || !counts(t, m, seat) {
			continue
		}
		if v := TieStrength(*t, seat.Executive(), set, w.s.today); v > strength {
			best, strength = t, v
		}
	}
	return best, strength
}

// pair names the two of a tie.
func (w flagWords) pair(t *model.Tie) (ours, theirs string) {
	return w.s.portfolio.Programme().Member(t.Ours).Name, w.who.Person(t.Theirs).Name
}

func (w flagWords) thread(f Flag) string {
	t, strength := w.best(func(*model.Tie, *model.Member, *model.Seat) bool { return true })
	if t == nil {
		return ""
	}
	ours, theirs := w.pair(t)
	if f == SingleThread {
		return words.T("score.single-thread-between", ours, theirs, strength)
	}
	return words.T("score.no-thread-strongest-tie", ours, theirs, strength, w.s.Settings().ThreadStrength)
}

func (w flagWords) cLevel() string {
	t, strength := w.best(func(_ *model.Tie, m *model.Member, s *model.Seat) bool {
		return m.Function == model.CLevel && s.Function == model.CLevel
	})
	if t == nil {
		return ""
	}
	ours, theirs := w.pair(t)
	return words.T("score.no-c-level-strongest-tie", ours, theirs, strength, w.s.Settings().ThreadStrength)
}

// stale names the first of the stale ties, and how many more there are.
func (w flagWords) stale() string {
	for i := range w.a.Ties {
		t := &w.a.Ties[i]
		if len(w.r.Stale) == 0 || t.ID != w.r.Stale[0] || w.who.Person(t.Theirs) == nil {
			continue
		}
		ours, theirs := w.pair(t)
		days, more := w.s.today.DaysSince(t.LastContact), len(w.r.Stale)-1
		switch {
		case !t.LastContact.Known():
			return words.T("score.stale-without-date", ours, theirs, t.Cadence, more)
		case t.Cadence > 0:
			return words.T("score.stale-by-cadence", ours, theirs, days, t.Cadence, more)
		}
		return words.T("score.stale-by-bound", ours, theirs, days, int(w.s.Settings().StaleTie), more)
	}
	return ""
}

// gap names the tie that is furthest below the level aimed at, the first of equals.
func (w flagWords) gap() string {
	var most *model.Tie
	missing := 0.0
	for i := range w.a.Ties {
		t := &w.a.Ties[i]
		seat := w.who.SeatOf(t.Theirs)
		if t.Level == model.TieNone || seat == nil || w.who.Person(t.Theirs) == nil ||
			w.s.portfolio.Programme().Member(t.Ours) == nil {
			continue
		}
		if v := seat.Influence.Weight() * (float64(t.Target) - float64(t.Level)); v > missing {
			most, missing = t, v
		}
	}
	if most == nil {
		return ""
	}
	ours, theirs := w.pair(most)
	return words.T("score.tie-at-level-aims-at", ours, theirs, int(most.Level), int(most.Target))
}
