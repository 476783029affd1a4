package ui

import (
	"cmp"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// accountColumn is one column of the list of accounts: how it reads, how it
// sorts, and which figure i explains there.
type accountColumn struct {
	key, title, words string
	figure            string
	width             int
	right             bool
	text              func(*score.Scores, int) (string, theme.Style)
	num               func(*score.Scores, int) model.Num // sorts descending; nil sorts by text
}

// accountColumns in the order in which a widening list shows them.
var accountColumns = []accountColumn{
	{"name", "account", "the customer's name", "strategic", 18, false, accountName, nil},
	{"s", "S", "strategic score", "strategic", 4, true, scoreCell(func(l *score.Local) (model.Num, float64) { return l.Strategic, l.StrategicConfidence }), strategicNum},
	{"h", "H", "health: how well the account is served", "health", 3, true, standingCell(func(t *score.Standing) model.Num { return t.Health }), healthNum},
	{"att", "att", "attention: important and badly served first", "attention", 3, true, standingCell(func(t *score.Standing) model.Num { return t.Attention }), attentionNum},
	{"seg", "seg", "quadrant", "quadrant", 3, false, quadrantCell, quadrantNum},
	{"rev", "revenue", "revenue of the period", "revenue", 9, true, revenueCell, revenueNum},
	{"class", "abc", "class by revenue and by contribution", "abc", 3, false, classCell, revenueNum},
	{"tier", "tier", "the manager's decision", "quadrant", 9, false, tierCell, tierNum},
	{"imp", "imp", "importance: impact if lost", "importance", 4, true, scoreCell(func(l *score.Local) (model.Num, float64) { return l.Importance.Score, l.Importance.Confidence }), importanceNum},
	{"pos", "pos", "our position as supplier", "position", 4, true, scoreCell(func(l *score.Local) (model.Num, float64) { return l.Position.Score, l.Position.Confidence }), positionNum},
	{"asym", "asym", "importance − position", "asymmetry", 4, true, asymmetryCell, asymmetryNum},
	{"owner", "owner", "account manager", "strategic", 14, false, ownerCell, nil},
	{"industry", "segment", "segment", "strategic", 14, false, segmentCell, nil},
	{"country", "country", "country", "strategic", 14, false, countryCell, nil},
}

// defaultSort is attention: important and badly served first.
const defaultSort = "att"

func columnByKey(key string) *accountColumn {
	for i := range accountColumns {
		if accountColumns[i].key == key {
			return &accountColumns[i]
		}
	}
	return columnByKey(defaultSort)
}

func (col *accountColumn) compare(s *score.Scores, a, b int) int {
	if col.num == nil {
		x, _ := col.text(s, a)
		y, _ := col.text(s, b)
		switch {
		case x == "" || y == "":
			return cmp.Compare(len(y), len(x)) // empty last
		}
		return strings.Compare(x, y)
	}
	x, y := col.num(s, a), col.num(s, b)
	switch {
	case x.Known && y.Known:
		return cmp.Compare(y.V, x.V)
	case x.Known:
		return -1
	case y.Known:
		return 1
	}
	return 0
}

func (col *accountColumn) known(s *score.Scores, i int) bool {
	if col.num == nil {
		t, _ := col.text(s, i)
		return t != ""
	}
	return col.num(s, i).Known
}

func strategicNum(s *score.Scores, i int) model.Num  { return s.LocalAt(i).Strategic }
func healthNum(s *score.Scores, i int) model.Num     { return s.StandingAt(i).Health }
func attentionNum(s *score.Scores, i int) model.Num  { return s.StandingAt(i).Attention }
func importanceNum(s *score.Scores, i int) model.Num { return s.LocalAt(i).Importance.Score }
func positionNum(s *score.Scores, i int) model.Num   { return s.LocalAt(i).Position.Score }
func asymmetryNum(s *score.Scores, i int) model.Num  { return s.LocalAt(i).Asymmetry }
func revenueNum(s *score.Scores, i int) model.Num    { return s.LocalAt(i).Revenue }

// quadrantNum and tierNum sort in the order of attention, most first.
func quadrantNum(s *score.Scores, i int) model.Num {
	q := s.QuadrantAt(i)
	return model.Num{V: -float64(q), Known: q != score.QuadrantUnknown}
}

func tierNum(s *score.Scores, i int) model.Num {
	order := [...]float64{model.Candidate: 2, model.Strategic: 4, model.Key: 3, model.Maintain: 1, model.Neglected: 0}
	return model.Some(order[s.Portfolio().At(i).Tier])
}

func accountName(s *score.Scores, i int) (string, theme.Style) {
	a := s.Portfolio().At(i)
	if a.Archived {
		return a.Name, theme.Quiet
	}
	return a.Name, theme.Plain
}

// scoreCell prints a score, with ~ while its confidence is below 100 %.
func standingCell(of func(*score.Standing) model.Num) func(*score.Scores, int) (string, theme.Style) {
	return func(s *score.Scores, i int) (string, theme.Style) {
		n := of(s.StandingAt(i))
		return score.Print(n), scoreStyle(n)
	}
}

func scoreCell(of func(*score.Local) (model.Num, float64)) func(*score.Scores, int) (string, theme.Style) {
	return func(s *score.Scores, i int) (string, theme.Style) {
		n, confidence := of(s.LocalAt(i))
		return scoreText(n, confidence), scoreStyle(n)
	}
}

func quadrantCell(s *score.Scores, i int) (string, theme.Style) {
	w := quadrantWords[s.QuadrantAt(i)]
	return w.short, w.style
}

func asymmetryCell(s *score.Scores, i int) (string, theme.Style) {
	n := s.LocalAt(i).Asymmetry
	return signedScore(n), asymmetryStyle(n, s.Portfolio().Programme().Settings())
}

func asymmetryStyle(n model.Num, set *model.Settings) theme.Style {
	switch v := max(n.V, -n.V); {
	case !n.Known:
		return theme.Quiet
	case v > set.AsymmetryRed:
		return theme.Bad
	case v > set.AsymmetryAmber:
		return theme.Warn
	}
	return theme.Plain
}

func revenueCell(s *score.Scores, i int) (string, theme.Style) {
	n := s.LocalAt(i).Revenue
	return shortMoney(n), scoreStyle(n)
}

func classCell(s *score.Scores, i int) (string, theme.Style) {
	return s.Revenue.Class[i].String() + "/" + s.Contribution.Class[i].String(), theme.Plain
}

func tierCell(s *score.Scores, i int) (string, theme.Style) {
	switch t := s.Portfolio().At(i).Tier; t {
	case model.Strategic:
		return "strategic", theme.Accent
	case model.Neglected:
		return "neglected", theme.Quiet
	case model.Candidate:
		return "candidate", theme.Quiet
	default:
		return t.String(), theme.Plain
	}
}

func ownerCell(s *score.Scores, i int) (string, theme.Style) {
	return s.Portfolio().At(i).Owner, theme.Plain
}
func segmentCell(s *score.Scores, i int) (string, theme.Style) {
	return s.Portfolio().At(i).Segment, theme.Plain
}
func countryCell(s *score.Scores, i int) (string, theme.Style) {
	return s.Portfolio().At(i).Country, theme.Plain
}

// fit chooses the columns that have room; the column sorted by is always one.
func (l *accountsPane) fit(w int) {
	room := w - 2 - accountColumns[0].width
	l.shown = append(l.shown[:0], accountColumns[0])
	if l.forRoom {
		l.shown, room = append(l.shown[:0], roomColumns(w)...), 0
	}
	sorted := columnByKey(l.sort)
	if sorted.key != "name" {
		room -= sorted.width + 1
	}
	for _, col := range accountColumns[1:] {
		switch {
		case l.forRoom:
		case col.key == sorted.key:
			l.shown = append(l.shown, col)
		case room >= col.width+1:
			room -= col.width + 1
			l.shown = append(l.shown, col)
		}
	}
	l.table.Columns = l.table.Columns[:0]
	for _, col := range l.shown {
		c := widget.Column{Key: col.key, Title: col.title, Width: col.width}
		if col.right {
			c.Align = widget.Right
		}
		if col.key == "name" {
			c.Grow = 1
		}
		if col.key == l.made.sort {
			c.Sort = -1
			if l.back {
				c.Sort = 1
			}
		}
		l.table.Columns = append(l.table.Columns, c)
	}
}

// accountRows gives the table its visible cells.
type accountRows struct {
	c *ctx
	l *accountsPane
}

func (r accountRows) Len() int { return len(r.l.rows) }

func (r accountRows) Cell(row, col int) (string, theme.Style) {
	return r.l.shown[col].text(r.c.scores(), int(r.l.rows[row]))
}

func count(shown, all int) string {
	if shown == all {
		return strconv.Itoa(all)
	}
	return strconv.Itoa(shown) + " of " + strconv.Itoa(all)
}

// roomColumns are the columns of the list that a room reads: where there is room
// the quadrant is a word.
func roomColumns(w int) []accountColumn {
	name, strategic, quadrant := *columnByKey("name"), *columnByKey("s"), *columnByKey("seg")
	const word = 8
	if w >= name.width+strategic.width+word+4 {
		quadrant.title, quadrant.width = "quadrant", word
		quadrant.text = func(s *score.Scores, i int) (string, theme.Style) {
			q := s.QuadrantAt(i)
			if name := quadrantName(q); len(name) <= word {
				return name, quadrantWords[q].style
			}
			return quadrantWords[q].short, quadrantWords[q].style
		}
	}
	return []accountColumn{name, strategic, quadrant}
}

// columnKey is a column of the list of accounts in the table.
type columnKey string

// roomShown are the columns of the list of accounts.
var roomShown = []roomRow{
	{of: columnKey("name"), fit: open4all, shows: "the account"},
	{of: columnKey("s"), fit: open4all, shows: "the score"},
	{of: columnKey("seg"), fit: open4all, shows: "the quadrant"},
}
