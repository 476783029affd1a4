// package sample is the fictional portfolio that a newcomer can look at: 26
// customers of Accordia Process Technology, in two languages, with every
// quadrant and four things to find: a volume trap, a hidden gem, an exposed
// giant, and a relationship that hangs by one thread.
//
// Files, from the ground up: account.go, shared.go, exposed.go, others.go, partners.go,
// people.go, plans.go, sample.go, workshop.go.
package sample
