package model

func Abs(v float64) float64 { return max(v, -v) }

func Dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
