package ui

// lacks is why a binding is not possible now, "" when it is.
func (c *ctx) lacks(b *binding) string {
	switch b.need {
	case needsAccount:
		if c.current() == nil {
			return "there is no account yet"
		}
	case needsWorkshop:
		if c.portfolio().Programme().Workshop == nil {
			return "no workshop is going on (g w)"
		}
	case needsProtection:
		if !c.guard.Protected {
			return "the file is not protected; `accord protect` does that"
		}
	case needsUndo:
		if c.session.CanUndo() == "" {
			return "nothing to take back"
		}
		return c.session.Frozen()
	case needsRedo:
		if c.session.CanRedo() == "" {
			return "nothing to do again"
		}
		return c.session.Frozen()
	}
	return ""
}
