package ui

import (
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// scoreText keeps the place of the ~ so that digits stand under digits.
func scoreText(n model.Num, confidence float64) string {
	switch {
	case !n.Known:
		return "– "
	case confidence < 1:
		return score.Print(n) + "~"
	}
	return score.Print(n) + " "
}

func scoreStyle(n model.Num) theme.Style {
	if !n.Known {
		return theme.Quiet
	}
	return theme.Plain
}

var quadrantWords = map[score.Quadrant]struct {
	short string
	style theme.Style
}{
	score.Partner: {"Par", theme.Good}, score.Exposed: {"Exp", theme.Warn}, score.Leverage: {"Lev", theme.Plain},
	score.Transact: {"Tra", theme.Quiet}, score.QuadrantUnknown: {"–", theme.Quiet},
}

func signedScore(n model.Num) string {
	if n.Known && n.V > 0 {
		return "+" + score.Print(n)
	}
	return score.Print(n)
}

// shortMoney prints an amount for a narrow column: 9,999 · 341k · 12.3m.
func shortMoney(n model.Num) string {
	v := max(n.V, -n.V)
	switch {
	case !n.Known:
		return "–"
	case v >= 10_000_000:
		return strconv.FormatFloat(n.V/1e6, 'f', 1, 64) + "m"
	case v >= 1_000_000:
		return strconv.FormatFloat(n.V/1e6, 'f', 2, 64) + "m"
	case v >= 10_000:
		return strconv.FormatFloat(n.V/1e3, 'f', 0, 64) + "k"
	}
	return score.Thousands(n)
}

func baseNum(b *standpoint, of func(*standpoint) model.Num) model.Num {
	if b == nil {
		return model.Num{}
	}
	return of(b)
}

// drawMoved shows ▲▼ and by how much, or nothing where nothing moved.
func drawMoved(cv widget.Canvas, x, y int, now, before model.Num) int {
	if !now.Known || !before.Known || score.Print2(now) == score.Print2(before) {
		return 0
	}
	d := now.V - before.V
	if d > 0 {
		return cv.Text(x, y, cv.Glyphs().Up+"+"+oneDecimal(d), theme.Good)
	}
	return cv.Text(x, y, cv.Glyphs().Down+oneDecimal(d), theme.Bad)
}

func oneDecimal(v float64) string {
	s := score.Print2(model.Some(v))
	if len(s) > 1 {
		s = s[:len(s)-1]
	}
	return s
}

// scoreLong is a score with two decimals and ~ below full confidence.
func scoreLong(n model.Num, confidence float64) string {
	s := score.Print2(n)
	if n.Known && confidence < 1 {
		s += "~"
	}
	return s
}

func quadrantName(q score.Quadrant) string {
	switch q {
	case score.Partner:
		return "Partner"
	case score.Exposed:
		return "Exposed"
	case score.Leverage:
		return "Leverage"
	case score.Transact:
		return "Transact"
	}
	return "not placed yet"
}
