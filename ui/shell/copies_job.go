package shell

// copiesTask is what is asked of the keeper of copies.
type copiesTask uint8

const (
	listCopies copiesTask = iota
	bringBack
	repairFile
)

// copiesJob is work on files, done in the background: all of each copy is read.
type copiesJob struct {
	task   copiesTask
	number uint64
	path   string
}
