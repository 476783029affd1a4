package store

import (
	"time"

	"accord/model"
)

// The kinds of an account's records: the second part of a key.
const (
	kindAccount      = "a"
	kindOrder        = "k"
	kindYears        = "y"
	kindTransactions = "x"
	kindSeat         = "s"
	kindPerson       = "c"
	kindTie          = "t"
	kindEdge         = "e"
	kindObjective    = "o"
	kindAction       = "p"
	kindInsight      = "i"
	kindValue        = "v"
	kindPoint        = "w"
	kindRisk         = "r"
	kindReview       = "q"
	kindCell         = "g"
	kindDecision     = "d"
)

// kindWords name the kinds to people.
var kindWords = map[string]string{kindAccount: "the account itself", kindOrder: "the order of its lists", kindYears: "figures of the years", kindTransactions: "transactions of",
	kindSeat: "seat", kindPerson: "person", kindTie: "tie", kindEdge: "relation", kindObjective: "objective", kindAction: "action",
	kindInsight: "insight", kindValue: "value line", kindPoint: "point", kindRisk: "risk", kindReview: "review", kindCell: "cell", kindDecision: "decision"}

// The keys of the settings; members have their id behind a slash.
const (
	settingProgramme = "programme"
	settingPack      = "pack"
	settingTeam      = "team" // ids of the members in order
	settingMember    = "member"
	settingWorkshop  = "workshop"
	settingBallot    = "ballot" // blind ratings, with their id behind a slash
	settingParked    = "parked" // lines parked in the workshop
	settingLists     = "lists"  // ids of both in order
)

// The records below are the file's own words. They are apart from the model's
// types so that renaming something there can never change the file by accident.
// Never give a member name to something of another type.

// date is a civil day, "2026-11-24" in the file.
type date model.Date

// MarshalText writes a day that is none as the unknown day: it could not be read
// again, and a file must always be readable.
func (d date) MarshalText() ([]byte, error) {
	if d.Year < 1 || d.Year > 9999 || d != date(model.NewDate(int(d.Year), time.Month(d.Month), int(d.Day))) {
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

func (d *date) UnmarshalText(text []byte) error { return (*model.Date)(d).UnmarshalText(text) }

type accountRecord struct {
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
	Created   date                    `json:"created,omitzero"`
	Custom    map[string]string       `json:"custom,omitzero"`
	Sources   []sourceRecord          `json:"src,omitzero"`
	Employees *int64                  `json:"employees,omitzero"`
	Turnover  moneyRecord             `json:"turnover,omitzero"`
	Charter   string                  `json:"charter,omitzero"`
	Stage     uint8                   `json:"stage,omitzero"` // aimed at
	Rivals    string                  `json:"competitors,omitzero"`
	Focus     string                  `json:"focus,omitzero"`
	Ratings   map[string]ratingRecord `json:"ratings,omitzero"`
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
	Date     date   `json:"d,omitzero"`
}

type yearRecord struct {
	Year          int         `json:"y,omitzero"`
	Kind          uint8       `json:"k,omitzero"`
	Through       date        `json:"through,omitzero"`
	Revenue       moneyRecord `json:"revenue,omitzero"`
	CostOfSales   moneyRecord `json:"cost_of_sales,omitzero"`
	CostToServe   moneyRecord `json:"cost_to_serve,omitzero"`
	Wallet        moneyRecord `json:"wallet,omitzero"`
	CapacityShare *float64    `json:"capacity_share,omitzero"`
}

type transactionRecord struct {
	N        int         `json:"n,omitzero"` // the place in the account's list
	Key      string      `json:"k,omitzero"`
	Date     date        `json:"d,omitzero"`
	Offering string      `json:"o,omitzero"`
	Amount   moneyRecord `json:"a,omitzero"`
}

type seatRecord struct {
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
	From   date   `json:"from,omitzero"`
	To     date   `json:"to,omitzero"`
}

type personRecord struct {
	Name         string         `json:"name,omitzero"`
	Email        string         `json:"email,omitzero"`
	Phone        string         `json:"phone,omitzero"`
	Since        date           `json:"since,omitzero"`
	Support      *int           `json:"support,omitzero"`
	Coverage     uint8          `json:"coverage,omitzero"`
	Adaptability uint8          `json:"adaptability,omitzero"`
	Orientation  uint8          `json:"orientation,omitzero"`
	Confirmed    bool           `json:"confirmed,omitzero"`
	Cares        string         `json:"cares,omitzero"`
	Notes        string         `json:"notes,omitzero"`
	LastActivity date           `json:"last_activity,omitzero"`
	Sources      []sourceRecord `json:"src,omitzero"`
}

type tieRecord struct {
	Ours        string `json:"ours,omitzero"`
	Theirs      string `json:"theirs,omitzero"`
	Level       uint8  `json:"level,omitzero"`
	Target      uint8  `json:"target,omitzero"`
	LastContact date   `json:"last,omitzero"`
	Cadence     int    `json:"cadence,omitzero"`
}

type edgeRecord struct {
	Kind uint8  `json:"kind,omitzero"`
	From string `json:"from,omitzero"`
	To   string `json:"to,omitzero"`
}

type objectiveRecord struct {
	Text     string `json:"text,omitzero"`
	Goal     string `json:"goal,omitzero"`
	Measure  string `json:"measure,omitzero"`
	Baseline string `json:"baseline,omitzero"`
	Target   string `json:"target,omitzero"`
	Due      date   `json:"due,omitzero"`
	Owner    string `json:"owner,omitzero"`
	Status   uint8  `json:"status,omitzero"`
	Cites    string `json:"cites,omitzero"`
	Uses     string `json:"uses,omitzero"`
	Shared   bool   `json:"shared,omitzero"`
}

type actionRecord struct {
	Text      string `json:"text,omitzero"`
	Owner     string `json:"owner,omitzero"`
	Due       date   `json:"due,omitzero"`
	Status    uint8  `json:"status,omitzero"`
	Done      date   `json:"done,omitzero"`
	Created   date   `json:"created,omitzero"`
	Objective string `json:"objective,omitzero"`
	Again     uint8  `json:"again,omitzero"`
	After     string `json:"after,omitzero"`
	Person    string `json:"person,omitzero"`
	Value     string `json:"value,omitzero"`
	Shared    bool   `json:"shared,omitzero"`
}

type programmeRecord struct {
	Title      string           `json:"title,omitzero"`
	Currency   string           `json:"currency,omitzero"`
	YearStarts int              `json:"year_starts,omitzero"`
	Year       int              `json:"year,omitzero"`
	MedianCut  bool             `json:"median_cut,omitzero"`
	Cut        float64          `json:"cut,omitzero"`
	Rates      []rateRecord     `json:"rates,omitzero"`
	Offerings  []offeringRecord `json:"offerings,omitzero"`

	Readiness map[string]ratingRecord `json:"readiness,omitzero"`
	Ballot    *ballotRecord           `json:"ballot,omitzero"` // the one of a file that knew only one
	Mappings  []mappingRecord         `json:"mappings,omitzero"`
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
	Date     date    `json:"date,omitzero"`
}

type memberRecord struct {
	Name     string         `json:"name,omitzero"`
	Title    string         `json:"title,omitzero"`
	Function uint8          `json:"function,omitzero"`
	Email    string         `json:"email,omitzero"`
	Sources  []sourceRecord `json:"src,omitzero"`

	Competency map[string]ratingRecord `json:"competency,omitzero"`
}

// orderRecord lists ids in the order people gave them. It is written only when a
// list itself changes, not when something in it does.
type orderRecord struct {
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

// packRecord and its parts are a method pack that is not the default one.
type packRecord struct {
	Name        string             `json:"name,omitzero"`
	Language    string             `json:"language,omitzero"`
	Version     int                `json:"version,omitzero"`
	Set         map[string]float64 `json:"set,omitzero"`
	Pairs       []pairRecord       `json:"pairs,omitzero"`
	Instruments []instrumentRecord `json:"instruments,omitzero"`
}

type pairRecord struct {
	Ours   uint8 `json:"ours,omitzero"`
	Theirs uint8 `json:"theirs,omitzero"`
	In     []int `json:"in,omitzero"` // tiers
}

type instrumentRecord struct {
	Key      string         `json:"key,omitzero"`
	Name     string         `json:"name,omitzero"`
	Question string         `json:"question,omitzero"`
	Min      int            `json:"min,omitzero"`
	Max      int            `json:"max,omitzero"`
	Factors  []factorRecord `json:"factors,omitzero"`
}

type factorRecord struct {
	Key      string   `json:"key,omitzero"`
	Name     string   `json:"name,omitzero"`
	Weight   int      `json:"weight,omitzero"`
	Question string   `json:"question,omitzero"`
	Anchors  []string `json:"anchors,omitzero"`
}
