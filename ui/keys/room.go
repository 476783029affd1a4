package keys

import "accord/model/words"

func roomKeys() []Binding {
	s := ScopeFocus
	return []Binding{
		Bind(
			s,
			[]string{"0", "1", "2", "3", "4", "5"},
			Intent{Kind: Rate},
			words.T("keys.answer"),
			words.T("keys.answer-question"),
		),
		on(s, []string{"x"}, SetUnknown, words.T("keys.unknown"), words.T("keys.make-unknown-nobody-answered-yet")),
		on(s, []string{"down", "j", "enter", "space"}, Down, words.T("keys.next"), words.T("keys.next-question")),
		on(s, []string{"up", "k"}, Up, "", words.T("keys.question-before")),
		on(s, []string{"left", "h"}, Left, words.T("keys.ours"), words.T("keys.our-answer")),
		on(s, []string{"right", "l"}, Right, words.T("keys.theirs"), words.T("keys.customers-own-answer")),
		on(s, []string{"+"}, Raise, "", words.T("keys.one-level-up")),
		on(s, []string{"-"}, Lower, "", words.T("keys.one-level-down")),
		on(s, []string{"="}, AcceptSuggestion, "", words.T("keys.accept-level-figures-suggest")),
		on(s, []string{"tab"}, NextField, words.T("keys.account"), words.T("keys.ask-same-next-account")),
		on(s, []string{"shift+tab"}, PrevField, "", words.T("keys.ask-same-account-before")),
		on(s, []string{"esc", "q", "ctrl+g"}, Cancel, words.T("keys.back"), words.T("keys.one-step-back")),
	}
}
