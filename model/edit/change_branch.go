package edit

import (
	"accord/model"
	"accord/model/words"
)

// KeepBranch makes what was done in a fork one edit of the session it came from.
type KeepBranch struct{ Base, Branch *model.Portfolio }

// Label implements Change.
func (c KeepBranch) Label() words.Msg { return words.New("edit.keep-what-if") }

// Where implements Change.
func (c KeepBranch) Where() Place {
	if p := Between(c.Base, c.Branch); len(p.After) == 1 {
		return Place{Account: AccountOf(p.Before[0], p.After[0])}
	}
	return Place{}
}

func (c KeepBranch) Apply(d *Draft) error {
	if d.Base != c.Base {
		return model.Refuse(
			"what-if",
			words.T("edit.drop-try-again-what-there"),
			words.T("edit.accounts-changed-since-what-if"),
		)
	}
	p := Between(c.Base, c.Branch)
	for i := range p.After {
		d.Put(AccountOf(p.Before[i], p.After[i]), p.After[i])
	}
	if p.ProgrammeAfter != nil {
		*d.Settings() = *p.ProgrammeAfter
	}
	return nil
}
