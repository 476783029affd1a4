package model

import (
	"accord/model/words"
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Ballot is a blind rating: several people answer the same questions one after
// the other, about one account or several, and nobody sees the others' answers
// before all have passed. It is part of the programme, so that it is saved as it
// happens and goes on after a restart.
type Ballot struct {
	ID         BallotID         `json:"id"`
	Accounts   []AccountID      `json:"accounts"`
	Instrument string           `json:"instrument"`
	Verified   bool             `json:"verified,omitzero"` // the customer's people rate
	Raters     []string         `json:"raters"`            // initials, in turn
	Passed     int              `json:"passed,omitzero"`   // how many have passed
	Marks      map[string]Level `json:"marks,omitzero"`    // by markKey; unknown is an abstention, none no answer
}

// BallotID names a blind rating. The one of a file that knew only one has none.
type BallotID string

func (b Ballot) Ident() BallotID { return b.ID }

// Open reports whether somebody still has to answer: marks are secret until then.
func (b *Ballot) Open() bool { return b.Passed < len(b.Raters) }

// Rater is whose turn it is, "" when all have passed.
func (b *Ballot) Rater() string {
	if b.Open() {
		return b.Raters[max(0, b.Passed)]
	}
	return ""
}

// Together is the rater under whose name stands what all agreed on.
const Together = ""

func markKey(account AccountID, rater string, factor FactorKey) string {
	return string(account) + "/" + rater + "/" + string(factor)
}

// Mark is the answer of a rater, unknown for an abstention.
func (b *Ballot) Mark(account AccountID, rater string, factor FactorKey) Level {
	return b.Marks[markKey(account, rater, factor)]
}

// Said is the answer of a rater in a sign: the level, x for an abstention, – for a
// question that was passed over.
func (b *Ballot) Said(account AccountID, rater string, factor FactorKey) string {
	if l, answered := b.Marks[markKey(account, rater, factor)]; answered && !l.Known() {
		return "x"
	}
	return b.Mark(account, rater, factor).String()
}

// Unanswered are the questions that whose turn it is neither answered nor abstained
// from.
func (b *Ballot) Unanswered(pack *Pack) []Question {
	return Kept(b.Questions(pack), func(q Question) bool {
		_, answered := b.Marks[markKey(q.Account, b.Rater(), q.Factor)]
		return !answered
	})
}

// Agreed is the level that all agreed on, unknown while they did not.
func (b *Ballot) Agreed(account AccountID, factor FactorKey) Level {
	return b.Mark(account, Together, factor)
}

// Question is one thing a ballot asks: a factor of one account.
type Question struct {
	Account AccountID
	Factor  FactorKey
}

// Questions are all that each rater is asked, account by account. There are none
// when the method pack does not ask them any more.
func (b *Ballot) Questions(pack *Pack) []Question {
	in := pack.Instrument(b.Instrument)
	if in == nil {
		return nil
	}
	var out []Question
	for _, id := range b.Accounts {
		for i := range in.Factors {
			out = append(out, Question{id, in.Factors[i].Full()})
		}
	}
	return out
}

// Verdict is what a ballot came to on one question.
type Verdict struct {
	Question
	Marks  []Level // one for each rater, in their order
	Cast   int     // without abstentions
	Median Num     // of those cast, the mean of the middle two when they are even; unknown without any
	Level  Level   // the median as a level, rounded half up; unknown without any
	Low    Level
	High   Level
	Spread int   // high − low, 0 with fewer than two
	Agreed Level // what all agreed on afterwards
}

// Whole reports whether the median is a level: half of one has to be talked about.
func (v *Verdict) Whole() bool {
	return v.Level.Known() && v.Median.V == float64(v.Level.Int())
}

// Undisputed reports whether a group may agree on the median without a word: two at
// least answered, they lie at most one apart, and the median is a level. One mark
// alone is an opinion.
func (v *Verdict) Undisputed() bool { return v.Cast >= 2 && v.Spread <= 1 && v.Whole() }

// Verdicts are the results of a ballot, the most disputed question first: by
// spread, then by how far the marks lie from their median, then as they were
// asked. There are none while it is open.
func (b *Ballot) Verdicts(pack *Pack) []Verdict {
	if b.Open() {
		return nil
	}
	type entry struct {
		Verdict
		away float64
	}
	var all []entry
	for _, q := range b.Questions(pack) {
		v := Verdict{Question: q, Agreed: b.Agreed(q.Account, q.Factor)}
		var cast []float64
		for _, r := range b.Raters {
			l := b.Mark(q.Account, r, q.Factor)
			v.Marks = append(v.Marks, l)
			if l.Known() {
				cast = append(cast, float64(l.Int()))
			}
		}
		v.Cast, v.Median = len(cast), Median(cast)
		e := entry{Verdict: v}
		if len(cast) > 0 {
			low, high := int(slices.Min(cast)), int(slices.Max(cast))
			e.Low, e.High, e.Spread = LevelOf(low), LevelOf(high), high-low
			e.Level = LevelOf(int(v.Median.V + 0.5))
			for _, x := range cast {
				e.away += Abs(x - v.Median.V)
			}
		}
		all = append(all, e)
	}
	slices.SortStableFunc(
		all,
		func(a, b entry) int { return cmp.Or(cmp.Compare(b.Spread, a.Spread), cmp.Compare(b.away, a.away)) },
	)
	out := make([]Verdict, len(all))
	for i := range all {
		out[i] = all[i].Verdict
	}
	return out
}

// Voting is the blind rating in which somebody still has to answer, or nil. While
// there is one, no screen may tell what it asks about.
func (g *Programme) Voting() *Ballot {
	for i := range g.Ballots {
		if g.Ballots[i].Open() {
			return &g.Ballots[i]
		}
	}
	return nil
}

// Ballot returns the blind rating with the id, or nil.
func (g *Programme) Ballot(id BallotID) *Ballot { return ByID(g.Ballots, id) }

// Perception is how our people and theirs answered the same question: the medians
// of the last finished blind rating of each side.
type Perception struct{ Ours, Theirs Num }

// Gap is by how much we rate it higher than they do; unknown until both sides
// answered.
func (p Perception) Gap() Num {
	if !p.Ours.Known || !p.Theirs.Known {
		return Num{}
	}
	return Some(p.Ours.V - p.Theirs.V)
}

// Perceptions are the answers of both sides to every question that the finished
// blind ratings asked.
func (g *Programme) Perceptions() map[Question]Perception {
	out := map[Question]Perception{}
	for i := range g.Ballots {
		b := &g.Ballots[i]
		for _, v := range b.Verdicts(g.MethodPack()) {
			p := out[v.Question]
			switch {
			case v.Cast == 0:
			case b.Verified:
				p.Theirs = v.Median
			default:
				p.Ours = v.Median
			}
			out[v.Question] = p
		}
	}
	return out
}

// ParseRaters reads initials as they are typed: separated by commas or blanks, each
// once, in order.
func ParseRaters(text string) ([]string, error) {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\t' }) {
		if len([]rune(w)) > 12 || strings.Contains(w, "/") {
			return nil, Refuse("raters", words.T("model.type-initials-such-as-al"), words.T("model.too-long-or-slash", w))
		}
		if slices.ContainsFunc(out, func(x string) bool { return strings.EqualFold(x, w) }) {
			return nil, Refuse("raters", words.T("model.give-them-different-initials"), words.T("model.there-twice", w))
		}
		out = append(out, w)
	}
	if len(out) == 0 || len(out) > 40 {
		return nil, Refuse(
			"raters",
			words.T("model.type-initials-who-rates-such"),
			words.T("model.blind-rating-needs-one-forty"),
		)
	}
	return out, nil
}

// Words are all marks on a question: AL 5, BK 1, CM x.
func (b *Ballot) Words(account AccountID, factor FactorKey) string {
	var marks []string
	for _, r := range b.Raters {
		marks = append(marks, r+" "+b.Said(account, r, factor))
	}
	return strings.Join(marks, ", ")
}

// With is a copy of the ballot with one mark as it is to be: unknown is an
// abstention, and of what all agreed on, that they did not.
func (b Ballot) With(account AccountID, rater string, factor FactorKey, l Level) Ballot {
	b.Marks = maps.Clone(b.Marks)
	if b.Marks == nil {
		b.Marks = map[string]Level{}
	}
	if key := markKey(account, rater, factor); l.Known() || rater != Together {
		b.Marks[key] = l
	} else {
		delete(b.Marks, key)
	}
	if len(b.Marks) == 0 {
		b.Marks = nil
	}
	return b
}
