//go:build !windows

package whole

import (
	"encoding/xml"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/sample"
	jsondoc "accord/store/exchange/document"
)

// sampleFile is the sample portfolio in a file of its own.
func sampleFile(t *testing.T) (file string) {
	t.Helper()
	p, err := sample.Portfolio(model.NewDate(2026, time.November, 24))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if err := jsondoc.Write(&text, p); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "accord.db")
	must(t, "--file", file, "--today", "2026-11-24", "import", write(t, "sample.json", text.String()), "--yes")
	return file
}

// The whole method out of the real binary: the next moves keep their promise when
// they are done by set, a loss and a leaving agree with score, a pack goes out, is
// edited, comes in, and is there when the file is opened again.
func TestTheMethodThroughTheBinary(t *testing.T) {
	file := sampleFile(t)
	on := func(args ...string) []string {
		return append([]string{"--file", file, "--today", "2026-11-24"}, args...)
	}
	type score struct {
		Strategic float64
		Health    struct{ Score float64 }
		Alignment struct {
			Score  float64
			Capped bool
		}
	}
	before := document[[]score](t, on("score", "Meridian Foods")...)[0]
	if !before.Alignment.Capped || before.Alignment.Score != 40 {
		t.Fatalf("%+v", before)
	}
	type moves struct {
		Moves []struct {
			Move   string
			DeltaH float64 `json:"delta_health"`
			DeltaS float64 `json:"delta_strategic"`
		}
	}
	for _, m := range document[moves](t, on("moves", "Meridian Foods", "-n", "40")...).Moves {
		if m.Move != "sponsor" {
			continue
		}
		must(t, on("set", "Meridian Foods", "sponsor", "יוסי ברק")...)
		after := document[[]score](t, on("score", "Meridian Foods")...)[0]
		if d := after.Health.Score - before.Health.Score - m.DeltaH; d > 1e-9 || d < -1e-9 || after.Alignment.Capped || m.DeltaS != 0 {
			t.Errorf("promised %+v, came %+v from %+v", m, after, before)
		}
	}
	loss := document[struct {
		Share float64 `json:"revenue_share"`
		After struct{ CR1 float64 }
	}](t, on("lose", "Meridian Foods")...)
	whole := document[struct {
		Revenue struct{ Total, CR1 float64 }
	}](t, on("portfolio")...)
	if d := loss.Share - whole.Revenue.CR1; d > 1e-9 || d < -1e-9 || loss.After.CR1 <= 0 {
		t.Errorf("%+v of %+v", loss, whole)
	}
	leave := document[struct {
		Side   string
		CutOff []string `json:"cut_off"`
		Before struct{ Threads int }
		After  struct{ Threads int }
	}](t, on("leave", "Halden", "Jonas Brandt")...)
	if leave.Side != "theirs" || leave.Before.Threads != 1 || leave.After.Threads != 0 {
		t.Errorf("%+v", leave)
	}
}

func TestAPackAndRatesAreThereWhenTheFileIsOpenedAgain(t *testing.T) {
	file := sampleFile(t)
	to := filepath.Join(t.TempDir(), "pack.json")
	must(t, "--file", file, "pack", "export", to)
	text := strings.Replace(content(t, to), `"version": 1`, `"version": 7, "settings": {"tie_half_life": 30}, "pairs": [{"ours": 2, "theirs": 3, "in": [0, 1, 2, 3, 4]}]`, 1)
	must(t, "--file", file, "pack", "import", write(t, "mine.json", text))
	must(t, "--file", file, "set", "programme", "programme.rates", "USD 2025 0.92, GBP 2025 1.17", "pack.importance.capacity.weight", "35")
	for field, want := range map[string]string{"setting.tie_half_life": "30", "programme.rates": "GBP 2025 1.17, USD 2025 0.92", "pack.importance.capacity.weight": "35"} {
		if got := strings.TrimSpace(must(t, "--file", file, "get", "programme", field)); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	again := filepath.Join(t.TempDir(), "again.json")
	must(t, "--file", file, "pack", "export", again)
	if got := content(t, again); !strings.Contains(got, `"version": 7`) || !strings.Contains(got, `"tie_half_life": 30`) || strings.Count(got, `"ours"`) != 1 {
		t.Errorf("the pack came back as %.300s", got)
	}
	must(t, "--file", file, "check")
}

// Every look of the map comes out as text and as a picture, with the same people.
func TestTheMapAsTextAndAsAPicture(t *testing.T) {
	file := sampleFile(t)
	for look, want := range map[string]string{"tree": "Anneke Levi", "matrix": "carries", "zipper": "required for this tier", "paths": "costs", "map": "Pieter de Groot"} {
		if out := must(t, "--file", file, "--today", "2026-11-24", "map", "Meridian Foods", "--look", look); !strings.Contains(out, want) || !strings.Contains(out, "["+look+"]") || strings.Contains(out, "\x1b") {
			t.Errorf("%s lacks %q:\n%s", look, want, out)
		}
		to := filepath.Join(t.TempDir(), look+".svg")
		must(t, "--file", file, "--today", "2026-11-24", "map", "Meridian Foods", "--look", look, "--svg", to, "--width", "100")
		svg := content(t, to)
		if err := xml.Unmarshal([]byte(svg), new(struct{ XMLName xml.Name })); err != nil || !strings.HasPrefix(svg, "<svg") || strings.Count(svg, "<text") < 10 {
			t.Errorf("%s: %v\n%.200s", look, err, svg)
		}
	}
	if _, errs, exit := accord(t, "--file", file, "map", "Meridian Foods", "--look", "nonsense"); exit != 2 || !strings.Contains(errs, "choose tree") {
		t.Errorf("%d %s", exit, errs)
	}
}
