package sessiontest

import (
	"fmt"
	"math/rand/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
)

func pickAccount(r *rand.Rand, p *model.Portfolio) model.AccountID {
	if p.Len() == 0 || r.IntN(2) == 0 {
		return ""
	}
	return p.At(r.IntN(p.Len())).ID
}

func pickSeat(r *rand.Rand, a *model.Account) model.SeatID {
	if len(a.Seats) == 0 || r.IntN(5) == 0 {
		return ""
	}
	return a.Seats[r.IntN(len(a.Seats))].ID
}

func pickPerson(r *rand.Rand, a *model.Account) model.PersonID {
	if len(a.Persons) == 0 {
		return "nobody"
	}
	return a.Persons[r.IntN(len(a.Persons))].ID
}

func pickMember(r *rand.Rand, p *model.Portfolio) model.MemberID {
	if team := p.Programme().Team; len(team) > 0 {
		return team[r.IntN(len(team))].ID
	}
	return "nobody"
}

func pickObjective(r *rand.Rand, a *model.Account) model.ObjectiveID {
	if len(a.Objectives) == 0 {
		return ""
	}
	return a.Objectives[r.IntN(len(a.Objectives))].ID
}

// pickItem picks one of the plan's own lists, "" when it is empty.
func pickItem(r *rand.Rand, a *model.Account, of edit.EntityKind) string {
	l := edit.ListOf(of)
	if l == nil || len(l.IDs(a)) == 0 {
		return ""
	}
	ids := l.IDs(a)
	return ids[r.IntN(len(ids))]
}

func refFor(
	of edit.EntityKind,
	a *model.Account,
	s model.SeatID,
	p model.PersonID,
	m model.MemberID,
	r *rand.Rand,
) edit.Ref {
	ref := edit.Ref{Account: a.ID, Of: of}
	switch of {
	case edit.OfProgramme:
		ref.Account = ""
	case edit.OfMember:
		ref.Account, ref.ID = "", string(m)
	case edit.OfSeat:
		ref.ID = string(s)
	case edit.OfPerson:
		ref.ID = string(p)
	case edit.OfTie:
		if len(a.Ties) > 0 {
			ref.ID = string(a.Ties[r.IntN(len(a.Ties))].ID)
		}
	case edit.OfObjective:
		ref.ID = string(pickObjective(r, a))
	case edit.OfAction:
		if len(a.Actions) > 0 {
			ref.ID = string(a.Actions[r.IntN(len(a.Actions))].ID)
		}
	default:
		ref.ID = pickItem(r, a, of)
	}
	return ref
}

// RandomValue is usually legal for the field, sometimes empty or nonsense.
func RandomValue(r *rand.Rand, f edit.Field) string {
	if r.IntN(6) == 0 {
		return []string{"", "-", "nonsense ✗"}[r.IntN(3)]
	}
	switch f.Kind {
	case edit.Choice, edit.YesNo:
		return f.Choices[r.IntN(len(f.Choices))]
	case edit.Amount:
		return fmt.Sprint(modeltest.OrZero(r.IntN(900_000)))
	case edit.Percent:
		return fmt.Sprint(modeltest.OrZero(r.IntN(101)))
	case edit.Decimal:
		return fmt.Sprint(float64(modeltest.OrZero(r.IntN(100))) / 100)
	case edit.Whole:
		return fmt.Sprint(modeltest.OrZero(1 + r.IntN(3+9*r.IntN(2))))
	case edit.Day:
		return modeltest.Today.AddDays(r.IntN(800) - 400).String()
	case edit.Grade:
		return fmt.Sprint([]int{0, 2, 3, 5}[r.IntN(4)])
	case edit.Text:
		switch f.Key {
		case "programme.year":
			return []string{"", "auto", "2024", "2025", "2031", "last 12 months"}[r.IntN(6)]
		case "programme.currency":
			return "USD"
		case "programme.rates":
			return fmt.Sprintf("EUR 2025 %d, ILS 2024 0.3", 1+r.IntN(3))
		}
	case edit.LongText, edit.Tags, edit.Link:
	}
	return fmt.Sprintf("text %d", r.IntN(5))
}
