package edit

import (
	"maps"

	"accord/model"
	"accord/model/words"
)

// RateOurselves answers a factor of readiness, or of one member's competency.
type RateOurselves struct {
	Member model.MemberID // "" for the programme's readiness
	Factor model.FactorKey
	Level  model.Level
}

// Label implements Change.
func (c RateOurselves) Label() words.Msg {
	return words.New("edit.rate", string(c.Factor), c.Level.String())
}

// Where implements Change.
func (c RateOurselves) Where() Place { return Place{Field: string(c.Factor)} }

func (c RateOurselves) Group() (string, bool) {
	return "rate " + string(c.Member) + string(c.Factor), false
}

func (c RateOurselves) Apply(d *Draft) error {
	g := d.Settings()
	in, f := g.MethodPack().Factor(c.Factor)
	want := model.ReadinessKey
	if c.Member != "" {
		want = model.CompetencyKey
	}
	switch {
	case f == nil || in.Key != want:
		return model.Refuse(string(c.Factor), "", words.T("edit.no-question", want))
	case !in.Allows(c.Level):
		return model.Refuse(string(c.Factor), "", words.T("edit.scale-runs-from", in.Min, in.Max))
	case c.Member == "":
		g.Readiness = answered(g.Readiness, c.Factor, c.Level, d.today)
		return nil
	}
	m := g.Member(c.Member)
	if m == nil {
		return model.Refuse("member", words.T("edit.undo-brings-them-back"), words.T("edit.not-our-team-any-more"))
	}
	one := *m
	one.Competency = answered(one.Competency, c.Factor, c.Level, d.today)
	g.Team = model.Put(g.Team, one)
	return nil
}

// answered is a copy of answers with one of them given, or taken back.
func answered(
	all map[model.FactorKey]model.Rating,
	key model.FactorKey,
	level model.Level,
	today model.Date,
) map[model.FactorKey]model.Rating {
	if all[key].Ours == level {
		return all
	}
	out := maps.Clone(all)
	if out == nil {
		out = map[model.FactorKey]model.Rating{}
	}
	if out[key] = (model.Rating{Ours: level, Date: today}); !level.Known() {
		delete(out, key)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
