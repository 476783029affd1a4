package shell

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/accounts"
	"accord/ui/agenda"
	"accord/ui/history"
	"accord/ui/importer"
	"accord/ui/kit"
	"accord/ui/merging"
	"accord/ui/papers"
	"accord/ui/plan"
	"accord/ui/portfolio"
	"accord/ui/programme"
	"accord/ui/relmap"
	"accord/ui/workshop"
)

// TestEveryPageSaysWhatARoomMaySee reads the sources: every page has its row, and so
// has every section, look, prompt and list. One that is forgotten is closed.
func TestEveryPageSaysWhatARoomMaySee(t *testing.T) {
	rows := map[string]int{}
	parts := slices.Concat(kit.RoomPrompts(), kit.RoomPicks(), plan.RoomSections(), relmap.RoomLooks(), portfolio.RoomViews(), accounts.RoomShown())
	for _, r := range parts {
		rows[fmt.Sprintf("%T %v", r.Of, r.Of)]++
		if r.Shows == "" {
			t.Errorf("%T %v does not say what is shown", r.Of, r.Of)
		}
	}
	pages := map[string]bool{}
	for _, r := range allScreens() {
		name := reflect.TypeOf(r.Page).Elem().String()
		switch {
		case r.Shows == "" && !pages[name]:
			t.Errorf("%s does not say what is shown", name)
		case r.Shows != "":
			rows[name]++
		}
		pages[name] = true
	}
	for key, n := range rows {
		if n > 1 {
			t.Errorf("%s stands in the table %d times", key, n)
		}
	}
	has := func(of any) {
		t.Helper()
		for _, r := range parts {
			if r.Of == of {
				return
			}
		}
		t.Errorf("%T %v is not in the table of what a room may see", of, of)
	}
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^func \((?:\w+ )?\*(\w+)\) Place\(\w* ?\*(?:kit\.)?Context, \w+ widget\.Rect\)`).FindAllStringSubmatch(string(text), -1) {
			found++
			if name := filepath.Base(filepath.Dir(f)) + "." + m[1]; !pages[name] {
				t.Errorf("%s: the page %s is not in the table of what a room may see", f, name)
			}
		}
	}
	if found < len(pages) {
		t.Errorf("%d pages in the sources, %d in the table", found, len(pages))
	}
	for s := range plan.SectionCount {
		has(s)
	}
	for l := range relmap.LookCount {
		has(l)
	}
	for v := range portfolio.ViewCount {
		has(v)
	}
	for k := range kit.PromptWords() {
		has(k)
	}
	for k := kit.PickField; k <= kit.PickWhose; k++ {
		has(k)
	}
	for _, col := range accounts.RoomColumns(60) {
		has(accounts.ColumnKey(col.Key))
	}
	if kit.FitOf(parts, struct{ new int }{}) != kit.Closed || allScreens().Of(&newcomer{}).Fit != kit.Closed {
		t.Error("what nobody listed is open")
	}
}

// roomSecrets is the sample with every text and amount of ours a secret; what the
// room may see is said plainly.
func roomSecrets(t testing.TB) (*model.Portfolio, *secrets) {
	p, s := secretPortfolio(t)
	n := 0
	fit := func(texts ...*string) {
		for _, x := range texts {
			n++
			*x = fmt.Sprintf("Fit%d", n)
		}
	}
	g := *p.Programme()
	g.Pack = model.DefaultPack()
	fit(&g.Title)
	for i := range g.Team {
		fit(&g.Team[i].Name, &g.Team[i].Title)
	}
	names := []string{"AL", "BK"}
	g.Ballots = []model.Ballot{g.Ballots[0]}
	marks := map[string]model.Level{}
	for i, r := range g.Ballots[0].Raters {
		for k, l := range g.Ballots[0].Marks {
			if strings.Contains(k, r) {
				marks[strings.Replace(k, r, names[i], 1)] = l
			}
		}
	}
	g.Ballots[0].Raters, g.Ballots[0].Marks = names, marks
	if w := g.Workshop; w != nil {
		t.Fatal("the sample holds a workshop: say here what of it is fit")
	}
	var accounts []*model.Account
	for _, a := range p.Accounts() {
		one := *a
		fit(&one.Name, &one.Charter)
		for i := range one.Seats {
			fit(&one.Seats[i].Title, &one.Seats[i].Unit)
		}
		for i := range one.Persons {
			fit(&one.Persons[i].Name)
		}
		for i := range one.Years {
			one.Years[i].Revenue = model.NewMoney(1000, "EUR")
		}
		for i := range one.Transactions {
			one.Transactions[i].Amount = model.NewMoney(10, "EUR")
		}
		for i := range one.Objectives {
			if o := &one.Objectives[i]; i%2 == 0 {
				o.Shared = true
				fit(&o.Text, &o.Goal, &o.Measure, &o.Baseline, &o.Current, &o.Target, &o.Owner)
			} else {
				o.Shared = false
			}
		}
		for i := range one.Actions {
			if x := &one.Actions[i]; i%2 == 0 {
				x.Shared = true
				fit(&x.Text, &x.Owner)
			} else {
				x.Shared = false
			}
		}
		for i := range one.Insights {
			n := &one.Insights[i]
			if n.Shared = model.NotShared; i%2 == 0 {
				n.Shared = model.IsShared
				fit(&n.Text)
			}
		}
		for i := range one.Values {
			v := &one.Values[i]
			if v.Shared = model.NotShared; i%2 == 0 {
				v.Shared, v.Money = model.IsShared, model.NewMoney(10, "EUR")
				fit(&v.Text, &v.Metric, &v.Baseline, &v.Target, &v.Actual)
			}
		}
		for _, said := range []model.Sharing{model.IsShared, model.Undecided, model.NotShared} {
			d := model.Decision{ID: model.DecisionID(fmt.Sprint("d", said)), Text: "decided", Owner: "owner", Shared: said}
			s.fill(reflect.ValueOf(&d.Text).Elem())
			s.fill(reflect.ValueOf(&d.Owner).Elem())
			if said == model.IsShared {
				fit(&d.Text)
			}
			one.Decisions = append(one.Decisions, d)
		}
		accounts = append(accounts, &one)
	}
	out, err := model.NewPortfolio(&g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	// what is derived from our figures is ours too
	x := start(t, out, 80, 24)
	for _, a := range out.Accounts() {
		for _, y := range x.session().Scores().Local(a.ID).Years {
			for _, v := range []model.Num{y.Contribution, y.CostOfSales, y.CostToServe, y.Wallet, y.Headroom} {
				if v.Known {
					s.numbers[score.Thousands(v)], s.numbers[kit.ShortMoney(v)] = true, true
				}
			}
		}
	}
	return out, s
}

// roomDoors open what is in the table. A page is opened with everything shown, so
// that it is seen to be open; then the room looks.
func roomDoors(x *harness) map[any]func() {
	c, a := x.app.c, x.app
	keys := func(script string) func() { return func() { x.Keys(script) } }
	push := func(o func() kit.Page) func() { return func() { a.push(o()) } }
	page := func(o kit.Page) any { return reflect.TypeOf(o) }
	person := func() model.PersonID {
		if len(c.Current().Persons) == 0 {
			x.Fatal("the account has nobody")
		}
		return c.Current().Persons[0].ID
	}
	return map[any]func(){
		page(&agenda.Page{}):         keys("g a"),
		page(&workshop.BallotPage{}): keys("g w b"),
		page(&kit.ClosedField{}):     push(func() kit.Page { return &kit.ClosedField{Why: kit.OursWords()} }),
		page(&history.ComparePage{}): keys("tab tab 3 g h enter"),
		page(&copiesPage{}): push(func() kit.Page {
			return &copiesPage{trouble: "Qzdamaged", list: []kit.CopyInfo{{Name: "Qzcopy.db", Path: "/Qz/Qzcopy.db"}}, asked: true}
		}),
		page(&kit.DeletePage{}):  push(func() kit.Page { return &kit.DeletePage{Head: "Qzhead", With: []string{"Qzwith"}} }),
		page(&kit.Explain{}):     keys("i"),
		page(&plan.FocusPage{}):  keys("f7"),
		page(&help{}):            keys("?"),
		page(&history.Page{}):    keys("g h"),
		page(&importer.Diff{}):   keys("ctrl+o 'crm.csv' enter tab tab tab tab enter"),
		page(&importer.Wizard{}): keys("ctrl+o 'crm.csv' enter"),
		page(&relmap.Judge{}): push(func() kit.Page {
			return relmap.NewJudge(edit.Ref{Account: c.Account, Of: edit.OfPerson, ID: string(person())}, "Qzwho", relmap.JudgeSupport())
		}),
		page(&relmap.LeavePage{}):        keys("tab L"),
		page(&relmap.LoadPage{}):         keys("g u"),
		page(&lockPage{}):                push(func() kit.Page { return newLockPage(false) }),
		page(&merging.Page{}):            keys("tab tab 3 g j 'base' enter 'anna' enter"),
		page(&kit.Message{}):             push(func() kit.Page { return kit.NewMessage("A word", c.Current().Notes) }),
		page(&programme.Method{}):        keys("f3"),
		page(&plan.MovesPage{}):          keys("g n"),
		page(&programme.OurselvesPage{}): keys("g e"),
		page(&palette{}):                 keys(": 'f'"),
		page(&kit.PastePage{}):           func() { x.Keys("tab tab p 'figures' enter"); a.Paste("Qzone\tQztwo") },
		page(&phrasePage{}):              push(func() kit.Page { return newPhrasePage(kit.Outcome{}) }),
		page(&kit.Pick{}):                keys("s"),
		page(&places{}):                  keys("g"),
		page(&portfolio.Page{}):          keys("g p"),
		page(&kit.Prompt{}):              keys("a"),
		page(&kit.Prose{}):               keys("tab tab p 'notes' enter enter"),
		page(&recoveryPage{}):            push(func() kit.Page { return &recoveryPage{"Qzrecovery"} }),
		page(&kit.ReplacePage{}):         push(func() kit.Page { return &kit.ReplacePage{What: c.Current().Notes} }),
		page(&papers.Page{}):             keys("g r"),
		page(&revealPage{}):              push(func() kit.Page { return newReveal() }),
		page(&workshop.RunSheet{}):       keys("g w 1"),
		page(&kit.Sheet{}):               keys("o"),
		page(&accounts.Sorting{}):        keys("g c"),
		page(&plan.TowsPage{}):           keys("tab tab p 'swot' enter v"),
		page(&welcome{}):                 push(func() kit.Page { return newWelcome("/data/accord.db") }),
		page(&whatIf{}):                  keys("tab tab 3 w 2 w"),
	}
}

// roomSizes are the screens a room has.
var roomSizes = [][2]int{{120, 40}, {80, 24}, {60, 16}}

// lookAround searches the frame at every size, the title and what a key says.
func lookAround(t *testing.T, x *harness, s *secrets, where string) {
	t.Helper()
	for _, size := range roomSizes {
		x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for what, text := range map[string]string{"frame": x.screen(), "title": x.app.windowTitle()} {
			if found := s.leaks(text); len(found) > 0 {
				t.Fatalf("%s at %v: the %s shows %q:\n%s", where, size, what, found, text)
			}
		}
	}
	x.send(tea.WindowSizeMsg{Width: 120, Height: 40})
}

// glance searches the frame at the one size whose turn it is.
func glance(t *testing.T, x *harness, s *secrets, where string, turn int) {
	t.Helper()
	size := roomSizes[turn%len(roomSizes)]
	x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	if found := s.leaks(x.app.windowTitle() + "\n" + x.screen()); len(found) > 0 {
		t.Fatalf("%s at %v: %q is shown:\n%s", where, size, found, x.screen())
	}
}

// inProjector opens the workbench on secrets, in projector mode.
func inProjector(t *testing.T, p *model.Portfolio) *harness {
	t.Helper()
	x := start(t, p, 120, 40)
	r := remember(x)
	if err := r.Keep(p, "Qzsnapshotofthem", model.DateOf(testNow), 0); err != nil {
		t.Fatal(err)
	}
	x.app.ports.Path = "/data/accord.db"
	x.app.ports.Preview = crmExport
	for i, a := range p.Accounts() { // one with people, objectives and figures
		if len(a.Persons) > 2 && len(a.Objectives) > 1 && len(a.Actions) > 1 && len(a.Values) > 0 {
			x.app.bench.show(x.app.c, p.At(i).ID)
			break
		}
	}
	return x.Keys("f5")
}

// TestNoPageShowsARoomWhatIsOurs opens every page of the table, before the room and
// with everything shown, and searches every frame: nothing of ours is in it.
func TestNoPageShowsARoomWhatIsOurs(t *testing.T) {
	p, s := roomSecrets(t)
	shown := 0
	for _, row := range allScreens() {
		page := row.Page
		if row.Shows == "" {
			continue // it stands there once more
		}
		name := reflect.TypeOf(page).Elem().Name()
		for _, frank := range []bool{true, false} {
			x := inProjector(t, p)
			x.app.ports.Version = versions(t, p)
			x.app.ports.Opens = func(string) bool { return false }
			if frank {
				x.Keys("f12")
			}
			door := roomDoors(x)[reflect.TypeOf(page)]
			if door == nil {
				t.Fatalf("nobody opens the page %s: say how in roomDoors", name)
			}
			door()
			if frank && (x.app.top() == nil || reflect.TypeOf(x.app.top()) != reflect.TypeOf(page)) {
				t.Fatalf("the page %s was not opened:\n%s", name, x.screen())
			}
			if frank {
				if len(s.leaks(x.screen())) > 0 {
					shown++
				}
				x.Keys("f12")
			}
			lookAround(t, x, s, name)
			if row.Fit == kit.Closed && x.app.c.MayOpen(page) {
				t.Errorf("%s is open to the room", name)
			}
			n := len(x.patches)
			for _, k := range strings.Fields("j l enter tab x 3 e d A space X q v") {
				x.key(k)
				glance(t, x, s, name+" "+k, len(k))
			}
			if row.Fit == kit.Closed && frank && len(x.patches) != n {
				t.Errorf("keys before the closed page %s changed something", name)
			}
			x.Keys("esc esc esc")
			lookAround(t, x, s, name+", left")
		}
	}
	if shown < 10 {
		t.Errorf("only %d pages hold a secret when everything is shown: their absence proves little", shown)
	}
}

// TestNoSectionOrLookShowsARoomWhatIsOurs goes through every section and look, every
// cell of it, and begins to edit, explain and copy there.
func TestNoSectionOrLookShowsARoomWhatIsOurs(t *testing.T) {
	p, s := roomSecrets(t)
	edits := strings.Fields("enter e o i y d = ctrl+e v x")
	for sec := range plan.SectionCount {
		x := inProjector(t, p).Keys("tab tab")
		n := len(x.patches)
		for row := range 2 {
			for col := range 6 {
				for turn, k := range edits {
					if kit.FitOf(plan.RoomSections(), sec) != kit.Closed && strings.Contains("d = x", k) {
						continue // it changes what the room sees
					}
					x.app.bench.plan.At = sec
					x.key(k)
					where := plan.SectionWords()[sec].Name + " " + k
					glance(t, x, s, where, turn+col+row)
					x.Keys("'zz'")
					glance(t, x, s, where+", typed", turn+col+row)
					x.Keys("esc esc")
					glance(t, x, s, where+", left", turn+col+row)
				}
				x.key("right")
			}
			x.key("j")
		}
		if kit.FitOf(plan.RoomSections(), sec) == kit.Closed && len(x.patches) != n {
			t.Errorf("%s is closed and was changed", plan.SectionWords()[sec].Name)
		}
	}
	for look := range relmap.LookCount {
		x := inProjector(t, p)
		x.Keys("tab z")
		x.app.bench.relmap.Look = look
		for row := range 2 {
			for turn, k := range strings.Fields("0 I s c r f A D y o i t g L J F k m K W + - v") {
				x.app.bench.relmap.Look = look
				x.key(k)
				glance(t, x, s, relmap.Looks[look]+" "+k, row+turn)
				x.Keys("esc esc")
				glance(t, x, s, relmap.Looks[look]+" "+k+", left", row+turn)
				x.Keys("g 2")
			}
			x.key("down")
		}
	}
}

// TestNoPromptOrListShowsARoomWhatIsOurs opens every question and every list of
// choices, those of every field of the registry among them, and every long text.
func TestNoPromptOrListShowsARoomWhatIsOurs(t *testing.T) {
	p, s := roomSecrets(t)
	x := inProjector(t, p)
	c := x.app.c
	look := func(o kit.Page, where string) {
		t.Helper()
		x.app.push(o)
		lookAround(t, x, s, where)
		x.Keys("j")
		lookAround(t, x, s, where+", typed")
		x.app.overlays = nil
	}
	for k := range kit.PromptWords() {
		stored := ""
		if kit.FitOf(kit.RoomPrompts(), k) == kit.Closed {
			stored = "Qzstored"
		}
		ask := kit.NewPrompt(k, "", stored)
		switch k {
		case kit.AskPark:
			ask = workshop.AskLine("", stored)
		case kit.AskParticipant:
			ask = workshop.AskWho("", stored)
		}
		look(ask, kit.PromptWords()[k][0])
	}
	for k := kit.PickSort; k <= kit.PickWhose; k++ {
		if kit.FitOf(kit.RoomPicks(), k) == kit.Closed {
			look(kit.NewPick(k, "Qzhead", []kit.Choice{{Word: "Qzchoice", Value: "x"}}, ""), fmt.Sprint("list ", k))
		}
	}
	a := c.Current()
	refs := []edit.Ref{edit.AccountRef(a.ID), {Of: edit.OfProgramme}, {Account: a.ID, Of: edit.OfPerson, ID: string(a.Persons[0].ID)},
		{Account: a.ID, Of: edit.OfSeat, ID: string(a.Seats[0].ID)}, {Account: a.ID, Of: edit.OfObjective, ID: string(a.Objectives[1].ID)},
		{Account: a.ID, Of: edit.OfObjective, ID: string(a.Objectives[0].ID)}, {Account: a.ID, Of: edit.OfAction, ID: string(a.Actions[1].ID)},
		{Account: a.ID, Of: edit.OfAction, ID: string(a.Actions[0].ID)}, {Account: a.ID, Of: edit.OfValue, ID: string(a.Values[0].ID)}}
	opened := 0
	for _, ref := range refs {
		for _, f := range edit.Fields(c.Portfolio().Programme()) {
			if f.Of != ref.Of || strings.Contains(f.Key, "YEAR") {
				continue
			}
			opened++
			if _, over := kit.EditKind(c, ref, f.Key); over != nil {
				look(over, f.Key)
			}
			if f.Room == false && c.MayRead(ref, f) {
				t.Errorf("%s is nowhere listed as fit and is shown", f.Key)
			}
		}
	}
	if opened < 150 {
		t.Errorf("only %d fields", opened)
	}
}

// TestRandomKeysShowARoomNothingOfOurs presses keys at random before the room.
func TestRandomKeysShowARoomNothingOfOurs(t *testing.T) {
	p, s := roomSecrets(t)
	all := strings.Fields("j k h l enter esc esc tab shift+tab up down left right space g g p n a c r w e u i o v z s t x 0 3 5 = d / ? : ctrl+o f2 f3 f7 f8 E A X y b f m 1 2 4 ] [ ctrl+e pgdown home L J I")
	steps := 500
	if *long {
		steps = 20_000
	}
	for seed := range uint64(2) {
		rnd := rand.New(rand.NewPCG(seed, 16))
		x := inProjector(t, p)
		var trail []string
		for i := range steps {
			k := all[rnd.IntN(len(all))]
			if x.app.c.Session.Hidden() || x.quit {
				t.Fatal("the walk hid the names or left")
			}
			trail = append(trail, k)
			x.key(k)
			if !x.app.c.Modest() {
				t.Fatalf("%s ends projector mode", k)
			}
			where := fmt.Sprintf("seed %d, step %d, %v", seed, i, trail[max(0, len(trail)-12):])
			if i%7 == 0 {
				lookAround(t, x, s, where)
			} else if found := s.leaks(x.screen()); len(found) > 0 {
				t.Fatalf("%s: %q\n%s", where, found, x.screen())
			}
		}
	}
}
