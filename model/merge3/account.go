package merge3

import (
	"reflect"
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// account merges one account; nil when it is not there afterwards.
func (j *joiner) account(id model.AccountID) *model.Account {
	at := spot{key: string(id), ref: edit.AccountRef(id)}
	v := three{valueOf(j.base.Account(id)), valueOf(j.mine.Account(id)), valueOf(j.theirs.Account(id))}
	out := j.presence(at, v)
	if !out.IsValid() {
		return nil
	}
	for _, p := range []*model.Portfolio{j.mine, j.theirs} { // one that is the same stays the same
		if a := p.Account(id); a != nil && reflect.DeepEqual(out.Interface(), *a) {
			return a
		}
	}
	a := out.Interface().(model.Account)
	j.superiors(&a)
	return &a
}

func (j *joiner) programme() *model.Programme {
	at := spot{key: "programme", ref: edit.Ref{Of: edit.OfProgramme}, prefix: "programme."}
	out := j.members(at, three{valueOf(j.base.Programme()), valueOf(j.mine.Programme()), valueOf(j.theirs.Programme())})
	g := out.Interface().(model.Programme)
	if reflect.DeepEqual(&g, j.mine.Programme()) {
		return j.mine.Programme()
	}
	return &g
}

// superiors breaks circles that two moves make together: on them everybody reports
// to whom the chosen side has above them.
func (j *joiner) superiors(a *model.Account) {
	asked := false
	for {
		on := circleOf(a)
		if len(on) == 0 {
			return
		}
		key := string(a.ID) + "/circle"
		if !asked {
			j.addCircle(
				key,
				a.ID,
				a.Name,
				words.T("merge3.who-reports-whom"),
				func(p *model.Portfolio) string { return p.Chain(a.ID, on) },
			)
			asked = true
		}
		from := j.side(j.choices[key].Side).Account(a.ID)
		if from == nil || !reportAs(a, from, on) {
			return // it was there before
		}
	}
}

// reportAs gives seats the superior that they have in another version; it says whether
// any changed.
func reportAs(a *model.Account, from *model.Account, on []model.SeatID) (moved bool) {
	seats, then := slices.Clone(a.Seats), model.NewDirectory(from)
	in := make(map[model.SeatID]bool, len(on))
	for _, id := range on {
		in[id] = true
	}
	for i := range seats {
		s := &seats[i]
		if was := then.Seat(s.ID); in[s.ID] && was != nil && was.ReportsTo != s.ReportsTo {
			s.ReportsTo, moved = was.ReportsTo, true
		}
	}
	if moved {
		a.Seats = seats
	}
	return moved
}

func (j *joiner) addCircle(key string, id model.AccountID, name, field string, tell func(*model.Portfolio) string) {
	j.out = append(
		j.out,
		Clash{
			Key:     key,
			Kind:    ConflictCircle,
			Account: id,
			Name:    name,
			Field:   field,
			Base:    tell(j.base),
			Mine:    tell(j.mine),
			Theirs:  tell(j.theirs),
		},
	)
}

// circleOf are the seats of a circle of superiors, none when there is none.
func circleOf(a *model.Account) []model.SeatID {
	up := make(map[model.SeatID]model.SeatID, len(a.Seats))
	for i := range a.Seats {
		up[a.Seats[i].ID] = a.Seats[i].ReportsTo
	}
	return ring(up)
}

// ring are keys from which the way up comes back on itself.
func ring[K ~string](up map[K]K) []K {
	done := map[K]bool{}
	for _, start := range sortedKeys(up) {
		walked := map[K]bool{}
		at := start
		for ; at != "" && !done[at] && !walked[at]; at = up[at] {
			walked[at] = true
		}
		if at != "" && walked[at] {
			out := []K{at}
			for x := up[at]; x != at; x = up[x] {
				out = append(out, x)
			}
			slices.Sort(out)
			return out
		}
		for k := range walked {
			done[k] = true
		}
	}
	return nil
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
