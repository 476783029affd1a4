package reference

import (
	"math"

	"accord/model"
)

// Facts is what the method asks for beside the accounts and the programme.
type Facts struct {
	LastTwelve bool // the period is chosen to be the last 12 months
	Year       int  // the period is chosen to be this year; 0 is auto

	Source         func(a *model.Account, t *model.Transaction) string // where a deal came from
	First, Dropped func(a *model.Account, x *model.Action) model.Date  // the first promised day; the day it was dropped
	Retention      func(a *model.Account) float64                      // of one account, unknown: the setting
}

// world is one portfolio on one day.
type world struct {
	p      *model.Portfolio
	g      *model.Programme
	set    *model.Settings
	pack   *model.Pack
	today  model.Date
	f      Facts
	living []*model.Account
	rows   map[model.AccountID]map[int]*year
	sold   map[model.AccountID][]deal
	period period
}

var unknown = math.NaN()

func known(v float64) bool { return !math.IsNaN(v) }

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// zero is a number, unknown counting as 0.
func zero(v float64) float64 {
	if known(v) {
		return v
	}
	return 0
}

// age is the days since a day, a day to come being today.
func (w *world) age(d model.Date) float64 { return math.Max(0, float64(w.today.DaysSince(d))) }

func dated(d model.Date) bool { return d != model.Date{} }
