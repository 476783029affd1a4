package record

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Decode reads a record. Two thousand rich accounts are two hundred thousand
// records, and encoding/json spends most of its time on what a record of ours
// never has: blanks, members out of order, names in another case. So what this
// program wrote is read by the short reader below, and everything it does not
// know goes to encoding/json, which decides. A test holds the two against each
// other.
func Decode(content []byte, into any) error {
	v := reflect.ValueOf(into).Elem()
	s := Scanner{B: content}
	if s.Value(v, ShapeOf(v.Type())) && s.i == len(content) {
		return nil
	}
	v.SetZero()
	return json.Unmarshal(content, into)
}

// shape is what the reader has to know of a type, worked out once.
type shape struct {
	kind    reflect.Kind
	date    bool
	elem    *shape // of a list, a map or a pointer
	typ     reflect.Type
	Names   []string // members of a struct, in order
	members []*shape
}

var shapes sync.Map // reflect.Type → *shape

// ShapeOf is what a type looks like in the file.
func ShapeOf(t reflect.Type) *shape {
	if known, ok := shapes.Load(t); ok {
		return known.(*shape)
	}
	p := &shape{kind: t.Kind(), typ: t, date: t == reflect.TypeFor[Date]()}
	switch {
	case p.date:
	case p.kind == reflect.Struct:
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			p.Names, p.members = append(p.Names, name), append(p.members, ShapeOf(t.Field(i).Type))
		}
	case p.kind == reflect.Slice, p.kind == reflect.Map, p.kind == reflect.Pointer:
		p.elem = ShapeOf(t.Elem())
	}
	shapes.Store(t, p)
	return p
}

// Scanner reads compact JSON. Every method says false as soon as it meets
// something it does not know.
type Scanner struct {
	B []byte
	i int
}

func (s *Scanner) Value(v reflect.Value, p *shape) bool {
	if p.date {
		return s.date(v.Addr().Interface().(*Date))
	}
	switch p.kind {
	case reflect.String:
		text, ok := s.text()
		v.SetString(text)
		return ok
	case reflect.Bool:
		v.SetBool(true) // false is never written
		return s.word("true")
	case reflect.Int, reflect.Int64:
		n, ok := s.integer()
		v.SetInt(n)
		return ok
	case reflect.Uint8:
		n, ok := s.integer()
		v.SetUint(uint64(n))
		return ok && n >= 0 && n <= 255
	case reflect.Float64:
		f, ok := s.float()
		v.SetFloat(f)
		return ok
	case reflect.Struct:
		return s.object(v, p)
	case reflect.Slice:
		return s.list(v, p)
	case reflect.Map:
		return s.dictionary(v, p)
	case reflect.Pointer:
		v.Set(reflect.New(p.typ.Elem()))
		return s.Value(v.Elem(), p.elem)
	}
	return false
}

// next takes the byte c.
func (s *Scanner) next(c byte) bool {
	if s.i < len(s.B) && s.B[s.i] == c {
		s.i++
		return true
	}
	return false
}

func (s *Scanner) word(w string) bool {
	if !strings.HasPrefix(string(s.B[s.i:min(len(s.B), s.i+len(w))]), w) {
		return false
	}
	s.i += len(w)
	return true
}

// object reads members, which come in the order of the struct and not twice.
func (s *Scanner) object(v reflect.Value, p *shape) bool {
	if !s.next('{') {
		return false
	}
	for at := 0; !s.next('}'); at++ {
		if at > 0 && !s.next(',') {
			return false
		}
		name, ok := s.raw()
		if !ok || !s.next(':') {
			return false
		}
		for at < len(p.Names) && p.Names[at] != string(name) {
			at++
		}
		if at == len(p.Names) || !s.Value(v.Field(at), p.members[at]) {
			return false
		}
	}
	return true
}

func (s *Scanner) list(v reflect.Value, p *shape) bool {
	if !s.next('[') {
		return false
	}
	v.Set(reflect.MakeSlice(p.typ, 0, 0))
	for n := 0; !s.next(']'); n++ {
		if n > 0 && !s.next(',') {
			return false
		}
		v.Grow(1)
		v.SetLen(n + 1)
		if !s.Value(v.Index(n), p.elem) {
			return false
		}
	}
	return true
}

func (s *Scanner) dictionary(v reflect.Value, p *shape) bool {
	if !s.next('{') {
		return false
	}
	v.Set(reflect.MakeMap(p.typ))
	elem := reflect.New(p.typ.Elem()).Elem()
	for n := 0; !s.next('}'); n++ {
		if n > 0 && !s.next(',') {
			return false
		}
		key, ok := s.text()
		if !ok || !s.next(':') {
			return false
		}
		elem.SetZero()
		if !s.Value(elem, p.elem) {
			return false
		}
		v.SetMapIndex(reflect.ValueOf(key), elem)
	}
	return true
}

// raw gives the bytes between quotes when they stand for themselves.
func (s *Scanner) raw() ([]byte, bool) {
	if !s.next('"') {
		return nil, false
	}
	for j := s.i; j < len(s.B); j++ {
		switch c := s.B[j]; {
		case c == '"':
			text := s.B[s.i:j]
			s.i = j + 1
			return text, true
		case c == '\\' || c < ' ' || c >= utf8.RuneSelf:
			return nil, false
		}
	}
	return nil, false
}

// text reads a string; one with escapes or other letters goes to encoding/json.
func (s *Scanner) text() (string, bool) {
	start := s.i
	if plain, ok := s.raw(); ok {
		return string(plain), true
	}
	s.i = start
	if !s.next('"') {
		return "", false
	}
	for ; s.i < len(s.B); s.i++ {
		switch s.B[s.i] {
		case '\\':
			s.i++
		case '"':
			s.i++
			var text string
			return text, json.Unmarshal(s.B[start:s.i], &text) == nil
		}
	}
	return "", false
}

// integer reads a whole number that is surely within 64 bits.
func (s *Scanner) integer() (n int64, ok bool) {
	minus := s.next('-')
	start := s.i
	for s.i < len(s.B) && s.B[s.i] >= '0' && s.B[s.i] <= '9' {
		n = n*10 + int64(s.B[s.i]-'0')
		s.i++
	}
	if minus {
		n = -n
	}
	digits := s.i - start
	return n, digits > 0 && digits <= 18 && (s.B[start] != '0' || digits == 1)
}

func (s *Scanner) float() (float64, bool) {
	start := s.i
	for s.i < len(s.B) && strings.IndexByte("+-.eE0123456789", s.B[s.i]) >= 0 {
		s.i++
	}
	token := s.B[start:s.i]
	if !json.Valid(token) {
		return 0, false
	}
	f, err := strconv.ParseFloat(string(token), 64)
	return f, err == nil
}

// date reads "2026-11-24"; days that not every month has are left to the model.
func (s *Scanner) date(d *Date) bool {
	text, ok := s.raw()
	if !ok || len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return false
	}
	year, ok1 := digits(text[:4])
	month, ok2 := digits(text[5:7])
	day, ok3 := digits(text[8:])
	if !ok1 || !ok2 || !ok3 || year == 0 || month == 0 || month > 12 || day == 0 {
		return false
	}
	if day > 28 {
		return d.UnmarshalText(text) == nil
	}
	*d = Date{Year: int16(year), Month: uint8(month), Day: uint8(day)}
	return true
}

func digits(b []byte) (n int, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
