package importer

import (
	"maps"
	"strconv"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
)

// choice answers the first thing that a file leaves open by the number of a choice, and has
// the file read again.
func (m *Wizard) choice(c *kit.Context, in keys.Intent) kit.Outcome {
	v := m.preview()
	if len(v.Open) == 0 {
		return kit.Outcome{}
	}
	q := v.Open[0]
	if in.N < 1 || in.N > len(q.Choices) {
		return kit.Refuse(q.Sentence)
	}
	to, f := q.Choices[in.N-1][0], &m.files[m.at]
	if q.Key == "kind" {
		f.Kind = to
		return m.again(c)
	}
	f.Answers = maps.Clone(f.Answers)
	if f.Answers == nil {
		f.Answers = map[string]string{}
	}
	f.Answers[q.Key] = to
	return m.again(c)
}

// layOpen writes what is to be answered before anything is imported.
func (m *Wizard) layOpen() {
	p, v := &m.page, m.preview()
	if len(v.Open) == 0 {
		return
	}
	p.Text(1, words.T("importer.questions-first", len(v.Open)), theme.Strong)
	q := v.Open[0]
	p.Blank()
	p.Text(1, kit.OneLine(q.Sentence), theme.Warn)
	for i, x := range q.Choices {
		p.Text(3, strconv.Itoa(i+1)+"  "+kit.OneLine(x[1]), theme.Plain)
	}
	p.Blank()
	m.laySummary()
}
