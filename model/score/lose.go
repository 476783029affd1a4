package score

import (
	"accord/model"
	"accord/model/period"
	"accord/model/words"
)

// Loss is what the portfolio would be without some accounts, and what both sides
// would lose (METHOD §4, A4).
type Loss struct {
	Accounts      []model.AccountID
	Known         LossKnown // of how many of the accounts each part is known
	Revenue       model.Num // lost, reporting currency, in the period
	RevenueShare  model.Num // of the portfolio's, 0..1
	Contribution  model.Num
	ContribShare  model.Num // unknown when the portfolio's contribution is ≤ 0
	Idle          model.Num // share of our capacity left idle, 0..1 and more
	IdleShare     model.Num // of all capacity that is known to be taken, 0..1
	Headroom      model.Num // room in their wallets that goes too
	HeadroomShare model.Num // of all room that is known, 0..1
	Before        Concentration
	After         Concentration
	Rest          *Scores   // everything, recomputed without them
	Gone          []Remark  // technologies, markets and references that go
	Theirs        []Remark  // what the customers lose: value we give them and what they said we are to them
	Given         model.Num // money a year we give them

	revenue, contribution model.Num // Σ max(0, lost), what the shares are of
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
// rest is scored without them, each of the others with the figures it has: whether one has
// stopped buying is not forgotten because those who bought go.
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
	loss.RevenueShare = shareOf(loss.revenue, s.Revenue)
	loss.ContribShare = shareOf(loss.contribution, s.Contribution)
	loss.shares(s)
	loss.Rest = scoreOf(s.portfolio.Without(gone), s.today, true, func([]*period.Base) *period.Context { return s.context })
	loss.After = loss.Rest.Concentration
	return loss
}

// shares compares idle capacity and headroom with those of all accounts.
func (loss *Loss) shares(s *Scores) {
	idle, room := 0.0, 0.0
	for i, l := range s.local {
		if s.archived(i) {
			continue
		}
		idle += max(0, l.Capacity.V)
		if l.Period != nil {
			room += max(0, l.Period.Headroom.V)
		}
	}
	if loss.Idle.Known && idle > 0 {
		loss.IdleShare = model.Some(loss.Idle.V / idle)
	}
	if loss.Headroom.Known && room > 0 {
		loss.HeadroomShare = model.Some(loss.Headroom.V / room)
	}
}

// LossKnown counts the lost accounts of which a part of the loss is known.
type LossKnown struct{ Revenue, Contribution, Idle, Headroom int }

// shareOf is Σ max(0, lost) / Σ max(0, known), 0..1: what the portfolio earns is what
// can be lost (METHOD §4). Unknown where nothing is lost that is known, or nothing earned.
func shareOf(lost model.Num, of *Pareto) model.Num {
	if !lost.Known || of.Base <= 0 {
		return model.Num{}
	}
	return model.Some(lost.V / of.Base)
}

// positive is an amount with a negative one as 0.
func positive(v model.Num) model.Num { return model.Num{V: max(0, v.V), Known: v.Known} }

// count adds one where a part is known.
func count(n *int, v model.Num) {
	if v.Known {
		*n++
	}
}

// Take adds one account to what is lost.
func (loss *Loss) Take(a *model.Account, l *Local, pack *model.Pack) {
	loss.Revenue, loss.Contribution = plus(loss.Revenue, l.Revenue), plus(loss.Contribution, l.Contribution)
	loss.revenue, loss.contribution = plus(loss.revenue, positive(l.Revenue)), plus(loss.contribution, positive(l.Contribution))
	loss.Idle = plus(loss.Idle, l.Capacity)
	count(&loss.Known.Revenue, l.Revenue)
	count(&loss.Known.Contribution, l.Contribution)
	count(&loss.Known.Idle, l.Capacity)
	if l.Period != nil {
		loss.Headroom = plus(loss.Headroom, positive(l.Period.Headroom))
		count(&loss.Known.Headroom, l.Period.Headroom)
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
