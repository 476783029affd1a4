package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"accord/model/words"
	"accord/store/exchange/cells"
)

// tally lists values with their counts, the most frequent first.
func tally(m map[string]int) string {
	keys := sortedKeys(m)
	slices.SortStableFunc(keys, func(a, b string) int { return m[b] - m[a] })
	var out []string
	for i, k := range keys {
		if i == 12 {
			out = append(out, words.T("exchange.more-values", len(keys)-i))
			break
		}
		name := k
		if name == "" {
			name = "(empty)"
		}
		out = append(out, fmt.Sprintf("%s (%d)", cells.Shorten(name), m[k]))
	}
	if len(out) == 0 {
		return "nothing"
	}
	return strings.Join(out, ", ")
}

// lineList lists line numbers in a sentence.
func lineList(lines []int) string {
	var out []string
	for i, n := range lines {
		if i == 8 {
			out = append(out, "…")
			break
		}
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, ", ")
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
