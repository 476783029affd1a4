package relmap

import (
	"slices"

	"accord/model"
	"accord/model/score"
	"accord/ui/keys"
	"accord/ui/kit"
)

// allLooksWidth is from where on the frame names every look.
const allLooksWidth = 76

// Pane is the relationship map: their seats by who reports to whom, or their
// seats against our team. The cursor is a seat and, in the matrix, a member of
// ours; both are kept by identity.
type Pane struct {
	Look   MapLook
	filter mapFilter
	size   int  // of the boxes of the drawn map, smaller below 0, larger above
	bare   bool // without the side panel
	Seat   model.SeatID
	Member model.MemberID
	Row    int  // where the seat stood last, should it vanish
	col    int  // where the member stood last
	adding bool // a prompt for seats was opened: the cursor follows what comes
	Facts  *mapFacts

	left2, top2     int // first column and level of the drawn map
	top, left, page int // caches of drawing: scroll, and rows on a page
}

func NewPane() *Pane { return &Pane{page: 10} }

// Opened starts at the top of another account.
func (m *Pane) Opened(*kit.Context) { m.Seat, m.Row, m.top, m.adding = "", 0, 0, false }

// Reveal puts the cursor where an edit was taken back or done again: field is
// the id of a seat, a person or a tie, else it is not about this pane.
func (m *Pane) Reveal(c *kit.Context, field string) {
	f := m.Refresh(c)
	a := f.account
	if a == nil {
		return
	}
	if i := slices.IndexFunc(a.Ties, func(t model.Tie) bool { return string(t.ID) == field }); i >= 0 {
		m.Member, field = a.Ties[i].Ours, string(a.Ties[i].Theirs)
	}
	if s := a.SeatOf(model.PersonID(field)); s != nil {
		field = string(s.ID)
	}
	if _, ok := f.index[model.SeatID(field)]; ok {
		m.Seat = model.SeatID(field)
	}
	m.Place()
}

func (m *Pane) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopeMap, keys.ScopeMove} }

// Refresh makes the facts again when the data or the day moved on, and finds
// the cursor in them.
func (m *Pane) Refresh(c *kit.Context) *mapFacts {
	a, g, today := c.Current(), c.Portfolio().Programme(), c.Session.Today()
	if m.Facts.Of(a, g, today, c.Modest()) {
		return m.Facts
	}
	before := m.Facts
	m.Facts = newMapFacts(before, a, g, today, &c.Glyphs, c.Modest())
	m.Follow(before)
	m.Place()
	return m.Facts
}

// Follow moves the cursor to the seat that the open prompt has just added, so
// that its attributes can be given at once.
func (m *Pane) Follow(before *mapFacts) {
	a := m.Facts.account
	if !m.adding || a == nil || len(a.Seats) == 0 || before == nil || before.account == nil || before.account.ID != a.ID {
		return
	}
	newest := a.Seats[len(a.Seats)-1].ID // changes add at the end
	if _, old := before.index[newest]; !old {
		m.Seat = newest
	}
}

// Place finds the cursor by identity; where its seat or member is gone it stays
// on the same line or column.
func (m *Pane) Place() {
	f := m.Facts
	if i, ok := f.index[m.Seat]; ok {
		m.Row = i
	} else {
		m.ToRow(m.Row)
	}
	i := slices.IndexFunc(f.Team(), func(x model.Member) bool { return x.ID == m.Member })
	if i < 0 {
		i = m.col
	}
	m.toCol(i)
}

func (m *Pane) ToRow(i int) {
	m.Row, m.Seat = 0, ""
	if n := len(m.Facts.Rows); n > 0 {
		m.Row = min(max(i, 0), n-1)
		m.Seat = m.Facts.Rows[m.Row].Seat.ID
	}
}

func (m *Pane) toCol(i int) {
	m.col, m.Member = 0, ""
	if n := len(m.Facts.Team()); n > 0 {
		m.col = min(max(i, 0), n-1)
		m.Member = m.Facts.Team()[m.col].ID
	}
}

// Current is the row under the cursor, or nil.
func (m *Pane) Current() *Row {
	if m.Row < len(m.Facts.Rows) {
		return &m.Facts.Rows[m.Row]
	}
	return nil
}

// moved answers the moving keys. In the tree left goes up to the superior and
// right down to the first report; in the matrix they go along our team.
func (m *Pane) moved(k keys.IntentKind) bool {
	switch {
	case m.Look == lookPaths && (k == keys.Up || k == keys.Down):
		m.nextWay(k)
		return true
	case m.Look == LookDrawn && (k == keys.Up || k == keys.Down || k == keys.Left || k == keys.Right):
		m.toBox(k)
		return true
	}
	switch k {
	case keys.Up:
		m.ToRow(m.Row - 1)
	case keys.Down:
		m.ToRow(m.Row + 1)
	case keys.PageUp:
		m.ToRow(m.Row - m.page)
	case keys.PageDown:
		m.ToRow(m.Row + m.page)
	case keys.First:
		m.ToRow(0)
	case keys.Last:
		m.ToRow(len(m.Facts.Rows) - 1)
	case keys.Left, keys.Right:
		m.sideways(k)
	default:
		return false
	}
	return true
}

// toBox goes to the box that lies there: up to the superior, down to the first
// below, sideways along the level.
func (m *Pane) toBox(k keys.IntentKind) {
	r, p := m.Current(), &m.Facts.Plot
	if r == nil {
		return
	}
	if k == keys.Up {
		if boss, ok := m.Facts.index[r.Seat.ReportsTo]; ok {
			m.ToRow(boss)
		}
		return
	}
	best := -1
	for i := range m.Facts.Rows {
		d := p.Col[i] - p.Col[m.Row]
		if k == keys.Left {
			d = -d
		}
		switch {
		case k == keys.Down:
			if i == m.Row+1 && p.Level[i] > p.Level[m.Row] {
				best = i
			}
		case p.Level[i] == p.Level[m.Row] && d > 0 && (best < 0 || d < max(p.Col[best]-p.Col[m.Row], p.Col[m.Row]-p.Col[best])):
			best = i
		}
	}
	if best >= 0 {
		m.ToRow(best)
	}
}

// nextWay goes to the next person that a way in is shown for.
func (m *Pane) nextWay(k keys.IntentKind) {
	if m.Facts.network == nil { // there is no account
		return
	}
	ways := m.Facts.network.Accesses()
	if len(ways) == 0 {
		return
	}
	at := slices.IndexFunc(ways, func(w score.Access) bool { return w.To == m.Seat })
	switch {
	case at < 0:
		at = 0
	case k == keys.Up:
		at = max(0, at-1)
	default:
		at = min(len(ways)-1, at+1)
	}
	m.ToRow(m.Facts.index[ways[at].To])
}

func (m *Pane) sideways(k keys.IntentKind) {
	r, next := m.Current(), m.Row+1
	switch {
	case m.Look == LookMatrix && k == keys.Left:
		m.toCol(m.col - 1)
	case m.Look == LookMatrix:
		m.toCol(m.col + 1)
	case r == nil:
	case k == keys.Left:
		if boss, ok := m.Facts.index[r.Seat.ReportsTo]; ok {
			m.ToRow(boss)
		}
	case next < len(m.Facts.Rows) && m.Facts.Rows[next].depth > r.depth:
		m.ToRow(next)
	}
}
