package importer

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
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

// Wizard asks for files, shows what they would change, and changes it when the
// user agrees: one change and one undo for each file.
type Wizard struct {
	stage    importStage
	row      int
	path     *widget.Field
	kinds    []kit.ImportKind // what a file can hold, and first nothing said
	kind     int              // index into them
	won      *widget.Field
	names    []string // what tab found, where there is a choice
	wrong    string   // why the last file could not be read
	waiting  uint64   // the request whose answer is awaited, 0 for none
	run      *importRun
	progress ImportProgressMsg

	files []kit.ImportRequest // as they were read
	seen  []*kit.ImportPreview
	left  []string         // files of a folder that are no exports
	base  *model.Portfolio // what they were read against
	at    int              // the file that is looked at
	tab   importTab
	spots [importTabs]spot // where the cursor stands on each page of it
	said  *answers         // to the questions of this file, not yet used
	page  kit.Body
	laid  *kit.ImportPreview // what the page shows
}

// New asks for a file of the kinds that there are; the first is found out by itself.
func New(known []kit.ImportKind) *Wizard {
	kinds := append([]kit.ImportKind{{Words: words.T("importer.find-out-by-itself")}}, known...)
	m := &Wizard{kinds: kinds, said: &answers{}, path: widget.NewField(""), won: widget.NewField("")}
	m.path.Placeholder = words.T("importer.path-file-or-folder-or")
	m.won.Placeholder = words.T("importer.won-invoiced-posted-paid")
	return m
}

func (m *Wizard) Title(*kit.Context) string {
	if v := m.preview(); v != nil && m.stage != importAsks && m.stage != importReads {
		t := words.T("importer.import", cmp.Or(v.Title, fileName(m.files[m.at].Path)))
		switch n := len(m.files); {
		case n > 1 && (m.tab == tabOverview || m.stage == importDone):
			t = words.T("importer.import-files", n) // the overview is of all
		case n > 1:
			t = words.T("importer.import-of", cmp.Or(v.Title, fileName(m.files[m.at].Path)), m.at+1, n)
		}
		if m.waiting != 0 {
			t = words.T("importer.title-reading-again", t)
		}
		return t
	}
	return words.T("importer.import-file")
}

func (m *Wizard) Scopes(*kit.Context) []keys.Scope {
	if m.stage == importAsks {
		return []keys.Scope{keys.ScopeText}
	}
	if m.stage == importPreviews {
		return []keys.Scope{keys.ScopeImport, keys.ScopeMove}
	}
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}

// Place keeps one size for all stages, so that nothing jumps.
func (m *Wizard) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(104, screen.W), min(30, screen.H))
}

// typeKind answers letters and arrows where the kind of file is chosen: a letter goes
// to the next kind that begins with it, as it does in a list.
func (m *Wizard) typeKind(in keys.Intent) kit.Outcome {
	switch {
	case in.Edit == widget.LeftKey:
		m.choose(-1)
	case in.Edit == widget.RightKey || in.Text == " ":
		m.choose(1)
	case in.Edit == widget.Insert:
		for i := 1; i <= len(m.kinds); i++ {
			if at := (m.kind + i) % len(m.kinds); strings.HasPrefix(m.kinds[at].InWords(), strings.ToLower(in.Text)) {
				m.kind = at
				return kit.Done()
			}
		}
		return kit.Refuse(words.T("importer.choose-what-file-holds-does"))
	}
	return kit.Done()
}

// field is the one that takes letters now.
func (m *Wizard) field() *widget.Field {
	if m.row == rowWon {
		return m.won
	}
	return m.path
}

// step moves to another row of the question.
func (m *Wizard) step(by int) {
	last := rowKind
	if m.asksWon() {
		last = rowWon
	}
	m.row = max(0, min(m.row+by, last))
}

func (m *Wizard) choose(by int) {
	if m.row == rowKind {
		m.kind = (m.kind + by + len(m.kinds)) % len(m.kinds)
	}
}

func (m *Wizard) asksWon() bool { return m.kinds[m.kind].Won }

// completed goes on with the path; false when there was nothing to add.
func (m *Wizard) completed() bool {
	longer, names := kit.Complete(m.path.Text())
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

// Read has the files read in the background.
func (m *Wizard) Read(c *kit.Context) kit.Outcome {
	paths := kit.RealPaths(m.path.Text())
	if len(paths) == 0 {
		return kit.Refuse(words.T("importer.type-path-file-first-or"))
	}
	m.stage, m.wrong, m.names = importReads, "", nil
	request := kit.ImportRequest{Kind: m.kinds[m.kind].Key}
	if m.asksWon() && m.won.Text() != "" {
		request.Won = []string{m.won.Text()}
	}
	m.base = c.Portfolio()
	return m.Begin(c, &Job{paths: paths, files: []kit.ImportRequest{request}})
}

// again reads the file that is looked at once more, and those after it, which
// build on it.
func (m *Wizard) again(c *kit.Context) kit.Outcome {
	m.halt()
	return m.Begin(c, &Job{files: slices.Clone(m.files[m.at:]), done: m.seen[:m.at:m.at]})
}

func (m *Wizard) Begin(c *kit.Context, job *Job) kit.Outcome {
	m.waiting, m.run, m.progress = c.Entry(), NewImportRun(), ImportProgressMsg{}
	job.number, job.run, job.base, job.today = m.waiting, m.run, m.base, c.Session.Today()
	return kit.Doing(job)
}

// halt stops the reading that goes on, and leaves nothing of it.
func (m *Wizard) halt() {
	if m.run != nil {
		m.run.stop.Store(true)
	}
	m.waiting, m.run = 0, nil
}

func (m *Wizard) waitsFor(number uint64) bool { return m.waiting != 0 && m.waiting == number }

// follow shows how far a reading is.
func (m *Wizard) follow(p ImportProgressMsg) { m.progress = p }

// answer takes what the background read.
func (m *Wizard) answer(r importReadMsg) {
	m.waiting, m.run, m.wrong = 0, nil, ""
	first := m.stage == importReads
	switch {
	case r.err != nil:
		m.wrong = kit.Sentence(r.err)
	case len(r.previews) == 0 || len(r.previews) < len(r.files):
		m.wrong = words.T("importer.file-could-not-read")
	}
	if m.wrong != "" {
		if first {
			m.stage = importAsks
		}
		return // what was read before stays on the screen, with the reason
	}
	m.files = append(slices.Clone(m.files[:len(r.previews)-len(r.files)]), r.files...)
	if first {
		m.files, m.left = r.files, r.left
		m.stage, m.at = importPreviews, 0
		m.turnTo(0)
	}
	m.seen, m.laid = r.previews, nil
	if v := m.preview(); v.Unread != "" {
		m.tab = tabColumns
	}
	m.said.take(m.preview(), m.files[m.at].Same)
}

// preview is what the file that is looked at would do, or nil.
func (m *Wizard) preview() *kit.ImportPreview {
	if m.at < len(m.seen) {
		return m.seen[m.at]
	}
	return nil
}

// what names the files that were read.
func (m *Wizard) what() string {
	if len(m.seen) == 1 {
		return m.seen[0].Title
	}
	return words.T("importer.n-files", len(m.seen))
}

func fileName(path string) string {
	_, name := kit.SplitPath(path)
	return name
}

// importTab is a page of the preview of one file.
type importTab uint8

const (
	tabOverview importTab = iota
	tabColumns
	tabSame
	tabStatus
	tabAccounts
	tabProblems
	importTabs = iota
)

// spot is where the cursor stands on a page, and how many rows the page showed.
type spot struct{ at, top, rows int }

// drawRows draws the visible ones of n rows and the sign of the cursor, and gives
// the canvas below them. Each row is drawn in its own canvas.
func (s *spot) drawRows(cv widget.Canvas, n int, row func(cv widget.Canvas, i int)) {
	s.rows = cv.H()
	if n > s.rows {
		s.rows = max(1, s.rows-1)
	}
	s.at = max(0, min(s.at, n-1))
	s.top = max(min(s.top, s.at), s.at-s.rows+1, 0)
	s.top = min(s.top, max(0, n-s.rows))
	for y := 0; y < s.rows && s.top+y < n; y++ {
		line := cv.Sub(widget.Rect{Y: y, W: cv.W(), H: 1})
		if s.top+y == s.at {
			line.Mark(line.Rect(), theme.FocusMark)
			line.Text(0, 0, line.Glyphs().Cursor, theme.Accent)
		}
		row(line, s.top+y)
	}
	if n > s.rows && cv.H() > 1 {
		cv.TextIn(2, s.rows, cv.W()-3, words.T("importer.to-of", s.top+1, min(n, s.top+s.rows), n), theme.Quiet, widget.Right)
	}
}

// answers are what was said to the questions of a file: the account a name is,
// or "-" for a new one.
type answers struct {
	given map[string]string
	facts map[string][]kit.ImportFact // as the question was first asked
	used  bool                        // the file was read with them
}

// problemWords tell a problem with its line and column.
func problemWords(p *kit.ImportProblem) string {
	switch s := kit.OneLine(p.Sentence); {
	case p.Line > 0 && p.Field != "":
		return words.T("importer.line-field", p.Line, kit.OneLine(p.Field), s)
	case p.Line > 0:
		return words.T("importer.line", p.Line, s)
	case p.Field != "":
		return words.T("importer.field", kit.OneLine(p.Field), s)
	default:
		return s
	}
}

// turnTo looks at a file from its first page.
func (m *Wizard) turnTo(i int) {
	m.at, m.tab, m.laid, m.page.Top = i, tabOverview, nil, 0
	m.spots, m.said = [importTabs]spot{}, &answers{}
}

// take keeps what is asked, and what was answered before.
func (a *answers) take(v *kit.ImportPreview, said map[string]string) {
	if a.facts == nil {
		a.facts = map[string][]kit.ImportFact{}
	}
	a.given, a.used = maps.Clone(said), true
	for i := range v.Questions {
		q := &v.Questions[i]
		if old, ok := a.facts[q.Name]; ok {
			q.Facts = old // once they are one account there is nothing to compare
		}
		a.facts[q.Name] = q.Facts
	}
}
