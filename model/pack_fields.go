package model

import (
	"slices"
	"strconv"
	"strings"
)

// A method pack as fields: "pack.importance.capacity.weight", ".name",
// ".question" and ".anchor.3"; "pack.name" is the pack's own. They exist for the
// pack of a file only, like the ratings.

func packFields(p *Pack) []Field {
	out := []Field{packNameField}
	for i := range p.Instruments {
		in := &p.Instruments[i]
		for j := range in.Factors {
			f := &in.Factors[j]
			out = append(out, weightField(in, f), wordsField(in, f, "name", "Name"), wordsField(in, f, "question", "Question"))
			for level := in.Min; level <= in.Max; level++ {
				out = append(out, wordsField(in, f, "anchor."+strconv.Itoa(level), "Level "+strconv.Itoa(level)))
			}
		}
	}
	return out
}

// packFieldByKey finds a pack field without building all of them.
func packFieldByKey(p *Pack, key string) (Field, bool) {
	rest, ok := strings.CutPrefix(key, "pack.")
	if !ok {
		return Field{}, false
	}
	if key == packNameField.Key {
		return packNameField, true
	}
	parts := strings.SplitN(rest, ".", 3)
	if len(parts) < 3 {
		return Field{}, false
	}
	in, f := p.Factor(FactorKey(parts[0] + "." + parts[1]))
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
		return wordsField(in, f, part, "Level "+strconv.Itoa(level)), err == nil && level >= in.Min && level <= in.Max
	}
	return Field{}, false
}

var packNameField = Field{Key: "pack.name", Label: "Method pack", Of: OfProgramme, Kind: Text, Range: "text, not empty", Help: "What this set of questions and weights is called.",
	get: func(r *record) string { return r.programme.MethodPack().Name },
	set: func(r *record, s string) error {
		if s = strings.TrimSpace(s); s == "" {
			return problem("pack.name", "Give the pack a name.", "cannot be empty")
		}
		p := *r.programme.MethodPack()
		p.Name = s
		r.programme.Pack = &p
		return nil
	}}

// maxWeight keeps every sum of weights and ratings far inside an int.
const maxWeight = 1000

func weightField(in *Instrument, f *Factor) Field {
	full := f.full
	key := "pack." + string(full) + ".weight"
	return Field{Key: key, Label: f.Name + ": weight", Of: OfProgramme, Kind: Whole, Range: "0.." + strconv.Itoa(maxWeight), Feeds: in.Key, Help: "How much the factor counts beside the others; 0 leaves it out.",
		get: func(r *record) string {
			if _, f := r.programme.MethodPack().Factor(full); f != nil {
				return strconv.Itoa(f.Weight)
			}
			return ""
		},
		set: func(r *record, s string) error {
			v, err := ParseNumber(strings.TrimSpace(s))
			if err != nil || v != float64(int(v)) || v < 0 || v > maxWeight {
				return problem(key, "Type a whole number; 0 leaves the factor out.", "%q is not in 0..%d", s, maxWeight)
			}
			return r.editFactor(full, func(f *Factor) { f.Weight = int(v) })
		}}
}

func wordsField(in *Instrument, f *Factor, part, label string) Field {
	full := f.full
	key := "pack." + string(full) + "." + part
	text := func(f *Factor) *string {
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
	return Field{Key: key, Label: f.Name + ": " + strings.ToLower(label), Of: OfProgramme, Kind: Text, Range: "text, not empty", Help: "The words the factor is asked and answered with.",
		get: func(r *record) string {
			if _, f := r.programme.MethodPack().Factor(full); f != nil {
				c := *f
				c.Anchors = slices.Clone(f.Anchors)
				return *text(&c)
			}
			return ""
		},
		set: func(r *record, s string) error {
			if s = strings.TrimSpace(s); s == "" {
				return problem(key, "Type the words.", "cannot be empty")
			}
			return r.editFactor(full, func(f *Factor) { *text(f) = s })
		}}
}

// editFactor gives the programme a pack of its own in which one factor differs.
func (r *record) editFactor(full FactorKey, edit func(*Factor)) error {
	p := *r.programme.MethodPack()
	p.Instruments = slices.Clone(p.Instruments)
	for i := range p.Instruments {
		in := &p.Instruments[i]
		if j := slices.IndexFunc(in.Factors, func(f Factor) bool { return f.full == full }); j >= 0 {
			in.Factors = slices.Clone(in.Factors)
			in.Factors[j].Anchors = slices.Clone(in.Factors[j].Anchors)
			edit(&in.Factors[j])
			r.programme.Pack = &p
			return nil
		}
	}
	return problem(string(full), "", "the method pack has no such factor")
}

// SetPack puts another method pack in force: one that was imported, or a default.
// Ratings of factors that the new pack lacks stay in the file and count nowhere.
type SetPack struct{ Pack *Pack }

// Label implements Change.
func (c SetPack) Label() string { return "use the method pack " + c.Pack.Name }

// Where implements Change.
func (c SetPack) Where() Place { return Place{Field: "pack.name"} }

func (c SetPack) apply(d *draft) error {
	g := d.settings()
	g.Pack = c.Pack
	if c.Pack == DefaultPack() {
		g.Pack = nil
	}
	return nil
}
