package ui

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"accord/ui/theme"
	"accord/ui/widget"
)

// wonOf lists the values of a status that count now.
func wonOf(v *ImportPreview) []string {
	var out []string
	for _, s := range v.Statuses {
		if s.Won {
			out = append(out, s.Value)
		}
	}
	return out
}

// noStatus counts nothing: no row has it.
const noStatus = ""

// statusKey answers keys on the page of status values.
func (m *importer) statusKey(c *ctx, in Intent) Outcome {
	v, s := m.preview(), &m.spots[tabStatus]
	if to, ok := moveTo(in.Kind, s.at, len(v.Statuses), s.rows); ok {
		s.at = to
		return done()
	}
	switch in.Kind {
	case Accept, ToggleCounts:
		if s.at >= len(v.Statuses) {
			return done()
		}
		return m.toggle(c, v, v.Statuses[s.at])
	case AcceptSuggestion:
		m.files[m.at].Won, m.files[m.at].Usual = nil, true
		return m.again(c)
	}
	return Outcome{}
}

// toggle counts a status, or no more, and has the file read again.
func (m *importer) toggle(c *ctx, v *ImportPreview, s ImportStatus) Outcome {
	if strings.TrimSpace(s.Value) == "" {
		return refuse("Rows without a status never count.")
	}
	won := slices.DeleteFunc(wonOf(v), func(w string) bool { return strings.EqualFold(w, s.Value) })
	if !s.Won {
		won = append(won, s.Value)
	}
	if len(won) == 0 {
		won = []string{noStatus}
	}
	m.files[m.at].Won, m.files[m.at].Usual = won, false
	return m.again(c)
}

func (m *importer) drawStatuses(cv widget.Canvas) {
	v := m.preview()
	body := hint(cv, "enter or space counts it or not · = the usual words · tab next page · esc back")
	y := m.drawLines(body, 0, "Rows with a status that counts are summed to revenue; the others are left out.", theme.Quiet)
	_, rest := body.Rect().SplitTop(y + 1)
	m.spots[tabStatus].drawRows(body.Sub(rest), len(v.Statuses), func(line widget.Canvas, i int) {
		s := v.Statuses[i]
		sign, word, st := line.Glyphs().Off, "does not count", theme.Quiet
		if s.Won {
			sign, word, st = line.Glyphs().On, "counts", theme.Good
		}
		line.TextIn(2, 0, 2, sign, st, widget.Left)
		w := max(8, line.W()-35)
		line.TextIn(5, 0, w, cmp.Or(oneLine(s.Value), "(empty)"), theme.Plain, widget.Left)
		line.TextIn(5+w, 0, 12, plural(s.Rows, "row"), theme.Plain, widget.Right)
		line.TextIn(5+w+14, 0, 15, word, st, widget.Left)
	})
}

// accountKey answers keys on the page of accounts.
func (m *importer) accountKey(in Intent) Outcome {
	v, s := m.preview(), &m.spots[tabAccounts]
	if to, ok := moveTo(in.Kind, s.at, len(v.Accounts), s.rows); ok {
		s.at = to
		return done()
	}
	if in.Kind == Accept && s.at < len(v.Accounts) {
		return open(&importDiff{list: v.Accounts, at: s.at})
	}
	return Outcome{}
}

func (m *importer) drawAccounts(cv widget.Canvas) {
	v := m.preview()
	body := hint(cv, "enter opens the account's differences · tab next page · esc back")
	fresh, left := 0, 0
	for i := range v.Accounts {
		if v.Accounts[i].New {
			fresh++
		}
	}
	for i := range v.Problems {
		if v.Problems[i].Refused {
			left++
		}
	}
	words := fmt.Sprintf("%d new, %d changed, %d unchanged", fresh, len(v.Accounts)-fresh, v.Unchanged)
	if left > 0 {
		words += ", " + plural(left, "row") + " left out"
	}
	body.TextIn(1, 0, body.W()-2, words, theme.Strong, widget.Left)
	_, rest := body.Rect().SplitTop(1)
	m.spots[tabAccounts].drawRows(body.Sub(rest), len(v.Accounts), func(line widget.Canvas, i int) {
		a := &v.Accounts[i]
		sign, st := "new", theme.Good
		if !a.New {
			sign, st = "chg", theme.Accent
		}
		w := max(10, (line.W()-8)*2/5)
		line.TextIn(2, 0, 3, sign, st, widget.Left)
		line.TextIn(6, 0, w-1, oneLine(a.Name), theme.Plain, widget.Left)
		line.TextIn(6+w, 0, max(0, line.W()-7-w), a.words(), theme.Quiet, widget.Left)
	})
}

// importDiff is what a file would do to one account, fact by fact.
type importDiff struct {
	page
	list []ImportAccount
	at   int
}

func (p *importDiff) title(*ctx) string {
	return fmt.Sprintf("%s (%d of %d)", oneLine(p.list[p.at].Name), p.at+1, len(p.list))
}

func (p *importDiff) scopes(*ctx) []scope { return []scope{scopePage, scopeMove} }

func (p *importDiff) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(96, screen.W), min(26, screen.H))
}

func (p *importDiff) handle(_ *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel, Accept:
		return closing()
	case Right, NextField:
		p.at, p.top = min(p.at+1, len(p.list)-1), 0
		return done()
	case Left, PrevField:
		p.at, p.top = max(p.at-1, 0), 0
		return done()
	}
	if p.scroll(in.Kind) {
		return done()
	}
	return Outcome{}
}

func (p *importDiff) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "→ the next account · ← the one before · esc back")
	a := &p.list[p.at]
	p.begin(body.W())
	words := "A new account"
	if !a.New {
		words = "Changes"
	}
	if n := a.Contacts; n > 0 {
		words += ", " + plural(n, "contact")
	}
	if n := a.Transactions; n > 0 {
		words += ", " + plural(n, "transaction")
	}
	p.text(1, words+".", theme.Strong)
	p.blank()
	for _, f := range a.Facts {
		if a.New && f.Before == "" {
			p.text(1, f.Label+": "+oneLine(f.After), theme.Plain)
			continue
		}
		p.text(1, f.Label, theme.Quiet)
		p.text(3, orDash(c, oneLine(f.Before))+" "+c.glyphs.Gives+" "+orDash(c, oneLine(f.After)), theme.Plain)
	}
	p.page.draw(body)
}

// problemKey answers keys on the page of problems.
func (m *importer) problemKey(in Intent) Outcome {
	v, s := m.preview(), &m.spots[tabProblems]
	if to, ok := moveTo(in.Kind, s.at, len(v.Problems), s.rows); ok {
		s.at = to
		return done()
	}
	if in.Kind != WriteReport {
		return Outcome{}
	}
	path := m.files[m.at].Path
	if in.Text == "" {
		return open(newPrompt(askFaults, "", strings.TrimSuffix(path, filepath.Ext(path))+" problems.csv"))
	}
	if v.Faults == nil {
		return refuse("This copy of Accord was built without a writer of problems.")
	}
	to := Output{Path: realPath(in.Text), Format: "csv"}
	for i := range m.files {
		to.Inputs = append(to.Inputs, m.files[i].Path)
	}
	return doing(&reportJob{to: to, text: v.Faults()})
}

func (m *importer) drawProblems(cv widget.Canvas) {
	v, s := m.preview(), &m.spots[tabProblems]
	body := hint(cv, "f writes all of them to a file · tab next page · esc back")
	foot, list := body.Rect().SplitBottom(min(5, max(0, body.H()-2)))
	s.drawRows(body.Sub(list), len(v.Problems), func(line widget.Canvas, i int) {
		p := &v.Problems[i]
		at, st := "file", theme.Warn
		if p.Line > 0 {
			at = strconv.Itoa(p.Line)
		}
		if p.Refused {
			st = theme.Bad
		}
		line.TextIn(2, 0, 7, at, st, widget.Right)
		line.TextIn(10, 0, 16, oneLine(p.Field), theme.Plain, widget.Left)
		line.TextIn(27, 0, max(0, line.W()-28), oneLine(p.Sentence), theme.Plain, widget.Left)
	})
	if s.at < len(v.Problems) {
		p := &v.Problems[s.at]
		below := body.Sub(foot)
		below.HLine(0, 0, below.W(), theme.Border)
		what := "The row arrives without it. "
		if p.Refused {
			what = "The row is left out. "
		}
		for i, l := range widget.Wrap(problemWords(p)+". "+what+p.Hint, max(1, below.W()-2)) {
			below.TextAuto(1, i+1, below.W()-2, l, theme.Plain, widget.Left)
		}
	}
}

// problemWords tell a problem with its line and column.
func problemWords(p *ImportProblem) string {
	s := oneLine(p.Sentence)
	if p.Field != "" {
		s = oneLine(p.Field) + ": " + s
	}
	if p.Line > 0 {
		s = "line " + strconv.Itoa(p.Line) + ": " + s
	}
	return s
}
