package model

import (
	"accord/model/words"
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
	Firm                     float64 // confidence from which a quadrant is no longer provisional, §2
	FifthCarries             float64 // share the largest fifth brings where 80:20 holds, §4
	PerGroup                 float64 // 1: classes, curves and concentration per group of accounts, §4

	TieHalfLife, ExecutiveHalfLife float64 // days, §5
	ThreadStrength                 float64 // least strength of a thread, §5
	StaleTie                       float64 // days without contact that make a tie without a cadence stale, §5
	BowTieAmber, BowTieRed         float64 // percent, §5

	ExchangeLow, ExchangeHigh                                                                                      float64 // §6
	ValueHalfLife                                                                                                  float64 // days, §6
	InsightHalfLife                                                                                                float64 // days, §7
	SponsorCap                                                                                                     float64 // most alignment without a sponsor, §8
	EffortConfirm, EffortOwn, EffortRenew, EffortComplete, EffortReview, EffortSponsor, EffortVerify, EffortCover, // days, §9
	EffortRaise, EffortAlignment, EffortPosition float64
	HealthKnown float64 // least confidence at which health is shown, §9
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

var settingRows = words.Table(func() []Setting {
	return []Setting{
		{"asymmetry_amber", words.T("model.asymmetry-worth-look"), "points", words.T("model.importance-position-further-apart-than"), "asymmetry", 0, 100, 25, func(s *Settings) *float64 { return &s.AsymmetryAmber }},
		{"asymmetry_red", words.T("model.asymmetry-alarming"), "points", words.T("model.importance-position-further-apart-than-this"), "asymmetry", 0, 100, 40, func(s *Settings) *float64 { return &s.AsymmetryRed }},
		{"stale_rating", words.T("model.rating-stale-after"), "days", words.T("model.older-rating-listed-as-information"), "", 1, 10000, 365, func(s *Settings) *float64 { return &s.StaleRating }},
		{"retention", words.T("model.retention"), words.T("model.per-year"), words.T("model.share-customers-business-expected-stay"), words.T("model.lifetime-value"), 0, 1, 0.86, func(s *Settings) *float64 { return &s.Retention }},
		{"discount", words.T("model.discount-rate"), words.T("model.per-year"), words.T("model.what-money-year-later-worth"), words.T("model.lifetime-value"), 0, 1, 0.10, func(s *Settings) *float64 { return &s.Discount }},
		{"margin_erosion", words.T("model.margin-erosion"), "points", words.T("model.margin-falls-by-this-much"), "commercial", 0, 100, 2, func(s *Settings) *float64 { return &s.MarginErosion }},
		{"wallet_loss", words.T("model.losing-wallet"), "points", words.T("model.share-wallet-falls-by-this"), "commercial", 0, 100, 5, func(s *Settings) *float64 { return &s.WalletLoss }},
		{"hidden_gem", words.T("model.hidden-gem-from-importance"), "score", words.T("model.class-c-account-at-least"), "", 0, 100, 60, func(s *Settings) *float64 { return &s.HiddenGem }},
		{"period_cover", words.T("model.year-counts-from-share-accounts"), "share", words.T("model.later-year-becomes-year-portfolio"), "figures", 0, 1, 0.1, func(s *Settings) *float64 { return &s.PeriodCover }},
		{"portfolio_band_2", words.T("model.suggested-level-2-from-share"), "share", words.T("model.from-this-share-contribution-or"), "suggestions", 0, 1, 0.02, func(s *Settings) *float64 { return &s.PortfolioBands[0] }},
		{"portfolio_band_3", words.T("model.suggested-level-3-from-share"), "share", words.T("model.from-this-share-contribution-or-capacity"), "suggestions", 0, 1, 0.05, func(s *Settings) *float64 { return &s.PortfolioBands[1] }},
		{"portfolio_band_4", words.T("model.suggested-level-4-from-share"), "share", words.T("model.from-this-share-contribution-or-2"), "suggestions", 0, 1, 0.10, func(s *Settings) *float64 { return &s.PortfolioBands[2] }},
		{"portfolio_band_5", words.T("model.suggested-level-5-from-share"), "share", words.T("model.from-this-share-contribution-or-3"), "suggestions", 0, 1, 0.20, func(s *Settings) *float64 { return &s.PortfolioBands[3] }},
		{"wallet_band_2", words.T("model.suggested-level-2-from-wallet"), "share", words.T("model.from-this-share-wallet-level"), "suggestions", 0, 1, 0.05, func(s *Settings) *float64 { return &s.WalletBands[0] }},
		{"wallet_band_3", words.T("model.suggested-level-3-from-wallet"), "share", words.T("model.from-this-share-wallet-level-3"), "suggestions", 0, 1, 0.15, func(s *Settings) *float64 { return &s.WalletBands[1] }},
		{"wallet_band_4", words.T("model.suggested-level-4-from-wallet"), "share", words.T("model.from-this-share-wallet-level-4"), "suggestions", 0, 1, 0.30, func(s *Settings) *float64 { return &s.WalletBands[2] }},
		{"wallet_band_5", words.T("model.suggested-level-5-from-wallet"), "share", words.T("model.from-this-share-wallet-level-5"), "suggestions", 0, 1, 0.50, func(s *Settings) *float64 { return &s.WalletBands[3] }},
		{"largest_amber", words.T("model.largest-account-worth-look"), "share", words.T("model.largest-account-above-this-share"), "concentration", 0, 1, 0.10, func(s *Settings) *float64 { return &s.LargestAmber }},
		{"largest_red", words.T("model.largest-account-alarming"), "share", words.T("model.largest-account-above-this-share-revenue"), "concentration", 0, 1, 0.20, func(s *Settings) *float64 { return &s.LargestRed }},
		{"hhi_amber", words.T("model.hhi-worth-look"), "", words.T("model.herfindahl-index-above-this-worth"), "concentration", 0, 1, 0.10, func(s *Settings) *float64 { return &s.HHIAmber }},
		{"hhi_red", words.T("model.hhi-alarming"), "", words.T("model.herfindahl-index-above-this-alarming"), "concentration", 0, 1, 0.25, func(s *Settings) *float64 { return &s.HHIRed }},
		{"spearman", words.T("model.anti-volume-alarm-above"), "", words.T("model.above-this-rank-correlation-strategic"), "alarms", 0, 1, 0.9, func(s *Settings) *float64 { return &s.SpearmanAlarm }},
		{"max_strategic", words.T("model.most-strategic-accounts"), "accounts", words.T("model.more-than-this-cannot-served"), "alarms", 1, 1000, 35, func(s *Settings) *float64 { return &s.MaxStrategic }},
		{"firm", words.T("model.quadrant-firm-from-confidence"), "share", words.T("model.below-this-confidence-quadrant-provisional"), "quadrant", 0, 1, 0.6, func(s *Settings) *float64 { return &s.Firm }},
		{"fifth_carries", words.T("model.80-20-holds-from-share"), "share", words.T("model.largest-fifth-brings-at-least"), "alarms", 0, 1, 0.65, func(s *Settings) *float64 { return &s.FifthCarries }},
		{"per_group", words.T("model.figures-per-group"), "", words.T("model.one-shows-classes-curves-per-group"), "concentration", 0, 1, 0, func(s *Settings) *float64 { return &s.PerGroup }},
		{"tie_half_life", words.T("model.half-life-tie"), "days", words.T("model.without-contact-tie-worth-half"), "relationship", 1, 10000, 45, func(s *Settings) *float64 { return &s.TieHalfLife }},
		{"executive_half_life", words.T("model.half-life-executive-tie"), "days", words.T("model.without-contact-tie-executive-worth"), "relationship", 1, 10000, 90, func(s *Settings) *float64 { return &s.ExecutiveHalfLife }},
		{"thread_strength", words.T("model.least-strength-thread"), "", words.T("model.from-this-strength-tie-counts"), "relationship", 0.01, 1, 0.3, func(s *Settings) *float64 { return &s.ThreadStrength }},
		{"stale_tie", words.T("model.tie-stale-after"), "days", words.T("model.without-cadence-tie-stale-after"), "relationship", 1, 10000, 90, func(s *Settings) *float64 { return &s.StaleTie }},
		{"bow_tie_amber", words.T("model.bow-tie-worth-look"), "%", words.T("model.one-ours-carrying-this-much"), "relationship", 0, 100, 40, func(s *Settings) *float64 { return &s.BowTieAmber }},
		{"bow_tie_red", words.T("model.bow-tie-alarming"), "%", words.T("model.one-ours-carrying-more-than"), "relationship", 0, 100, 60, func(s *Settings) *float64 { return &s.BowTieRed }},
		{"exchange_low", words.T("model.exchange-ratio-too-low"), "", words.T("model.giving-less-than-this-what"), "value", 0, 1000, 1, func(s *Settings) *float64 { return &s.ExchangeLow }},
		{"exchange_high", words.T("model.exchange-ratio-too-high"), "", words.T("model.giving-more-than-this-what"), "value", 0, 1000, 5, func(s *Settings) *float64 { return &s.ExchangeHigh }},
		{"value_half_life", words.T("model.half-life-value"), "days", words.T("model.contribution-ours-half-as-fresh"), "value", 1, 10000, 365, func(s *Settings) *float64 { return &s.ValueHalfLife }},
		{"insight_half_life", words.T("model.half-life-insight"), "days", words.T("model.what-customer-told-us-worth"), "insight", 1, 10000, 180, func(s *Settings) *float64 { return &s.InsightHalfLife }},
		{"sponsor_cap", words.T("model.alignment-without-sponsor"), "score", words.T("model.without-c-level-sponsor-alignment"), "alignment", 0, 100, 40, func(s *Settings) *float64 { return &s.SponsorCap }},
		{"health_known", words.T("model.health-shown-from-confidence"), "share", words.T("model.below-this-confidence-health-unknown"), "health", 0, 1, 0.5, func(s *Settings) *float64 { return &s.HealthKnown }},
		{"effort_confirm", words.T("model.effort-confirm"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 0.5, func(s *Settings) *float64 { return &s.EffortConfirm }},
		{"effort_own", words.T("model.effort-own"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 0.1, func(s *Settings) *float64 { return &s.EffortOwn }},
		{"effort_renew", words.T("model.effort-renew"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 0.5, func(s *Settings) *float64 { return &s.EffortRenew }},
		{"effort_complete", words.T("model.effort-complete"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 1, func(s *Settings) *float64 { return &s.EffortComplete }},
		{"effort_review", words.T("model.effort-review"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 1, func(s *Settings) *float64 { return &s.EffortReview }},
		{"effort_sponsor", words.T("model.effort-sponsor"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 2, func(s *Settings) *float64 { return &s.EffortSponsor }},
		{"effort_verify", words.T("model.effort-verify"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 1, func(s *Settings) *float64 { return &s.EffortVerify }},
		{"effort_cover", words.T("model.effort-cover"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 5, func(s *Settings) *float64 { return &s.EffortCover }},
		{"effort_raise", words.T("model.effort-raise"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 5, func(s *Settings) *float64 { return &s.EffortRaise }},
		{"effort_alignment", words.T("model.effort-alignment"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 10, func(s *Settings) *float64 { return &s.EffortAlignment }},
		{"effort_position", words.T("model.effort-position"), "days", words.T("model.moves-stand-by-gain-over-effort"), "moves", 0.01, 1000, 20, func(s *Settings) *float64 { return &s.EffortPosition }},
	}
})

// SettingRows lists all settings in reading order.
func SettingRows() []Setting { return slices.Clone(settingRows()) }

// SettingRow is the setting with a key; ok is false when there is none.
func SettingRow(key string) (row Setting, ok bool) {
	rows := settingRows()
	if i := slices.IndexFunc(rows, func(s Setting) bool { return s.Key == key }); i >= 0 {
		return rows[i], true
	}
	return Setting{}, false
}

// Of is the value a setting has in s.
func (t Setting) Of(s Settings) float64 { return *t.At(&s) }

// DefaultSettings are what the default pack judges by.
func DefaultSettings() Settings {
	var s Settings
	for _, row := range settingRows() {
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
		row, ok := SettingRow(key)
		if !ok {
			return Refuse(words.T("model.method-pack"), words.T("model.leave-out"), words.T("model.there-no-setting", key))
		}
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
	return Refuse(
		"setting."+t.Key,
		words.T("model.type-number-range"),
		words.T("model.is-not-in", PlainNumber(v), PlainNumber(t.Min), PlainNumber(t.Max)),
	)
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
