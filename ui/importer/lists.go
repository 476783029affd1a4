package importer

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/papers"
	"accord/ui/theme"
	"accord/ui/widget"
)

// wonOf lists the values of a status that count now.
func wonOf(v *kit.ImportPreview) []string {
	var out []string
	for _, s := range v.Statuses {
		if s.Won {
			out = append(out, s.Value)
		}
	}
	return out
}

// NoStatus counts nothing: no row has it.
const NoStatus = ""

// statusKey answers keys on the page of status values.
func (m *Wizard) statusKey(c *kit.Context, in keys.Intent) kit.Outcome {
	v, s := m.preview(), &m.spots[tabStatus]
	if to, ok := kit.MoveTo(in.Kind, s.at, len(v.Statuses), s.rows); ok {
		s.at = to
		return kit.Done()
	}
	switch in.Kind {
	case keys.Accept, keys.ToggleCounts:
		if s.at >= len(v.Statuses) {
			return kit.Done()
		}
		return m.toggle(c, v, v.Statuses[s.at])
	case keys.AcceptSuggestion:
		m.files[m.at].Won, m.files[m.at].Usual = nil, true
		return m.again(c)
	}
	return kit.Outcome{}
}

// toggle counts a status, or no more, and has the file read again.
func (m *Wizard) toggle(c *kit.Context, v *kit.ImportPreview, s kit.ImportStatus) kit.Outcome {
	if strings.TrimSpace(s.Value) == "" {
		return kit.Refuse(words.T("importer.rows-without-status-never-count"))
	}
	won := slices.DeleteFunc(wonOf(v), func(w string) bool { return strings.EqualFold(w, s.Value) })
	if !s.Won {
		won = append(won, s.Value)
	}
	if len(won) == 0 {
		won = []string{NoStatus}
	}
	m.files[m.at].Won, m.files[m.at].Usual = won, false
	return m.again(c)
}

func (m *Wizard) drawStatuses(cv widget.Canvas) {
	v := m.preview()
	body := kit.Hint(cv, words.T("importer.enter-or-space-counts-or"))
	y := m.drawLines(body, 0, words.T("importer.rows-status-counts-summed-revenue"), theme.Quiet)
	_, rest := body.Rect().SplitTop(y + 1)
	m.spots[tabStatus].drawRows(body.Sub(rest), len(v.Statuses), func(line widget.Canvas, i int) {
		s := v.Statuses[i]
		sign, word, st := line.Glyphs().Off, words.T("importer.does-not-count"), theme.Quiet
		if s.Won {
			sign, word, st = line.Glyphs().On, words.T("importer.counts-2"), theme.Good
		}
		line.TextIn(2, 0, 2, sign, st, widget.Left)
		w := max(8, line.W()-35)
		line.TextIn(5, 0, w, cmp.Or(kit.OneLine(s.Value), words.T("importer.empty")), theme.Plain, widget.Left)
		line.TextIn(5+w, 0, 12, words.T("importer.n-rows", s.Rows), theme.Plain, widget.Right)
		line.TextIn(5+w+14, 0, 15, word, st, widget.Left)
	})
}

// accountKey answers keys on the page of accounts.
func (m *Wizard) accountKey(in keys.Intent) kit.Outcome {
	v, s := m.preview(), &m.spots[tabAccounts]
	if to, ok := kit.MoveTo(in.Kind, s.at, len(v.Accounts), s.rows); ok {
		s.at = to
		return kit.Done()
	}
	if in.Kind == keys.Accept && s.at < len(v.Accounts) {
		return kit.Open(&Diff{list: v.Accounts, at: s.at})
	}
	return kit.Outcome{}
}

func (m *Wizard) drawAccounts(cv widget.Canvas) {
	v := m.preview()
	body := kit.Hint(cv, words.T("importer.enter-opens-accounts-differences-tab"))
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
	wording := words.T("importer.new-changed-unchanged", fresh, len(v.Accounts)-fresh, v.Unchanged)
	if left > 0 {
		wording += ", " + words.T("importer.left-out-2", left)
	}
	body.TextIn(1, 0, body.W()-2, wording, theme.Strong, widget.Left)
	_, rest := body.Rect().SplitTop(1)
	m.spots[tabAccounts].drawRows(body.Sub(rest), len(v.Accounts), func(line widget.Canvas, i int) {
		a := &v.Accounts[i]
		sign, st := "new", theme.Good
		if !a.New {
			sign, st = "chg", theme.Accent
		}
		w := max(10, (line.W()-8)*2/5)
		line.TextIn(2, 0, 3, sign, st, widget.Left)
		line.TextIn(6, 0, w-1, kit.OneLine(a.Name), theme.Plain, widget.Left)
		line.TextIn(6+w, 0, max(0, line.W()-7-w), a.Words(), theme.Quiet, widget.Left)
	})
}

// Diff is what a file would do to one account, fact by fact.
type Diff struct {
	kit.Body
	list []kit.ImportAccount
	at   int
}

func (p *Diff) Title(*kit.Context) string {
	return words.T("importer.of-2", kit.OneLine(p.list[p.at].Name), p.at+1, len(p.list))
}

func (p *Diff) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopePage, keys.ScopeMove} }

func (p *Diff) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(96, screen.W), min(26, screen.H))
}

func (p *Diff) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Cancel, keys.Accept:
		return kit.Close()
	case keys.Right, keys.NextField:
		p.at, p.Top = min(p.at+1, len(p.list)-1), 0
		return kit.Done()
	case keys.Left, keys.PrevField:
		p.at, p.Top = max(p.at-1, 0), 0
		return kit.Done()
	}
	if p.Scroll(in.Kind) {
		return kit.Done()
	}
	return kit.Outcome{}
}

func (p *Diff) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("importer.next-account-one-before-esc"))
	a := &p.list[p.at]
	p.Begin(body.W())
	wording := words.T("importer.new-account")
	if !a.New {
		wording = words.T("importer.changes")
	}
	if n := a.Contacts; n > 0 {
		wording += ", " + words.T("importer.n-contacts", n)
	}
	if n := a.Transactions; n > 0 {
		wording += ", " + words.T("importer.n-transactions", n)
	}
	p.Text(1, wording+".", theme.Strong)
	p.Blank()
	for _, f := range a.Facts {
		if a.New && f.Before == "" {
			p.Text(1, f.Label+": "+kit.OneLine(f.After), theme.Plain)
			continue
		}
		p.Text(1, f.Label, theme.Quiet)
		p.Text(
			3,
			kit.OrDash(c, kit.OneLine(f.Before))+" "+c.Glyphs.Gives+" "+kit.OrDash(c, kit.OneLine(f.After)),
			theme.Plain,
		)
	}
	p.Body.Draw(body)
}

// problemKey answers keys on the page of problems.
func (m *Wizard) problemKey(in keys.Intent) kit.Outcome {
	v, s := m.preview(), &m.spots[tabProblems]
	if to, ok := kit.MoveTo(in.Kind, s.at, len(v.Problems), s.rows); ok {
		s.at = to
		return kit.Done()
	}
	if in.Kind != keys.WriteReport {
		return kit.Outcome{}
	}
	path := m.files[m.at].Path
	if in.Text == "" {
		return kit.Open(kit.NewPrompt(kit.AskFaults, "", strings.TrimSuffix(path, filepath.Ext(path))+" problems.csv"))
	}
	if v.Faults == nil {
		return kit.Refuse(words.T("importer.this-copy-accord-built-without"))
	}
	to := kit.Output{Path: kit.RealPath(in.Text), Format: "csv"}
	for i := range m.files {
		to.Inputs = append(to.Inputs, m.files[i].Path)
	}
	return kit.Doing(&papers.ReportJob{To: to, Text: v.Faults()})
}

func (m *Wizard) drawProblems(cv widget.Canvas) {
	v, s := m.preview(), &m.spots[tabProblems]
	body := kit.Hint(cv, words.T("importer.f-writes-all-them-file"))
	foot, list := body.Rect().SplitBottom(min(5, max(0, body.H()-2)))
	s.drawRows(body.Sub(list), len(v.Problems), func(line widget.Canvas, i int) {
		p := &v.Problems[i]
		at, st := words.T("importer.file"), theme.Warn
		if p.Line > 0 {
			at = strconv.Itoa(p.Line)
		}
		if p.Refused {
			st = theme.Bad
		}
		line.TextIn(2, 0, 7, at, st, widget.Right)
		line.TextIn(10, 0, 16, kit.OneLine(p.Field), theme.Plain, widget.Left)
		line.TextIn(27, 0, max(0, line.W()-28), kit.OneLine(p.Sentence), theme.Plain, widget.Left)
	})
	if s.at < len(v.Problems) {
		p := &v.Problems[s.at]
		below := body.Sub(foot)
		below.HLine(0, 0, below.W(), theme.Border)
		what := words.T("importer.row-arrives-without")
		if p.Refused {
			what = words.T("importer.row-left-out")
		}
		for i, l := range widget.Wrap(problemWords(p)+". "+what+" "+p.Hint, max(1, below.W()-2)) {
			below.TextAuto(1, i+1, below.W()-2, l, theme.Plain, widget.Left)
		}
	}
}
