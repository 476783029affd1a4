package session_test

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
)

// A review in the future cannot be held, and one that was held cannot be moved there.
func TestAReviewInTheFutureCannotBeHeld(t *testing.T) {
	ref := edit.Ref{Account: "a", Of: edit.OfReview, ID: "r"}
	set := func(key, value string) edit.Change { return edit.SetField{Ref: ref, Key: key, Value: value} }
	s := sessiontest.New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "A",
		Reviews: []model.Review{{ID: "r", Text: "autumn", Date: modeltest.Today.AddDays(1)}}}))
	if _, err := s.Do(set("review.held", "yes"), modeltest.Now); err == nil {
		t.Fatal("tomorrow's review is held")
	}
	if _, err := s.Do(edit.Together{set("review.date", modeltest.Today.String()), set("review.held", "yes")}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(set("review.date", modeltest.Today.AddDays(1).String()), modeltest.Now); err == nil {
		t.Error("a review that was held is moved to tomorrow")
	}
}
