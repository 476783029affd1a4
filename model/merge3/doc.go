// package merge3 makes one portfolio of two that grew from a common beginning: what one
// side changed is taken, what both changed differently is a conflict for people.
package merge3
