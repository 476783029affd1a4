package model

import (
	"maps"
	"strconv"
	"strings"
)

// The instruments about ourselves: is the company ready for a programme of
// strategic accounts, and does an account manager have what it takes (METHOD §1).
const (
	ReadinessKey  = "readiness"
	CompetencyKey = "competency"
)

// aboutOurselves reports whether an instrument asks about us, not about an account.
func aboutOurselves(key string) bool { return key == ReadinessKey || key == CompetencyKey }

// ourselvesField is a question about ourselves as a row of the registry: readiness is
// the programme's, competency each member's.
func ourselvesField(in *Instrument, f *Factor) Field {
	full := f.full
	row := Field{Key: string(full), Label: f.Name, Of: OfProgramme, Kind: Grade, Feeds: in.Key, Help: f.Question,
		Range: strconv.Itoa(in.Min) + ".." + strconv.Itoa(in.Max) + " or - for unknown"}
	answers := func(r *record) *map[FactorKey]Rating { return &r.programme.Readiness }
	if in.Key == CompetencyKey {
		row.Of, answers = OfMember, func(r *record) *map[FactorKey]Rating { return &r.member.Competency }
	}
	row.get = func(r *record) string { return ratingPart((*answers(r))[full], "") }
	row.set = func(r *record, s string) error {
		l, err := parseLevel(in, row.Key, strings.TrimSpace(s))
		if err == nil {
			at := answers(r)
			*at = answered(*at, full, l, r.today)
		}
		return err
	}
	return row
}

// ourselvesFields are those of one of the two instruments.
func ourselvesFields(p *Pack, key string) (out []Field) {
	if in := p.Instrument(key); in != nil {
		for i := range in.Factors {
			out = append(out, ourselvesField(in, &in.Factors[i]))
		}
	}
	return out
}

// RateOurselves answers a factor of readiness, or of one member's competency.
type RateOurselves struct {
	Member MemberID // "" for the programme's readiness
	Factor FactorKey
	Level  Level
}

// Label implements Change.
func (c RateOurselves) Label() string { return "rate " + string(c.Factor) + " " + c.Level.String() }

// Where implements Change.
func (c RateOurselves) Where() Place { return Place{Field: string(c.Factor)} }

func (c RateOurselves) group() (string, bool) {
	return "rate " + string(c.Member) + string(c.Factor), false
}

func (c RateOurselves) apply(d *draft) error {
	g := d.settings()
	in, f := g.MethodPack().Factor(c.Factor)
	want := ReadinessKey
	if c.Member != "" {
		want = CompetencyKey
	}
	switch {
	case f == nil || in.Key != want:
		return problem(string(c.Factor), "", "is no question of %s", want)
	case !in.Allows(c.Level):
		return problem(string(c.Factor), "", "the scale runs from %d to %d", in.Min, in.Max)
	case c.Member == "":
		g.Readiness = answered(g.Readiness, c.Factor, c.Level, d.today)
		return nil
	}
	m := g.Member(c.Member)
	if m == nil {
		return problem("member", "Undo brings them back.", "is not on our team any more")
	}
	one := *m
	one.Competency = answered(one.Competency, c.Factor, c.Level, d.today)
	g.Team = put(g.Team, one)
	return nil
}

// answered is a copy of answers with one of them given, or taken back.
func answered(all map[FactorKey]Rating, key FactorKey, level Level, today Date) map[FactorKey]Rating {
	if all[key].Ours == level {
		return all
	}
	out := maps.Clone(all)
	if out == nil {
		out = map[FactorKey]Rating{}
	}
	if out[key] = (Rating{Ours: level, Date: today}); !level.Known() {
		delete(out, key)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// Ready is how ready we are, 0..100, unknown without an answer.
func (g *Programme) Ready() InstrumentScore { return g.ourselves(ReadinessKey, g.Readiness) }

// Competent is what a member brings, 0..100, unknown without an answer.
func (g *Programme) Competent(m *Member) InstrumentScore {
	return g.ourselves(CompetencyKey, m.Competency)
}

func (g *Programme) ourselves(key string, answers map[FactorKey]Rating) InstrumentScore {
	in := g.MethodPack().Instrument(key)
	if in == nil {
		return InstrumentScore{}
	}
	return ScoreInstrument(in, answers)
}
