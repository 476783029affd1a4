package exchange

import (
	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/match"
)

// read is Read once the bytes are there.
func read(data []byte, name string, p *model.Portfolio, o Options) (*Preview, error) {
	if o.Kind != Guess && rowOf(o.Kind) == nil {
		return nil, cells.Refuse(
			name,
			words.T("exchange.choose", kindWords()),
			words.T("exchange.there-no-kind", cells.Quote(string(o.Kind))),
		)
	}
	if k := documentOf(data, name, o.Kind); k != nil {
		return k.document.read(data, name, p, o)
	}
	text, note, err := textOf(data, name)
	if err != nil {
		return nil, err
	}
	o = o.recall(text, p.Programme())
	t, err := openText(text, name, p.Programme(), o)
	if err != nil {
		return nil, err
	}
	if note != "" {
		t.notes = append([]string{note}, t.notes...)
	}
	return readTable(t, p, o)
}

// readTable reads the rows of a table by its kind.
func readTable(t *table, p *model.Portfolio, o Options) (*Preview, error) {
	r := &reader{
		p:       p,
		o:       o,
		t:       t,
		b:       match.New(p, match.Options{NewID: o.NewID, Today: o.Today, Same: o.Same}),
		foreign: map[string]int{},
		unclear: map[string]int{},
		moneys:  map[string]model.Currency{},
		ids:     map[string]int{},
		pv: &Preview{
			Kind:     t.lex.kind,
			File:     t.name,
			Headings: t.heads,
			Lines:    t.lines,
			Rows:     len(t.rows) + t.refused,
			Blank:    t.blank,
			Problems: t.problems,
			Notes:    t.notes,
		},
	}
	if err := r.b.Answers(); err != nil {
		return nil, err
	}
	if err := t.lex.read(r); err != nil {
		return nil, err
	}
	if err := r.b.StrayAnswer(); err != nil && !t.lex.ours { // those name no accounts; a file after them may
		return nil, err
	}
	r.adopt()
	for _, sign := range sortedKeys(r.foreign) {
		r.noteForeign(sign)
	}
	r.askMoney()
	r.pv.Open = t.open
	r.columns()
	r.noteUnused()
	r.noteCustom()
	r.asks()
	r.noteRecalled()
	if err := r.finish(); err != nil {
		return nil, err
	}
	return r.pv, nil
}
