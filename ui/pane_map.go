package ui

import (
	"slices"

	"accord/model"
	"accord/model/score"
	"accord/ui/widget"
)

// mapLook is one of the ways the same people are shown.
type mapLook uint8

const (
	lookTree mapLook = iota
	lookMatrix
	lookZipper
	lookPaths
	lookDrawn
	lookCount
)

// allLooksWidth is from where on the frame names every look.
const allLooksWidth = 64

// mapLooks name the looks.
var mapLooks = [lookCount]string{"tree", "matrix", "zipper", "paths", "map"}

// mapPane is the relationship map: their seats by who reports to whom, or their
// seats against our team. The cursor is a seat and, in the matrix, a member of
// ours; both are kept by identity.
type mapPane struct {
	look   mapLook
	filter mapFilter
	size   int  // of the boxes of the drawn map, smaller below 0, larger above
	bare   bool // without the side panel
	seat   model.SeatID
	member model.MemberID
	row    int  // where the seat stood last, should it vanish
	col    int  // where the member stood last
	adding bool // a prompt for seats was opened: the cursor follows what comes
	facts  *mapFacts

	left2, top2     int // first column and level of the drawn map
	top, left, page int // caches of drawing: scroll, and rows on a page
}

func newMapPane() *mapPane { return &mapPane{page: 10} }

// opened starts at the top of another account.
func (m *mapPane) opened(*ctx) { m.seat, m.row, m.top, m.adding = "", 0, 0, false }

// reveal puts the cursor where an edit was taken back or done again: field is
// the id of a seat, a person or a tie, else it is not about this pane.
func (m *mapPane) reveal(c *ctx, field string) {
	f := m.refresh(c)
	a := f.account
	if a == nil {
		return
	}
	if i := slices.IndexFunc(a.Ties, func(t model.Tie) bool { return string(t.ID) == field }); i >= 0 {
		m.member, field = a.Ties[i].Ours, string(a.Ties[i].Theirs)
	}
	if s := a.SeatOf(model.PersonID(field)); s != nil {
		field = string(s.ID)
	}
	if _, ok := f.index[model.SeatID(field)]; ok {
		m.seat = model.SeatID(field)
	}
	m.place()
}

func (m *mapPane) scopes(*ctx) []scope { return []scope{scopeMap, scopeMove} }

// refresh makes the facts again when the data or the day moved on, and finds
// the cursor in them.
func (m *mapPane) refresh(c *ctx) *mapFacts {
	a, g, today := c.current(), c.portfolio().Programme(), c.session.Today()
	if m.facts.of(a, g, today, c.modest()) {
		return m.facts
	}
	before := m.facts
	m.facts = newMapFacts(before, a, g, today, &c.glyphs, c.modest())
	m.follow(before)
	m.place()
	return m.facts
}

// follow moves the cursor to the seat that the open prompt has just added, so
// that its attributes can be given at once.
func (m *mapPane) follow(before *mapFacts) {
	a := m.facts.account
	if !m.adding || a == nil || len(a.Seats) == 0 || before == nil || before.account == nil || before.account.ID != a.ID {
		return
	}
	newest := a.Seats[len(a.Seats)-1].ID // changes add at the end
	if _, old := before.index[newest]; !old {
		m.seat = newest
	}
}

// place finds the cursor by identity; where its seat or member is gone it stays
// on the same line or column.
func (m *mapPane) place() {
	f := m.facts
	if i, ok := f.index[m.seat]; ok {
		m.row = i
	} else {
		m.toRow(m.row)
	}
	i := slices.IndexFunc(f.team(), func(x model.Member) bool { return x.ID == m.member })
	if i < 0 {
		i = m.col
	}
	m.toCol(i)
}

func (m *mapPane) toRow(i int) {
	m.row, m.seat = 0, ""
	if n := len(m.facts.rows); n > 0 {
		m.row = min(max(i, 0), n-1)
		m.seat = m.facts.rows[m.row].seat.ID
	}
}

func (m *mapPane) toCol(i int) {
	m.col, m.member = 0, ""
	if n := len(m.facts.team()); n > 0 {
		m.col = min(max(i, 0), n-1)
		m.member = m.facts.team()[m.col].ID
	}
}

// current is the row under the cursor, or nil.
func (m *mapPane) current() *mapRow {
	if m.row < len(m.facts.rows) {
		return &m.facts.rows[m.row]
	}
	return nil
}

func (m *mapPane) handle(c *ctx, in Intent) Outcome {
	f := m.refresh(c)
	m.adding = false
	if c.modest() && (hidesFromRoom[in.Kind] || !c.mayShow(roomLooks, m.look) && (in.Kind == Add || in.Kind == AddBelow || in.Kind == Delete)) {
		return refusing(in.Kind, oursWords)
	}
	if m.moved(in.Kind) {
		return done()
	}
	switch in.Kind {
	case NextLook:
		m.look = (m.look + 1) % lookCount
		return done()
	case Larger, Smaller:
		return m.resize(in.Kind)
	case FadeOthers:
		m.filter = (m.filter + 1) % filterCount
		return say("standing out: " + filterWords[m.filter])
	case AddOurs:
		return open(newPrompt(askMember, "", ""))
	}
	if f.account == nil {
		return m.withoutSeat(in, "There is no account yet: add one in the list of accounts.")
	}
	r := m.current()
	if in.Kind == Add || in.Kind == AddBelow {
		return m.addSeat(r, in.Kind)
	}
	if r == nil {
		return m.withoutSeat(in, "Nobody here yet: a adds a seat.")
	}
	if out := m.onSeat(c, r, in); out.Done {
		return out
	}
	if out := m.onPerson(c, r, in); out.Done {
		return out
	}
	return m.onTie(c, r, in)
}

// withoutSeat refuses what needs a seat under the cursor.
func (m *mapPane) withoutSeat(in Intent, why string) Outcome {
	switch in.Kind {
	case Add, AddBelow, NamePerson, CycleInfluence, CycleSupport, CycleCoverage, CycleRole, CycleFunction, CycleTarget, MoveUnder, MetToday,
		SetUnknown, Raise, Lower, Details, Delete, Rate, Explain, Copy, Influence, Quarrel, Knows, Leave, MergeInto, Judge, AddAbove, CycleAdaptability, CycleOrientation, ToggleConfirmed, LinkGoal:
		return refusing(in.Kind, why)
	}
	return Outcome{}
}

// moved answers the moving keys. In the tree left goes up to the superior and
// right down to the first report; in the matrix they go along our team.
func (m *mapPane) moved(k IntentKind) bool {
	switch {
	case m.look == lookPaths && (k == Up || k == Down):
		m.nextWay(k)
		return true
	case m.look == lookDrawn && (k == Up || k == Down || k == Left || k == Right):
		m.toBox(k)
		return true
	}
	switch k {
	case Up:
		m.toRow(m.row - 1)
	case Down:
		m.toRow(m.row + 1)
	case PageUp:
		m.toRow(m.row - m.page)
	case PageDown:
		m.toRow(m.row + m.page)
	case First:
		m.toRow(0)
	case Last:
		m.toRow(len(m.facts.rows) - 1)
	case Left, Right:
		m.sideways(k)
	default:
		return false
	}
	return true
}

// toBox goes to the box that lies there: up to the superior, down to the first
// below, sideways along the level.
func (m *mapPane) toBox(k IntentKind) {
	r, p := m.current(), &m.facts.plot
	if r == nil {
		return
	}
	if k == Up {
		if boss, ok := m.facts.index[r.seat.ReportsTo]; ok {
			m.toRow(boss)
		}
		return
	}
	best := -1
	for i := range m.facts.rows {
		d := p.col[i] - p.col[m.row]
		if k == Left {
			d = -d
		}
		switch {
		case k == Down:
			if i == m.row+1 && p.level[i] > p.level[m.row] {
				best = i
			}
		case p.level[i] == p.level[m.row] && d > 0 && (best < 0 || d < max(p.col[best]-p.col[m.row], p.col[m.row]-p.col[best])):
			best = i
		}
	}
	if best >= 0 {
		m.toRow(best)
	}
}

// nextWay goes to the next person that a way in is shown for.
func (m *mapPane) nextWay(k IntentKind) {
	if m.facts.network == nil { // there is no account
		return
	}
	ways := m.facts.network.Accesses()
	if len(ways) == 0 {
		return
	}
	at := slices.IndexFunc(ways, func(w score.Access) bool { return w.To == m.seat })
	switch {
	case at < 0:
		at = 0
	case k == Up:
		at = max(0, at-1)
	default:
		at = min(len(ways)-1, at+1)
	}
	m.toRow(m.facts.index[ways[at].To])
}

func (m *mapPane) sideways(k IntentKind) {
	r, next := m.current(), m.row+1
	switch {
	case m.look == lookMatrix && k == Left:
		m.toCol(m.col - 1)
	case m.look == lookMatrix:
		m.toCol(m.col + 1)
	case r == nil:
	case k == Left:
		if boss, ok := m.facts.index[r.seat.ReportsTo]; ok {
			m.toRow(boss)
		}
	case next < len(m.facts.rows) && m.facts.rows[next].depth > r.depth:
		m.toRow(next)
	}
}

// draw comes to the frame last: its title says what the map had no room for.
func (m *mapPane) draw(c *ctx, cv widget.Canvas, focus bool) {
	f, g := m.refresh(c), cv.Glyphs()
	inside, missing := cv.Sub(cv.Rect().Inset(1)), ""
	if !c.mayShow(roomLooks, m.look) {
		drawOurs(inside)
	} else if len(f.rows) == 0 {
		m.drawEmpty(inside)
	} else {
		missing = m.drawLook(inside, focus).words()
	}
	looks := m.lookWords(g.Sep, cv.W())
	cv.Box(cv.Rect(), m.title(cv.W()-9-len(looks), missing, g.Dash), looks, focus)
}

// drawLook draws the people and the lines under them, and answers what of a drawn
// map was left out.
func (m *mapPane) drawLook(inside widget.Canvas, focus bool) (left undrawn) {
	foot := min(2, max(0, inside.H()-3))
	feet, body := inside.Rect().SplitBottom(foot)
	body = m.splitPanel(inside, body)
	switch m.look {
	case lookMatrix:
		m.drawMatrix(inside.Sub(body), focus)
	case lookZipper:
		m.drawZipper(inside.Sub(body))
	case lookPaths:
		m.drawPaths(inside.Sub(body), focus)
	case lookDrawn:
		left = m.drawDrawn(inside.Sub(body), focus)
	default:
		m.drawTree(inside.Sub(body), focus)
	}
	m.drawFoot(inside.Sub(feet))
	return left
}

// title names the account too where there is room; what is missing matters more.
func (m *mapPane) title(room int, missing, dash string) string {
	title := "2 Relationship map"
	if words := m.filter.words(m.facts); words != "" {
		title += ": " + words
	}
	if missing != "" && room < len(title)+3+len(missing) {
		title = "2 Map"
	}
	if missing != "" {
		title += ": " + missing
	}
	if left := room - len(title) - 3; m.facts.account != nil && left >= 6 {
		title += " " + dash + " " + widget.Cut(m.facts.account.Name, left)
	}
	return title
}

// lookWords names the looks; the one in use stands in brackets.
func (m *mapPane) lookWords(sep string, w int) string {
	if w < allLooksWidth {
		return "[" + mapLooks[m.look] + "]"
	}
	out := ""
	for i, w := range mapLooks {
		if i > 0 {
			out += " " + sep + " "
		}
		if mapLook(i) == m.look {
			w = "[" + w + "]"
		}
		out += w
	}
	return out
}
