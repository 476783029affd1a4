package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// sharingField is the row of a switch that nobody has decided at first.
func sharingField(key string, of EntityKind, at func(*Record) *model.Sharing) Field {
	return Field{
		Key:     key,
		Of:      of,
		Kind:    YesNo,
		Choices: []string{"yes", "no"},
		Range:   words.T("edit.yes-no-not-decided-yet"),
		Get:     func(r *Record) string { return [...]string{"", "yes", "no"}[min(*at(r), model.NotShared)] },
		set: func(r *Record, s string) error {
			switch strings.ToLower(strings.TrimSpace(s)) {
			case "yes", "y", "true", "1":
				*at(r) = model.IsShared
			case "no", "n", "false", "0":
				*at(r) = model.NotShared
			case "":
				*at(r) = model.Undecided
			default:
				return model.Refuse(key, words.T("edit.type-yes-or-no"), words.T("edit.neither-yes-nor-no", s))
			}
			return nil
		},
	}.named(key)
}
