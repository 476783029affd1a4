package accounts

import (
	"cmp"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Column is one column of the list of accounts: how it reads, how it
// sorts, and which figure i explains there.
type Column struct {
	Key, Title, Words string
	figure            string
	width             int
	right             bool
	Text              func(*score.Scores, int) (string, theme.Style)
	Num               func(*score.Scores, int) model.Num // sorts descending; nil sorts by text
}

// accountColumns in the order in which a widening list shows them.
var Columns = words.Table(func() []Column {
	return []Column{
		{"name", words.T("accounts.account"), words.T("accounts.customers-name"), "strategic", 17, false, accountName, nil},
		{"s", "S", words.T("accounts.strategic-score"), "strategic", 4, true, scoreCell(func(l *score.Local) (model.Num, float64) { return l.Strategic, l.StrategicConfidence }), strategicNum},
		{"h", "H", words.T("accounts.health-how-well-account-served"), "health", 3, true, standingCell(func(t *score.Standing) model.Num { return t.Health }), healthNum},
		{"att", "att", words.T("accounts.attention-important-badly-served-first"), "attention", 3, true, standingCell(func(t *score.Standing) model.Num { return t.Attention }), attentionNum},
		{"seg", words.T("accounts.seg"), words.T("accounts.quadrant"), "quadrant", 4, false, quadrantCell, quadrantNum},
		{"rev", words.T("accounts.revenue"), words.T("accounts.revenue-period"), "revenue", 9, true, revenueCell, revenueNum},
		{"class", words.T("accounts.abc"), words.T("accounts.class-by-revenue-by-contribution"), "abc", 3, false, classCell, revenueNum},
		{"tier", words.T("accounts.tier"), words.T("accounts.managers-decision"), "quadrant", 9, false, tierCell, tierNum},
		{"imp", words.T("accounts.imp"), words.T("accounts.importance-impact-if-lost"), "importance", 4, true, scoreCell(func(l *score.Local) (model.Num, float64) { return l.Importance.Score, l.Importance.Confidence }), importanceNum},
		{"pos", words.T("accounts.pos"), words.T("accounts.our-position-as-supplier"), "position", 4, true, scoreCell(func(l *score.Local) (model.Num, float64) { return l.Position.Score, l.Position.Confidence }), positionNum},
		{"asym", words.T("accounts.asym"), words.T("accounts.importance-position"), "asymmetry", 4, true, asymmetryCell, asymmetryNum},
		{"owner", words.T("accounts.owner"), words.T("accounts.account-manager"), "strategic", 14, false, ownerCell, nil},
		{"industry", words.T("accounts.segment"), words.T("accounts.segment"), "strategic", 14, false, segmentCell, nil},
		{"country", words.T("accounts.country"), words.T("accounts.country"), "strategic", 14, false, countryCell, nil},
	}
})

// sortedWidth is the width of the column sorted by, whose heading has a sign behind it.
func (col *Column) sortedWidth() int { return max(col.width, widget.Width(col.Title)+1) }

// DefaultSort is attention: important and badly served first.
const DefaultSort = "att"

func ColumnByKey(key string) *Column {
	for i := range Columns() {
		if Columns()[i].Key == key {
			return &Columns()[i]
		}
	}
	return ColumnByKey(DefaultSort)
}

func (col *Column) compare(s *score.Scores, a, b int) int {
	if col.Num == nil {
		x, _ := col.Text(s, a)
		y, _ := col.Text(s, b)
		switch {
		case x == "" || y == "":
			return cmp.Compare(len(y), len(x)) // empty last
		}
		return strings.Compare(x, y)
	}
	x, y := col.Num(s, a), col.Num(s, b)
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

func (col *Column) known(s *score.Scores, i int) bool {
	if col.Num == nil {
		t, _ := col.Text(s, i)
		return t != ""
	}
	return col.Num(s, i).Known
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
		return score.Print(n), kit.ScoreStyle(n)
	}
}

func scoreCell(of func(*score.Local) (model.Num, float64)) func(*score.Scores, int) (string, theme.Style) {
	return func(s *score.Scores, i int) (string, theme.Style) {
		n, confidence := of(s.LocalAt(i))
		return kit.ScoreText(n, confidence), kit.ScoreStyle(n)
	}
}

func quadrantCell(s *score.Scores, i int) (string, theme.Style) {
	w := kit.QuadrantWords()[s.QuadrantAt(i)]
	if s.LocalAt(i).Provisional {
		return w.Short + "?", w.Style
	}
	return w.Short, w.Style
}

func asymmetryCell(s *score.Scores, i int) (string, theme.Style) {
	n := s.LocalAt(i).Asymmetry
	return score.Signed(n), AsymmetryStyle(n, s.Portfolio().Programme().Settings())
}

func AsymmetryStyle(n model.Num, set *model.Settings) theme.Style {
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
	return kit.ShortMoney(n), kit.ScoreStyle(n)
}

func classCell(s *score.Scores, i int) (string, theme.Style) {
	return s.Revenue.Class[i].String() + "/" + s.Contribution.Class[i].String(), theme.Plain
}

func tierCell(s *score.Scores, i int) (string, theme.Style) {
	switch t := s.Portfolio().At(i).Tier; t {
	case model.Strategic:
		return words.Here(t.String()), theme.Accent
	case model.Neglected:
		return words.T("accounts.neglected"), theme.Quiet
	case model.Candidate:
		return words.Here(t.String()), theme.Quiet
	default:
		return words.Here(t.String()), theme.Plain
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

// RoomColumns are the columns of the list that a room reads: where there is room
// the quadrant is a word.
func RoomColumns(w int) []Column {
	name, strategic, quadrant := *ColumnByKey("name"), *ColumnByKey("s"), *ColumnByKey("seg")
	const word = 8
	if w >= name.width+strategic.width+word+4 {
		quadrant.Title, quadrant.width = words.T("accounts.quadrant"), word
		quadrant.Text = func(s *score.Scores, i int) (string, theme.Style) {
			q := s.QuadrantAt(i)
			if name := kit.Place(s, s.Portfolio().At(i).ID); widget.Width(name) <= word {
				return name, kit.QuadrantWords()[q].Style
			}
			return kit.QuadrantWords()[q].Short, kit.QuadrantWords()[q].Style
		}
	}
	return []Column{name, strategic, quadrant}
}

// ColumnKey is a column of the list of accounts in the table.
type ColumnKey string

// RoomShown are the columns of the list of accounts.
var RoomShown = words.Table(func() []kit.RoomRow {
	return []kit.RoomRow{
		{Of: ColumnKey("name"), Fit: kit.Open4All, Shows: words.T("accounts.the-account")},
		{Of: ColumnKey("s"), Fit: kit.Open4All, Shows: words.T("accounts.the-score")},
		{Of: ColumnKey("seg"), Fit: kit.Open4All, Shows: words.T("accounts.the-quadrant")},
	}
})
