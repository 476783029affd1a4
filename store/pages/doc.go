// package pages reads a file without opening it: it walks its pages, says whether they
// are sound and whose file it is, and takes out of a damaged one what can still be read.
//
// Files, from the ground up: page.go, preflight.go, value.go, walker.go, salvage.go,
// account.go, missing.go, settings.go, fill.go, orphans.go, peek.go, protection.go,
// read.go.
package pages
