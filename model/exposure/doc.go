// package exposure tells who of a customer's people hang on one of ours alone: who knows
// them, and who would be left without anybody if that one went.
//
// Files, from the ground up: exposure.go.
package exposure
