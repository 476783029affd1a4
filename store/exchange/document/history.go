package document

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// History is the past of a file as a document takes it along: snapshots, and the
// steps of its journal as the file keeps them.
type History struct {
	Format    int               // of the records inside the steps
	Snapshots []Kept            // the oldest first
	Steps     []json.RawMessage // one object each, described in docs/json.md
}

// Kept is a snapshot with its content.
type Kept struct {
	Name      string
	At        time.Time
	Day       model.Date
	Seq       uint64
	Portfolio *model.Portfolio
}

// Words tells how much there is.
func (h *History) Words() string { return historyWords(len(h.Snapshots), len(h.Steps)) }

func historyWords(snapshots, steps int) string {
	return words.T("document.and", snapshots, steps)
}

// keptLine is a snapshot in the document; its parts are named by their contents.
type keptLine struct {
	Name      string     `json:"name"`
	At        time.Time  `json:"at"`
	Day       model.Date `json:"day,omitzero"`
	Seq       uint64     `json:"seq,omitzero"`
	Programme string     `json:"programme"`
	Accounts  []string   `json:"accounts"`
}

// WriteWithHistory is Write with the past as a last member. What several
// snapshots have alike is there once.
func WriteWithHistory(w io.Writer, p *model.Portfolio, h *History) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := writeDocument(b, p); err != nil {
		return err
	}
	fmt.Fprintf(b, ",\n\"history\":{\"format\":%d,\n\"contents\":{", h.Format)
	lines, err := writeContents(b, h.Snapshots)
	if err != nil {
		return err
	}
	b.WriteString("\n},\n\"snapshots\":[")
	for i := range lines {
		line, err := marshal(lines[i])
		if err != nil {
			return err
		}
		element(b, i, line)
	}
	b.WriteString("\n],\n\"steps\":[")
	for i, s := range h.Steps {
		element(b, i, s)
	}
	b.WriteString("\n]}}\n")
	return b.Flush()
}

// writeContents writes every account and programme of the snapshots once, and
// gives the snapshots by the names of those.
func writeContents(b *bufio.Writer, all []Kept) ([]keptLine, error) {
	written, known := map[string]bool{}, map[*model.Account]string{}
	put := func(v any) (string, error) {
		text, err := marshal(v)
		if err != nil {
			return "", err
		}
		sum := sha256.Sum256(text)
		name := hex.EncodeToString(sum[:16])
		if !written[name] {
			element(b, len(written), append([]byte(`"`+name+`":`), text...))
			written[name] = true
		}
		return name, nil
	}
	var lines []keptLine
	for _, k := range all {
		line := keptLine{Name: k.Name, At: k.At.UTC(), Day: k.Day, Seq: k.Seq, Accounts: []string{}}
		var err error
		if line.Programme, err = put(k.Portfolio.Programme()); err != nil {
			return nil, err
		}
		for _, a := range k.Portfolio.Accounts() {
			if known[a] == "" {
				if known[a], err = put(a); err != nil {
					return nil, err
				}
			}
			line.Accounts = append(line.Accounts, known[a])
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// historyDocument is the last member of a document as it is read.
type historyDocument struct {
	Format    int                        `json:"format"`
	Contents  map[string]json.RawMessage `json:"contents"`
	Snapshots []keptLine                 `json:"snapshots"`
	Steps     []json.RawMessage          `json:"steps"`
}

// ReadWithHistory reads a document with its past; History is nil where it
// carries none. Snapshots are checked as the portfolio is.
func ReadWithHistory(r io.Reader) (*model.Portfolio, *History, error) {
	data, err := readAll(r)
	if err != nil {
		return nil, nil, err
	}
	p, err := Parse(data)
	if err != nil {
		return nil, nil, err
	}
	h, err := parseHistory(data)
	return p, h, err
}

const historyField = "history"

func parseHistory(data []byte) (*History, error) {
	doc, err := historyOf(data)
	if doc == nil || err != nil {
		return nil, err
	}
	h := &History{Format: doc.Format, Steps: doc.Steps}
	if h.Steps == nil {
		h.Steps = []json.RawMessage{}
	}
	accounts := map[string]*model.Account{}
	for _, line := range doc.Snapshots {
		p, err := doc.portfolio(line, accounts)
		if err != nil {
			return nil, words.Wrap(err, "document.the-snapshot", cells.Quote(line.Name))
		}
		h.Snapshots = append(h.Snapshots, Kept{cells.CleanLine(line.Name), line.At, line.Day, line.Seq, p})
	}
	return h, nil
}

// HistoryWords tells how much history a document carries, "" for none.
func HistoryWords(data []byte) (string, error) {
	doc, err := historyOf(data)
	if doc == nil || err != nil {
		return "", err
	}
	return historyWords(len(doc.Snapshots), len(doc.Steps)), nil
}

// historyOf reads the member alone, nil when there is none.
func historyOf(data []byte) (*historyDocument, error) {
	var doc struct {
		History *historyDocument `json:"history"`
	}
	if err := json.Unmarshal(withoutMark(data), &doc); err != nil {
		return nil, cells.Refuse(
			historyField,
			words.T("document.import-portfolio-alone-read-without"),
			words.T("document.history-cannot-read", jsonReason(data, err)),
		)
	}
	return doc.History, nil
}

// portfolio puts a snapshot together; accounts holds those read before.
func (d *historyDocument) portfolio(line keptLine, accounts map[string]*model.Account) (*model.Portfolio, error) {
	g, err := readProgramme(d.Contents[line.Programme], nil)
	if err != nil {
		return nil, err
	}
	var list []*model.Account
	for _, name := range line.Accounts {
		a := accounts[name]
		if a == nil {
			if err := json.Unmarshal(d.Contents[name], &a); err != nil || a == nil {
				return nil, cells.Refuse(historyField, "", words.T("document.content-missing-or-cannot-read", cells.Quote(name)))
			}
			cleanValue(a)
			if err := checkAccount(a); err != nil {
				return nil, err
			}
			accounts[name] = a
		}
		list = append(list, a)
	}
	if err := checkParents(list); err != nil {
		return nil, err
	}
	return model.NewPortfolio(g, list)
}
