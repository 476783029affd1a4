// package sessiontest does random changes to a session, for the tests of several packages.
//
// Files, from the ground up: same.go, sitting.go, pick.go, meeting.go, changes.go.
package sessiontest
