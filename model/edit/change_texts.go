package edit

import (
	"reflect"
	"strings"

	"accord/model"
	"accord/model/words"
)

// CheckTexts refuses a record from outside, an account or a programme, with a text
// that is longer than its bound, or in which nothing can be seen.
func CheckTexts(record any) error {
	w := &washer{}
	w.text = func(s, at string, t reflect.Type) string {
		kind, clean := model.TextKindAt(at, t), model.Clean(s)
		why := kind.TooLong(clean)
		switch {
		case w.err != nil:
		case why != "":
			w.err = model.Refuse(fieldOf(at), kind.ShorterHint(), "“"+model.Beginning(clean)+"…” "+why)
		case strings.TrimSpace(clean) == "" && strings.TrimSpace(s) != "":
			w.err = model.Unseen(fieldOf(at))
		}
		return s
	}
	w.wash(reflect.ValueOf(record), reflect.Value{}, "")
	return w.err
}

// ReadPack is ParsePack for a pack from outside: its size, its depth, its texts and
// how many instruments and factors it has are bounded, and its texts are cleaned.
func ReadPack(data []byte) (*model.Pack, error) {
	if len(data) > model.MaxPack {
		return nil, model.Refuse(
			words.T("edit.method-pack"),
			words.T("edit.choose-pack-accord-pack-export"),
			words.T("edit.file-larger-than-mb", model.MaxPack>>20),
		)
	}
	if err := model.CheckJSON(data); err != nil {
		return nil, err
	}
	p, err := model.ParsePack(data)
	if err != nil {
		return nil, err
	}
	if len(p.Instruments) > model.MaxParts {
		return nil, model.Refuse(
			words.T("edit.method-pack"),
			words.T("edit.leave-out-what-nobody-answers"),
			words.T("edit.more-than-instruments", model.MaxParts),
		)
	}
	for i := range p.Instruments {
		if in := &p.Instruments[i]; len(in.Factors) > model.MaxParts {
			return nil, model.Refuse(
				words.T("edit.method-pack"),
				words.T("edit.leave-out-what-nobody-answers"),
				words.T("edit.instrument-more-than-factors", model.Beginning(in.Name), model.MaxParts),
			)
		}
	}
	return p, CheckTexts(p)
}
