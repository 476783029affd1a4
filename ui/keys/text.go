package keys

import (
	"accord/model/words"
	"accord/ui/widget"
)

func textKeys() []Binding {
	var rows []Binding
	for _, s := range []Scope{ScopeText, ScopeProse} {
		rows = append(rows,
			on(s, []string{"esc", "ctrl+g"}, Cancel, words.T("keys.back"), words.T("keys.leave-field-what-you-typed")),
			on(s, []string{"f5"}, Projector, "", words.T("keys.projector-larger-less-room")),
			on(s, []string{"f12"}, Frank, "", words.T("keys.projector-show-what-ours-alone")),
			on(s, []string{"f6"}, HideNames, "", words.T("keys.anonymous-stand-ins-names-texts-hidden")),
			on(s, []string{"f7"}, FocusLook, "", words.T("keys.focus-one-question-at-time-2")),
			editKey(s, widget.Backspace, words.T("keys.delete-letter-before"), "backspace", "ctrl+h"),
			editKey(s, widget.Delete, words.T("keys.delete-letter-under-caret"), "delete", "ctrl+d"),
			editKey(s, widget.LeftKey, words.T("keys.left"), "left"),
			editKey(s, widget.RightKey, words.T("keys.right"), "right"),
			editKey(s, widget.WordLeft, words.T("keys.word-left"), "ctrl+left", "alt+left", "alt+b"),
			editKey(s, widget.WordRight, words.T("keys.word-right"), "ctrl+right", "alt+right", "alt+f"),
			editKey(s, widget.HomeKey, words.T("keys.start-line"), "home", "ctrl+a"),
			editKey(s, widget.EndKey, words.T("keys.end-line"), "end"),
			editKey(s, widget.KillWord, words.T("keys.delete-word-before"), "ctrl+w", "alt+backspace"),
			editKey(s, widget.KillToEnd, words.T("keys.delete-end-line"), "ctrl+k"),
			editKey(s, widget.KillToStart, words.T("keys.delete-start-line"), "ctrl+u"),
		)
	}
	return append(rows,
		on(ScopeText, []string{"enter"}, Accept, words.T("keys.done"), words.T("keys.done-table-save-type-into")),
		on(ScopeText, []string{"tab"}, NextField, words.T("keys.next"), words.T("keys.table-save-type-into-next")),
		on(ScopeText, []string{"shift+tab"}, PrevField, "", words.T("keys.table-save-type-into-cell")),
		on(ScopeText, []string{"down"}, Down, "", words.T("keys.table-save-type-into-cell-below")),
		on(ScopeText, []string{"up"}, Up, "", words.T("keys.table-save-type-into-cell-above")),
		on(ScopeText, []string{"pgdown"}, PageDown, "", words.T("keys.page-down")),
		on(ScopeText, []string{"pgup"}, PageUp, "", words.T("keys.page-up")),
		on(ScopeText, []string{"ctrl+q", "ctrl+c"}, Quit, "", words.T("keys.quit-what-you-typed-kept")),
		on(ScopeText, []string{"f8"}, ParkLine, "", words.T("keys.workshop-park-line")).needs(NeedsWorkshop),
		on(ScopeProse, []string{"f8"}, ParkLine, "", words.T("keys.workshop-park-line")).needs(NeedsWorkshop),
		on(ScopeProse, []string{"ctrl+e"}, ExternalEditor, words.T("keys.editor"), words.T("keys.edit-text-your-own-editor")),
		on(ScopeProse, []string{"ctrl+q", "ctrl+c"}, Quit, "", words.T("keys.quit-what-you-typed-kept")),
		on(ScopeProse, []string{"tab"}, NextField, "", words.T("keys.table-type-into-next-cell")),
		on(ScopeProse, []string{"shift+tab"}, PrevField, "", words.T("keys.table-type-into-cell-before")),
		editKey(ScopeProse, widget.Newline, words.T("keys.new-line"), "enter"),
		editKey(ScopeProse, widget.UpKey, words.T("keys.up"), "up"),
		editKey(ScopeProse, widget.DownKey, words.T("keys.down"), "down"),
		editKey(ScopeProse, widget.PageUp, words.T("keys.page-up"), "pgup"),
		editKey(ScopeProse, widget.PageDown, words.T("keys.page-down"), "pgdown"),
		editKey(ScopeProse, widget.TopKey, words.T("keys.start-text"), "ctrl+home"),
		editKey(ScopeProse, widget.BottomKey, words.T("keys.end-text"), "ctrl+end"),
	)
}
