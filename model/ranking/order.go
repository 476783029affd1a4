package ranking

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
)

// Down is the order of METHOD §4: the larger value first, unknown last, equals by
// name and then by place. Values without in are in no order; in is nil when all are.
func Down(values []model.Num, in func(i int) bool, name func(i int32) string) []int32 {
	known, unknown := make([]key, 0, len(values)), []key(nil)
	for i, v := range values {
		switch {
		case in != nil && !in(i):
		case v.Known:
			known = append(known, key{v.V, int32(i)})
		default:
			unknown = append(unknown, key{0, int32(i)})
		}
	}
	slices.SortFunc(known, func(a, b key) int { return cmp.Compare(b.v, a.v) })
	equal := func(a, b key) int { return cmp.Or(strings.Compare(name(a.at), name(b.at)), int(a.at-b.at)) }
	for from := 0; from < len(known); {
		to := from + 1
		for to < len(known) && known[to].v == known[from].v {
			to++
		}
		slices.SortFunc(known[from:to], equal)
		from = to
	}
	slices.SortFunc(unknown, equal)
	keys := append(known, unknown...)
	order := make([]int32, len(keys))
	for k := range keys {
		order[k] = keys[k].at
	}
	return order
}

// key is a value beside its place, so that sorting reads memory in one piece.
type key struct {
	v  float64
	at int32
}
