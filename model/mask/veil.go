package mask

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/session"
	"accord/model/words"
)

// Veil is an anonymous portfolio beside a real one: the screen shows it, edits go to
// the real one, and the veil follows them account by account. Stand-ins and the scale
// of money are those of the moment it was drawn; State brings them back later.
type Veil struct {
	mask   mask
	real   *model.Portfolio
	shown  *model.Portfolio
	scores *score.Scores
}

// NewVeil hides a portfolio. The key is random; who does not know it cannot try
// out which name stands for whom.
func NewVeil(s *score.Scores, key string) *Veil {
	return newVeil(mask{scale: indexScale(s), home: s.Portfolio().Programme().Currency, key: key}, s)
}

func newVeil(m mask, s *score.Scores) *Veil {
	v := &Veil{mask: m, real: s.Portfolio(), shown: m.portfolio(s.Portfolio())}
	v.scores = score.Of(v.shown, s.Today())
	return v
}

// State is what a file keeps of a veil, so that the stand-ins are the same when
// it is opened again.
func (v *Veil) State() string {
	return strconv.FormatFloat(v.mask.scale, 'g', -1, 64) + " " + v.mask.key
}

// VeilKey is what the stand-ins of a veil of that state are drawn from, "" when it
// cannot be read.
func VeilKey(state string) string {
	_, key, _ := strings.Cut(state, " ")
	return key
}

// OpenVeil hides a portfolio as a veil of that state did. A state that cannot be
// read hides all the same, under other names.
func OpenVeil(state string, s *score.Scores) *Veil {
	scale, key, _ := strings.Cut(state, " ")
	home := s.Portfolio().Programme().Currency
	m := mask{key: key, home: home}
	var err error
	if m.scale, err = strconv.ParseFloat(scale, 64); err != nil || !(m.scale > 0) || key == "" {
		m = mask{scale: indexScale(s), key: "kept " + state, home: home}
	}
	return newVeil(m, s)
}

// Portfolio is what may be seen.
func (v *Veil) Portfolio() *model.Portfolio { return v.shown }

// Scores are the figures of what may be seen.
func (v *Veil) Scores() *score.Scores { return v.scores }

// Follow is the veil over a portfolio that came from the real one by edits: what
// they did not touch is shared.
func (v *Veil) Follow(p *model.Portfolio, today model.Date) *Veil {
	n := &Veil{mask: v.mask, real: p, shown: v.Hide(p)}
	n.mask.home = p.Programme().Currency
	n.scores = v.scores.Rescore(n.shown, today)
	return n
}

// Hide is any portfolio as the veil shows it, one of the past too.
func (v *Veil) Hide(p *model.Portfolio) *model.Portfolio {
	if p == v.real {
		return v.shown
	}
	if p.Programme().Currency != v.mask.home { // other amounts are the index
		m := v.mask
		m.home = p.Programme().Currency
		return m.portfolio(p)
	}
	g, list := v.programme(p.Programme()), make([]*model.Account, len(p.Accounts()))
	for i, a := range p.Accounts() {
		list[i] = v.account(a, i)
	}
	return v.shown.Replaced(g, list).StandsFor(p.Accounts())
}

// account is an account as the veil shows it; i is where it probably stands.
func (v *Veil) account(a *model.Account, i int) *model.Account {
	if a == nil {
		return nil
	}
	if i < 0 || i >= len(v.real.Accounts()) || v.real.Accounts()[i].ID != a.ID {
		i = v.real.Index(a.ID)
	}
	if i >= 0 && v.real.Accounts()[i] == a {
		return v.shown.Accounts()[i]
	}
	return v.mask.account(a)
}

func (v *Veil) programme(g *model.Programme) *model.Programme {
	switch {
	case g == nil:
		return nil
	case g == v.real.Programme():
		return v.shown.Programme()
	case g.Pack == v.real.Programme().Pack:
		return v.mask.programme(g, v.shown.Programme().Pack)
	}
	return v.mask.programme(g, nil)
}

// Patch is a step as the veil tells it: its label may hold words that people typed.
func (v *Veil) Patch(p *edit.Patch) *edit.Patch {
	q := *p
	q.Label = words.New("mask.an-edit")
	if p.Kind == edit.StepImport {
		q.Label = words.New("mask.an-import")
	}
	q.Before, q.After = make([]*model.Account, len(p.Before)), make([]*model.Account, len(p.After))
	for i := range p.After {
		q.Before[i], q.After[i] = v.account(p.Before[i], -1), v.account(p.After[i], -1)
	}
	q.ProgrammeBefore, q.ProgrammeAfter = v.programme(p.ProgrammeBefore), v.programme(p.ProgrammeAfter)
	q.Programme = v.programme(p.Programme)
	return &q
}

// Moment is a moment as the veil tells it: when, which account, how much; what was
// changed from what to what would tell. Levels and days stay: they are shown anyway.
func (v *Veil) Moment(m session.Moment) session.Moment {
	m.Label, m.Fact, m.Facts = words.T("mask.an-edit"), edit.Edit{}, min(m.Facts, 0)
	if m.Kind == edit.StepImport {
		m.Label = words.T("mask.an-import")
	}
	if f, err := edit.FieldByKey(v.shown.Programme(), m.Place.Field); err == nil && m.Snapshot == 0 {
		m.Label = words.T("mask.an-edit-of", f.Label)
	}
	if m.Snapshot != 0 {
		m.Name = words.T("mask.no", strconv.FormatUint(m.Snapshot, 10))
	}
	return m
}
