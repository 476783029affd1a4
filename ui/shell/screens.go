package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/edit"
	"accord/model/words"
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
		{
			Page: &workshop.BallotPage{},
			Key:  "blind rating", Word: words.T("shell.blind-rating"),
			Fit:     kit.Partly,
			Shows:   words.T("shell.questions-who-answered-result-never"),
			Rating:  true,
			Meeting: true,
			Trial:   kit.Rehearsed,
			Opens:   keys.BallotScreen,
			Open:    func(c *kit.Context, in keys.Intent) kit.Outcome { return kit.Open(workshop.NewBallotOf(c, in.Text)) },
		},
		{
			Page: &portfolio.Page{},
			Key:  "portfolio", Word: words.T("shell.portfolio"),
			Fit:   kit.Partly,
			Shows: words.T("shell.the-plane"),
			Opens: keys.PortfolioScreen,
			Open:  func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(portfolio.New(c)) },
		},
		{
			Page: &accounts.Sorting{},
			Key:  "choose", Word: words.T("shell.choose"),
			Shows: words.T("shell.contribution-lifetime-value-tier"),
			Opens: keys.SortingScreen,
			Open:  func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(accounts.NewSorting(c)) },
		},
		{Page: &agenda.Page{}, Key: "agenda", Word: words.T("shell.agenda"), Shows: words.T("shell.actions-reviews-flags-all-accounts"),
			Opens: keys.AgendaScreen, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&agenda.Page{}) }},
		{
			Page: &plan.MovesPage{},
			Key:  "next moves", Word: words.T("shell.next-moves"),
			Shows: words.T("shell.what-we-could-do-next"),
			Opens: keys.NextMoves,
			Open:  func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(plan.NewMovesPage(c.Account)) },
		},
		{Page: &papers.Page{}, Key: "report", Word: words.T("shell.report"), Shows: words.T("shell.document-before-written"),
			Opens: keys.ReportScreen, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&papers.Page{}) }},
		{
			Page: &programme.OurselvesPage{},
			Key:  "ourselves", Word: words.T("shell.ourselves"),
			Shows: words.T("shell.what-we-think-ourselves"),
			Opens: keys.OurselvesScreen,
			Open:  func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&programme.OurselvesPage{}) },
		},
		{Page: &kit.ClosedField{}, Fit: kit.Open4All, Shows: words.T("shell.something-not-shown"), Rating: true},
		{Page: &history.ComparePage{}, Shows: words.T("shell.what-changed-between-two-moments")},
		{Page: &copiesPage{}, Shows: words.T("shell.copies-file"), Busy: true},
		{Page: &kit.DeletePage{}, Shows: words.T("shell.how-much-there-thing-what")},
		{Page: &kit.Explain{}, Shows: words.T("shell.figures-ours-behind-score")},
		{Page: &plan.FocusPage{}, Fit: kit.Partly, Shows: words.T("shell.question-levels-what-they-make")},
		{Page: &help{}, Fit: kit.Open4All, Shows: "keys"},
		{Page: &history.Page{}, Shows: words.T("shell.every-edit"), Trial: kit.NotTried,
			Opens: keys.History, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return history.New(c) }},
		{Page: &importer.Diff{}, Shows: words.T("shell.what-file")},
		{
			Page:  &importer.Wizard{},
			Shows: words.T("shell.what-file"),
			Busy:  true,
			Reads: true,
			Trial: kit.NotTried,
			Opens: keys.ImportFile,
			Open:  func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(importer.New(c.Imports)) },
		},
		{Page: &relmap.Judge{}, Shows: words.T("shell.how-we-judge-person")},
		{Page: &relmap.LeavePage{}, Shows: words.T("shell.whom-we-would-lose")},
		{Page: &relmap.LoadPage{}, Shows: words.T("shell.our-people-their-load"),
			Opens: keys.TeamLoad, Open: func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(&relmap.LoadPage{}) }},
		{Page: &lockPage{}, Fit: kit.Open4All, Shows: words.T("shell.question-passphrase"), Rating: true, Keys: true},
		{Page: &merging.Page{}, Shows: words.T("shell.what-two-people-changed"), Busy: true, Reads: true, Trial: kit.NotTried,
			Opens: keys.JoinFile, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(merging.New(c)) }},
		{
			Page:   &kit.Message{},
			Fit:    kit.Partly,
			Shows:  words.T("shell.sentences-without-words-ours"),
			Rating: true,
			Keys:   true,
		},
		{
			Page:  &programme.Method{},
			Shows: words.T("shell.weights-settings"),
			Opens: keys.MethodScreen,
			Open:  func(c *kit.Context, _ keys.Intent) kit.Outcome { return kit.Open(programme.NewMethod(c)) },
		},
		{Page: &palette{}, Fit: kit.Open4All, Shows: words.T("shell.commands-names-accounts")},
		{Page: &kit.PastePage{}, Shows: words.T("shell.cells-spreadsheet")},
		{Page: &phrasePage{}, Fit: kit.Open4All, Shows: words.T("shell.question-passphrase-2")},
		{Page: &kit.Pick{}, Fit: kit.Partly, Shows: words.T("shell.lists-below-fit"), Rating: true},
		{Page: &places{}, Fit: kit.Open4All, Shows: words.T("shell.places-go"), Rating: true, Keys: true},
		{Page: &kit.Prompt{}, Fit: kit.Partly, Shows: words.T("shell.questions-below-fit"), Rating: true},
		{Page: &kit.Prose{}, Fit: kit.Partly, Shows: words.T("shell.text-whose-field-fit"), Busy: true},
		{Page: &recoveryPage{}, Shows: words.T("shell.what-opens-file"), Keys: true},
		{Page: &kit.ReplacePage{}, Fit: kit.Partly, Shows: words.T("shell.names-files"), Rating: true},
		{Page: &revealPage{}, Fit: kit.Open4All, Shows: words.T("shell.question-word"), Rating: true},
		{
			Page:    &workshop.RunSheet{},
			Fit:     kit.Partly,
			Shows:   words.T("shell.steps-ratings-who-what-parked"),
			Rating:  true,
			Meeting: true,
		},
		{Page: &kit.Sheet{}, Shows: words.T("shell.every-field-thing")},
		{Page: &plan.TowsPage{}, Shows: words.T("shell.strengths-weaknesses")},
		{Page: &welcome{}, Fit: kit.Open4All, Shows: words.T("shell.what-begin"), Keys: true},
		{Page: &whatIf{}, Shows: words.T("shell.what-tried")},

		// a page that more than one intent opens stands here once more
		{Page: &kit.Sheet{}, Opens: keys.AccountSheet, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome {
			return kit.Open(kit.NewSheet(c, edit.AccountRef(c.Account)))
		}},
		{Page: &kit.Sheet{}, Opens: keys.ProgrammeSheet, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome {
			return kit.Open(kit.NewSheet(c, edit.Ref{Of: edit.OfProgramme}))
		}},
		{Page: &kit.Pick{}, Opens: keys.ChoosePeriod, Open: func(c *kit.Context, _ keys.Intent) kit.Outcome {
			return kit.Open(kit.PickPeriod(c))
		}},
		{
			Page:  &kit.Explain{},
			Opens: keys.PortfolioFigures,
			Open:  func(*kit.Context, keys.Intent) kit.Outcome { return kit.Open(kit.NewExplain("", "")) },
		},
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
