package match

import (
	"accord/model"
)

// Question asks whether a name in the file is an account that is here already
// under nearly the same name. Unanswered, it is a new account.
type Question struct {
	Name   string // as the file has it
	ID     string // the file's own id, "" for none
	With   model.AccountID
	Whose  string // that account's name
	Within bool   // that account is new too: the file itself names both
	Why    string // what the two have in common
	Answer Answer
}

// Answer is what somebody said to a question.
type Answer uint8

// The answers.
const (
	Unanswered Answer = iota
	SameAccount
	NewAccount
)
