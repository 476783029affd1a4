package doors

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"accord/model"
	"accord/model/session"
	"accord/model/words"
	"accord/store"
	"accord/store/exchange/document"
	"accord/store/exchange/export"
	"accord/ui/cli"
)

func history(path string, limit int, account model.AccountID) ([]cli.Step, error) {
	steps, err := store.HistoryOf(path, limit, account, keys)
	var out []cli.Step
	for _, s := range steps {
		out = append(
			out,
			cli.Step{
				Seq:      s.Seq,
				At:       s.At,
				Kind:     s.Kind.String(),
				Label:    s.Label.Here(),
				Field:    s.Place.Field,
				Facts:    s.Facts,
				Accounts: s.Account,
				Group:    s.Group,
				Edit:     s.Fact,
				Called:   s.Names,
			},
		)
		if s.Facts > 0 {
			out[len(out)-1].Fact = s.Fact.String()
		}
	}
	return out, err
}

// keepSnapshot keeps what is in a file now under a name.
func keepSnapshot(path, name string, day model.Date) (session.Moment, error) {
	f, err := store.Open(path, options(path, nil))
	if err != nil {
		return session.Moment{}, err
	}
	p, seq, err := f.Load()
	var s store.Snapshot
	if err == nil {
		s, err = f.Keep(p, name, day, seq)
	}
	return snapshotMoment(s), errors.Join(err, f.Close(0))
}

func snapshotMoment(s store.Snapshot) session.Moment {
	return session.Moment{Seq: s.Seq, Snapshot: s.ID, Name: s.Name, At: s.At, Day: s.Day, Accounts: s.Accounts}
}

// browse looks into the past of a file.
func browse(path string, look func(cli.Past) error) error {
	var said error // of the one who looks; any other is one of the file
	err := store.Browse(path, keys, func(f *store.File, now *model.Portfolio, seq uint64) error {
		kept, err := f.Snapshots()
		if err != nil {
			return err
		}
		state, err := f.Hidden()
		if err != nil {
			return err
		}
		past := cli.Past{Now: now, Snapshot: f.Snapshot, Hidden: state != ""}
		for _, s := range kept {
			past.Snapshots = append(past.Snapshots, snapshotMoment(s))
		}
		past.EndOf = func(day model.Date) (*model.Portfolio, error) {
			steps, err := f.History(0, "")
			if err != nil {
				return nil, err
			}
			if n := len(steps); n > 0 && steps[n-1].Seq == 1 && day.Before(model.DateOf(steps[n-1].At.Local())) {
				// what the file began with was in no file on that day, so it had no scores then
				return model.EmptyPortfolio().Under(now.Programme()), nil
			}
			after := uint64(0)
			for _, s := range steps {
				if !day.Before(model.DateOf(s.At.Local())) {
					after = max(after, s.Seq)
				}
			}
			return f.At(now, seq, after)
		}
		said = look(past)
		return nil
	})
	if said != nil {
		return said
	}
	return err
}

func exportTables(e cli.Export) error {
	return olderForCommands(outputOf(e.Output).Write(func(w io.Writer) error {
		return export.Write(
			w,
			strings.ToLower(strings.TrimPrefix(filepath.Ext(e.Path), ".")),
			export.Request{What: e.What, Scores: e.Scores, Of: e.Account, NoBOM: e.NoBOM},
		)
	}))
}

// errVoting is why the past of a file is not written now.
var errVoting = words.Fail("doors.blind-rating-open-history-holds")

// exportAll writes everything and its past; one whose names are hidden only when
// that is asked for.
func exportAll(to cli.Output, reveal bool) (string, error) {
	o, hidden := options(to.File, nil), false
	o.OnHidden = func(string) { hidden = true }
	p, c, err := store.CarryOf(to.File, o)
	if err != nil {
		return "", err
	}
	if hidden && !reveal {
		return "", cli.ErrHidden
	}
	if p.Programme().Voting() != nil {
		return "", errVoting
	}
	h := &document.History{Format: c.Format, Steps: c.Steps}
	for _, k := range c.Snapshots {
		h.Snapshots = append(h.Snapshots, document.Kept(k))
	}
	err = outputOf(to).Write(func(w io.Writer) error { return document.WriteWithHistory(w, p, h) })
	return h.Words(), olderForCommands(err)
}

// revive makes a new file from what exportAll wrote.
func revive(path, from string) (cli.Keeper, error) {
	doc, err := os.Open(from)
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	p, h, err := document.ReadWithHistory(doc)
	if err != nil {
		return nil, err
	}
	c := &store.Carried{Format: h.Format, Steps: h.Steps}
	for _, k := range h.Snapshots {
		c.Snapshots = append(c.Snapshots, store.Kept(k))
	}
	return keep(store.CreateWith(path, p, c, options(path, nil)))
}

func noVersion() string { return words.T("doors.name-file-or-json-export") }

// firstLetter is the first byte of a file behind spaces and the mark of UTF-8; of
// an empty one it is a space.
func firstLetter(f *os.File) byte {
	head := make([]byte, 64)
	n, _ := f.ReadAt(head, 0)
	head = bytes.TrimLeft(bytes.TrimPrefix(head[:n], []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(head) == 0 {
		return ' '
	}
	return head[0]
}

// versionOf reads another version of a portfolio: an export, or a file of ours.
func versionOf(path string) (*model.Portfolio, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &model.Problem{
			Field:    path,
			Sentence: words.T("doors.cannot-read", reason(err)),
			Hint:     words.T("doors.check-name-folder"),
		}
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &model.Problem{Field: path, Sentence: words.T("doors.this-folder"), Hint: noVersion()}
	}
	switch head := firstLetter(f); head {
	case 0: // a database begins with the number of its first page
		return read(path)
	case '{':
	default:
		return nil, &model.Problem{Field: path, Sentence: words.T("doors.this-neither-file-accord-nor"), Hint: noVersion()}
	}
	p, err := document.Read(f)
	var problem *model.Problem
	if errors.As(err, &problem) {
		problem.Field = filepath.Base(path) + ": " + problem.Field
	}
	return p, err
}

// reason strips the path from a file error; the user knows it already.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
