package session_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
	"accord/model/words/wordstest"
)

// What a field is called by programs and what it may hold is of no language.
func TestKeysAndChoicesAreOfNoLanguage(t *testing.T) {
	wordstest.InLanguages(t, func(t *testing.T) string {
		var s strings.Builder
		g := modeltest.PortfolioOf(t).Programme()
		for _, f := range edit.Fields(g) {
			fmt.Fprintf(&s, "%s %d %d %q\n", f.Key, f.Of, f.Kind, f.Choices)
		}
		for _, l := range edit.PlanLists {
			fmt.Fprintf(&s, "%d %s %s\n", l.Of, l.Prefix, l.Text)
		}
		for _, row := range model.SettingRows() {
			fmt.Fprintln(&s, row.Key, row.Default)
		}
		return s.String()
	})
}

// written is what the program writes as a text of the user's, in the language of who
// wrote it: the first title, the source of what was rated together.
var written = regexp.MustCompile(`"title":"[^"]*"|"source":"[^"]*"`)

// The same changes make the same portfolio, and the same ones are refused.
func TestChangesAreOfNoLanguage(t *testing.T) {
	for seed := range uint64(12) {
		wordstest.InLanguages(t, func(t *testing.T) string {
			r := rand.New(rand.NewPCG(seed, 17))
			p := modeltest.RandomPortfolio(t, r)
			s := sessiontest.New(p)
			var out strings.Builder
			for range 150 {
				c := sessiontest.RandomChange(r, s)
				if c == nil {
					continue
				}
				if w, ok := c.(edit.BeginWorkshop); ok { // the names of steps are texts, in the language of who begins it
					w.Workshop.Title = "Workshop"
					for i := range w.Workshop.Steps {
						w.Workshop.Steps[i].Name, w.Workshop.Steps[i].Note = "Step", ""
					}
					c = w
				}
				patch, err := s.Do(c, time.Time{})
				fmt.Fprintf(&out, "%T %v\n", c, err == nil)
				if err == nil {
					kept, err := json.Marshal(patch.Label)
					fmt.Fprintln(&out, patch.Label.String(), string(kept), err)
				}
			}
			for _, a := range s.Portfolio().Accounts() {
				kept, err := json.Marshal(a)
				fmt.Fprintln(&out, string(kept), err)
			}
			kept, err := json.Marshal(s.Portfolio().Programme())
			fmt.Fprintln(&out, string(kept), err)
			return written.ReplaceAllString(out.String(), "")
		})
	}
}
