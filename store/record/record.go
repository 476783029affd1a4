package record

import (
	"time"

	"accord/model"
	"accord/model/words"
)

// The kinds of an account's records: the second part of a key.
const (
	KindAccount      = "a"
	KindOrder        = "k"
	KindYears        = "y"
	KindTransactions = "x"
	kindSeat         = "s"
	KindPerson       = "c"
	kindTie          = "t"
	kindEdge         = "e"
	KindObjective    = "o"
	KindAction       = "p"
	KindInsight      = "i"
	KindValue        = "v"
	kindPoint        = "w"
	kindRisk         = "r"
	kindReview       = "q"
	kindCell         = "g"
	KindDecision     = "d"
)

// kindWords name the kinds to people.
var kindWords = words.Table(func() map[string]string {
	return map[string]string{KindAccount: words.T("record.account-itself"), KindOrder: words.T("record.order-lists"), KindYears: words.T("record.figures-years"), KindTransactions: words.T("record.transactions-of"),
		kindSeat: words.T("record.seat"), KindPerson: words.T("record.person"), kindTie: words.T("record.tie"), kindEdge: words.T("record.relation"), KindObjective: words.T("record.objective"), KindAction: words.T("record.action"),
		KindInsight: words.T("record.insight"), KindValue: words.T("record.value-line"), kindPoint: words.T("record.point"), kindRisk: words.T("record.risk"), kindReview: words.T("record.review"), kindCell: words.T("record.cell"), KindDecision: words.T("record.decision")}
})

// The keys of the settings; members have their id behind a slash.
const (
	SettingProgramme = "programme"
	SettingPack      = "pack"
	SettingTeam      = "team" // ids of the members in order
	SettingMember    = "member"
	SettingWorkshop  = "workshop"
	SettingBallot    = "ballot" // blind ratings, with their id behind a slash
	SettingParked    = "parked" // lines parked in the workshop
	SettingLists     = "lists"  // ids of both in order
)

// The records below are the file's own words. They are apart from the model's
// types so that renaming something there can never change the file by accident.
// Never give a member name to something of another type.

// Date is a civil day, "2026-11-24" in the file.
type Date model.Date

// MarshalText writes a day that is none as the unknown day: it could not be read
// again, and a file must always be readable.
func (d Date) MarshalText() ([]byte, error) {
	if d.Year < 1 || d.Year > 9999 || d != Date(model.NewDate(int(d.Year), time.Month(d.Month), int(d.Day))) {
		return nil, nil
	}
	text := []byte("0000-00-00")
	for i, y := 3, d.Year; i >= 0; i, y = i-1, y/10 {
		text[i] += byte(y % 10)
	}
	text[5], text[6] = text[5]+d.Month/10, text[6]+d.Month%10
	text[8], text[9] = text[8]+d.Day/10, text[9]+d.Day%10
	return text, nil
}

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(text []byte) error { return (*model.Date)(d).UnmarshalText(text) }

// AccountRecord is the account itself.
type AccountRecord struct {
	Name      string                  `json:"name,omitzero"`
	Parent    string                  `json:"parent,omitzero"`
	Owner     string                  `json:"owner,omitzero"`
	Manager   string                  `json:"manager,omitzero"`
	Sponsor   string                  `json:"sponsor,omitzero"`
	Tier      uint8                   `json:"tier,omitzero"`
	Segment   string                  `json:"segment,omitzero"`
	Kind      string                  `json:"kind,omitzero"`
	Country   string                  `json:"country,omitzero"`
	City      string                  `json:"city,omitzero"`
	Website   string                  `json:"web,omitzero"`
	Phone     string                  `json:"phone,omitzero"`
	Tags      []string                `json:"tags,omitzero"`
	Notes     string                  `json:"notes,omitzero"`
	Archived  bool                    `json:"archived,omitzero"`
	Created   Date                    `json:"created,omitzero"`
	Custom    map[string]string       `json:"custom,omitzero"`
	Sources   []sourceRecord          `json:"src,omitzero"`
	Employees *int64                  `json:"employees,omitzero"`
	Turnover  moneyRecord             `json:"turnover,omitzero"`
	Charter   string                  `json:"charter,omitzero"`
	Stage     uint8                   `json:"stage,omitzero"` // aimed at
	Rivals    string                  `json:"competitors,omitzero"`
	Focus     string                  `json:"focus,omitzero"`
	Ratings   map[string]ratingRecord `json:"ratings,omitzero"`
	Retention *float64                `json:"retention,omitzero"` // since minor number 2
}

type sourceRecord struct {
	System string `json:"sys,omitzero"`
	ID     string `json:"id,omitzero"`
}

type moneyRecord struct {
	Minor    int64  `json:"m,omitzero"`
	Currency string `json:"c,omitzero"`
}

// ratingRecord keeps levels one higher than they read: 0 is unknown.
type ratingRecord struct {
	Ours     uint8  `json:"o,omitzero"`
	Verified uint8  `json:"v,omitzero"`
	Note     string `json:"n,omitzero"`
	Source   string `json:"s,omitzero"`
	Date     Date   `json:"d,omitzero"`
}

// YearRecord is the figures of a year.
type YearRecord struct {
	Year          int         `json:"y,omitzero"`
	Kind          uint8       `json:"k,omitzero"`
	Through       Date        `json:"through,omitzero"`
	Revenue       moneyRecord `json:"revenue,omitzero"`
	CostOfSales   moneyRecord `json:"cost_of_sales,omitzero"`
	CostToServe   moneyRecord `json:"cost_to_serve,omitzero"`
	Wallet        moneyRecord `json:"wallet,omitzero"`
	CapacityShare *float64    `json:"capacity_share,omitzero"`
}

// TransactionRecord is a transaction.
type TransactionRecord struct {
	N        int         `json:"n,omitzero"` // the place in the account's list
	Key      string      `json:"k,omitzero"`
	Date     Date        `json:"d,omitzero"`
	Offering string      `json:"o,omitzero"`
	Amount   moneyRecord `json:"a,omitzero"`
	Source   string      `json:"src,omitzero"` // since minor number 2
}

// SeatRecord is a seat.
type SeatRecord struct {
	Title     string         `json:"title,omitzero"`
	Unit      string         `json:"unit,omitzero"`
	Function  uint8          `json:"function,omitzero"`
	ReportsTo string         `json:"reports_to,omitzero"`
	Person    string         `json:"person,omitzero"`
	Vacant    bool           `json:"vacant,omitzero"`
	Influence uint8          `json:"influence,omitzero"`
	Role      uint8          `json:"role,omitzero"`
	Confirmed bool           `json:"confirmed,omitzero"`
	Past      []tenureRecord `json:"past,omitzero"`
}

type tenureRecord struct {
	Person string `json:"person,omitzero"`
	From   Date   `json:"from,omitzero"`
	To     Date   `json:"to,omitzero"`
}

// PersonRecord is a person.
type PersonRecord struct {
	Name         string         `json:"name,omitzero"`
	Email        string         `json:"email,omitzero"`
	Phone        string         `json:"phone,omitzero"`
	Since        Date           `json:"since,omitzero"`
	Support      *int           `json:"support,omitzero"`
	Coverage     uint8          `json:"coverage,omitzero"`
	Adaptability uint8          `json:"adaptability,omitzero"`
	Orientation  uint8          `json:"orientation,omitzero"`
	Confirmed    bool           `json:"confirmed,omitzero"`
	Cares        string         `json:"cares,omitzero"`
	Notes        string         `json:"notes,omitzero"`
	LastActivity Date           `json:"last_activity,omitzero"`
	Sources      []sourceRecord `json:"src,omitzero"`
}

// TieRecord is a tie.
type TieRecord struct {
	Ours        string `json:"ours,omitzero"`
	Theirs      string `json:"theirs,omitzero"`
	Level       uint8  `json:"level,omitzero"`
	Target      uint8  `json:"target,omitzero"`
	LastContact Date   `json:"last,omitzero"`
	Cadence     int    `json:"cadence,omitzero"`
}

// EdgeRecord is a relation.
type EdgeRecord struct {
	Kind uint8  `json:"kind,omitzero"`
	From string `json:"from,omitzero"`
	To   string `json:"to,omitzero"`
}

// ObjectiveRecord is an objective.
type ObjectiveRecord struct {
	Text     string `json:"text,omitzero"`
	Goal     string `json:"goal,omitzero"`
	Measure  string `json:"measure,omitzero"`
	Baseline string `json:"baseline,omitzero"`
	Target   string `json:"target,omitzero"`
	Due      Date   `json:"due,omitzero"`
	Owner    string `json:"owner,omitzero"`
	Status   uint8  `json:"status,omitzero"`
	Cites    string `json:"cites,omitzero"`
	Uses     string `json:"uses,omitzero"`
	Shared   bool   `json:"shared,omitzero"`
	Current  string `json:"current,omitzero"`
	AsOf     Date   `json:"as_of,omitzero"`
}

// ActionRecord is an action.
type ActionRecord struct {
	Text      string `json:"text,omitzero"`
	Owner     string `json:"owner,omitzero"`
	Due       Date   `json:"due,omitzero"`
	Status    uint8  `json:"status,omitzero"`
	Done      Date   `json:"done,omitzero"`
	Created   Date   `json:"created,omitzero"`
	Objective string `json:"objective,omitzero"`
	Again     uint8  `json:"again,omitzero"`
	After     string `json:"after,omitzero"`
	Person    string `json:"person,omitzero"`
	Value     string `json:"value,omitzero"`
	Shared    bool   `json:"shared,omitzero"`
	First     Date   `json:"first,omitzero"`
	Postponed int    `json:"postponed,omitzero"`
	Dropped   Date   `json:"dropped,omitzero"`
}

// ProgrammeRecord is the programme.
type ProgrammeRecord struct {
	Title      string           `json:"title,omitzero"`
	Currency   string           `json:"currency,omitzero"`
	YearStarts int              `json:"year_starts,omitzero"`
	Year       int              `json:"year,omitzero"`
	MedianCut  bool             `json:"median_cut,omitzero"`
	Cut        float64          `json:"cut,omitzero"`
	Rates      []rateRecord     `json:"rates,omitzero"`
	Offerings  []offeringRecord `json:"offerings,omitzero"`

	Readiness map[string]ratingRecord `json:"readiness,omitzero"`
	Ballot    *BallotRecord           `json:"ballot,omitzero"` // the one of a file that knew only one
	Mappings  []mappingRecord         `json:"mappings,omitzero"`

	LastTwelve bool `json:"last_twelve,omitzero"` // since minor number 2
}

// mappingRecord is what was said about the columns of one kind of export.
type mappingRecord struct {
	Kind    string       `json:"kind,omitzero"`
	Headers string       `json:"headers,omitzero"`
	Columns []sentRecord `json:"columns,omitzero"`
	Won     []string     `json:"won,omitzero"`
}

type sentRecord struct {
	Header string `json:"h,omitzero"`
	Field  string `json:"f,omitzero"`
}

type offeringRecord struct {
	Name  string      `json:"name,omitzero"`
	Line  string      `json:"line,omitzero"`
	Price moneyRecord `json:"price,omitzero"`
}

type rateRecord struct {
	Currency string  `json:"cur,omitzero"`
	Year     int     `json:"year,omitzero"`
	Value    float64 `json:"value,omitzero"`
	Date     Date    `json:"date,omitzero"`
}

// MemberRecord is one of our people.
type MemberRecord struct {
	Name     string         `json:"name,omitzero"`
	Title    string         `json:"title,omitzero"`
	Function uint8          `json:"function,omitzero"`
	Email    string         `json:"email,omitzero"`
	Sources  []sourceRecord `json:"src,omitzero"`

	Competency map[string]ratingRecord `json:"competency,omitzero"`
}

// OrderRecord lists ids in the order people gave them. It is written only when a
// list itself changes, not when something in it does.
type OrderRecord struct {
	Seats      []string `json:"s,omitzero"`
	Persons    []string `json:"c,omitzero"`
	Ties       []string `json:"t,omitzero"`
	Edges      []string `json:"e,omitzero"`
	Objectives []string `json:"o,omitzero"`
	Actions    []string `json:"p,omitzero"`
	Insights   []string `json:"i,omitzero"`
	Values     []string `json:"v,omitzero"`
	Points     []string `json:"w,omitzero"`
	Risks      []string `json:"r,omitzero"`
	Reviews    []string `json:"q,omitzero"`
	Cells      []string `json:"g,omitzero"`
	Decisions  []string `json:"d,omitzero"`
}

// PackRecord and its parts are a method pack that is not the default one.
type PackRecord struct {
	Name        string             `json:"name,omitzero"`
	Language    string             `json:"language,omitzero"`
	Version     int                `json:"version,omitzero"`
	Set         map[string]float64 `json:"set,omitzero"`
	Pairs       []pairRecord       `json:"pairs,omitzero"`
	Instruments []InstrumentRecord `json:"instruments,omitzero"`
}

type pairRecord struct {
	Ours   uint8 `json:"ours,omitzero"`
	Theirs uint8 `json:"theirs,omitzero"`
	In     []int `json:"in,omitzero"` // tiers
}

// InstrumentRecord is an instrument of a method pack.
type InstrumentRecord struct {
	Key      string         `json:"key,omitzero"`
	Name     string         `json:"name,omitzero"`
	Question string         `json:"question,omitzero"`
	Min      int            `json:"min,omitzero"`
	Max      int            `json:"max,omitzero"`
	Factors  []FactorRecord `json:"factors,omitzero"`
}

// FactorRecord is a factor of an instrument.
type FactorRecord struct {
	Key      string   `json:"key,omitzero"`
	Name     string   `json:"name,omitzero"`
	Weight   int      `json:"weight,omitzero"`
	Question string   `json:"question,omitzero"`
	Anchors  []string `json:"anchors,omitzero"`
}

// BallotRecord keeps marks one higher than they read, as ratings do.
type BallotRecord struct {
	Account    string           `json:"acc,omitzero"` // of a file that knew only one account; marks have none then
	Accounts   []string         `json:"accs,omitzero"`
	Instrument string           `json:"in,omitzero"`
	Verified   bool             `json:"verified,omitzero"`
	Raters     []string         `json:"raters,omitzero"`
	Passed     int              `json:"passed,omitzero"`
	Marks      map[string]uint8 `json:"marks,omitzero"`
}
