package score

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// Move is something a person can do about an account, tried out: what it would
// change, and what that is worth. Doing it is the change it carries.
type Move struct {
	Key     string // stable name, such as tie.meet:ID
	Text    string // what to do, in the imperative
	Change  edit.Change
	DeltaS  float64 // what it adds to S
	DeltaH  float64 // what it adds to health
	Gain    float64 // ΔS·(100−H)/100 + importance·ΔH/100, unknown ones counting as 50
	Effects []Effect
	Effort  float64 // days it takes, by its kind
	Crossed bool    // the account comes into another quadrant, stage or band

	Political bool // it covers a decision maker or approver of the inner circle whom nobody covers

	weight float64 // of whom it is about, for choosing which to try
}

// Effect is one score before and after a move.
type Effect struct {
	Name          string
	Before, After model.Num
}

func (m Move) String() string { return m.Text + ": " + m.Effect() }

// Effect says in a few words what a move does.
func (m Move) Effect() string {
	var parts []string
	for _, e := range m.Effects {
		parts = append(parts, e.Name+" "+Print(e.Before)+" → "+Print(e.After))
	}
	switch {
	case math.Abs(m.DeltaH) >= 0.05:
		parts = append(parts, words.T("score.health", Change(model.Some(m.DeltaH))))
	case len(parts) == 0:
		parts = append(parts, words.T("score.health", Change2(model.Some(m.DeltaH))))
	}
	return strings.Join(parts, ", ")
}

// unknownImportance is what it counts as when moves are weighed (METHOD §9).
const unknownImportance = 50.0

// gain is ΔS·(100 − H)/100 + importance·ΔH/100: what a move is worth where H and
// importance stand, each counting as 50 while unknown (METHOD §9).
func gain(deltaS, deltaH float64, importance, h model.Num) float64 {
	return deltaS*(100-h.Or(unknownHealth))/100 + importance.Or(unknownImportance)*deltaH/100
}

// Moves tries every single move on an account and gives those that gain
// something, in the order of arrange. Importance, attractiveness and receptivity are facts and
// never moves. fresh gives identifiers to what a move would add.
func (s *Scores) Moves(id model.AccountID, fresh func() string) []Move {
	i := s.portfolio.Index(id)
	if i < 0 {
		return nil
	}
	a := s.portfolio.Accounts()[i]
	var out []Move
	for _, m := range possible(a, s, fresh) {
		m.Effort = effortOf(m.Kind(), s.Settings())
		if s.try(&m, i) && m.Gain > roundingError {
			out = append(out, m)
		}
	}
	return arrange(out)
}

// try works out what a move does to its account. No move touches revenue, so the
// account's classes, and with them all other accounts, stay where they are.
func (s *Scores) try(m *Move, i int) bool {
	d := edit.NewDraft(s.portfolio, s.today, nil)
	if m.Change.Apply(d) != nil {
		return false
	}
	a := s.portfolio.Accounts()[i]
	b := d.Peek(a.ID)
	l, t := s.local[i], s.standing[i]
	nl := scoreLocal(b, s.portfolio.Programme(), s.today, s.context, nil, a, l)
	nt := s.stand(b, nl, int32(i))
	if l.Strategic.Known && nl.Strategic.Known {
		m.DeltaS = nl.Strategic.V - l.Strategic.V
	}
	m.DeltaH = nt.BareHealth.Or(0) - t.BareHealth.Or(0)
	m.Gain = gain(m.DeltaS, m.DeltaH, l.Importance.Score, t.Health)
	m.Effects = effects(l, nl, t, nt)
	q := quadrantOf(nl.Importance.Score, nl.Position.Score, s.ImportanceCut, s.PositionCut)
	m.Crossed = q != s.QuadrantAt(i) || nt.Stage != t.Stage || nt.Flags != t.Flags
	return true
}

// effects lists the scores a move changes: what the person did first, what
// follows from it after.
func effects(l, nl *Local, t, nt *Standing) []Effect {
	all := []Effect{
		{
			"position",
			l.Position.Score,
			nl.Position.Score,
		},
		{"S", l.Strategic, nl.Strategic},
		{"relationship", l.Relationship.Score, nl.Relationship.Score},
		{
			"value",
			l.Value.Score,
			nl.Value.Score,
		},
		{"insight", l.Insight, nl.Insight},
		{"alignment", t.Alignment, nt.Alignment},
		{"plan", t.Plan, nt.Plan},
	}
	return slices.DeleteFunc(all, func(e Effect) bool { return Print(e.Before) == Print(e.After) })
}

// possible lists the moves that could be made, without asking what they are worth.
func possible(a *model.Account, s *Scores, fresh func() string) []Move {
	who, most := model.NewDirectory(a), max(fewMoves, moveWork/max(1, len(a.Seats)))
	out := foremost(tieMoves(a, s.portfolio.Programme(), who), most)
	out = append(out, foremost(coverMoves(a, who), most)...)
	out = append(out, sponsorMoves(a, s.portfolio.Programme())...)
	out = append(out, planMoves(a, s, fresh)...)
	return append(out, earnMoves(a, s.portfolio.Programme().MethodPack())...)
}

func field(a *model.Account, of edit.EntityKind, id, key, value string) edit.Change {
	return edit.SetField{Ref: edit.Ref{Account: a.ID, Of: of, ID: id}, Key: key, Value: value}
}

// Trying a move scores all people of the account again. Up to some 300 people every move
// is tried; of more, those about the people who weigh most, and of equals the first by
// their keys, so that what can be tried falls as the people grow, and the work does not.
const (
	moveWork = 100_000
	fewMoves = 20
)

// foremost are the moves about those who weigh most, at most so many, in their order.
func foremost(all []Move, most int) []Move {
	if len(all) <= most {
		return all
	}
	slices.SortStableFunc(
		all,
		func(a, b Move) int { return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.Key, b.Key)) },
	)
	return all[:most]
}

func tieMoves(a *model.Account, g *model.Programme, who model.Directory) []Move {
	var out []Move
	for _, t := range a.Ties {
		m, p := g.Member(t.Ours), who.Person(t.Theirs)
		if m == nil || p == nil || who.SeatOf(p.ID) == nil || t.Level == model.TieNone {
			continue
		}
		weight := who.SeatOf(p.ID).Influence.Weight()
		out = append(
			out,
			Move{
				Key:    "tie.meet:" + string(t.ID),
				Text:   words.T("score.have-meet", m.Name, p.Name),
				Change: edit.SetTie{Account: a.ID, ID: t.ID, Ours: t.Ours, Theirs: t.Theirs, Level: t.Level, Touch: true},
				weight: weight,
			},
		)
		if t.Level < model.TrustedAdvisor {
			up := t.Level + 1
			out = append(
				out,
				Move{
					Key:    "tie.raise:" + string(t.ID),
					Text:   words.T("score.make-a-to", m.Name, words.Here(up.String()), p.Name),
					Change: edit.SetTie{Account: a.ID, ID: t.ID, Ours: t.Ours, Theirs: t.Theirs, Level: up, Touch: false},
					weight: weight,
				},
			)
		}
	}
	return out
}

func coverMoves(a *model.Account, who model.Directory) []Move {
	var out []Move
	for i := range a.Seats {
		seat := &a.Seats[i]
		p := who.Person(seat.Person)
		if p == nil || !seat.Influence.KeyPlayer() || p.Coverage >= model.InDepth {
			continue
		}
		next := max(p.Coverage, model.NoCoverage) + 1
		text := words.T("score.get-know-better", p.Name)
		if p.Coverage <= model.NoCoverage {
			text = words.T("score.meet-first-time", p.Name)
		}
		out = append(
			out,
			Move{
				Key:    "cover:" + string(p.ID),
				Text:   text,
				Change: field(a, edit.OfPerson, string(p.ID), "person.coverage", next.String()),
				weight: seat.Influence.Weight(),
				Political: p.Coverage <= model.NoCoverage && seat.Influence == model.InnerCircle &&
					(seat.Role == model.RoleDecisionMaker || seat.Role == model.RoleApprover),
			},
		)
	}
	return out
}

// sponsorMoves name the first C-level member of ours while none is named.
func sponsorMoves(a *model.Account, g *model.Programme) []Move {
	if m := g.Member(a.Sponsor); m != nil && m.Function == model.CLevel {
		return nil
	}
	for _, m := range g.Team {
		if m.Function == model.CLevel {
			return []Move{
				{
					Key:    "sponsor",
					Text:   words.T("score.name-executive-sponsor", m.Name),
					Change: field(a, edit.OfAccount, "", "sponsor", m.Name),
				},
			}
		}
	}
	return nil
}

// moveDays is how far ahead an action without a date is put.
const moveDays = 14

func planMoves(a *model.Account, s *Scores, fresh func() string) []Move {
	var out []Move
	today := s.today.String()
	for _, n := range a.Insights {
		if !n.Confirmed || n.Weight(s.Settings(), s.today) < 1 {
			id := string(n.ID)
			out = append(out, Move{Key: "insight:" + id, Text: words.T("score.them-confirm", n.Text), Change: edit.Together{
				field(a, edit.OfInsight, id, "insight.confirmed", "yes"), field(a, edit.OfInsight, id, "insight.date", today)}})
		}
	}
	for _, v := range a.Values {
		if v.Status == model.ValueRealised {
			out = append(
				out,
				Move{
					Key:    "value:" + string(v.ID),
					Text:   words.T("score.them-verify", v.Text),
					Change: field(a, edit.OfValue, string(v.ID), "value.status", model.ValueVerified.String()),
				},
			)
		}
	}
	for _, x := range a.Actions {
		out = append(out, actionMoves(a, s, x)...)
	}
	return append(out, reviewMove(a, today, fresh))
}

func actionMoves(a *model.Account, s *Scores, x model.Action) []Move {
	if x.Status >= model.ActionDone {
		return nil
	}
	id := string(x.ID)
	out := []Move{
		{
			Key:    "action.done:" + id,
			Text:   words.T("score.finish", x.Text),
			Change: field(a, edit.OfAction, id, "action.status", model.ActionDone.String()),
		},
	}
	var give edit.Together
	if owner := ownerOf(a, s.portfolio.Programme()); strings.TrimSpace(x.Owner) == "" && owner != "" {
		give = append(give, field(a, edit.OfAction, id, "action.owner", owner))
	}
	if !x.Due.Known() {
		give = append(give, field(a, edit.OfAction, id, "action.due", s.today.AddDays(moveDays).String()))
	}
	if give != nil {
		out = append(out, Move{Key: "action.own:" + id, Text: words.T("score.give-owner-date", x.Text), Change: give})
	}
	return out
}

// ownerOf is who an action without an owner falls to.
func ownerOf(a *model.Account, g *model.Programme) string {
	if m := g.Member(a.Manager); m != nil {
		return m.Name
	}
	return a.Owner
}

func reviewMove(a *model.Account, today string, fresh func() string) Move {
	m := Move{Key: "review", Text: words.T("score.hold-review-account")}
	var planned *model.Review
	for i := range a.Reviews {
		if r := &a.Reviews[i]; !r.Held && (planned == nil || r.Date.Before(planned.Date)) {
			planned = r
		}
	}
	if planned != nil {
		id := string(planned.ID)
		m.Text = words.T("score.hold-review", planned.Text)
		m.Change = edit.Together{
			field(a, edit.OfReview, id, "review.date", today),
			field(a, edit.OfReview, id, "review.held", "yes"),
		}
		return m
	}
	id := fresh()
	m.Change = edit.Together{
		edit.AddItem{Account: a.ID, Of: edit.OfReview, ID: id, Text: words.T("score.account-review")},
		field(a, edit.OfReview, id, "review.date", today),
		field(a, edit.OfReview, id, "review.held", "yes"),
	}
	return m
}

// earnMoves work one level up on what is rated below the top of the scale. The
// answer that counts is the one that rises: the customer's where they gave one.
func earnMoves(a *model.Account, pack *model.Pack) []Move {
	var out []Move
	for _, key := range []string{"position", "alignment"} {
		in := pack.Instrument(key)
		if in == nil {
			continue
		}
		for i := range in.Factors {
			f := &in.Factors[i]
			r := a.Ratings[f.Full()]
			used := r.Used()
			if !used.Known() || used.Int() >= in.Max || f.Weight == 0 {
				continue
			}
			up := model.LevelOf(used.Int() + 1)
			text := words.T("score.earn-on", up.String(), strings.ToLower(f.Name))
			if anchor := in.Anchor(f, up); anchor != "" {
				text += " (" + anchor + ")"
			}
			out = append(
				out,
				Move{
					Key:    "earn:" + string(f.Full()),
					Text:   text,
					Change: edit.SetRating{Account: a.ID, Factor: f.Full(), Verified: r.Verified.Known(), Level: up},
				},
			)
		}
	}
	return out
}
