package ui

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
	"accord/ui/theme"
	"accord/ui/widget"
)

// reportPage previews a document of the open account or the portfolio, and writes
// it.
type reportPage struct {
	page
	kind int // of report.Kinds
	to   report.Audience
	mask bool           // nobody can be told
	laid *report.Report // what the lines of the page are of
	made struct {
		scores  *score.Scores
		kind    int
		to      report.Audience
		mask    bool
		account model.AccountID
		shown   *score.Scores // what it is built from
		report  *report.Report
		asides  []report.Aside
	}
}

func (p *reportPage) scopes(*ctx) []scope { return []scope{scopeReport, scopeMove} }

func (p *reportPage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(120, screen.W), screen.H)
}

func (p *reportPage) about() report.Of { return report.Kinds()[p.kind] }

func (p *reportPage) title(c *ctx) string {
	out := "Report " + c.glyphs.Sep + " " + p.about().Name
	if p.about().Theirs(p.to) {
		out += " " + c.glyphs.Sep + " nothing of ours alone is in it"
	}
	if p.mask {
		out += " " + c.glyphs.Sep + " anonymous"
	}
	return out
}

// built is the document of the present state, nil when it needs an account and
// there is none.
func (p *reportPage) built(c *ctx) *report.Report {
	m := &p.made
	if m.report == nil || m.scores != c.scores() || m.kind != p.kind || m.account != c.account || m.mask != p.mask || m.to != p.to {
		m.scores, m.kind, m.account, m.mask, m.to, m.shown = c.scores(), p.kind, c.account, p.mask, p.to, c.scores()
		if p.mask {
			m.shown = score.Of(mask.Anonymise(c.scores()), c.session.Today())
		}
		m.report, _ = report.Build(p.about().Key, p.to, m.shown, c.account)
		m.asides = report.Asides(p.about().Key, p.to, m.shown, c.account)
		if m.report != nil && p.about().Map && !p.about().Theirs(p.to) && len(c.current().Seats) > 0 {
			m.report.Draw("Relationship map", "Where there are many ties, not all are drawn.", PaperMap(m.shown.Portfolio(), c.session.Today(), c.account))
		}
	}
	return m.report
}

func (p *reportPage) handle(c *ctx, in Intent) Outcome {
	if p.scroll(in.Kind) {
		return done()
	}
	n := len(report.Kinds())
	switch in.Kind {
	case Cancel:
		return closing()
	case NextLook, Right, NextField:
		return p.turn(1, n)
	case Left, PrevField:
		return p.turn(n-1, n)
	case ForCustomer:
		if !p.about().For(report.Customer) {
			return refuse(p.about().Name + " is ours alone: there is nothing in it for the customer.")
		}
		if p.about().Theirs(report.Us) {
			return refuse(p.about().Name + " is for the customer already.")
		}
		p.to, p.top = report.Customer-p.to, 0
		return done()
	case Anonymise:
		p.mask, p.top = !p.mask, 0
		return done()
	case WriteReport:
		if p.built(c) == nil {
			return refuse("There is no account to write about.")
		}
		if in.Text == "" {
			return open(newPrompt(askReport, "", p.name(c)))
		}
		return p.write(c, in.Text)
	}
	return Outcome{}
}

// turn goes to another report, ours again where the customer has none of it.
func (p *reportPage) turn(by, n int) Outcome {
	p.kind, p.top = (p.kind+by)%n, 0
	if !p.about().For(p.to) {
		p.to = report.Us
	}
	return done()
}

// name is what the file is called unless somebody says otherwise.
func (p *reportPage) name(c *ctx) string {
	name := p.about().Key
	if p.about().Theirs(p.to) && !p.about().Theirs(report.Us) {
		name += " for the customer"
	}
	if a := p.made.shown.Portfolio().Account(c.account); a != nil && p.about().Account {
		name = a.Name + " " + name
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < 0x20 {
			return '-'
		}
		return r
	}, name)
	return name + " " + c.session.Today().String() + ".html"
}

// write asks for the document to be written; the ending of the name is the format.
func (p *reportPage) write(c *ctx, path string) Outcome {
	path = realPath(path)
	if dir, err := os.Stat(path); err == nil && dir.IsDir() {
		path = filepath.Join(path, p.name(c))
	}
	return doing(&reportJob{to: outputOf(path), report: p.built(c)})
}

// reportJob is a document to write.
type reportJob struct {
	to     Output
	report *report.Report
	text   []byte  // written as it is; nil writes the report
	asked  *prompt // the question for its name
}

func (j *reportJob) AskedBy(p *prompt) { j.asked = p }

// Do writes a document and says where it lies. An older one that is there is replaced
// only when somebody says so.
func (j *reportJob) Do(h Host) tea.Cmd {
	ports := h.Doors()
	if ports.Report == nil && j.text == nil {
		h.Tell("This copy of Accord was built without reports.", true)
		return nil
	}
	err := j.write(ports)
	var older *OlderError
	switch {
	case errors.As(err, &older):
		again := *j
		again.to.Over = true
		h.OpenPage(&replacePage{what: sentence(older) + ".", ask: "Replace it?", yes: doing(&again), asked: j.asked})
	case err != nil:
		h.Tell(sentence(err), true)
		h.AskAgain(j.asked)
	case h.Context().guard.Protected:
		h.Tell("wrote "+j.to.Path+"; it is plain text, and not protected as the file it comes from", false)
	default:
		h.Tell("wrote "+j.to.Path+"; it is plain text, readable by whoever has the file", false)
	}
	return nil
}

// write asks the guard before the work, and writes.
func (j *reportJob) write(ports *Ports) error {
	if ports.MayWrite != nil {
		if err := ports.MayWrite(j.to); err != nil {
			return err
		}
	}
	text := j.text
	if text == nil {
		var b bytes.Buffer
		if err := ports.Report(&b, j.to.Format, j.report); err != nil {
			return err
		}
		text = b.Bytes()
	}
	return ports.Write(j.to, text)
}

func (p *reportPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "v next · c for customer · A anonymous · f write · esc back")
	r := p.built(c)
	if r == nil {
		body.TextIn(1, 0, body.W()-2, "Add an account first: this report is about one.", theme.Quiet, widget.Left)
		return
	}
	if p.laid != r || p.width != body.W() { // all accounts are many lines to lay out for every key
		p.laid = r
		p.begin(body.W())
		p.text(1, r.Title, theme.Strong)
		p.text(1, r.Subtitle, theme.Quiet)
		for _, a := range p.made.asides { // never in the report itself
			p.text(1, "Before it goes out: "+a.Said+". "+firstUpper(a.Keys)+".", theme.Warn)
		}
		for i := range r.Nodes {
			p.node(c, &r.Nodes[i])
		}
		if r.Foot != "" {
			p.blank()
			p.text(1, r.Foot, theme.Quiet)
		}
	}
	p.page.draw(body)
}

func (p *reportPage) node(c *ctx, n *report.Node) {
	switch n.Kind {
	case report.Heading:
		p.head(n.Text)
	case report.Paragraph:
		for line := range strings.SplitSeq(n.Text, "\n") {
			p.text(1, line, theme.Plain)
		}
	case report.List:
		for _, item := range n.Items {
			p.bullet(1, c.glyphs.Sep, item, theme.Plain)
		}
	case report.Grid:
		p.table(&n.Table)
	case report.Chart:
		p.text(1, n.Text+" (a drawing in HTML)", theme.Quiet)
		t := n.Data()
		p.table(&t)
	case report.Line: // every account is in the table of accounts
		p.text(1, n.Text+" (a drawing in HTML)", theme.Plain)
	case report.Picture:
		p.text(1, "A drawing in HTML; the map shows it here. "+n.Text, theme.Quiet)
	}
}

func (p *reportPage) table(t *report.Table) {
	rows := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = make([]string, len(row))
		for k, cell := range row {
			rows[i][k] = cell.Text
		}
	}
	p.addGrid(1, grid{heads: t.Head, rows: rows, whole: true})
}
