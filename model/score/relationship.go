package score

import (
	"math"

	"accord/model"
	"accord/model/words"
)

// ContactStatus is how far we got with the people of an account.
type ContactStatus uint8

// The account statuses of METHOD §5.
const (
	NoContacts ContactStatus = iota
	NoKeyPlayer
	NoSupportiveKeyPlayer
	SupportiveKeyPlayer
)

func (s ContactStatus) String() string {
	return [...]string{words.T("score.no-contacts"), words.T("score.no-key-player"), words.T("score.key-players-none-supportive"), words.T("score.supportive-key-player")}[s]
}

// Carried is how much of all tie strength one of ours carries.
type Carried struct {
	Member   model.MemberID
	Strength float64   // Σ strength of their ties in this account, ≥ 0
	Share    model.Num // of all strength, 0..1; unknown while there is none
}

// Relationship is what METHOD §5 makes of the people around one account. Only
// ties between a member of our team and somebody who sits in a seat count:
// a person who left carries nothing any more.
type Relationship struct {
	Score      model.Num // R, 0..100: the known ones of coverage, support, zipper and bow-tie
	Confidence float64   // of R, 0..1

	Coverage           model.Num // 0..100; unknown without seats
	CoverageConfidence float64   // weight of seats with known influence / weight of all, 0..1
	Support            model.Num // 0..100, 50 neutral; unknown while nobody's support is known

	BowTie    model.Num      // percent of all strength that one of ours carries, 0..100; 100 with seats but no tie, unknown without seats
	BowTieWho model.MemberID // that one; "" when there is no tie
	Thread    model.Num      // the same by one of theirs
	ThreadWho model.PersonID
	Threads   model.Opt[int] // their people with a tie of at least the thread strength; unknown without seats

	Zipper model.Num // mean over the required function pairs of min(1, best strength/0.3), 0..100; unknown when none is required
	Pairs  []Pair    // every function pair, in the pack's order
	CLevel bool      // a C-level pair is connected

	WithoutCover   []model.SeatID     // key players, named or not, whom nobody covers
	WithoutSupport []model.SeatID     // key players known to be neutral or against us
	Unfilled       []model.BuyingRole // required roles that nobody with a name has; none without seats
	Stale          []model.TieID      // no contact within the cadence
	LevelGap       model.Num          // Σ w·max(0, target − now), levels; unknown while no tie has both
	Status         ContactStatus
	Ours           []Carried // one for each member of the team, in the team's order
}

// Pair is a function pair of the zipper and how it stands.
type Pair struct {
	model.FunctionPair
	Required  bool
	Connected bool    // its best tie is a thread
	Strength  float64 // of its best tie, 0..1
}

// requiredRoles are the buying roles a purchase always has; the others may not exist.
var requiredRoles = []model.BuyingRole{model.RoleUser, model.RoleEvaluator, model.RoleDecisionMaker, model.RoleApprover}

// The weights of relationship R (METHOD §5).
const (
	coverageWeight = 0.40
	supportWeight  = 0.25
	zipperWeight   = 0.20
	bowTieWeight   = 0.15
)

// score is R = 0.40·coverage + 0.25·support + 0.20·zipper% + 0.15·(100 − bow-tie%)
// over the known parts, renormalised. Its confidence is the weight of the known
// parts; in coverage and support only influence that is known counts.
func (r *Relationship) score() {
	against := model.Num{V: 100 - r.BowTie.V, Known: r.BowTie.Known}
	r.Score, r.Confidence = blend(
		part{r.Coverage, coverageWeight, r.CoverageConfidence}, part{r.Support, supportWeight, r.CoverageConfidence},
		part{r.Zipper, zipperWeight, 1}, part{against, bowTieWeight, 1})
}

// part is one number of a weighted mean that leaves out what is unknown.
type part struct {
	value      model.Num
	weight     float64
	confidence float64
}

// blend is the weighted mean of the known parts, and how much of all weight they
// stand for.
func blend(parts ...part) (mean model.Num, confidence float64) {
	var sum, known, all, sure float64
	for _, p := range parts {
		all += p.weight
		if p.value.Known {
			sum += p.weight * p.value.V
			known += p.weight
			sure += p.weight * p.confidence
		}
	}
	if known == 0 {
		return model.Num{}, 0
	}
	return model.Some(sum / known), sure / all
}

// TieStrength is level/4 · 0.5^(days since contact / half-life), 0..1; level/4 ·
// 0.5 for a tie without a date (METHOD §5). exec chooses the longer half-life:
// we take it where the customer's person sits in a C-level seat. A cadence
// longer than the half-life takes its place, up to twice as long: nobody keeps a tie
// by meeting every second year. A contact in the future is today's.
func TieStrength(t model.Tie, exec bool, set *model.Settings, today model.Date) float64 {
	level := float64(t.Level) / float64(model.TrustedAdvisor)
	if !t.LastContact.Known() {
		return level * 0.5
	}
	half := set.HalfLife(exec)
	days := max(0, today.DaysSince(t.LastContact))
	return level * math.Pow(0.5, float64(days)/min(max(half, float64(t.Cadence)), 2*half))
}

// TieStale reports that the last contact lies longer back than the tie's cadence, or,
// where none is set, than the bound of the settings (90 days). A cadence without any date
// is stale; a tie without both is unknown, and so is one that is only an aim (METHOD §5).
func TieStale(t model.Tie, set *model.Settings, today model.Date) bool {
	switch {
	case t.Level == model.TieNone:
		return false
	case !t.LastContact.Known():
		return t.Cadence > 0
	case t.Cadence > 0:
		return today.DaysSince(t.LastContact) > t.Cadence
	}
	return float64(today.DaysSince(t.LastContact)) > set.StaleTie
}

// ScoreRelationship computes the relationship figures of an account.
func ScoreRelationship(a *model.Account, g *model.Programme, today model.Date) Relationship {
	var r Relationship
	c := newCircle(a)
	r.readSeats(c)
	b := c.weighTies(g, today)
	r.Stale, r.LevelGap, r.Ours = b.stale, b.gap, b.ours
	r.zip(a, g, b)
	if len(a.Seats) > 0 {
		r.BowTie, r.BowTieWho = b.bowTie()
		r.Thread, r.ThreadWho = b.thread(a)
		r.Threads = model.Some(b.threads)
	}
	if r.score(); len(a.Seats) == 0 {
		r.Score, r.Confidence = absence(a.Tier), 1
		if !r.Score.Known {
			r.Confidence = 0
		}
	}
	return r
}

// circle is an account's people, indexed for one pass over them.
type circle struct {
	a      *model.Account
	person map[model.PersonID]*model.Person
	seat   map[model.PersonID]*model.Seat // the first counts where bad data seats a person twice
}

func newCircle(a *model.Account) circle {
	c := circle{
		a,
		make(map[model.PersonID]*model.Person, len(a.Persons)),
		make(map[model.PersonID]*model.Seat, len(a.Seats)),
	}
	for i := range a.Persons {
		c.person[a.Persons[i].ID] = &a.Persons[i]
	}
	for i := range a.Seats {
		if p := a.Seats[i].Person; p != "" && c.seat[p] == nil {
			c.seat[p] = &a.Seats[i]
		}
	}
	return c
}

// readSeats computes what the seats and their people say without ties.
//
// Coverage is 100 · Σ w·c / Σ w over all seats: w the influence, c how well we
// know the person, 0 where nobody is named. Support is 50 + 25 · Σ w·s / Σ w over
// people with known support, s from −2 enemy to +2 mentor. A seat known to be
// vacant wants no cover: there is nobody. Unknown support is not missing
// support: unknown is never a fact.
func (r *Relationship) readSeats(c circle) {
	var covered, all, sure, support, heard float64
	filled := map[model.BuyingRole]bool{}
	for i := range c.a.Seats {
		s := &c.a.Seats[i]
		p, w := c.person[s.Person], s.Influence.Weight()
		all += w
		if s.Influence != model.InfluenceUnknown {
			sure += w
		}
		if p == nil {
			if s.Influence.KeyPlayer() && !s.Vacant {
				r.WithoutCover = append(r.WithoutCover, s.ID)
			}
			continue
		}
		filled[s.Role] = true
		covered += w * p.Coverage.Share()
		if p.Support.Known {
			support += w * float64(p.Support.V)
			heard += w
		}
		r.meet(s, p)
	}
	if all > 0 {
		r.Coverage, r.CoverageConfidence = model.Some(100*covered/all), sure/all
		for _, role := range requiredRoles {
			if !filled[role] {
				r.Unfilled = append(r.Unfilled, role)
			}
		}
	}
	if heard > 0 {
		r.Support = model.Some(50 + 25*support/heard)
	}
}

// meet takes in one person who is there: the account status of METHOD §5 and the
// key players who lack something.
func (r *Relationship) meet(s *model.Seat, p *model.Person) {
	switch {
	case !s.Influence.KeyPlayer():
		r.Status = max(r.Status, NoKeyPlayer)
		return
	case p.Support.Known && p.Support.V > 0:
		r.Status = SupportiveKeyPlayer
	default:
		r.Status = max(r.Status, NoSupportiveKeyPlayer)
	}
	if p.Coverage.Share() == 0 {
		r.WithoutCover = append(r.WithoutCover, s.ID)
	}
	if p.Support.Known && p.Support.V <= 0 {
		r.WithoutSupport = append(r.WithoutSupport, s.ID)
	}
}

// zip measures the function pairs by the best tie that joins the two: a pair is whole
// from the thread strength on, and below it as much as that is of it (METHOD §5).
func (r *Relationship) zip(a *model.Account, g *model.Programme, b balance) {
	pairs, thread := g.MethodPack().FunctionPairs(), g.Settings().ThreadStrength
	r.Pairs = make([]Pair, len(pairs))
	required, sum := 0, 0.0
	for i, f := range pairs {
		best := b.joined[[2]model.Function{f.Ours, f.Theirs}]
		r.Pairs[i] = Pair{f, f.RequiredIn(a.Tier), best >= thread, best}
		if r.Pairs[i].Required {
			required++
			sum += min(1, best/thread)
		}
	}
	r.CLevel = b.joined[[2]model.Function{model.CLevel, model.CLevel}] >= thread
	if required > 0 {
		r.Zipper = model.Some(100 * sum / float64(required))
	}
}

// balance is all tie strength of an account, by who carries it.
type balance struct {
	ours    []Carried
	theirs  map[model.PersonID]float64
	all     float64
	threads int
	joined  map[[2]model.Function]float64 // best strength by our function and theirs
	stale   []model.TieID
	gap     model.Num
}

// weighTies goes through the ties once. Ties of members or people who are gone
// weigh nothing.
func (c circle) weighTies(g *model.Programme, today model.Date) balance {
	set := g.Settings()
	b := balance{
		ours:   make([]Carried, len(g.Team)),
		theirs: make(map[model.PersonID]float64, len(c.seat)),
		joined: map[[2]model.Function]float64{},
	}
	member := make(map[model.MemberID]int, len(g.Team))
	for i := range g.Team {
		b.ours[i].Member = g.Team[i].ID
		member[g.Team[i].ID] = i
	}
	threads := map[model.PersonID]bool{}
	for _, t := range c.a.Ties {
		i, ours := member[t.Ours]
		s := c.seat[t.Theirs]
		if !ours || s == nil || c.person[t.Theirs] == nil {
			continue
		}
		v := TieStrength(t, s.Executive(), set, today)
		b.ours[i].Strength += v
		b.theirs[t.Theirs] += v
		b.all += v
		if v >= set.ThreadStrength {
			threads[t.Theirs] = true
		}
		pair := [2]model.Function{g.Team[i].Function, s.Function}
		b.joined[pair] = max(b.joined[pair], v)
		if TieStale(t, set, today) {
			b.stale = append(b.stale, t.ID)
		}
		if t.Target > model.TieNone && t.Level > model.TieNone {
			b.gap = model.Some(b.gap.V + s.Influence.Weight()*math.Max(0, float64(t.Target)-float64(t.Level)))
		}
	}
	b.threads = len(threads)
	for i := range b.ours {
		b.ours[i].Share = model.Ratio(b.ours[i].Strength, b.all)
	}
	return b
}

func (b balance) bowTie() (model.Num, model.MemberID) {
	most, who := 0.0, model.MemberID("")
	for _, o := range b.ours {
		if o.Strength > most {
			most, who = o.Strength, o.Member
		}
	}
	return model.Some(100 * model.Ratio(most, b.all).Or(1)), who
}

// thread asks the seats in their order, so that equals always give the same one.
func (b balance) thread(a *model.Account) (model.Num, model.PersonID) {
	most, who := 0.0, model.PersonID("")
	for i := range a.Seats {
		if v := b.theirs[a.Seats[i].Person]; v > most {
			most, who = v, a.Seats[i].Person
		}
	}
	return model.Some(100 * model.Ratio(most, b.all).Or(1)), who
}
