package model

import "testing"

func TestNumbersAsTyped(t *testing.T) {
	for s, want := range map[string]float64{
		"1234.5": 1234.5, "1,234.5": 1234.5, "1.234,5": 1234.5, "1 234,5": 1234.5, "(12.5)": -12.5, "€ 12": 12, "12 €": 12, "-€12": -12, "1,234": 1234, "1.234": 1.234,
		"0,123": 0.123, "12,5": 12.5, "1'234.50": 1234.5, "1’234’567": 1234567, "1\u00a0234\u202f567,5": 1234567.5, "1\u2009234": 1234, "12,34,567.00": 1234567, "1,00,000": 100000,
		"1.234.567": 1234567, ".5": .5, "5.": 5, "( 1 234 )": -1234,
	} {
		if v, err := ParseNumber(s); err != nil || v != want {
			t.Errorf("%q is read as %v (%v), want %v", s, v, err, want)
		}
	}
	for _, s := range []string{"12.34.5,6", "12 34 56", "1 23", "1234,567.00", "1,23,4567.00", "123,45,678", "12.34.567", "1'23.4", "1'234 567", "1,234 567", "1.2.3", "1,2,3", "12€34", "1..5", "1 234.56 78", "1,234.5.6", ""} {
		if v, err := ParseNumber(s); err == nil {
			t.Errorf("%q is read as %v", s, v)
		}
	}
	if m, err := ParseMoney("12 34 56 EUR", "USD"); err == nil {
		t.Errorf("an amount in odd groups is %v", m)
	}
	if m, err := ParseMoney("1 234 k", "USD"); err != nil || m.Major() != 1234000 {
		t.Errorf("1 234 k is %v (%v)", m, err)
	}
}
