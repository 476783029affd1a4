package kit

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
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

func Done() Outcome                   { return Outcome{Done: true} }
func Doing(all ...Effect) Outcome     { return Outcome{Done: true, Effects: all} }
func Say(s string) Outcome            { return Doing(Saying{Text: s}) }
func Refuse(s string) Outcome         { return Doing(Saying{Text: s, Bad: true}) }
func Open(o Page) Outcome             { return Doing(Opening{o}) }
func Close() Outcome                  { return Doing(Closing{}) }
func Change(c ...edit.Change) Outcome { return Doing(Changing{Changes: c}) }

// Ask is an intent to be dispatched next.
func Ask(in keys.Intent) Outcome { return Doing(Asking{Intent: in}) }

// Add asks for one more thing.
func (o *Outcome) Add(e Effect) {
	o.Done, o.Effects = true, append(o.Effects[:len(o.Effects):len(o.Effects)], e)
}

// The methods ask for one more of the common things.

func (o *Outcome) Say(s string)            { o.Add(Saying{Text: s}) }
func (o *Outcome) Open(page Page)          { o.Add(Opening{page}) }
func (o *Outcome) Close()                  { o.Add(Closing{}) }
func (o *Outcome) Focus(p Pane)            { o.Add(Focusing{p}) }
func (o *Outcome) Show(id model.AccountID) { o.Add(Showing{id}) }
func (o *Outcome) Again(in keys.Intent)    { o.Add(Asking{Intent: in}) }

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
	o.Add(Changing{Changes: c})
}

// Asks finds the first effect of a kind.
func Asks[E Effect](o *Outcome) (e E, ok bool) {
	for _, x := range o.Effects {
		if e, ok = x.(E); ok {
			return e, true
		}
	}
	return e, false
}

// Without is the outcome without the effects of a kind.
func Without[E Effect](o Outcome) Outcome {
	all := o.Effects
	o.Effects = nil
	for _, e := range all {
		if _, is := e.(E); !is {
			o.Effects = append(o.Effects, e)
		}
	}
	return o
}

// Changes are the changes that are made together.
func (o *Outcome) Changes() []edit.Change {
	for _, e := range o.Effects {
		if c, ok := e.(Changing); ok && !c.Apart {
			return c.Changes
		}
	}
	return nil
}

// Said is the sentence for the status line, the last where there are several.
func (o *Outcome) Said() (text string, bad bool) {
	for _, e := range o.Effects {
		if s, ok := e.(Saying); ok {
			text, bad = s.Text, s.Bad
		}
	}
	return text, bad
}
