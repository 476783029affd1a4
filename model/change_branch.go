package model

// Fork is a session of its own on the present state: a what-if. What is done there
// touches nothing here, until it is kept.
func (s *Session) Fork() *Session {
	f := &Session{now: s.now, today: s.today, newID: s.newID, seq: s.seq, groups: s.groups, scores: s.scores}
	return f
}

// KeepBranch makes what was done in a fork one edit of the session it came from.
type KeepBranch struct{ Base, Branch *Portfolio }

// Label implements Change.
func (c KeepBranch) Label() string { return "keep a what-if" }

// Where implements Change.
func (c KeepBranch) Where() Place {
	if p := Between(c.Base, c.Branch); len(p.After) == 1 {
		return Place{Account: accountOf(p.Before[0], p.After[0])}
	}
	return Place{}
}

func (c KeepBranch) apply(d *draft) error {
	if d.base != c.Base {
		return problem("what-if", "Drop it, and try again on what is there now.", "the accounts changed since the what-if began")
	}
	p := Between(c.Base, c.Branch)
	for i := range p.After {
		d.put(accountOf(p.Before[i], p.After[i]), p.After[i])
	}
	if p.ProgrammeAfter != nil {
		*d.settings() = *p.ProgrammeAfter
	}
	return nil
}
