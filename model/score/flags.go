package score

import (
	"accord/model"
	"accord/model/words"
)

// Flag is a fact about an account that deserves a sentence.
type Flag uint8

// The flags, in the order they are told.
const (
	MarginErosion Flag = iota
	VolumeTrap
	LosingWallet
	HiddenGem
	WalletTooSmall // revenue above all they are said to spend: an input problem
	NoSupport
	NoCover
	RoleUnfilled
	SingleThread
	NoThread
	StaleTies
	LevelGap
	NoCLevelPair
	ExchangeOff
	StageOff
	StoppedBuying
	flagCount
)

var flagRows = words.Table(func() [flagCount]struct{ key, sentence string } {
	return [flagCount]struct{ key, sentence string }{
		{"margin_erosion", words.T("score.margin-fell-two-periods-running")},
		{"volume_trap", words.T("score.volume-trap-class-by-revenue")},
		{"losing_wallet", words.T("score.we-losing-share-wallet")},
		{"hidden_gem", words.T("score.hidden-gem-small-revenue-important")},
		{"wallet_too_small", words.T("score.revenue-more-than-all-they")},
		{"key_player_without_support", words.T("score.key-player-does-not-support")},
		{"key_player_without_cover", words.T("score.key-player-covered-by-nobody")},
		{"required_role_unfilled", words.T("score.buying-role-no-name-yet")},
		{"single_thread", words.T("score.we-hang-by-single-thread")},
		{"no_thread", words.T("score.no-tie-strong-enough-thread")},
		{"stale_ties", words.T("score.tie-had-no-contact-within")},
		{"level_gap", words.T("score.tie-below-level-we-aim")},
		{"no_c_level_pair", words.T("score.no-c-level-ours-knows")},
		{"exchange_ratio", words.T("score.what-we-give-receive-out")},
		{"stage_off", words.T("score.relational-stage-two-steps-off")},
		{"stopped_buying", words.T("score.stopped-buying-was-class")},
	}
})

// Key is the flag's name for machines.
func (f Flag) Key() string { return flagRows()[f].key }

// String is the flag's sentence.
func (f Flag) String() string { return flagRows()[f].sentence }

// Flags is a set of flags.
type Flags uint32

// Has reports whether a flag is set.
func (s Flags) Has(f Flag) bool { return s&(1<<f) != 0 }

// List gives the set flags in the order they are told.
func (s Flags) List() []Flag {
	var out []Flag
	for f := range flagCount {
		if s.Has(f) {
			out = append(out, f)
		}
	}
	return out
}

// flagsOf finds the flags of METHOD §3, §5, §6 and §8. People flags need a map:
// an account without seats has an absence, not a fault.
func flagsOf(
	a *model.Account,
	l *Local,
	stage model.Stage,
	byRevenue, byContribution Class,
	set *model.Settings,
) Flags {
	var s Flags
	put := func(f Flag, yes bool) {
		if yes {
			s |= 1 << f
		}
	}
	put(MarginErosion, l.MarginErosion)
	put(LosingWallet, l.LosingWallet)
	put(VolumeTrap, byRevenue == ClassA && (byContribution == ClassB || byContribution == ClassC))
	put(HiddenGem, byRevenue == ClassC && firm(&l.Importance, set) && l.Importance.Score.V >= set.HiddenGem)
	put(
		WalletTooSmall,
		l.Period != nil && l.Period.TooSmall,
	)
	if len(a.Seats) > 0 {
		r := l.Relationship
		put(NoSupport, len(r.WithoutSupport) > 0)
		put(NoCover, len(r.WithoutCover) > 0)
		put(RoleUnfilled, len(r.Unfilled) > 0)
		put(SingleThread, r.Threads.V == 1)
		put(NoThread, r.Threads.V == 0)
		put(StaleTies, len(r.Stale) > 0)
		put(LevelGap, r.LevelGap.V > 0)
		put(NoCLevelPair, !r.CLevel)
	}
	ratio := l.Value.Ratio
	put(ExchangeOff, ratio.Known && (ratio.V < set.ExchangeLow || ratio.V > set.ExchangeHigh))
	put(StageOff, model.StagesOff(stage, a.Tier) >= 2)
	return s
}
