package exchange

import "accord/model/words"

func init() {
	kinds = []*kindRow{
		{kind: Accounts, words: words.T("exchange.one-customer-row"), changes: words.T("exchange.accounts-their-facts-their-parents"),
			early: 4, sure: 4, prefix: "account.", columns: accountColumns, fields: accountRoles, samples: accountExamples(), also: accountNamesToo, accounts: true, years: true,
			needs: []need{{words.T("exchange.accounts-name"), []string{"account.name", "account.id"}}}, read: (*reader).accounts},
		{kind: Contacts, words: words.T("exchange.one-person-row"), changes: words.T("exchange.people-accounts-their-seat-their"),
			early: 5, sure: 3, prefix: "contact.", columns: contactColumns, also: contactNamesToo,
			needs: []need{
				{words.T("exchange.persons-name"), []string{"contact.full", "contact.first", "contact.last", "contact.email"}},
				{words.T("exchange.the-account"), []string{"contact.account", "contact.account_id"}},
			}, read: (*reader).contacts},
		{kind: Transactions, words: words.T("exchange.invoices-orders-won-deals"), changes: words.T("exchange.transactions-accounts-which-revenue-by"),
			early: 7, sure: 2, prefix: "transaction.", columns: transactionColumns, also: transactionNamesToo, sums: true, won: true,
			needs: []need{
				{words.T("exchange.the-account"), []string{"transaction.account", "transaction.account_id"}},
				{words.T("exchange.the-amount"), []string{"transaction.amount"}},
				{words.T("exchange.the-date"), []string{"transaction.date"}},
			}, read: (*reader).transactions, diff: ownerDiffs},
		{kind: Figures, words: words.T("exchange.revenue-by-customer-year"), changes: words.T("exchange.figures-accounts-revenue-costs-margin"),
			early: 6, sure: 1, prefix: "figures.", columns: figureColumns, also: figureNamesToo, years: true, plain: true, sums: true,
			needs: []need{
				{words.T("exchange.the-account"), []string{"figures.account", "figures.account_id"}},
				{words.T("exchange.year-or-period"), []string{"figures.year", anyFigure}},
				{words.T("exchange.a-figure"), []string{"figures.revenue", "figures.cost_of_sales", "figures.gross_margin", "figures.cost_to_serve", "figures.wallet", "figures.capacity_share", anyFigure}},
			}, read: (*reader).figures},
		{kind: Offerings, words: words.T("exchange.what-you-sell-list-prices"), changes: words.T("exchange.your-offerings-names-what-sold"),
			things: [2]string{"offering", "offerings"}, early: 3, sure: 5, prefix: "offering.", columns: offeringColumns, also: offeringNamesToo, ours: true,
			needs: []need{{words.T("exchange.the-offering"), []string{"offering.name"}}, {words.T("exchange.price-or-line"), []string{"offering.price", "offering.line"}}}, read: (*reader).offerings},
		{kind: Team, words: words.T("exchange.people-ours"), changes: words.T("exchange.your-team-who-leads-accounts"),
			things: [2]string{words.T("exchange.person-our-team"), words.T("exchange.people-our-team")}, early: 2, sure: 6, prefix: "team.", columns: teamColumns, ours: true,
			needs: []need{{words.T("exchange.the-person"), []string{"team.name"}}}, read: (*reader).team},
		{kind: Portfolio, words: words.T("exchange.whole-portfolio-accord-wrote-json"), changes: words.T("exchange.everything-accounts-their-plans-offerings"),
			early: 1, document: &documentKind{[]string{".json"}, looksLikeJSON, jsonHead, readPortfolio}},
	}
}
