package edit

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
)

// A method pack as fields: "pack.importance.capacity.weight", ".name",
// ".question" and ".anchor.3"; "pack.name" is the pack's own. They exist for the
// pack of a file only, like the ratings.

func packFields(p *model.Pack) []Field {
	out := []Field{packNameField()}
	for i := range p.Instruments {
		in := &p.Instruments[i]
		for j := range in.Factors {
			f := &in.Factors[j]
			out = append(
				out,
				weightField(in, f),
				wordsField(in, f, "name", words.T("edit.name-2")),
				wordsField(in, f, "question", words.T("edit.question")),
			)
			for level := in.Min; level <= in.Max; level++ {
				out = append(out, wordsField(in, f, "anchor."+strconv.Itoa(level), words.T("edit.level-2", level)))
			}
		}
	}
	return out
}

// packFieldByKey finds a pack field without building all of them.
func packFieldByKey(p *model.Pack, key string) (Field, bool) {
	rest, ok := strings.CutPrefix(key, "pack.")
	if !ok {
		return Field{}, false
	}
	if key == packNameField().Key {
		return packNameField(), true
	}
	parts := strings.SplitN(rest, ".", 3)
	if len(parts) < 3 {
		return Field{}, false
	}
	in, f := p.Factor(model.FactorKey(parts[0] + "." + parts[1]))
	if f == nil {
		return Field{}, false
	}
	switch part := parts[2]; {
	case part == "weight":
		return weightField(in, f), true
	case part == "name", part == "question":
		return wordsField(in, f, part, strings.ToUpper(part[:1])+part[1:]), true
	case strings.HasPrefix(part, "anchor."):
		level, err := strconv.Atoi(part[len("anchor."):])
		return wordsField(in, f, part, words.T("edit.level-2", level)), err == nil && level >= in.Min && level <= in.Max
	}
	return Field{}, false
}

var packNameField = words.Table(func() Field {
	return Field{Key: "pack.name", Of: OfProgramme, Kind: Text, Needed: true, Range: words.T("edit.text-not-empty"),
		Get: func(r *Record) string { return r.Programme.MethodPack().Name },
		set: func(r *Record, s string) error {
			if s = strings.TrimSpace(s); s == "" {
				return model.Refuse("pack.name", words.T("edit.give-pack-name"), words.T("edit.cannot-empty"))
			}
			p := *r.Programme.MethodPack()
			p.Name = s
			r.Programme.Pack = &p
			return nil
		}}.named("pack.name")
})

func weightField(in *model.Instrument, f *model.Factor) Field {
	full := f.Full()
	key := "pack." + string(full) + ".weight"
	return Field{
		Key:   key,
		Label: f.Name + ": weight",
		Title: words.T("edit.weight", f.Name),
		Of:    OfProgramme,
		Kind:  Whole,
		Range: "0.." + strconv.Itoa(model.MaxWeight),
		Feeds: in.Key,
		Help:  words.T("edit.how-much-factor-counts-beside"),
		Get: func(r *Record) string {
			if _, f := r.Programme.MethodPack().Factor(full); f != nil {
				return strconv.Itoa(f.Weight)
			}
			return ""
		},
		set: func(r *Record, s string) error {
			v, err := model.ParseNumber(strings.TrimSpace(s))
			if err != nil || v != float64(int(v)) || v < 0 || v > model.MaxWeight {
				return model.Refuse(key, words.T("edit.type-whole-number-0-leaves"), words.T("edit.not-0", s, model.MaxWeight))
			}
			return r.editFactor(full, func(f *model.Factor) { f.Weight = int(v) })
		},
	}
}

func wordsField(in *model.Instrument, f *model.Factor, part, label string) Field {
	full := f.Full()
	key := "pack." + string(full) + "." + part
	text := func(f *model.Factor) *string {
		switch part {
		case "name":
			return &f.Name
		case "question":
			return &f.Question
		}
		level, _ := strconv.Atoi(strings.TrimPrefix(part, "anchor."))
		for len(f.Anchors) <= level-in.Min {
			f.Anchors = append(f.Anchors, "")
		}
		return &f.Anchors[level-in.Min]
	}
	return Field{
		Key:    key,
		Label:  f.Name + ": " + part,
		Title:  f.Name + ": " + strings.ToLower(label),
		Of:     OfProgramme,
		Kind:   Text,
		Needed: true,
		Range:  words.T("edit.text-not-empty"),
		Help:   words.T("edit.words-factor-asked-answered"),
		Get: func(r *Record) string {
			if _, f := r.Programme.MethodPack().Factor(full); f != nil {
				c := *f
				c.Anchors = slices.Clone(f.Anchors)
				return *text(&c)
			}
			return ""
		},
		set: func(r *Record, s string) error {
			if s = strings.TrimSpace(s); s == "" {
				return model.Refuse(key, words.T("edit.type-words"), words.T("edit.cannot-empty"))
			}
			return r.editFactor(full, func(f *model.Factor) { *text(f) = s })
		},
	}
}

// editFactor gives the programme a pack of its own in which one factor differs.
func (r *Record) editFactor(full model.FactorKey, edit func(*model.Factor)) error {
	p, err := r.Programme.MethodPack().WithFactor(full, edit)
	if err == nil {
		r.Programme.Pack = p
	}
	return err
}

// SetPack puts another method pack in force: one that was imported, or a default.
// Ratings of factors that the new pack lacks stay in the file and count nowhere.
type SetPack struct{ Pack *model.Pack }

// Label implements Change.
func (c SetPack) Label() words.Msg { return words.New("edit.use-method-pack", c.Pack.Name) }

// Where implements Change.
func (c SetPack) Where() Place { return Place{Field: "pack.name"} }

func (c SetPack) Apply(d *Draft) error {
	g := d.Settings()
	g.Pack = c.Pack
	if c.Pack == model.DefaultPack() {
		g.Pack = nil
	}
	return nil
}
