package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// importJob is a file to read in the background.
type importJob struct {
	number  uint64 // of the request; the answer carries it
	request ImportRequest
}

// importReadMsg is the answer of the background: what the file would do.
type importReadMsg struct {
	number  uint64
	preview *ImportPreview
	err     error
}

// startImport reads beside the screen. Nobody waits for it: an answer nobody
// asks for any more is dropped.
func (a *App) startImport(job *importJob) tea.Cmd {
	read := a.ports.Preview
	if read == nil {
		return a.imported(importReadMsg{number: job.number, err: errNoReader})
	}
	return func() tea.Msg {
		p, err := read(job.request)
		return importReadMsg{job.number, p, err}
	}
}

type importError string

func (e importError) Error() string { return string(e) }

const errNoReader = importError("This copy of Accord was built without a reader of files.")

func (m importReadMsg) arrive(a *App) tea.Cmd { return a.imported(m) }

// imported hands the answer to the importer that waits for it.
func (a *App) imported(m importReadMsg) tea.Cmd {
	for _, o := range a.overlays {
		if imp, ok := o.(*importer); ok && imp.waiting != 0 && imp.waiting == m.number {
			imp.answer(m)
		}
	}
	return nil
}

// realPath is what a typed, pasted or dropped path means: quotes and escapes of
// a shell go, ~ is the home directory.
func realPath(typed string) string {
	p := strings.TrimSpace(typed)
	if u, err := url.Parse(p); err == nil && u.Scheme == "file" {
		return filepath.FromSlash(u.Path)
	}
	if n := len(p); n >= 2 && (p[0] == '\'' || p[0] == '"') && p[n-1] == p[0] {
		p = p[1 : n-1]
	}
	// an absolute path typed behind the folder that stood there means itself
	if i := strings.LastIndex(p, "//"); i > 0 && filepath.Separator == '/' {
		p = p[i+1:]
	}
	if rest, ok := strings.CutPrefix(p, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			p = home + rest
		}
	}
	if _, err := os.Stat(p); err != nil && filepath.Separator == '/' && strings.Contains(p, `\`) {
		if plain := strings.ReplaceAll(p, `\`, ""); plain != p {
			if _, err := os.Stat(plain); err == nil {
				return plain
			}
		}
	}
	return p
}

// maxNames bounds how much of a directory completion looks at.
const maxNames = 2000

// complete goes on with a path as far as the names in its directory leave no
// choice, and lists the names where they do.
func complete(typed string) (longer string, names []string) {
	dir, base := splitPath(typed)
	where := realPath(dir)
	if where == "" {
		where = "."
	}
	d, err := os.Open(where)
	if err != nil {
		return typed, nil
	}
	defer func() { _ = d.Close() }()
	entries, _ := d.ReadDir(maxNames)
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(strings.ToLower(name), strings.ToLower(base)) || name[0] == '.' && base == "" {
			continue
		}
		if e.IsDir() {
			name += string(filepath.Separator)
		}
		names = append(names, name)
	}
	slices.Sort(names)
	if len(names) == 0 {
		return typed, nil
	}
	if p := commonPrefix(names); len(p) >= len(base) {
		return dir + p, names
	}
	return typed, names
}

// splitPath cuts a path behind its last separator.
func splitPath(p string) (dir, base string) {
	i := strings.LastIndexFunc(p, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) })
	return p[:i+1], p[i+1:]
}

// commonPrefix is what all names begin with, cut between letters.
func commonPrefix(names []string) string {
	first := []rune(names[0])
	for _, n := range names[1:] {
		r := []rune(n)
		k := 0
		for k < len(first) && k < len(r) && first[k] == r[k] {
			k++
		}
		first = first[:k]
	}
	return string(first)
}
