package edit

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"accord/model"
	"accord/model/words"
)

// Edit is one fact that a patch changed, in words.
type Edit struct {
	Account model.AccountID
	Subject string // the account's name, or the entity inside it
	Field   string
	Before  string // "" is unknown
	After   string
	Key     string // of the field, or of what was counted; "" for a thing added or deleted
}

func (e Edit) String() string {
	return fmt.Sprintf("%s: %s %s → %s", e.Subject, e.Field, model.Dash(e.Before), model.Dash(e.After))
}

// Edits tells a patch in words: every registry field that reads differently
// before and after, every thing added or deleted.
func (p *Patch) Edits(g *model.Programme) []Edit {
	var out []Edit
	for i := range p.After {
		before, after := p.Before[i], p.After[i]
		switch {
		case before == nil:
			out = append(out, Edit{after.ID, after.Name, "account", "", "added", ""})
		case after == nil:
			out = append(out, Edit{before.ID, before.Name, "account", before.Name, "deleted", ""})
		default:
			out = append(out, accountEdits(g, before, after)...)
		}
	}
	if p.ProgrammeAfter != nil {
		out = append(out, programmeEdits(p.ProgrammeBefore, p.ProgrammeAfter)...)
	}
	return out
}

// single is a portfolio of one account, for reading fields of a past moment.
func single(g *model.Programme, a *model.Account) *model.Portfolio {
	return model.Assemble(g, []*model.Account{a})
}

func accountEdits(g *model.Programme, before, after *model.Account) []Edit {
	was, is := single(g, before), single(g, after)
	var out []Edit
	compare := func(ref Ref, subject string, f Field) {
		if b, a := Get(was, ref, f), Get(is, ref, f); b != a {
			out = append(out, Edit{after.ID, subject, f.Title, b, a, f.Key})
		}
	}
	for _, f := range accountFieldsOf(g, before, after) {
		compare(AccountRef(after.ID), after.Name, f)
	}
	if before.Parent != after.Parent {
		out = append(out, Edit{after.ID, after.Name, words.T("edit.parent-account"), string(before.Parent), string(after.Parent), "parent"})
	}
	custom := maps.Clone(before.Custom)
	if custom == nil {
		custom = map[string]string{}
	}
	maps.Copy(custom, after.Custom)
	for _, k := range slices.Sorted(maps.Keys(custom)) {
		if before.Custom[k] != after.Custom[k] {
			out = append(out, Edit{after.ID, after.Name, k, before.Custom[k], after.Custom[k], ""})
		}
	}
	if len(before.Transactions) != len(after.Transactions) {
		out = append(out, Edit{after.ID, after.Name, "transactions", fmt.Sprint(len(before.Transactions)), fmt.Sprint(len(after.Transactions)), "transactions"})
	}
	out = append(out, entityEdits(compare, after, OfSeat, before.Seats, after.Seats, func(s model.Seat) string { return s.Title })...)
	out = append(out, entityEdits(compare, after, OfPerson, before.Persons, after.Persons, func(p model.Person) string { return p.Name })...)
	out = append(out, entityEdits(compare, after, OfTie, before.Ties, after.Ties, func(t model.Tie) string { return words.T("edit.tie-of", tieWords(g, after, t)) })...)
	for i := range PlanLists {
		out = append(out, PlanLists[i].edits(compare, before, after)...)
	}
	return out
}

func tieWords(g *model.Programme, a *model.Account, t model.Tie) string {
	ours, theirs := "?", "?"
	if m := g.Member(t.Ours); m != nil {
		ours = m.Name
	}
	if p := a.Person(t.Theirs); p != nil {
		theirs = p.Name
	}
	return words.T("edit.and", ours, theirs)
}

// entityEdits compares two lists by id. Field by field differences go through
// compare; whole things added or deleted are returned.
func entityEdits[ID ~string, T model.Entity[ID]](
	compare func(Ref, string, Field),
	a *model.Account,
	of EntityKind,
	before, after []T,
	name func(T) string,
) []Edit {
	if len(before) == len(after) && (len(after) == 0 || &before[0] == &after[0]) {
		return nil // an edit shares what it does not touch
	}
	var out []Edit
	for _, x := range after {
		was := model.IndexOf(before, x.Ident())
		if was < 0 {
			out = append(out, Edit{a.ID, a.Name, of.String(), "", name(x), ""})
			continue
		}
		if reflect.DeepEqual(before[was], x) {
			continue
		}
		for _, f := range StaticFields() {
			if f.Of == of {
				compare(Ref{a.ID, of, string(x.Ident())}, name(x), f)
			}
		}
	}
	for _, x := range before {
		if model.IndexOf(after, x.Ident()) < 0 {
			out = append(out, Edit{a.ID, a.Name, of.String(), name(x), "", ""})
		}
	}
	return out
}

// accountFieldsOf lists the account's own fields that can differ: the fixed ones,
// the rated factors, and the years either side has.
func accountFieldsOf(g *model.Programme, before, after *model.Account) []Field {
	out := slices.DeleteFunc(slices.Clone(accountFields()), func(f Field) bool { return f.Key == "parent" })
	pack := g.MethodPack()
	for i := range pack.Instruments {
		in := &pack.Instruments[i]
		for j := range in.Factors {
			if k := in.Factors[j].Full(); before.Ratings[k] != after.Ratings[k] {
				out = append(out, ratingFields(in, &in.Factors[j])...)
			}
		}
	}
	var years []int
	for _, y := range append(slices.Clip(before.Years), after.Years...) {
		if !slices.Contains(years, y.Year) {
			years = append(years, y.Year)
		}
	}
	slices.Sort(years)
	for _, y := range years {
		for _, line := range YearLines() {
			f := FigureField(line, y)
			f.Title += " " + strconv.Itoa(y)
			out = append(out, f)
		}
	}
	return out
}

func programmeEdits(before, after *model.Programme) []Edit {
	var out []Edit
	was, is := model.Assemble(before, nil), model.Assemble(after, nil)
	fields := programmeFields()
	if before.Pack != after.Pack { // fields that only one of two packs has do not read differently, they are not there
		fields = slices.Concat(fields, settingFields(), packFields(after.MethodPack()))
	}
	fields = slices.Concat(fields, ourselvesFields(after.MethodPack(), model.ReadinessKey))
	ofMember := slices.Concat(teamFields(), ourselvesFields(after.MethodPack(), model.CompetencyKey))
	for _, f := range fields {
		ref := Ref{Of: OfProgramme}
		if b, a := Get(was, ref, f), Get(is, ref, f); b != a {
			out = append(out, Edit{"", "programme", f.Title, b, a, f.Key})
		}
	}
	b, a := model.MappingWords(before), model.MappingWords(after)
	if b != a || !reflect.DeepEqual(before.Mappings, after.Mappings) {
		out = append(out, Edit{"", "programme", words.T("edit.columns-files"), b, a, "programme.mappings"})
	}
	for _, m := range after.Team {
		old := before.Member(m.ID)
		if old == nil {
			out = append(out, Edit{"", words.T("edit.our-team"), "member", "", m.Name, ""})
			continue
		}
		for _, f := range ofMember {
			ref := Ref{Of: OfMember, ID: string(m.ID)}
			if b, a := Get(was, ref, f), Get(is, ref, f); b != a {
				out = append(out, Edit{"", m.Name, f.Title, b, a, f.Key})
			}
		}
	}
	for _, m := range before.Team {
		if after.Member(m.ID) == nil {
			out = append(out, Edit{"", words.T("edit.our-team"), "member", m.Name, "", ""})
		}
	}
	return out
}
