package sessiontest

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/session"
)

func New(p *model.Portfolio) *session.Session {
	return session.New(p, modeltest.Today, 0, modeltest.IDs())
}

// Sitting is what a random change is made for: a session, or a Light one.
type Sitting interface {
	Portfolio() *model.Portfolio
	Today() model.Date
	NewID() string
}

// Light is a sitting without figures, for versions that are grown by the thousand.
type Light struct {
	Now    *model.Portfolio
	Day    model.Date
	IDs    func() string
	Before []*model.Portfolio // what it was, oldest first
}

// Portfolio is the present state.
func (l *Light) Portfolio() *model.Portfolio { return l.Now }

// Today is the day it is.
func (l *Light) Today() model.Date { return l.Day }

// NewID is a fresh identifier.
func (l *Light) NewID() string { return l.IDs() }

// Do makes a change if it can be made.
func (l *Light) Do(c edit.Change) {
	if p, err := edit.After(l.Now, l.Day, l.IDs, c); err == nil {
		l.Before, l.Now = append(l.Before, l.Now), p
	}
}

// WorkshopSession is a workshop over two accounts.
func WorkshopSession(t *testing.T) *session.Session {
	t.Helper()
	s := New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "Alpha"}, &model.Account{ID: "b", Name: "Beta"}))
	DoAll(
		t,
		s,
		edit.BeginWorkshop{Workshop: model.ReadyAgendas()[0].Workshop("Review of Alpha", modeltest.Today, s.NewID)},
		edit.ScopeAccount{Account: "a"},
		edit.ScopeAccount{Account: "b"},
		edit.SetParticipant{
			Was:         "",
			Participant: model.Participant{Initials: "AL", Function: "sales", Theirs: false, Account: ""},
		},
		edit.SetParticipant{
			Was:         "",
			Participant: model.Participant{Initials: "BK", Function: "finance", Theirs: false, Account: ""},
		},
		edit.SetParticipant{
			Was:         "",
			Participant: model.Participant{Initials: "PO", Function: "operations", Theirs: true, Account: "a"},
		},
	)
	return s
}

func DoAll(t *testing.T, s *session.Session, changes ...edit.Change) {
	t.Helper()
	for _, c := range changes {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
}
