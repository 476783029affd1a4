package edit

import (
	"fmt"
	"strings"

	"accord/model"
	"accord/model/words"
)

// settingField is a setting as a row of the registry.
func settingField(t model.Setting) Field {
	key := "setting." + t.Key
	return Field{Key: key, Label: t.Label, Title: t.Label, Of: OfProgramme, Kind: Decimal, Unit: t.Unit, Help: t.Help, Feeds: t.Feeds,
		Range: words.T("edit.default", model.PlainNumber(t.Min), model.PlainNumber(t.Max), model.PlainNumber(t.Default)),
		Get:   func(r *Record) string { return model.PlainNumber(*t.At(r.Programme.Settings())) },
		set: func(r *Record, s string) error {
			v := t.Default
			if s != "" {
				var err error
				if v, err = model.ParseNumber(strings.TrimSpace(s)); err != nil {
					return model.Refuse(key, words.T("edit.type-number-or-default"), fmt.Sprintf("%v", err))
				}
			}
			pack, err := r.Programme.MethodPack().WithSetting(t, v)
			if err != nil {
				return err
			}
			r.Programme.Pack = pack
			return nil
		}}
}

func settingFields() []Field {
	out := make([]Field, len(model.SettingRows()))
	for i, t := range model.SettingRows() {
		out[i] = settingField(t)
	}
	return out
}
