package shell

import (
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/session"
	"accord/ui/kit"
)

// remembering is a file's memory made of what the harness saw: enough to ask for
// every moment again.
type remembering struct {
	x     *harness
	start *model.Portfolio
	kept  []session.Moment
	held  map[uint64]*model.Portfolio
}

func remember(x *harness) *remembering {
	r := &remembering{x: x, start: x.session().Portfolio(), held: map[uint64]*model.Portfolio{}}
	x.app.ports.Memory = kit.Memory{Moments: r.moments, Snapshots: func() ([]session.Moment, error) { return append([]session.Moment(nil), r.kept...), nil },
		Alone: r.alone, At: r.At, Keep: r.Keep, Forget: r.forget}
	return r
}

func (r *remembering) moments(limit int, account model.AccountID) (out []session.Moment, err error) {
	for i := len(r.x.patches) - 1; i >= 0 && len(out) < limit; i-- {
		p := r.x.patches[i]
		edits := p.Edits(r.x.session().Portfolio().Programme())
		if account != "" && (len(edits) == 0 || edits[0].Account != account) {
			continue
		}
		var fact edit.Edit
		if len(edits) > 0 { // the same answer on a later day changes its day alone
			fact = edits[0]
		}
		out = append(out, session.Moment{Seq: p.Seq, At: testNow.Add(time.Duration(p.Seq) * time.Minute), Day: model.DateOf(testNow), Kind: p.Kind, Label: p.Label.String(), Place: p.Place, Group: p.Group, Fact: fact, Facts: len(edits)})
	}
	return out, nil
}

func (r *remembering) At(_ *model.Portfolio, _ uint64, m session.Moment) (*model.Portfolio, error) {
	if m.Snapshot != 0 {
		return r.held[m.Snapshot], nil
	}
	p := r.start
	for _, q := range r.x.patches {
		if q.Seq <= m.Seq {
			p = q.Apply(p)
		}
	}
	return p, nil
}

func (r *remembering) alone(id uint64, account model.AccountID) (*model.Portfolio, error) {
	p := r.held[id]
	if a := p.Account(account); a != nil {
		return model.NewPortfolio(p.Programme(), []*model.Account{a})
	}
	return model.NewPortfolio(p.Programme(), nil)
}

func (r *remembering) Keep(p *model.Portfolio, name string, day model.Date, seq uint64) error {
	id := uint64(len(r.kept) + 1)
	r.held[id] = p
	r.kept = append([]session.Moment{{Seq: seq, Snapshot: id, Name: name, At: testNow.Add(time.Duration(seq) * time.Minute), Day: day, Accounts: p.Len()}}, r.kept...)
	return nil
}

func (r *remembering) forget(id uint64) error {
	for i, m := range r.kept {
		if m.Snapshot == id {
			r.kept = append(append([]session.Moment(nil), r.kept[:i]...), r.kept[i+1:]...)
			break
		}
	}
	return nil
}

func TestHistoryTellsComparesAndRestores(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	remember(x)
	strategic := func() string { return score.Print(x.app.c.Scores().Local(x.app.c.Account).Strategic) }
	x.Keys("/ 'Meridian F' enter enter")
	x.Keys("g h").sees("Nothing has been edited yet.").Keys("a 'before the QBR' enter").sees("snapshot: before the QBR", "S "+strategic()).Keys("esc")
	before := strategic()
	x.Keys("0")
	after := strategic()
	x.Keys("g h").sees("Capacity 5 → 0", "over 1 snapshot", before+" → "+after+" now").Keys("end")
	x.Keys("enter").sees("From “before the QBR” to now", "Scores that moved", "strategic S", "Facts that changed", "Capacity 5 → 0").Keys("esc")
	x.Keys("r 'why' enter").sees("restored from “before the QBR”")
	x.equal(strategic(), before)
	x.Keys("esc u").equal(strategic(), after)
	x.Keys("g h home").sees("undone: ")
	x.Keys("space end enter").sees("From “before the QBR” to 24 Nov 2026").Keys("esc esc")
	x.Keys("end X").sees("This cannot be undone.").Keys("y").sees("deleted the snapshot").seesNot("snapshot: before")
	x.Keys("end X").sees("only snapshots can be deleted").Keys("v").sees("History ─ all accounts", "Meridian Foods")
}
