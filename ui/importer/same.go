package importer

import (
	"maps"
	"strings"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// say answers a question; "" leaves it open.
func (a *answers) say(name, answer string) {
	if a.given == nil {
		a.given = map[string]string{}
	}
	if a.given[name] == answer {
		return
	}
	a.used = false
	if a.given[name] = answer; answer == "" {
		delete(a.given, name)
	}
}

// openQuestions counts those without an answer.
func (m *Wizard) openQuestions() (n int) {
	for _, q := range m.preview().Questions {
		if m.said.given[q.Name] == "" {
			n++
		}
	}
	return n
}

// useAnswers has the file read with the answers that were given.
func (m *Wizard) useAnswers(c *kit.Context) kit.Outcome {
	if m.said.used {
		return kit.Done()
	}
	m.said.used = true
	m.files[m.at].Same = maps.Clone(m.said.given)
	return m.again(c)
}

// sameKey answers keys on the page of questions.
func (m *Wizard) sameKey(c *kit.Context, in keys.Intent) kit.Outcome {
	v, s := m.preview(), &m.spots[tabSame]
	if to, ok := kit.MoveTo(in.Kind, s.at, len(v.Questions), s.rows); ok {
		s.at = to
		return kit.Done()
	}
	if s.at >= len(v.Questions) {
		return kit.Outcome{}
	}
	q := &v.Questions[s.at]
	switch in.Kind {
	case keys.Accept:
		m.tab = tabOverview
		return m.useAnswers(c)
	case keys.Yes:
		m.said.say(q.Name, string(q.ID))
	case keys.No:
		m.said.say(q.Name, "-")
	case keys.AcceptSuggestion:
		m.said.say(q.Name, "")
		return kit.Done()
	default:
		return kit.Outcome{}
	}
	s.at = m.nextOpen(v, s.at)
	return kit.Done()
}

// nextOpen is the next question without an answer, or the one at hand.
func (m *Wizard) nextOpen(v *kit.ImportPreview, at int) int {
	for i := range len(v.Questions) {
		if k := (at + 1 + i) % len(v.Questions); m.said.given[v.Questions[k].Name] == "" {
			return k
		}
	}
	return at
}

func (m *Wizard) drawSame(c *kit.Context, cv widget.Canvas) {
	v, s := m.preview(), &m.spots[tabSame]
	body := kit.Hint(cv, words.T("importer.y-same-account-n-new"))
	n := m.openQuestions()
	wording := words.T("importer.open-new-account-unless-you", n)
	if n == 0 {
		wording = words.T("importer.all-answered")
	}
	body.TextIn(1, 0, body.W()-2, wording, theme.Strong, widget.Left)
	h := min(len(v.Questions)+1, max(2, body.H()/3))
	s.drawRows(body.Sub(widget.Rect{Y: 1, W: body.W(), H: h}), len(v.Questions), func(line widget.Canvas, i int) {
		q := &v.Questions[i]
		answer, st := "?", theme.Warn
		switch m.said.given[q.Name] {
		case "":
		case "-":
			answer, st = "new", theme.Plain
		default:
			answer, st = "same", theme.Good
		}
		w := (line.W() - 10) / 2
		line.TextIn(2, 0, 5, answer, st, widget.Left)
		line.TextIn(8, 0, w-1, kit.OneLine(q.Name), theme.Plain, widget.Left)
		line.TextIn(8+w, 0, w, kit.OneLine(q.Account), theme.Quiet, widget.Left)
	})
	if s.at < len(v.Questions) {
		_, below := body.Rect().SplitTop(1 + h)
		drawSides(c, body.Sub(below), &v.Questions[s.at])
	}
}

// drawSides puts the account here beside the one in the file.
func drawSides(c *kit.Context, cv widget.Canvas, q *kit.ImportQuestion) {
	cv.HLine(0, 0, cv.W(), theme.Border)
	label := min(16, cv.W()/4)
	w := (cv.W() - label - 3) / 2
	left, right := words.T("importer.in-accord"), words.T("importer.in-the-file")
	if q.Within {
		left, right = words.T("importer.first-file"), words.T("importer.then-file")
	}
	cv.TextIn(1+label, 1, w-1, left, theme.Header, widget.Left)
	cv.TextIn(1+label+w, 1, w, right, theme.Header, widget.Left)
	y := 2
	for _, f := range q.Facts {
		st := theme.Plain
		if strings.EqualFold(f.Before, f.After) {
			st = theme.Good
		}
		cv.TextIn(1, y, label-1, f.Label, theme.Quiet, widget.Left)
		cv.TextIn(1+label, y, w-1, kit.OrDash(c, kit.OneLine(f.Before)), st, widget.Left)
		cv.TextIn(1+label+w, y, w, kit.OrDash(c, kit.OneLine(f.After)), st, widget.Left)
		y++
	}
	cv.TextIn(1, y, cv.W()-2, q.Why, theme.Accent, widget.Left)
}
