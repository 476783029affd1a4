package model

// Tier is the manager's decision about an account; no formula sets it.
type Tier uint8

// The tiers. A new account is a candidate.
const (
	Candidate Tier = iota
	Strategic
	Key
	Maintain
	Neglected
)

// Account is one customer with everything known and planned about it. It is the
// unit of change, of saving, of undo and of remembered scores, and it is
// immutable once it is in a portfolio: edits work on a copy.
type Account struct {
	ID       AccountID         `json:"id"`
	Name     string            `json:"name"`
	Parent   AccountID         `json:"parent,omitzero"`
	Owner    string            `json:"owner,omitzero"` // our account manager's name as people write it
	Manager  MemberID          `json:"manager,omitzero"`
	Sponsor  MemberID          `json:"sponsor,omitzero"` // our executive sponsor
	Tier     Tier              `json:"tier,omitzero"`
	Segment  string            `json:"segment,omitzero"`
	Kind     string            `json:"kind,omitzero"` // customer, prospect, partner … as the source system says
	Country  string            `json:"country,omitzero"`
	City     string            `json:"city,omitzero"`
	Website  string            `json:"website,omitzero"`
	Phone    string            `json:"phone,omitzero"`
	Tags     []string          `json:"tags,omitzero"`
	Notes    string            `json:"notes,omitzero"`
	Archived bool              `json:"archived,omitzero"`
	Created  Date              `json:"created,omitzero"`
	Custom   map[string]string `json:"custom,omitzero"`
	Sources  []SourceID        `json:"sources,omitzero"`

	Employees Opt[int64] `json:"employees,omitzero"`
	Turnover  Money      `json:"turnover,omitzero"`  // the customer's own turnover, never our revenue
	Retention Num        `json:"retention,omitzero"` // share of the business that stays from year to year, 0..1; unknown: the setting

	Ratings      map[FactorKey]Rating `json:"ratings,omitzero"`
	Years        []Year               `json:"years,omitzero"` // ascending by year, then kind
	Transactions []Transaction        `json:"transactions,omitzero"`

	Seats   []Seat   `json:"seats,omitzero"`
	Persons []Person `json:"persons,omitzero"`
	Ties    []Tie    `json:"ties,omitzero"`
	Edges   []Edge   `json:"edges,omitzero"`

	Objectives []Objective `json:"objectives,omitzero"`
	Actions    []Action    `json:"actions,omitzero"`

	Charter     string      `json:"charter,omitzero"`      // in one sentence, what we want to be to this customer
	StageTarget Stage       `json:"stage_target,omitzero"` // the relational stage we aim at
	Competitors string      `json:"competitors,omitzero"`  // who else is there, and how they win
	Focus       string      `json:"focus,omitzero"`        // what we invest in here, and what we stop doing
	Insights    []Insight   `json:"insights,omitzero"`
	Values      []ValueLine `json:"values,omitzero"`
	Points      []Point     `json:"points,omitzero"` // SWOT
	Risks       []Risk      `json:"risks,omitzero"`
	Decisions   []Decision  `json:"decisions,omitzero"`
	Reviews     []Review    `json:"reviews,omitzero"`
	Cells       []Cell      `json:"cells,omitzero"` // the whitespace grid
}

// Person returns the person with the id, or nil.
func (a *Account) Person(id PersonID) *Person { return ByID(a.Persons, id) }

// Seat returns the seat with the id, or nil.
func (a *Account) Seat(id SeatID) *Seat { return ByID(a.Seats, id) }

// SeatOf returns the seat a person sits in, or nil.
func (a *Account) SeatOf(id PersonID) *Seat {
	for i := range a.Seats {
		if id != "" && a.Seats[i].Person == id {
			return &a.Seats[i]
		}
	}
	return nil
}

// Tie returns the tie between one of ours and one of theirs, or nil.
func (a *Account) Tie(ours MemberID, theirs PersonID) *Tie {
	for i := range a.Ties {
		if a.Ties[i].Ours == ours && a.Ties[i].Theirs == theirs {
			return &a.Ties[i]
		}
	}
	return nil
}

// Objective returns the objective with the id, or nil.
func (a *Account) Objective(id ObjectiveID) *Objective { return ByID(a.Objectives, id) }

// Action returns the action with the id, or nil.
func (a *Account) Action(id ActionID) *Action { return ByID(a.Actions, id) }

// Year returns the figures of a year and kind, or nil.
func (a *Account) Year(year int, kind FigureKind) *Year {
	for i := range a.Years {
		if a.Years[i].Year == year && a.Years[i].Kind == kind {
			return &a.Years[i]
		}
	}
	return nil
}

// Edge is the relation of a kind between two people, or nil; only influence cares
// which way it runs.
func (a *Account) Edge(k EdgeKind, from, to PersonID) *Edge {
	for i := range a.Edges {
		e := &a.Edges[i]
		if e.Kind == k && (e.From == from && e.To == to || k != Influences && e.From == to && e.To == from) {
			return e
		}
	}
	return nil
}

// id lets accounts be paired as the things inside them are.
func (a *Account) Ident() AccountID { return a.ID }

// ForRoom is the account as the map of a room may draw it: who sits where and
// reports to whom. Nothing of how we judge them is in it.
func (a *Account) ForRoom() *Account {
	out := &Account{ID: a.ID, Name: a.Name, Seats: make([]Seat, len(a.Seats)), Persons: make([]Person, len(a.Persons))}
	for i := range a.Seats {
		s := &a.Seats[i]
		out.Seats[i] = Seat{
			ID:        s.ID,
			Title:     s.Title,
			Unit:      s.Unit,
			Function:  s.Function,
			ReportsTo: s.ReportsTo,
			Person:    s.Person,
			Vacant:    s.Vacant,
		}
	}
	for i := range a.Persons {
		out.Persons[i] = Person{ID: a.Persons[i].ID, Name: a.Persons[i].Name}
	}
	return out
}
