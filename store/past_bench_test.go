package store

import (
	"fmt"
	"os"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/session"
	"accord/store/place"
)

// BenchmarkPast5000 is the past of a file of 50 rich accounts with 5,000 edits:
// opening its history, walking back to its beginning, and reading two snapshots
// and comparing them. PERFORMANCE allows 50 ms each.
func BenchmarkPast5000(b *testing.B) {
	const steps = 5000
	p := richPortfolio(b, 50)
	saved := make(chan State, steps)
	f, err := Create(b.TempDir()+"/accord.db", p, Options{OnState: func(s State) { saved <- s }})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close(0) }()
	first, err := f.Keep(p, "a year ago", model.NewDate(2025, 11, 24), 0)
	if err != nil {
		b.Fatal(err)
	}
	size := fileSize(b, f)
	s := session.New(p, model.NewDate(2026, 11, 24), 0, place.NewID)
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	for i := range steps {
		at = at.Add(time.Minute)
		a := s.Portfolio().At(i * 7 % 50)
		c := edit.Change(edit.SetRating{Account: a.ID, Factor: "importance.capacity", Level: model.LevelOf((i / 50) % 6)})
		if i%3 == 0 {
			c = edit.SetField{Ref: edit.AccountRef(a.ID), Key: "city", Value: fmt.Sprint("city ", i)}
		}
		patch, err := s.Do(c, at)
		if err != nil {
			b.Fatal(err)
		}
		f.Save(patch)
	}
	for st := range saved {
		if st.Err != nil || st.Saved == s.Seq() {
			break
		}
	}
	growth := float64(fileSize(b, f)-size) / float64(s.Seq())
	last, err := f.Keep(s.Portfolio(), "now", s.Today(), s.Seq())
	if err != nil {
		b.Fatal(err)
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			if list, err := f.History(500, ""); err != nil || len(list) != 500 {
				b.Fatal(len(list), err)
			}
		}
		b.ReportMetric(growth, "B-file/edit")
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			if list, err := f.History(0, ""); err != nil || len(list) < steps*9/10 {
				b.Fatal(len(list), err)
			}
		}
	})
	b.Run("back", func(b *testing.B) {
		for b.Loop() {
			if q, err := f.Back(s.Portfolio(), s.Seq(), 0); err != nil || len(q.After) != 50 {
				b.Fatal(err)
			}
		}
	})
	b.Run("compare", func(b *testing.B) {
		for b.Loop() {
			x, err := f.Snapshot(first.ID)
			y, err2 := f.Snapshot(last.ID)
			if err != nil || err2 != nil {
				b.Fatal(err, err2)
			}
			from, to := model.Snapshot{Date: first.Day, Portfolio: x}, model.Snapshot{Date: last.Day, Portfolio: y}
			if d, q := score.Compare(from, to), edit.Between(x, y); len(d) != 100 || len(q.Edits(y.Programme())) < 50 {
				b.Fatal(len(d), len(q.After))
			}
		}
	})
	b.Run("undo", func(b *testing.B) {
		for b.Loop() {
			if undo, _, err := f.Stacks(s.Seq()); err != nil || len(undo) < stackSteps/2 {
				b.Fatal(len(undo), err)
			}
		}
	})
}

func fileSize(b *testing.B, f *File) int64 {
	b.Helper()
	st, err := os.Stat(f.Path())
	if err != nil {
		b.Fatal(err)
	}
	return st.Size()
}
