package session_test

import (
	"bytes"
	"math"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
)

// Whatever is typed, a reader gives a value that prints and reads as itself, or an
// error; it never panics.
func FuzzWhatIsTyped(f *testing.F) {
	for _, s := range []string{"", "-", "2026-11-24", "2026-02-30", "-0001-01-01", "1,234.50", "1.234,5", "(12.5)", "12k", "1.5m", "2000 USD", "k", "9e999", "−5", "999999999999999m", "5", "n/a", "AL, BK; CM", "a/b", "₪ 1'000", "\x00", "שלום", "\xff"} {
		f.Add(s)
	}
	g := model.NewProgramme()
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := model.ParseDate(s); err == nil {
			if again, err := model.ParseDate(d.String()); err != nil || again != d {
				t.Errorf("the day %q prints %q, which reads as %v, %v", s, d, again, err)
			}
		}
		if v, err := model.ParseNumber(s); err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
			t.Errorf("%q is the number %v", s, v)
		}
		if m, err := model.ParseMoney(s, "EUR"); err == nil && m.Known() {
			if again, err := model.ParseMoney(m.Plain(), m.Currency); err != nil || again != m {
				t.Errorf("the amount %q prints %q, which reads as %+v instead of %+v, %v", s, m.Plain(), again, m, err)
			}
		}
		if list, err := model.ParseRaters(s); err == nil && (len(list) == 0 || len(list) > 40) {
			t.Errorf("%q names %d raters", s, len(list))
		}
		_ = edit.GuessFunction(s)
		for _, in := range g.MethodPack().Instruments {
			if l, err := edit.ParseLevel(&in, "x", s); err == nil && l.Known() && (l.Int() < in.Min || l.Int() > in.Max) {
				t.Errorf("%q is level %d of %s, which goes from %d to %d", s, l.Int(), in.Key, in.Min, in.Max)
			}
		}
	})
}

// A method pack from anywhere is refused, or scores and writes as itself.
func FuzzPack(f *testing.F) {
	whole, err := model.DefaultPack().Text()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	for _, s := range []string{"", "{}", `{"instruments":[{"key":"importance","min":0,"max":5,"factors":[{"key":"capacity","weight":1}]}]}`, `{"instruments":[{"key":"x","min":0,"max":300}]}`, `{"settings":{"half":-1}}`, "[1,2"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := model.ParsePack(text)
		if err != nil {
			return
		}
		g := model.NewProgramme()
		g.Pack = p
		portfolio, err := model.NewPortfolio(g, []*model.Account{{ID: "a", Name: "A", Ratings: map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(3)}}}})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = score.Of(portfolio, model.NewDate(2026, 11, 24)).Explain("a", "importance")
		again, err := p.Text()
		if err != nil {
			t.Fatalf("a pack that was read cannot be written: %v", err)
		}
		q, err := model.ParsePack(again)
		if err != nil {
			t.Fatalf("a pack that was written cannot be read: %v", err)
		}
		if twice, err := q.Text(); err != nil || !bytes.Equal(again, twice) {
			t.Error("a pack reads as another than was written")
		}
	})
}
