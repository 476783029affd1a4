package kit

import (
	"strings"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/widget"
)

// Where a person types in a table, text stays text until they leave it: tab and
// enter save the cell and open the next one for typing, whatever kind it is. A
// letter is then never a command of the page.

// nextCell is the intent to go on from a page that was opened over a cell.
func nextCell(k keys.IntentKind) keys.Intent {
	if k == keys.PrevField {
		return keys.Intent{Kind: keys.NextCell, N: -1}
	}
	return keys.Intent{Kind: keys.NextCell, N: 1}
}

// OfTable tells what opens over a cell of a table that tab goes on from there.
func OfTable(over Page) Page {
	switch o := over.(type) {
	case *Pick:
		o.cell = true
	case *Prose:
		o.cell = true
	}
	return over
}

// StepKey is tab, or shift+tab back.
func StepKey(step int) keys.IntentKind {
	if step < 0 {
		return keys.PrevField
	}
	return keys.NextField
}

// GoOn is an outcome after which the cell that the cursor has come to is opened.
func GoOn(out Outcome) Outcome {
	out.Again(keys.Intent{Kind: keys.OpenCell})
	return out
}

// Beside is the cell after so many further ones of a row of some columns: past its
// ends in the row below or above, and at the ends of the table the same one.
func Beside(row, col, step, rows, cols int) (toRow, toCol int) {
	at := max(0, min(row*cols+col+step, rows*cols-1))
	return at / cols, at % cols
}

// OpenCell is the way into a cell that another one was left for. A long text has its
// page; the words of a choice are typed, and numbers and days begin anew with the
// present value as a ghost, which stays when nothing is typed.
func OpenCell(c *Context, ref edit.Ref, key string) (inline *FieldEdit, over Page) {
	f, err := edit.FieldByKey(c.Portfolio().Programme(), key)
	if err != nil {
		return nil, nil
	}
	switch f.Kind {
	case edit.LongText:
		return nil, OfTable(NewProse(c, ref, f))
	case edit.Choice, edit.YesNo, edit.Link:
		e := EditField(c, ref, key)
		e.words = fieldChoices(c, ref, f)
		e.anew(OrElse(OneLine(f.Shown(e.Before)), words.T("kit.type-what")))
		return e, nil
	case edit.Text, edit.Tags:
		return EditField(c, ref, key), nil
	}
	e := BeginEdit(c, ref, key)
	if f.Kind != edit.Day {
		e.anew(e.Before)
	}
	return e, nil
}

// anew empties the field that is typed in; what it held shows until a letter comes.
func (e *FieldEdit) anew(ghost string) {
	e.Input = widget.NewField("")
	e.Input.Placeholder = ghost
}

// fieldChoices are what a field of words can be: its own words, yes and no, or what
// a link can name, and nothing.
func fieldChoices(c *Context, ref edit.Ref, f edit.Field) []Choice {
	all := linkChoices(c, ref, f.Key)
	for _, w := range f.Choices {
		all = append(all, Choice{words.Here(w), w})
	}
	if f.Kind == edit.Link || f.Kind == edit.Choice && f.Key != "tier" && !strings.HasSuffix(f.Key, ".status") {
		all = append(all, Choice{"– " + unknownWord(f), ""})
	}
	return all
}

// fitting are the choices that what was typed can mean: the one that it is, else
// those that begin with it, else those with a word that does.
func (e *FieldEdit) fitting() []Choice {
	text := strings.ToLower(OneLine(e.Input.Text()))
	var begin, inside []Choice
	for _, w := range e.words {
		word := strings.ToLower(OneLine(strings.TrimPrefix(w.Word, "– ")))
		switch {
		case word == text || text == "-" && w.Value == "":
			return []Choice{w}
		case strings.HasPrefix(word, text):
			begin = append(begin, w)
		case strings.Contains(" "+word, " "+text):
			inside = append(inside, w)
		}
	}
	if len(begin) > 0 {
		return begin
	}
	return inside
}

// unfit is why what was typed is none of the choices, "" while it may become one.
func (e *FieldEdit) unfit() string {
	if strings.TrimSpace(e.Input.Text()) == "" || len(e.fitting()) > 0 {
		return ""
	}
	return words.T("kit.not-known-here", widget.Short(OneLine(e.Input.Text()), 30, "…"), someWords(e.words))
}

// someWords name choices, as many as a line can hold.
func someWords(all []Choice) string {
	var out []string
	room := 90
	for i, w := range all {
		word := widget.Short(OneLine(strings.TrimPrefix(w.Word, "– ")), 30, "…")
		if room -= widget.Width(word) + 2; room < 0 && i > 0 {
			return strings.Join(out, ", ") + " …"
		}
		out = append(out, word)
	}
	return strings.Join(out, ", ")
}

// choose takes the choice that was typed when the cell is left. What is none of them
// stays in the cell with the reason; esc then leaves the value as it was.
func (e *FieldEdit) choose(c *Context, k keys.IntentKind) (out Outcome, closed bool) {
	if strings.TrimSpace(e.Input.Text()) == "" {
		return Done(), true
	}
	found := e.fitting()
	if len(found) == 1 {
		ch := e.change(found[0].Value)
		if _, err := c.Session.Try(ch); err == nil {
			return Change(ch), true
		} else if e.wrong = Sentence(err); k != keys.Cancel {
			return Refuse(e.wrong), false
		}
	}
	switch {
	case k == keys.Cancel:
		return Say(words.T("kit.not-taken-value-as", widget.Short(OneLine(e.Input.Text()), 30, "…"))), true
	case len(found) == 0:
		e.wrong = e.unfit()
	default:
		e.wrong = words.T("kit.could-several-type-more", someWords(found))
	}
	return Refuse(e.wrong), false
}

// The parts whose cells are typed in.

func (s *Sheet) InCell() bool { return s.Edit != nil }

// BeginEdit starts a visit. A day is typed anew, its present value as a ghost,
// because nobody mends 2026-11-24 letter by letter.
func BeginEdit(c *Context, ref edit.Ref, key string) *FieldEdit {
	e := EditField(c, ref, key)
	if e != nil && e.Field.Kind == edit.Day {
		e.anew(ShortDay(e.Before))
	}
	return e
}
