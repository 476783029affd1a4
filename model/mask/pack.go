package mask

import (
	"slices"
	"sync"

	"accord/model"
	"accord/model/words"
)

// pack keeps the words that came with the program; what people wrote gives way to
// them, or is hidden.
func (m *mask) pack(p *model.Pack) *model.Pack {
	out := *p
	if out.Name = p.Name; !shippedWords()[p.Name] {
		out.Name = words.T("mask.method")
	}
	if !shippedWords()[p.Language] {
		out.Language = ""
	}
	out.Instruments = make([]model.Instrument, len(p.Instruments))
	for i, in := range p.Instruments {
		plain := model.DefaultPack().Instrument(in.Key)
		if plain == nil {
			plain = &model.Instrument{Name: m.name(in.Key, words.T("mask.questions")), Question: hidden}
		}
		in.Name, in.Question = ourWords(in.Name, plain.Name), ourWords(in.Question, plain.Question)
		in.Factors = slices.Clone(in.Factors)
		for j := range in.Factors {
			m.factor(&in.Factors[j])
		}
		out.Instruments[i] = in
	}
	return &out
}

func (m *mask) factor(f *model.Factor) {
	_, plain := model.DefaultPack().Factor(f.Full())
	if plain == nil {
		plain = &model.Factor{Name: m.name(string(f.Full()), words.T("mask.factor")), Question: hidden}
	}
	f.Name, f.Question = ourWords(f.Name, plain.Name), ourWords(f.Question, plain.Question)
	f.Anchors = slices.Clone(f.Anchors)
	for i, text := range f.Anchors {
		instead := hidden
		if i < len(plain.Anchors) {
			instead = plain.Anchors[i]
		}
		f.Anchors[i] = ourWords(text, instead)
	}
}

// ourWords is a text that came with the program, else what stands instead of it.
func ourWords(text, instead string) string {
	if text == "" || shippedWords()[text] {
		return text
	}
	return instead
}

// shippedWords are the texts of the packs that come with the program.
var shippedWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, p := range model.ShippedPacks() {
		all[p.Name], all[p.Language] = true, true
		for _, in := range p.Instruments {
			all[in.Name], all[in.Question] = true, true
			for _, f := range in.Factors {
				all[f.Name], all[f.Question] = true, true
				for _, text := range f.Anchors {
					all[text] = true
				}
			}
		}
	}
	return all
})
