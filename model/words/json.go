package words

import (
	"encoding/json"
	"errors"
	"fmt"
)

// A message is kept as {"id":"room.few-words","args":[…]}, a plain one as a JSON
// string. Of what is filled in a text is a string, a Count a number, and the rest an
// object with one member that names the kind.

type msgRecord struct {
	ID   string `json:"id"`
	Args []Arg  `json:"args,omitempty"`
}

// MarshalJSON implements json.Marshaler.
func (m Msg) MarshalJSON() ([]byte, error) {
	if m.ID == "" {
		return json.Marshal(m.String())
	}
	return json.Marshal(msgRecord(m))
}

// UnmarshalJSON implements json.Unmarshaler.
func (m *Msg) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '{' {
		var text string
		err := json.Unmarshal(b, &text)
		*m = Plain(text)
		return err
	}
	var r msgRecord
	if err := json.Unmarshal(b, &r); err != nil {
		return err
	}
	if r.ID == "" {
		return errors.New("a message without an id")
	}
	*m = Msg(r)
	return nil
}

type argRecord struct {
	Number   *float64   `json:"number,omitempty"`
	Percent  *float64   `json:"percent,omitempty"`
	Decimals *int8      `json:"decimals,omitempty"`
	Day      *string    `json:"day,omitempty"`
	Key      *string    `json:"key,omitempty"`
	Word     *string    `json:"word,omitempty"`
	List     *[]Arg     `json:"list,omitempty"`
	Msg      *msgRecord `json:"msg,omitempty"`
}

// MarshalJSON implements json.Marshaler.
func (a Arg) MarshalJSON() ([]byte, error) {
	var r argRecord
	switch a.Kind {
	case Text:
		return json.Marshal(a.Text)
	case Count:
		return json.Marshal(a.Num)
	case Number:
		r.Number = &a.Num
	case Percent:
		r.Percent = &a.Num
	case Day:
		r.Day = &a.Text
	case Key:
		r.Key = &a.Text
	case Word:
		r.Word = &a.Text
	case List:
		r.List = &a.List
	case Nested:
		r.Msg = &msgRecord{ID: a.Text, Args: a.List}
	}
	if (a.Kind == Number || a.Kind == Percent) && a.Decimals >= 0 {
		r.Decimals = &a.Decimals
	}
	return json.Marshal(r)
}

// UnmarshalJSON implements json.Unmarshaler.
func (a *Arg) UnmarshalJSON(b []byte) error {
	*a = Arg{}
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &a.Text)
	}
	if len(b) > 0 && b[0] != '{' {
		a.Kind = Count
		return json.Unmarshal(b, &a.Num)
	}
	var r argRecord
	if err := json.Unmarshal(b, &r); err != nil {
		return err
	}
	switch {
	case r.Number != nil:
		*a = Arg{Kind: Number, Num: *r.Number, Decimals: -1}
	case r.Percent != nil:
		*a = Arg{Kind: Percent, Num: *r.Percent, Decimals: -1}
	case r.Day != nil:
		*a = Arg{Kind: Day, Text: *r.Day}
	case r.Key != nil:
		*a = Arg{Kind: Key, Text: *r.Key}
	case r.Word != nil:
		*a = Arg{Kind: Word, Text: *r.Word}
	case r.List != nil:
		*a = Arg{Kind: List, List: *r.List}
	case r.Msg != nil:
		*a = Arg{Kind: Nested, Text: r.Msg.ID, List: r.Msg.Args}
	default:
		return fmt.Errorf("%s is nothing that is filled into a message", b)
	}
	if r.Decimals != nil {
		a.Decimals = *r.Decimals
	}
	return nil
}
