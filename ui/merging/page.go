package merging

import (
	"strings"

	"accord/model"
	"accord/model/merge3"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// mergeStage is where joining another's file stands.
type mergeStage uint8

const (
	mergeAsks  mergeStage = iota // which files
	mergeReads                   // waiting for the background
	mergeShows                   // the conflicts, one by one
)

// Page joins another person's version of the portfolio: it asks for their file
// and the common beginning, shows what both changed side by side, and makes one
// edit of it. What was typed and answered is still there when it is opened again.
type Page struct {
	stage   mergeStage
	row     int // of the question: the common beginning, their file
	files   [2]*widget.Field
	names   []string // what tab found
	wrong   string   // why it could not be read
	waiting uint64   // the request whose answer is awaited, 0 for none

	mine    *model.Portfolio // what was compared
	merging *merge3.Merging
	clashes []merge3.Clash
	answers map[string]merge3.Resolution
	at      int
	rows    int           // height of the list in the last frame
	text    *widget.Prose // a text being written by hand
	more    bool          // shows what comes in without a question
	agreed  bool          // enter was pressed while some are open
	page    kit.Body
}

func New(c *kit.Context) *Page {
	if m, ok := c.Joining.(*Page); ok {
		m.waiting, m.wrong = 0, ""
		if m.stage == mergeReads || m.mine != c.Portfolio() {
			m.stage = mergeAsks
		}
		return m
	}
	m := &Page{answers: map[string]merge3.Resolution{}, files: [2]*widget.Field{widget.NewField(""), widget.NewField("")}}
	m.files[0].Placeholder = words.T("merging.export-both-files-grew-from")
	m.files[1].Placeholder = words.T("merging.their-export-or-file-json")
	c.Joining = m
	return m
}

func (m *Page) Title(*kit.Context) string {
	if m.stage != mergeShows {
		return words.T("merging.join-anothers-file")
	}
	_, name := kit.SplitPath(m.files[1].Text())
	return words.T("merging.join", name)
}

func (m *Page) Scopes(*kit.Context) []keys.Scope {
	switch {
	case m.stage == mergeAsks:
		return []keys.Scope{keys.ScopeText}
	case m.text != nil:
		return []keys.Scope{keys.ScopeProse}
	case m.stage == mergeShows && !m.more:
		return []keys.Scope{keys.ScopeMerge, keys.ScopeMove}
	}
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}

func (m *Page) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(110, screen.W), screen.H)
}

func (m *Page) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch {
	case m.stage == mergeAsks:
		return m.Asked(c, in)
	case m.stage == mergeReads:
		if in.Kind == keys.Cancel {
			m.stage, m.waiting = mergeAsks, 0
			return kit.Say(words.T("merging.stopped-waiting-files-nothing-changed"))
		}
		return kit.Outcome{}
	case m.text != nil:
		return m.writes(in)
	case m.more:
		if !m.page.Scroll(in.Kind) {
			m.more = in.Kind != keys.Cancel && in.Kind != keys.Accept
		}
		return kit.Done()
	}
	return m.judged(c, in)
}

// Asked answers keys while the question is open.
func (m *Page) Asked(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Typing:
		m.files[m.row].Apply(in.Edit, in.Text)
		m.names, m.wrong = nil, ""
	case keys.Cancel:
		return kit.Close()
	case keys.NextField:
		m.completed()
	case keys.Down, keys.Up, keys.PrevField:
		m.row = 1 - m.row
	case keys.Accept:
		if m.row == 0 && strings.TrimSpace(m.files[1].Text()) == "" {
			m.row = 1
			return kit.Done()
		}
		return m.Read(c)
	default:
		return kit.Outcome{}
	}
	return kit.Done()
}

// completed goes on with the path, else to the other one.
func (m *Page) completed() {
	f := m.files[m.row]
	longer, names := kit.Complete(f.Text())
	if m.names = nil; len(names) > 1 {
		m.names = names
	}
	if longer == f.Text() && len(names) < 2 {
		m.row = 1 - m.row
		return
	}
	f.SetText(longer)
}

// Read has both files read and compared in the background.
func (m *Page) Read(c *kit.Context) kit.Outcome {
	base, theirs := kit.RealPath(m.files[0].Text()), kit.RealPath(m.files[1].Text())
	if base == "" || theirs == "" {
		return kit.Refuse(words.T("merging.both-files-needed-export-both"))
	}
	m.stage, m.wrong, m.names, m.waiting, m.mine = mergeReads, "", nil, c.Entry(), c.Portfolio()
	return kit.Doing(&Job{number: m.waiting, base: base, theirs: theirs, mine: m.mine, answers: m.answers})
}

func (m *Page) waitsFor(number uint64) bool { return m.waiting != 0 && m.waiting == number }

// answered takes in what the background found: the comparison, or the result.
func (m *Page) answered(c *kit.Context, r mergeMsg) kit.Outcome {
	m.waiting = 0
	resolving := m.merging != nil && m.merging == r.merging
	if r.err != nil {
		m.stage, m.wrong = mergeAsks, kit.Sentence(r.err)
		return kit.Done()
	}
	before := map[string]bool{}
	for _, k := range m.clashes {
		before[k.Key] = true
	}
	m.stage, m.merging, m.clashes = mergeShows, r.merging, r.clashes
	m.at = max(0, min(m.at, len(m.clashes)-1))
	if !resolving {
		m.at, m.agreed = 0, false
		m.next(0)
		return kit.Done()
	}
	for i, k := range m.clashes {
		if !before[k.Key] {
			m.at, m.agreed = i, false
			return kit.Say(words.T("merging.your-answers-bring-up-another"))
		}
	}
	return m.agree(c, r.result)
}

// agree proposes the merged portfolio as one edit.
func (m *Page) agree(c *kit.Context, result *model.Portfolio) kit.Outcome {
	_, name := kit.SplitPath(m.files[1].Text())
	change := m.merging.Change(result, words.New("merging.merge", name))
	if change == nil {
		return kit.Say(words.T("merging.nothing-would-change-here"))
	}
	if why := c.Session.Frozen(); why != "" {
		return kit.Refuse(why)
	}
	if _, err := c.Session.Try(change); err != nil {
		m.stage = mergeAsks
		return kit.Refuse(kit.Sentence(err))
	}
	c.Joining = nil
	out := kit.Say(words.T("merging.joined-as-one-edit-u", name))
	out.Change(change)
	out.Close()
	return out
}

// judged answers keys while conflicts are shown.
func (m *Page) judged(c *kit.Context, in keys.Intent) kit.Outcome {
	if to, ok := kit.MoveTo(in.Kind, m.at, len(m.clashes), m.rows); ok {
		m.at = to
		return kit.Done()
	}
	switch in.Kind {
	case keys.Cancel:
		m.stage = mergeAsks
		return kit.Done()
	case keys.NextLook:
		m.more, m.page.Top = true, 0
		return kit.Done()
	case keys.Accept:
		if n := m.open(); n > 0 && !m.agreed {
			m.agreed = true
			return kit.Say(words.T("merging.open-enter-again-keeps-yours", n))
		}
		m.stage, m.waiting = mergeReads, c.Entry()
		return kit.Doing(&Job{number: m.waiting, merging: m.merging, answers: m.answers})
	}
	if len(m.clashes) == 0 {
		return kit.Done()
	}
	m.agreed = false
	k := &m.clashes[m.at]
	switch in.Kind {
	case keys.Left:
		m.take(k, merge3.Resolution{Side: merge3.TakeMine})
	case keys.Right:
		m.take(k, merge3.Resolution{Side: merge3.TakeTheirs})
	case keys.SetUnknown:
		delete(m.answers, k.Key)
	case keys.NextSection:
		m.next(1)
	case keys.AllMine, keys.AllTheirs:
		side := merge3.TakeMine
		if in.Kind == keys.AllTheirs {
			side = merge3.TakeTheirs
		}
		for _, k := range m.clashes {
			if _, known := m.answers[k.Key]; !known {
				m.answers[k.Key] = merge3.Resolution{Side: side}
			}
		}
	case keys.EditHere:
		if !k.Text {
			return kit.Refuse(words.T("merging.this-no-text-keeps-yours"))
		}
		m.text = widget.NewProse(m.chosen(k))
		m.text.Apply(widget.BottomKey, "")
	default:
		return kit.Outcome{}
	}
	return kit.Done()
}

// take answers a conflict and goes on to the next open one.
func (m *Page) take(k *merge3.Clash, r merge3.Resolution) {
	m.answers[k.Key] = r
	m.next(0)
}

// writes answers keys while a text is written by hand.
func (m *Page) writes(in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Cancel:
		m.text = nil
		m.next(0)
		return kit.Done()
	case keys.Typing:
		if m.text.Apply(in.Edit, in.Text) {
			m.answers[m.clashes[m.at].Key] = merge3.Resolution{ByHand: true, Own: m.text.Text()}
		}
		return kit.Done()
	case keys.ExternalEditor:
		return kit.Refuse(words.T("merging.here-text-written-place-esc"))
	}
	return kit.Outcome{}
}

// open is how many conflicts have no answer.
func (m *Page) open() (n int) {
	for _, k := range m.clashes {
		if _, known := m.answers[k.Key]; !known {
			n++
		}
	}
	return n
}

// next goes to the next open conflict from so many on, round to the beginning.
func (m *Page) next(from int) {
	for i := range m.clashes {
		at := (m.at + from + i) % len(m.clashes)
		if _, known := m.answers[m.clashes[at].Key]; !known {
			m.at = at
			return
		}
	}
}

// chosen is the text that the answer of a conflict gives.
func (m *Page) chosen(k *merge3.Clash) string {
	r := m.answers[k.Key]
	switch {
	case r.ByHand:
		return r.Own
	case r.Side == merge3.TakeTheirs:
		return k.Theirs
	}
	return k.Mine
}

// counts tells how much there is, in a line.
func (m *Page) counts() string {
	return words.T("merging.open", len(m.clashes), m.open())
}
