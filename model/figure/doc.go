// package figure says how a figure is read: how many decimals, which signs, what stands
// where nothing is known. How a language writes the number is model/words.
//
// Files, from the ground up: print.go.
package figure
