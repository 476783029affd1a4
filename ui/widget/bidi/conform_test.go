package bidi

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The sample is the first hundred and every 12th case of Unicode's
// BidiCharacterTest.txt. A copy of the whole file is checked too when
// BIDI_CHARACTER_TEST names it.
func TestConformance(t *testing.T) {
	f, err := os.Open("testdata/BidiCharacterTest.sample.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	if n := conform(t, z); n < 7000 {
		t.Errorf("only %d cases in the sample", n)
	}
	if name := os.Getenv("BIDI_CHARACTER_TEST"); name != "" {
		whole, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer whole.Close()
		t.Logf("%d cases in %s", conform(t, whole), name)
	}
}

// conform checks every case of r and returns how many there were.
func conform(t *testing.T, r io.Reader) int {
	t.Helper()
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	n, bad := 0, 0
	for sc.Scan() {
		if l := sc.Text(); l != "" && l[0] != '#' {
			n++
			if !conforms(t, strings.Split(l, ";")) {
				if bad++; bad <= 5 {
					t.Errorf("case %s", l)
				}
			}
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	if bad > 0 {
		t.Errorf("%d of %d cases wrong", bad, n)
	}
	return n
}

// conforms checks one case: code points, direction, paragraph level, levels
// (x where the character is removed) and visual order.
func conforms(t *testing.T, field []string) bool {
	t.Helper()
	var rs []rune
	for _, h := range strings.Fields(field[0]) {
		v, err := strconv.ParseInt(h, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, rune(v))
	}
	levels, base := Levels(rs, map[string]Dir{"0": LTR, "1": RTL, "2": Auto}[field[1]])
	var kept, keptLevels []int
	for i, want := range strings.Fields(field[3]) {
		if want == "x" {
			continue
		}
		if strconv.Itoa(levels[i]) != want {
			return false
		}
		kept, keptLevels = append(kept, i), append(keptLevels, levels[i])
	}
	var order []string
	for _, v := range Reorder(keptLevels) {
		order = append(order, strconv.Itoa(kept[v]))
	}
	return strconv.Itoa(base) == field[2] && slices.Equal(order, strings.Fields(field[4]))
}
