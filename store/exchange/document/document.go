package document

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// Version is the version of the portfolio document that Write writes.
//
// The document is one object:
//
//	{"accord": "portfolio", "version": 3,
//	 "programme": {…},      settings, our team, and the method pack when it is not the default
//	 "accounts": [{…}, …],  in the order of their ids, one on each line
//	 "history": {…}}        on request: snapshots and the steps of the journal
//
// Keys are those of the model's types. Unknown values are absent or null, money
// is {"minor": whole minor units, "cur": ISO code}, days are "2026-11-24",
// ratings are 0 to 5, choices are numbers in the order that `accord fields`
// lists them. A reader ignores keys it does not know, and does not take what a document
// of an older version could not say for something that was taken away.
//
// Version 2 added decisions, whether value lines, insights and decisions are shared with
// the customer, and whose people take part in a workshop. Version 3 added the last 12
// months as period, the retention of an account, the source of a transaction, the
// current value of an objective and what became of the first day of an action.
const Version = 3

// Write writes everything in the portfolio as one JSON document. The same
// portfolio gives the same bytes, and Read gives it back equal.
func Write(w io.Writer, p *model.Portfolio) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := writeDocument(b, p); err != nil {
		return err
	}
	b.WriteString("}\n")
	return b.Flush()
}

// writeDocument writes a document without its last brace.
func writeDocument(b *bufio.Writer, p *model.Portfolio) error {
	programme, err := marshal(p.Programme())
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "{\"accord\":\"portfolio\",\"version\":%d,\n\"programme\":%s,\n\"accounts\":[", Version, programme)
	for i, a := range p.Accounts() {
		line, err := marshal(a)
		if err != nil {
			return err
		}
		element(b, i, line)
	}
	b.WriteString("\n]")
	return nil
}

// marshal is json.Marshal without turning < and & into escapes, which nobody
// reads as HTML here.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return model.EscapeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// document is what Write writes. The pack is read apart, because it must be
// prepared for scoring.
type document struct {
	Accord    string           `json:"accord"`
	Version   int              `json:"version"`
	Programme json.RawMessage  `json:"programme"`
	Accounts  []*model.Account `json:"accounts"`
}

// Read reads a portfolio that Write wrote. It refuses documents that
// could not be worked with: ids used twice, references that lead nowhere.
func Read(r io.Reader) (*model.Portfolio, error) {
	data, err := readAll(r)
	if err != nil {
		return nil, err
	}
	return Parse(data)
}

func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, cells.MaxSize+1))
	if err == nil && len(data) > cells.MaxSize {
		err = cells.Refuse("portfolio", "", words.T("document.document-larger-than-mb", cells.MaxSize>>20))
	}
	return data, err
}

// withoutMark is a document without the byte order mark that some editors add.
func withoutMark(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) }

func Parse(data []byte) (*model.Portfolio, error) {
	hint := words.T("document.choose-file-accord-export")
	if err := model.CheckJSON(data); err != nil {
		return nil, cells.Refuse("portfolio", hint, words.T("document.lists-records-stand-more-than", model.MaxDepth))
	}
	var doc document
	if err := json.Unmarshal(withoutMark(data), &doc); err != nil {
		return nil, cells.Refuse("portfolio", hint, words.T("document.document-cannot-read", jsonReason(data, err)))
	}
	if doc.Accord != "portfolio" {
		return nil, cells.Refuse("portfolio", hint, words.T("document.this-json-no-portfolio-accord"))
	}
	if doc.Version < 1 || doc.Version > Version {
		return nil, cells.Refuse(
			"portfolio",
			words.T("document.use-program-wrote-or-newer"),
			words.T("document.document-version-this-program-reads", doc.Version, Version),
		)
	}
	g, err := readProgramme(doc.Programme, edit.CheckTexts)
	if err != nil {
		return nil, err
	}
	if err := edit.CheckProgramme(g); err != nil {
		return nil, refusedOf("programme", err)
	}
	for i, a := range doc.Accounts {
		if a == nil {
			return nil, cells.Refuse("portfolio", hint, words.T("document.account-empty", i+1))
		}
		if err := edit.CheckTexts(a); err != nil {
			return nil, refusedOf(words.T("document.account", cells.Quote(a.Name)), err)
		}
		cleanValue(a)
		if err := checkAccount(a); err != nil {
			return nil, err
		}
		if err := edit.CheckRanges(g, a); err != nil {
			return nil, refusedOf(words.T("document.account", cells.Quote(a.Name)), err)
		}
	}
	if err := checkParents(doc.Accounts); err != nil {
		return nil, err
	}
	if len(doc.Accounts) == 0 {
		doc.Accounts = nil // as an empty portfolio has it
	}
	p, err := model.NewPortfolio(g, doc.Accounts)
	if err == nil {
		p = p.Older(model.Knows(doc.Version - 1))
	}
	return p, err
}

// refusedOf says whose text or number is refused.
func refusedOf(whose string, err error) error {
	var p *model.Problem
	if errors.As(err, &p) {
		return cells.Refuse(whose+": "+p.Field, p.Hint, p.Sentence)
	}
	return err
}

// readProgramme reads the settings, and the method pack through its own door. texts
// checks how long they are; nil is for a snapshot of a file, which may be older than
// the bounds.
func readProgramme(raw json.RawMessage, texts func(any) error) (*model.Programme, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, cells.Refuse("programme", "", words.T("document.document-no-programme"))
	}
	var other struct {
		Pack   json.RawMessage `json:"pack"`
		Ballot *soleBallot     `json:"ballot"`
	}
	g := new(model.Programme)
	if err := errors.Join(json.Unmarshal(raw, &other), json.Unmarshal(raw, g)); err != nil {
		return nil, cells.Refuse("programme", "", words.T("document.settings-cannot-read", err))
	}
	if other.Ballot != nil {
		g.Ballots = append(g.Ballots, other.Ballot.now())
	}
	g.Pack = nil
	if texts != nil {
		if err := texts(g); err != nil {
			return nil, refusedOf("programme", err)
		}
	}
	cleanValue(g)
	if pack := other.Pack; len(pack) > 0 && string(pack) != "null" {
		p, err := model.ParsePack(pack)
		if err == nil && texts != nil {
			err = texts(p)
		}
		if err != nil {
			return nil, err
		}
		cleanValue(p)
		g.Pack = p
	}
	return g, checkProgramme(g)
}

// soleBallot is a blind rating as documents had it that knew one of them, about one
// account: its marks do not name that.
type soleBallot struct {
	model.Ballot
	Account model.AccountID `json:"account"`
}

func (b *soleBallot) now() model.Ballot {
	out := b.Ballot
	out.Accounts, out.Marks = []model.AccountID{b.Account}, make(map[string]model.Level, len(b.Marks))
	for key, level := range b.Marks {
		out.Marks[string(b.Account)+"/"+key] = level
	}
	return out
}

// jsonReason words an error of encoding/json with the line it is on.
func jsonReason(data []byte, err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	offset := int64(-1)
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
		if offset >= int64(len(data)) {
			err = words.Fail("document.ends-middle")
		} else {
			err = words.Fail("document.what-stands-there-no-json")
		}
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset < 0 || offset > int64(len(data)) {
		return err.Error()
	}
	return words.T("document.line", 1+bytes.Count(data[:offset], []byte("\n")), err)
}

// element writes one element of a list on a line of its own.
func element(b *bufio.Writer, i int, text []byte) {
	if i > 0 {
		b.WriteByte(',')
	}
	b.WriteByte('\n')
	b.Write(text)
}
