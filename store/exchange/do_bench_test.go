package exchange

import (
	"testing"
	"time"

	"accord/model"
	"accord/model/session"
)

// BenchmarkDoLargeImport is what the screen waits for when somebody agrees to
// 10,000 accounts with 100,000 transactions: the change itself, scores included.
func BenchmarkDoLargeImport(b *testing.B) {
	pv := preview(b, manyRows(100_000, 10_000), model.EmptyPortfolio(), options(Transactions))
	for b.Loop() {
		s := session.New(model.EmptyPortfolio(), today, 0, counter())
		if _, err := s.Do(pv.Change, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
}
