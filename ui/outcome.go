package ui

import (
	"accord/model"
	"accord/ui/theme"
)

// Outcome is a part's whole answer to an intent. The zero Outcome means "not
// mine": the next scope outwards is asked. Only apply acts on it.
type Outcome struct {
	Done    bool           // handled; nothing else to do unless a field below says so
	Changes []model.Change // plan data to change, in order, as one step
	Steps   []model.Change // plan data to change, each a step of its own
	Say     string         // a sentence for the status line
	Bad     bool           // the sentence is a problem

	Open      overlay // put this on top
	Close     bool    // take the top overlay away
	Focus     pane    // 0 leaves the focus
	Account   model.AccountID
	Reveal    model.Place // put the cursor on a fact
	Undo      bool
	Redo      bool
	Quit      bool
	Zoom      bool
	Mouse     bool
	Suspend   bool
	Redraw    bool
	Copy      string
	Import    *importJob       // read a file in the background
	Merge     *mergeJob        // compare another's file in the background
	Editor    *externalEdit    // open $EDITOR
	Branch    branchStep       // begin, keep or drop a what-if
	Report    *reportJob       // write a document
	Meeting   *meetingJob      // keep a snapshot of a workshop, write its files
	Rehearse  rehearsalStep    // begin or end a rehearsal
	Hour      bool             // work out the best moves over all accounts
	Archive   *archiveJob      // ask the file's memory
	Copies    *copiesJob       // list copies, put one in place, repair
	Begin     *model.Portfolio // first run: make the file with this in it
	BeginThen overlay          // opened when the file was made
	Phrase    string           // first run: protect the file with this passphrase
	Unlock    *unlockJob       // try a passphrase
	Lock      bool             // cover the screen
	Sample    bool             // first run: make the file with the sample portfolio in it
	Theme     theme.Name       // look like this from now on
	Veil      veilStep         // hide names, or show them again
	Projector IntentKind       // Projector: larger and less, or back; Frank: with what is ours alone, or without
	Again     Intent           // dispatch this next (palette, places)
	Asked     *prompt          // the question that Again answers
}

// branchStep is what becomes of a what-if.
type branchStep uint8

const (
	noBranch branchStep = iota
	beginBranch
	keepBranch
	dropBranch
)

func done() Outcome           { return Outcome{Done: true} }
func say(s string) Outcome    { return Outcome{Done: true, Say: s} }
func refuse(s string) Outcome { return Outcome{Done: true, Say: s, Bad: true} }
func open(o overlay) Outcome  { return Outcome{Done: true, Open: o} }
func closing() Outcome        { return Outcome{Done: true, Close: true} }
func change(c ...model.Change) Outcome {
	return Outcome{Done: true, Changes: c}
}
