package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/edit"
	"accord/ui/accounts"
	"accord/ui/agenda"
	"accord/ui/history"
	"accord/ui/importer"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/merging"
	"accord/ui/papers"
	"accord/ui/plan"
	"accord/ui/portfolio"
	"accord/ui/programme"
	"accord/ui/relmap"
	"accord/ui/workshop"
)

// allScreens is the table: every page there is. A test reads the sources and demands a
// row of each.
func allScreens() kit.Screens {
	return kit.Screens{
		{Page: &workshop.BallotPage{}, Word: "blind rating", Fit: kit.Partly, Shows: "questions, who has answered, the result; never why", Rating: true, Meeting: true, Trial: kit.Rehearsed,
			Opens: keys.BallotScreen, Open: func(c *kit.Context, in keys.Intent) kit.Outcome { return kit.Open(workshop.NewBallotOf(c, in.Text)) }},
		{Page: &portfolio.Page{}, Word: "portfolio", Fit: kit.Partly, Shows: "the plane",
			Opens: keys.PortfolioScreen, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(portfolio.New(c)) }},
		{Page: &accounts.Sorting{}, Word: "choose", Shows: "contribution, lifetime value, tier",
			Opens: keys.SortingScreen, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(accounts.NewSorting(c)) }},
		{Page: &agenda.Page{}, Word: "agenda", Shows: "actions, reviews and flags of all accounts",
			Opens: keys.AgendaScreen, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&agenda.Page{}) }},
		{Page: &plan.MovesPage{}, Word: "next moves", Shows: "what we could do next",
			Opens: keys.NextMoves, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(plan.NewMovesPage(c.Account)) }},
		{Page: &papers.Page{}, Word: "report", Shows: "a document before it is written",
			Opens: keys.ReportScreen, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&papers.Page{}) }},
		{Page: &programme.OurselvesPage{}, Word: "ourselves", Shows: "what we think of ourselves",
			Opens: keys.OurselvesScreen, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&programme.OurselvesPage{}) }},
		{Page: &kit.ClosedField{}, Fit: kit.Open4All, Shows: "that something is not shown", Rating: true},
		{Page: &history.ComparePage{}, Shows: "what changed between two moments"},
		{Page: &copiesPage{}, Shows: "copies of the file", Busy: true},
		{Page: &kit.DeletePage{}, Shows: "how much there is of a thing, and what it is called"},
		{Page: &kit.Explain{}, Shows: "figures of ours behind a score"},
		{Page: &plan.FocusPage{}, Fit: kit.Partly, Shows: "the question, its levels, what they make of score and quadrant"},
		{Page: &help{}, Fit: kit.Open4All, Shows: "keys"},
		{Page: &history.Page{}, Shows: "every edit", Trial: kit.NotTried,
			Opens: keys.History, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return history.New(c) }},
		{Page: &importer.Diff{}, Shows: "what is in a file"},
		{Page: &importer.Wizard{}, Shows: "what is in a file", Busy: true, Reads: true, Trial: kit.NotTried,
			Opens: keys.ImportFile, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(importer.New(c.Imports)) }},
		{Page: &relmap.Judge{}, Shows: "how we judge a person"},
		{Page: &relmap.LeavePage{}, Shows: "whom we would lose"},
		{Page: &relmap.LoadPage{}, Shows: "our people and their load",
			Opens: keys.TeamLoad, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&relmap.LoadPage{}) }},
		{Page: &lockPage{}, Fit: kit.Open4All, Shows: "the question for the passphrase", Rating: true, Keys: true},
		{Page: &merging.Page{}, Shows: "what two people changed", Busy: true, Reads: true, Trial: kit.NotTried,
			Opens: keys.JoinFile, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(merging.New(c)) }},
		{Page: &kit.Message{}, Fit: kit.Partly, Shows: "sentences without words of ours", Rating: true, Keys: true},
		{Page: &programme.Method{}, Shows: "weights and settings",
			Opens: keys.MethodScreen, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(programme.NewMethod(c)) }},
		{Page: &palette{}, Fit: kit.Open4All, Shows: "commands and the names of accounts"},
		{Page: &kit.PastePage{}, Shows: "cells of a spreadsheet"},
		{Page: &phrasePage{}, Fit: kit.Open4All, Shows: "the question for a passphrase"},
		{Page: &kit.Pick{}, Fit: kit.Partly, Shows: "the lists below that are fit", Rating: true},
		{Page: &places{}, Fit: kit.Open4All, Shows: "places to go to", Rating: true, Keys: true},
		{Page: &kit.Prompt{}, Fit: kit.Partly, Shows: "the questions below that are fit", Rating: true},
		{Page: &kit.Prose{}, Fit: kit.Partly, Shows: "a text whose field is fit", Busy: true},
		{Page: &recoveryPage{}, Shows: "what opens the file", Keys: true},
		{Page: &kit.ReplacePage{}, Fit: kit.Partly, Shows: "names of files", Rating: true},
		{Page: &revealPage{}, Fit: kit.Open4All, Shows: "the question for a word", Rating: true},
		{Page: &workshop.RunSheet{}, Fit: kit.Partly, Shows: "steps, ratings, who and what; parked lines as far as they are shared or were typed before the room", Rating: true, Meeting: true},
		{Page: &kit.Sheet{}, Shows: "every field of a thing"},
		{Page: &plan.TowsPage{}, Shows: "strengths and weaknesses"},
		{Page: &welcome{}, Fit: kit.Open4All, Shows: "what to begin with", Keys: true},
		{Page: &whatIf{}, Shows: "what was tried"},

		// a page that more than one intent opens stands here once more
		{Page: &kit.Sheet{}, Opens: keys.AccountSheet, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome {
			return kit.Open(kit.NewSheet(c, edit.AccountRef(c.Account)))
		}},
		{Page: &kit.Sheet{}, Opens: keys.ProgrammeSheet, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome {
			return kit.Open(kit.NewSheet(c, edit.Ref{Of: edit.OfProgramme}))
		}},
		{Page: &kit.Explain{}, Opens: keys.PortfolioFigures, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(kit.NewExplain("", "")) }},
	}
}

// openScreen opens the screen of an intent, unless something is tried that it cannot
// be about.
func (a *App) openScreen(in keys.Intent) kit.Outcome {
	s := a.c.Screens.Opened(in)
	if s == nil {
		return kit.Outcome{}
	}
	if a.base != nil && (s.Trial == kit.NotTried || s.Trial == kit.Rehearsed && a.c.Rehearsal == nil) {
		return kit.Refuse(a.notOnBranch())
	}
	return s.Open(a.c, in)
}

// Visit opens the screen of an intent over what is open.
func (a *App) Visit(in keys.Intent) tea.Cmd { return a.apply(a.everywhere(in)) }
