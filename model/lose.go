package model

import "slices"

// Loss is what the portfolio would be without some accounts, and what both sides
// would lose (METHOD §4, A4).
type Loss struct {
	Accounts     []AccountID
	Revenue      Num // lost, reporting currency, in the period
	RevenueShare Num // of the portfolio's, 0..1
	Contribution Num
	ContribShare Num // unknown when the portfolio's contribution is ≤ 0
	Idle         Num // share of our capacity left idle, 0..1 and more
	Headroom     Num // room in their wallets that goes too
	Before       Concentration
	After        Concentration
	Rest         *Scores  // everything, recomputed without them
	Gone         []Remark // technologies, markets and references that go
	Theirs       []Remark // what the customers lose: value we give them and what they said we are to them
	Given        Num      // money a year we give them
}

// Remark is a note of a rating, or a line of value, and whose it is.
type Remark struct {
	Account AccountID
	About   string
	Text    string
}

// lostWith are the factors whose notes name what goes with an account, and
// lostByThem those that name what the account loses with us.
var (
	lostWith   = []FactorKey{"importance.technology_access", "importance.market_access", "importance.reference_power"}
	lostByThem = []FactorKey{"position.criticality", "position.uniqueness", "position.switching_cost", "position.contribution"}
)

// Lose simulates losing the accounts; ids that are not there are left out. The
// rest is scored as a portfolio that never had them, in the same period.
func (s *Scores) Lose(ids ...AccountID) Loss {
	loss := Loss{Before: s.Concentration}
	gone := map[AccountID]bool{}
	for _, id := range ids {
		i := s.portfolio.Index(id)
		if i < 0 || gone[id] {
			continue
		}
		gone[id] = true
		loss.Accounts = append(loss.Accounts, id)
		loss.take(s.portfolio.accounts[i], s.local[i], s.portfolio.programme.MethodPack())
	}
	loss.RevenueShare = shareOf(loss.Revenue, s.Revenue)
	loss.ContribShare = shareOf(loss.Contribution, s.Contribution)
	without := func(list []*Account) []*Account {
		return slices.DeleteFunc(slices.Clone(list), func(a *Account) bool { return gone[a.ID] })
	}
	p := &Portfolio{accounts: without(s.portfolio.accounts), programme: s.portfolio.programme, named: without(s.portfolio.named)}
	p.reindex()
	loss.Rest = ScorePeriod(p, s.today, s.period)
	loss.After = loss.Rest.Concentration
	return loss
}

// shareOf is a lost amount as a share of the portfolio's own total, which counts
// losses as losses.
func shareOf(v Num, of *Pareto) Num {
	if !v.Known || of.Total <= 0 {
		return Num{}
	}
	return Some(v.V / of.Total)
}

// take adds one account to what is lost.
func (loss *Loss) take(a *Account, l *Local, pack *Pack) {
	loss.Revenue, loss.Contribution = plus(loss.Revenue, l.Revenue), plus(loss.Contribution, l.Contribution)
	loss.Idle = plus(loss.Idle, l.Capacity)
	if l.Period != nil && l.Period.Headroom.V > 0 {
		loss.Headroom = plus(loss.Headroom, l.Period.Headroom)
	}
	loss.Given = plus(loss.Given, l.Value.Given)
	loss.Gone = append(loss.Gone, notes(a, pack, lostWith)...)
	loss.Theirs = append(loss.Theirs, notes(a, pack, lostByThem)...)
	for i := range a.Values {
		if v := &a.Values[i]; v.Direction == ValueGiven && v.Status >= ValueInDelivery {
			loss.Theirs = append(loss.Theirs, Remark{a.ID, v.Status.String(), v.Text})
		}
	}
}

func notes(a *Account, pack *Pack, keys []FactorKey) []Remark {
	var out []Remark
	for _, key := range keys {
		_, f := pack.Factor(key)
		if r := a.Ratings[key]; f != nil && r.Note != "" {
			out = append(out, Remark{a.ID, f.Name, r.Note})
		}
	}
	return out
}
