package ui

import (
	"accord/model"
	"accord/ui/widget"
)

// importStage is where an import stands.
type importStage uint8

const (
	importAsks     importStage = iota // which file
	importReads                       // waiting for the background
	importPreviews                    // what it would do
	importDone
)

// The rows of the question.
const (
	rowPath = iota
	rowKind
	rowWon
)

// importer asks for a file, shows what it would change, and changes it when the
// user agrees: one change, one undo.
type importer struct {
	stage   importStage
	row     int
	path    *widget.Field
	kind    int // index into importKinds
	won     *widget.Field
	names   []string // what tab found, where there is a choice
	wrong   string   // why the last file could not be read
	waiting uint64   // the request whose answer is awaited, 0 for none
	preview *ImportPreview
	page    page
	laid    *ImportPreview // what the page shows
}

// importKinds are what a file can hold, as the reader calls it and in words.
var importKinds = []struct{ key, words string }{
	{"", "find out by itself"},
	{"accounts", "accounts: one customer a row"},
	{"contacts", "contacts: one person a row"},
	{"transactions", "transactions: invoices, orders, won deals"},
	{"figures", "figures: revenue by customer and year"},
	{"portfolio", "a whole portfolio that Accord wrote (.json)"},
}

func newImport() *importer {
	m := &importer{path: widget.NewField(""), won: widget.NewField("")}
	m.path.Placeholder = "path of the file; tab completes it"
	m.won.Placeholder = "won, invoiced, posted, paid …"
	return m
}

func (m *importer) title(*ctx) string {
	if m.preview != nil && m.stage != importAsks {
		return "Import: " + m.preview.Title
	}
	return "Import a file"
}

func (m *importer) scopes(*ctx) []scope {
	if m.stage == importAsks && m.row != rowKind {
		return []scope{scopeText}
	}
	return []scope{scopePage, scopeMove}
}

// place keeps one size for all stages, so that nothing jumps.
func (m *importer) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(96, screen.W), min(28, screen.H))
}

func (m *importer) handle(c *ctx, in Intent) Outcome {
	switch m.stage {
	case importAsks:
		return m.asked(c, in)
	case importReads:
		if in.Kind == Cancel {
			m.stage, m.waiting = importAsks, 0
			return say("stopped waiting for the file; nothing was changed")
		}
		return Outcome{}
	case importPreviews:
		return m.previewed(c, in)
	}
	return m.finished(in)
}

// asked answers keys while the question is open.
func (m *importer) asked(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Typing:
		m.field().Apply(in.Edit, in.Text)
		m.names, m.wrong = nil, ""
	case Accept:
		return m.read(c)
	case Cancel:
		return closing()
	case NextField:
		if m.row != rowPath || !m.completed() {
			m.step(1)
		}
	case Down:
		m.step(1)
	case Up, PrevField:
		m.step(-1)
	case Left:
		m.choose(-1)
	case Right:
		m.choose(1)
	default:
		return Outcome{}
	}
	return done()
}

// field is the one that takes letters now.
func (m *importer) field() *widget.Field {
	if m.row == rowWon {
		return m.won
	}
	return m.path
}

// step moves to another row of the question.
func (m *importer) step(by int) {
	last := rowKind
	if m.asksWon() {
		last = rowWon
	}
	m.row = max(0, min(m.row+by, last))
}

func (m *importer) choose(by int) {
	if m.row == rowKind {
		m.kind = (m.kind + by + len(importKinds)) % len(importKinds)
	}
}

func (m *importer) asksWon() bool { return importKinds[m.kind].key == "transactions" }

// completed goes on with the path; false when there was nothing to add.
func (m *importer) completed() bool {
	longer, names := complete(m.path.Text())
	more := longer != m.path.Text()
	if more {
		m.path.SetText(longer)
	}
	m.names = nil
	if len(names) > 1 {
		m.names = names
	}
	return more || len(names) > 1
}

// read has the file read in the background.
func (m *importer) read(c *ctx) Outcome {
	path := realPath(m.path.Text())
	if path == "" {
		return refuse("Type the path of the file first, or paste it.")
	}
	m.stage, m.wrong, m.names = importReads, "", nil
	m.waiting = c.entry()
	request := ImportRequest{Path: path, Kind: importKinds[m.kind].key, Portfolio: c.portfolio(), Today: c.session.Today()}
	if m.asksWon() {
		request.Won = m.won.Text()
	}
	return Outcome{Done: true, Import: &importJob{m.waiting, request}}
}

// answer takes what the background read.
func (m *importer) answer(r importReadMsg) {
	m.waiting, m.page.top = 0, 0
	switch {
	case r.err != nil:
		m.stage, m.wrong = importAsks, sentence(r.err)
	case r.preview == nil:
		m.stage, m.wrong = importAsks, "The file could not be read."
	default:
		m.stage, m.preview = importPreviews, r.preview
	}
}

// previewed answers keys while the preview is shown.
func (m *importer) previewed(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel:
		m.stage, m.preview = importAsks, nil
		return done()
	case Accept:
		return m.agree(c)
	}
	if m.page.scroll(in.Kind) {
		return done()
	}
	return Outcome{}
}

// agree proposes the change. It is tried first, so that a refusal leaves the
// preview on the screen.
func (m *importer) agree(c *ctx) Outcome {
	if m.preview.Change == nil {
		return say("Nothing would change. esc goes back to choose another file.")
	}
	if why := c.session.Frozen(); why != "" {
		return refuse(why)
	}
	if _, err := c.session.Try(m.preview.Change); err != nil {
		return refuse(sentence(err) + " Go back with esc and read the file again.")
	}
	m.stage, m.page.top = importDone, 0
	return Outcome{Done: true, Changes: []model.Change{m.preview.Change}, Say: "imported " + m.preview.Title}
}

// finished answers keys after an import: another file, or back to work.
func (m *importer) finished(in Intent) Outcome {
	switch in.Kind {
	case Accept, ImportFile:
		dir, _ := splitPath(m.path.Text())
		m.path.SetText(dir)
		m.stage, m.row, m.kind, m.preview = importAsks, rowPath, 0, nil
		return done()
	case Cancel:
		return closing()
	case Undo:
		return Outcome{Done: true, Close: true, Undo: true}
	}
	if m.page.scroll(in.Kind) {
		return done()
	}
	return Outcome{}
}
