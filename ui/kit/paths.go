package kit

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// RealPaths is what was typed as files to import: one path, which may hold
// blanks, or several with blanks between them, quoted where they hold one.
func RealPaths(typed string) []string {
	whole := RealPath(typed)
	if whole == "" {
		return nil
	}
	if _, err := os.Stat(whole); err == nil {
		return []string{whole}
	}
	var out []string
	for _, w := range shellWords(typed) {
		out = append(out, RealPath(w))
	}
	if len(out) < 2 {
		return []string{whole}
	}
	if _, err := os.Stat(out[0]); err != nil {
		return []string{whole}
	}
	return out
}

// shellWords takes a line apart at its blanks, as a shell does: what stands in
// quotes, or behind a backslash, is no end of a word.
func shellWords(line string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	escaped := false
	for _, r := range line {
		switch {
		case escaped:
			escaped = false
			word.WriteRune(r)
		case r == '\\' && filepath.Separator == '/':
			escaped = true
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote = r
		case quote == 0 && unicode.IsSpace(r):
			if word.Len() > 0 {
				words = append(words, word.String())
				word.Reset()
			}
		default:
			word.WriteRune(r)
		}
	}
	if word.Len() > 0 {
		words = append(words, word.String())
	}
	return words
}

// RealPath is what a typed, pasted or dropped path means: quotes and escapes of
// a shell go, ~ is the home directory.
func RealPath(typed string) string {
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

// Complete goes on with a path as far as the names in its directory leave no
// choice, and lists the names where they do.
func Complete(typed string) (longer string, names []string) {
	if before, last := lastPath(typed); before != "" {
		longer, names = Complete(last)
		return before + strings.ReplaceAll(strings.ReplaceAll(longer, `\ `, " "), " ", `\ `), names
	}
	dir, base := SplitPath(typed)
	where := RealPath(dir)
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

// lastPath parts the last of several paths from those before it; before is "" when
// there is one.
func lastPath(typed string) (before, last string) {
	words := shellWords(typed)
	if len(words) == 0 || filepath.Separator != '/' {
		return "", typed
	}
	if _, err := os.Stat(RealPath(typed)); err == nil {
		return "", typed
	}
	if _, err := os.Stat(RealPath(words[0])); err != nil {
		return "", typed
	}
	escaped := false
	at := 0
	for i, r := range typed {
		if r == ' ' && !escaped {
			at = i + 1
		}
		escaped = r == '\\'
	}
	return typed[:at], strings.ReplaceAll(typed[at:], `\ `, " ")
}

// SplitPath cuts a path behind its last separator.
func SplitPath(p string) (dir, base string) {
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
