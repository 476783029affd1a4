package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// insert puts text at the caret; line breaks in it make paragraphs.
func (p *Prose) insert(text string) bool {
	text = clean(text, inputText)
	if text == "" {
		return false
	}
	q := p.para()
	head, tail := q.text[:p.at], q.text[p.at:]
	parts := strings.Split(text, "\n")
	last := len(parts) - 1
	made := make([]para, len(parts))
	for i, t := range parts {
		made[i].text = t
	}
	made[0].text = head + made[0].text
	at := len(made[last].text)
	made[last].text += tail
	p.replace(p.p, p.p+1, made)
	p.p, p.at = p.p+last, at
	p.settle()
	return true
}

// replace puts paragraphs in the place of from…to.
func (p *Prose) replace(from, to int, with []para) {
	if len(with) == 1 && to == from+1 {
		p.paras[from] = with[0] // the common key: no copying
		return
	}
	out := make([]para, 0, len(p.paras)-to+from+len(with))
	out = append(out, p.paras[:from]...)
	out = append(out, with...)
	p.paras = append(out, p.paras[to:]...)
}

// settle moves the caret to a cluster boundary: what was joined by an edit
// may have become one character.
func (p *Prose) settle() {
	p.at = boundary(p.para().text, p.at)
}

// boundary is the first cluster boundary of s at or after byte n. It starts
// near n, behind a space, where a boundary is certain.
func boundary(s string, n int) int {
	at := max(0, strings.LastIndexByte(s[:n], ' '))
	for at < n {
		at += firstCluster(s[at:])
	}
	return at
}

// clusterBefore is the start of the cluster that ends at byte n of s.
func clusterBefore(s string, n int) int {
	at := max(0, strings.LastIndexByte(s[:max(0, n-1)], ' '))
	for at < n {
		next := at + firstCluster(s[at:])
		if next >= n {
			return at
		}
		at = next
	}
	return at
}

// cut removes bytes from…to of the caret's paragraph.
func (p *Prose) cut(from, to int) bool {
	if from >= to {
		return false
	}
	q := p.para()
	p.paras[p.p] = para{text: q.text[:from] + q.text[to:]}
	p.at = from
	p.settle()
	return true
}

// join appends the next paragraph to the caret's, the caret between them.
func (p *Prose) join() bool {
	if p.p+1 >= len(p.paras) {
		return false
	}
	at := len(p.para().text)
	joined := para{text: p.para().text + p.paras[p.p+1].text}
	p.replace(p.p, p.p+2, []para{joined})
	p.at = at
	p.settle()
	return true
}

func (p *Prose) backspace() bool {
	if p.at > 0 {
		return p.cut(clusterBefore(p.para().text, p.at), p.at)
	}
	if p.p == 0 {
		return false
	}
	p.p--
	return p.join()
}

func (p *Prose) delete() bool {
	text := p.para().text
	if p.at < len(text) {
		return p.cut(p.at, p.at+firstCluster(text[p.at:]))
	}
	return p.join()
}

// killToEnd removes the rest of the paragraph, or its line break.
func (p *Prose) killToEnd() bool {
	if n := len(p.para().text); p.at < n {
		return p.cut(p.at, n)
	}
	return p.join()
}

func (p *Prose) killWord() bool {
	if p.at == 0 {
		return p.backspace()
	}
	return p.cut(p.wordBefore(), p.at)
}

// wordBefore is the byte where the word before the caret starts.
func (p *Prose) wordBefore() int {
	s := strings.TrimRightFunc(p.para().text[:p.at], unicode.IsSpace)
	n := strings.LastIndexFunc(s, unicode.IsSpace)
	if n < 0 {
		return 0
	}
	_, w := utf8.DecodeRuneInString(s[n:])
	return boundary(p.para().text, n+w)
}

// wordAfter is the byte where the word after the caret ends.
func (p *Prose) wordAfter() int {
	s := p.para().text
	rest := strings.TrimLeftFunc(s[p.at:], unicode.IsSpace)
	n := strings.IndexFunc(rest, unicode.IsSpace)
	if n < 0 {
		return len(s)
	}
	return boundary(s, len(s)-len(rest)+n)
}

// cutRunes is the first n code points of s.
func cutRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

func hasLetters(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
