package report

import (
	"accord/model"
	"accord/model/exposure"
	"accord/model/score"
	"accord/model/words"
)

// exposed says under the people whom only one of ours knows; that no key player is among
// them only where one is rated (METHOD §5).
func exposed(r *Report, s *score.Scores, a *model.Account) {
	if len(a.Seats) == 0 {
		return
	}
	g, who := s.Portfolio().Programme(), model.NewDirectory(a)
	e := exposure.Of(a, g)
	var lines []string
	for _, m := range e.Members() {
		var names []any
		for _, o := range e.Without(m) {
			names = append(names, who.Person(o.Person).Name)
		}
		lines = append(lines, words.T("report.only-ours-knows", g.Member(m).Name, words.ListOf(names...)))
	}
	switch {
	case e.KeyPlayers == 0:
		lines = append(lines, words.T("report.no-key-player-rated"))
	case e.Known > 0 && e.Reassures():
		lines = append(lines, words.T("report.no-key-player-on-one"))
	}
	r.list(lines...)
}
