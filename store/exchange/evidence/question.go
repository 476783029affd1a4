package evidence

// Question is what a reader cannot decide and what could change a sum. Nothing is imported
// until it is answered.
type Question struct {
	Key      string // what is asked: won, type, currency, net, lines, date, totals, kind
	Sentence string // what was found, and what is asked
	Choices  []Choice
}

// Choice is one answer.
type Choice struct {
	Key   string // as it is said on the command line
	Label string // what it means
}
