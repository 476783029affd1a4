// package modeltest is what tests of several packages make portfolios with: small ones by
// hand, and random ones by seed.
//
// Files, from the ground up: modeltest.go, random.go, seeds.go.
package modeltest
