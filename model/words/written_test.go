package words

import "testing"

// Numbers and days that stand alone are written as the language writes them.
func TestWhatStandsAloneIsWrittenByTheLanguage(t *testing.T) {
	odd := &Language{Code: "xx", file: "[language]\nplurals = other\ndecimal = ,\ngroup = .\npercent = {0}%\nday = {0}. {1} {2}\n" +
		"months = jan feb mrt apr mei jun jul aug sep okt nov dec\nlist = {0}, {1}\nlist-last = {0} en {1}\n"}
	for _, of := range []struct {
		language *Language
		want     [4]string
	}{
		{English(), [4]string{"-1,234,568", "0.62", "17.7 %", "30 Nov 2026"}},
		{odd, [4]string{"-1.234.568", "0,62", "17,7%", "30. nov 2026"}},
	} {
		Speak(of.language)
		got := [4]string{Grouped(-1234567.5), Decimal(0.615, 2), Share(0.17665, 1), Date(2026, 11, 30)}
		Speak(nil)
		for i := range got {
			if got[i] != of.want[i] {
				t.Errorf("%s: %q, want %q", of.language.Code, got[i], of.want[i])
			}
		}
	}
}
