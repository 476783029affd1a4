package report

import (
	"accord/model"
	"accord/model/score"
)

// finish makes a report of ours whole.
func (k Of) finish(r *Report, s *score.Scores, a *model.Account) {
	r.Title, r.Days, r.Foot = k.Name, days(s, a, k), internal()
	k.head(r, s, a)
}

// head says of whom a report is, and as of when: of the workshop that is going on
// where it is about that.
func (k Of) head(r *Report, s *score.Scores, a *model.Account) {
	r.Nodes = withoutEmpty(r.Nodes)
	r.Today, r.OnePage = s.Today(), k.onePage
	g := s.Portfolio().Programme()
	switch r.About = g.Title; {
	case k.Account:
		r.About = a.Name
	case g.Workshop != nil && k.meeting:
		r.About = g.Workshop.Title
	}
	r.Subtitle = r.About + ", " + r.Today.Short()
	if Anonymous(s) {
		r.round()
	}
}
