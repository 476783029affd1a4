package words

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Say renders a message.
func (l *Language) Say(m Msg) string {
	if m.ID == "" {
		if len(m.Args) == 1 && m.Args[0].Kind == Text {
			return m.Args[0].Text
		}
		if len(m.Args) == 0 {
			return ""
		}
	}
	return l.render(m.ID, m.Args)
}

// T renders the text with this id, filled in.
func (l *Language) T(id string, args ...any) string {
	if len(args) == 0 {
		return l.render(id, nil)
	}
	var few [6]Arg // the caller's stack holds as many as nearly every sentence needs
	list := few[:0]
	for _, v := range args {
		list = append(list, argOf(v))
	}
	return l.render(id, list)
}

func (l *Language) render(id string, args []Arg) string {
	if len(args) == 0 {
		if t := l.find(id); t != nil && len(t.parts) == 1 && t.parts[0].lit != "" {
			return t.parts[0].lit
		}
	}
	buf := buffers.Get().(*[]byte)
	*buf = l.appendMsg((*buf)[:0], id, args)
	out := string(*buf)
	buffers.Put(buf)
	return out
}

// buffers are what sentences are put together in; a frame says hundreds.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 256); return &b }}

// appendMsg writes a message; one that no catalogue has shows its id.
func (l *Language) appendMsg(dst []byte, id string, args []Arg) []byte {
	if id == "" {
		return l.appendList(dst, args)
	}
	t := l.find(id)
	if t == nil {
		dst = append(append(append(dst, "‹"...), id...), "›"...)
		for i := range args {
			dst = l.appendArg(append(dst, ' '), &args[i])
		}
		return dst
	}
	return l.appendParts(dst, t.parts, args)
}

func (l *Language) appendParts(dst []byte, parts []part, args []Arg) []byte {
	for i := range parts {
		switch p := &parts[i]; {
		case p.lit != "":
			dst = append(dst, p.lit...)
		case p.arg >= len(args): // a message of a newer or a damaged file: what is missing is seen
			dst = append(dst, "…"...)
		case p.forms != nil:
			dst = l.appendParts(dst, l.chosen(p.forms, &args[p.arg]), args)
		case p.spec != "":
			dst = l.appendSpecial(dst, p, &args[p.arg])
		default:
			dst = l.appendArg(dst, &args[p.arg])
		}
	}
	return dst
}

func (l *Language) appendArg(dst []byte, a *Arg) []byte {
	switch a.Kind {
	case Count:
		return l.appendWhole(dst, a.Num)
	case Number:
		return l.appendNumber(dst, a.Num, int(a.Decimals), false)
	case Percent:
		share := l.appendNumber(nil, 100*a.Num, int(a.Decimals), false)
		return fill(dst, l.percent, string(share))
	case Day:
		return l.appendDay(dst, a.Text)
	case Word:
		return append(dst, l.Word(a.Text)...)
	case Nested:
		return l.appendMsg(dst, a.Text, a.List)
	case List:
		return l.appendList(dst, a.List)
	}
	return append(dst, a.Text...)
}

// appendSpecial writes a value in a form of its own.
func (l *Language) appendSpecial(dst []byte, p *part, a *Arg) []byte {
	from := len(dst)
	number := a.Kind == Count || a.Kind == Number || a.Kind == Percent
	switch p.spec[len(p.spec)-1] {
	case 'd', 'x', 'X', 'c':
		if number {
			return l.separate(fmt.Appendf(dst, p.spec, int64(a.Num)), from, p.group)
		}
	case 'f', 'e', 'g':
		if number {
			return l.separate(fmt.Appendf(dst, p.spec, a.Num), from, p.group)
		}
	case 'q', 's':
		return fmt.Appendf(dst, p.spec, string(l.appendArg(nil, a)))
	}
	if a.Kind == Text && p.spec[len(p.spec)-1] == 'x' {
		return fmt.Appendf(dst, p.spec, a.Text)
	}
	return l.appendArg(dst, a)
}

func (l *Language) appendDay(dst []byte, iso string) []byte {
	f := strings.Split(iso, "-")
	if len(f) != 3 {
		return append(dst, iso...)
	}
	m, err := strconv.Atoi(f[1])
	if err != nil || m < 1 || m > len(l.months) {
		return append(dst, iso...)
	}
	return fill(dst, l.day, strings.TrimLeft(f[2], "0"), l.months[m-1], strings.TrimLeft(f[0], "0"))
}

// appendList joins a, b and c.
func (l *Language) appendList(dst []byte, items []Arg) []byte {
	if len(items) == 0 {
		return dst
	}
	said := string(l.appendArg(nil, &items[0]))
	for i := 1; i < len(items); i++ {
		how := l.list
		if i == len(items)-1 {
			how = l.last
		}
		said = string(fill(nil, how, said, string(l.appendArg(nil, &items[i]))))
	}
	return append(dst, said...)
}

// fill puts texts into one of the language's own shapes.
func fill(dst []byte, t *template, texts ...string) []byte {
	for i := range t.parts {
		p := &t.parts[i]
		if p.lit == "" && p.arg < len(texts) {
			dst = append(dst, texts[p.arg]...)
			continue
		}
		dst = append(dst, p.lit...)
	}
	return dst
}
