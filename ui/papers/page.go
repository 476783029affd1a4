package papers

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/mask"
	"accord/model/report"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/relmap"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Page previews a document of the open account or the portfolio, and writes
// it.
type Page struct {
	kit.Body
	kind int // of report.Kinds
	To   report.Audience
	mask bool           // nobody can be told
	laid *report.Report // what the lines of the page are of
	Made struct {
		scores  *score.Scores
		kind    int
		to      report.Audience
		mask    bool
		account model.AccountID
		shown   *score.Scores // what it is built from
		Report  *report.Report
		asides  []report.Aside
	}
}

func (p *Page) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeReport, keys.ScopeMove}
}

func (p *Page) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(120, screen.W), screen.H)
}

func (p *Page) about() report.Of { return report.Kinds()[p.kind] }

func (p *Page) Title(c *kit.Context) string {
	out := words.T("ui-papers.report", c.Glyphs.Sep, p.about().Name)
	if p.about().Theirs(p.To) {
		out += " " + c.Glyphs.Sep + " " + words.T("ui-papers.nothing-ours-alone")
	}
	if p.mask {
		out += " " + c.Glyphs.Sep + " " + words.T("ui-papers.anonymous")
	}
	return out
}

// built is the document of the present state, nil when it needs an account and
// there is none.
func (p *Page) built(c *kit.Context) *report.Report {
	m := &p.Made
	if m.Report == nil || m.scores != c.Scores() || m.kind != p.kind || m.account != c.Account || m.mask != p.mask ||
		m.to != p.To {
		m.scores, m.kind, m.account, m.mask, m.to, m.shown = c.Scores(), p.kind, c.Account, p.mask, p.To, c.Scores()
		if p.mask {
			m.shown = score.OfPeriod(mask.Anonymise(c.Scores()), c.Session.Today(), c.Scores().Period())
		}
		m.Report, _ = report.Build(p.about().Key, p.To, m.shown, c.Account)
		m.asides = report.Asides(p.about().Key, p.To, m.shown, c.Account)
		if m.Report != nil && p.about().Map && !p.about().Theirs(p.To) && len(c.Current().Seats) > 0 {
			m.Report.Draw(
				words.T("ui-papers.relationship-map"),
				words.T("ui-papers.where-there-many-ties-not"),
				relmap.PaperMap(m.shown.Portfolio(), c.Session.Today(), c.Account),
			)
		}
	}
	return m.Report
}

func (p *Page) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if p.Scroll(in.Kind) {
		return kit.Done()
	}
	n := len(report.Kinds())
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.NextLook, keys.Right, keys.NextField:
		return p.turn(1, n)
	case keys.Left, keys.PrevField:
		return p.turn(n-1, n)
	case keys.ForCustomer:
		if !p.about().For(report.Customer) {
			return kit.Refuse(words.T("ui-papers.ours-alone-there-nothing-customer", p.about().Name))
		}
		if p.about().Theirs(report.Us) {
			return kit.Refuse(words.T("ui-papers.customer-already", p.about().Name))
		}
		p.To, p.Top = report.Customer-p.To, 0
		return kit.Done()
	case keys.Anonymise:
		p.mask, p.Top = !p.mask, 0
		return kit.Done()
	case keys.WriteReport:
		if p.built(c) == nil {
			return kit.Refuse(words.T("ui-papers.there-no-account-write-about"))
		}
		if in.Text == "" {
			return kit.Open(kit.NewPrompt(kit.AskReport, "", p.name(c)))
		}
		return p.write(c, in.Text)
	}
	return kit.Outcome{}
}

// turn goes to another report, ours again where the customer has none of it.
func (p *Page) turn(by, n int) kit.Outcome {
	p.kind, p.Top = (p.kind+by)%n, 0
	if !p.about().For(p.To) {
		p.To = report.Us
	}
	return kit.Done()
}

// name is what the file is called unless somebody says otherwise.
func (p *Page) name(c *kit.Context) string {
	name := p.about().Key
	if p.about().Theirs(p.To) && !p.about().Theirs(report.Us) {
		name = words.T("ui-papers.for-the-customer", name)
	}
	if a := p.Made.shown.Portfolio().Account(c.Account); a != nil && p.about().Account {
		name = a.Name + " " + name
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < 0x20 {
			return '-'
		}
		return r
	}, name)
	return name + " " + c.Session.Today().String() + ".html"
}

// write asks for the document to be written; the ending of the name is the format.
func (p *Page) write(c *kit.Context, path string) kit.Outcome {
	path = kit.RealPath(path)
	if dir, err := os.Stat(path); err == nil && dir.IsDir() {
		path = filepath.Join(path, p.name(c))
	}
	return kit.Doing(&ReportJob{To: kit.OutputOf(path), report: p.built(c)})
}

// ReportJob is a document to write.
type ReportJob struct {
	To     kit.Output
	report *report.Report
	Text   []byte      // written as it is; nil writes the report
	asked  *kit.Prompt // the question for its name
}

func (j *ReportJob) AskedBy(p *kit.Prompt) { j.asked = p }

// Do writes a document and says where it lies. An older one that is there is replaced
// only when somebody says so.
func (j *ReportJob) Do(h kit.Host) tea.Cmd {
	ports := h.Doors()
	if ports.Report == nil && j.Text == nil {
		h.Tell(words.T("ui-papers.this-copy-accord-built-without"), true)
		return nil
	}
	err := j.write(ports)
	var older *kit.OlderError
	switch {
	case errors.As(err, &older):
		again := *j
		again.To.Over = true
		h.OpenPage(
			&kit.ReplacePage{
				What:  kit.Sentence(older) + ".",
				Ask:   words.T("ui-papers.replace-it"),
				Yes:   kit.Doing(&again),
				Asked: j.asked,
			},
		)
	case err != nil:
		h.Tell(kit.Sentence(err), true)
		h.AskAgain(j.asked)
	case h.Context().Guard.Protected:
		h.Tell(words.T("ui-papers.wrote-plain-text-not-protected", j.To.Path), false)
	default:
		h.Tell(words.T("ui-papers.wrote-plain-text-readable-by", j.To.Path), false)
	}
	return nil
}

// write asks the guard before the work, and writes.
func (j *ReportJob) write(ports *kit.Ports) error {
	if ports.MayWrite != nil {
		if err := ports.MayWrite(j.To); err != nil {
			return err
		}
	}
	text := j.Text
	if text == nil {
		var b bytes.Buffer
		if err := ports.Report(&b, j.To.Format, j.report); err != nil {
			return err
		}
		text = b.Bytes()
	}
	return ports.Write(j.To, text)
}

func (p *Page) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("ui-papers.v-next-c-customer-anonymous"))
	r := p.built(c)
	if r == nil {
		body.TextIn(1, 0, body.W()-2, words.T("ui-papers.add-account-first-this-report"), theme.Quiet, widget.Left)
		return
	}
	if p.laid != r || p.Width != body.W() { // all accounts are many lines to lay out for every key
		p.laid = r
		p.Begin(body.W())
		p.Text(1, r.Title, theme.Strong)
		p.Text(1, r.Subtitle, theme.Quiet)
		for _, a := range p.Made.asides { // never in the report itself
			p.Text(1, words.T("ui-papers.before-goes-out", a.Said, kit.FirstUpper(a.Keys)), theme.Warn)
		}
		for i := range r.Nodes {
			p.node(c, &r.Nodes[i])
		}
		if r.Foot != "" {
			p.Blank()
			p.Text(1, r.Foot, theme.Quiet)
		}
	}
	p.Body.Draw(body)
}

func (p *Page) node(c *kit.Context, n *report.Node) {
	switch n.Kind {
	case report.Heading:
		p.Head(n.Text)
	case report.Paragraph:
		for line := range strings.SplitSeq(n.Text, "\n") {
			p.Text(1, line, theme.Plain)
		}
	case report.List:
		for _, item := range n.Items {
			p.Bullet(1, c.Glyphs.Sep, item, theme.Plain)
		}
	case report.Grid:
		p.table(&n.Table)
	case report.Chart:
		p.Text(1, words.T("ui-papers.drawing-html", n.Text), theme.Quiet)
		t := n.Data()
		p.table(&t)
	case report.Line: // every account is in the table of accounts
		p.Text(1, words.T("ui-papers.drawing-html", n.Text), theme.Plain)
	case report.Picture:
		p.Text(1, words.T("ui-papers.drawing-html-map-shows-here", n.Text), theme.Quiet)
	}
}

func (p *Page) table(t *report.Table) {
	rows := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = make([]string, len(row))
		for k, cell := range row {
			rows[i][k] = cell.Text
		}
	}
	p.AddGrid(1, kit.Grid{Heads: t.Head, Rows: rows, Whole: true})
}
