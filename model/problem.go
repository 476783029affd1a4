package model

// Problem is an error the user can mend: the field it is about, what is wrong,
// and what to do. Every refusal of the model is one.
type Problem struct {
	Field    string // registry key or label; may be empty
	Sentence string // what is wrong
	Hint     string // what to do; may be empty
}

func (p *Problem) Error() string {
	s := p.Sentence
	if p.Field != "" {
		s = p.Field + ": " + s
	}
	if p.Hint != "" {
		s += ". " + p.Hint
	}
	return s
}

func Refuse(field, hint, format string) *Problem {
	return &Problem{Field: field, Sentence: format, Hint: hint}
}
