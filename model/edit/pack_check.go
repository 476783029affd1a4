package edit

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
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
		return nil, model.Refuse(words.T("edit.method-pack"), words.T("edit.write-name"), words.T("edit.no-name"))
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
			return model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.leave-out-or-compare-exported"),
				words.T("edit.nothing-reads-member", name),
			)
		}
		return model.Refuse(
			words.T("edit.method-pack"),
			words.T("edit.compare-exported-pack"),
			words.T("edit.not-readable", err),
		)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return model.Refuse(
			words.T("edit.method-pack"),
			words.T("edit.keep-one-pack-file"),
			words.T("edit.something-follows-pack"),
		)
	}
	for _, in := range w.Instruments {
		if in.Min == nil || in.Max == nil {
			return model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.write-min-max-inside-0"),
				words.T("edit.instrument-no-scale", in.Key),
			)
		}
		for _, f := range in.Factors {
			if f.Weight == nil {
				return model.Refuse(
					words.T("edit.method-pack"),
					words.T("edit.write-weight-0-leaves-out"),
					words.T("edit.factor-no-weight", in.Key, f.Key),
				)
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
			return model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.keep-one-them"),
				words.T("edit.instrument-there-twice", in.Key),
			)
		case !slices.Contains(known, in.Key):
			return model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.leave-out-or-add-questions", strings.Join(known, ", ")),
				words.T("edit.instrument-not-one-accord-scores", in.Key),
			)
		}
		there = append(there, in.Key)
	}
	for _, in := range model.DefaultPack().Instruments {
		if !slices.Contains(there, in.Key) {
			return model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.copy-from-exported-pack-weight"),
				words.T("edit.instrument-missing", in.Key, in.Name),
			)
		}
	}
	return nil
}

// whole refuses an instrument with questions that cannot be asked, answered or
// scored as they stand.
func wholeInstrument(in *model.Instrument) error {
	bad := func(hint, format string) error {
		return model.Refuse(words.T("edit.method-pack"), hint, format)
	}
	usual := model.DefaultPack().Instrument(in.Key)
	switch {
	case strings.TrimSpace(in.Name) == "":
		return bad(words.T("edit.write-name"), words.T("edit.instrument-no-name", in.Key))
	case len(in.Factors) == 0:
		return bad(words.T("edit.copy-some-from-exported-pack"), words.T("edit.instrument-asks-nothing", in.Key))
	case in.Min != usual.Min || in.Max != usual.Max:
		return bad(
			words.T("edit.keep-scale"),
			words.T("edit.instrument-scale-scores-made", in.Key, in.Min, in.Max, usual.Min, usual.Max),
		)
	case in.Key == "stage" && len(in.Factors) != len(usual.Factors):
		return bad(
			words.T("edit.keep-questions-their-words-can"),
			words.T("edit.instrument-questions-stages-read-off", in.Key, len(in.Factors), len(usual.Factors)),
		)
	}
	seen := map[string]bool{}
	for i := range in.Factors {
		f := &in.Factors[i]
		name, levels := in.Key+"."+f.Key, in.Max-in.Min+1
		switch {
		case strings.Trim(f.Key, "abcdefghijklmnopqrstuvwxyz0123456789_") != "":
			return bad(words.T("edit.use-small-letters-digits"), words.T("edit.key-factor-cannot-typed-as", name))
		case seen[f.Key]:
			return bad(words.T("edit.keep-one-them"), words.T("edit.factor-there-twice", name))
		case strings.TrimSpace(f.Name) == "":
			return bad(words.T("edit.write-name"), words.T("edit.factor-no-name", name))
		case len(f.Anchors) > levels:
			return bad(
				words.T("edit.write-one-sentence-each-level"),
				words.T("edit.factor-anchors-levels", name, len(f.Anchors), levels),
			)
		}
		seen[f.Key] = true
	}
	return nil
}

// knownPairs refuses pairs of functions or tiers that there are none of.
func knownPairs(p *model.Pack) error {
	for i, pair := range p.Pairs {
		bad := pair.Ours == model.FunctionUnknown || pair.Theirs == model.FunctionUnknown ||
			pair.Ours > model.OtherFunction ||
			pair.Theirs > model.OtherFunction
		if bad || slices.ContainsFunc(pair.In, func(t model.Tier) bool { return t > model.Neglected }) {
			return model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.compare-docs-json-md"),
				words.T("edit.function-pair-names-function-or", i+1),
			)
		}
		if slices.ContainsFunc(
			p.Pairs[:i],
			func(q model.FunctionPair) bool { return q.Ours == pair.Ours && q.Theirs == pair.Theirs },
		) {
			return model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.keep-one-them"),
				words.T("edit.function-pair-there-twice", i+1),
			)
		}
	}
	return nil
}
