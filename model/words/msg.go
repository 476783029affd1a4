package words

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"
)

// Msg is a sentence that is not rendered yet: an id of the catalogue and what is filled
// in, or a plain text (see Plain). It can be kept in a file. The zero Msg says nothing.
type Msg struct {
	ID   string
	Args []Arg
}

// New is the message with this id.
func New(id string, args ...any) Msg {
	m := Msg{ID: id}
	if len(args) > 0 {
		m.Args = make([]Arg, len(args))
		for i, v := range args {
			m.Args[i] = argOf(v)
		}
	}
	return m
}

// Plain is a text that is the same in every language: a name, or a sentence of a file
// from before there were messages.
func Plain(text string) Msg {
	if text == "" {
		return Msg{}
	}
	return Msg{Args: []Arg{{Text: text}}}
}

// IsZero reports whether m says nothing.
func (m Msg) IsZero() bool { return m.ID == "" && len(m.Args) == 0 }

// Equal reports whether two messages say the same.
func (m Msg) Equal(o Msg) bool {
	return m.ID == o.ID && len(m.Args) == len(o.Args) && (len(m.Args) == 0 || reflect.DeepEqual(m.Args, o.Args))
}

// Texts is m with every text in it that somebody typed replaced by what f makes of it:
// how a message loses its names.
func (m Msg) Texts(f func(string) string) Msg {
	m.Args = texts(m.Args, f)
	return m
}

func texts(args []Arg, f func(string) string) []Arg {
	if len(args) == 0 {
		return args
	}
	out := make([]Arg, len(args))
	for i, a := range args {
		if a.Kind == Text {
			a.Text = f(a.Text)
		}
		a.List = texts(a.List, f)
		out[i] = a
	}
	return out
}

// arg is m as something that is filled into another message.
func (m Msg) arg() Arg {
	if m.ID == "" {
		if len(m.Args) == 1 {
			return m.Args[0]
		}
		return Arg{}
	}
	return Arg{Kind: Nested, Text: m.ID, List: m.Args}
}

// ListOf is several things, joined as the language joins them: a, b and c.
func ListOf(items ...any) Arg {
	out := Arg{Kind: List, List: make([]Arg, len(items))}
	for i, v := range items {
		out.List[i] = argOf(v)
	}
	return out
}

// argOf finds what a Go value is in a sentence, the commonest first.
func argOf(v any) Arg {
	switch v := v.(type) {
	case string:
		return Arg{Text: v}
	case int:
		return Arg{Kind: Count, Num: float64(v)}
	case Msg:
		return v.arg()
	case Arg:
		return v
	case Arger:
		return v.WordsArg()
	case float64:
		return Arg{Kind: Number, Num: v, Decimals: -1}
	case error:
		return Of(v).arg()
	case time.Time:
		return DayOf(v.Date())
	case fmt.Stringer:
		return Arg{Text: v.String()}
	case nil:
		return Arg{}
	}
	return argByShape(reflect.ValueOf(v))
}

// argByShape finds it for named types and slices.
func argByShape(v reflect.Value) Arg {
	switch k := v.Kind(); {
	case k == reflect.String:
		return Arg{Text: v.String()}
	case v.CanInt():
		return Arg{Kind: Count, Num: float64(v.Int())}
	case v.CanUint():
		return Arg{Kind: Count, Num: float64(v.Uint())}
	case v.CanFloat():
		return Arg{Kind: Number, Num: v.Float(), Decimals: -1}
	case k == reflect.Slice || k == reflect.Array:
		out := Arg{Kind: List, List: make([]Arg, v.Len())}
		for i := range out.List {
			out.List[i] = argOf(v.Index(i).Interface())
		}
		return out
	}
	return Arg{Text: fmt.Sprint(v.Interface())}
}

// Of is what an error says. An error of another package that has a method Message
// says that; one that was wrapped by fmt.Errorf keeps its own text around the message
// inside of it; any other is a plain text.
func Of(err error) Msg {
	if err == nil {
		return Msg{}
	}
	if m, ok := err.(interface{ Message() Msg }); ok {
		return m.Message()
	}
	inner := errors.Unwrap(err)
	if inner == nil {
		return Plain(err.Error())
	}
	m := Of(inner)
	before, after, found := strings.Cut(err.Error(), inner.Error())
	switch {
	case !found || m.ID == "":
		return Plain(err.Error())
	case before == "" && after == "":
		return m
	}
	return New("words.wrapped", before, m, after)
}
