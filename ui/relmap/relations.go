package relmap

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
)

// drawGraph asks the network who many ways lead through, and who alone leads to
// somebody that matters.
func (f *mapFacts) drawGraph() {
	f.network = score.NewGraph(f.account, f.programme, f.today)
	f.gates, f.cuts = map[model.SeatID]bool{}, map[model.SeatID]int{}
	for _, g := range f.network.Gatekeepers() {
		f.gates[g.Seat] = true
	}
	for _, x := range f.network.CutOffs() {
		f.cuts[x.Seat] = x.Lost
	}
}

var relationWords = words.Table(func() map[model.EdgeKind]string {
	return map[model.EdgeKind]string{model.Influences: words.T("relmap.influences"), model.Conflict: words.T("relmap.is-in-conflict-with"), model.Informal: words.T("relmap.knows-informally")}
})

// relate asks with whom: everybody named, those already joined marked.
func (m *Pane) relate(r *Row, k model.EdgeKind) kit.Outcome {
	if r.person == nil {
		return kit.Refuse(nameFirst())
	}
	var all []kit.Choice
	for i := range m.Facts.Rows {
		x := &m.Facts.Rows[i]
		if x.person == nil || x.person.ID == r.person.ID {
			continue
		}
		word := bossWords(x)
		if m.Facts.account.Edge(k, r.person.ID, x.person.ID) != nil {
			word = words.T("relmap.now-choosing-takes-back", word)
		}
		all = append(all, kit.Choice{Word: word, Value: string(x.person.ID)})
	}
	if len(all) == 0 {
		return kit.Refuse(words.T("relmap.there-nobody-else-name-here"))
	}
	p := kit.NewPick(kit.PickEdge, r.who()+" "+relationWords()[k], all, "")
	from := string(r.person.ID)
	p.Choose = func(c *kit.Context, to string) kit.Outcome {
		out := kit.Close()
		changes, said := edgeChange(c, from, k.String(), to)
		out.Change(changes...)
		out.Say(said)
		return out
	}
	return kit.Open(p)
}

// edgeChange joins two people, or parts them when they are joined.
func edgeChange(c *kit.Context, from, kind, to string) ([]edit.Change, string) {
	a := c.Current()
	for k, wording := range relationWords() {
		if k.String() != kind || a == nil {
			continue
		}
		old := a.Edge(k, model.PersonID(from), model.PersonID(to))
		ch := edit.SetEdge{
			Account: a.ID,
			ID:      model.EdgeID(c.Session.NewID()),
			Kind:    k,
			From:    model.PersonID(from),
			To:      model.PersonID(to),
			Off:     old != nil,
		}
		said := personName(a, from) + " " + wording + " " + personName(a, to)
		if old != nil {
			said = words.T("relmap.no-more", said)
		}
		return []edit.Change{ch}, said
	}
	return nil, ""
}

// Relations spells out whom a person sways, knows and quarrels with.
func (f *mapFacts) Relations(p *model.Person) []string {
	if p == nil {
		return nil
	}
	var out []string
	for i := range f.account.Edges {
		e := &f.account.Edges[i]
		switch {
		case e.From == p.ID && e.Kind == model.Influences:
			out = append(out, words.T("relmap.influences-2", personName(f.account, string(e.To))))
		case e.To == p.ID && e.Kind == model.Influences:
			out = append(out, words.T("relmap.swayed-by", personName(f.account, string(e.From))))
		case e.From != p.ID && e.To != p.ID:
		default:
			other := e.To
			if other == p.ID {
				other = e.From
			}
			out = append(out, strings.TrimPrefix(relationWords()[e.Kind], "is ")+" "+personName(f.account, string(other)))
		}
	}
	return out
}

// leave opens what would be lost with the person under the cursor; in the matrix
// tab there shows the same for the one of ours.
func (m *Pane) leave(c *kit.Context, r *Row) kit.Outcome {
	ours := model.MemberID("")
	if m.Look == LookMatrix && m.col < len(m.Facts.Team()) {
		ours = m.Facts.Team()[m.col].ID
	}
	if r.person == nil && ours == "" {
		return kit.Refuse(words.T("relmap.nobody-named-here-who-does"))
	}
	p := &LeavePage{account: c.Account, ours: ours}
	if r.person != nil {
		p.theirs = r.person.ID
	}
	p.side = ours != "" && r.person == nil
	return kit.Open(p)
}

// mergeInto offers everybody else with a name; the one chosen goes up in the one
// under the cursor.
func (m *Pane) mergeInto(r *Row) kit.Outcome {
	if r.person == nil {
		return kit.Refuse(nameFirst())
	}
	var all []kit.Choice
	for i := range m.Facts.account.Persons {
		if p := &m.Facts.account.Persons[i]; p.ID != r.person.ID {
			all = append(all, kit.Choice{Word: p.Name, Value: string(p.ID)})
		}
	}
	if len(all) == 0 {
		return kit.Refuse(words.T("relmap.there-nobody-else-name-here-2"))
	}
	p := kit.NewPick(kit.PickMerge, words.T("relmap.who-else", r.person.Name), all, "")
	p.On = string(r.person.ID)
	return kit.Open(p)
}

// askJudge asks what to judge.
func (m *Pane) askJudge(r *Row) kit.Outcome {
	var all []kit.Choice
	for _, j := range Judgements() {
		if r.person != nil || j.Tree == judgeInfluence() {
			all = append(all, kit.Choice{Word: j.word, Value: j.word})
		}
	}
	p := kit.NewPick(kit.PickJudge, words.T("relmap.judge-what", r.who()), all, "")
	seat, person, who := edit.Ref{Account: m.Facts.account.ID, Of: edit.OfSeat, ID: string(r.Seat.ID)}, "", r.who()
	if r.person != nil {
		person = string(r.person.ID)
	}
	p.Choose = func(_ *kit.Context, word string) kit.Outcome {
		out := kit.Close()
		if o := judgeOf(seat, person, who, word); o != nil {
			out.Open(o)
		}
		return out
	}
	return kit.Open(p)
}

// judgeOf opens the questions about the seat, or about who sits there.
func judgeOf(ref edit.Ref, person, who, word string) kit.Page {
	for _, j := range Judgements() {
		if j.word != word {
			continue
		}
		if j.Tree != judgeInfluence() {
			ref = edit.Ref{Account: ref.Account, Of: edit.OfPerson, ID: person}
		}
		return NewJudge(ref, who, j.Tree)
	}
	return nil
}
