package merge3

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
	"accord/model/words"
)

// What the other file holds comes in, longer than what may be typed here or not.
func TestAMergeBringsWhatIsLongerThanItsBound(t *testing.T) {
	base := modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A"})
	long := &model.Account{ID: "a", Name: "A", City: strings.Repeat("x", model.MaxName*20)}
	theirs := modeltest.PortfolioOf(t, long)
	m, err := Merge(base, base, theirs)
	if err != nil {
		t.Fatal(err)
	}
	s := sessiontest.New(base)
	if _, err := s.Do(m.Change(m.Result(), words.Plain("merge")), modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if s.Portfolio().Account("a").City != long.City {
		t.Error("the long text did not come in")
	}
	set := edit.SetField{Ref: edit.AccountRef("a"), Key: "country", Value: strings.Repeat("y", model.MaxName*20)}
	if _, err := s.Do(set, modeltest.Now); err == nil {
		t.Error("typed here, a text of that length is taken")
	}
}
