package relmap

import (
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget"
)

// phrase is a piece of a line in one style.
type phrase struct {
	word  string
	style theme.Style
}

// drawFoot writes the cursor's row in words and the indexes under it.
func (m *Pane) drawFoot(cv widget.Canvas) {
	if cv.H() > 1 {
		if r := m.Current(); r != nil {
			drawPhrases(cv, 0, m.rowInWords(r, cv.Glyphs()), cv.Glyphs().Sep)
		}
	}
	if cv.H() > 0 {
		line := m.indexes(indexForms()[0])
		for i := 1; i < len(indexForms()) && phraseWidth(line) > cv.W()-2; i++ {
			line = m.indexes(indexForms()[i])
		}
		drawPhrases(cv, cv.H()-1, line, cv.Glyphs().Sep)
	}
}

// drawPhrases writes phrases with separators. A phrase is laid out by itself, so
// that Hebrew in one leaves the others in their places; the last is cut.
func drawPhrases(cv widget.Canvas, y int, all []phrase, sep string) {
	x := 1
	for i, p := range all {
		if i > 0 {
			x += cv.Text(x, y, " "+sep+" ", theme.Quiet)
		}
		w := widget.Width(p.word)
		if room := cv.W() - 1 - x; w > room {
			cv.TextIn(x, y, room, p.word, p.style, widget.Left)
			return
		}
		x += cv.Text(x, y, p.word, p.style)
	}
}

func phraseWidth(all []phrase) int {
	n := 3 * (len(all) - 1)
	for _, p := range all {
		n += widget.Width(p.word)
	}
	return n
}

// rowInWords spells out what the signs of the row say; in the matrix first the
// tie under the cursor.
func (m *Pane) rowInWords(r *Row, g *theme.Glyphs) []phrase {
	var out []phrase
	add := func(s string) {
		if s != "" {
			out = append(out, phrase{s, theme.Quiet})
		}
	}
	if m.Facts.modest {
		out = []phrase{{r.Title(), theme.Strong}, {r.name(), theme.Strong}}
		if r.Seat.Function != model.FunctionUnknown {
			add(words.Here(r.Seat.Function.String()))
		}
		add(r.Seat.Unit)
		return out
	}
	if m.Look == LookMatrix && m.col < len(r.ties) {
		out = append(out, m.tieInWords(r, g)...)
	} else {
		out = append(out, phrase{r.Title(), theme.Strong}, phrase{r.name(), theme.Strong})
	}
	for _, fl := range r.flags {
		if fl.style != theme.Quiet {
			out = append(out, phrase(fl)) // a narrow pane has a sign only
		}
	}
	for _, wording := range m.Facts.Relations(r.person) {
		add(wording)
	}
	add(influenceWords(r.Seat))
	add(words.Here(r.Seat.Role.String()))
	if r.person != nil {
		if r.person.Support != model.Some(-2) { // the flags say that
			add(words.Here(model.SupportWord(r.person.Support)))
		}
		if r.person.Coverage != model.CoverageUnknown {
			add(words.T("relmap.cover", words.Here(r.person.Coverage.String())))
		}
	}
	add(words.Here(r.Seat.Function.String()))
	add(r.Seat.Unit)
	if m.Look == LookTree && r.best >= 0 {
		// the level first: behind a Hebrew name its digits would be read as part of it
		add(levels(r.ties[r.best].Level, r.ties[r.best].Target, g) + " " + m.Facts.Team()[r.best].Name)
	}
	return out
}

func influenceWords(s *model.Seat) string {
	if s.Influence == model.InfluenceUnknown {
		return words.T("relmap.influence-unknown")
	}
	return words.Here(s.Influence.String())
}

// tieInWords spells out one cell of the matrix.
func (m *Pane) tieInWords(r *Row, g *theme.Glyphs) []phrase {
	t, ours := r.ties[m.col], m.Facts.Team()[m.col].Name
	out := []phrase{{ours, theme.Strong}, {r.name(), theme.Strong}}
	if t.Tie == nil {
		if r.person == nil {
			return out
		}
		return append(out, phrase{words.T("relmap.no-tie"), theme.Quiet})
	}
	wording := tieWord(t.Level)
	if t.Target > model.TieNone {
		wording += " " + g.Cursor + " " + tieWord(t.Target)
	}
	out = append(out, phrase{wording, theme.Plain})
	when, st := words.T("relmap.no-date"), theme.Quiet
	if t.LastContact.Known() {
		days := max(0, m.Facts.today.DaysSince(t.LastContact))
		when = words.T("relmap.d-ago", days)
		if days == 0 {
			when = words.T("relmap.met-today")
		}
		if score.TieStale(*t.Tie, m.Facts.programme.Settings(), m.Facts.today) {
			when, st = words.T("relmap.stale-2", days), theme.Warn
		}
	}
	return append(
		out,
		phrase{when, st},
		phrase{words.T("relmap.strength", score.Decimals(model.Some(t.strength), 2)), theme.Quiet},
	)
}

// indexForm is one way to write the indexes: how they are called, whether those
// are named by whom they hang, and whether a warning is a sign without a word.
type indexForm struct {
	words                          [6]string
	zipper, carrier, thread, signs bool
}

// indexForms run from telling to terse; the first that fits is written.
var indexForms = words.Table(func() [8]indexForm {
	return [...]indexForm{
		{[6]string{"R ", words.T("relmap.coverage") + " ", words.T("relmap.support") + " ", words.T("relmap.bow-tie") + " ", words.T("relmap.threads") + " ", words.T("relmap.zipper") + " "}, true, true, true, false},
		{[6]string{"R ", words.T("relmap.cov") + " ", words.T("relmap.sup") + " ", words.T("relmap.bow-tie") + " ", words.T("relmap.threads") + " ", words.T("relmap.zipper") + " "}, true, true, true, false},
		{[6]string{"R ", words.T("relmap.cov") + " ", words.T("relmap.sup") + " ", words.T("relmap.bow-tie") + " ", words.T("relmap.threads") + " ", ""}, false, true, true, false},
		{[6]string{"", words.T("relmap.cov") + " ", words.T("relmap.sup") + " ", words.T("relmap.bow-tie") + " ", words.T("relmap.threads") + " ", ""}, false, true, true, false},
		{[6]string{"R ", words.T("relmap.cov") + " ", words.T("relmap.sup") + " ", words.T("relmap.bow-tie") + " ", words.T("relmap.threads") + " ", ""}, false, true, false, false},
		{[6]string{"R ", words.T("relmap.cov") + " ", words.T("relmap.sup") + " ", words.T("relmap.bow") + " ", words.T("relmap.threads") + " ", words.T("relmap.zip") + " "}, true, false, false, false},
		{[6]string{"R ", words.T("relmap.cov") + " ", words.T("relmap.sup") + " ", words.T("relmap.bow") + " ", words.T("relmap.thr") + " ", ""}, false, false, false, true},
		{[6]string{"", words.T("relmap.cov") + " ", words.T("relmap.sup") + " ", words.T("relmap.bow") + " ", words.T("relmap.thr") + " ", ""}, false, false, false, true},
	}
})

// indexes is the last line: where the relationship stands, and by whom it hangs.
func (m *Pane) indexes(form indexForm) []phrase {
	s, wording := &m.Facts.score, form.words
	if !s.Coverage.Known || m.Facts.modest {
		return nil
	}
	cover := score.Print(s.Coverage)
	if s.CoverageConfidence < 1 {
		cover += "~" // some influence is unknown
	}
	bow, bowStyle := bowTieBand(s.BowTie, m.Facts.programme.Settings())
	thread, threadStyle := threadBand(s.Threads.V)
	if form.signs {
		bow, thread = warning(bowStyle), warning(threadStyle)
	}
	if form.carrier {
		bow += m.carrier(bowStyle)
	}
	if form.thread {
		thread += m.threadName(s.Threads.V)
	}
	index := score.Print(s.Score)
	if s.Confidence < 1 {
		index += "~"
	}
	out := []phrase{
		{wording[0] + index, theme.Strong},
		{wording[1] + cover, theme.Plain},
		{wording[2] + score.Print(s.Support), theme.Plain},
		{
			wording[3] + score.Print(s.BowTie) + " %" + bow,
			bowStyle,
		},
		{wording[4] + strconv.Itoa(s.Threads.V) + thread, threadStyle},
	}
	if wording[0] == "" {
		out = out[1:]
	}
	if form.zipper {
		zipper, style := zipperWords(s)
		out = append(out, phrase{wording[5] + zipper, style})
	}
	return out
}

// zipperWords is how many of the required function pairs are connected: 2/5.
func zipperWords(s *score.Relationship) (string, theme.Style) {
	required, connected := 0, 0
	for _, p := range s.Pairs {
		if p.Required {
			required++
			if p.Connected {
				connected++
			}
		}
	}
	switch {
	case required == 0:
		return "–", theme.Quiet
	case connected == required:
		return strconv.Itoa(connected) + "/" + strconv.Itoa(required), theme.Good
	}
	return strconv.Itoa(connected) + "/" + strconv.Itoa(required), theme.Plain
}

// carrier names the one of ours who carries too much.
func (m *Pane) carrier(st theme.Style) string {
	who := m.Facts.programme.Member(m.Facts.score.BowTieWho)
	switch {
	case who == nil:
		return ": " + words.T("relmap.no-tie-yet")
	case st == theme.Plain:
		return ""
	}
	return ": " + firstWord(who.Name)
}

func (m *Pane) threadName(n int) string {
	p := m.Facts.account.Person(m.Facts.score.ThreadWho)
	if n != 1 || p == nil {
		return ""
	}
	return ": " + p.Name
}

// warning is the sign of a band that has no room for its word.
func warning(st theme.Style) string {
	if st == theme.Plain {
		return ""
	}
	return " !"
}

// bowTieBand is the word and style of a bow-tie index in percent.
func bowTieBand(n model.Num, set *model.Settings) (string, theme.Style) {
	switch {
	case n.V > set.BowTieRed:
		return " " + words.T("relmap.red"), theme.Bad
	case n.V >= set.BowTieAmber:
		return " " + words.T("relmap.amber"), theme.Warn
	}
	return "", theme.Plain
}

// threadBand is the word and style of the number of threads.
func threadBand(n int) (string, theme.Style) {
	switch {
	case n <= 1:
		return " " + words.T("relmap.red"), theme.Bad
	case n == 2:
		return " " + words.T("relmap.amber"), theme.Warn
	}
	return "", theme.Plain
}

// drawEmpty invites to begin.
func (m *Pane) drawEmpty(cv widget.Canvas) {
	lines := []string{words.T("relmap.nobody-here-yet-adds-seat")}
	if m.Facts.account == nil {
		lines = []string{words.T("relmap.no-account-yet-add-one")}
	} else if len(m.Facts.Team()) == 0 {
		lines = append(lines, words.T("relmap.o-adds-one-ours-dana"))
	}
	y := 1
	for _, text := range lines {
		for _, line := range widget.Wrap(text, max(1, cv.W()-4)) {
			cv.Text(2, y, line, theme.Quiet)
			y++
		}
	}
}
