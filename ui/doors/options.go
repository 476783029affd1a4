package doors

import (
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"accord/model/words"
	"accord/store"
)

// tell says on the command line what reading a file noticed.
var tell func(string)

// rescueMet hears of rescue files that a command meets; the workbench tells them on
// its screen.
var rescueMet func(path, sentence string)

func onRescue(r store.Rescue) {
	if rescueMet != nil {
		rescueMet(r.Path, r.String())
	}
}

func options(path string, onState func(store.State)) store.Options {
	return store.Options{
		Now:        time.Now,
		Program:    words.T("doors.accord", Version()),
		OnState:    onState,
		BackupDir:  backupsOf(path),
		Keys:       keys,
		OnRescue:   onRescue,
		Interrupts: interrupts,
	}
}

// interrupts are the signals that ask the program to end, for work that leaves
// nothing behind when it is.
func interrupts() (stop <-chan os.Signal, end func()) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	return asked, func() { signal.Stop(asked) }
}

// backupsOf is the folder that the copies of a file lie in.
func backupsOf(path string) string { return filepath.Join(filepath.Dir(path), "backups") }
