package words

import "reflect"

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

// String renders m in English, for logs, tests and machines; see Language.Say and Here.
func (m Msg) String() string { return English().Say(m) }

// Here renders m in the language of the screen.
func (m Msg) Here() string { return Screen().Say(m) }

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
