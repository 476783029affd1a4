package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/words"
	"accord/ui/kit"
)

type unlockedMsg struct {
	page   *lockPage
	opened *kit.Opened
	err    error
}

var errNotIt = words.Fail("shell.not-passphrase-may-also-recovery")

// Do tries it in the background.
func (j *unlockJob) Do(h kit.Host) tea.Cmd {
	open, opens := h.Doors().Unlock, h.Doors().Opens
	return func() tea.Msg {
		m := unlockedMsg{page: j.page}
		if j.page.first {
			m.opened, m.err = open(j.phrase)
		} else if !opens(j.phrase) {
			m.err = errNotIt
		}
		return m
	}
}

// unlockJob tries a passphrase in the background: it is made to take long.
type unlockJob struct {
	phrase string
	page   *lockPage
}
