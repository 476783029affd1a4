package ranking_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"accord/model"
	"accord/model/ranking"
)

// random is n values with ties and unknown ones, and names of which some are equal.
func random(r *rand.Rand, n int) (values []model.Num, names []string) {
	for range n {
		v := model.Some(float64(r.IntN(n/2+1) - n/8))
		if r.IntN(6) == 0 {
			v = model.Num{V: r.Float64()} // what an unknown number holds does not matter
		}
		values = append(values, v)
		names = append(names, fmt.Sprint("name ", r.IntN(n)))
	}
	return values, names
}

// Down is a stable sort by three keys, written here the long way.
func TestDownIsTheOrderOfTheMethod(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		values, names := random(r, 1+r.IntN(60))
		out := r.IntN(len(values))
		var want []int32
		for i := range values {
			if i != out {
				want = append(want, int32(i))
			}
		}
		slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(names[a], names[b]) })
		slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(height(values[b]), height(values[a])) })
		got := ranking.Down(values, func(i int) bool { return i != out }, func(i int32) string { return names[i] })
		if !slices.Equal(got, want) {
			t.Fatalf("%v %q:\n%v, want\n%v", values, names, got, want)
		}
	}
}

func height(v model.Num) float64 {
	if v.Known {
		return v.V
	}
	return math.Inf(-1)
}

// Spearman is Pearson's correlation of the average ranks, over those that are ranked.
func TestSpearmanIsTheCorrelationOfAverageRanks(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		a, _ := random(r, 2+r.IntN(60))
		b, _ := random(r, len(a))
		name := func(i int32) string { return "" }
		var order []int32
		var descending, x, y []float64
		values := make([]float64, len(b))
		for i := range b {
			values[i] = b[i].V
		}
		for _, i := range ranking.Down(a, nil, name) {
			if a[i].Known && b[i].Known {
				order, descending = append(order, i), append(descending, a[i].V)
				x, y = append(x, a[i].V), append(y, b[i].V)
			}
		}
		got := ranking.Of(order, descending, len(a)).Spearman(ranking.Down(b, nil, name), values)
		want := pearson(averageRanks(x), averageRanks(y))
		if got.Known == math.IsNaN(want) || got.Known && math.Abs(got.V-want) > 1e-9 {
			t.Fatalf("%v, want %v\n%v\n%v", got, want, x, y)
		}
	}
}

func averageRanks(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		below, equal := 0, 0
		for _, w := range values {
			if w < v {
				below++
			} else if w == v {
				equal++
			}
		}
		out[i] = float64(below) + float64(equal+1)/2
	}
	return out
}

func pearson(x, y []float64) float64 {
	mx, my := mean(x), mean(y)
	var xy, xx, yy float64
	for i := range x {
		xy, xx, yy = xy+(x[i]-mx)*(y[i]-my), xx+(x[i]-mx)*(x[i]-mx), yy+(y[i]-my)*(y[i]-my)
	}
	return xy / math.Sqrt(xx*yy)
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

func TestEachDoesEverythingOnce(t *testing.T) {
	for _, n := range []int{0, 1, 255, 256, 257, 1000, 4096} {
		done := make([]int32, n)
		ranking.Each(n, func(i int) { atomic.AddInt32(&done[i], 1) })
		for i, times := range done {
			if times != 1 {
				t.Fatalf("%d of %d was done %d times", i, n, times)
			}
		}
		var sum atomic.Int32
		ranking.Together(n, func() { sum.Add(1) }, func() { sum.Add(2) }, func() { sum.Add(4) })
		if sum.Load() != 7 {
			t.Errorf("of size %d: %03b", n, sum.Load())
		}
	}
}
