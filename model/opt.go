package model

import (
	"encoding/json"
)

// Opt is a value that may be unknown. The zero Opt is unknown, which is never
// the same thing as zero.
type Opt[T any] struct {
	V     T
	Known bool
}

// Num is a number that may be unknown.
type Num = Opt[float64]

// Some returns a known value.
func Some[T any](v T) Opt[T] { return Opt[T]{V: v, Known: true} }

// Or returns the value, or other when it is unknown.
func (o Opt[T]) Or(other T) T {
	if o.Known {
		return o.V
	}
	return other
}

// MarshalJSON writes null for unknown.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if !o.Known {
		return []byte("null"), nil
	}
	return json.Marshal(o.V)
}

// UnmarshalJSON reads null as unknown.
func (o *Opt[T]) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*o = Opt[T]{}
		return nil
	}
	if err := json.Unmarshal(b, &o.V); err != nil {
		return err
	}
	o.Known = true
	return nil
}

// Ratio is part of all, unknown where there is nothing to share.
func Ratio(part, all float64) Num {
	if all == 0 {
		return Num{}
	}
	return Some(part / all)
}
