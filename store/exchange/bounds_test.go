package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"accord/model"
)

// Files that are small and come to much, or that are made to be slow, are refused
// with a sentence or read in a time that grows with their size: a test that does not
// end shows it.
func TestFilesMadeToBeLarge(t *testing.T) {
	cases := []struct {
		name string
		data []byte
		want string // of the error; "" is none
	}{
		{"a row far below", sheetOf(t, `<worksheet><row r="999999999"><c t="str"><v>Account Name</v></c></row></worksheet>`, ""), "no heading is known"},
		{"a million columns", []byte("Account Name" + strings.Repeat(",x", 1_000_000) + "\nAcme\n"), "no heading is known"},
		{"a million columns below", []byte("Account Name,City\nAcme,Rome\nBeta" + strings.Repeat(",x", 1_000_000) + "\n"), ""},
		{"a large cell", []byte("Account Name,Description\nAcme,\"" + strings.Repeat("word ", 2<<20) + "\"\n"), ""},
		{"a number of a million digits", []byte("Account Name,Employees,Annual Revenue\nAcme," + strings.Repeat("9", 1<<20) + "," + strings.Repeat("1,", 1<<10) + "\n"), ""},
		{"quotes that never close", []byte("Account Name,City\n" + strings.Repeat("\"\n", 1) + strings.Repeat("\",\"\n", 400_000)), ""},
		{"more quotes", []byte("Account Name,City\n" + strings.Repeat("\"a\"\",\n", 200_000)), ""},
		{"too many rows", []byte("Account Name,City\n" + strings.Repeat("\n", maxLines+2)), "more than 2000000 rows"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(bytes.NewReader(c.data), "x.csv", model.EmptyPortfolio(), options(Guess))
			if got := fmt.Sprint(err); (err == nil) != (c.want == "") || err != nil && !strings.Contains(got, c.want) {
				t.Errorf("%.300s, want %q", got, c.want)
			}
		})
	}
}
