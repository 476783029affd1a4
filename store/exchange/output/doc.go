// package output writes a file that somebody named, and guards what is there: the open
// portfolio, what is being read and what somebody else made stay as they are; an older
// paper of ours goes only after a yes.
//
// Files, from the ground up: paper.go, output.go, write.go.
package output
