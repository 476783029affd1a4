package relmap

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// mapFacts is what both looks of the relationship map show: the seats in
// reading order with their ties, and the indexes. It is made once for an
// account, a programme and a day, and never changed.
type mapFacts struct {
	modest    bool           // what is ours alone stays out
	whole     *model.Account // with what stays out
	account   *model.Account
	programme *model.Programme
	ours      []model.Member // our team, who has to do with the account first where it is large
	near      int            // how many of these have to do with it
	today     model.Date
	Rows      []Row
	index     map[model.SeatID]int
	score     score.Relationship
	Plot      plot
	glyphs    *theme.Glyphs
	network   *score.Graph
	gates     map[model.SeatID]bool                       // gatekeepers
	cuts      map[model.SeatID]int                        // key players whom only this seat leads to
	widest    struct{ seat, short, name, box, flags int } // cells the texts would take; short is the seat in the matrix, box the whole box
}

// Row is one seat with what is known of it.
type Row struct {
	Seat   *model.Seat
	person *model.Person // nil while nobody is named
	depth  int
	lines  string   // tree lines in front of the title
	ties   []mapTie // one for each member of our team, in the team's order
	best   int      // index of the tie that stands for the row, -1 without one
	known  int      // how many of ours have a tie
	last   int      // days since the freshest contact, -1 unknown
	stale  bool
	flags  []mapFlag
	gate   bool // many of the shortest ways lead through here
	cuts   int  // key players whom nobody else leads to
}

// mapTie is one of ours with one of theirs; the tie is nil where there is none.
type mapTie struct {
	*model.Tie
	strength float64
}

// mapFlag is a warning in words.
type mapFlag struct {
	word  string
	style theme.Style
}

func (f *mapFacts) Team() []model.Member { return f.ours }

// drawn are those of ours that the drawn map names: of a large team those who have
// to do with the account.
func (f *mapFacts) drawn() []model.Member {
	if len(f.ours) <= manyOurs {
		return f.ours
	}
	n := f.near
	for i := range f.account.Ties { // one of the others may know somebody since
		n = max(n, 1+slices.IndexFunc(f.ours, func(m model.Member) bool { return m.ID == f.account.Ties[i].Ours }))
	}
	return f.ours[:n]
}

// manyOurs is how many of ours can stand side by side in the order of the team.
const manyOurs = 8

// arrange puts our team in order. While an account stays on the screen the order
// does too, so that no column moves away under the keys.
func (f *mapFacts) arrange(before *mapFacts) {
	team := f.programme.Team
	if f.ours, f.near = team, len(team); len(team) <= manyOurs {
		return
	}
	if before != nil && before.account != nil && before.account.ID == f.account.ID &&
		slices.Equal(memberIDs(before.programme.Team), memberIDs(team)) {
		order := memberIDs(before.ours)
		f.ours, f.near = slices.Clone(team), before.near
		slices.SortFunc(f.ours, func(x, y model.Member) int { return slices.Index(order, x.ID) - slices.Index(order, y.ID) })
		return
	}
	a := f.account
	var near, far []model.Member
	for _, m := range team {
		tied := slices.ContainsFunc(a.Ties, func(t model.Tie) bool { return t.Ours == m.ID })
		if tied || m.ID == a.Manager || m.ID == a.Sponsor || strings.EqualFold(m.Name, a.Owner) {
			near = append(near, m)
		} else {
			far = append(far, m)
		}
	}
	f.ours, f.near = slices.Concat(near, far), len(near)
}

func memberIDs(team []model.Member) []model.MemberID {
	out := make([]model.MemberID, len(team))
	for i := range team {
		out[i] = team[i].ID
	}
	return out
}

// Of reports whether the facts are those of this account, programme and day.
func (f *mapFacts) Of(a *model.Account, g *model.Programme, today model.Date, modest bool) bool {
	return f != nil && f.modest == modest && f.whole == a && f.programme == g && f.today == today
}

func newMapFacts(
	before *mapFacts,
	a *model.Account,
	g *model.Programme,
	today model.Date,
	gl *theme.Glyphs,
	modest bool,
) *mapFacts {
	whole := a
	if modest && a != nil {
		a = a.ForRoom() // everything is drawn from this: nothing else can be shown
	}
	f := &mapFacts{
		modest:    modest,
		whole:     whole,
		account:   a,
		programme: g,
		today:     today,
		glyphs:    gl,
		index:     map[model.SeatID]int{},
	}
	if a == nil {
		return f
	}
	f.arrange(before)
	f.score = score.ScoreRelationship(a, g, today)
	f.Rows = mapOrder(a, gl)
	at := f.seatPeople()
	f.joinTies(at)
	f.drawGraph()
	f.Plot = plotOf(f.Rows)
	uncovered := map[model.SeatID]bool{}
	for _, id := range f.score.WithoutCover {
		uncovered[id] = true
	}
	for i := range f.Rows {
		r := &f.Rows[i]
		f.index[r.Seat.ID] = i
		r.sumUp(g.Settings(), today)
		r.gate, r.cuts = f.gates[r.Seat.ID], f.cuts[r.Seat.ID]
		if !modest { // they judge
			r.flag(uncovered[r.Seat.ID], f.score.Threads == model.Some(1), g.Settings().ThreadStrength)
		}
		f.measure(r)
	}
	return f
}

// seatPeople puts the people in their rows and says which row a person is in.
func (f *mapFacts) seatPeople() map[model.PersonID]int {
	at := make(map[model.PersonID]int, len(f.Rows))
	for i := range f.Rows {
		if id := f.Rows[i].Seat.Person; id != "" {
			at[id] = i
		}
	}
	for i := range f.account.Persons {
		if row, ok := at[f.account.Persons[i].ID]; ok {
			f.Rows[row].person = &f.account.Persons[i]
		}
	}
	return at
}

// joinTies gives every row its ties, one cell for each of ours.
func (f *mapFacts) joinTies(at map[model.PersonID]int) {
	n := len(f.Team())
	cells := make([]mapTie, n*len(f.Rows))
	for i := range f.Rows {
		f.Rows[i].ties = cells[i*n : (i+1)*n : (i+1)*n]
	}
	member := make(map[model.MemberID]int, n)
	for i := range f.Team() {
		member[f.Team()[i].ID] = i
	}
	for i := range f.account.Ties {
		t := &f.account.Ties[i]
		col, ours := member[t.Ours]
		row, theirs := at[t.Theirs]
		if ours && theirs {
			r := &f.Rows[row]
			r.ties[col] = mapTie{t, score.TieStrength(*t, r.Seat.Executive(), f.programme.Settings(), f.today)}
		}
	}
}

// sumUp finds the tie that stands for the row, and the freshest contact.
func (r *Row) sumUp(set *model.Settings, today model.Date) {
	r.best, r.last = -1, -1
	for i, t := range r.ties {
		if t.Tie == nil {
			continue
		}
		r.known++
		if r.best < 0 || better(t, r.ties[r.best]) {
			r.best = i
		}
		if !t.LastContact.Known() {
			continue
		}
		if days := max(0, today.DaysSince(t.LastContact)); r.last < 0 || days < r.last {
			r.last = days
			r.stale = score.TieStale(*t.Tie, set, today)
		}
	}
}

// better orders ties by level, then by strength.
func better(a, b mapTie) bool {
	if a.Level != b.Level {
		return a.Level > b.Level
	}
	return a.strength > b.strength
}

// flag says in words what is wrong with the row, worst first.
func (r *Row) flag(uncovered, oneThread bool, threadStrength float64) {
	add := func(is bool, word string, st theme.Style) {
		if is {
			r.flags = append(r.flags, mapFlag{word, st})
		}
	}
	serious := theme.Warn
	if r.Seat.Influence == model.InnerCircle {
		serious = theme.Bad
	}
	thread := false
	for _, t := range r.ties {
		thread = thread || t.strength >= threadStrength
	}
	add(r.person != nil && r.person.Support == model.Some(-2), words.T("relmap.enemy"), theme.Bad)
	add(uncovered, words.T("relmap.no-cover"), serious)
	add(oneThread && thread, words.T("relmap.only-thread"), theme.Bad)
	add(r.vacant() && r.Seat.Influence.KeyPlayer(), words.T("relmap.vacant"), theme.Warn)
	add(r.stale, words.T("relmap.stale"), theme.Warn)
	add(r.cuts > 0, words.T("relmap.only-way", r.cuts), theme.Warn)
	add(r.gate, words.T("relmap.gatekeeper"), theme.Quiet)
	add(r.person != nil && r.known == 0, words.T("relmap.no-tie"), theme.Quiet)
}

func (r *Row) vacant() bool { return r.person == nil && r.Seat.Vacant }

// name is who sits there, as the map writes it.
func (r *Row) name() string {
	switch {
	case r.person != nil:
		return r.person.Name
	case r.Seat.Vacant:
		return words.T("relmap.vacant")
	}
	return words.T("relmap.unknown-person")
}

// Title is what the seat is called; a seat may be known by its person only.
func (r *Row) Title() string {
	if r.Seat.Title == "" {
		return "–"
	}
	return r.Seat.Title
}

// who names the row in a sentence.
func (r *Row) who() string {
	switch {
	case r.person != nil:
		return r.person.Name
	case r.Seat.Title != "":
		return r.Seat.Title
	}
	return words.T("relmap.this-seat")
}

// measure keeps the widest texts, so that columns fit what stands in them.
func (f *mapFacts) measure(r *Row) {
	f.widest.seat = max(f.widest.seat, widget.Width(r.lines)+2+widget.Width(r.Title()))
	f.widest.short = max(f.widest.short, len(r.indent())+2+widget.Width(r.Title()))
	f.widest.name = max(f.widest.name, widget.Width(r.name()))
	f.widest.box = max(f.widest.box, widget.Width(r.Title())+4, widget.Width(r.name())+7)
	w := 0
	for _, fl := range r.flags {
		w += len(fl.word) + flagGap
	}
	f.widest.flags = max(f.widest.flags, w-flagGap)
}

// indent stands in front of the title in the matrix, where room is dear.
func (r *Row) indent() string { return strings.Repeat(" ", min(r.depth, mapIndent)) }

// flagGap is the room between two flags of a row.
const flagGap = 2

// days is the age of the freshest contact in at most five cells.
func (r *Row) days() string {
	switch {
	case r.last < 0 && r.known > 0:
		return "?"
	case r.last < 0:
		return ""
	case r.last == 0:
		return words.T("relmap.today")
	case r.last > 999:
		return words.T("relmap.over-2-y")
	}
	return words.T("relmap.n-d", r.last)
}

func personName(a *model.Account, id string) string {
	if p := a.Person(model.PersonID(id)); p != nil {
		return p.Name
	}
	return words.T("relmap.somebody")
}

func nameFirst() string { return words.T("relmap.name-person-first-n") }

func bossWords(r *Row) string {
	if r.Seat.Title == "" || r.person == nil {
		return r.who()
	}
	return r.Seat.Title + " " + r.person.Name
}
