package model

import (
	"accord/model/words"
	"reflect"
	"time"
)

// Programme holds the settings of a file: what is true for all accounts at once.
// Like the account it is immutable in a portfolio and one unit of change.
type Programme struct {
	Title      string     `json:"title"`
	Currency   Currency   `json:"currency"`
	YearStarts time.Month `json:"year_starts,omitzero"` // first month of a year; 0 and 1 are January
	Year       int        `json:"year,omitzero"`        // whose figures are shown; 0 is the latest that enough accounts have
	LastTwelve bool       `json:"last_twelve,omitzero"` // the last 12 months are shown rather than a year
	Pack       *Pack      `json:"pack,omitzero"`        // nil is the default pack
	MedianCut  bool       `json:"median_cut,omitzero"`  // quadrants cut at the portfolio median, else at Cut
	Cut        float64    `json:"cut,omitzero"`         // 0 is the default, 50
	Team       []Member   `json:"team,omitzero"`
	Rates      []Rate     `json:"rates,omitzero"`     // by currency and year
	Offerings  []Offering `json:"offerings,omitzero"` // the catalogue

	Readiness map[FactorKey]Rating `json:"readiness,omitzero"` // how ready we are for a programme
	Workshop  *Workshop            `json:"workshop,omitzero"`  // the one that is going on
	Ballots   []Ballot             `json:"ballots,omitzero"`   // blind ratings, of the workshop or the last one without
	Mappings  []Mapping            `json:"mappings,omitzero"`  // what was said about the columns of files

	grain float64 // of a masked programme: what one real minor unit is as an index, for the scores alone
}

// DefaultCut divides high from low on both axes (METHOD §2).
const DefaultCut = 50.0

// NewProgramme is what a new file starts with.
func NewProgramme() *Programme {
	return &Programme{Title: words.T("model.strategic-accounts"), Currency: "USD", YearStarts: time.January}
}

// MethodPack is the pack in force.
func (g *Programme) MethodPack() *Pack {
	if g.Pack != nil {
		return g.Pack
	}
	return DefaultPack()
}

// FixedCut is the cut of both axes when it is not the median.
func (g *Programme) FixedCut() float64 {
	if g.Cut == 0 {
		return DefaultCut
	}
	return g.Cut
}

// WithGrain is the programme with amounts rounded to multiples of grain instead of whole
// minor units: those of a masked portfolio are rounded where the real ones are.
func (g *Programme) WithGrain(grain float64) *Programme {
	q := *g
	q.grain = grain
	return &q
}

// Grain is what WithGrain said, 0 for whole minor units.
func (g *Programme) Grain() float64 { return g.grain }

// Member returns the member of our team with the id, or nil.
func (g *Programme) Member(id MemberID) *Member { return ByID(g.Team, id) }

// ScoresAs reports whether two programmes differ at most in what no score is made
// of: a workshop with its marks, which is edited many times a minute.
func (g *Programme) ScoresAs(other *Programme) bool {
	a, b := *g, *other
	a.Workshop, a.Ballots, b.Workshop, b.Ballots = nil, nil, nil, nil
	return g == other || reflect.DeepEqual(a, b)
}
