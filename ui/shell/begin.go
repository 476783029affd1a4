package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/session"
	"accord/model/words"
	"accord/ui/kit"
)

// Do makes it.
func (e founding) Do(h kit.Host) tea.Cmd {
	a := h.(*App)
	if e.sample {
		return a.beginSample(e.phrase)
	}
	return a.Begin(e.content, e.then, e.phrase)
}

// Begin makes the file on the first run and starts a session on its content.
func (a *App) Begin(p *model.Portfolio, then kit.Page, phrase string) tea.Cmd {
	if phrase != "" {
		return a.beginProtected(p, then, phrase)
	}
	if a.ports.Begin != nil {
		if err := a.ports.Begin(p); err != nil {
			a.status.text, a.status.bad = kit.Sentence(err), true
			return nil
		}
	}
	a.startOn(kit.NewSitting(session.New(p, model.DateOf(a.c.Now), 0, a.ports.NewID), ""))
	if then != nil {
		a.push(then)
	}
	return nil
}

// beginSample begins with the sample portfolio.
func (a *App) beginSample(phrase string) tea.Cmd {
	if a.ports.Sample == nil {
		return a.apply(kit.Refuse(words.T("shell.there-no-sample-portfolio-here")))
	}
	p, err := a.ports.Sample(model.DateOf(a.c.Now))
	if err != nil {
		return a.apply(kit.Refuse(kit.Sentence(err)))
	}
	return a.Begin(p, nil, phrase)
}
