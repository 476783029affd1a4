// package sessiontest does random changes to a session, for the tests of several packages.
package sessiontest
