package words

// Error is an error that is a message, with or without a cause.
type Error struct {
	Msg   Msg
	Cause error
}

// Fail is an error that says the message with this id.
func Fail(id string, args ...any) error { return &Error{Msg: New(id, args...)} }

// Wrap is the same with a cause, which is the last thing the message fills in.
func Wrap(cause error, id string, args ...any) error {
	m := New(id, args...)
	m.Args = append(m.Args, Of(cause).arg())
	return &Error{Msg: m, Cause: cause}
}

// Error is the message in English.
func (e *Error) Error() string { return e.Msg.String() }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Message makes an Error one that says a message; see Of.
func (e *Error) Message() Msg { return e.Msg }

// Err renders what an error says, with its causes.
func (l *Language) Err(err error) string { return l.Say(Of(err)) }
