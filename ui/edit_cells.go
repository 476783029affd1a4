package ui

import (
	"strings"

	"accord/model/edit"
	"accord/ui/widget"
)

// Where a person types in a table, text stays text until they leave it: tab and
// enter save the cell and open the next one for typing, whatever kind it is. A
// letter is then never a command of the page.

// nextCell is the intent to go on from a page that was opened over a cell.
func nextCell(k IntentKind) Intent {
	if k == PrevField {
		return Intent{Kind: NextCell, N: -1}
	}
	return Intent{Kind: NextCell, N: 1}
}

// ofTable tells what opens over a cell of a table that tab goes on from there.
func ofTable(over overlay) overlay {
	switch o := over.(type) {
	case *pick:
		o.cell = true
	case *prose:
		o.cell = true
	}
	return over
}

// stepKey is tab, or shift+tab back.
func stepKey(step int) IntentKind {
	if step < 0 {
		return PrevField
	}
	return NextField
}

// goOn is an outcome after which the cell that the cursor has come to is opened.
func goOn(out Outcome) Outcome {
	out.Again(Intent{Kind: OpenCell})
	return out
}

// beside is the cell after so many further ones of a row of some columns: past its
// ends in the row below or above, and at the ends of the table the same one.
func beside(row, col, step, rows, cols int) (toRow, toCol int) {
	at := max(0, min(row*cols+col+step, rows*cols-1))
	return at / cols, at % cols
}

// openCell is the way into a cell that another one was left for. A long text has its
// page; the words of a choice are typed, and numbers and days begin anew with the
// present value as a ghost, which stays when nothing is typed.
func openCell(c *ctx, ref edit.Ref, key string) (inline *fieldEdit, over overlay) {
	f, err := edit.FieldByKey(c.portfolio().Programme(), key)
	if err != nil {
		return nil, nil
	}
	switch f.Kind {
	case edit.LongText:
		return nil, ofTable(newProse(c, ref, f))
	case edit.Choice, edit.YesNo, edit.Link:
		e := editField(c, ref, key)
		e.words = fieldChoices(c, ref, f)
		e.anew(orElse(oneLine(e.before), "type what it is"))
		return e, nil
	case edit.Text, edit.Tags:
		return editField(c, ref, key), nil
	}
	e := beginEdit(c, ref, key)
	if f.Kind != edit.Day {
		e.anew(e.before)
	}
	return e, nil
}

// anew empties the field that is typed in; what it held shows until a letter comes.
func (e *fieldEdit) anew(ghost string) {
	e.input = widget.NewField("")
	e.input.Placeholder = ghost
}

// fieldChoices are what a field of words can be: its own words, yes and no, or what
// a link can name, and nothing.
func fieldChoices(c *ctx, ref edit.Ref, f edit.Field) []choice {
	all := linkChoices(c, ref, f.Key)
	for _, w := range f.Choices {
		all = append(all, choice{w, w})
	}
	if f.Kind == edit.Link || f.Kind == edit.Choice && f.Key != "tier" && !strings.HasSuffix(f.Key, ".status") {
		all = append(all, choice{"– " + unknownWord(f), ""})
	}
	return all
}

// fitting are the choices that what was typed can mean: the one that it is, else
// those that begin with it, else those with a word that does.
func (e *fieldEdit) fitting() []choice {
	text := strings.ToLower(oneLine(e.input.Text()))
	var begin, inside []choice
	for _, w := range e.words {
		word := strings.ToLower(oneLine(strings.TrimPrefix(w.word, "– ")))
		switch {
		case word == text || text == "-" && w.value == "":
			return []choice{w}
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
func (e *fieldEdit) unfit() string {
	if strings.TrimSpace(e.input.Text()) == "" || len(e.fitting()) > 0 {
		return ""
	}
	return "“" + widget.Cut(oneLine(e.input.Text()), 30) + "” is not known here: " + someWords(e.words)
}

// someWords name choices, as many as a line can hold.
func someWords(all []choice) string {
	var out []string
	room := 90
	for i, w := range all {
		word := widget.Cut(oneLine(strings.TrimPrefix(w.word, "– ")), 30)
		if room -= widget.Width(word) + 2; room < 0 && i > 0 {
			return strings.Join(out, ", ") + " …"
		}
		out = append(out, word)
	}
	return strings.Join(out, ", ")
}

// choose takes the choice that was typed when the cell is left. What is none of them
// stays in the cell with the reason; esc then leaves the value as it was.
func (e *fieldEdit) choose(c *ctx, k IntentKind) (out Outcome, closed bool) {
	if strings.TrimSpace(e.input.Text()) == "" {
		return done(), true
	}
	found := e.fitting()
	if len(found) == 1 {
		ch := e.change(found[0].value)
		if _, err := c.session.Try(ch); err == nil {
			return change(ch), true
		} else if e.wrong = sentence(err); k != Cancel {
			return refuse(e.wrong), false
		}
	}
	switch {
	case k == Cancel:
		return say("“" + widget.Cut(oneLine(e.input.Text()), 30) + "” was not taken: the value is as it was"), true
	case len(found) == 0:
		e.wrong = e.unfit()
	default:
		e.wrong = "It could be several: " + someWords(found) + ". Type more of it."
	}
	return refuse(e.wrong), false
}

// The parts whose cells are typed in.

func (s *sheet) InCell() bool { return s.edit != nil }

// beginEdit starts a visit. A day is typed anew, its present value as a ghost,
// because nobody mends 2026-11-24 letter by letter.
func beginEdit(c *ctx, ref edit.Ref, key string) *fieldEdit {
	e := editField(c, ref, key)
	if e != nil && e.field.Kind == edit.Day {
		e.anew(shortDay(e.before))
	}
	return e
}
