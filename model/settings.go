package model

import (
	"maps"
	"slices"
	"strconv"
)

// Settings are the numbers of the method that are a judgement rather than a
// definition: half-lives, bounds, bands. They belong to the method pack, so that
// scores of a past moment keep the judgement of their time.
type Settings struct {
	AsymmetryAmber, AsymmetryRed float64 // points, §2
	StaleRating                  float64 // days until a rating is asked again, §1

	Retention, Discount      float64 // r and d of lifetime value, per year, §3
	MarginErosion            float64 // points of margin, §3
	WalletLoss               float64 // points of share of wallet, §3
	HiddenGem                float64 // importance from which a class C account is a gem, §3
	PeriodCover              float64 // share of the accounts of the fullest year that makes a year the period, §3
	PortfolioBands           [4]float64
	WalletBands              [4]float64
	LargestAmber, LargestRed float64 // share of the largest account, §4
	HHIAmber, HHIRed         float64 // §4
	SpearmanAlarm            float64 // §4
	MaxStrategic             float64 // accounts, §4

	TieHalfLife, ExecutiveHalfLife float64 // days, §5
	ThreadStrength                 float64 // least strength of a thread, §5
	BowTieAmber, BowTieRed         float64 // percent, §5

	ExchangeLow, ExchangeHigh float64 // §6
	ValueHalfLife             float64 // days, §6
	InsightHalfLife           float64 // days, §7
	SponsorCap                float64 // most alignment without a sponsor, §8
}

// Setting is one number of Settings as people see and change it.
type Setting struct {
	Key     string // the field's key is "setting." + Key
	Label   string
	Unit    string
	Help    string
	Feeds   string
	Min     float64
	Max     float64
	Default float64
	At      func(*Settings) *float64
}

var settingRows = []Setting{
	{"asymmetry_amber", "Asymmetry, worth a look", "points", "Importance and position further apart than this are worth a look.", "asymmetry", 0, 100, 25, func(s *Settings) *float64 { return &s.AsymmetryAmber }},
	{"asymmetry_red", "Asymmetry, alarming", "points", "Importance and position further apart than this are alarming.", "asymmetry", 0, 100, 40, func(s *Settings) *float64 { return &s.AsymmetryRed }},
	{"stale_rating", "A rating is stale after", "days", "An older rating is listed as an information gap; it does not lose weight.", "", 1, 10000, 365, func(s *Settings) *float64 { return &s.StaleRating }},
	{"retention", "Retention", "per year", "The share of a customer's business expected to stay from one year to the next.", "lifetime value", 0, 1, 0.86, func(s *Settings) *float64 { return &s.Retention }},
	{"discount", "Discount rate", "per year", "What money a year later is worth less.", "lifetime value", 0, 1, 0.10, func(s *Settings) *float64 { return &s.Discount }},
	{"margin_erosion", "Margin erosion", "points", "A margin that falls by this much two periods running is flagged.", "commercial", 0, 100, 2, func(s *Settings) *float64 { return &s.MarginErosion }},
	{"wallet_loss", "Losing wallet", "points", "A share of wallet that falls by this much is flagged.", "commercial", 0, 100, 5, func(s *Settings) *float64 { return &s.WalletLoss }},
	{"hidden_gem", "Hidden gem from importance", "score", "A class C account at least this important is flagged.", "", 0, 100, 60, func(s *Settings) *float64 { return &s.HiddenGem }},
	{"period_cover", "A year counts from share of accounts", "share", "A later year becomes the year of the portfolio once so many have revenue in it, of as many as in the fullest year.", "figures", 0, 1, 0.1, func(s *Settings) *float64 { return &s.PeriodCover }},
	{"portfolio_band_2", "Suggested level 2 from share", "share", "From this share of contribution or capacity level 2 is suggested.", "suggestions", 0, 1, 0.02, func(s *Settings) *float64 { return &s.PortfolioBands[0] }},
	{"portfolio_band_3", "Suggested level 3 from share", "share", "From this share of contribution or capacity level 3 is suggested.", "suggestions", 0, 1, 0.05, func(s *Settings) *float64 { return &s.PortfolioBands[1] }},
	{"portfolio_band_4", "Suggested level 4 from share", "share", "From this share of contribution or capacity level 4 is suggested.", "suggestions", 0, 1, 0.10, func(s *Settings) *float64 { return &s.PortfolioBands[2] }},
	{"portfolio_band_5", "Suggested level 5 from share", "share", "From this share of contribution or capacity level 5 is suggested.", "suggestions", 0, 1, 0.20, func(s *Settings) *float64 { return &s.PortfolioBands[3] }},
	{"wallet_band_2", "Suggested level 2 from wallet", "share", "From this share of wallet level 2 is suggested.", "suggestions", 0, 1, 0.05, func(s *Settings) *float64 { return &s.WalletBands[0] }},
	{"wallet_band_3", "Suggested level 3 from wallet", "share", "From this share of wallet level 3 is suggested.", "suggestions", 0, 1, 0.15, func(s *Settings) *float64 { return &s.WalletBands[1] }},
	{"wallet_band_4", "Suggested level 4 from wallet", "share", "From this share of wallet level 4 is suggested.", "suggestions", 0, 1, 0.30, func(s *Settings) *float64 { return &s.WalletBands[2] }},
	{"wallet_band_5", "Suggested level 5 from wallet", "share", "From this share of wallet level 5 is suggested.", "suggestions", 0, 1, 0.50, func(s *Settings) *float64 { return &s.WalletBands[3] }},
	{"largest_amber", "Largest account, worth a look", "share", "A largest account above this share of revenue is worth a look.", "concentration", 0, 1, 0.10, func(s *Settings) *float64 { return &s.LargestAmber }},
	{"largest_red", "Largest account, alarming", "share", "A largest account above this share of revenue is alarming.", "concentration", 0, 1, 0.20, func(s *Settings) *float64 { return &s.LargestRed }},
	{"hhi_amber", "HHI, worth a look", "", "A Herfindahl index above this is worth a look.", "concentration", 0, 1, 0.10, func(s *Settings) *float64 { return &s.HHIAmber }},
	{"hhi_red", "HHI, alarming", "", "A Herfindahl index above this is alarming.", "concentration", 0, 1, 0.25, func(s *Settings) *float64 { return &s.HHIRed }},
	{"spearman", "Anti-volume alarm above", "", "Above this rank correlation the strategic list is merely the revenue list.", "alarms", 0, 1, 0.9, func(s *Settings) *float64 { return &s.SpearmanAlarm }},
	{"max_strategic", "Most strategic accounts", "accounts", "More than this cannot be served as strategic.", "alarms", 1, 1000, 35, func(s *Settings) *float64 { return &s.MaxStrategic }},
	{"tie_half_life", "Half-life of a tie", "days", "Without contact a tie is worth half after this long.", "relationship", 1, 10000, 45, func(s *Settings) *float64 { return &s.TieHalfLife }},
	{"executive_half_life", "Half-life of an executive tie", "days", "Without contact a tie to an executive is worth half after this long.", "relationship", 1, 10000, 90, func(s *Settings) *float64 { return &s.ExecutiveHalfLife }},
	{"thread_strength", "Least strength of a thread", "", "From this strength a tie counts as a thread and joins two functions.", "relationship", 0.01, 1, 0.3, func(s *Settings) *float64 { return &s.ThreadStrength }},
	{"bow_tie_amber", "Bow-tie, worth a look", "%", "One of ours carrying this much is worth a look.", "relationship", 0, 100, 40, func(s *Settings) *float64 { return &s.BowTieAmber }},
	{"bow_tie_red", "Bow-tie, alarming", "%", "One of ours carrying more than this is alarming.", "relationship", 0, 100, 60, func(s *Settings) *float64 { return &s.BowTieRed }},
	{"exchange_low", "Exchange ratio, too low", "", "Giving less than this for what we receive is flagged.", "value", 0, 1000, 1, func(s *Settings) *float64 { return &s.ExchangeLow }},
	{"exchange_high", "Exchange ratio, too high", "", "Giving more than this for what we receive is flagged.", "value", 0, 1000, 5, func(s *Settings) *float64 { return &s.ExchangeHigh }},
	{"value_half_life", "Half-life of value", "days", "A contribution of ours is half as fresh after this long.", "value", 1, 10000, 365, func(s *Settings) *float64 { return &s.ValueHalfLife }},
	{"insight_half_life", "Half-life of an insight", "days", "What the customer told us is worth half after this long.", "insight", 1, 10000, 180, func(s *Settings) *float64 { return &s.InsightHalfLife }},
	{"sponsor_cap", "Alignment without a sponsor", "score", "Without a C-level sponsor alignment is never more than this.", "alignment", 0, 100, 40, func(s *Settings) *float64 { return &s.SponsorCap }},
}

// SettingRows lists all settings in reading order.
func SettingRows() []Setting { return slices.Clone(settingRows) }

// Of is the value a setting has in s.
func (t Setting) Of(s Settings) float64 { return *t.At(&s) }

// DefaultSettings are what the default pack judges by.
func DefaultSettings() Settings {
	var s Settings
	for _, row := range settingRows {
		*row.At(&s) = row.Default
	}
	return s
}

// Settings are the numbers this pack judges by.
func (p *Pack) Settings() *Settings { return &p.settings }

// Settings are the numbers in force.
func (g *Programme) Settings() *Settings { return g.MethodPack().Settings() }

// Resolve works out the settings from what differs from the defaults.
func (p *Pack) Resolve() error {
	p.settings = DefaultSettings()
	for key, v := range p.Set {
		i := slices.IndexFunc(settingRows, func(s Setting) bool { return s.Key == key })
		if i < 0 {
			return Refuse("method pack", "Leave it out.", "there is no setting %q", key)
		}
		row := settingRows[i]
		if err := row.check(v); err != nil {
			return err
		}
		*row.At(&p.settings) = v
	}
	return nil
}

// check refuses what no formula could use; NaN fails both comparisons.
func (t Setting) check(v float64) error {
	if v >= t.Min && v <= t.Max {
		return nil
	}
	return Refuse("setting."+t.Key, "Type a number in that range.", "%s is not in %s..%s", PlainNumber(v), PlainNumber(t.Min), PlainNumber(t.Max))
}

// WithSetting is the pack with one setting changed.
func (p *Pack) WithSetting(t Setting, v float64) (*Pack, error) {
	if err := t.check(v); err != nil {
		return nil, err
	}
	c := *p
	c.Set = maps.Clone(p.Set)
	if c.Set == nil {
		c.Set = map[string]float64{}
	}
	if c.Set[t.Key] = v; v == t.Default {
		delete(c.Set, t.Key)
	}
	if len(c.Set) == 0 {
		c.Set = nil
	}
	return &c, c.Resolve()
}

func PlainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func (s *Settings) HalfLife(exec bool) float64 {
	if exec {
		return s.ExecutiveHalfLife
	}
	return s.TieHalfLife
}
