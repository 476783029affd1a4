package exchange

import (
	"bufio"
	"io"

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
	c, err := newCSVWriter(b, bom)
	if err != nil {
		return err
	}
	row := func(cells []string) error {
		for i := range cells {
			cells[i] = seen(cells[i])
		}
		return c.Row(cells...)
	}
	if err := row(t.header()); err != nil {
		return err
	}
	for cells := range t.rows {
		if err := row(cells); err != nil {
			return err
		}
	}
	if err := c.Flush(); err != nil {
		return err
	}
	return b.Flush()
}
