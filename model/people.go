package model

// Influence is a seat's weight in decisions. Unknown counts as the smallest.
type Influence uint8

// Influence as METHOD §5 weighs it: outside 1, political structure 3, inner circle 5.
const (
	InfluenceUnknown Influence = iota
	Outside
	PoliticalStructure
	InnerCircle
)

// Weight is w of METHOD §5.
func (i Influence) Weight() float64 {
	switch i {
	case PoliticalStructure:
		return 3
	case InnerCircle:
		return 5
	}
	return 1
}

// KeyPlayer reports whether the seat decides or sways decisions.
func (i Influence) KeyPlayer() bool { return i >= PoliticalStructure }

// Coverage is how well we know a person.
type Coverage uint8

// Coverage as METHOD §5 weighs it: none 0, brief ⅓, multiple ⅔, in depth 1.
const (
	CoverageUnknown Coverage = iota
	NoCoverage
	BriefContact
	MultipleContacts
	InDepth
)

// Share is c of METHOD §5, 0..1.
func (c Coverage) Share() float64 {
	if c <= NoCoverage {
		return 0
	}
	return float64(c-NoCoverage) / 3
}

// Support is a person's stand towards us, −2 enemy to +2 mentor, or unknown.
type Support = Opt[int]

// Adaptability is how a person takes to new things.
type Adaptability uint8

// The adopter categories.
const (
	AdaptabilityUnknown Adaptability = iota
	Laggard
	Conservative
	Pragmatist
	Visionary
	Innovator
)

// Orientation is what a person looks at first when deciding.
type Orientation uint8

// The decision orientations.
const (
	OrientationUnknown Orientation = iota
	OrientationFinancial
	OrientationTechnical
	OrientationRelationship
	OrientationBusiness
)

// BuyingRole is a seat's part in a purchase.
type BuyingRole uint8

// The buying roles.
const (
	RoleUnknown BuyingRole = iota
	RoleUser
	RoleEvaluator
	RoleDecisionMaker
	RoleApprover
	RoleSponsor
	RoleGatekeeper
	RoleLegal
)

// Function is a business function, on either side.
type Function uint8

// The functions that zipper pairs join.
const (
	FunctionUnknown Function = iota
	CLevel
	Sales
	Procurement
	Marketing
	Operations
	RnD
	Finance
	HR
	IT
	Logistics
	Legal
	OtherFunction
)

// Seat is a place in the customer's organisation; people come and go in it.
type Seat struct {
	ID        SeatID     `json:"id"`
	Title     string     `json:"title"`
	Unit      string     `json:"unit,omitzero"`
	Function  Function   `json:"function,omitzero"`
	ReportsTo SeatID     `json:"reports_to,omitzero"`
	Person    PersonID   `json:"person,omitzero"` // who sits there; none is a placeholder unless Vacant
	Vacant    bool       `json:"vacant,omitzero"` // known to be empty
	Influence Influence  `json:"influence,omitzero"`
	Role      BuyingRole `json:"role,omitzero"`
	Confirmed bool       `json:"confirmed,omitzero"` // influence and role confirmed rather than assumed
	Past      []Tenure   `json:"past,omitzero"`
}

// Tenure is who sat in a seat before, and until when.
type Tenure struct {
	Person PersonID `json:"person"`
	From   Date     `json:"from,omitzero"`
	To     Date     `json:"to,omitzero"`
}

// Person is somebody on the customer's side.
type Person struct {
	ID           PersonID     `json:"id"`
	Name         string       `json:"name"`
	Email        string       `json:"email,omitzero"`
	Phone        string       `json:"phone,omitzero"`
	Since        Date         `json:"since,omitzero"` // in the present seat since
	Support      Support      `json:"support,omitzero"`
	Coverage     Coverage     `json:"coverage,omitzero"`
	Adaptability Adaptability `json:"adaptability,omitzero"`
	Orientation  Orientation  `json:"orientation,omitzero"`
	Confirmed    bool         `json:"confirmed,omitzero"` // support and coverage confirmed rather than assumed
	Cares        string       `json:"cares,omitzero"`     // what they care about
	Notes        string       `json:"notes,omitzero"`
	LastActivity Date         `json:"last_activity,omitzero"`
	Sources      []SourceID   `json:"sources,omitzero"`
}

// TieLevel is the standing one of ours has with one of theirs.
type TieLevel uint8

// Tie levels: 1 vendor, 2 credible source, 3 problem solver, 4 trusted advisor.
const (
	TieNone TieLevel = iota
	Vendor
	CredibleSource
	ProblemSolver
	TrustedAdvisor
)

// Tie joins one of ours to one of theirs.
type Tie struct {
	ID          TieID    `json:"id"`
	Ours        MemberID `json:"ours"`
	Theirs      PersonID `json:"theirs"`
	Level       TieLevel `json:"level,omitzero"`
	Target      TieLevel `json:"target,omitzero"`
	LastContact Date     `json:"last_contact,omitzero"`
	Cadence     int      `json:"cadence,omitzero"` // days between contacts we mean to keep; 0 is not set
}

// EdgeKind is a relation between two people of the customer.
type EdgeKind uint8

// The kinds of relations besides reports-to.
const (
	Informal EdgeKind = iota + 1
	Influences
	Conflict
)

// Edge joins two of theirs; Influences runs from From to To.
type Edge struct {
	ID   EdgeID   `json:"id"`
	Kind EdgeKind `json:"kind"`
	From PersonID `json:"from"`
	To   PersonID `json:"to"`
}

// Member is a person on our side. The team belongs to the programme, because
// one of ours serves many accounts.
type Member struct {
	ID       MemberID   `json:"id"`
	Name     string     `json:"name"`
	Title    string     `json:"title,omitzero"`
	Function Function   `json:"function,omitzero"`
	Email    string     `json:"email,omitzero"`
	Sources  []SourceID `json:"sources,omitzero"`

	Competency map[FactorKey]Rating `json:"competency,omitzero"` // what they bring as an account manager
}

// SourceID is what another system calls a thing, kept so that the next import
// of the same export finds it again.
type SourceID struct {
	System string `json:"system,omitzero"`
	ID     string `json:"id"`
}

func SeatName(a *Account, s *Seat) string {
	if p := a.Person(s.Person); p != nil && p.Name != "" {
		return p.Name
	}
	return s.Title
}

// Executive reports whether a tie to somebody in this seat fades slowly.
func (s *Seat) Executive() bool { return s.Function == CLevel }
