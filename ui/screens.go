package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/edit"
)

// allScreens is the table: every page there is. A test reads the sources and demands a
// row of each.
func allScreens() screenTable {
	return screenTable{
		{page: &ballotPage{}, word: "blind rating", fit: partly, shows: "questions, who has answered, the result; never why", rating: true, meeting: true, trial: rehearsed,
			opens: BallotScreen, open: func(c *ctx, in Intent) Outcome { return open(newBallotOf(c, in.Text)) }},
		{page: &portfolioPage{}, word: "portfolio", fit: partly, shows: "the plane",
			opens: PortfolioScreen, open: func(c *ctx, _ Intent) Outcome { return open(newPortfolio(c)) }},
		{page: &sorting{}, word: "choose", shows: "contribution, lifetime value, tier",
			opens: SortingScreen, open: func(c *ctx, _ Intent) Outcome { return open(newSorting(c)) }},
		{page: &agendaPage{}, word: "agenda", shows: "actions, reviews and flags of all accounts",
			opens: AgendaScreen, open: func(*ctx, Intent) Outcome { return open(&agendaPage{}) }},
		{page: &movesPage{}, word: "next moves", shows: "what we could do next",
			opens: NextMoves, open: func(c *ctx, _ Intent) Outcome { return open(newMovesPage(c.account)) }},
		{page: &reportPage{}, word: "report", shows: "a document before it is written",
			opens: ReportScreen, open: func(*ctx, Intent) Outcome { return open(&reportPage{}) }},
		{page: &ourselvesPage{}, word: "ourselves", shows: "what we think of ourselves",
			opens: OurselvesScreen, open: func(*ctx, Intent) Outcome { return open(&ourselvesPage{}) }},
		{page: &closedField{}, fit: open4all, shows: "that something is not shown", rating: true},
		{page: &comparePage{}, shows: "what changed between two moments"},
		{page: &copiesPage{}, shows: "copies of the file", busy: true},
		{page: &deletePage{}, shows: "how much there is of a thing, and what it is called"},
		{page: &explain{}, shows: "figures of ours behind a score"},
		{page: &focusPage{}, fit: partly, shows: "the question, its levels, what they make of score and quadrant"},
		{page: &help{}, fit: open4all, shows: "keys"},
		{page: &historyPage{}, shows: "every edit", trial: notTried,
			opens: History, open: func(c *ctx, _ Intent) Outcome { return newHistory(c) }},
		{page: &importDiff{}, shows: "what is in a file"},
		{page: &importer{}, shows: "what is in a file", busy: true, reads: true, trial: notTried,
			opens: ImportFile, open: func(c *ctx, _ Intent) Outcome { return open(newImport(c.imports)) }},
		{page: &judge{}, shows: "how we judge a person"},
		{page: &leavePage{}, shows: "whom we would lose"},
		{page: &loadPage{}, shows: "our people and their load",
			opens: TeamLoad, open: func(*ctx, Intent) Outcome { return open(&loadPage{}) }},
		{page: &lockPage{}, fit: open4all, shows: "the question for the passphrase", rating: true, keys: true},
		{page: &mergePage{}, shows: "what two people changed", busy: true, reads: true, trial: notTried,
			opens: JoinFile, open: func(c *ctx, _ Intent) Outcome { return open(newMerge(c)) }},
		{page: &message{}, fit: partly, shows: "sentences without words of ours", rating: true, keys: true},
		{page: &method{}, shows: "weights and settings",
			opens: MethodScreen, open: func(c *ctx, _ Intent) Outcome { return open(newMethod(c)) }},
		{page: &palette{}, fit: open4all, shows: "commands and the names of accounts"},
		{page: &pastePage{}, shows: "cells of a spreadsheet"},
		{page: &phrasePage{}, fit: open4all, shows: "the question for a passphrase"},
		{page: &pick{}, fit: partly, shows: "the lists below that are fit", rating: true},
		{page: &places{}, fit: open4all, shows: "places to go to", rating: true, keys: true},
		{page: &prompt{}, fit: partly, shows: "the questions below that are fit", rating: true},
		{page: &prose{}, fit: partly, shows: "a text whose field is fit", busy: true},
		{page: &recoveryPage{}, shows: "what opens the file", keys: true},
		{page: &replacePage{}, fit: partly, shows: "names of files", rating: true},
		{page: &revealPage{}, fit: open4all, shows: "the question for a word", rating: true},
		{page: &runSheet{}, fit: partly, shows: "steps, ratings, who and what; parked lines as far as they are shared or were typed before the room", rating: true, meeting: true},
		{page: &sheet{}, shows: "every field of a thing"},
		{page: &towsPage{}, shows: "strengths and weaknesses"},
		{page: &welcome{}, fit: open4all, shows: "what to begin with", keys: true},
		{page: &whatIf{}, shows: "what was tried"},

		// a page that more than one intent opens stands here once more
		{page: &sheet{}, opens: AccountSheet, open: func(c *ctx, _ Intent) Outcome { return open(newSheet(c, edit.AccountRef(c.account))) }},
		{page: &sheet{}, opens: ProgrammeSheet, open: func(c *ctx, _ Intent) Outcome { return open(newSheet(c, edit.Ref{Of: edit.OfProgramme})) }},
		{page: &explain{}, opens: PortfolioFigures, open: func(*ctx, Intent) Outcome { return open(newExplain("", "")) }},
	}
}

// openScreen opens the screen of an intent, unless something is tried that it cannot
// be about.
func (a *App) openScreen(in Intent) Outcome {
	s := a.c.screens.opened(in)
	if s == nil {
		return Outcome{}
	}
	if a.base != nil && (s.trial == notTried || s.trial == rehearsed && a.c.rehearsal == nil) {
		return refuse(a.notOnBranch())
	}
	return s.open(a.c, in)
}

// Visit opens the screen of an intent over what is open.
func (a *App) Visit(in Intent) tea.Cmd { return a.apply(a.everywhere(in)) }
