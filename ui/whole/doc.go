// package whole holds only tests: the real program, built by Go, on a real file
// and in a real pseudo-terminal.
package whole
