package edit

import (
	"accord/model"
)

// After is the portfolio as a change would leave it. Previews of several files
// look at each on top of those before it, without a session and its scores.
func After(p *model.Portfolio, today model.Date, newID func() string, c Change) (*model.Portfolio, error) {
	d := NewDraft(p, today, newID)
	if _, err := d.Do(c); err != nil {
		return nil, err
	}
	return d.Patch().Apply(p), nil
}
