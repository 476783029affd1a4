package shell

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/plan"
	"accord/ui/programme"
	"accord/ui/relmap"
	"accord/ui/workshop"
)

// sentences are what people write in plans, in two languages: with every letter that
// is a command somewhere, digits, and the signs that open something.
var sentences = []string{
	"Dana Xenia Katz owns the roll-out", "the quick brown fox jumps over the lazy dog", "XDELETE everything? no: ask first", "Paul said / wrote: yes, 3 of 5 plants",
	"they want 12.5 % less waste by 2027", "u undo r redo w what-if i explain", "ACME GmbH & Co. KG = partner + supplier", "who owns it? nobody: find out", "z zoom, m merge, t tier", "EEE ends the meeting, F fills it",
	"call Anna < Tuesday > Friday", "0 1 2 3 4 5 are levels", "[next] and [before]", "margin up 3 pts - or down", "K J move it, T titles it", "x empties, d marks done, b adds below",
	"L leaves, I sways, C quarrels, K knows", "M for merge, O for ours, H for help", "R returns the turn, A agrees on all", "g goes; g q quits",
	"הם רוצים פחות פחת עד הקיץ", "דנה כץ אחראית על הפריסה", "מי מחליט? לא ידוע: לברר", "פגישה עם סמנכ״ל הכספים ב-12 בדצמבר", "שלושה מפעלים, שני ספקים, לקוח אחד", "לבדוק את המכרז / לדבר עם אנה",
	"התקציב 3.5 מיליון ש״ח", "קו 3 נעצר פעמיים בשבוע", "צריך אישור של ההנהלה", "להציג את החיסכון לדירקטוריון", "Anna אמרה yes על קו 3", "הסיכון: בעלים חדש",
	"a new owner asks for new terms", "spare parts free of charge: stop", "visit Lyon in week 7", "quality quarter quiz", "jury of joint judges", "vendor-managed stock, v2", "yes", "no",
}

// facts is everything a portfolio holds, fact by fact.
func facts(p *model.Portfolio) map[string]string {
	out, g := map[string]string{}, p.Programme()
	all := edit.Fields(g)
	add := func(ref edit.Ref) {
		out[fmt.Sprint(ref)] = "there"
		for _, f := range all {
			if f.Of == ref.Of {
				if v := edit.Get(p, ref, f); v != "" {
					out[factKey(ref, f.Key)] = v
				}
			}
		}
	}
	add(edit.Ref{Of: edit.OfProgramme})
	for _, m := range g.Team {
		add(edit.Ref{Of: edit.OfMember, ID: string(m.ID)})
	}
	for _, a := range p.Accounts() {
		add(edit.AccountRef(a.ID))
		for i := range a.Years {
			for _, r := range plan.FigureRows() {
				if f, err := edit.FieldByKey(g, edit.FigureKey(a.Years[i].Year, r.Line)); r.Line != "" && err == nil && edit.Get(p, edit.AccountRef(a.ID), f) != "" {
					out[factKey(edit.AccountRef(a.ID), f.Key)] = edit.Get(p, edit.AccountRef(a.ID), f)
				}
			}
		}
		for _, s := range a.Seats {
			add(edit.Ref{Account: a.ID, Of: edit.OfSeat, ID: string(s.ID)})
			out["seat of "+string(s.ID)] = string(s.Person) + " under " + string(s.ReportsTo)
		}
		for _, s := range a.Persons {
			add(edit.Ref{Account: a.ID, Of: edit.OfPerson, ID: string(s.ID)})
		}
		for _, t := range a.Ties {
			add(edit.Ref{Account: a.ID, Of: edit.OfTie, ID: string(t.ID)})
		}
		for of := range edit.EntityKind(20) {
			if _, listed := kit.ItemTitles()[of]; listed || of == edit.OfObjective || of == edit.OfAction {
				for _, id := range plan.ItemKinds(of).Ids(a) {
					add(edit.Ref{Account: a.ID, Of: of, ID: id})
				}
			}
		}
	}
	if w := g.Workshop; w != nil {
		out["workshop"] = fmt.Sprintf("%+v", *w)
	}
	out["ballots"] = fmt.Sprintf("%+v", g.Ballots)
	return out
}

func factKey(ref edit.Ref, key string) string { return fmt.Sprint(ref) + " " + key }

// writing is the fact that is typed now, or the question that is answered; "" when
// nobody types.
func (x *harness) writing() string {
	cell := func(e *kit.FieldEdit) string {
		if e == nil {
			return ""
		}
		return factKey(e.Ref, e.Field.Key)
	}
	if !x.app.Typing() {
		return ""
	}
	switch o := x.app.top().(type) {
	case *kit.Sheet:
		return cell(o.Edit)
	case *programme.Method:
		return cell(o.Edit)
	case *workshop.BallotPage:
		return cell(o.Note)
	case *kit.Prose:
		return factKey(o.Ref, o.Field.Key)
	case *kit.Pick:
		if o.Kind == kit.PickField {
			return factKey(o.Ref, o.Key)
		}
		return "pick " + o.Head
	case *kit.Prompt:
		return "prompt " + kit.PromptWords()[o.Kind][0]
	case nil:
		if x.app.bench.focus == kit.PanePlan {
			switch s := x.app.bench.plan.Parts[x.app.bench.plan.At].(type) {
			case *plan.ItemPart:
				return cell(s.Edit)
			case *plan.WhitePart:
				return cell(s.List.Edit)
			case *plan.FigurePart:
				return cell(s.Edit)
			case *plan.RatingPart:
				return cell(s.Edit)
			}
		}
		return "search"
	}
	return fmt.Sprintf("page %T", x.app.top())
}

// a place is somewhere keys mean something, and how to get there.
type typingPlace struct {
	name string
	open func(*harness)
}

// typingPlaces are all of them: every section of the plan, look of the map, page of
// the places menu, sheet of a thing, look of the run sheet.
func typingPlaces(c *kit.Context) []typingPlace {
	by := func(name, script string) typingPlace {
		return typingPlace{name, func(x *harness) { x.Keys(script) }}
	}
	out := []typingPlace{by("accounts", ""), by("programme", "f2"), by("method", "f3"), by("method words", "f3 right")}
	for s := range plan.SectionCount {
		out = append(out, typingPlace{"plan " + plan.SectionWords()[s].Name, func(x *harness) { x.Keys("tab tab"); x.app.bench.plan.At = s }})
	}
	out = append(out, typingPlace{"whitespace as a list", func(x *harness) { x.Keys("tab tab"); x.app.bench.plan.At = plan.WhitespaceSection; x.Keys("v") }})
	for l := range relmap.LookCount {
		out = append(out, typingPlace{"map " + relmap.Looks[l], func(x *harness) { x.Keys("tab"); x.app.bench.relmap.Look = l }})
	}
	for _, b := range c.Keys.Rows {
		if b.Scope == keys.ScopePlaces && b.Intent.Kind != keys.Cancel {
			out = append(out, by("g "+b.Keys()[0], "g "+b.Keys()[0]))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sheetRefs)) {
		out = append(out, typingPlace{"sheet " + name, func(x *harness) { x.app.push(kit.NewSheet(x.app.c, sheetRefs[name])) }})
	}
	for l, word := range workshop.SheetWords() {
		out = append(out, typingPlace{"workshop " + word, func(x *harness) {
			x.Keys("g w 1 f8 'AL calls the CFO' enter").Keys(strings.Repeat("tab ", l))
		}})
	}
	return append(out, by("agreed ratings", "g w 1 tab tab tab a 'AL' enter esc b enter enter enter end enter enter"))
}

// opened are the ways into a text from a place: every key that means something there,
// with the cursor on every row and column.
func opened(t *testing.T, at typingPlace) (ways []string) {
	t.Helper()
	x := typist(t, at)
	var pressed []string
	for _, s := range x.app.Scopes() {
		for i := range x.app.c.Keys.Rows {
			b := &x.app.c.Keys.Rows[i]
			switch b.Intent.Kind {
			case keys.Quit, keys.Suspend, keys.ExternalEditor, keys.Typing, keys.LockScreen:
				continue
			}
			if k := b.Keys()[0]; b.Scope == s && x.knows(k) && !slices.Contains(pressed, k) {
				pressed = append(pressed, k)
			}
		}
	}
	seen := map[string]bool{}
	try := func(way string) bool {
		x := typist(t, at)
		x.Keys(way)
		what := x.writing()
		if what != "" && !seen[what] {
			seen[what] = true
			ways = append(ways, way)
		}
		return what != ""
	}
	var opens []string
	for _, k := range pressed {
		if try(k) {
			opens = append(opens, k)
		}
	}
	if cell := slices.DeleteFunc(opens, func(k string) bool { return k != "enter" && k != "e" && k != "o" }); len(cell) > 0 {
		ways = append(ways, walked(t, at, cell, seen)...)
	}
	return ways
}

// walked are the ways into the other cells of a table.
func walked(t *testing.T, at typingPlace, keys []string, seen map[string]bool) (ways []string) {
	x := typist(t, at)
	base := len(x.app.overlays)
	const rows, cols = 50, 12
	idle := 0 // rows without anything new: below them is nothing else
	for row := 0; row < rows && idle < 6; row++ {
		idle++
		for col := range cols {
			for _, k := range keys {
				what := x.Keys(k).writing()
				if what != "" && !seen[what] {
					seen[what], idle = true, 0
					ways = append(ways, strings.Repeat("down ", row)+strings.Repeat("right ", col)+k)
				}
				for i := 0; i < 4 && (x.writing() != "" || len(x.app.overlays) > base); i++ {
					x.Keys("esc")
				}
				if len(x.app.overlays) < base {
					return ways
				}
			}
			x.Keys("right")
		}
		x.Keys(strings.Repeat("left ", cols) + "down")
	}
	return ways
}

func typist(t *testing.T, at typingPlace) *harness {
	if typistsPortfolio == nil {
		typistsPortfolio = people(t)
	}
	x := start(t, typistsPortfolio, 120, 40)
	x.app.bench.show(x.app.c, "a")
	x.deaf = true // what the background works out is no matter here
	at.open(x)
	return x
}

// typistsPortfolio is made once: no portfolio ever changes.
var typistsPortfolio *model.Portfolio

// Where somebody has begun to type, whatever they type is text: no letter, tab or
// enter within it changes anything but the fields that were typed into. The texts are
// found by the table of keys, on every page and in every row and column of the tables.
func TestSentencesChangeNothingButWhatIsTypedInto(t *testing.T) {
	texts, at := map[string]bool{}, 0
	for _, place := range typingPlaces(start(t, three(t), 120, 40).app.c) {
		for _, way := range opened(t, place) {
			x := typist(t, place)
			what := x.Keys(way).writing()
			if texts[what] && !strings.HasPrefix(what, "page") && what != "search" {
				continue // the same text from another place
			}
			texts[what] = true
			for n := 0; n < len(sentences); n += tenSentences {
				if !*long && n/tenSentences != len(texts)%(len(sentences)/tenSentences) {
					continue // each text gets ten of them, in turn; with -long all of them
				}
				for _, enters := range []bool{true, false} { // enter ends one line by itself: once more without
					x := typist(t, place)
					x.Keys(way)
					at++
					if !x.sentences(place.name+": "+way, n, enters) {
						break
					}
				}
			}
		}
	}
	t.Logf("%d texts, %d visits", len(texts), at)
	if len(texts) < 200 {
		t.Errorf("only %d texts were opened", len(texts))
	}
}

// tenSentences are typed in one visit.
const tenSentences = 10

// sentences types ten sentences from the nth on, with tab and enter between the words
// and esc at the end, and looks at every fact before and after. It answers whether
// enter ended the visit early.
func (x *harness) sentences(name string, n int, enters bool) (early bool) {
	x.Helper()
	before, into := facts(x.session().Portfolio()), map[string]bool{}
	var said []string
	for _, s := range sentences[n:min(n+tenSentences, len(sentences))] {
		said = append(said, strings.Fields(s)...)
	}
	adds := false
	for i, word := range said {
		for _, r := range word {
			x.into(into, &adds)
			x.Text(string(r))
			if x.writing() == "" {
				x.Fatalf("%s: %q of %q closed the text %v\n%s", name, r, word, into, x.screen())
			}
		}
		x.into(into, &adds)
		between := []string{"tab", "enter", "space"}[i%3]
		if x.chooses() || !enters && between == "enter" {
			between = "tab" // enter does what was searched for
		}
		if between != "enter" {
			if x.Keys(between); x.writing() == "" {
				x.Fatalf("%s: %s after %q closed the text %v\n%s", name, between, word, into, x.screen())
			}
		} else if x.Keys("enter"); x.writing() == "" { // enter is the end of one line by itself
			early = true
			break
		}
	}
	for range 4 {
		if x.into(into, &adds); x.writing() != "" {
			x.Keys("esc")
		}
	}
	if x.quit {
		x.Fatalf("%s: the program ended", name)
	}
	after := facts(x.session().Portfolio())
	for key := range maps.Keys(before) {
		if _, there := after[key]; !there && !into[key] {
			x.Errorf("%s: %s is gone, only %v was typed into", name, key, into)
		}
	}
	for key, now := range after {
		was, there := before[key]
		if now == was || into[key] || adds && (!there || key == "workshop" || strings.HasPrefix(key, "seat of ")) { // a new boss, a parked line
			continue
		}
		if into["prompt "+kit.PromptWords()[kit.AskPerson][0]] && strings.HasSuffix(key, " person.name") {
			continue // the question for the name of who sits here
		}
		if thing, day := strings.CutSuffix(key, "objective.as_of"); day && into[thing+"objective.current"] {
			continue // the day somebody looked goes with the value
		}
		x.Errorf("%s: %s was %q and is %q, only %v was typed into", name, key, was, now, into)
	}
	return early
}

// chooses reports a search for something to do.
func (x *harness) chooses() bool {
	p, picks := x.app.top().(*kit.Pick)
	_, commands := x.app.top().(*palette)
	return commands || picks && p.Kind != kit.PickField
}

// into notes what is typed into now, and whether it is a question that adds something.
func (x *harness) into(all map[string]bool, adds *bool) {
	w := x.writing()
	all[w] = true
	_, asks := x.app.top().(*kit.Prompt)
	*adds = *adds || asks
}
