package words

import (
	"fmt"
	"strconv"
	"strings"
)

// template is a text of the catalogue in pieces.
type template struct {
	parts []part
	args  int // how many things it fills in
}

// part is a piece of a text: letters, or something that is filled in.
type part struct {
	lit   string
	arg   int    // which, when lit is empty
	spec  string // a form of its own, such as %.1f
	group bool   // with separators between thousands, when there is a spec
	forms []form // by number
}

// form is one of the texts a number chooses from.
type form struct {
	exact bool // for exactly this number
	is    float64
	parts []part
}

// parse reads a text of the catalogue.
func parse(text string) (*template, error) {
	p := reader{text: text}
	parts, err := p.run("", -1, part{})
	if err == nil && p.at < len(text) {
		err = fmt.Errorf("%q: a } that closes nothing", text)
	}
	if err != nil {
		return nil, err
	}
	return &template{parts: parts, args: p.args}, nil
}

type reader struct {
	text string
	at   int
	args int
}

// run reads up to one of the signs in stop. Inside a form count is the place whose
// number # stands for, else -1.
func (p *reader) run(stop string, count int, number part) ([]part, error) {
	var out []part
	var lit strings.Builder
	flush := func() {
		if lit.Len() > 0 {
			out = append(out, part{lit: lit.String()})
			lit.Reset()
		}
	}
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '}' && stop == "":
			return nil, fmt.Errorf("%q: a } that closes nothing", p.text)
		case strings.IndexByte(stop, c) >= 0:
			flush()
			return out, nil
		case c == '\\' && p.at+1 < len(p.text):
			lit.WriteByte(escaped(p.text[p.at+1]))
			p.at += 2
		case c == '#' && count >= 0:
			flush()
			out = append(out, number)
			p.at++
		case c == '{':
			flush()
			next, err := p.place()
			if err != nil {
				return nil, err
			}
			out = append(out, next)
		default:
			lit.WriteByte(c)
			p.at++
		}
	}
	if stop != "" {
		return nil, fmt.Errorf("%q: a { that nothing closes", p.text)
	}
	flush()
	return out, nil
}

func escaped(c byte) byte {
	switch c {
	case 'n':
		return '\n'
	case 't':
		return '\t'
	case 's':
		return ' '
	}
	return c
}

// place reads {0 name:.1f|one|# many} from its bracket on.
func (p *reader) place() (part, error) {
	head := p.text[p.at+1:]
	end := strings.IndexAny(head, "|}")
	if end < 0 {
		return part{}, fmt.Errorf("%q: a { that nothing closes", p.text)
	}
	name, spec, special := strings.Cut(head[:end], ":")
	digits, _, _ := strings.Cut(name, " ")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || n > 31 {
		return part{}, fmt.Errorf("%q: {%s} does not begin with a number from 0", p.text, head[:end])
	}
	out := part{arg: n}
	p.args = max(p.args, n+1)
	if special {
		out.spec, out.group = strings.CutPrefix(spec, ",")
		if out.spec == "" || strings.IndexByte("dfgeqsvxXct", out.spec[len(out.spec)-1]) < 0 {
			return part{}, fmt.Errorf("%q: %q is no form of a value", p.text, spec)
		}
		out.spec = "%" + out.spec
	}
	p.at += 1 + end
	number := out
	for p.text[p.at] == '|' {
		p.at++
		var f form
		if rest := p.text[p.at:]; strings.HasPrefix(rest, "=") {
			exact, _, _ := strings.Cut(rest[1:], " ")
			if n, err := strconv.Atoi(exact); err == nil {
				f.exact, f.is = true, float64(n)
				p.at += min(len(rest), len(exact)+2)
			}
		}
		if f.parts, err = p.run("|}", n, number); err != nil {
			return part{}, err
		}
		out.forms = append(out.forms, f)
	}
	p.at++
	return out, nil
}

// walk shows f every part, those inside of forms too.
func walk(parts []part, f func(*part)) {
	for i := range parts {
		f(&parts[i])
		for j := range parts[i].forms {
			walk(parts[i].forms[j].parts, f)
		}
	}
}
