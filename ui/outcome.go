package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
)

// Outcome is a part's whole answer to an intent. The zero Outcome means "not mine":
// the next scope outwards is asked. Done without effects means handled, nothing else
// to do. Only apply acts on it, and does everything that is asked for.
type Outcome struct {
	Done    bool
	Effects []Effect
}

// Effect is one thing that an outcome asks for. Those that every page needs stand in
// effects.go; work beside the screen is declared beside the page that asks for it.
type Effect interface{ Do(Host) tea.Cmd }

func done() Outcome                   { return Outcome{Done: true} }
func doing(all ...Effect) Outcome     { return Outcome{Done: true, Effects: all} }
func say(s string) Outcome            { return doing(Saying{Text: s}) }
func refuse(s string) Outcome         { return doing(Saying{Text: s, Bad: true}) }
func open(o overlay) Outcome          { return doing(Opening{o}) }
func closing() Outcome                { return doing(Closing{}) }
func change(c ...edit.Change) Outcome { return doing(Changing{Changes: c}) }

// asking is an intent to be dispatched next.
func asking(in Intent) Outcome { return doing(Asking{Intent: in}) }

// add asks for one more thing.
func (o *Outcome) add(e Effect) {
	o.Done, o.Effects = true, append(o.Effects[:len(o.Effects):len(o.Effects)], e)
}

// The methods ask for one more of the common things.

func (o *Outcome) Say(s string)            { o.add(Saying{Text: s}) }
func (o *Outcome) Open(page overlay)       { o.add(Opening{page}) }
func (o *Outcome) Close()                  { o.add(Closing{}) }
func (o *Outcome) Focus(p pane)            { o.add(Focusing{p}) }
func (o *Outcome) Show(id model.AccountID) { o.add(Showing{id}) }
func (o *Outcome) Again(in Intent)         { o.add(Asking{Intent: in}) }

// Change adds to the changes that are made together, as one step.
func (o *Outcome) Change(c ...edit.Change) {
	for i, e := range o.Effects {
		if was, ok := e.(Changing); ok && !was.Apart {
			all := append([]Effect(nil), o.Effects...)
			all[i] = Changing{Changes: append(was.Changes[:len(was.Changes):len(was.Changes)], c...)}
			o.Effects = all
			return
		}
	}
	o.add(Changing{Changes: c})
}

// asks finds the first effect of a kind.
func asks[E Effect](o *Outcome) (e E, ok bool) {
	for _, x := range o.Effects {
		if e, ok = x.(E); ok {
			return e, true
		}
	}
	return e, false
}

// without is the outcome without the effects of a kind.
func without[E Effect](o Outcome) Outcome {
	all := o.Effects
	o.Effects = nil
	for _, e := range all {
		if _, is := e.(E); !is {
			o.Effects = append(o.Effects, e)
		}
	}
	return o
}

// changes are the changes that are made together.
func (o *Outcome) changes() []edit.Change {
	for _, e := range o.Effects {
		if c, ok := e.(Changing); ok && !c.Apart {
			return c.Changes
		}
	}
	return nil
}

// said is the sentence for the status line, the last where there are several.
func (o *Outcome) said() (text string, bad bool) {
	for _, e := range o.Effects {
		if s, ok := e.(Saying); ok {
			text, bad = s.Text, s.Bad
		}
	}
	return text, bad
}
