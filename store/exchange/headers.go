package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// column is one column of the file and what it was found to be.
type column struct {
	header   string
	key      string // of its target; "" when not used
	rank     int    // how sure the heading is, 0 the surest
	why      string
	whyKept  string  // the same of one that is kept all the same
	fate     fate    // what became of it, where no field takes it
	scale    float64 // what its numbers are multiplied with
	currency model.Currency
	numbers  cells.NumberStyle
	dates    cells.DateStyle
}

// lexicon knows the headings of one kind of file.
type lexicon struct {
	*kindRow
	targets []target
	known   map[string]hit // by squeezed heading
	mapped  map[string]string
	guessed bool // nobody said the kind
}

// namesCustomer reports whether a heading is one under which files name the customer.
func namesCustomer(heading string) bool {
	h := cells.Squeeze(heading)
	return h != "" &&
		(slices.ContainsFunc(accountNames, func(n string) bool { return cells.Squeeze(n) == h }) || slices.ContainsFunc(accountIDs, func(n string) bool { return cells.Squeeze(n) == h }))
}

type hit struct {
	key  string
	rank int
}

// MapError says that a header is to be sent to a field that is none: the words
// typed are wrong, not the file.
type MapError struct{ *model.Problem }

func (e *MapError) Error() string { return "--map " + e.Problem.Error() }
func (e *MapError) Unwrap() error { return e.Problem }

func newLexicon(k *kindRow, g *model.Programme, mapping map[string]string) (*lexicon, error) {
	l := &lexicon{kindRow: k, targets: k.targets(g), known: map[string]hit{}, mapped: map[string]string{}}
	for _, t := range l.targets {
		for rank, h := range t.headers {
			key := cells.Squeeze(h)
			if old, taken := l.known[key]; !taken || rank < old.rank {
				l.known[key] = hit{t.key, rank}
			}
		}
	}
	for header, field := range mapping {
		key := cmp.Or(field, toNone)
		if key != toNone && key != toCustom {
			if key = k.targetNamed(l.targets, field); key == "" {
				return nil, &MapError{
					cells.Refuse(
						header,
						words.T("exchange.known-are", strings.Join(l.keys(), ", ")),
						words.T("exchange.file-no-field", k.kind, cells.Quote(field)),
					),
				}
			}
		}
		l.mapped[cells.Fold(header)] = key
	}
	return l, nil
}

// keys lists the targets without the ratings, which would drown them.
func (l *lexicon) keys() []string {
	var out []string
	for _, t := range l.targets {
		if strings.Count(t.key, ".") == 1 && (l.fields == nil || strings.HasPrefix(t.key, l.prefix)) {
			out = append(out, t.key)
		}
	}
	return out
}

// role is what the column of a target holds.
func (l *lexicon) role(key string) role { return l.roleOf(key) &^ essential }

// essential reports whether a row says of nobody what it says without a column.
func (l *lexicon) essential(key string) bool { return l.roleOf(key)&essential != 0 }

func (l *lexicon) roleOf(key string) role {
	if i := slices.IndexFunc(l.targets, func(t target) bool { return t.key == key }); i >= 0 {
		return l.targets[i].role
	}
	return textRole
}

// label is what a target is called in sentences.
func (l *lexicon) label(key string) string {
	for _, t := range l.targets {
		if t.key == key {
			return t.title()
		}
	}
	if line, year := figureKey(key); year > 0 {
		return fmt.Sprintf("%s %d", lineLabels()[slices.Index(edit.YearLines(), line)], year)
	}
	return key
}

// longHeading is more than any heading has.
const longHeading = 400

// column finds out what a heading means.
func (l *lexicon) column(header string) column {
	if len(header) > longHeading {
		return column{header: cells.Shorten(header), scale: 1} // a text, and no heading
	}
	c := column{header: cells.CleanLine(header), scale: 1}
	name := cells.Squeeze(c.header)
	switch mapped, ok := l.mapped[cells.Fold(c.header)]; {
	case mapped == toNone:
		c.why, c.fate = words.T("exchange.left-out-as-you-said"), leftOut
		return c
	case mapped == toCustom:
		c.why, c.fate = words.T("exchange.as-you-said-kept-as"), asCustom
		return c
	case ok:
		c.key, c.why, c.rank = mapped, words.T("exchange.as-you-said"), -1
		_, c.scale, c.currency = unit(c.header)
		return c
	case strings.HasPrefix(strings.ToLower(c.header), "score:"):
		c.why, c.fate = words.T("exchange.computed-here-never-read"), explained
		return c
	case slices.Contains(noise, name):
		c.why, c.fate = words.T("exchange.kept-by-other-system-itself"), explained
		return c
	}
	if l.Find(&c, name) || l.findYear(&c) {
		return c
	}
	rest, scale, currency := unit(c.header)
	if (scale != 1 || currency != "") && l.Find(&c, cells.Squeeze(rest)) {
		c.scale, c.currency = scale, currency
	}
	return c
}

// find looks a squeezed heading up.
func (l *lexicon) Find(c *column, name string) bool {
	h, ok := l.known[name]
	if ok {
		c.key, c.rank, c.why = h.key, h.rank, words.T("exchange.known-heading")
	}
	return ok
}

// findYear finds a figure with its year in the heading, and what it is in.
func (l *lexicon) findYear(c *column) bool {
	if !l.years {
		return false
	}
	name, year := takeYear(c.header)
	if year == 0 {
		return false
	}
	line := figureLine(name, l.plain)
	if line == "" {
		rest, scale, currency := unit(name)
		if line = figureLine(rest, l.plain); line == "" {
			return false
		}
		c.scale, c.currency = scale, currency
	}
	c.key, c.why = edit.FigureKey(year, line), words.T("exchange.figures-year")
	return true
}

var units = map[string]float64{"millions": 1e6, "million": 1e6, "mio": 1e6, "mn": 1e6, "m": 1e6, "mm": 1e6, "mill": 1e6, "מיליונים": 1e6, "מיליון": 1e6,
	"thousands": 1e3, "thousand": 1e3, "k": 1e3, "000s": 1e3, "אלפים": 1e3}

// unit takes words like "in millions" or "(USD m)" off the end of a heading.
func unit(header string) (rest string, scale float64, currency model.Currency) {
	wording := strings.FieldsFunc(header, func(r rune) bool { return strings.ContainsRune(" _-()[]/,:.'", r) })
	scale = 1
	for len(wording) > 1 {
		last := wording[len(wording)-1]
		if c := cells.CurrencyCode(last); c != "" {
			currency = c
		} else if s, ok := units[strings.ToLower(strings.Trim(last, "$€£₪"))]; ok {
			scale = s
		} else if l := strings.ToLower(last); l != "in" && l != "of" && strings.Trim(last, "$€£₪%") != "" {
			break
		}
		wording = wording[:len(wording)-1]
	}
	return strings.Join(wording, " "), scale, currency
}

// revenueWords are what revenue is called where a year stands beside it. Without
// one, in a file of accounts, some of them are the customer's own turnover.
var revenueWords = []string{"revenue", "our revenue", "total revenue", "net revenue", "sales", "our sales", "net sales", "turnover", "our turnover",
	"umsatz", "umsätze", "umsatzerlöse", "jahresumsatz", "unser umsatz", "מכירות", "הכנסות", "מחזור"}

// outlookWords are what the target and the forecast of a year are called: never revenue.
var outlookWords = map[string][]string{
	"target":   {"budget", "plan", "planned", "quota", "goal", "revenue target", "target revenue", "revenue budget", "budget revenue", "planned revenue", "revenue plan", "sales target", "sales plan", "sales budget", "יעד", "תקציב"},
	"forecast": {"outlook", "expected", "expected revenue", "revenue forecast", "forecast revenue", "sales forecast", "תחזית"},
}

// takeYear takes the one year out of a heading such as "Revenue 2025" or "FY25
// sales". year 0: there is none, or another number.
func takeYear(header string) (rest string, year int) {
	var wording []string
	for _, w := range strings.FieldsFunc(header, func(r rune) bool { return strings.ContainsRune(" _-()./", r) }) {
		digits, fiscal := strings.CutPrefix(strings.ToUpper(w), "FY")
		n, err := strconv.Atoi(digits)
		if err == nil && fiscal && len(digits) == 2 {
			n = cells.FullYear(n)
		}
		switch {
		case err == nil && n >= 1900 && n <= 2200 && year == 0:
			year = n
		case err == nil:
			return "", 0
		default:
			wording = append(wording, w)
		}
	}
	return strings.Join(wording, " "), year
}

// figureLine finds the line of a year that a heading without its year names; where
// all figures are ours, a bare year is revenue.
func figureLine(name string, ours bool) string {
	if rest, found := strings.CutPrefix(strings.ToLower(name), "figures "); found {
		name = rest
	}
	name = cells.Squeeze(name)
	if name == "" && ours {
		return "revenue"
	}
	for _, l := range edit.YearLines() {
		if name == cells.Squeeze(l) {
			return l
		}
	}
	for line, names := range outlookWords {
		if slices.ContainsFunc(names, func(w string) bool { return cells.Squeeze(w) == name }) {
			return line
		}
	}
	if slices.ContainsFunc(revenueWords, func(w string) bool { return cells.Squeeze(w) == name }) {
		return "revenue"
	}
	return ""
}

// lineLabels are what the lines of a year are called, in any programme.
var lineLabels = words.Table(func() []string {
	var out []string
	for _, line := range edit.YearLines() {
		if f, err := edit.FieldByKey(model.NewProgramme(), edit.FigureKey(2000, line)); err == nil {
			out = append(out, f.Title)
		}
	}
	return out
})

// toCustom is where a heading is sent to be kept as a custom field, toNone where its
// column is left out.
const (
	toCustom = "+"
	toNone   = "-"
)

// hits counts how many targets a row of headings names.
func (l *lexicon) hits(cells []string) int {
	return len(l.found(cells))
}

func (l *lexicon) found(cells []string) []string {
	if l.ours && l.guessed && slices.ContainsFunc(cells, namesCustomer) {
		return nil
	}
	var keys []string
	for _, c := range cells {
		if col := l.column(c); col.key != "" && !slices.Contains(keys, col.key) {
			keys = append(keys, col.key)
		}
	}
	return keys
}

// lacks says which needed column a header row has not, "" when it has all.
func (l *lexicon) lacks(cells []string) string {
	found := l.found(cells)
	for _, need := range l.needs {
		if !slices.ContainsFunc(found, func(key string) bool {
			_, year := figureKey(key)
			return slices.Contains(need.keys, key) || year > 0 && slices.Contains(need.keys, anyFigure)
		}) {
			return need.what
		}
	}
	return ""
}
