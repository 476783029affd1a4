package session_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"accord/model"
	"accord/model/modeltest"
)

// The Hebrew pack asks the same questions with the same weights, in Hebrew.
func TestTheHebrewPackIsTheDefaultPackInHebrew(t *testing.T) {
	en, he := model.DefaultPack(), model.HebrewPack()
	if he.Language != "he" || len(he.Instruments) != len(en.Instruments) {
		t.Fatalf("%s with %d instruments", he.Language, len(he.Instruments))
	}
	for i := range en.Instruments {
		a, b := &en.Instruments[i], &he.Instruments[i]
		if a.Key != b.Key || a.Min != b.Min || a.Max != b.Max || len(a.Factors) != len(b.Factors) {
			t.Fatalf("instrument %s differs", a.Key)
		}
		inHebrew(t, a.Key, a.Name, b.Name)
		inHebrew(t, a.Key, a.Question, b.Question)
		for j := range a.Factors {
			f, g := &a.Factors[j], &b.Factors[j]
			if f.Full() != g.Full() || f.Weight != g.Weight || len(f.Anchors) != len(g.Anchors) {
				t.Fatalf("%s differs", f.Full())
			}
			inHebrew(t, string(f.Full()), f.Name, g.Name)
			inHebrew(t, string(f.Full()), f.Question, g.Question)
			seen := map[string]bool{}
			for k := range f.Anchors {
				inHebrew(t, string(f.Full()), f.Anchors[k], g.Anchors[k])
				if seen[g.Anchors[k]] {
					t.Errorf("%s has one sentence for two levels: %s", f.Full(), g.Anchors[k])
				}
				seen[g.Anchors[k]] = true
			}
		}
	}
}

func inHebrew(t *testing.T, where, en, he string) {
	t.Helper()
	hebrew := strings.ContainsFunc(he, func(r rune) bool { return unicode.Is(unicode.Hebrew, r) })
	control := strings.ContainsFunc(he, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) })
	if !hebrew || control || he == en {
		t.Errorf("%s: %q for %q", where, he, en)
	}
}

// A pack written as text and read back is the pack, settings and all.
func TestAPackSurvivesItsText(t *testing.T) {
	other := modeltest.OtherPack()
	other.Pairs = []model.FunctionPair{{Ours: model.Sales, Theirs: model.Procurement, In: model.EveryTier}, {Ours: model.HR, Theirs: model.HR, In: nil}}
	for _, p := range append(model.ShippedPacks(), other) {
		text, err := p.Text()
		if err != nil {
			t.Fatal(err)
		}
		got, err := model.ParsePack(text)
		if err != nil || !reflect.DeepEqual(got, p) {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
}

func TestABrokenPackIsRefusedInWords(t *testing.T) {
	whole, err := model.DefaultPack().Text()
	if err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{
		`"weight": 20`:      `"weight": -1`,
		`"min": 0`:          `"min": 9`,
		`"version": 1,`:     `"version": 1, "settings": {"no_such": 1},`,
		`"language": "en"`:  `"language": "en", "settings": {"retention": 7}`,
		`"key": "capacity"`: `"key": ""`,
		`{`:                 `[`,
	} {
		p, err := model.ParsePack([]byte(strings.Replace(string(whole), from, to, 1)))
		if err == nil {
			t.Errorf("%s is taken: %s", to, p.Name)
			continue
		}
		var problem *model.Problem
		if !errors.As(err, &problem) || problem.Hint == "" {
			t.Errorf("%s: %v without advice", to, err)
		}
	}
}
