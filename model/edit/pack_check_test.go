package edit

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"accord/model"
)

// What the program would pass over in a pack is refused, in a sentence that names
// it; what it shows, scores and reports is taken.
func TestAPackIsInForceWithAllOfItOrNotAtAll(t *testing.T) {
	type object = map[string]any
	for name, c := range map[string]struct {
		edit func(pack object, instruments []any) []any
		says string
	}{
		"an instrument more": {func(_ object, all []any) []any {
			extra := object{"key": "trust", "name": "Trust", "question": "?", "min": 0, "max": 5, "factors": []any{object{"key": "a", "name": "A", "weight": 1, "question": "?", "anchors": []any{}}}}
			return append(all, extra)
		}, `"trust"`},
		"an instrument missing": {func(_ object, all []any) []any { return slices.Delete(all, 2, 3) }, `"receptivity" (Receptivity) is missing`},
		"an instrument twice":   {func(_ object, all []any) []any { return append(all, all[0]) }, `"importance" appears twice`},
		"another scale":         {func(_ object, all []any) []any { all[5].(object)["max"] = 5; return all }, `"stage" has a scale`},
		"no scale":              {func(_ object, all []any) []any { delete(all[1].(object), "min"); return all }, `"position" has no scale`},
		"nothing asked":         {func(_ object, all []any) []any { all[3].(object)["factors"] = []any{}; return all }, `"attractiveness" asks nothing`},
		"a section":             {func(p object, all []any) []any { p["sections"] = []any{"x"}; return all }, `"sections"`},
		"a member of a factor": {func(_ object, all []any) []any {
			all[0].(object)["factors"].([]any)[0].(object)["kind"] = "slider"
			return all
		}, `"kind"`},
		"a factor without a weight": {func(_ object, all []any) []any {
			delete(all[0].(object)["factors"].([]any)[1].(object), "weight")
			return all
		}, "has no weight"},
		"a factor twice": {func(_ object, all []any) []any {
			in := all[6].(object)
			in["factors"] = append(in["factors"].([]any), in["factors"].([]any)[0])
			return all
		}, "appears twice"},
		"a sentence too many": {func(_ object, all []any) []any {
			f := all[0].(object)["factors"].([]any)[0].(object)
			f["anchors"] = append(f["anchors"].([]any), "more")
			return all
		}, "7 anchors for 6 levels"},
		"a stage test of seven": {func(_ object, all []any) []any {
			in := all[5].(object)
			in["factors"] = append(in["factors"].([]any), object{"key": "more", "name": "More", "weight": 1, "question": "?", "anchors": []any{}})
			return all
		}, "7 questions"},
		"an unknown setting": {func(p object, all []any) []any { p["settings"] = object{"moon": 1}; return all }, `"moon"`},
		"an unknown function": {func(p object, all []any) []any {
			p["pairs"] = []any{object{"ours": 1, "theirs": 99}}
			return all
		}, "function pair 1"},
		"as it was": {func(_ object, all []any) []any { return all }, ""},
		"a factor more in an instrument": {func(_ object, all []any) []any {
			in := all[0].(object)
			in["factors"] = append(in["factors"].([]any), object{"key": "more", "name": "More", "weight": 10, "question": "?", "anchors": []any{}})
			return all
		}, ""},
		"a factor less": {func(_ object, all []any) []any {
			in := all[1].(object)
			in["factors"] = in["factors"].([]any)[1:]
			return all
		}, ""},
		"the instruments in another order": {func(_ object, all []any) []any { slices.Reverse(all); return all }, ""},
	} {
		text, err := model.DefaultPack().Text()
		if err != nil {
			t.Fatal(err)
		}
		var pack object
		if err := json.Unmarshal(text, &pack); err != nil {
			t.Fatal(err)
		}
		pack["instruments"] = c.edit(pack, pack["instruments"].([]any))
		if text, err = json.Marshal(pack); err != nil {
			t.Fatal(err)
		}
		switch _, err := ImportPack(text); {
		case c.says == "" && err != nil:
			t.Errorf("%s is refused: %v", name, err)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%s: %v, want %s", name, err, c.says)
		}
	}
	for _, p := range model.ShippedPacks() {
		text, err := p.Text()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ImportPack(text); err != nil {
			t.Errorf("%s is refused: %v", p.Name, err)
		}
		if _, err := ImportPack(append(text, text...)); err == nil {
			t.Errorf("two packs in one file are taken")
		}
	}
}
