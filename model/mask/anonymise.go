package mask

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"accord/model"
	"accord/model/score"
)

// hidden stands where people wrote something of their own.
const hidden = "…"

// indexTotal is what all revenue of the portfolio becomes when money is an index.
const indexTotal = 1000

// Anonymise is a portfolio in which nobody can be told: accounts, people, units and
// offerings have stand-ins that can be spoken and stay the same, what people wrote
// is hidden, and money is an index, 1,000 for all revenue of the period. Ratings,
// levels, days and what belongs to what are as they were, so that the scores are.
func Anonymise(s *score.Scores) *model.Portfolio {
	m := &mask{scale: indexScale(s), home: s.Portfolio().Programme().Currency, names: map[string]string{}}
	return m.portfolio(s.Portfolio())
}

// indexScale turns money into an index: 1,000 for all revenue of the period, or
// for the largest amount where there is no revenue.
func indexScale(s *score.Scores) float64 {
	if s.Revenue.Known > 0 && s.Revenue.Total > 0 {
		return short(indexTotal / s.Revenue.Total)
	}
	largest := 0.0
	for _, a := range s.Portfolio().Accounts() {
		amounts(a, func(m model.Money) {
			if m.Known() {
				largest = max(largest, model.Abs(m.Major()))
			}
		})
	}
	if largest == 0 {
		return noMoney
	}
	return short(indexTotal / largest)
}

// short is a scale of 24 binary digits: whole amounts times it are exact, so that
// what is made of them does not differ in a last digit from the real thing.
func short(scale float64) float64 { return float64(float32(scale)) }

// noMoney scales amounts that come later into a file that had none: no round
// number, so that none of their digits stay.
const noMoney = 1.0 / 1537

// amounts calls f with every amount of an account.
func amounts(a *model.Account, f func(model.Money)) {
	f(a.Turnover)
	for _, y := range a.Years {
		f(y.Revenue)
		f(y.CostOfSales)
		f(y.CostToServe)
		f(y.Wallet)
	}
	for _, t := range a.Transactions {
		f(t.Amount)
	}
	for _, c := range a.Cells {
		f(c.Current)
		f(c.Potential)
	}
	for _, v := range a.Values {
		f(v.Money)
	}
}

// mask hands out stand-ins: numbered as they come, or, with a key, drawn from it,
// so that they are the same whatever comes in between and after a restart.
type mask struct {
	scale float64
	home  model.Currency // whose amounts are the index
	names map[string]string
	key   string
}

func (m *mask) portfolio(p *model.Portfolio) *model.Portfolio {
	g, list := m.programme(p.Programme(), nil), make([]*model.Account, len(p.Accounts()))
	for i, a := range p.Accounts() {
		list[i] = m.account(a)
	}
	return model.Assemble(g, list).StandsFor(p.Accounts())
}

// programme names every member, so that one added later is hidden until somebody
// says otherwise. pack is the hidden pack when it is known already.
func (m *mask) programme(g *model.Programme, pack *model.Pack) *model.Programme {
	out := &model.Programme{Title: "Anonymous programme", Currency: model.Index, YearStarts: g.YearStarts, Year: g.Year, Pack: pack, MedianCut: g.MedianCut, Cut: g.Cut, Rates: g.Rates,
		Readiness: answersOnly(g.Readiness), Workshop: m.workshop(g.Workshop), Ballots: m.ballots(g.Ballots)}
	if pack == nil && g.Pack != nil {
		out.Pack = m.pack(g.Pack)
	}
	for _, o := range g.Offerings { // a list price is known outside: it would tell the scale
		out.Offerings = append(out.Offerings, model.Offering{Name: m.name(o.Name, "Offering"), Line: m.name(o.Line, "Line")})
	}
	for _, t := range g.Team {
		out.Team = append(out.Team, model.Member{ID: t.ID, Name: m.somebody(t.Name), Function: t.Function, Competency: answersOnly(t.Competency)})
	}
	return out
}

// pack keeps the words that came with the program; what people wrote gives way to
// them, or is hidden.
func (m *mask) pack(p *model.Pack) *model.Pack {
	out := *p
	if out.Name = p.Name; !shippedWords()[p.Name] {
		out.Name = "Method"
	}
	if !shippedWords()[p.Language] {
		out.Language = ""
	}
	out.Instruments = make([]model.Instrument, len(p.Instruments))
	for i, in := range p.Instruments {
		plain := model.DefaultPack().Instrument(in.Key)
		if plain == nil {
			plain = &model.Instrument{Name: m.name(in.Key, "Questions"), Question: hidden}
		}
		in.Name, in.Question = ourWords(in.Name, plain.Name), ourWords(in.Question, plain.Question)
		in.Factors = slices.Clone(in.Factors)
		for j := range in.Factors {
			m.factor(&in.Factors[j])
		}
		out.Instruments[i] = in
	}
	return &out
}

func (m *mask) factor(f *model.Factor) {
	_, plain := model.DefaultPack().Factor(f.Full())
	if plain == nil {
		plain = &model.Factor{Name: m.name(string(f.Full()), "Factor"), Question: hidden}
	}
	f.Name, f.Question = ourWords(f.Name, plain.Name), ourWords(f.Question, plain.Question)
	f.Anchors = slices.Clone(f.Anchors)
	for i, text := range f.Anchors {
		instead := hidden
		if i < len(plain.Anchors) {
			instead = plain.Anchors[i]
		}
		f.Anchors[i] = ourWords(text, instead)
	}
}

// ourWords is a text that came with the program, else what stands instead of it.
func ourWords(text, instead string) string {
	if text == "" || shippedWords()[text] {
		return text
	}
	return instead
}

// shippedWords are the texts of the packs that come with the program.
var shippedWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, p := range model.ShippedPacks() {
		all[p.Name], all[p.Language] = true, true
		for _, in := range p.Instruments {
			all[in.Name], all[in.Question] = true, true
			for _, f := range in.Factors {
				all[f.Name], all[f.Question] = true, true
				for _, text := range f.Anchors {
					all[text] = true
				}
			}
		}
	}
	return all
})

// name is the stand-in for a name, the same each time; "" stays "". before
// describes what it is, such as Unit.
func (m *mask) name(real, before string) string {
	if strings.TrimSpace(real) == "" {
		return ""
	}
	key := before + "\x00" + real
	if m.key != "" {
		return strings.TrimSpace(before + " " + drawn(m.key+"\x00"+key))
	}
	if m.names[key] == "" {
		m.names[key] = strings.TrimSpace(before + " " + spoken(len(m.names)))
	}
	return m.names[key]
}

// somebody is the stand-in for a person. The same name in capitals is the same one:
// who acts is looked up by name (METHOD §8).
func (m *mask) somebody(name string) string { return m.name(strings.Map(plainest, name), "") }

// plainest is the first of the letters that differ in case alone.
func plainest(r rune) rune {
	first := r
	for x := unicode.SimpleFold(r); x != r; x = unicode.SimpleFold(x) {
		first = min(first, x)
	}
	return first
}

// spoken is the n-th word of two syllables and more that can be said aloud.
func spoken(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	syllable := func(k int) string {
		return string(consonants[k%len(consonants)]) + string(vowels[k/len(consonants)%len(vowels)])
	}
	const all = len(consonants) * len(vowels)
	word := syllable(n*37%all) + syllable((n/all*11+n)%all) + syllable((n/all)%all)
	return strings.ToUpper(word[:1]) + word[1:]
}

// before says what a name stands for where it is not plain: on the screen an
// account is an account, and the word would take the room of its name.
func (m *mask) before(what string) string {
	if m.key != "" {
		return ""
	}
	return what
}

// drawn is a word of four syllables that stands for a text. Who knows the word but
// not the key in it cannot try out what it stands for.
func drawn(text string) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	sum := sha256.Sum256([]byte(text))
	n := binary.BigEndian.Uint64(sum[:])
	var word [8]byte
	for i := 0; i < len(word); i += 2 {
		word[i], word[i+1] = consonants[n%14], vowels[n/14%5]
		n /= 70
	}
	word[0] -= 'a' - 'A'
	return string(word[:])
}

func (m *mask) text(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return hidden
}

// money is an amount as an index, to the hundredth: the exact one would tell the
// real ones, which are whole numbers, to whoever looks for what divides them. The
// scores alone are of the exact one. Another currency stays, because of its rate.
func (m *mask) money(v model.Money) model.Money {
	if !v.Known() {
		return v
	}
	if v.Currency == m.home {
		v.Currency = model.Index
	}
	exact := v.Major() * m.scale
	return model.IndexMoney(exact, score.RoundHalfAway(exact, 2), v.Currency)
}

// answersOnly are answers without the words beside them.
func answersOnly(all map[model.FactorKey]model.Rating) map[model.FactorKey]model.Rating {
	if all == nil {
		return nil
	}
	out := make(map[model.FactorKey]model.Rating, len(all))
	for k, r := range all {
		r.Note, r.Source = "", ""
		out[k] = r
	}
	return out
}

func (m *mask) account(a *model.Account) *model.Account {
	b := &model.Account{ID: a.ID, Name: m.name(string(a.ID), m.before("Account")), Parent: a.Parent, Owner: m.somebody(strings.TrimSpace(a.Owner)), Manager: a.Manager, Sponsor: a.Sponsor, Tier: a.Tier, Archived: a.Archived, Created: a.Created,
		Segment: m.name(a.Segment, "Segment"), Ratings: answersOnly(a.Ratings), StageTarget: a.StageTarget, Turnover: m.money(a.Turnover),
		Charter: m.text(a.Charter), Competitors: m.text(a.Competitors), Focus: m.text(a.Focus)}
	for _, y := range a.Years {
		y.Revenue, y.CostOfSales, y.CostToServe, y.Wallet = m.money(y.Revenue), m.money(y.CostOfSales), m.money(y.CostToServe), m.money(y.Wallet)
		b.Years = append(b.Years, y)
	}
	for _, t := range a.Transactions {
		b.Transactions = append(b.Transactions, model.Transaction{Key: "t" + strconv.Itoa(len(b.Transactions)), Date: t.Date, Offering: m.name(t.Offering, "Offering"), Amount: m.money(t.Amount)})
	}
	for _, c := range a.Cells {
		c.Unit, c.Offering, c.Competitor = m.name(c.Unit, "Unit"), m.name(c.Offering, "Offering"), m.name(c.Competitor, "Rival")
		c.Current, c.Potential = m.money(c.Current), m.money(c.Potential)
		b.Cells = append(b.Cells, c)
	}
	m.people(b, a)
	m.plan(b, a)
	return b
}

func (m *mask) people(b, a *model.Account) {
	for _, s := range a.Seats {
		s.Title, s.Unit = seatWords(s.Function), m.name(s.Unit, "Unit")
		b.Seats = append(b.Seats, s)
	}
	for _, p := range a.Persons {
		b.Persons = append(b.Persons, model.Person{ID: p.ID, Name: m.somebody(p.Name), Since: p.Since, Support: p.Support, Coverage: p.Coverage, Adaptability: p.Adaptability, Orientation: p.Orientation,
			Confirmed: p.Confirmed, LastActivity: p.LastActivity})
	}
	b.Ties, b.Edges = a.Ties, a.Edges
}

// seatWords is what a seat is called when its title must not be told.
func seatWords(f model.Function) string {
	if w := f.String(); w != "" {
		return "seat in " + w
	}
	return "seat"
}

func (m *mask) plan(b, a *model.Account) {
	for _, o := range a.Objectives {
		o.Text, o.Goal, o.Measure, o.Baseline, o.Target, o.Owner = m.text(o.Text), m.text(o.Goal), m.text(o.Measure), m.text(o.Baseline), m.text(o.Target), m.somebody(strings.TrimSpace(o.Owner))
		b.Objectives = append(b.Objectives, o)
	}
	for _, x := range a.Actions {
		x.Text, x.Owner = m.text(x.Text), m.somebody(strings.TrimSpace(x.Owner))
		b.Actions = append(b.Actions, x)
	}
	for _, n := range a.Insights {
		n.Text, n.Whose, n.ToldBy = m.text(n.Text), m.somebody(strings.TrimSpace(n.Whose)), m.somebody(strings.TrimSpace(n.ToldBy))
		b.Insights = append(b.Insights, n)
	}
	for _, v := range a.Values {
		b.Values = append(b.Values, model.ValueLine{ID: v.ID, Text: m.text(v.Text), Direction: v.Direction, Level: v.Level, Type: v.Type, Metric: m.text(v.Metric), Baseline: m.text(v.Baseline), Target: m.text(v.Target), Actual: m.text(v.Actual),
			Money: m.money(v.Money), Recurring: v.Recurring, Start: v.Start, End: v.End, Evidence: m.text(v.Evidence), Owner: m.somebody(strings.TrimSpace(v.Owner)), TheirOwner: m.somebody(strings.TrimSpace(v.TheirOwner)), Alternative: m.text(v.Alternative), Status: v.Status, Shared: v.Shared})
	}
	for _, p := range a.Points {
		p.Text = m.text(p.Text)
		b.Points = append(b.Points, p)
	}
	for _, r := range a.Risks {
		r.Text, r.Owner, r.Response = m.text(r.Text), m.somebody(strings.TrimSpace(r.Owner)), m.text(r.Response)
		b.Risks = append(b.Risks, r)
	}
	for _, d := range a.Decisions {
		d.Text, d.Owner = m.text(d.Text), m.somebody(strings.TrimSpace(d.Owner))
		b.Decisions = append(b.Decisions, d)
	}
	for _, r := range a.Reviews {
		r.Text, r.Decisions = m.text(r.Text), m.text(r.Decisions)
		b.Reviews = append(b.Reviews, r)
	}
}
