package keys

import (
	"charm.land/bubbles/v2/key"

	"accord/ui/widget"
)

// Binding is one row of the key table. Dispatch, footer, help, palette and the
// key reference in the documentation all read it.
type Binding struct {
	Scope  Scope
	press  key.Binding // the keys, and what they do in a sentence for help and palette
	Intent Intent
	Short  string // word in the footer; "" keeps it out of there
	Need   need   // what it is not possible without
}

func (b *Binding) Keys() []string { return b.press.Keys() }

func (b *Binding) Sentence() string { return b.press.Help().Desc }

func Bind(s Scope, keys []string, in Intent, short, sentence string) Binding {
	return Binding{
		Scope:  s,
		press:  key.NewBinding(key.WithKeys(keys...), key.WithHelp(keys[0], sentence)),
		Intent: in,
		Short:  short,
	}
}

func on(s Scope, keys []string, k IntentKind, short, sentence string) Binding {
	return Bind(s, keys, Intent{Kind: k}, short, sentence)
}

// need is what a binding is not possible without.
type need uint8

// The needs; Ctx.Lacks says why one is not met.
const (
	needsNothing need = iota
	NeedsAccount
	NeedsWorkshop
	NeedsProtection
	NeedsUndo
	NeedsRedo
)

// needs says when a binding is possible.
func (b Binding) needs(n need) Binding { b.Need = n; return b }

func editKey(s Scope, e widget.Edit, sentence string, keys ...string) Binding {
	return Bind(s, keys, Intent{Kind: Typing, Edit: e}, "", sentence)
}
