package ui

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// accountsPane is the list of accounts: sorted by any column, narrowed by
// typing, the cursor kept by identity through all of it.
type accountsPane struct {
	table  widget.Table
	rows   []int32 // indexes into the portfolio, as shown
	cursor model.AccountID
	row    int // where the cursor stands in rows
	sort   string
	back   bool // sorted the other way round
	filter *widget.Field
	typing bool     // keys go to the filter
	last   string   // what was searched for before
	made   struct { // what rows were made from
		scores *score.Scores
		sort   string
		back   bool
		filter string
	}
	scores *score.Scores
	shown  []accountColumn

	forRoom bool // on a projector: few columns
}

func newAccountsPane() *accountsPane {
	return &accountsPane{sort: defaultSort, filter: widget.NewSearch()}
}

func (l *accountsPane) scopes(*ctx) []scope {
	if l.typing {
		return []scope{scopeText}
	}
	return []scope{scopeAccounts, scopeMove}
}

// startFilter begins a search with an empty field; ↑ in it brings the last one back.
func (l *accountsPane) startFilter(c *ctx) {
	if text := l.filter.Text(); text != "" {
		l.last = text
	}
	l.filter.SetText("")
	l.typing = true
	l.refresh(c)
}

// lastSearch brings back what was searched for last, while nothing is typed.
func (l *accountsPane) lastSearch(c *ctx) bool {
	if l.last == "" || l.filter.Text() != "" {
		return false
	}
	l.filter.SetText(l.last)
	l.refresh(c)
	return true
}

func (l *accountsPane) cursorID() model.AccountID { return l.cursor }

// moveTo puts the cursor on an account. A filter that hides it gives way.
func (l *accountsPane) moveTo(c *ctx, id model.AccountID) {
	l.cursor = id
	l.place(c)
	if l.cursor == id || l.filter.Text() == "" || c.portfolio().Account(id) == nil {
		return
	}
	l.filter.SetText("")
	l.refresh(c)
	l.cursor = id
	l.place(c)
}

// refresh makes the rows again when scores, sorting or filter changed, and finds
// the cursor's account in them.
func (l *accountsPane) refresh(c *ctx) {
	s, filter := c.scores(), l.filter.Text()
	order := l.order(c)
	if l.made.scores == s && l.made.sort == order && l.made.back == l.back && l.made.filter == filter {
		return
	}
	l.scores = s
	l.rows = l.sorted(c)
	if filter != "" {
		l.rows = l.filtered(c, filter)
	}
	l.made.scores, l.made.sort, l.made.back, l.made.filter = s, order, l.back, filter
	l.place(c)
}

// order is the column that the list is sorted by: before a room one that it may see,
// because the order of the rows tells the figure too.
func (l *accountsPane) order(c *ctx) string {
	if c.modest() && !c.mayShow(roomShown, columnKey(l.sort)) {
		return "s"
	}
	return l.sort
}

// place finds the cursor's row by identity; an account that is no longer shown
// leaves the cursor where it stood.
func (l *accountsPane) place(c *ctx) {
	i := int32(c.portfolio().Index(l.cursor))
	if at := slices.Index(l.rows, i); at >= 0 && i >= 0 {
		l.row = at
		return
	}
	if len(l.rows) == 0 {
		l.row, l.cursor = 0, ""
		return
	}
	l.row = min(max(l.row, 0), len(l.rows)-1)
	l.cursor = c.portfolio().At(int(l.rows[l.row])).ID
}

// sorted is all accounts that are not archived, in the order of the column.
func (l *accountsPane) sorted(c *ctx) []int32 {
	p, s, order := c.portfolio(), c.scores(), l.order(c)
	rows := make([]int32, 0, p.Len())
	for _, i := range s.Order {
		if !p.At(int(i)).Archived || order == "archived" {
			rows = append(rows, i)
		}
	}
	col := columnByKey(order)
	if order != defaultSort {
		slices.SortStableFunc(rows, func(a, b int32) int {
			return cmp.Or(col.compare(s, int(a), int(b)), strings.Compare(p.At(int(a)).Name, p.At(int(b)).Name))
		})
	}
	if l.back {
		reverseKnown(rows, func(i int32) bool { return col.known(s, int(i)) })
	}
	return rows
}

// reverseKnown turns the known part round; unknown stays last both ways.
func reverseKnown(rows []int32, known func(int32) bool) {
	n := 0
	for n < len(rows) && known(rows[n]) {
		n++
	}
	slices.Reverse(rows[:n])
}

// filtered keeps the rows that fit the query, best first.
func (l *accountsPane) filtered(c *ctx, query string) []int32 {
	p := c.portfolio()
	var out []int32
	for _, k := range find(query, len(l.rows), func(k int) string {
		a := p.At(int(l.rows[k]))
		if c.modest() {
			return a.Name
		}
		return a.Name + " " + strings.Join(a.Tags, " ") + " " + a.Owner + " " + a.Segment
	}) {
		out = append(out, l.rows[k])
	}
	return out
}

func (l *accountsPane) handle(c *ctx, in Intent) Outcome {
	if l.typing {
		return l.typed(c, in)
	}
	if to, ok := l.moved(in.Kind); ok {
		return l.goTo(c, to)
	}
	switch in.Kind {
	case Add:
		return open(newPrompt(askAccount, "", ""))
	case SortBy:
		return l.sortBy(in.Text)
	case Reverse:
		l.back = !l.back
		return done()
	case Filter:
		l.startFilter(c)
		return done()
	case Cancel:
		if text := l.filter.Text(); text != "" {
			l.last = text
			l.filter.SetText("")
			return done()
		}
		return Outcome{}
	}
	return l.onAccount(c, in)
}

// moved is where a moving key takes the cursor.
func (l *accountsPane) moved(k IntentKind) (to int, ok bool) {
	page := max(1, l.table.Rows(20, len(l.rows))-1)
	switch k {
	case Up:
		return l.row - 1, true
	case Down:
		return l.row + 1, true
	case PageUp:
		return l.row - page, true
	case PageDown:
		return l.row + page, true
	case First:
		return 0, true
	case Last:
		return len(l.rows) - 1, true
	}
	return 0, false
}

// onAccount answers what needs an account under the cursor.
func (l *accountsPane) onAccount(c *ctx, in Intent) Outcome {
	a := c.current()
	if a == nil {
		switch in.Kind {
		case Accept, SetTier, Details, Duplicate, Archive, Delete, Explain, Copy:
			return refuse("There is no account here yet: press a to add one, ctrl+o to import.")
		}
		return Outcome{}
	}
	switch in.Kind {
	case Accept, Right:
		return doing(Focusing{panePlan})
	case SetTier:
		_, over := editKind(c, edit.AccountRef(a.ID), "tier")
		return open(over)
	case Details:
		return open(newSheet(c, edit.AccountRef(a.ID)))
	case Duplicate:
		return open(newPrompt(askCopy, "", a.Name+" (copy)"))
	case Archive:
		yes := "yes"
		if a.Archived {
			yes = "no"
		}
		return change(edit.SetField{Ref: edit.AccountRef(a.ID), Key: "archived", Value: yes})
	case Delete:
		out := change(edit.RemoveAccount{Account: a.ID, Name: a.Name})
		out.Say("deleted " + a.Name + "; u brings it back")
		return deleting(c, a.Name, out)
	case Explain:
		return open(newExplain(a.ID, columnByKey(l.sort).figure))
	case Copy:
		return doing(Copying{a.Name})
	}
	return Outcome{}
}

// typed answers keys while the filter is being typed.
func (l *accountsPane) typed(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Typing:
		l.filter.Apply(in.Edit, in.Text)
		l.refresh(c)
		return l.goTo(c, 0)
	case Accept, Cancel:
		if text := l.filter.Text(); text != "" {
			l.last = text
		}
		l.typing = false
		if in.Kind == Cancel {
			l.filter.SetText("")
		}
		return done()
	case Up:
		if l.lastSearch(c) {
			return l.goTo(c, 0)
		}
	case NextField, PrevField:
		return done() // text stays text: enter goes to the list
	}
	if to, ok := l.moved(in.Kind); ok {
		return l.goTo(c, to)
	}
	return Outcome{}
}

// goTo puts the cursor on a row.
func (l *accountsPane) goTo(c *ctx, row int) Outcome {
	if len(l.rows) == 0 {
		return done()
	}
	l.row = min(max(row, 0), len(l.rows)-1)
	l.cursor = c.portfolio().At(int(l.rows[l.row])).ID
	return doing(Showing{l.cursor})
}

// sortBy sorts by a column, or asks which when none is named.
func (l *accountsPane) sortBy(key string) Outcome {
	if key == "" {
		var all []choice
		for _, col := range accountColumns {
			all = append(all, choice{col.title + "  " + col.words, col.key})
		}
		return open(newPick(pickSort, "Sort by", all, l.sort))
	}
	l.sort, l.back = key, false
	return done()
}

func (l *accountsPane) draw(c *ctx, cv widget.Canvas, focus bool) {
	title := "1 Accounts"
	if f := l.filter.Text(); f != "" && !l.typing {
		title += " · " + f
	}
	inside := cv.Box(cv.Rect(), title, count(len(l.rows), c.portfolio().Len()), focus)
	if l.typing {
		bar, rest := inside.Rect().SplitTop(1)
		inside.Text(0, 0, "/", theme.Key)
		l.filter.Draw(inside, 1, 0, bar.W-1, theme.Plain)
		inside = inside.Sub(rest)
	}
	if len(l.rows) == 0 {
		drawEmptyList(inside, l.filter.Text() != "")
		return
	}
	l.forRoom, l.table.Apart = c.modest(), c.apart()
	l.fit(inside.W())
	l.table.Draw(inside, accountRows{c, l}, l.row, -1, focus)
	l.markFound(c, inside)
}

// markFound shows in the names what the search found.
func (l *accountsPane) markFound(c *ctx, cv widget.Canvas) {
	for row := l.table.Top; row < len(l.rows) && l.filter.Text() != ""; row++ {
		r := l.table.CellRect(cv, row, 0)
		if r.Empty() {
			return
		}
		markFound(cv, r.X, r.Y, r.W, c.portfolio().At(int(l.rows[row])).Name, l.filter.Text())
	}
}

func drawEmptyList(cv widget.Canvas, filtered bool) {
	text := "No accounts yet. a adds one, ctrl+o imports a file, : finds every command."
	if filtered {
		text = "No account fits. esc shows all again."
	}
	for y, line := range widget.Wrap(text, max(1, cv.W()-2)) {
		cv.Text(1, y, line, theme.Quiet)
	}
}

// at is the account on the y-th visible row, "" for none.
func (l *accountsPane) at(c *ctx, y int) model.AccountID {
	if i := l.table.Top + y/c.apart(); y >= 0 && i < len(l.rows) {
		return c.portfolio().At(int(l.rows[i])).ID
	}
	return ""
}
