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
