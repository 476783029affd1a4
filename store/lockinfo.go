package store

import (
	"encoding/json"
	"os"
	"time"

	"accord/store/place"
)

// lockInfo says, in a file beside the database, who has it. It is advice only:
// the lock itself is the operating system's and ends with its process.
type lockInfo struct {
	PID  int       `json:"pid"`
	Host string    `json:"host"`
	At   time.Time `json:"at"`
}

func (f *File) lockInfoPath() string { return f.path + ".lock-info" }

func (f *File) writeLockInfo() {
	host, _ := os.Hostname()
	b, err := json.Marshal(lockInfo{os.Getpid(), host, f.options.now()})
	if err == nil {
		_ = os.WriteFile(f.lockInfoPath(), b, 0o600)
	}
}

func (f *File) locked() error {
	e := &place.LockedError{Path: f.path}
	var info lockInfo
	if b, err := os.ReadFile(f.lockInfoPath()); err == nil && json.Unmarshal(b, &info) == nil {
		e.PID, e.Host, e.At = info.PID, info.Host, info.At
	}
	return e
}
