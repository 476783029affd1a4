package model

import (
	"encoding/json"
	"testing"
)

func TestEscapedJSONReadsTheSame(t *testing.T) {
	for _, s := range []string{"", "plain", "שלום 田中 é", "\u009b31m", "\u0085", "\x7f", "\u202ecod\u202c", "\u2066a\u2069", "\ufeff", "…“quoted”…", "\xff\xfe"} {
		text, err := json.Marshal(map[string]string{"x": s})
		if err != nil {
			t.Fatal(err)
		}
		out := EscapeJSON(text)
		for _, r := range string(out) {
			if commanding(r) {
				t.Errorf("%q still has %U", s, r)
			}
		}
		var was, is map[string]string
		if json.Unmarshal(text, &was) != nil || json.Unmarshal(out, &is) != nil || was["x"] != is["x"] {
			t.Errorf("%q reads as %q", was["x"], is["x"])
		}
	}
}
