package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
)

// The builders below make a registry row out of a pointer into a record: at
// returns where the fact lives, get prints it, set checks what was typed.

func textField(key string, of EntityKind, at func(*Record) *string) Field {
	return Field{Key: key, Of: of, Kind: Text, Range: words.T("edit.any-text"), Free: true,
		Get: func(r *Record) string { return *at(r) },
		set: func(r *Record, s string) error { *at(r) = strings.TrimSpace(s); return nil }}.named(key)
}

func longField(key string, of EntityKind, at func(*Record) *string) Field {
	f := textField(key, of, at)
	f.Kind = LongText
	f.set = func(r *Record, s string) error { *at(r) = strings.TrimRight(s, " \n\t"); return nil }
	return f
}

// required refuses to leave a text empty.
func (f Field) required(hint string) Field {
	set := f.set
	f.set = func(r *Record, s string) error {
		if strings.TrimSpace(s) == "" {
			return model.Refuse(f.Key, hint, words.T("edit.cannot-empty"))
		}
		return set(r, s)
	}
	f.Range, f.Free, f.Needed = words.T("edit.text-not-empty"), false, true
	return f
}

func choiceField[T ~uint8](key string, of EntityKind, e model.Enum[T], at func(*Record) *T) Field {
	return Field{
		Key:     key,
		Of:      of,
		Kind:    Choice,
		Choices: e.Choices(),
		Range:   strings.Join(e.Choices(), " · "),
		Get:     func(r *Record) string { return e.Word(*at(r)) },
		set: func(r *Record, s string) error {
			if s == "" { // unknown, or the first choice where unknown does not exist
				*at(r) = 0
				return nil
			}
			v, err := e.Parse(key, s)
			if err == nil {
				*at(r) = v
			}
			return err
		},
	}.named(key)
}

func dayField(key string, of EntityKind, at func(*Record) *model.Date) Field {
	return Field{Key: key, Of: of, Kind: Day, Range: words.T("edit.day-such-as-2026-11"),
		Get: func(r *Record) string { return at(r).String() },
		set: func(r *Record, s string) error {
			v, err := model.ParseDate(strings.TrimSpace(s))
			if err != nil {
				return model.Refuse(key, words.T("edit.type-year-month-day-such"), fmt.Sprintf("%v", err))
			}
			*at(r) = v
			return nil
		}}.named(key)
}

func amountField(key string, of EntityKind, at func(*Record) *model.Money) Field {
	return Field{
		Key:   key,
		Of:    of,
		Kind:  Amount,
		Unit:  "money",
		Range: words.T("edit.amount-such-as-1-250"),
		Get: func(r *Record) string {
			m := *at(r)
			if m.Known() && m.Currency != r.Programme.Currency {
				return m.String()
			}
			return m.Plain()
		},
		set: func(r *Record, s string) error {
			v, err := model.ParseMoney(s, r.Programme.Currency)
			if err != nil {
				return model.Refuse(key, words.T("edit.type-amount-such-as-1"), fmt.Sprintf("%v", err))
			}
			*at(r) = v
			return nil
		},
	}.named(key)
}

func percentField(key string, of EntityKind, at func(*Record) *model.Num) Field {
	return Field{Key: key, Of: of, Kind: Percent, Unit: "%", Range: "0..100",
		Get: func(r *Record) string {
			if v := *at(r); v.Known {
				return strconv.FormatFloat(v.V*100, 'f', -1, 64)
			}
			return ""
		},
		set: func(r *Record, s string) error {
			if s == "" {
				*at(r) = model.Num{}
				return nil
			}
			v, err := model.ParseNumber(strings.TrimSuffix(strings.TrimSpace(s), "%"))
			if err != nil || v < 0 || v > 100 {
				return model.Refuse(key, words.T("edit.type-percentage-from-0-100"), words.T("edit.not-share", s))
			}
			*at(r) = model.Some(v / 100)
			return nil
		}}.named(key)
}

func wholeField(
	key, unit string,
	of EntityKind,
	lo, hi int64,
	at func(*Record) (get func() model.Opt[int64], set func(model.Opt[int64])),
) Field {
	return Field{
		Key:   key,
		Of:    of,
		Kind:  Whole,
		Unit:  unit,
		Range: strconv.FormatInt(lo, 10) + ".." + strconv.FormatInt(hi, 10),
		Get: func(r *Record) string {
			get, _ := at(r)
			if v := get(); v.Known {
				return strconv.FormatInt(v.V, 10)
			}
			return ""
		},
		set: func(r *Record, s string) error {
			_, set := at(r)
			if s == "" {
				set(model.Opt[int64]{})
				return nil
			}
			v, err := model.ParseNumber(s)
			if err != nil || v != float64(int64(v)) || int64(v) < lo || int64(v) > hi {
				return model.Refuse(key, words.T("edit.type-whole-number-or-unknown"), words.T("edit.is-not-in", s, lo, hi))
			}
			set(model.Some(int64(v)))
			return nil
		},
	}.named(key)
}

func flagField(key string, of EntityKind, at func(*Record) *bool) Field {
	return Field{
		Key:     key,
		Of:      of,
		Kind:    YesNo,
		Choices: []string{"yes", "no"},
		Range:   words.T("edit.yes-no"),
		Get: func(r *Record) string {
			if *at(r) {
				return "yes"
			}
			return "no"
		},
		set: func(r *Record, s string) error {
			switch strings.ToLower(strings.TrimSpace(s)) {
			case "yes", "y", "true", "1":
				*at(r) = true
			case "no", "n", "false", "0", "":
				*at(r) = false
			default:
				return model.Refuse(key, words.T("edit.type-yes-or-no"), words.T("edit.neither-yes-nor-no", s))
			}
			return nil
		},
	}.named(key)
}

func tagsField(key string, at func(*Record) *[]string) Field {
	return Field{Key: key, Kind: Tags, Range: words.T("edit.words-commas-between"),
		Get: func(r *Record) string { return strings.Join(*at(r), ", ") },
		set: func(r *Record, s string) error {
			var tags []string
			for t := range strings.SplitSeq(s, ",") {
				if t = strings.TrimSpace(t); t != "" && !slices.Contains(tags, t) {
					tags = append(tags, t)
				}
			}
			*at(r) = tags
			return nil
		}}.named(key)
}

// linkMember is a field that names one of our team.
func linkMember(key string, at func(*Record) *model.MemberID) Field {
	return Field{Key: key, Kind: Link, Range: words.T("edit.name-our-team"),
		Get: func(r *Record) string {
			if m := r.Programme.Member(*at(r)); m != nil {
				return m.Name
			}
			return ""
		},
		set: func(r *Record, s string) error {
			if s == "" {
				*at(r) = ""
				return nil
			}
			same := model.SameAs(strings.TrimSpace(s))
			i := slices.IndexFunc(r.Programme.Team, func(m model.Member) bool { return same(m.Name) })
			if i < 0 {
				return model.Refuse(key, words.T("edit.add-person-our-team-first"), words.T("edit.nobody-our-team-called", s))
			}
			*at(r) = r.Programme.Team[i].ID
			return nil
		}}.named(key)
}
