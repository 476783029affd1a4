// package model is what is true in Accord: accounts, ratings, people, plans,
// figures, scores and undo. It knows no file, no clock, no randomness and no
// terminal; everything it computes is a pure function of the portfolio, the
// method pack in it, and the day it is asked for.
//
// Files, from the ground up: id.go, clean.go, date.go, opt.go, jsontext.go,
// numerals.go, problem.go, text.go, decay.go, money.go, rating.go, plan.go, median.go,
// bounds.go, insight.go, figures.go, people.go, offering.go, rating_words.go, value.go,
// entity.go, lists.go, workshop.go, account.go, sharing.go, pairs.go, directory.go,
// people_merge.go, workshop_agendas.go, instrument.go, programme.go, stage.go,
// account_tidy.go, portfolio.go, rates.go, settings.go, mapping.go, ballot.go,
// portfolio_words.go, older.go, edition.go, whitespace.go, renumber.go, ballot_secret.go, enum.go.
package model
