package exchange

func init() {
	kinds = []*kindRow{
		{kind: Accounts, words: "one customer a row", changes: "accounts: their facts, their parents, our figures of a year with them",
			early: 4, sure: 4, prefix: "account.", columns: accountColumns, fields: accountRoles, samples: accountExamples, also: accountNamesToo, accounts: true, years: true,
			needs: []need{{"the account's name", []string{"account.name", "account.id"}}}, read: (*reader).accounts},
		{kind: Contacts, words: "one person a row", changes: "the people of accounts: their seat, their role and whom they report to",
			early: 5, sure: 3, prefix: "contact.", columns: contactColumns, also: contactNamesToo,
			needs: []need{
				{"the person's name", []string{"contact.full", "contact.first", "contact.last", "contact.email"}},
				{"the account", []string{"contact.account", "contact.account_id"}},
			}, read: (*reader).contacts},
		{kind: Transactions, words: "invoices, orders, won deals", changes: "the transactions of accounts, of which revenue by year and offering is added up",
			early: 7, sure: 2, prefix: "transaction.", columns: transactionColumns, also: transactionNamesToo, sums: true, won: true,
			needs: []need{
				{"the account", []string{"transaction.account", "transaction.account_id"}},
				{"the amount", []string{"transaction.amount"}},
				{"the date", []string{"transaction.date"}},
			}, read: (*reader).transactions, diff: ownerDiffs},
		{kind: Figures, words: "revenue by customer and year", changes: "the figures of accounts: revenue, costs, margin and spend of a year",
			early: 6, sure: 1, prefix: "figures.", columns: figureColumns, also: figureNamesToo, years: true, plain: true, sums: true,
			needs: []need{
				{"the account", []string{"figures.account", "figures.account_id"}},
				{"the year or period", []string{"figures.year", anyFigure}},
				{"a figure", []string{"figures.revenue", "figures.cost_of_sales", "figures.gross_margin", "figures.cost_to_serve", "figures.wallet", "figures.capacity_share", anyFigure}},
			}, read: (*reader).figures},
		{kind: Offerings, words: "what you sell, with list prices", changes: "your offerings, and the names of what was sold",
			things: [2]string{"offering", "offerings"}, early: 3, sure: 5, prefix: "offering.", columns: offeringColumns, also: offeringNamesToo, ours: true,
			needs: []need{{"the offering", []string{"offering.name"}}, {"its price or line", []string{"offering.price", "offering.line"}}}, read: (*reader).offerings},
		{kind: Team, words: "people of ours", changes: "your team, and who leads the accounts they own by name",
			things: [2]string{"person of our team", "people of our team"}, early: 2, sure: 6, prefix: "team.", columns: teamColumns, ours: true,
			needs: []need{{"the person", []string{"team.name"}}}, read: (*reader).team},
		{kind: Portfolio, words: "a whole portfolio that Accord wrote (.json)", changes: "everything: accounts with their plans, offerings and people of ours that are new here",
			early: 1, document: &documentKind{[]string{".json"}, looksLikeJSON, jsonHead, readPortfolio}},
	}
}
