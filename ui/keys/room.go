package keys

func roomKeys() []Binding {
	s := ScopeFocus
	return []Binding{
		Bind(s, []string{"0", "1", "2", "3", "4", "5"}, Intent{Kind: Rate}, "answer", "answer the question"),
		on(s, []string{"x"}, SetUnknown, "unknown", "make it unknown: nobody answered yet"),
		on(s, []string{"down", "j", "enter", "space"}, Down, "next", "the next question"),
		on(s, []string{"up", "k"}, Up, "", "the question before"),
		on(s, []string{"left", "h"}, Left, "ours", "our answer"),
		on(s, []string{"right", "l"}, Right, "theirs", "the customer's own answer"),
		on(s, []string{"+"}, Raise, "", "one level up"),
		on(s, []string{"-"}, Lower, "", "one level down"),
		on(s, []string{"="}, AcceptSuggestion, "", "accept the level the figures suggest"),
		on(s, []string{"tab"}, NextField, "account", "ask the same of the next account"),
		on(s, []string{"shift+tab"}, PrevField, "", "ask the same of the account before"),
		on(s, []string{"esc", "q", "ctrl+g"}, Cancel, "back", "one step back"),
	}
}
