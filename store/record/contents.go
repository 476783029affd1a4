package record

import (
	"encoding/json"
	"slices"
	"strings"

	"accord/model"
)

// Contents are bare contents by their keys inside an account, or by their names
// among the settings.
type Contents map[string]json.RawMessage

// None reports whether there is no account: no record, or one that stayed behind.
func (r Contents) None() bool {
	for k := range r {
		if len(r) > 1 || !leftOver([]Entry{{Key: []byte(k)}}) {
			return false
		}
	}
	return true
}

// Account puts an account together from its records.
func (r Contents) Account() (*model.Account, error) {
	var entries []Entry
	for k, v := range r {
		entries = append(entries, Entry{Key: []byte(k), Value: v, Bare: true})
	}
	if len(entries) == 0 {
		return nil, ErrUnknown
	}
	slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(string(a.Key), string(b.Key)) })
	return DecodeAccount(entries, nil)
}

// Programme puts a programme together from its records.
func (r Contents) Programme() (*model.Programme, error) {
	var s Settings
	for k, v := range r {
		if err := s.Add(k, v); err != nil {
			return nil, err
		}
	}
	return s.Programme(), nil
}

// ContentsOf are the puts of a new account or programme as records.
func ContentsOf(build func(*Differ)) (Contents, error) {
	d := Differ{}
	build(&d)
	out := Contents{}
	for _, x := range d.Puts {
		out[x.Key] = x.Value
	}
	return out, d.Err
}
