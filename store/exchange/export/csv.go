package export

import (
	"bufio"
	"io"

	"accord/model"
	"accord/model/score"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// WriteCSV writes one table: what is accounts, contacts or actions. With bom the
// text begins with a byte order mark, which Excel needs to see that it is UTF-8.
// The same portfolio and scores give the same bytes.
func WriteCSV(w io.Writer, p *model.Portfolio, s *score.Scores, what string, bom bool) error {
	return writeCSV(w, p.Accounts(), p, s, what, bom)
}

func writeCSV(w io.Writer, of []*model.Account, p *model.Portfolio, s *score.Scores, what string, bom bool) error {
	t, err := tableOf(what, of, p, s)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	c, err := csv.NewWriter(b, bom)
	if err != nil {
		return err
	}
	row := func(record []string) error {
		for i := range record {
			record[i] = cells.Seen(record[i])
		}
		return c.Row(record...)
	}
	if err := row(t.header()); err != nil {
		return err
	}
	for record := range t.rows {
		if err := row(record); err != nil {
			return err
		}
	}
	if err := c.Flush(); err != nil {
		return err
	}
	return b.Flush()
}
