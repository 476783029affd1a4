package accounts

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// Pane is the list of accounts: sorted by any column, narrowed by
// typing, the cursor kept by identity through all of it.
type Pane struct {
	table  widget.Table
	Rows   []int32 // indexes into the portfolio, as shown
	cursor model.AccountID
	row    int // where the cursor stands in rows
	Sort   string
	Back   bool // sorted the other way round
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
	shown  []Column

	forRoom bool // on a projector: few columns
}

func NewPane() *Pane {
	return &Pane{Sort: DefaultSort, filter: widget.NewSearch()}
}

func (l *Pane) Scopes(*kit.Context) []keys.Scope {
	if l.typing {
		return []keys.Scope{keys.ScopeText}
	}
	return []keys.Scope{keys.ScopeAccounts, keys.ScopeMove}
}

// StartFilter begins a search with an empty field; ↑ in it brings the last one back.
func (l *Pane) StartFilter(c *kit.Context) {
	if text := l.filter.Text(); text != "" {
		l.last = text
	}
	l.filter.SetText("")
	l.typing = true
	l.Refresh(c)
}

// lastSearch brings back what was searched for last, while nothing is typed.
func (l *Pane) lastSearch(c *kit.Context) bool {
	if l.last == "" || l.filter.Text() != "" {
		return false
	}
	l.filter.SetText(l.last)
	l.Refresh(c)
	return true
}

func (l *Pane) CursorID() model.AccountID { return l.cursor }

// MoveTo puts the cursor on an account. A filter that hides it gives way.
func (l *Pane) MoveTo(c *kit.Context, id model.AccountID) {
	l.cursor = id
	l.Place(c)
	if l.cursor == id || l.filter.Text() == "" || c.Portfolio().Account(id) == nil {
		return
	}
	l.filter.SetText("")
	l.Refresh(c)
	l.cursor = id
	l.Place(c)
}

// Refresh makes the rows again when scores, sorting or filter changed, and finds
// the cursor's account in them.
func (l *Pane) Refresh(c *kit.Context) {
	s, filter := c.Scores(), l.filter.Text()
	order := l.Order(c)
	if l.made.scores == s && l.made.sort == order && l.made.back == l.Back && l.made.filter == filter {
		return
	}
	l.scores = s
	l.Rows = l.sorted(c)
	if filter != "" {
		l.Rows = l.filtered(c, filter)
	}
	l.made.scores, l.made.sort, l.made.back, l.made.filter = s, order, l.Back, filter
	l.Place(c)
}

// Order is the column that the list is sorted by: before a room one that it may see,
// because the order of the rows tells the figure too.
func (l *Pane) Order(c *kit.Context) string {
	if c.Modest() && !c.MayShow(RoomShown(), ColumnKey(l.Sort)) {
		return "s"
	}
	return l.Sort
}

// Place finds the cursor's row by identity; an account that is no longer shown
// leaves the cursor where it stood.
func (l *Pane) Place(c *kit.Context) {
	i := int32(c.Portfolio().Index(l.cursor))
	if at := slices.Index(l.Rows, i); at >= 0 && i >= 0 {
		l.row = at
		return
	}
	if len(l.Rows) == 0 {
		l.row, l.cursor = 0, ""
		return
	}
	l.row = min(max(l.row, 0), len(l.Rows)-1)
	l.cursor = c.Portfolio().At(int(l.Rows[l.row])).ID
}

// sorted is all accounts that are not archived, in the order of the column.
func (l *Pane) sorted(c *kit.Context) []int32 {
	p, s, order := c.Portfolio(), c.Scores(), l.Order(c)
	rows := append(make([]int32, 0, p.Len()), s.Order...)
	if order == "archived" {
		rows = append(rows, s.Archived...)
	}
	col := ColumnByKey(order)
	if order != DefaultSort {
		slices.SortStableFunc(rows, func(a, b int32) int {
			return cmp.Or(col.compare(s, int(a), int(b)), strings.Compare(p.At(int(a)).Name, p.At(int(b)).Name))
		})
	}
	if l.Back {
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
func (l *Pane) filtered(c *kit.Context, query string) []int32 {
	p := c.Portfolio()
	var out []int32
	for _, k := range kit.Find(query, len(l.Rows), func(k int) string {
		a := p.At(int(l.Rows[k]))
		if c.Modest() {
			return a.Name
		}
		return a.Name + " " + strings.Join(a.Tags, " ") + " " + a.Owner + " " + a.Segment
	}) {
		out = append(out, l.Rows[k])
	}
	return out
}

func (l *Pane) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if l.typing {
		return l.typed(c, in)
	}
	if to, ok := l.moved(in.Kind); ok {
		return l.goTo(c, to)
	}
	switch in.Kind {
	case keys.Add:
		return kit.Open(kit.NewPrompt(kit.AskAccount, "", ""))
	case keys.SortBy:
		return l.sortBy(in.Text)
	case keys.Reverse:
		l.Back = !l.Back
		return kit.Done()
	case keys.Filter:
		l.StartFilter(c)
		return kit.Done()
	case keys.Cancel:
		if text := l.filter.Text(); text != "" {
			l.last = text
			l.filter.SetText("")
			return kit.Done()
		}
		return kit.Outcome{}
	}
	return l.onAccount(c, in)
}

// moved is where a moving key takes the cursor.
func (l *Pane) moved(k keys.IntentKind) (to int, ok bool) {
	page := max(1, l.table.Rows(20, len(l.Rows))-1)
	switch k {
	case keys.Up:
		return l.row - 1, true
	case keys.Down:
		return l.row + 1, true
	case keys.PageUp:
		return l.row - page, true
	case keys.PageDown:
		return l.row + page, true
	case keys.First:
		return 0, true
	case keys.Last:
		return len(l.Rows) - 1, true
	}
	return 0, false
}

// onAccount answers what needs an account under the cursor.
func (l *Pane) onAccount(c *kit.Context, in keys.Intent) kit.Outcome {
	a := c.Current()
	if a == nil {
		switch in.Kind {
		case keys.Accept, keys.SetTier, keys.Details, keys.Duplicate, keys.Archive, keys.Delete, keys.Explain, keys.Copy:
			return kit.Refuse(words.T("accounts.there-no-account-here-yet"))
		}
		return kit.Outcome{}
	}
	switch in.Kind {
	case keys.Accept, keys.Right:
		return kit.Doing(kit.Focusing{Pane: kit.PanePlan})
	case keys.SetTier:
		_, over := kit.EditKind(c, edit.AccountRef(a.ID), "tier")
		return kit.Open(over)
	case keys.Details:
		return kit.Open(kit.NewSheet(c, edit.AccountRef(a.ID)))
	case keys.Duplicate:
		return kit.Open(kit.NewPrompt(kit.AskCopy, "", words.T("accounts.copy", a.Name)))
	case keys.Archive:
		yes := "yes"
		if a.Archived {
			yes = "no"
		}
		return kit.Change(edit.SetField{Ref: edit.AccountRef(a.ID), Key: "archived", Value: yes})
	case keys.Delete:
		out := kit.Change(edit.RemoveAccount{Account: a.ID, Name: a.Name})
		out.Say(words.T("accounts.deleted-u-brings-back", a.Name))
		return kit.Deleting(c, a.Name, out)
	case keys.Explain:
		return kit.Open(kit.NewExplain(a.ID, ColumnByKey(l.Sort).figure))
	case keys.Copy:
		return kit.Doing(kit.Copying{Text: a.Name})
	}
	return kit.Outcome{}
}

// typed answers keys while the filter is being typed.
func (l *Pane) typed(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Typing:
		l.filter.Apply(in.Edit, in.Text)
		l.Refresh(c)
		return l.goTo(c, 0)
	case keys.Accept, keys.Cancel:
		if text := l.filter.Text(); text != "" {
			l.last = text
		}
		l.typing = false
		if in.Kind == keys.Cancel {
			l.filter.SetText("")
		}
		return kit.Done()
	case keys.Up:
		if l.lastSearch(c) {
			return l.goTo(c, 0)
		}
	case keys.NextField, keys.PrevField:
		return kit.Done() // text stays text: enter goes to the list
	}
	if to, ok := l.moved(in.Kind); ok {
		return l.goTo(c, to)
	}
	return kit.Outcome{}
}

// goTo puts the cursor on a row.
func (l *Pane) goTo(c *kit.Context, row int) kit.Outcome {
	if len(l.Rows) == 0 {
		return kit.Done()
	}
	l.row = min(max(row, 0), len(l.Rows)-1)
	l.cursor = c.Portfolio().At(int(l.Rows[l.row])).ID
	return kit.Doing(kit.Showing{Account: l.cursor})
}

// sortBy sorts by a column, or asks which when none is named.
func (l *Pane) sortBy(key string) kit.Outcome {
	if key == "" {
		var all []kit.Choice
		for _, col := range Columns() {
			all = append(all, kit.Choice{Word: col.Title + "  " + col.Words, Value: col.Key})
		}
		return kit.Open(kit.NewPick(kit.PickSort, words.T("accounts.sort-by"), all, l.Sort))
	}
	l.Sort, l.Back = key, false
	return kit.Done()
}

// At is the account on the y-th visible row, "" for none.
func (l *Pane) At(c *kit.Context, y int) model.AccountID {
	if i := l.table.Top + y/c.Apart(); y >= 0 && i < len(l.Rows) {
		return c.Portfolio().At(int(l.Rows[i])).ID
	}
	return ""
}
