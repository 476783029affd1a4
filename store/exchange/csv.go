package exchange

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"

	"accord/model"
)

// Tables lists what WriteCSV can write.
func Tables() []string { return []string{"accounts", "contacts", "actions"} }

// WriteCSV writes one table: what is accounts, contacts or actions. With bom the
// text begins with a byte order mark, which Excel needs to see that it is UTF-8.
// The same portfolio and scores give the same bytes.
func WriteCSV(w io.Writer, p *model.Portfolio, s *model.Scores, what string, bom bool) error {
	return writeCSV(w, p.Accounts(), p, s, what, bom)
}

func writeCSV(w io.Writer, of []*model.Account, p *model.Portfolio, s *model.Scores, what string, bom bool) error {
	t, err := tableOf(what, of, p, s)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if bom {
		b.WriteString("\ufeff")
	}
	c := csv.NewWriter(b)
	c.UseCRLF = true
	write := func(cells []string) error {
		for i := range cells {
			cells[i] = harmless(seen(cells[i]))
		}
		return c.Write(cells)
	}
	if err := write(t.header()); err != nil {
		return err
	}
	for cells := range t.rows {
		if err := write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// harmless keeps a spreadsheet from taking a cell for a formula: an apostrophe
// before = + - @ tab and return, except before plain negative numbers. One more
// apostrophe goes before a text that begins with such a pair already, so that
// reading takes off what writing put on.
func harmless(s string) string {
	if s == "" {
		return s
	}
	if s[0] == '\'' && len(s) > 1 && strings.IndexByte(dangerous+"'", s[1]) >= 0 {
		return "'" + s
	}
	if strings.IndexByte(dangerous, s[0]) >= 0 && !negativeNumber(s) {
		return "'" + s
	}
	return s
}

const dangerous = "=+-@\t\r"

func negativeNumber(s string) bool {
	rest, ok := strings.CutPrefix(s, "-")
	return ok && rest != "" && strings.Trim(rest, "0123456789.") == "" && strings.Count(rest, ".") <= 1 && rest != "."
}
