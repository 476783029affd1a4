package shell

import (
	"accord/model/edit"
	"accord/model/words"
)

// Sentences of the status line come from everywhere: what was typed and refused,
// what was taken back. On a projector one that holds a text of ours is not said.

// roomStatus is the sentence of the status line as the screen may show it.
func (a *App) roomStatus() string {
	switch text := a.status.text; {
	case !a.c.Modest() || a.c.FitSentence(text):
		return text
	case a.status.bad:
		return words.T("shell.not-done-why-not-shown")
	}
	return words.T("shell.done-what-says-not-shown")
}

// turned tells a step that was taken back or done again.
func (a *App) turned(p *edit.Patch) string {
	if !a.c.Modest() || p.Agreed() {
		return a.Words(p)
	}
	f, err := edit.FieldByKey(a.c.Portfolio().Programme(), p.Place.Field)
	if err != nil || !a.c.MayRead(edit.AccountRef(p.Place.Account), f) || len(p.Edits(a.c.Portfolio().Programme())) != 1 {
		return words.T("shell.what-was-not-shown-projector")
	}
	return a.Words(p)
}

// noteRoomsOwn keeps what the room sees typed: it is the room's from then on, as long as the
// program runs.
func (a *App) noteRoomsOwn(changes []edit.Change) {
	if !a.c.Modest() {
		return
	}
	for _, ch := range changes {
		switch x := ch.(type) {
		case edit.Together:
			a.noteRoomsOwn(x)
		case edit.Park:
			w := a.c.Portfolio().Programme().Workshop
			if a.c.RoomsOwn[string(x.Parked.ID)] || w == nil || w.ParkedLine(x.Parked.ID) == nil {
				a.c.OwnForRoom(string(x.Parked.ID))
			}
		case edit.AddObjective:
			a.c.OwnForRoom(string(x.ID))
		case edit.AddAction:
			a.c.OwnForRoom(string(x.ID))
		case edit.AddItem:
			a.c.OwnForRoom(x.ID)
		}
	}
}
