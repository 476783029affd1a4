package keys

import (
	"accord/ui/widget"
)

func textKeys() []Binding {
	var rows []Binding
	for _, s := range []Scope{ScopeText, ScopeProse} {
		rows = append(rows,
			on(s, []string{"esc", "ctrl+g"}, Cancel, "back", "leave the field; what you typed is kept"),
			on(s, []string{"f5"}, Projector, "", "projector: larger and less, for a room"),
			on(s, []string{"f12"}, Frank, "", "projector: show what is ours alone too, or no more"),
			on(s, []string{"f6"}, HideNames, "", "anonymous: stand-ins for names, texts hidden"),
			on(s, []string{"f7"}, FocusLook, "", "focus: one question at a time"),
			editKey(s, widget.Backspace, "delete the letter before", "backspace", "ctrl+h"),
			editKey(s, widget.Delete, "delete the letter under the caret", "delete", "ctrl+d"),
			editKey(s, widget.LeftKey, "left", "left"),
			editKey(s, widget.RightKey, "right", "right"),
			editKey(s, widget.WordLeft, "a word left", "ctrl+left", "alt+left", "alt+b"),
			editKey(s, widget.WordRight, "a word right", "ctrl+right", "alt+right", "alt+f"),
			editKey(s, widget.HomeKey, "start of the line", "home", "ctrl+a"),
			editKey(s, widget.EndKey, "end of the line", "end"),
			editKey(s, widget.KillWord, "delete the word before", "ctrl+w", "alt+backspace"),
			editKey(s, widget.KillToEnd, "delete to the end of the line", "ctrl+k"),
			editKey(s, widget.KillToStart, "delete to the start of the line", "ctrl+u"),
		)
	}
	return append(rows,
		on(ScopeText, []string{"enter"}, Accept, "done", "done; in a table: save, and type into the cell below"),
		on(ScopeText, []string{"tab"}, NextField, "next", "in a table: save, and type into the next cell"),
		on(ScopeText, []string{"shift+tab"}, PrevField, "", "in a table: save, and type into the cell before"),
		on(ScopeText, []string{"down"}, Down, "", "in a table: save, and type into the cell below"),
		on(ScopeText, []string{"up"}, Up, "", "in a table: save, and type into the cell above; in a search: what was searched for last"),
		on(ScopeText, []string{"pgdown"}, PageDown, "", "a page down"),
		on(ScopeText, []string{"pgup"}, PageUp, "", "a page up"),
		on(ScopeText, []string{"ctrl+q", "ctrl+c"}, Quit, "", "quit; what you typed is kept"),
		on(ScopeText, []string{"f8"}, ParkLine, "", "workshop: park a line").needs(NeedsWorkshop),
		on(ScopeProse, []string{"f8"}, ParkLine, "", "workshop: park a line").needs(NeedsWorkshop),
		on(ScopeProse, []string{"ctrl+e"}, ExternalEditor, "$EDITOR", "edit the text in your own editor"),
		on(ScopeProse, []string{"ctrl+q", "ctrl+c"}, Quit, "", "quit; what you typed is kept"),
		on(ScopeProse, []string{"tab"}, NextField, "", "in a table: type into the next cell"),
		on(ScopeProse, []string{"shift+tab"}, PrevField, "", "in a table: type into the cell before"),
		editKey(ScopeProse, widget.Newline, "new line", "enter"),
		editKey(ScopeProse, widget.UpKey, "up", "up"),
		editKey(ScopeProse, widget.DownKey, "down", "down"),
		editKey(ScopeProse, widget.PageUp, "a page up", "pgup"),
		editKey(ScopeProse, widget.PageDown, "a page down", "pgdown"),
		editKey(ScopeProse, widget.TopKey, "start of the text", "ctrl+home"),
		editKey(ScopeProse, widget.BottomKey, "end of the text", "ctrl+end"),
	)
}
