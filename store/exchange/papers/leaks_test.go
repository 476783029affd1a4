package papers_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/report"
	"accord/model/score"
	"accord/model/session"
	"accord/store/exchange/export"
	"accord/store/exchange/papers"
)

// everyFormat is a report in every format, unpacked where it is packed.
func everyFormat(t *testing.T, r *report.Report) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, format := range papers.Formats() {
		var b bytes.Buffer
		if err := papers.Write(&b, format, r); err != nil {
			if format != "ics" || len(r.Days) > 0 {
				t.Fatalf("%s: %v", format, err)
			}
			continue
		}
		out[format] = b.String()
		if format == "xlsx" {
			out[format] = unpackedBook(t, b.Bytes())
		}
		out[format] = strings.ReplaceAll(out[format], "\r\n ", "") // a calendar breaks its lines
	}
	return out
}

func unpackedBook(t *testing.T, book []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		all.WriteString(f.Name + "\n")
	}
	return all.String()
}

// forms are the ways in which a value of a field can stand in a file.
func forms(kind edit.FieldKind, value string) []string {
	switch kind {
	case edit.Amount:
		v, _ := strconv.ParseFloat(value, 64)
		return []string{value, score.Thousands(model.Some(v))}
	case edit.Day:
		d, _ := model.ParseDate(value)
		return []string{value, d.Short(), strings.ReplaceAll(value, "-", ""), fmt.Sprintf("<v>%d</v>", d.DaysSince(model.NewDate(1899, 12, 30)))}
	}
	return []string{value}
}

// marked is a file in which every text, amount and day of the registry says which
// field it is of: all of an account whose rows are meant for the customer, with
// further rows that are not. secret and open are their values by field.
func marked(t *testing.T) (s *score.Scores, secret, open map[string][]string) {
	t.Helper()
	id := 0
	session := session.New(model.EmptyPortfolio(), model.NewDate(2026, 11, 24), 0, func() string { id++; return fmt.Sprint("id", id) })
	do := func(c edit.Change) {
		t.Helper()
		if _, err := session.Do(c, time.Time{}); err != nil {
			t.Fatalf("%+v: %v", c, err)
		}
	}
	do(edit.AddMember{ID: "m", Name: "Ourmember"})
	do(edit.AddAccount{ID: "a", Name: "Theircompany"})
	add := func(n string) {
		for _, c := range []edit.Change{
			edit.AddSeat{Account: "a", ID: model.SeatID("s" + n), Title: "t", Name: "n" + n, Person: model.PersonID("p" + n)}, edit.SetTie{Account: "a", ID: model.TieID("tie" + n), Ours: "m", Theirs: model.PersonID("p" + n), Level: model.Vendor},
			edit.AddObjective{Account: "a", ID: model.ObjectiveID("o" + n), Text: "x"}, edit.AddAction{Account: "a", ID: model.ActionID("x" + n), Text: "x", Objective: model.ObjectiveID("o" + n)},
			edit.AddItem{Account: "a", Of: edit.OfInsight, ID: "i" + n, Text: "x"}, edit.AddItem{Account: "a", Of: edit.OfValue, ID: "v" + n, Text: "x"}, edit.AddItem{Account: "a", Of: edit.OfPoint, ID: "w" + n, Text: "x"},
			edit.AddItem{Account: "a", Of: edit.OfRisk, ID: "r" + n, Text: "x"}, edit.AddItem{Account: "a", Of: edit.OfReview, ID: "q" + n, Text: "x"}, edit.AddItem{Account: "a", Of: edit.OfDecision, ID: "d" + n, Text: "x"}, edit.AddCell{Account: "a", ID: model.CellID("g" + n), Unit: "u" + n, Offering: "o"},
		} {
			do(c)
		}
	}
	letters := map[edit.EntityKind]string{edit.OfSeat: "s", edit.OfPerson: "p", edit.OfTie: "tie", edit.OfObjective: "o", edit.OfAction: "x", edit.OfInsight: "i", edit.OfValue: "v", edit.OfPoint: "w",
		edit.OfRisk: "r", edit.OfReview: "q", edit.OfCell: "g", edit.OfDecision: "d"}
	secret, open = map[string][]string{}, map[string][]string{}
	count := 0
	fill := func(row string) {
		for _, f := range edit.Fields(session.Portfolio().Programme()) {
			ref := edit.Ref{Account: "a", Of: f.Of}
			if l, isRow := letters[f.Of]; isRow {
				ref.ID = l + row
			} else if row != "1" || f.Key == "name" {
				continue // the account, the programme and our team are there once
			} else if f.Of == edit.OfMember {
				ref.ID = "m"
			}
			count++
			key, value := strings.Replace(f.Key, "YEAR", "2025", 1), ""
			switch f.Kind {
			case edit.Text, edit.LongText, edit.Tags:
				value = fmt.Sprintf("Qword%07d", count)
			case edit.Amount:
				value = fmt.Sprint(900_000_000 + count*1_001)
			case edit.Day:
				value = model.NewDate(2031, 1, 1+count).String()
			}
			if value == "" || f.Key == "programme.year" || f.Key == "programme.currency" || f.Key == "programme.rates" {
				continue
			}
			do(edit.SetField{Ref: ref, Key: key, Value: value})
			if report.Shareable(f.Key) && row == "1" {
				open[f.Key+" "+row] = forms(f.Kind, value)
			} else {
				secret[f.Key+" "+row] = forms(f.Kind, value)
			}
		}
	}
	set := func(row, key, value string) {
		of := map[string]edit.EntityKind{"insight": edit.OfInsight, "objective": edit.OfObjective, "action": edit.OfAction, "value": edit.OfValue, "person": edit.OfPerson, "seat": edit.OfSeat, "decision": edit.OfDecision}[key[:strings.Index(key, ".")]]
		do(edit.SetField{Ref: edit.Ref{Account: "a", Of: of, ID: letters[of] + row}, Key: key, Value: value})
	}
	for _, row := range []string{"1", "2", "3", "4"} {
		add(row)
		fill(row)
		set(row, "person.support", "enemy")
		set(row, "seat.influence", "inner circle")
	}
	for _, kv := range [][2]string{{"insight.confirmed", "yes"}, {"insight.kind", "goal"}, {"value.status", "realised"}, {"objective.shared", "yes"}, {"action.shared", "yes"},
		{"insight.shared", "yes"}, {"value.shared", "yes"}, {"decision.shared", "yes"}} {
		set("1", kv[0], kv[1])
	}
	// the second rows could be shared, and nobody decided; the fourth too, and somebody said no
	for _, row := range []string{"2", "4"} {
		for _, kv := range [][2]string{{"insight.confirmed", "yes"}, {"insight.kind", "goal"}, {"value.status", "customer-verified"}} {
			set(row, kv[0], kv[1])
		}
	}
	for _, key := range []string{"insight.shared", "value.shared", "decision.shared", "objective.shared", "action.shared"} {
		set("4", key, "no")
	}
	// the third rows are of what may be shared, but not these: dropped, a pressure, received
	for _, kv := range [][2]string{{"insight.confirmed", "yes"}, {"insight.kind", "pressure"}, {"value.status", "realised"}, {"value.direction", "received"}, {"objective.shared", "yes"}, {"objective.status", "dropped"}, {"action.shared", "yes"}, {"action.status", "dropped"},
		{"insight.shared", "yes"}, {"value.shared", "yes"}} {
		set("3", kv[0], kv[1])
	}
	meet(do, secret)
	return session.Scores(), secret, open
}

// meet holds a workshop with people of two customers: of what was decided about the one
// and of the actions that came of it the shared ones are theirs to read; nothing else
// that was typed there is, least of all what the other one may read.
func meet(do func(edit.Change), secret map[string][]string) {
	do(edit.AddAccount{ID: "b", Name: "Qothercompany"})
	w := model.Workshop{Title: "Qtitle", Day: model.NewDate(2026, 11, 24), Accounts: []model.AccountID{"a", "b"},
		People: []model.Participant{{Initials: "Qours", Function: "Qfunction"}, {Initials: "PO", Function: "Qtheirfunction", Theirs: true, Account: "a"}, {Initials: "Qguest", Function: "Qguestfunction", Theirs: true, Account: "b"},
			{Initials: "Qunplaced", Theirs: true}},
		Steps: []model.AgendaStep{{ID: "1", Name: "Qstep", Note: "Qleads", Minutes: 10, Screen: "plan"}}}
	do(edit.BeginWorkshop{Workshop: w})
	due := model.NewDate(2026, 12, 12)
	for i, x := range []struct {
		line   model.Parked
		into   model.ParkedEnd
		shared bool
	}{
		{model.Parked{Text: "Zagreed", Kind: model.ParkedDecision, Account: "a", Who: "Qours"}, model.BecameDecision, true},
		{model.Parked{Text: "Qundecided", Kind: model.ParkedDecision, Account: "a", Who: "Qours"}, model.BecameDecision, false},
		{model.Parked{Text: "Qaction", Kind: model.ParkedAction, Account: "a", Who: "PO"}, model.BecameAction, false},
		{model.Parked{Text: "Zshared", Kind: model.ParkedAction, Account: "a", When: due}, model.BecameAction, true},
		{model.Parked{Text: "Qtofind", Account: "a"}, model.BecameGap, false},
		{model.Parked{Text: "Qwaits", Kind: model.ParkedDecision, Account: "a"}, model.ParkedWaits, false},
		{model.Parked{Text: "Qaside", Account: "a", Who: "Qours", Where: "Qwhere"}, model.ParkedSetAside, false},
		{model.Parked{Text: "Qnobody", Kind: model.ParkedDecision}, model.ParkedWaits, false},
		{model.Parked{Text: "Qotheragreed", Kind: model.ParkedDecision, Account: "b"}, model.BecameDecision, true},
		{model.Parked{Text: "Qotherundecided", Kind: model.ParkedDecision, Account: "b"}, model.BecameDecision, false},
		{model.Parked{Text: "Qothershared", Kind: model.ParkedAction, Account: "b", Who: "Qguest", When: due}, model.BecameAction, true},
	} {
		x.line.ID = model.ParkedID(fmt.Sprint("line", i))
		do(edit.Park{Parked: x.line})
		made := fmt.Sprint("made", i)
		if x.into != model.ParkedWaits {
			do(edit.TurnParked{ID: x.line.ID, Into: x.into, Made: made})
		}
		switch {
		case !x.shared:
		case x.into == model.BecameDecision:
			do(edit.SetField{Ref: edit.Ref{Account: x.line.Account, Of: edit.OfDecision, ID: made}, Key: "decision.shared", Value: "yes"})
		default:
			do(edit.SetField{Ref: edit.Ref{Account: x.line.Account, Of: edit.OfAction, ID: made}, Key: "action.shared", Value: "yes"})
		}
	}
	for _, c := range []edit.Change{edit.AddItem{Account: "b", Of: edit.OfValue, ID: "bv", Text: "Qothervalue"}, edit.AddItem{Account: "b", Of: edit.OfInsight, ID: "bi", Text: "Qothergoal"}, edit.AddObjective{Account: "b", ID: "bo", Text: "Qotherobjective"}} {
		do(c)
	}
	for _, kv := range [][3]string{{"bv", "value.shared", "yes"}, {"bv", "value.status", "realised"}, {"bv", "value.money", "777333111"}, {"bi", "insight.shared", "yes"}, {"bi", "insight.confirmed", "yes"}, {"bo", "objective.shared", "yes"}} {
		of := map[string]edit.EntityKind{"bv": edit.OfValue, "bi": edit.OfInsight, "bo": edit.OfObjective}[kv[0]]
		do(edit.SetField{Ref: edit.Ref{Account: "b", Of: of, ID: kv[0]}, Key: kv[1], Value: kv[2]})
	}
	for _, word := range []string{"Qtitle", "Qours", "Qfunction", "Qstep", "Qleads", "Qaction", "Qtofind", "Qwaits", "Qaside", "Qwhere", "Qnobody", "Qundecided", "Qtheirfunction", "Qunplaced",
		"Qother", "Qguest", "777333111", "777,333,111"} {
		secret["workshop "+word] = []string{word}
	}
}

// Nothing of ours alone reaches the customer in any report for them, in any format:
// no field that is not named as shareable, no row that is not meant for them, none
// of our team, of the programme, of the method. What may reach them does.
func TestNothingOfOursReachesTheCustomer(t *testing.T) {
	s, secret, open := marked(t)
	if len(secret) < 250 || len(open) < 15 {
		t.Fatalf("%d secret and %d open fields", len(secret), len(open))
	}
	all, theirs := "", 0
	for _, k := range report.Kinds() {
		r, ok := report.Build(k.Key, report.Customer, s, "a")
		if ok != k.For(report.Customer) {
			t.Fatalf("%s: built %v", k.Key, ok)
		}
		if !ok {
			continue
		}
		theirs++
		if !strings.HasPrefix(r.Title, "Theircompany: ") {
			t.Errorf("%s does not say first for whom it is: %s", k.Key, r.Title)
		}
		files := everyFormat(t, r)
		if page := files["html"]; strings.Index(page, "<h1><bdi>Theircompany") > strings.Index(page, "class=\"kind\"") {
			t.Errorf("the page of %s does not name its account first", k.Key)
		}
		if len(files) != len(papers.Formats()) {
			t.Errorf("%s: only %v", k.Key, slices.Sorted(maps.Keys(files)))
		}
		for format, file := range files {
			all += file
			for field, said := range secret {
				for _, word := range said {
					if strings.Contains(file, word) {
						t.Errorf("%s as %s tells the customer %s: %s", k.Key, format, field, word)
					}
				}
			}
			for _, word := range []string{"enemy", "inner circle", "ourmember", "strategic", "quadrant", "asymmetry", "internal"} {
				if strings.Contains(strings.ToLower(file), word) {
					t.Errorf("%s as %s tells the customer %q", k.Key, format, word)
				}
			}
		}
	}
	if page, _ := report.Build("agreed", report.Customer, s, "a"); !strings.Contains(everyFormat(t, page)["ics"], "Zshared") || !strings.Contains(everyFormat(t, page)["html"], "Zagreed") || strings.Contains(everyFormat(t, page)["html"], open["action.text 1"][0]) {
		t.Error("the page of what was agreed does not have what came of the workshop, and that alone")
	}
	for _, field := range []string{"objective.text", "objective.goal", "action.text", "action.due", "value.text", "value.money", "value.evidence", "insight.text", "decision.text"} {
		for _, word := range open[field+" 1"] { // days in every way they are written
			if !strings.Contains(all, word) {
				t.Errorf("the customer never reads %s, %s", field, word)
			}
		}
	}
	if theirs != 6 {
		t.Errorf("%d reports for the customer", theirs)
	}
	// The other customer reads theirs, and nothing of this one.
	for _, k := range report.Kinds() {
		r, ok := report.Build(k.Key, report.Customer, s, "b")
		if !ok {
			continue
		}
		for format, file := range everyFormat(t, r) {
			if strings.Contains(file, "Theircompany") || strings.Contains(file, "Qword") || strings.Contains(file, "Zagreed") || strings.Contains(file, "Zshared") || strings.Contains(file, "Qours") || strings.Contains(file, "Qotherundecided") {
				t.Errorf("%s as %s tells one customer of the other", k.Key, format)
			}
			all += file
		}
	}
	for _, word := range []string{"Qotheragreed", "Qothershared", "Qothervalue", "777,333,111", "Qothergoal", "Qotherobjective"} {
		if !strings.Contains(all, word) {
			t.Errorf("the other customer never reads %s", word)
		}
	}
	// The full plan, ours, does tell: the words are really there to be found.
	r, _ := report.Build("full", report.Us, s, "a")
	told, ours := 0, everyFormat(t, r)
	for _, said := range secret {
		if strings.Contains(ours["xlsx"], said[0]) && strings.Contains(ours["html"], said[0]) {
			told++
		}
	}
	if told < 60 {
		t.Errorf("our own full plan tells only %d of our words", told)
	}
}

// unique fills everything a value holds with words of sixteen letters and amounts
// of nine digits that are nowhere else.
func unique(v reflect.Value, n *int) {
	switch v.Interface().(type) {
	case model.Date:
		v.Set(reflect.ValueOf(model.NewDate(2026, 1, 1)))
		return
	case model.Money:
		*n++
		v.Set(reflect.ValueOf(model.NewMoney(float64(300_000_000+*n*7919), "USD")))
		return
	case model.Level:
		return
	case model.Instrument, model.Factor:
		return
	}
	switch v.Kind() {
	case reflect.String:
		*n++
		v.SetString(uniqueWord(*n))
		if strings.HasSuffix(v.Type().Name(), "ID") {
			v.SetString(fmt.Sprint("id", *n)) // they join things, and are made by the program
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				unique(v.Field(i), n)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			unique(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		unique(key, n)
		unique(value, n)
		v.SetMapIndex(key, value)
	case reflect.Bool:
		v.SetBool(true)
	}
}

// uniqueWord is a word of sixteen letters: Qz and the number in letters.
func uniqueWord(n int) string {
	w := []byte("Qzxqzxqzxqzxqzxq")
	for i := 15; n > 0; i-- {
		w[i], n = byte('a'+n%10), n/10
	}
	return string(w)
}

// uniqueFile is a file whose every text and amount is one of a kind, the words of
// the method included.
func uniqueFile(t *testing.T) *score.Scores {
	t.Helper()
	n := 0
	g := model.NewProgramme()
	pack := *g.MethodPack()
	pack.Name, pack.Instruments = uniqueWord(100_000), slices.Clone(pack.Instruments)
	g.Title = uniqueWord(100_001)
	for i := range pack.Instruments {
		in := &pack.Instruments[i]
		n += 2
		in.Name, in.Question, in.Factors = uniqueWord(n-1), uniqueWord(n), slices.Clone(in.Factors)
		for j := range in.Factors {
			f := &in.Factors[j]
			n += 2
			f.Name, f.Question, f.Anchors = uniqueWord(n-1), uniqueWord(n), slices.Clone(f.Anchors)
			for k := range f.Anchors {
				n++
				f.Anchors[k] = uniqueWord(n)
			}
		}
	}
	g.Pack = &pack
	g.Team = make([]model.Member, 2)
	for i := range g.Team {
		unique(reflect.ValueOf(&g.Team[i]).Elem(), &n)
	}
	var accounts []*model.Account
	for range 3 {
		a := new(model.Account)
		unique(reflect.ValueOf(a).Elem(), &n)
		a.Archived, a.Parent = false, ""
		for i := range a.Years {
			a.Years[i].Year = 2024 + i
		}
		for i := range a.Transactions {
			a.Transactions[i].Date = model.NewDate(2023, time.Month(1+i), 1)
		}
		a.Persons[0].ID, a.Ties[0].Theirs, a.Ties[0].Ours, a.Ties[0].Level = a.Seats[0].Person, a.Seats[0].Person, g.Team[0].ID, model.Vendor
		a.Insights[0].Kind, a.Values[0].Status = model.Goal, model.ValueRealised
		a.Ratings["importance.capacity"] = model.Rating{Ours: model.LevelOf(4), Note: uniqueWord(n + 1), Source: uniqueWord(n + 2)}
		n += 2
		accounts = append(accounts, a)
	}
	p, err := model.NewPortfolio(g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	return score.Of(p, model.NewDate(2026, 11, 24))
}

// No text and no amount of a file is in an anonymous report of any kind, for any
// audience, in any format, nor in an anonymous
func TestNobodyCanBeToldInAnAnonymousReport(t *testing.T) {
	s := uniqueFile(t)
	id := s.Portfolio().At(0).ID
	hidden := score.Of(mask.Anonymise(s), s.Today())
	amounts := map[string]bool{}
	for i := 1; i < 2000; i++ {
		v := float64(300_000_000 + i*7919)
		amounts[fmt.Sprint(300_000_000+i*7919)], amounts[score.Thousands(model.Some(v))] = true, true
	}
	check := func(what, file string, must bool) {
		t.Helper()
		words := strings.Count(file, "zxqzxq")
		found := 0
		for i := 0; i+9 <= len(file); i++ {
			if c := file[i]; c == '3' && (amounts[file[i:i+9]] || i+11 <= len(file) && amounts[file[i:i+11]]) {
				found++
			}
		}
		switch {
		case must && (words == 0 || found == 0):
			t.Errorf("%s: %d words and %d amounts of the file: the test looks at nothing", what, words, found)
		case !must && (words > 0 || found > 0):
			at := max(0, strings.Index(file, "zxqzxq")-60)
			t.Errorf("%s tells %d words and %d amounts: … %.140q", what, words, found, file[at:])
		}
	}
	for _, k := range report.Kinds() {
		for to := range report.Audiences {
			r, ok := report.Build(k.Key, report.Audience(to), hidden, id)
			if !ok {
				continue
			}
			for format, file := range everyFormat(t, r) {
				check(fmt.Sprintf("%s for %v as %s", k.Key, report.Audience(to), format), file, false)
			}
		}
	}
	hidden = score.Of(model.Renumber(hidden.Portfolio()), s.Today()) // as an export is
	for _, e := range []struct {
		what   []string
		format string
	}{{export.Tables(), "xlsx"}, {export.Tables(), "html"}, {export.Tables(), "json"}, {[]string{"accounts"}, "csv"}, {[]string{"contacts"}, "csv"}, {[]string{"actions"}, "csv"}, {[]string{export.Everything}, "json"}} {
		var b bytes.Buffer
		if err := export.Write(&b, e.format, export.Request{What: e.what, Scores: hidden}); err != nil {
			t.Fatal(err)
		}
		file := b.String()
		if e.format == "xlsx" {
			file = unpackedBook(t, b.Bytes())
		}
		check(fmt.Sprint(e.what, " as ", e.format), file, false)
	}
	r, _ := report.Build("full", report.Us, s, id)
	files := everyFormat(t, r)
	for _, format := range []string{"md", "html", "xlsx", "csv", "json"} {
		check("the real plan as "+format, files[format], true)
	}
}
