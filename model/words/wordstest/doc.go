// Package wordstest runs what a test makes in every language of the screen.
//
// Files, from the ground up: languages.go.
package wordstest
