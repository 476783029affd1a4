package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/report"
	"accord/store/exchange"
	"accord/store/exchange/export"
	"accord/store/exchange/papers"
)

// formatOf is the format of what writers call so.
func formatOf(name string) string {
	switch name {
	case "everything.json", "anonymous.json", "history.json":
		return FormatPortfolio
	}
	return strings.TrimPrefix(filepath.Ext(name), ".")
}

// allPapers are everything that leaves the program as a file, for both audiences.
func allPapers(t *testing.T) map[string][]byte {
	t.Helper()
	s := sampleScores(t)
	out := map[string][]byte{}
	keep := func(name string, write func(io.Writer) error) {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if b.Len() > 0 {
			out[name] = b.Bytes()
		}
	}
	for name, write := range writers(s) {
		keep(name, write)
	}
	now := model.Snapshot{Portfolio: s.Portfolio(), Date: s.Today()}
	for _, format := range papers.Formats() {
		for _, k := range report.Kinds() {
			if r, ok := report.Build(k.Key, report.Customer, s, s.Portfolio().At(0).ID); ok && (format != "ics" || len(r.Days) > 0) {
				keep("customer "+k.Key+"."+format, func(w io.Writer) error { return papers.Write(w, format, r) })
			}
		}
		if format != "ics" {
			keep("changed."+format, func(w io.Writer) error { return papers.Write(w, format, report.Changed(now, s)) })
		}
		if format != "ics" && format != "csv" {
			keep("tables."+format, func(w io.Writer) error {
				return export.Write(w, format, export.Request{What: export.Tables(), Scores: s})
			})
		}
	}
	keep("no mark.csv", func(w io.Writer) error {
		return export.WriteCSV(w, s.Portfolio(), s, "accounts", false)
	})
	out["problems.csv"] = (&exchange.Preview{File: "a.csv", Problems: []exchange.Problem{{Line: 3, Sentence: "no"}}}).ProblemsCSV()
	return out
}

// papersOfAll are all formats of papers.
func papersOfAll() []string {
	return append(papers.Formats(), FormatPortfolio, FormatPack, FormatSVG)
}

// Every paper is known again as one of its format and of no other, and is replaced
// only when somebody agreed.
func TestEveryPaperIsKnownAgain(t *testing.T) {
	dir := t.TempDir()
	for name, text := range allPapers(t) {
		path := filepath.Join(dir, name)
		put(t, path, text)
		for _, format := range papersOfAll() {
			o := File{Path: path, Format: format}
			err := o.Check()
			var older *OlderError
			if mine := format == formatOf(name); errors.As(err, &older) != mine || mine && older.Path != path {
				t.Errorf("%s as %s: %v", name, format, err)
			}
		}
		o := File{Path: path, Format: formatOf(name), Over: true}
		if err := o.Write(writes("new")); err != nil || content(t, path) != "new" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What somebody else made, or changed in another program, is never replaced.
func TestWhatIsNoPaperOfOursStays(t *testing.T) {
	dir := t.TempDir()
	all := allPapers(t)
	others := map[string][]byte{
		"notes.md":    []byte("# Notes\n\nMeeting of 24 Nov 2026\n"),
		"titled.md":   []byte("# Portfolio\n\nwhat I own\n"),
		"web.html":    []byte("<!doctype html>\n<html lang=\"en\">\n<p>mine"),
		"crm.csv":     []byte("\ufeffAccount,Amount\r\nAlpha,1\r\n"),
		"ids.csv":     []byte("Account id,Owner\r\na,b\r\n"),
		"lf.csv":      bytes.ReplaceAll(all["accounts.csv"], []byte("\r\n"), []byte("\n")),
		"other.ics":   []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n"),
		"other.json":  []byte(`{"title": "x", "subtitle": "y", "about": "z"}`),
		"draw.svg":    []byte("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n</svg>"),
		"picture.png": []byte("\x89PNG\r\n\x1a\n0000"),
		"letter.docx": []byte("PK\x03\x04letter"),
		"cut.xlsx":    all["plan.xlsx"][:len(all["plan.xlsx"])-200],
		"script.sh":   []byte("#!/bin/sh\n"),
	}
	for name, text := range others {
		path := filepath.Join(dir, name)
		put(t, path, text)
		for _, format := range papersOfAll() {
			for _, over := range []bool{false, true} {
				o := File{Path: path, Format: format, Over: over}
				var never *RefusedError
				if err := o.Write(writes("new")); !errors.As(err, &never) || !strings.Contains(err.Error(), "not written by Accord as "+paperName(format)) {
					t.Errorf("%s as %s: %v", name, format, err)
				}
			}
		}
		if content(t, path) != string(text) {
			t.Errorf("%s is gone", name)
		}
	}
}

// However it is named, the open file, any other portfolio and what is being read
// stay, whatever somebody agrees to.
func TestPortfoliosAndInputsStay(t *testing.T) {
	dir := t.TempDir()
	data, other, rescue, input := filepath.Join(dir, "data.db"), filepath.Join(dir, "other.html"), filepath.Join(dir, "r.jsonl"), filepath.Join(dir, "in.csv")
	database(t, data, 4096)
	database(t, other, 16384)
	half := filepath.Join(dir, "half.html") // its first header is gone
	database(t, half, 4096)
	f, err := os.OpenFile(half, os.O_WRONLY, 0)
	if err == nil {
		_, err = f.WriteAt(make([]byte, 4096), 0)
		f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	put(t, rescue, []byte(`{"accord_rescue":1,"file":"x"}`+"\n"))
	put(t, input, allPapers(t)["accounts.csv"])
	spoilt := filepath.Join(dir, "spoilt.db") // the open file, of which nothing can be told by what is in it
	put(t, spoilt, make([]byte, 8192))
	hard, soft, chain := filepath.Join(dir, "hard.html"), filepath.Join(dir, "soft.html"), filepath.Join(dir, "chain.html")
	sub := filepath.Join(dir, "sub")
	for _, err := range []error{os.Link(data, hard), os.Symlink("data.db", soft), os.Symlink("soft.html", chain), os.Mkdir(sub, 0o700), os.Symlink(dir, filepath.Join(sub, "up"))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	open, err := os.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	names := map[string]string{data: "that is open", "data.db": "that is open", "./sub/../data.db": "that is open", hard: "that is open", soft: "that is open", chain: "that is open",
		filepath.Join(sub, "up", "data.db"): "that is open", other: "with a portfolio", half: "with a portfolio", rescue: "with a portfolio", input: "being read"}
	if fd := fmt.Sprintf("/proc/self/fd/%d", open.Fd()); exists(fd) {
		names[fd] = "that is open"
	}
	before := map[string]string{}
	for name := range names {
		before[name] = content(t, name)
	}
	for name, why := range names {
		for _, format := range papersOfAll() {
			o := File{Path: name, Format: format, Over: true, Data: data, Inputs: []string{"", "nothing", input}}
			var never *RefusedError
			if err := o.Write(writes("new")); !errors.As(err, &never) || !strings.Contains(err.Error(), why) {
				t.Errorf("%s as %s: %v", name, format, err)
			}
		}
	}
	o := File{Path: spoilt, Format: "csv", Over: true, Data: spoilt}
	if err := o.Write(writes("new")); err == nil || !strings.Contains(err.Error(), "that is open") {
		t.Errorf("a damaged file that is open: %v", err)
	}
	for name := range names {
		if content(t, name) != before[name] {
			t.Errorf("%s was written to", name)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".accord-*")); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

// The name of a portfolio that is only about to be made is not free either.
func TestTheNameOfAFileToBeMadeIsTaken(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.Symlink("new.db", "link.csv"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"new.db", filepath.Join(dir, "new.db"), "NEW.db", "link.csv"} {
		o := File{Path: name, Format: "csv", Data: "new.db"}
		if err := o.Write(writes("x")); err == nil || !strings.Contains(err.Error(), "the portfolio file itself") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left are %v", left)
	}
}

// Folders, devices, pipes and sockets are no papers; nothing takes their place.
func TestWhatIsNoFileStays(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir) // the name of a socket must be short
	socket, err := net.Listen("unix", "s")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = socket.Close() })
	put(t, "locked.csv", allPapers(t)["accounts.csv"])
	gone, err := os.Create("gone.csv")
	if err == nil {
		err = errors.Join(os.Chmod("locked.csv", 0o400), os.Symlink("ring", "ring"), os.Remove("gone.csv"))
	}
	if err != nil {
		t.Fatal(err)
	}
	defer gone.Close()
	cases := map[string]string{dir: "a folder", ".": "a folder", "": "empty", "s": "device or a pipe", os.DevNull: "device or a pipe", "none/x.csv": "there is no folder", "none/": "there is no folder", "ring": "",
		"locked.csv": "read-only", "locked.csv/x": ""}
	if fd := fmt.Sprintf("/proc/self/fd/%d", gone.Fd()); exists(fd) {
		cases[fd], cases["/proc/self/none"], cases["/dev/fd/none"] = "not the name of a file", "", ""
	}
	for name, why := range cases {
		was, _ := os.Lstat(name)
		o := File{Path: name, Format: "csv", Over: true}
		if err := o.Write(writes("new")); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %v", name, err)
		}
		if is, _ := os.Lstat(name); was != nil && (is == nil || !os.SameFile(was, is)) {
			t.Errorf("%q is another now", name)
		}
	}
}

// A link stays a link, a paper keeps its rights, a new one is the user's alone.
func TestWhereAPaperGoes(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	put(t, "old.csv", allPapers(t)["accounts.csv"])
	if err := errors.Join(os.Chmod("old.csv", 0o640), os.Mkdir("sub", 0o700), os.Symlink("../old.csv", "sub/to old.csv"), os.Symlink("new.csv", "sub/to new.csv"), os.WriteFile("empty.csv", nil, 0o644)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct {
		path string
		mode fs.FileMode
	}{"sub/to old.csv": {"old.csv", 0o640}, "sub/to new.csv": {"sub/new.csv", 0o600}, "plain.csv": {"plain.csv", 0o600}, "empty.csv": {"empty.csv", 0o644}} {
		o := File{Path: name, Format: "csv", Over: strings.Contains(name, "old")}
		if err := o.Write(writes("new")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		st, err := os.Lstat(want.path)
		if err != nil || st.Mode() != want.mode || content(t, want.path) != "new" {
			t.Errorf("%s: %v %v", name, st.Mode(), err)
		}
		if st, _ := os.Lstat(name); strings.Contains(name, " ") && st.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more", name)
		}
	}
}

// What happens while a paper is written decides too: a file that came meanwhile is
// not replaced unasked, and one that became a portfolio not at all.
func TestWhatComesWhileAPaperIsWritten(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "p.csv")
	paper := allPapers(t)["accounts.csv"]
	o := File{Path: path, Format: "csv"}
	var older *OlderError
	err := o.Write(func(w io.Writer) error { put(t, path, paper); return writes("new")(w) })
	if !errors.As(err, &older) || content(t, path) != string(paper) {
		t.Errorf("%v", err)
	}
	o.Over = true
	err = o.Write(func(w io.Writer) error {
		if err := os.Remove(path); err != nil {
			return err
		}
		database(t, path, 4096)
		return writes("new")(w)
	})
	if err == nil || !strings.Contains(err.Error(), "with a portfolio") {
		t.Errorf("%v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left are %v", left)
	}
}

func database(t *testing.T, path string, page int) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{PageSize: page})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func writes(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

func put(t *testing.T, path string, text []byte) {
	t.Helper()
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func exists(path string) bool { _, err := os.Lstat(path); return err == nil }
