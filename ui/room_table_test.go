package ui

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
)

// TestEveryPageSaysWhatARoomMaySee reads the sources: every page has its row, and so
// has every section, look, prompt and list. One that is forgotten is closed.
func TestEveryPageSaysWhatARoomMaySee(t *testing.T) {
	rows := map[string]int{}
	parts := slices.Concat(roomPrompts, roomPicks, roomSections, roomLooks, roomViews, roomShown)
	for _, r := range parts {
		rows[fmt.Sprintf("%T %v", r.of, r.of)]++
		if r.shows == "" {
			t.Errorf("%T %v does not say what is shown", r.of, r.of)
		}
	}
	pages := map[string]bool{}
	for _, r := range allScreens() {
		name := reflect.TypeOf(r.page).Elem().Name()
		switch {
		case r.shows == "" && !pages[name]:
			t.Errorf("%s does not say what is shown", name)
		case r.shows != "":
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
			if r.of == of {
				return
			}
		}
		t.Errorf("%T %v is not in the table of what a room may see", of, of)
	}
	files, err := filepath.Glob("*.go")
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
		for _, m := range regexp.MustCompile(`(?m)^func \((?:\w+ )?\*(\w+)\) place\(\w* ?\*ctx, \w+ widget\.Rect\)|^func \((?:\w+ )?\*(\w+)\) place\(_ \*ctx`).FindAllStringSubmatch(string(text), -1) {
			found++
			if name := m[1] + m[2]; !pages[name] {
				t.Errorf("%s: the page %s is not in the table of what a room may see", f, name)
			}
		}
	}
	if found < len(pages) {
		t.Errorf("%d pages in the sources, %d in the table", found, len(pages))
	}
	for s := range sectionCount {
		has(s)
	}
	for l := range lookCount {
		has(l)
	}
	for v := range viewCount {
		has(v)
	}
	for k := range promptWords {
		has(k)
	}
	for k := pickField; k <= pickWhose; k++ {
		has(k)
	}
	for _, col := range roomColumns(60) {
		has(columnKey(col.key))
	}
	if fitOf(parts, struct{ new int }{}) != closed || allScreens().of(&newcomer{}).fit != closed {
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
				fit(&o.Text, &o.Goal, &o.Measure, &o.Baseline, &o.Target, &o.Owner)
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
					s.numbers[score.Thousands(v)], s.numbers[shortMoney(v)] = true, true
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
	keys := func(script string) func() { return func() { x.keys(script) } }
	push := func(o func() overlay) func() { return func() { a.push(o()) } }
	page := func(o overlay) any { return reflect.TypeOf(o) }
	person := func() model.PersonID {
		if len(c.current().Persons) == 0 {
			x.Fatal("the account has nobody")
		}
		return c.current().Persons[0].ID
	}
	return map[any]func(){
		page(&agendaPage{}):  keys("g a"),
		page(&ballotPage{}):  keys("g w b"),
		page(&closedField{}): push(func() overlay { return &closedField{why: oursWords} }),
		page(&comparePage{}): keys("tab tab 3 g h enter"),
		page(&copiesPage{}): push(func() overlay {
			return &copiesPage{trouble: "Qzdamaged", list: []CopyInfo{{Name: "Qzcopy.db", Path: "/Qz/Qzcopy.db"}}, asked: true}
		}),
		page(&deletePage{}):  push(func() overlay { return &deletePage{head: "Qzhead", with: []string{"Qzwith"}} }),
		page(&explain{}):     keys("i"),
		page(&focusPage{}):   keys("f7"),
		page(&help{}):        keys("?"),
		page(&historyPage{}): keys("g h"),
		page(&importDiff{}):  keys("ctrl+o 'crm.csv' enter tab tab tab tab enter"),
		page(&importer{}):    keys("ctrl+o 'crm.csv' enter"),
		page(&judge{}): push(func() overlay {
			return newJudge(edit.Ref{Account: c.account, Of: edit.OfPerson, ID: string(person())}, "Qzwho", judgeSupport)
		}),
		page(&leavePage{}):     keys("tab L"),
		page(&loadPage{}):      keys("g u"),
		page(&lockPage{}):      push(func() overlay { return newLockPage(false) }),
		page(&mergePage{}):     keys("tab tab 3 g j 'base' enter 'anna' enter"),
		page(&message{}):       push(func() overlay { return newMessage("A word", c.current().Notes) }),
		page(&method{}):        keys("f3"),
		page(&movesPage{}):     keys("g n"),
		page(&ourselvesPage{}): keys("g e"),
		page(&palette{}):       keys(": 'f'"),
		page(&pastePage{}):     func() { x.keys("tab tab p 'figures' enter"); a.paste("Qzone\tQztwo") },
		page(&phrasePage{}):    push(func() overlay { return newPhrasePage(Outcome{}) }),
		page(&pick{}):          keys("s"),
		page(&places{}):        keys("g"),
		page(&portfolioPage{}): keys("g p"),
		page(&prompt{}):        keys("a"),
		page(&prose{}):         keys("tab tab p 'notes' enter enter"),
		page(&recoveryPage{}):  push(func() overlay { return &recoveryPage{"Qzrecovery"} }),
		page(&replacePage{}):   push(func() overlay { return &replacePage{what: c.current().Notes} }),
		page(&reportPage{}):    keys("g r"),
		page(&revealPage{}):    push(func() overlay { return newReveal() }),
		page(&runSheet{}):      keys("g w 1"),
		page(&sheet{}):         keys("o"),
		page(&sorting{}):       keys("g c"),
		page(&towsPage{}):      keys("tab tab p 'swot' enter v"),
		page(&welcome{}):       push(func() overlay { return newWelcome("/data/accord.db") }),
		page(&whatIf{}):        keys("tab tab 3 w 2 w"),
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
	if err := r.keep(p, "Qzsnapshotofthem", model.DateOf(testNow), 0); err != nil {
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
	return x.keys("f5")
}

// TestNoPageShowsARoomWhatIsOurs opens every page of the table, before the room and
// with everything shown, and searches every frame: nothing of ours is in it.
func TestNoPageShowsARoomWhatIsOurs(t *testing.T) {
	p, s := roomSecrets(t)
	shown := 0
	for _, row := range allScreens() {
		page := row.page
		if row.shows == "" {
			continue // it stands there once more
		}
		name := reflect.TypeOf(page).Elem().Name()
		for _, frank := range []bool{true, false} {
			x := inProjector(t, p)
			x.app.ports.Version = versions(t, p)
			x.app.ports.Opens = func(string) bool { return false }
			if frank {
				x.keys("f12")
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
				x.keys("f12")
			}
			lookAround(t, x, s, name)
			if row.fit == closed && x.app.c.mayOpen(page) {
				t.Errorf("%s is open to the room", name)
			}
			n := len(x.patches)
			for _, k := range strings.Fields("j l enter tab x 3 e d A space X q v") {
				x.key(k)
				glance(t, x, s, name+" "+k, len(k))
			}
			if row.fit == closed && frank && len(x.patches) != n {
				t.Errorf("keys before the closed page %s changed something", name)
			}
			x.keys("esc esc esc")
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
	for sec := range sectionCount {
		x := inProjector(t, p).keys("tab tab")
		n := len(x.patches)
		for row := range 2 {
			for col := range 6 {
				for turn, k := range edits {
					if fitOf(roomSections, sec) != closed && strings.Contains("d = x", k) {
						continue // it changes what the room sees
					}
					x.app.bench.plan.at = sec
					x.key(k)
					where := sectionWords[sec].name + " " + k
					glance(t, x, s, where, turn+col+row)
					x.keys("'zz'")
					glance(t, x, s, where+", typed", turn+col+row)
					x.keys("esc esc")
					glance(t, x, s, where+", left", turn+col+row)
				}
				x.key("right")
			}
			x.key("j")
		}
		if fitOf(roomSections, sec) == closed && len(x.patches) != n {
			t.Errorf("%s is closed and was changed", sectionWords[sec].name)
		}
	}
	for look := range lookCount {
		x := inProjector(t, p)
		x.keys("tab z")
		x.app.bench.relmap.look = look
		for row := range 2 {
			for turn, k := range strings.Fields("0 I s c r f A D y o i t g L J F k m K W + - v") {
				x.app.bench.relmap.look = look
				x.key(k)
				glance(t, x, s, mapLooks[look]+" "+k, row+turn)
				x.keys("esc esc")
				glance(t, x, s, mapLooks[look]+" "+k+", left", row+turn)
				x.keys("g 2")
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
	look := func(o overlay, where string) {
		t.Helper()
		x.app.push(o)
		lookAround(t, x, s, where)
		x.keys("j")
		lookAround(t, x, s, where+", typed")
		x.app.overlays = nil
	}
	for k := range promptWords {
		stored := ""
		if fitOf(roomPrompts, k) == closed {
			stored = "Qzstored"
		}
		ask := newPrompt(k, "", stored)
		switch k {
		case askPark:
			ask = askLine("", stored)
		case askParticipant:
			ask = askWho("", stored)
		}
		look(ask, promptWords[k][0])
	}
	for k := pickSort; k <= pickWhose; k++ {
		if fitOf(roomPicks, k) == closed {
			look(newPick(k, "Qzhead", []choice{{"Qzchoice", "x"}}, ""), fmt.Sprint("list ", k))
		}
	}
	a := c.current()
	refs := []edit.Ref{edit.AccountRef(a.ID), {Of: edit.OfProgramme}, {Account: a.ID, Of: edit.OfPerson, ID: string(a.Persons[0].ID)},
		{Account: a.ID, Of: edit.OfSeat, ID: string(a.Seats[0].ID)}, {Account: a.ID, Of: edit.OfObjective, ID: string(a.Objectives[1].ID)},
		{Account: a.ID, Of: edit.OfObjective, ID: string(a.Objectives[0].ID)}, {Account: a.ID, Of: edit.OfAction, ID: string(a.Actions[1].ID)},
		{Account: a.ID, Of: edit.OfAction, ID: string(a.Actions[0].ID)}, {Account: a.ID, Of: edit.OfValue, ID: string(a.Values[0].ID)}}
	opened := 0
	for _, ref := range refs {
		for _, f := range edit.Fields(c.portfolio().Programme()) {
			if f.Of != ref.Of || strings.Contains(f.Key, "YEAR") {
				continue
			}
			opened++
			if _, over := editKind(c, ref, f.Key); over != nil {
				look(over, f.Key)
			}
			if f.Room == false && c.mayRead(ref, f) {
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
			if x.app.c.session.hidden() || x.quit {
				t.Fatal("the walk hid the names or left")
			}
			trail = append(trail, k)
			x.key(k)
			if !x.app.c.modest() {
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
