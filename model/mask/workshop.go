package mask

import (
	"slices"
	"strings"
	"sync"

	"accord/model"
	"accord/model/words"
)

// ballots masks the blind ratings: who rated has stand-ins, the marks stay.
func (m *mask) ballots(all []model.Ballot) []model.Ballot {
	all = slices.Clone(all)
	for i := range all {
		b := &all[i]
		real := b.Raters
		b.Raters = make([]string, len(real))
		for k, r := range real {
			b.Raters[k] = m.rater(r)
		}
		b.Marks = masked(b.Marks, real, b.Raters)
	}
	return all
}

// workshop masks the meeting: what came with the program stays, what people wrote
// is hidden. Members are named, so that one added later is hidden until somebody
// says otherwise.
func (m *mask) workshop(w *model.Workshop) *model.Workshop {
	if w == nil {
		return nil
	}
	out := &model.Workshop{Title: agendaWords(w.Title), Day: w.Day, Accounts: w.Accounts, Now: w.Now, Start: w.Start}
	for _, p := range w.People {
		out.People = append(
			out.People,
			model.Participant{Initials: m.rater(p.Initials), Function: m.text(p.Function), Theirs: p.Theirs, Account: p.Account},
		)
	}
	for _, s := range w.Steps {
		out.Steps = append(
			out.Steps,
			model.AgendaStep{
				ID:      s.ID,
				Name:    agendaWords(s.Name),
				Minutes: s.Minutes,
				Screen:  s.Screen,
				Note:    agendaWords(s.Note),
				Began:   s.Began,
			},
		)
	}
	for _, p := range w.Parked {
		line := model.Parked{
			ID:      p.ID,
			Kind:    p.Kind,
			Text:    m.text(p.Text),
			When:    p.When,
			Account: p.Account,
			End:     p.End,
			Made:    p.Made,
		}
		if p.Who != "" {
			line.Who = m.rater(p.Who)
		}
		out.Parked = append(out.Parked, line)
	}
	return out
}

// masked are marks under the stand-ins of who gave them.
func masked(marks map[string]model.Level, real, masked []string) map[string]model.Level {
	if marks == nil {
		return nil
	}
	out := make(map[string]model.Level, len(marks))
	for key, l := range marks {
		for k, r := range real {
			if account, factor, ok := strings.Cut(key, "/"+r+"/"); ok {
				key = account + "/" + masked[k] + "/" + factor
				break
			}
		}
		out[key] = l
	}
	return out
}

// rater is the stand-in for somebody's initials; it is as good a key of marks.
func (m *mask) rater(initials string) string {
	return m.name(initials, m.before(words.T("mask.rater")))
}

// agendaWords keeps the words of the agendas that come with the program.
func agendaWords(text string) string {
	if text == "" || shippedAgenda()[text] {
		return text
	}
	return hidden
}

var shippedAgenda = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, l := range words.Languages() { // a file may have been made in any of them
		for _, r := range model.ReadyAgendasIn(l) {
			all[r.Title()] = true
			for _, s := range r.Steps {
				all[s.Name], all[s.Note] = true, true
			}
		}
	}
	return all
})
