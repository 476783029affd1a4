package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// What comes as a whole document passes here: no field may say what nobody could have
// set. Each value is shown as Get shows it and offered to the field's own set, so that a
// bound is written down once, in the registry's row.

// CheckProgramme refuses settings and answers of ours outside the range of their fields.
func CheckProgramme(g *model.Programme) error {
	pack := g.MethodPack()
	for _, f := range programmeFields() {
		if f.Key == "programme.offerings" || f.Key == "programme.title" {
			continue // texts, which CheckTexts bounds
		}
		scratch := *g
		if err := offered(f, &Record{Programme: &scratch}); err != nil {
			return err
		}
	}
	if err := levelsFit(pack, g.Readiness); err != nil {
		return err
	}
	for i := range g.Team {
		if err := levelsFit(pack, g.Team[i].Competency); err != nil {
			return err
		}
	}
	return nil
}

// CheckRanges refuses an account with a number or a level outside the range of its field.
func CheckRanges(g *model.Programme, a *model.Account) error {
	if err := levelsFit(g.MethodPack(), a.Ratings); err != nil {
		return err
	}
	for i := range a.Years {
		y := &a.Years[i]
		if y.Kind != model.Actual || !y.CapacityShare.Known {
			continue
		}
		scratch := *a
		if err := offered(FigureField("capacity_share", y.Year), &Record{Programme: g, Account: &scratch}); err != nil {
			return err
		}
	}
	for _, f := range rangedFields() {
		for _, id := range idsOf(a, f.Of) {
			scratch := *a
			r := &Record{Programme: g, Account: &scratch}
			if r.Resolve(Ref{Account: a.ID, Of: f.Of, ID: id}) {
				if err := offered(f, r); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// rangedFields are those of accounts and what is in them whose numbers have a range.
var rangedFields = words.Table(func() []Field {
	var out []Field
	for _, f := range StaticFields() {
		if f.Of != OfProgramme && f.Of != OfMember && (f.Kind == Percent || f.Kind == Whole || f.Kind == Decimal) {
			out = append(out, f)
		}
	}
	return out
})

// idsOf lists what of an account has fields of a kind.
func idsOf(a *model.Account, of EntityKind) []string {
	switch of {
	case OfAccount:
		return []string{""}
	case OfSeat:
		return idents(a.Seats, func(s model.Seat) string { return string(s.ID) })
	case OfPerson:
		return idents(a.Persons, func(p model.Person) string { return string(p.ID) })
	case OfTie:
		return idents(a.Ties, func(t model.Tie) string { return string(t.ID) })
	}
	if l := ListOf(of); l != nil {
		return l.IDs(a)
	}
	return nil
}

func idents[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(list[i])
	}
	return out
}

// offered sets a field of a private copy to what it says already.
func offered(f Field, r *Record) error {
	says := f.Get(r)
	if strings.TrimSpace(says) == "" {
		return nil
	}
	r.detach()
	return f.set(r, says)
}

// levelsFit refuses a level that its question does not have; answers to questions of no
// instrument here are left alone.
func levelsFit(pack *model.Pack, answers map[model.FactorKey]model.Rating) error {
	for key, r := range answers {
		in, _ := pack.Factor(key)
		if in == nil {
			continue
		}
		for _, l := range []model.Level{r.Ours, r.Verified} {
			if !l.Known() {
				continue
			}
			if _, err := ParseLevel(in, string(key), l.String()); err != nil {
				return err
			}
		}
	}
	return nil
}
