// Package programme is what holds for all accounts: the method and our own readiness.
//
// Files, from the ground up: ourselves.go, method.go.
package programme
