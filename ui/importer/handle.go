package importer

import (
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// previewed answers keys while the preview is shown.
func (m *Wizard) previewed(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.NextLook:
		return m.turn(c, 1)
	case keys.PrevLook:
		return m.turn(c, -1)
	case keys.NextSection:
		return m.otherFile(c, 1)
	case keys.PrevSection:
		return m.otherFile(c, -1)
	case keys.Cancel:
		if m.tab != tabOverview && m.preview().Unread == "" {
			m.tab = tabOverview
			return m.useAnswers(c)
		}
		m.halt()
		m.stage, m.seen, m.wrong = importAsks, nil, ""
		return kit.Done()
	case keys.Rate:
		return m.choice(c, in)
	case keys.ToggleCounts:
		if m.tab != tabStatus {
			in.Kind = keys.PageDown
		}
	}
	switch m.tab {
	case tabColumns:
		return m.columnKey(c, in)
	case tabSame:
		return m.sameKey(c, in)
	case tabStatus:
		return m.statusKey(c, in)
	case tabAccounts:
		return m.accountKey(in)
	case tabProblems:
		return m.problemKey(in)
	}
	if in.Kind == keys.Accept {
		return m.agree(c)
	}
	if m.page.Scroll(in.Kind) {
		return kit.Done()
	}
	return kit.Outcome{}
}

// turn goes to another page of the file; answers given are used then.
func (m *Wizard) turn(c *kit.Context, by int) kit.Outcome {
	tabs := m.tabs()
	for i, t := range tabs {
		if t == m.tab {
			m.tab = tabs[(i+by+len(tabs))%len(tabs)]
			m.page.Top = 0
			return m.useAnswers(c)
		}
	}
	m.tab = tabOverview
	return kit.Done()
}

// otherFile looks at another of several files.
func (m *Wizard) otherFile(c *kit.Context, by int) kit.Outcome {
	to := m.at + by
	if to < 0 || to >= len(m.seen) {
		return kit.Say(words.T("importer.there-no-other-file-this"))
	}
	out := m.useAnswers(c)
	if _, reads := kit.Asks[*Job](&out); !reads {
		m.turnTo(to)
		m.said.take(m.preview(), m.files[m.at].Same)
	}
	return out
}

func (m *Wizard) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch m.stage {
	case importAsks:
		return m.Asked(c, in)
	case importReads:
		if in.Kind == keys.Cancel {
			m.halt()
			m.stage = importAsks
			return kit.Say(words.T("importer.stopped-reading-nothing-changed"))
		}
		return kit.Outcome{}
	case importPreviews:
		return m.previewed(c, in)
	}
	return m.finished(in)
}

// Asked answers keys while the question is open.
func (m *Wizard) Asked(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Typing:
		if m.row == rowKind {
			return m.typeKind(in)
		}
		m.field().Apply(in.Edit, in.Text)
		m.names, m.wrong = nil, ""
	case keys.Accept:
		return m.Read(c)
	case keys.Cancel:
		return kit.Close()
	case keys.NextField:
		if m.row != rowPath || !m.completed() {
			m.step(1)
		}
	case keys.Down:
		m.step(1)
	case keys.Up, keys.PrevField:
		m.step(-1)
	default:
		return kit.Outcome{}
	}
	return kit.Done()
}

// agree proposes the changes. They were tried when the files were read, so they
// hold as long as nothing else moved on.
func (m *Wizard) agree(c *kit.Context) kit.Outcome {
	var steps []edit.Change
	for i, v := range m.seen {
		if v.Unread != "" {
			m.turnTo(i)
			m.tab = tabColumns
			return kit.Refuse(v.Unread)
		}
		if len(v.Open) > 0 {
			m.turnTo(i)
			return kit.Refuse(v.Open[0].Sentence)
		}
		if v.Change != nil {
			steps = append(steps, v.Change)
		}
	}
	switch why := c.Session.Frozen(); {
	case m.waiting != 0:
		return kit.Say(words.T("importer.file-being-read-again-moment"))
	case m.wrong != "":
		return kit.Refuse(m.wrong)
	case len(steps) == 0:
		return kit.Say(words.T("importer.nothing-would-change-esc-goes"))
	case why != "":
		return kit.Refuse(why)
	case m.base != c.Portfolio():
		m.base, m.at = c.Portfolio(), 0
		out := m.again(c)
		out.Say(words.T("importer.something-changed-since-preview-new"))
		return out
	}
	m.stage, m.page.Top = importDone, 0
	out := kit.Say(words.T("importer.imported", m.what()))
	out.Add(kit.Changing{Changes: steps, Apart: true})
	return out
}

// finished answers keys after an import: another file, or back to work.
func (m *Wizard) finished(in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Accept, keys.ImportFile:
		dir, _ := kit.SplitPath(m.path.Text())
		*m = *New(m.kinds[1:])
		m.path.SetText(dir)
		return kit.Done()
	case keys.Cancel:
		return kit.Close()
	case keys.Undo:
		return kit.Doing(kit.Closing{}, kit.Turning{})
	}
	if m.page.Scroll(in.Kind) {
		return kit.Done()
	}
	return kit.Outcome{}
}

func (m *Wizard) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	switch m.stage {
	case importReads:
		m.drawReading(cv)
	case importPreviews:
		m.drawPages(c, cv)
	case importDone:
		m.drawDone(cv)
	default:
		m.drawQuestion(cv)
	}
}

func (m *Wizard) drawPages(c *kit.Context, cv widget.Canvas) {
	top, rest := cv.Rect().SplitTop(1)
	m.drawTabs(cv.Sub(top))
	body := cv.Sub(rest)
	if m.wrong != "" {
		y := m.drawLines(body, 0, m.wrong, theme.Bad)
		_, below := body.Rect().SplitTop(y)
		body = body.Sub(below)
	}
	switch m.tab {
	case tabColumns:
		m.drawColumns(c, body)
	case tabSame:
		m.drawSame(c, body)
	case tabStatus:
		m.drawStatuses(body)
	case tabAccounts:
		m.drawAccounts(body)
	case tabProblems:
		m.drawProblems(body)
	default:
		m.drawOverview(body)
	}
}
