package exchange

import (
	"io"

	"accord/model"
)

// WriteCSV writes one table: what is accounts, contacts or actions. With bom the
// text begins with a byte order mark, which Excel needs to see that it is UTF-8.
func WriteCSV(w io.Writer, p *model.Portfolio, s *model.Scores, what string, bom bool) error {
	panic("todo")
}

func read(data []byte, name string, p *model.Portfolio, o Options) (*Preview, error) { panic("todo") }
