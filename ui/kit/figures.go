package kit

import (
	"cmp"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// ScoreText keeps the place of the ~ so that digits stand under digits.
func ScoreText(n model.Num, confidence float64) string {
	switch {
	case !n.Known:
		return "– "
	case confidence < 1:
		return score.Print(n) + "~"
	}
	return score.Print(n) + " "
}

func ScoreStyle(n model.Num) theme.Style {
	if !n.Known {
		return theme.Quiet
	}
	return theme.Plain
}

var QuadrantWords = words.Table(func() map[score.Quadrant]struct {
	Short string
	Style theme.Style
} {
	return map[score.Quadrant]struct {
		Short string
		Style theme.Style
	}{
		score.Partner: {words.T("kit.par"), theme.Good}, score.Exposed: {words.T("kit.exp"), theme.Warn}, score.Leverage: {words.T("kit.lev"), theme.Plain},
		score.Transact: {words.T("kit.tra"), theme.Quiet}, score.QuadrantUnknown: {"–", theme.Quiet},
	}
})

// ShortMoney prints an amount for a narrow column: 9,999 · 341k · 12.3m.
func ShortMoney(n model.Num) string {
	v := max(n.V, -n.V)
	switch {
	case !n.Known:
		return "–"
	case v >= 10_000_000:
		return words.Decimal(n.V/1e6, 1) + "m"
	case v >= 1_000_000:
		return words.Decimal(n.V/1e6, 2) + "m"
	case v >= 10_000:
		return words.Decimal(n.V/1e3, 0) + "k"
	}
	return score.Thousands(n)
}

func BaseNum(b *Standpoint, of func(*Standpoint) model.Num) model.Num {
	if b == nil {
		return model.Num{}
	}
	return of(b)
}

// Moved is by how much a score moved, empty where one of both is unknown.
func Moved(now, before model.Num) string {
	if !now.Known || !before.Known {
		return ""
	}
	return score.Change(model.Some(now.V - before.V))
}

// DrawMoved shows ▲▼ and by how much, or nothing where nothing moved.
func DrawMoved(cv widget.Canvas, x, y int, now, before model.Num) int {
	said := Moved(now, before)
	switch {
	case said == "" || said == "0":
		return 0
	case now.V > before.V:
		return cv.Text(x, y, cv.Glyphs().Up+said, theme.Good)
	}
	return cv.Text(x, y, cv.Glyphs().Down+said, theme.Bad)
}

// Place names the quadrant of an account, with ? while it is provisional.
func Place(s *score.Scores, id model.AccountID) string {
	if l := s.Local(id); l != nil && l.Provisional {
		return QuadrantName(s.Quadrant(id)) + "?"
	}
	return QuadrantName(s.Quadrant(id))
}

func QuadrantName(q score.Quadrant) string {
	switch q {
	case score.Partner:
		return words.T("kit.partner")
	case score.Exposed:
		return words.T("kit.exposed")
	case score.Leverage:
		return words.T("kit.leverage")
	case score.Transact:
		return words.T("kit.transact")
	}
	return words.T("kit.not-placed-yet")
}

func OrDash(c *Context, s string) string { return cmp.Or(s, c.Glyphs.Dash) }
