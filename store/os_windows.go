package store

import "os"

// mapAhead stays 0: on Windows the file itself would grow to it.
const mapAhead = 0

func unlock(*os.File) {}

// lock asks nothing: Windows refuses to rename a file that somebody has open.
func lock(*os.File) error { return nil }

func syncDir(string) error { return nil }

func private(string) {}

// mayWrite asks nothing: what Windows says of a folder does not tell.
func mayWrite(string) error { return nil }

// hardLinks is one: Windows does not tell it without opening the file.
func hardLinks(os.FileInfo) uint64 { return 1 }

func sameOwner(string, os.FileInfo) {}

const locksWork = false

// alive reports whether there is a process with the number.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err == nil {
		_ = p.Release()
	}
	return err == nil
}

// ownedByUs asks nothing: the folder for temporary files is the user's own there.
func ownedByUs(string) bool { return true }
