package merge3

import (
	"strings"

	"accord/model"
)

// MergeSide is whose version of a fact is meant when two people changed it.
type MergeSide uint8

// The sides of a conflict: what is here, and what comes in.
const (
	TakeMine MergeSide = iota
	TakeTheirs
)

// Resolution answers one conflict: one of the sides, or a text written by hand.
type Resolution struct {
	Side   MergeSide
	ByHand bool
	Own    string
}

// ConflictKind is how two changes do not go together.
type ConflictKind uint8

// The kinds of conflicts.
const (
	ConflictFact    ConflictKind = iota // both changed the same fact differently
	ConflictDeleted                     // one deleted what the other changed or uses
	ConflictOrder                       // both put a list into another order
	ConflictName                        // two accounts would have one name
	ConflictCircle                      // somebody would report to themselves in the end
)

// Clash is one question that a merge leaves to people.
type Clash struct {
	Key     string // names it, the same for every way of resolving the others
	Kind    ConflictKind
	Account model.AccountID // "" for the programme and our team
	Name    string          // the account's name
	Subject string          // the thing inside it, "" for the account itself
	Field   string          // what of it, in the words of the registry
	// The fact as it was in the common beginning and as both have it; "" is unknown.
	Base, Mine, Theirs string
	Text               bool // it can be written by hand
}

// What names the fact in a line.
func (c *Clash) What() string {
	words := []string{c.Name}
	if c.Subject != "" && c.Subject != c.Name {
		words = append(words, c.Subject)
	}
	return strings.Join(words, ", ") + ": " + c.Field
}
