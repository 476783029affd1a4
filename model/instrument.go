package model

import (
	"accord/model/words"
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
)

// Instrument is a set of questions scored together. It is data: a file's owner
// edits weights, wording and factors of their own copy.
type Instrument struct {
	Key      string   `json:"key"`
	Name     string   `json:"name"`
	Question string   `json:"question"`
	Min      int      `json:"min"`
	Max      int      `json:"max"`
	Factors  []Factor `json:"factors"`
}

// Factor is one question of an instrument with a written anchor for each level.
type Factor struct {
	Key      string   `json:"key"`
	Name     string   `json:"name"`
	Weight   int      `json:"weight"`
	Question string   `json:"question"`
	Anchors  []string `json:"anchors"` // Anchors[i] is level Min+i
	full     FactorKey
}

// Full is the factor's registry key, instrument.factor.
func (f *Factor) Full() FactorKey { return f.full }

// Anchor returns the written sentence of a level, or "" where there is none.
func (in *Instrument) Anchor(f *Factor, l Level) string {
	if i := l.Int() - in.Min; l.Known() && i >= 0 && i < len(f.Anchors) {
		return f.Anchors[i]
	}
	return ""
}

// Allows reports whether the scale of the instrument has the level.
func (in *Instrument) Allows(l Level) bool {
	return !l.Known() || l.Int() >= in.Min && l.Int() <= in.Max
}

// Pack is a method pack: all instruments of a file. It is immutable once built.
type Pack struct {
	Name        string             `json:"name"`
	Language    string             `json:"language"`
	Version     int                `json:"version"`
	Set         map[string]float64 `json:"settings,omitzero"` // settings that differ from the defaults
	Pairs       []FunctionPair     `json:"pairs,omitzero"`    // nil is the default pairs
	Instruments []Instrument       `json:"instruments"`
	settings    Settings
}

// ParsePack reads a method pack and refuses one that could not be scored.
func ParsePack(data []byte) (*Pack, error) {
	p := new(Pack)
	if err := json.Unmarshal(data, p); err != nil {
		return nil, Refuse(
			words.T("model.method-pack"),
			words.T("model.compare-exported-pack"),
			words.T("model.not-readable", err),
		)
	}
	return p, p.Prepare()
}

// Prepare checks a pack that was put together by hand, gives each question its key and
// works the settings out.
func (p *Pack) Prepare() error {
	for i := range p.Instruments {
		in := &p.Instruments[i]
		if in.Key == "" || in.Min < 0 || in.Max > 5 || in.Min >= in.Max {
			return Refuse(
				words.T("model.method-pack"),
				words.T("model.give-key-scale-inside-0"),
				words.T("model.instrument-no-usable-scale", i+1, in.Key),
			)
		}
		for j := range in.Factors {
			f := &in.Factors[j]
			if f.Weight < 0 || f.Weight > MaxWeight || f.Key == "" {
				return Refuse(
					words.T("model.method-pack"),
					words.T("model.weights-whole-numbers-from-0"),
					words.T("model.factor-no-key-or-weight", j+1, in.Key),
				)
			}
			if key := FactorKey(in.Key + "." + f.Key); f.full != key { // what is shared is not written to
				f.full = key
			}
		}
	}
	return p.Resolve()
}

// WithFactor is the pack with one factor changed; the pack itself stays as it is.
func (p *Pack) WithFactor(full FactorKey, edit func(*Factor)) (*Pack, error) {
	c := *p
	c.Instruments = slices.Clone(p.Instruments)
	for i := range c.Instruments {
		in := &c.Instruments[i]
		if j := slices.IndexFunc(in.Factors, func(f Factor) bool { return f.full == full }); j >= 0 {
			in.Factors = slices.Clone(in.Factors)
			in.Factors[j].Anchors = slices.Clone(in.Factors[j].Anchors)
			edit(&in.Factors[j])
			return &c, nil
		}
	}
	return nil, Refuse(string(full), "", words.T("model.method-pack-no-such-factor"))
}

// Instrument returns the instrument with the key, or nil.
func (p *Pack) Instrument(key string) *Instrument {
	for i := range p.Instruments {
		if p.Instruments[i].Key == key {
			return &p.Instruments[i]
		}
	}
	return nil
}

// Factor finds a factor and its instrument by full key; both are nil if there is none.
func (p *Pack) Factor(key FactorKey) (*Instrument, *Factor) {
	for i := range p.Instruments {
		in := &p.Instruments[i]
		for j := range in.Factors {
			if in.Factors[j].full == key {
				return in, &in.Factors[j]
			}
		}
	}
	return nil, nil
}

//go:embed packs/default.en.json
var englishPackJSON []byte

//go:embed packs/default.he.json
var hebrewPackJSON []byte

// shipped reads a pack that is part of the program; a test reads each.
func shipped(text []byte) *Pack {
	p, err := ParsePack(text)
	if err != nil {
		panic(err)
	}
	return p
}

// DefaultPack is the method pack that a new file starts with.
var DefaultPack = sync.OnceValue(func() *Pack { return shipped(englishPackJSON) })

// HebrewPack is the default pack in Hebrew: the same questions and weights.
var HebrewPack = sync.OnceValue(func() *Pack { return shipped(hebrewPackJSON) })

// ShippedPacks are the packs that come with the program.
func ShippedPacks() []*Pack { return []*Pack{DefaultPack(), HebrewPack()} }

// Text is the pack as a text file that ParsePack reads back.
func (p *Pack) Text() ([]byte, error) {
	text, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		return nil, err
	}
	return append(EscapeJSON(text), '\n'), nil
}

// The instruments about ourselves: is the company ready for a programme of
// strategic accounts, and does an account manager have what it takes (METHOD §1).
const (
	ReadinessKey  = "readiness"
	CompetencyKey = "competency"
)

// AboutOurselves reports whether an instrument asks about us, not about an account.
func AboutOurselves(key string) bool { return key == ReadinessKey || key == CompetencyKey }

// MaxWeight keeps every sum of weights and ratings far inside an int.
const MaxWeight = 1000
