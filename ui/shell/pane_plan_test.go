package shell

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/kit"
	"accord/ui/plan"
)

// plan opens an account's plan with the keys on it.
func planOf(t testing.TB, p *model.Portfolio, account string) *harness {
	return start(t, p, 120, 40).Keys("/ '" + account + "' enter enter")
}

// seesTimes expects a word so many times on the screen.
func (x *harness) seesTimes(word string, n int) *harness {
	x.Helper()
	if got := strings.Count(x.screen(), word); got != n {
		x.Fatalf("%q stands %d times on the screen, want %d:\n%s", word, got, n, x.screen())
	}
	return x
}

func (x *harness) rating(factor string) model.Rating {
	return x.account().Ratings[model.FactorKey(factor)]
}

var sectionNames = func() []string {
	var out []string
	for _, w := range plan.SectionWords() {
		out = append(out, w.Name)
	}
	return out
}()

func TestPlanGoesThroughItsSectionsRoundAndBack(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	for _, name := range sectionNames {
		x.sees("3 Plan ─ " + name).Keys("]")
	}
	x.sees("3 Plan ─ why strategic").Keys("[").sees("3 Plan ─ plan quality").Keys("ctrl+right").sees("3 Plan ─ why strategic").Keys("ctrl+left").sees("3 Plan ─ plan quality")
}

func TestPlanSectionIsChosenByName(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	x.Keys("p").sees("Section of the plan", "why strategic  4/5").Keys("'act' enter").sees("3 Plan ─ actions")
}

func TestPlanTabsShowHowCompleteEachSectionIs(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	x.sees("[why 4/5]", "position ✓", "4 of 5 rated").Keys("j j 3").sees("[why ✓]", "5 of 5 rated")
}

func TestPlanKeepsTheSectionWhenTheAccountChanges(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.Keys("tab tab p 'figures' enter tab").sees("3 Plan ─ figures").Keys("j j").sees("3 Plan ─ figures")
}

func TestPlanWithoutAnAccountSaysWhatToDo(t *testing.T) {
	x := start(t, model.EmptyPortfolio(), 120, 40)
	x.Keys("tab tab").sees("No account is open").Keys("5 p 'figures' enter x enter").sees("no account yet")
	if n := len(x.patches); n != 0 {
		t.Fatalf("%d edits without an account", n)
	}
}

func TestPlanDrawsEverySectionAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for _, zoom := range []string{"", "z"} {
			x := planOf(t, samplePortfolio(t), "Meridian Foods")
			x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			x.Keys(zoom)
			for _, name := range sectionNames {
				x.sees("3 Plan ─ " + name).Keys("j right enter").screen()
				x.Keys("esc g 3 ]")
			}
		}
	}
}

func TestPlanSurvivesHostileText(t *testing.T) {
	x := start(t, hostilePortfolio(t), 120, 40)
	for range hostile {
		x.Keys("tab tab")
		for range sectionNames {
			for _, size := range [][2]int{{60, 16}, {81, 25}, {200, 60}} {
				x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				x.screen()
			}
			x.Keys("]")
		}
		x.Keys("tab j")
	}
}

func TestUndoShowsWhereItHappened(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	x.Keys("] j 5 [ u").sees("3 Plan ─ position", "▸ Criticality", "undone")
	x.Keys("p 'figures' enter 7 esc p 'why' enter u").sees("3 Plan ─ figures", "▸ revenue")
	x.Keys("p 'actions' enter d p 'why' enter u").sees("3 Plan ─ actions")
	x.Keys("p 'notes' enter enter 'x' esc p 'why' enter u").sees("3 Plan ─ notes")
	x.Keys("p 'why' enter right 4 j ctrl+r")
}

func TestReadOnlyPlanSaysWhyNothingCanBeEdited(t *testing.T) {
	x := planOf(t, samplePortfolio(t), "Meridian Foods")
	x.session().Freeze("opened read-only: another copy has the file")
	for range sectionNames {
		for _, k := range []string{"5", "enter", "x", "e", "a"} {
			x.Keys(k).seesNot("┏━ New", "kept as you type")
		}
		x.Keys("]")
	}
	x.Keys("5").sees("read-only")
	if len(x.patches) != 0 {
		t.Fatal("a read-only plan was edited")
	}
}

func BenchmarkPlanDraw(b *testing.B) {
	for i, name := range sectionNames {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			x := planOf(b, samplePortfolio(b), "Meridian Foods")
			for range i {
				x.Keys("]")
			}
			l := x.app.bench.layout(120, 40)
			cv := x.app.grid.Canvas().Sub(l.Panes[kit.PanePlan])
			b.ReportAllocs()
			for b.Loop() {
				x.app.bench.plan.Draw(x.app.c, cv, true)
			}
		})
	}
}

// A realised line without the day from which it is given counts in no year, which
// its page says instead of "0 given".
func TestAValueLineThatCountsInNoYearSaysWhy(t *testing.T) {
	line := []edit.Change{edit.AddAccount{ID: "a", Name: "Meridian Foods"}, edit.AddItem{Account: "a", Of: edit.OfValue, ID: "v", Text: "less scrap"}}
	for _, fact := range [][3]string{{"value.money", "120000", "given, "}, {"value.status", "realised", "not counted yet: enter the start date"}, {"value.start", "2026-01-01", "given, "}} {
		line = append(line, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfValue, ID: "v"}, Key: fact[0], Value: fact[1]})
		planOf(t, build(t, line...), "Meridian Foods").Keys("p 'scorecard' enter").sees(fact[2])
	}
}
