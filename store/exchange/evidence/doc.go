// Package evidence says what the cells of a column are, whatever its heading is called:
// states of a document, kinds of documents, currencies, salutations, days, amounts. A list
// of headings only proposes; what stands in the cells decides, and what cannot be decided
// is a question.
//
// It knows words and shares and nothing of tables or fields: who reads a table asks it.
//
// Files, from the ground up: state.go, states.go, document.go, moneys.go, money.go,
// column.go, sums.go, question.go.
package evidence
