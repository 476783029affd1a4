package ui

import (
	"fmt"
	"strings"

	"accord/model"
	"accord/model/merge3"
	"accord/ui/widget"
)

// mergeStage is where joining another's file stands.
type mergeStage uint8

const (
	mergeAsks  mergeStage = iota // which files
	mergeReads                   // waiting for the background
	mergeShows                   // the conflicts, one by one
)

// mergePage joins another person's version of the portfolio: it asks for their file
// and the common beginning, shows what both changed side by side, and makes one
// edit of it. What was typed and answered is still there when it is opened again.
type mergePage struct {
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
	page    page
}

func newMerge(c *ctx) *mergePage {
	if m, ok := c.joining.(*mergePage); ok {
		m.waiting, m.wrong = 0, ""
		if m.stage == mergeReads || m.mine != c.portfolio() {
			m.stage = mergeAsks
		}
		return m
	}
	m := &mergePage{answers: map[string]merge3.Resolution{}, files: [2]*widget.Field{widget.NewField(""), widget.NewField("")}}
	m.files[0].Placeholder = "the export both files grew from (.json or .db); tab completes"
	m.files[1].Placeholder = "their export or file (.json or .db)"
	c.joining = m
	return m
}

func (m *mergePage) title(*ctx) string {
	if m.stage != mergeShows {
		return "Join another's file"
	}
	_, name := splitPath(m.files[1].Text())
	return "Join " + name
}

func (m *mergePage) scopes(*ctx) []scope {
	switch {
	case m.stage == mergeAsks:
		return []scope{scopeText}
	case m.text != nil:
		return []scope{scopeProse}
	case m.stage == mergeShows && !m.more:
		return []scope{scopeMerge, scopeMove}
	}
	return []scope{scopePage, scopeMove}
}

func (m *mergePage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(110, screen.W), screen.H)
}

func (m *mergePage) handle(c *ctx, in Intent) Outcome {
	switch {
	case m.stage == mergeAsks:
		return m.asked(c, in)
	case m.stage == mergeReads:
		if in.Kind == Cancel {
			m.stage, m.waiting = mergeAsks, 0
			return say("stopped waiting for the files; nothing was changed")
		}
		return Outcome{}
	case m.text != nil:
		return m.writes(in)
	case m.more:
		if !m.page.scroll(in.Kind) {
			m.more = in.Kind != Cancel && in.Kind != Accept
		}
		return done()
	}
	return m.judged(c, in)
}

// asked answers keys while the question is open.
func (m *mergePage) asked(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Typing:
		m.files[m.row].Apply(in.Edit, in.Text)
		m.names, m.wrong = nil, ""
	case Cancel:
		return closing()
	case NextField:
		m.completed()
	case Down, Up, PrevField:
		m.row = 1 - m.row
	case Accept:
		if m.row == 0 && strings.TrimSpace(m.files[1].Text()) == "" {
			m.row = 1
			return done()
		}
		return m.read(c)
	default:
		return Outcome{}
	}
	return done()
}

// completed goes on with the path, else to the other one.
func (m *mergePage) completed() {
	f := m.files[m.row]
	longer, names := complete(f.Text())
	if m.names = nil; len(names) > 1 {
		m.names = names
	}
	if longer == f.Text() && len(names) < 2 {
		m.row = 1 - m.row
		return
	}
	f.SetText(longer)
}

// read has both files read and compared in the background.
func (m *mergePage) read(c *ctx) Outcome {
	base, theirs := realPath(m.files[0].Text()), realPath(m.files[1].Text())
	if base == "" || theirs == "" {
		return refuse("Both files are needed: the export that both grew from, and theirs.")
	}
	m.stage, m.wrong, m.names, m.waiting, m.mine = mergeReads, "", nil, c.entry(), c.portfolio()
	return doing(&mergeJob{number: m.waiting, base: base, theirs: theirs, mine: m.mine, answers: m.answers})
}

// answered takes in what the background found: the comparison, or the result.
func (m *mergePage) answered(c *ctx, r mergeMsg) Outcome {
	m.waiting = 0
	resolving := m.merging != nil && m.merging == r.merging
	if r.err != nil {
		m.stage, m.wrong = mergeAsks, sentence(r.err)
		return done()
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
		return done()
	}
	for i, k := range m.clashes {
		if !before[k.Key] {
			m.at, m.agreed = i, false
			return say("your answers bring up another question")
		}
	}
	return m.agree(c, r.result)
}

// agree proposes the merged portfolio as one edit.
func (m *mergePage) agree(c *ctx, result *model.Portfolio) Outcome {
	_, name := splitPath(m.files[1].Text())
	change := m.merging.Change(result, "merge "+name)
	if change == nil {
		return say("Nothing would change here.")
	}
	if why := c.session.Frozen(); why != "" {
		return refuse(why)
	}
	if _, err := c.session.Try(change); err != nil {
		m.stage = mergeAsks
		return refuse(sentence(err))
	}
	c.joining = nil
	out := say("joined " + name + " as one edit; u takes it back")
	out.Change(change)
	out.Close()
	return out
}

// judged answers keys while conflicts are shown.
func (m *mergePage) judged(c *ctx, in Intent) Outcome {
	if to, ok := moveTo(in.Kind, m.at, len(m.clashes), m.rows); ok {
		m.at = to
		return done()
	}
	switch in.Kind {
	case Cancel:
		m.stage = mergeAsks
		return done()
	case NextLook:
		m.more, m.page.top = true, 0
		return done()
	case Accept:
		if n := m.open(); n > 0 && !m.agreed {
			m.agreed = true
			return say(plural(n, "conflict") + " open: enter again keeps yours there; n goes to the next")
		}
		m.stage, m.waiting = mergeReads, c.entry()
		return doing(&mergeJob{number: m.waiting, merging: m.merging, answers: m.answers})
	}
	if len(m.clashes) == 0 {
		return done()
	}
	m.agreed = false
	k := &m.clashes[m.at]
	switch in.Kind {
	case Left:
		m.take(k, merge3.Resolution{Side: merge3.TakeMine})
	case Right:
		m.take(k, merge3.Resolution{Side: merge3.TakeTheirs})
	case SetUnknown:
		delete(m.answers, k.Key)
	case NextSection:
		m.next(1)
	case AllMine, AllTheirs:
		side := merge3.TakeMine
		if in.Kind == AllTheirs {
			side = merge3.TakeTheirs
		}
		for _, k := range m.clashes {
			if _, known := m.answers[k.Key]; !known {
				m.answers[k.Key] = merge3.Resolution{Side: side}
			}
		}
	case EditHere:
		if !k.Text {
			return refuse("This is no text: ← keeps yours, → takes theirs.")
		}
		m.text = widget.NewProse(m.chosen(k))
		m.text.Apply(widget.BottomKey, "")
	default:
		return Outcome{}
	}
	return done()
}

// take answers a conflict and goes on to the next open one.
func (m *mergePage) take(k *merge3.Clash, r merge3.Resolution) {
	m.answers[k.Key] = r
	m.next(0)
}

// writes answers keys while a text is written by hand.
func (m *mergePage) writes(in Intent) Outcome {
	switch in.Kind {
	case Cancel:
		m.text = nil
		m.next(0)
		return done()
	case Typing:
		if m.text.Apply(in.Edit, in.Text) {
			m.answers[m.clashes[m.at].Key] = merge3.Resolution{ByHand: true, Own: m.text.Text()}
		}
		return done()
	case ExternalEditor:
		return refuse("Here the text is written in place: esc keeps it.")
	}
	return Outcome{}
}

// open is how many conflicts have no answer.
func (m *mergePage) open() (n int) {
	for _, k := range m.clashes {
		if _, known := m.answers[k.Key]; !known {
			n++
		}
	}
	return n
}

// next goes to the next open conflict from so many on, round to the beginning.
func (m *mergePage) next(from int) {
	for i := range m.clashes {
		at := (m.at + from + i) % len(m.clashes)
		if _, known := m.answers[m.clashes[at].Key]; !known {
			m.at = at
			return
		}
	}
}

// chosen is the text that the answer of a conflict gives.
func (m *mergePage) chosen(k *merge3.Clash) string {
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
func (m *mergePage) counts() string {
	return fmt.Sprintf("%s, %d open", plural(len(m.clashes), "conflict"), m.open())
}
