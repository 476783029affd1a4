package score

import (
	"accord/model"
	"accord/model/words"
)

// Loss is what the portfolio would be without some accounts, and what both sides
// would lose (METHOD §4, A4).
type Loss struct {
	Accounts     []model.AccountID
	Revenue      model.Num // lost, reporting currency, in the period
	RevenueShare model.Num // of the portfolio's, 0..1
	Contribution model.Num
	ContribShare model.Num // unknown when the portfolio's contribution is ≤ 0
	Idle         model.Num // share of our capacity left idle, 0..1 and more
	Headroom     model.Num // room in their wallets that goes too
	Before       Concentration
	After        Concentration
	Rest         *Scores   // everything, recomputed without them
	Gone         []Remark  // technologies, markets and references that go
	Theirs       []Remark  // what the customers lose: value we give them and what they said we are to them
	Given        model.Num // money a year we give them
}

// Remark is a note of a rating, or a line of value, and whose it is.
type Remark struct {
	Account model.AccountID
	About   string
	Text    string
}

// lostWith are the factors whose notes name what goes with an account, and
// lostByThem those that name what the account loses with us.
var (
	lostWith   = []model.FactorKey{"importance.technology_access", "importance.market_access", "importance.reference_power"}
	lostByThem = []model.FactorKey{"position.criticality", "position.uniqueness", "position.switching_cost", "position.contribution"}
)

// Lose simulates losing the accounts; ids that are not there, or archived, are left out. The
// rest is scored as a portfolio that never had them, in the same period.
func (s *Scores) Lose(ids ...model.AccountID) Loss {
	loss := Loss{Before: s.Concentration}
	gone := map[model.AccountID]bool{}
	for _, id := range ids {
		i := s.portfolio.Index(id)
		if i < 0 || gone[id] || s.archived(i) {
			continue
		}
		gone[id] = true
		loss.Accounts = append(loss.Accounts, id)
		loss.Take(s.portfolio.Accounts()[i], s.local[i], s.portfolio.Programme().MethodPack())
	}
	loss.RevenueShare = shareOf(loss.Revenue, s.Revenue)
	loss.ContribShare = shareOf(loss.Contribution, s.Contribution)
	loss.Rest = OfPeriod(s.portfolio.Without(gone), s.today, s.period)
	loss.After = loss.Rest.Concentration
	return loss
}

// shareOf is a lost amount as a share of the portfolio's own total, which counts
// losses as losses.
func shareOf(v model.Num, of *Pareto) model.Num {
	if !v.Known || of.Total <= 0 {
		return model.Num{}
	}
	return model.Some(v.V / of.Total)
}

// Take adds one account to what is lost.
func (loss *Loss) Take(a *model.Account, l *Local, pack *model.Pack) {
	loss.Revenue, loss.Contribution = plus(loss.Revenue, l.Revenue), plus(loss.Contribution, l.Contribution)
	loss.Idle = plus(loss.Idle, l.Capacity)
	if l.Period != nil && l.Period.Headroom.V > 0 {
		loss.Headroom = plus(loss.Headroom, l.Period.Headroom)
	}
	loss.Given = plus(loss.Given, l.Value.Given)
	loss.Gone = append(loss.Gone, notes(a, pack, lostWith)...)
	loss.Theirs = append(loss.Theirs, notes(a, pack, lostByThem)...)
	for i := range a.Values {
		if v := &a.Values[i]; v.Direction == model.ValueGiven && v.Status >= model.ValueInDelivery {
			loss.Theirs = append(loss.Theirs, Remark{a.ID, words.Here(v.Status.String()), v.Text})
		}
	}
}

func notes(a *model.Account, pack *model.Pack, keys []model.FactorKey) []Remark {
	var out []Remark
	for _, key := range keys {
		_, f := pack.Factor(key)
		if r := a.Ratings[key]; f != nil && r.Note != "" {
			out = append(out, Remark{a.ID, f.Name, r.Note})
		}
	}
	return out
}
