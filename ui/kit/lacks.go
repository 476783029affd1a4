package kit

import (
	"accord/ui/keys"
)

// Lacks is why a binding is not possible now, "" when it is.
func (c *Context) Lacks(b *keys.Binding) string {
	switch b.Need {
	case keys.NeedsAccount:
		if c.Current() == nil {
			return "there is no account yet"
		}
	case keys.NeedsWorkshop:
		if c.Portfolio().Programme().Workshop == nil {
			return "no workshop is going on (g w)"
		}
	case keys.NeedsProtection:
		if !c.Guard.Protected {
			return "the file is not protected; `accord protect` does that"
		}
	case keys.NeedsUndo:
		if c.Session.CanUndo() == "" {
			return "nothing to take back"
		}
		return c.Session.Frozen()
	case keys.NeedsRedo:
		if c.Session.CanRedo() == "" {
			return "nothing to do again"
		}
		return c.Session.Frozen()
	}
	return ""
}
