package exchange

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// folderLimit bounds how many files of a folder are read.
const folderLimit = 200

// Gather gives the files to read in the order in which one helps the next:
// our own lists, then accounts before contacts before transactions. A folder stands for the files in
// it. Of several files those whose headings are no export of anything are left
// out, with a sentence each.
func Gather(paths []string, p *model.Portfolio, o Options) (files, left []string, err error) {
	type found struct {
		path string
		rank int
	}
	var all []found
	for _, path := range paths {
		names, folder, err := inFolder(path)
		if err != nil {
			return nil, nil, err
		}
		if len(paths) == 1 && !folder {
			return paths, nil, nil
		}
		before := len(all)
		for _, name := range names {
			kind, err := kindOf(name, p, o)
			var unread *UnreadError
			if err != nil && (folder || errors.As(err, &unread)) {
				left = append(left, notUsed(name, err))
				continue
			}
			rank := math.MaxInt // reading it will say what is wrong
			if err == nil {
				rank = rowOf(kind).early
			}
			if !slices.ContainsFunc(all, func(f found) bool { return f.path == name }) {
				all = append(all, found{name, rank})
			}
		}
		if folder && len(all) == before {
			none := cells.Refuse(
				filepath.Base(path),
				words.T("exchange.put-exports-into-such-as"),
				words.T("exchange.this-folder-no-file-can"),
			)
			if len(paths) == 1 {
				return nil, left, none
			}
			left = append(left, words.T("exchange.not-used-2", filepath.Base(path), none.Sentence))
		}
	}
	if len(all) == 0 {
		return paths[:1], nil, nil // reading the first says what is wrong with it
	}
	slices.SortStableFunc(all, func(a, b found) int { return a.rank - b.rank })
	for _, f := range all {
		files = append(files, f.path)
	}
	return files, left, nil
}

// notUsed says why a file of several is left out.
func notUsed(path string, err error) string {
	why := strings.TrimPrefix(err.Error(), filepath.Base(path)+": ")
	var p *model.Problem
	if errors.As(err, &p) {
		why = p.Sentence
	}
	said := words.T("exchange.not-used-2", filepath.Base(path), why)
	var strange *strangeError
	if errors.As(err, &strange) {
		said += " " + words.T("exchange.import-alone-say-where-columns")
	}
	return said
}

// inFolder lists the files of a folder that may be exports; a file is itself.
func inFolder(path string) (names []string, folder bool, err error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, false, nil // reading it says what is wrong
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, true, cells.Refuse(
			filepath.Base(path),
			words.T("exchange.check-folders-permissions"),
			fmt.Sprintf("%v", cells.Reason(err)),
		)
	}
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
			!slices.Contains(endings(), strings.ToLower(filepath.Ext(name))) {
			continue
		}
		names = append(names, filepath.Join(path, name))
	}
	if len(names) > folderLimit {
		return nil, true, cells.Refuse(
			filepath.Base(path),
			words.T("exchange.name-files-one-by-one"),
			words.T("exchange.there-more-than-files-this", folderLimit),
		)
	}
	return names, true, nil
}

// headSize is how much of a text file is read to find out what it holds.
const headSize = 1 << 18

// kindOf finds out what a file holds without reading all of it.
func kindOf(path string, p *model.Portfolio, o Options) (Kind, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return "", cells.Refuse(name, words.T("exchange.check-name-folder"), fmt.Sprintf("%v", cells.Reason(err)))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, headSize))
	if err != nil {
		return "", err
	}
	if k := documentOf(data, name, o.Kind); k != nil {
		if err := k.document.head(data, name); err != nil {
			return "", err
		}
		return k.kind, nil
	}
	if formatOf(data).whole {
		rest, err := io.ReadAll(io.LimitReader(f, cells.MaxSize))
		if err != nil {
			return "", err
		}
		data = append(data, rest...)
	}
	text, _, err := textOf(data, name)
	if err != nil {
		return "", err
	}
	text, delim, skip := csv.SepLine(text)
	o = o.recall(text, p.Programme())
	lexicons, err := lexiconsFor(p.Programme(), o)
	if err != nil {
		return "", err
	}
	h, err := sniff(text, name, delim, skip, o.Headings, lexicons)
	if err != nil {
		return "", &UnreadError{Err: err}
	}
	return h.lex.kind, nil
}
