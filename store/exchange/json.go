package exchange

import (
	"io"

	"accord/model"
)

// WriteJSON writes everything in the portfolio as one JSON document. The same
// portfolio gives the same bytes, and ReadJSON gives it back equal.
func WriteJSON(w io.Writer, p *model.Portfolio) error { panic("todo") }

// ReadJSON reads a portfolio that WriteJSON wrote.
func ReadJSON(r io.Reader) (*model.Portfolio, error) { panic("todo") }
