package ui

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
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

var relationWords = map[model.EdgeKind]string{model.Influences: "influences", model.Conflict: "is in conflict with", model.Informal: "knows informally"}

// relate asks with whom: everybody named, those already joined marked.
func (m *mapPane) relate(r *mapRow, k model.EdgeKind) Outcome {
	if r.person == nil {
		return refuse(nameFirst)
	}
	var all []choice
	for i := range m.facts.rows {
		x := &m.facts.rows[i]
		if x.person == nil || x.person.ID == r.person.ID {
			continue
		}
		word := bossWords(x)
		if m.facts.account.Edge(k, r.person.ID, x.person.ID) != nil {
			word += "  (now: choosing takes it back)"
		}
		all = append(all, choice{word, string(x.person.ID)})
	}
	if len(all) == 0 {
		return refuse("There is nobody else with a name here yet.")
	}
	p := newPick(pickEdge, r.who()+" "+relationWords[k], all, "")
	from := string(r.person.ID)
	p.choose = func(c *ctx, to string) Outcome {
		out := closing()
		changes, said := edgeChange(c, from, k.String(), to)
		out.Change(changes...)
		out.Say(said)
		return out
	}
	return open(p)
}

// edgeChange joins two people, or parts them when they are joined.
func edgeChange(c *ctx, from, kind, to string) ([]edit.Change, string) {
	a := c.current()
	for k, words := range relationWords {
		if k.String() != kind || a == nil {
			continue
		}
		old := a.Edge(k, model.PersonID(from), model.PersonID(to))
		ch := edit.SetEdge{Account: a.ID, ID: model.EdgeID(c.session.NewID()), Kind: k, From: model.PersonID(from), To: model.PersonID(to), Off: old != nil}
		said := personName(a, from) + " " + words + " " + personName(a, to)
		if old != nil {
			said = "no more: " + said
		}
		return []edit.Change{ch}, said
	}
	return nil, ""
}

func personName(a *model.Account, id string) string {
	if p := a.Person(model.PersonID(id)); p != nil {
		return p.Name
	}
	return "somebody"
}

// relations spells out whom a person sways, knows and quarrels with.
func (f *mapFacts) relations(p *model.Person) []string {
	if p == nil {
		return nil
	}
	var out []string
	for i := range f.account.Edges {
		e := &f.account.Edges[i]
		switch {
		case e.From == p.ID && e.Kind == model.Influences:
			out = append(out, "influences "+personName(f.account, string(e.To)))
		case e.To == p.ID && e.Kind == model.Influences:
			out = append(out, "swayed by "+personName(f.account, string(e.From)))
		case e.From != p.ID && e.To != p.ID:
		default:
			other := e.To
			if other == p.ID {
				other = e.From
			}
			out = append(out, strings.TrimPrefix(relationWords[e.Kind], "is ")+" "+personName(f.account, string(other)))
		}
	}
	return out
}

// leave opens what would be lost with the person under the cursor; in the matrix
// tab there shows the same for the one of ours.
func (m *mapPane) leave(c *ctx, r *mapRow) Outcome {
	ours := model.MemberID("")
	if m.look == lookMatrix && m.col < len(m.facts.team()) {
		ours = m.facts.team()[m.col].ID
	}
	if r.person == nil && ours == "" {
		return refuse("Nobody is named here: who does not sit there cannot leave.")
	}
	p := &leavePage{account: c.account, ours: ours}
	if r.person != nil {
		p.theirs = r.person.ID
	}
	p.side = ours != "" && r.person == nil
	return open(p)
}

// mergeInto offers everybody else with a name; the one chosen goes up in the one
// under the cursor.
func (m *mapPane) mergeInto(r *mapRow) Outcome {
	if r.person == nil {
		return refuse(nameFirst)
	}
	var all []choice
	for i := range m.facts.account.Persons {
		if p := &m.facts.account.Persons[i]; p.ID != r.person.ID {
			all = append(all, choice{p.Name, string(p.ID)})
		}
	}
	if len(all) == 0 {
		return refuse("There is nobody else with a name here.")
	}
	p := newPick(pickMerge, "Who else is "+r.person.Name+"?", all, "")
	p.on = string(r.person.ID)
	return open(p)
}

// askJudge asks what to judge.
func (m *mapPane) askJudge(r *mapRow) Outcome {
	var all []choice
	for _, j := range judgements {
		if r.person != nil || j.tree == judgeInfluence {
			all = append(all, choice{j.word, j.word})
		}
	}
	p := newPick(pickJudge, "Judge what of "+r.who()+"?", all, "")
	seat, person, who := edit.Ref{Account: m.facts.account.ID, Of: edit.OfSeat, ID: string(r.seat.ID)}, "", r.who()
	if r.person != nil {
		person = string(r.person.ID)
	}
	p.choose = func(_ *ctx, word string) Outcome {
		out := closing()
		if o := judgeOf(seat, person, who, word); o != nil {
			out.Open(o)
		}
		return out
	}
	return open(p)
}

// judgeOf opens the questions about the seat, or about who sits there.
func judgeOf(ref edit.Ref, person, who, word string) overlay {
	for _, j := range judgements {
		if j.word != word {
			continue
		}
		if j.tree != judgeInfluence {
			ref = edit.Ref{Account: ref.Account, Of: edit.OfPerson, ID: person}
		}
		return newJudge(ref, who, j.tree)
	}
	return nil
}
