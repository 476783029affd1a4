package model

import "math"

// The half-lives of a tie's strength in days (METHOD §5, defaults).
const (
	TieHalfLife          = 45
	ExecutiveTieHalfLife = 90
)

// ThreadStrength is the least strength at which a tie counts as a thread.
const ThreadStrength = 0.3

// The bounds of the bow-tie index, in percent: above red one of ours carries
// too much, from amber on it is worth a look (METHOD §5, defaults).
const (
	BowTieAmber = 40.0
	BowTieRed   = 60.0
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
	return [...]string{"no contacts", "no key player", "key players, none supportive", "a supportive key player"}[s]
}

// Carried is how much of all tie strength one of ours carries.
type Carried struct {
	Member   MemberID
	Strength float64 // Σ strength of their ties in this account, ≥ 0
	Share    Num     // of all strength, 0..1; unknown while there is none
}

// Relationship is what METHOD §5 makes of the people around one account. Only
// ties between a member of our team and somebody who sits in a seat count:
// a person who left carries nothing any more.
type Relationship struct {
	Coverage   Num     // 0..100; unknown without seats
	Confidence float64 // of Coverage: weight of seats with known influence / weight of all, 0..1
	Support    Num     // 0..100, 50 neutral; unknown while nobody's support is known

	BowTie    Num      // percent of all strength that one of ours carries, 0..100; 100 with seats but no tie, unknown without seats
	BowTieWho MemberID // that one; "" when there is no tie
	Thread    Num      // the same by one of theirs
	ThreadWho PersonID
	Threads   Opt[int] // their people with a tie of at least ThreadStrength; unknown without seats

	WithoutCover   []SeatID // key players, named or not, whom nobody covers
	WithoutSupport []SeatID // key players known to be neutral or against us
	Stale          []TieID  // no contact within the cadence
	LevelGap       Num      // Σ w·max(0, target − now), levels; unknown while no tie has a target
	Status         ContactStatus
	Ours           []Carried // one for each member of the team, in the team's order
}

// TieStrength is level/4 · 0.5^(days since contact / half-life), 0..1; level/4 ·
// 0.5 for a tie without a date (METHOD §5). exec chooses the longer half-life:
// we take it where the customer's person sits in a C-level seat. A cadence
// longer than the half-life takes its place; a contact in the future is today's.
func TieStrength(t Tie, exec bool, today Date) float64 {
	level := float64(t.Level) / float64(TrustedAdvisor)
	if !t.LastContact.Known() {
		return level * 0.5
	}
	days := max(0, today.DaysSince(t.LastContact))
	return level * math.Pow(0.5, float64(days)/float64(max(halfLife(exec), t.Cadence)))
}

func halfLife(exec bool) int {
	if exec {
		return ExecutiveTieHalfLife
	}
	return TieHalfLife
}

// TieStale reports that the last contact lies longer back than the tie's
// cadence, or than its half-life where no cadence is set (d). A tie without a
// date is unknown, not stale; nor is one that is only an aim.
func TieStale(t Tie, exec bool, today Date) bool {
	limit := t.Cadence
	if limit == 0 {
		limit = halfLife(exec)
	}
	return t.Level > TieNone && t.LastContact.Known() && today.DaysSince(t.LastContact) > limit
}

// Executive reports whether a tie to somebody in this seat fades slowly.
func (s *Seat) Executive() bool { return s.Function == CLevel }

// CoverageIndex is 100 · Σ w·c / Σ w over all seats: w the influence, c how well
// we know the person, 0 where nobody is named or nobody knows. Range 0..100,
// unknown without seats. The confidence is the share of weight that stands on a
// known influence (METHOD §5).
func CoverageIndex(a *Account) (index Num, confidence float64) {
	people := a.peopleByID()
	var sum, all, known float64
	for i := range a.Seats {
		s := &a.Seats[i]
		w := s.Influence.Weight()
		all += w
		if s.Influence != InfluenceUnknown {
			known += w
		}
		if p := people[s.Person]; p != nil {
			sum += w * p.Coverage.Share()
		}
	}
	if all == 0 {
		return Num{}, 0
	}
	return Some(100 * sum / all), known / all
}

// SupportIndex is 50 + 25 · Σ w·s / Σ w over people with known support, s from
// −2 enemy to +2 mentor. Range 0..100, unknown while nobody's support is known
// (METHOD §5).
func SupportIndex(a *Account) Num {
	people := a.peopleByID()
	var sum, all float64
	for i := range a.Seats {
		if p := people[a.Seats[i].Person]; p != nil && p.Support.Known {
			w := a.Seats[i].Influence.Weight()
			sum += w * float64(p.Support.V)
			all += w
		}
	}
	if all == 0 {
		return Num{}
	}
	return Some(50 + 25*sum/all)
}

// KeyPlayersWithoutCover lists the seats of the political structure and the
// inner circle where nobody is named yet or nobody knows the person. A seat
// known to be vacant is left out: there is nobody to cover.
func KeyPlayersWithoutCover(a *Account) []SeatID {
	people := a.peopleByID()
	var out []SeatID
	for i := range a.Seats {
		s := &a.Seats[i]
		p := people[s.Person]
		nobody := p == nil && !s.Vacant
		if s.Influence.KeyPlayer() && (nobody || p != nil && p.Coverage.Share() == 0) {
			out = append(out, s.ID)
		}
	}
	return out
}

// KeyPlayersWithoutSupport lists the key players known to be neutral or against
// us. Unknown support is not among them: unknown is never a fact.
func KeyPlayersWithoutSupport(a *Account) []SeatID {
	people := a.peopleByID()
	var out []SeatID
	for i := range a.Seats {
		s := &a.Seats[i]
		if p := people[s.Person]; p != nil && s.Influence.KeyPlayer() && p.Support.Known && p.Support.V <= 0 {
			out = append(out, s.ID)
		}
	}
	return out
}

// StatusOf is the account status of METHOD §5: how far we got with its people.
func StatusOf(a *Account) ContactStatus {
	people := a.peopleByID()
	status := NoContacts
	for i := range a.Seats {
		s := &a.Seats[i]
		p := people[s.Person]
		switch {
		case p == nil:
		case s.Influence.KeyPlayer() && p.Support.Known && p.Support.V > 0:
			return SupportiveKeyPlayer
		case s.Influence.KeyPlayer():
			status = NoSupportiveKeyPlayer
		default:
			status = max(status, NoKeyPlayer)
		}
	}
	return status
}

// ScoreRelationship computes the relationship figures of an account.
func ScoreRelationship(a *Account, g *Programme, today Date) Relationship {
	r := Relationship{Support: SupportIndex(a), Status: StatusOf(a), WithoutCover: KeyPlayersWithoutCover(a), WithoutSupport: KeyPlayersWithoutSupport(a)}
	r.Coverage, r.Confidence = CoverageIndex(a)
	b := weighTies(a, g, today)
	r.Stale, r.LevelGap, r.Ours = b.stale, b.gap, b.ours
	if len(a.Seats) == 0 {
		return r
	}
	r.BowTie, r.BowTieWho = b.bowTie()
	r.Thread, r.ThreadWho = b.thread(a)
	r.Threads = Some(b.threads)
	return r
}

// BowTie is the bow-tie index, the largest share of all tie strength carried by
// one of our people in percent, and who. With seats but no tie it is 100 and
// nobody; without seats it is unknown. Of equals the first of the team is named.
func BowTie(a *Account, g *Programme, today Date) (Num, MemberID) {
	if len(a.Seats) == 0 {
		return Num{}, ""
	}
	return weighTies(a, g, today).bowTie()
}

// Thread is the same as BowTie by one of theirs.
func Thread(a *Account, g *Programme, today Date) (Num, PersonID) {
	if len(a.Seats) == 0 {
		return Num{}, ""
	}
	return weighTies(a, g, today).thread(a)
}

// Threads counts their people with a tie of at least ThreadStrength: 1 hangs by
// a thread, 2 is thin, 3 and more are fine. Unknown without seats.
func Threads(a *Account, g *Programme, today Date) Opt[int] {
	if len(a.Seats) == 0 {
		return Opt[int]{}
	}
	return Some(weighTies(a, g, today).threads)
}

// balance is all tie strength of an account, by who carries it.
type balance struct {
	ours    []Carried
	theirs  map[PersonID]float64
	all     float64
	threads int
	stale   []TieID
	gap     Num
}

// weighTies goes through the ties once. Ties of members or people who are gone
// weigh nothing.
func weighTies(a *Account, g *Programme, today Date) balance {
	b := balance{ours: make([]Carried, len(g.Team)), theirs: make(map[PersonID]float64, len(a.Seats))}
	member := make(map[MemberID]int, len(g.Team))
	for i := range g.Team {
		b.ours[i].Member = g.Team[i].ID
		member[g.Team[i].ID] = i
	}
	seats := a.seatsByPerson()
	threads := map[PersonID]bool{}
	for _, t := range a.Ties {
		i, ours := member[t.Ours]
		s := seats[t.Theirs]
		if !ours || s == nil {
			continue
		}
		v := TieStrength(t, s.Executive(), today)
		b.ours[i].Strength += v
		b.theirs[t.Theirs] += v
		b.all += v
		if v >= ThreadStrength {
			threads[t.Theirs] = true
		}
		if TieStale(t, s.Executive(), today) {
			b.stale = append(b.stale, t.ID)
		}
		if t.Target > TieNone {
			b.gap = Some(b.gap.V + s.Influence.Weight()*math.Max(0, float64(t.Target)-float64(t.Level)))
		}
	}
	b.threads = len(threads)
	for i := range b.ours {
		b.ours[i].Share = ratio(b.ours[i].Strength, b.all)
	}
	return b
}

// ratio is part of all, unknown where there is nothing to share.
func ratio(part, all float64) Num {
	if all == 0 {
		return Num{}
	}
	return Some(part / all)
}

func (b balance) bowTie() (Num, MemberID) {
	most, who := 0.0, MemberID("")
	for _, o := range b.ours {
		if o.Strength > most {
			most, who = o.Strength, o.Member
		}
	}
	return Some(100 * ratio(most, b.all).Or(1)), who
}

// thread asks the seats in their order, so that equals always give the same one.
func (b balance) thread(a *Account) (Num, PersonID) {
	most, who := 0.0, PersonID("")
	for i := range a.Seats {
		if v := b.theirs[a.Seats[i].Person]; v > most {
			most, who = v, a.Seats[i].Person
		}
	}
	return Some(100 * ratio(most, b.all).Or(1)), who
}

// peopleByID and seatsByPerson index an account for one pass over it. The first
// seat counts where bad data seats a person twice.
func (a *Account) peopleByID() map[PersonID]*Person {
	m := make(map[PersonID]*Person, len(a.Persons))
	for i := range a.Persons {
		m[a.Persons[i].ID] = &a.Persons[i]
	}
	return m
}

func (a *Account) seatsByPerson() map[PersonID]*Seat {
	m := make(map[PersonID]*Seat, len(a.Seats))
	for i := range a.Seats {
		if p := a.Seats[i].Person; p != "" && m[p] == nil {
			m[p] = &a.Seats[i]
		}
	}
	return m
}
