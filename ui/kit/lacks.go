package kit

import (
	"accord/model/words"
	"accord/ui/keys"
)

// Lacks is why a binding is not possible now, "" when it is.
func (c *Context) Lacks(b *keys.Binding) string {
	switch b.Need {
	case keys.NeedsAccount:
		if c.Current() == nil {
			return words.T("kit.there-no-account-yet")
		}
	case keys.NeedsWorkshop:
		if c.Portfolio().Programme().Workshop == nil {
			return words.T("kit.no-workshop-going-g-w")
		}
	case keys.NeedsProtection:
		if !c.Guard.Protected {
			return words.T("kit.file-not-protected-accord-protect")
		}
	case keys.NeedsUndo:
		if c.Session.CanUndo() == "" {
			return words.T("kit.nothing-take-back")
		}
		return c.Session.Frozen()
	case keys.NeedsRedo:
		if c.Session.CanRedo() == "" {
			return words.T("kit.nothing-do-again")
		}
		return c.Session.Frozen()
	}
	return ""
}
