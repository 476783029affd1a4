package edit

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"accord/model"
)

// ImportPack reads a method pack that somebody wrote or edited, and refuses what the
// rest of the program would pass over: a pack is in force with all that is in it, or
// not at all. It is the door of ReadPack with a second look; a pack that is in a file
// already is read by ParsePack.
func ImportPack(text []byte) (*model.Pack, error) {
	p, err := ReadPack(text) // within its bounds, and cleaned
	if err != nil {
		return nil, err
	}
	if err := knownMembers(text); err != nil {
		return nil, err
	}
	if strings.TrimSpace(p.Name) == "" {
		return nil, model.Refuse("method pack", "Write a name.", "it has no name")
	}
	if err := sameInstruments(p); err != nil {
		return nil, err
	}
	for i := range p.Instruments {
		if err := wholeInstrument(&p.Instruments[i]); err != nil {
			return nil, err
		}
	}
	return p, knownPairs(p)
}

// writtenPack is a pack as a text, in which what was left out is told from 0.
type writtenPack struct {
	Name        string               `json:"name"`
	Language    string               `json:"language"`
	Version     int                  `json:"version"`
	Set         map[string]float64   `json:"settings"`
	Pairs       []model.FunctionPair `json:"pairs"`
	Instruments []struct {
		Key      string `json:"key"`
		Name     string `json:"name"`
		Question string `json:"question"`
		Min      *int   `json:"min"`
		Max      *int   `json:"max"`
		Factors  []struct {
			Key      string   `json:"key"`
			Name     string   `json:"name"`
			Weight   *int     `json:"weight"`
			Question string   `json:"question"`
			Anchors  []string `json:"anchors"`
		} `json:"factors"`
	} `json:"instruments"`
}

// knownMembers refuses members that nothing reads, and numbers that are not there.
func knownMembers(text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	var w writtenPack
	if err := d.Decode(&w); err != nil {
		if name, unknown := strings.CutPrefix(err.Error(), "json: unknown field "); unknown {
			return model.Refuse("method pack", "Leave it out, or compare it with an exported pack.", "nothing reads the member %s", name)
		}
		return model.Refuse("method pack", "Compare it with an exported pack.", "not readable: %v", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return model.Refuse("method pack", "Keep one pack in a file.", "something follows the pack")
	}
	for _, in := range w.Instruments {
		if in.Min == nil || in.Max == nil {
			return model.Refuse("method pack", "Write min and max, inside 0..5.", "the instrument %q has no scale", in.Key)
		}
		for _, f := range in.Factors {
			if f.Weight == nil {
				return model.Refuse("method pack", "Write a weight; 0 leaves it out on purpose.", "the factor %s.%s has no weight", in.Key, f.Key)
			}
		}
	}
	return nil
}

// sameInstruments refuses a pack that asks with an instrument no score, screen or
// report knows of, or lacks one that they are made of.
func sameInstruments(p *model.Pack) error {
	var there, known []string
	for _, in := range model.DefaultPack().Instruments {
		known = append(known, in.Key)
	}
	for _, in := range p.Instruments {
		switch {
		case slices.Contains(there, in.Key):
			return model.Refuse("method pack", "Keep one of them.", "the instrument %q is there twice", in.Key)
		case !slices.Contains(known, in.Key):
			return model.Refuse("method pack", "Leave it out, or add its questions to one of "+strings.Join(known, ", ")+".",
				"the instrument %q is not one that Accord scores, shows and reports", in.Key)
		}
		there = append(there, in.Key)
	}
	for _, in := range model.DefaultPack().Instruments {
		if !slices.Contains(there, in.Key) {
			return model.Refuse("method pack", "Copy it from an exported pack; a weight of 0 leaves a question out.", "the instrument %q (%s) is missing", in.Key, in.Name)
		}
	}
	return nil
}

// whole refuses an instrument with questions that cannot be asked, answered or
// scored as they stand.
func wholeInstrument(in *model.Instrument) error {
	bad := func(hint, format string, args ...any) error {
		return model.Refuse("method pack", hint, format, args...)
	}
	usual := model.DefaultPack().Instrument(in.Key)
	switch {
	case strings.TrimSpace(in.Name) == "":
		return bad("Write a name.", "the instrument %q has no name", in.Key)
	case len(in.Factors) == 0:
		return bad("Copy some from an exported pack.", "the instrument %q asks nothing", in.Key)
	case in.Min != usual.Min || in.Max != usual.Max:
		return bad("Keep that scale.", "the instrument %q has a scale of %d to %d; its scores are made of %d to %d", in.Key, in.Min, in.Max, usual.Min, usual.Max)
	case in.Key == "stage" && len(in.Factors) != len(usual.Factors):
		return bad("Keep its questions; their words can change.", "the instrument %q has %d questions; its stages are read off the sum of %d", in.Key, len(in.Factors), len(usual.Factors))
	}
	seen := map[string]bool{}
	for i := range in.Factors {
		f := &in.Factors[i]
		name, levels := in.Key+"."+f.Key, in.Max-in.Min+1
		switch {
		case strings.Trim(f.Key, "abcdefghijklmnopqrstuvwxyz0123456789_") != "":
			return bad("Use small letters, digits and _.", "the key of the factor %q cannot be typed as a field", name)
		case seen[f.Key]:
			return bad("Keep one of them.", "the factor %s is there twice", name)
		case strings.TrimSpace(f.Name) == "":
			return bad("Write a name.", "the factor %s has no name", name)
		case len(f.Anchors) > levels:
			return bad("Write one sentence for each level.", "the factor %s has %d anchors for %d levels", name, len(f.Anchors), levels)
		}
		seen[f.Key] = true
	}
	return nil
}

// knownPairs refuses pairs of functions or tiers that there are none of.
func knownPairs(p *model.Pack) error {
	for i, pair := range p.Pairs {
		bad := pair.Ours == model.FunctionUnknown || pair.Theirs == model.FunctionUnknown || pair.Ours > model.OtherFunction || pair.Theirs > model.OtherFunction
		if bad || slices.ContainsFunc(pair.In, func(t model.Tier) bool { return t > model.Neglected }) {
			return model.Refuse("method pack", "Compare it with docs/json.md.", "function pair %d names a function or a tier that there is none of", i+1)
		}
		if slices.ContainsFunc(p.Pairs[:i], func(q model.FunctionPair) bool { return q.Ours == pair.Ours && q.Theirs == pair.Theirs }) {
			return model.Refuse("method pack", "Keep one of them.", "function pair %d is there twice", i+1)
		}
	}
	return nil
}
