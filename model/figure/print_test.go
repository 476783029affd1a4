package figure

import (
	"testing"

	"accord/model"
)

// What a figure looks like is one table; these are its rows, with the edges of rounding.
func TestFiguresAreReadAsTheTableSays(t *testing.T) {
	some, none := model.Some[float64], model.Num{}
	for _, c := range []struct{ said, want string }{
		{Print(some(69.74)), "70"}, {Print(some(69.5)), "70"}, {Print(some(69.4999)), "69"}, {Print(some(0)), "0"},
		{Print(some(-0.5)), "-1"}, {Print(some(-0.4)), "0"}, {Print(some(100)), "100"}, {Print(none), "–"},
		{Print2(some(69.735)), "69.74"}, {Print2(some(0.285)), "0.29"}, {Print2(none), "–"},
		{Doubted(some(69.74), 1), "70"}, {Doubted(some(69.74), 0.8), "70~"}, {Doubted(none, 0.17), "– (17 %)"}, {Doubted(none, 0), "–"},
		{Signed(some(36)), "+36"}, {Signed(some(-4.4)), "-4"}, {Signed(some(0.4)), "0"}, {Signed(none), "–"},
		{Change(some(3.6)), "+3.6"}, {Change(some(-45.2)), "-45"}, {Change(some(9.96)), "+10"}, {Change(some(0.5)), "+0.5"}, {Change(some(0.44)), "+0.4"},
		{Change(some(-0.05)), "-0.1"}, {Change(some(0.04)), "0"}, {Change(some(0)), "0"}, {Change(none), "–"},
		{Median(some(3)), "3"}, {Median(some(2.5)), "2.5"}, {Median(none), "–"},
		{Percentage(some(0.17665), 1), "17.7 %"}, {Percentage(some(0.635), 0), "64 %"}, {Percentage(none, 1), "–"},
		{Thousands(some(1234567.5)), "1,234,568"}, {Thousands(some(-999.6)), "-1,000"}, {Thousands(some(-0.2)), "0"}, {Thousands(none), "–"},
		{Decimals(some(0.099372), 4), "0.0994"}, {Decimals(none, 4), "–"},
	} {
		if c.said != c.want {
			t.Errorf("%q, want %q", c.said, c.want)
		}
	}
}
