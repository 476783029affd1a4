package bidi

import (
	"slices"
	"unicode/utf8"
)

// Reorder is rule L2: for each visual place, the logical index.
func Reorder(levels []int) []int {
	order := make([]int, len(levels))
	highest, lowestOdd := 0, maxDepth+2
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l&1 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd; l-- {
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && levels[order[j]] >= l {
				j++
			}
			if j > i {
				slices.Reverse(order[i:j])
				i = j
			}
		}
	}
	return order
}

var mirrors = func() map[rune]rune {
	m := map[rune]rune{}
	for _, p := range []string{"()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "⟨⟩", "≪≫", "⌈⌉", "⌊⌋", "（）", "［］", "｛｝", "「」", "『』", "《》", "〈〉"} {
		a, n := utf8.DecodeRuneInString(p)
		b, _ := utf8.DecodeRuneInString(p[n:])
		m[a], m[b] = b, a
	}
	return m
}()

// mirrorFirst is rule L4 for a cluster whose first character has a mirror.
func mirrorFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if m, ok := mirrors[r]; ok {
		return string(m) + s[n:]
	}
	return s
}
