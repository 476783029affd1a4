package model

import (
	"accord/model/words"
	"encoding/json"
	"strconv"
)

// Level is an answer on an instrument's scale. The zero Level is unknown; it is
// stored one higher than it reads, so that forgetting to set it can never mean 0.
type Level uint8

// UnknownLevel is the answer nobody has given yet.
const UnknownLevel Level = 0

// LevelOf returns the level that reads n, for n in 0..5.
func LevelOf(n int) Level { return Level(n + 1) }

// Known reports whether the question was answered.
func (l Level) Known() bool { return l != UnknownLevel }

// Int returns 0..5, or -1 when unknown.
func (l Level) Int() int { return int(l) - 1 }

// String prints 0..5, or – when unknown.
func (l Level) String() string {
	if !l.Known() {
		return "–"
	}
	return strconv.Itoa(l.Int())
}

// MarshalJSON writes 0..5 or null.
func (l Level) MarshalJSON() ([]byte, error) {
	if !l.Known() {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(l.Int()), 10), nil
}

// UnmarshalJSON reads 0..5 or null.
func (l *Level) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*l = UnknownLevel
		return nil
	}
	var n int
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	if n < 0 || n > 5 {
		return words.Fail("model.level-not-0-5", n)
	}
	*l = LevelOf(n)
	return nil
}

// Rating is what we say about one factor, what the customer said, and why.
type Rating struct {
	Ours     Level  `json:"ours,omitzero"`
	Verified Level  `json:"verified,omitzero"` // what the customer themselves said
	Note     string `json:"note,omitzero"`
	Source   string `json:"source,omitzero"` // contact or document
	Date     Date   `json:"date,omitzero"`   // when a level was last set
}

// Used is the level that counts: the customer's when known, else ours.
func (r Rating) Used() Level {
	if r.Verified.Known() {
		return r.Verified
	}
	return r.Ours
}

// FactorKey names a factor of an instrument, such as importance.capacity.
type FactorKey string
