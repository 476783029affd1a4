package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
)

var testNow = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// memory is a file that lives in memory: the doors of a test.
type memory struct {
	asked   ImportRequest
	gather  func([]string) (files, left []string, err error)
	t       *testing.T
	p       *model.Portfolio
	steps   []Step
	preview ImportPreview
	locked  bool
	lost    error // of closing
	written map[string]string
}

var errLocked = errors.New("accord.db is already open in another window")

func (m *memory) Load() (*model.Portfolio, uint64, error) { return m.p, uint64(len(m.steps)), nil }
func (m *memory) Close() error                            { return m.lost }
func (m *memory) Save(p *edit.Patch) {
	accounts := append([]*model.Account(nil), m.p.Accounts()...)
	for i, a := range p.After {
		if k := m.p.Index(a.ID); p.Before[i] != nil {
			accounts[k] = a
		} else {
			accounts = append(accounts, a)
		}
	}
	g := m.p.Programme()
	if p.ProgrammeAfter != nil {
		g = p.ProgrammeAfter
	}
	var err error
	if m.p, err = model.NewPortfolio(g, accounts); err != nil {
		m.t.Fatal(err)
	}
	m.steps = append([]Step{{Seq: p.Seq, At: testNow, Kind: p.Kind.String(), Label: p.Label.Here(), Accounts: []model.AccountID{p.Place.Account}}}, m.steps...)
}

func (m *memory) doors() Doors {
	n := 0
	return Doors{
		DefaultPath: func() (string, error) { return "/nowhere/accord.db", nil },
		Known:       func(path string) bool { return strings.Contains(path, "known") },
		NewID:       func() string { n++; return fmt.Sprintf("new%09d", n) },
		Open: func(string) (Keeper, error) {
			if m.locked {
				return nil, errLocked
			}
			return m, nil
		},
		Create:  func(_ string, p *model.Portfolio) (Keeper, error) { m.p = p; return m, nil },
		Read:    func(string) (*model.Portfolio, error) { return m.p, nil },
		History: func(string, int, model.AccountID) ([]Step, error) { return m.steps, nil },
		Check:   func(path string) (Checked, error) { return Checked{Path: path, Format: 1, Accounts: m.p.Len()}, nil },
		Backup:  func(_, dest string) error { m.written[dest] = "backup"; return nil },
		Kinds:   []ImportKind{{"accounts", "one customer a row", true}, {"figures", "revenue by customer and year", true}},
		Preview: func(r ImportRequest) (*ImportPreview, error) {
			v := m.preview
			m.asked = r
			if v.Change != nil {
				v.Change = edit.ImportAccounts{Base: r.Portfolio, Accounts: v.Change.(edit.ImportAccounts).Accounts, Title: words.Plain("import")}
			}
			return &v, nil
		},
		Export: func(e Export) error {
			m.written[e.Path] = strings.Join(e.What, " ") + " " + string(e.Account)
			return nil
		},
		Gather: func(paths []string, _ ImportRequest) ([]string, []string, error) {
			if m.gather == nil {
				return paths, nil, nil
			}
			return m.gather(paths)
		},
		ReadText:  func(path string) ([]byte, error) { return []byte(m.written[path]), nil },
		WriteText: func(o Output, text []byte) error { m.written[o.Path] = string(text); return nil },
		Exit: func(err error) int {
			if errors.Is(err, errLocked) {
				return ExitInUse
			}
			return ExitFailed
		},
	}
}

// run runs a command on a file with the portfolio of the worked values.
func (m *memory) run(words ...string) (stdout, stderr string, exit int) {
	file := filepath.Join(m.t.TempDir(), "accord.db")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		m.t.Fatal(err)
	}
	return m.runOn(append([]string{"--file", file}, words...)...)
}

func (m *memory) runOn(words ...string) (stdout, stderr string, exit int) {
	var out, errs strings.Builder
	exit = Run(Env{Args: words, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Now: func() time.Time { return testNow }, Version: "test"},
		m.doors(), func(s Start) error {
			fmt.Fprintf(&out, "workbench on %s demo %v today %s", s.Path, s.Demo, s.Today())
			return nil
		})
	return out.String(), errs.String(), exit
}

func worked(t *testing.T) *memory {
	t.Helper()
	s := session.New(model.EmptyPortfolio(), model.DateOf(testNow), 0, func() string { return "x" })
	do := func(c edit.Change) {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(err)
		}
	}
	for i, revenue := range []string{"50", "30", "10", "5", "5"} {
		id := model.AccountID(fmt.Sprintf("acc%d", i+1))
		do(edit.AddAccount{ID: id, Name: []string{"Meridian Foods", "Meridian Snacks", "Halden", "Polaris", "Zeta"}[i]})
		do(edit.SetField{Ref: edit.AccountRef(id), Key: "figures.2025.revenue", Value: revenue})
	}
	rate := func(instrument, digits string) {
		for i, d := range digits {
			if d != '-' {
				do(edit.SetRating{Account: "acc1", Factor: model.DefaultPack().Instrument(instrument).Factors[i].Full(), Level: model.LevelOf(int(d - '0'))})
			}
		}
	}
	rate("importance", "54-32")
	rate("position", "231240")
	return &memory{t: t, p: s.Portfolio(), written: map[string]string{}}
}

func decode[T any](t *testing.T, text string) (v T) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return v
}

func TestScoreGivesTheWorkedValues(t *testing.T) {
	out, _, exit := worked(t).run("score", "Meridian Foods", "--json")
	s := decode[[]scoreJSON](t, out)[0]
	if exit != 0 || s.Importance.Score.V != 70 || s.Importance.Confidence != 0.8 || s.Position.Score.V != 41 || s.Position.Confidence != 1 || s.Quadrant != "exposed" ||
		math.Abs(s.Strategic.V-53.5723809439155) > 1e-12 || s.Asymmetry.V != 29 || s.Importance.Gap.Known || s.Classes.Revenue.V != "A" || s.Classes.Contribution.Known {
		t.Errorf("exit %d: %+v", exit, s)
	}
}

func TestPortfolioGivesTheWorkedValues(t *testing.T) {
	out, _, _ := worked(t).run("portfolio", "--json")
	p := decode[portfolioJSON](t, out)
	r := p.Revenue
	for name, v := range map[string][2]float64{"hhi": {r.HHI.V, 0.355}, "effective": {r.Effective.V, 1 / 0.355}, "gini": {r.Gini.V, 0.46}, "cr1": {r.CR1.V, 0.5}, "cr3": {r.CR3.V, 0.9}, "total": {r.Total.V, 100}} {
		if math.Abs(v[0]-v[1]) > 1e-12 {
			t.Errorf("%s is %v, want %v", name, v[0], v[1])
		}
	}
	if r.ABC != (abcJSON{2, 2, 1}) || p.Contribution != nil || p.Period != "2025" || p.Accounts != 5 || p.Spearman.Known {
		t.Errorf("%+v", p)
	}
}

// The keys of the contract, in the order of the page that promises them.
func TestTheKeysOfTheContractAreThere(t *testing.T) {
	m := worked(t)
	out, _, _ := m.run("score", "--json")
	for _, key := range strings.Fields("account id tier quadrant importance position strategic asymmetry receptive relationship value insight alignment stage commercial plan health attention abc flags " +
		"score confidence gap coverage support bow_tie thread zipper threads status given received ratio verified_share beyond_product freshness capped name sum cagr margin share_of_wallet headroom lifetime_value quality execution revenue contribution") {
		if !strings.Contains(out, `"`+key+`":`) {
			t.Errorf("score --json has no %q", key)
		}
	}
	out, _, _ = m.run("portfolio", "--json")
	for _, key := range strings.Fields("accounts period currency revenue total abc A B C top20_share cr1 cr3 cr5 hhi effective gini contribution spearman_revenue_strategic quadrants partner exposed leverage transact unknown alarms") {
		if !strings.Contains(out, `"`+key+`":`) {
			t.Errorf("portfolio --json has no %q", key)
		}
	}
}

func TestExitCodesAndSentences(t *testing.T) {
	for name, c := range map[string]struct {
		words []string
		exit  int
		says  string
	}{
		"unknown command":         {[]string{"scores"}, ExitUsage, "score"},
		"unknown flag":            {[]string{"score", "--loud"}, ExitUsage, "--loud"},
		"unknown account":         {[]string{"score", "Nobody"}, ExitUsage, "Nobody"},
		"ambiguous account":       {[]string{"score", "Meridian"}, ExitUsage, "Meridian Foods or Meridian Snacks"},
		"unknown field":           {[]string{"get", "Halden", "importance.capacty"}, ExitUsage, "importance.capacity"},
		"a value out of range":    {[]string{"set", "Halden", "importance.capacity", "9"}, ExitUsage, "0..5"},
		"a missing value":         {[]string{"set", "Halden", "tier"}, ExitUsage, "[FIELD VALUE]"},
		"a bad day":               {[]string{"--today", "yesterday", "score"}, ExitUsage, "2026-11-24"},
		"a bad period":            {[]string{"portfolio", "--period", "ever"}, ExitUsage, "ever"},
		"import without asking":   {[]string{"import", "a.csv"}, ExitUsage, "--yes"},
		"a mapping without =":     {[]string{"import", "a.csv", "--map", "x", "--yes"}, ExitUsage, "HEADER=FIELD"},
		"an export nobody writes": {[]string{"export", "plan.pdf"}, ExitUsage, ".json"},
		"a table nobody has":      {[]string{"export", "x.csv", "--what", "dreams"}, ExitUsage, "dreams"},
		"too many words":          {[]string{"check", "it"}, ExitUsage, `unexpected argument "it"`},
		"a word missing":          {[]string{"get"}, ExitUsage, "accord get ACCOUNT [FIELD]"},
		"an empty file name":      {[]string{"--file", "", "score"}, ExitUsage, "--file is empty"},
		"an empty day":            {[]string{"score", "--today", ""}, ExitUsage, "--today is empty"},
		"an empty copy name":      {[]string{"backup", ""}, ExitUsage, "empty"},
		"a number that is none":   {[]string{"history", "-n", "many"}, ExitUsage, `"many"`},
		"not be negative; 0":      {[]string{"history", "-n", "-1"}, ExitUsage, "0 means all"},
		"a year nobody has":       {[]string{"portfolio", "--period", "-1"}, ExitUsage, "-1"},
		"a kind nobody has":       {[]string{"import", "a.csv", "--kind", "dreams", "--yes"}, ExitUsage, "figures"},
		"help about nothing":      {[]string{"help", "scores"}, ExitUsage, "score"},
		"no shell":                {[]string{"completion"}, ExitUsage, "zsh"},
		"an unknown shell":        {[]string{"completion", "csh"}, ExitUsage, "zsh"},
	} {
		out, errs, exit := worked(t).run(c.words...)
		if exit != c.exit || !strings.Contains(errs, c.says) || out != "" {
			t.Errorf("%s: exit %d\nstdout %s\nstderr %s", name, exit, out, errs)
		}
	}
	m := worked(t)
	m.locked = true
	if _, errs, exit := m.run("set", "Halden", "tier", "key"); exit != ExitInUse || !strings.Contains(errs, "another window") {
		t.Errorf("locked: exit %d, %s", exit, errs)
	}
	if _, errs, exit := m.runOn("--file", "/nowhere/x.db", "score"); exit != ExitFailed || !strings.Contains(errs, "accord import") {
		t.Errorf("no file: exit %d, %s", exit, errs)
	}
	if _, errs, exit := m.runOn("--file", "/nowhere/known.db", "import", "a.csv", "--yes"); exit != ExitFailed || !strings.Contains(errs, "has disappeared") {
		t.Errorf("a known file that is gone: exit %d, %s", exit, errs)
	}
}

func TestSetTellsWhatMoved(t *testing.T) {
	m := worked(t)
	out, errs, exit := m.run("set", "Meridian Foods", "position.executive_access", "5", "tier", "strategic")
	if exit != 0 || !strings.Contains(out, "Executive access 0 → 5") || !strings.Contains(out, "candidate → strategic") || !strings.Contains(out, "S 54 → 63, exposed → partner") {
		t.Errorf("exit %d\n%s%s", exit, out, errs)
	}
	if out, _, _ = m.run("get", "Meridian Foods", "position.executive_access"); out != "5\n" {
		t.Errorf("%q", out)
	}
	if out, _, _ = m.run("set", "Meridian Foods", "position.executive_access", "-"); !strings.Contains(out, "5 → –") {
		t.Errorf("%q", out)
	}
	if out, _, _ = m.run("get", "Meridian Foods", "position.executive_access", "--json"); out != "null\n" {
		t.Errorf("%q", out)
	}
	if out, _, exit = m.run("set", "programme", "programme.currency", "EUR"); exit != 0 || !strings.Contains(out, "USD → EUR") {
		t.Errorf("%d %q", exit, out)
	}
	if out, _, _ = m.run("history"); !strings.Contains(out, "set programme.currency") || !strings.Contains(out, "edit") {
		t.Errorf("%q", out)
	}
}

func TestImportShowsAsksAndCountsRefusals(t *testing.T) {
	m := worked(t)
	m.preview = ImportPreview{File: "a.csv", Kind: "accounts", Rows: 2, New: 1, Summary: []string{"2 rows"}, Details: []string{"new: Omega"}, Problems: []string{"line 3: no name"},
		Change: edit.ImportAccounts{Accounts: []*model.Account{{ID: "omega", Name: "Omega"}}}}
	out, errs, exit := m.run("import", "a.csv", "--dry-run")
	if exit != ExitRefused || !strings.Contains(out, "new: Omega") || !strings.Contains(errs, "line 3") || m.p.Len() != 5 {
		t.Errorf("dry run: exit %d, %d accounts\n%s%s", exit, m.p.Len(), out, errs)
	}
	if _, _, exit = m.run("import", "a.csv", "--yes"); exit != ExitRefused || m.p.Len() != 6 {
		t.Errorf("exit %d, %d accounts", exit, m.p.Len())
	}
	m.preview.Change, m.preview.Problems = nil, nil
	out, _, exit = m.run("import", "a.csv", "--yes", "--json")
	if v := decode[[]ImportPreview](t, out); exit != 0 || v[0].Rows != 2 {
		t.Errorf("exit %d %+v", exit, v)
	}
}

// broken is a stdout that takes nothing.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

func TestOutputThatCanNotBeWritten(t *testing.T) {
	run := func(why error, words ...string) (string, int) {
		var errs strings.Builder
		file := filepath.Join(t.TempDir(), "accord.db")
		if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		exit := Run(Env{Args: append(words, "--file", file), Stdin: strings.NewReader(""), Stdout: broken{why}, Stderr: &errs, Getenv: os.Getenv, Now: func() time.Time { return testNow }}, worked(t).doors(), nil)
		return errs.String(), exit
	}
	full := &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
	for _, words := range []string{"score", "score --explain", "score --json", "portfolio", "fields", "history", "check", "doctor", "--help", "help get", "completion bash"} {
		if errs, exit := run(full, strings.Fields(words)...); exit != ExitFailed || !strings.Contains(errs, "no space left") || strings.Contains(errs, "/dev/stdout") {
			t.Errorf("%s on a full disk: exit %d, %s", words, exit, errs)
		}
	}
	if errs, exit := run(full, "set", "Halden", "tier", "key"); exit != ExitFailed || !strings.Contains(errs, "was saved") {
		t.Errorf("set on a full disk: exit %d, %s", exit, errs)
	}
	if errs, exit := run(&os.PathError{Err: syscall.EPIPE}, "score"); exit != ExitFine || errs != "" {
		t.Errorf("a reader who has gone: exit %d, %s", exit, errs)
	}
}

func TestImportAsksOnceForEachFile(t *testing.T) {
	ask := func(answers string, words ...string) (m *memory, out, errs string, exit int) {
		m = worked(t)
		m.preview = ImportPreview{File: "a.csv", Change: edit.ImportAccounts{Accounts: []*model.Account{{ID: "omega", Name: "Omega"}}}}
		var o, e strings.Builder
		exit = Run(Env{Args: append(words, "--file", filepath.Join(t.TempDir(), "new.db")), Stdin: strings.NewReader(answers), StdinTTY: true, Stdout: &o, Stderr: &e,
			Getenv: os.Getenv, Now: func() time.Time { return testNow }}, m.doors(), nil)
		return m, o.String(), e.String(), exit
	}
	if m, out, errs, exit := ask("n\ny\n", "import", "a.csv", "b.csv"); exit != 0 || m.p.Len() != 1 || strings.Count(out, "not imported") != 1 || strings.Count(errs, "[y/N]") != 2 {
		t.Errorf("no, yes: exit %d, %d accounts\n%s%s", exit, m.p.Len(), out, errs)
	}
	if m, _, _, exit := ask("", "import", "a.csv"); exit != 0 || m.p.Len() != 5 {
		t.Errorf("no answer: exit %d, %d accounts", exit, m.p.Len())
	}
	if _, out, errs, exit := ask("y\n", "import", "a.csv", "--json"); exit != ExitUsage || out != "" || !strings.Contains(errs, "--yes") {
		t.Errorf("asking within a document: exit %d\n%s%s", exit, out, errs)
	}
}

func TestTheWorkbenchIsAskedFor(t *testing.T) {
	m := worked(t)
	if out, _, _ := m.runOn("--file", "x.db", "--today", "2026-01-31"); out != "workbench on x.db demo false today 2026-01-31" {
		t.Errorf("%q", out)
	}
	if out, _, _ := m.runOn("demo"); !strings.Contains(out, "demo true today 2026-11-24") {
		t.Errorf("%q", out)
	}
}

func TestPagesForPeople(t *testing.T) {
	m := worked(t)
	for words, says := range map[string][]string{
		"score":                          {"Meridian Foods", "54~", "exposed"},
		"score Meridian Foods --explain": {"square root of importance", "weight 20", "unknown:", "confidence 80 %"},
		"portfolio":                      {"0.3550", "2.8", "50.0 %", "5 accounts"},
		"fields":                         {"importance.capacity", "figures.YEAR.revenue", "seat.influence", "0..5"},
		"check":                          {"5 accounts", "sound"},
		"backup /tmp/x.db":               {"wrote and read back /tmp/x.db"},
		"doctor":                         {"accord", "file", "terminal"},
		"export all.json":                {"all.json", "plain text"},
		"get Halden":                     {"figures.2025.revenue", "10"},
		"--version":                      {"accord test"},
		"--help":                         {"import", "portfolio", "completion"},
		"completion bash":                {"bash completion"},
		"completion powershell":          {"Register-ArgumentCompleter"},
	} {
		list := strings.Fields(words)
		if strings.HasPrefix(words, "score Meridian") {
			list = []string{"score", "Meridian Foods", "--explain"}
		}
		out, errs, exit := m.run(list...)
		if exit != 0 || errs != "" {
			t.Errorf("%s: exit %d, %s", words, exit, errs)
		}
		for _, s := range says {
			if !strings.Contains(out, s) {
				t.Errorf("%s does not say %q:\n%s", words, s, out)
			}
		}
	}
}

func TestControlCharactersOfTheDataStayAwayFromTheTerminal(t *testing.T) {
	m := worked(t)
	m.Save(&edit.Patch{Seq: 99, Before: []*model.Account{nil}, After: []*model.Account{{ID: "evil", Name: "a\x1b[2Jb\u202ec"}}})
	if out, _, _ := m.run("score"); strings.ContainsAny(out, "\x1b\u202e") || !strings.Contains(out, "a[2Jbc") {
		t.Errorf("%q", out)
	}
}

func TestImportTellsNearNamesAndWritesProblems(t *testing.T) {
	m := worked(t)
	m.preview = ImportPreview{File: "a.csv", Kind: "accounts", Questions: []ImportQuestion{{"Haldan", "Halden", "one letter differs", ""}, {"Told", "Zeta", "x", "new"}},
		Columns: []ImportColumn{{"Name", "account.name", "known heading"}}, Faults: func() []byte { return []byte("line,problem\r\n3,no name\r\n") }}
	out, errs, exit := m.run("import", "a.csv", "--dry-run", "--same", "X=Y=Zeta", "--problems", "bad.csv", "--map", "A=B=account.name")
	if exit != 0 || !strings.Contains(errs, `is Haldan the same as Halden (one letter differs)? --same "Haldan=Halden" means yes, --same "Haldan=-" means no`) || strings.Contains(errs, "Told") {
		t.Errorf("exit %d\n%s%s", exit, out, errs)
	}
	if m.written["bad.csv"] != "line,problem\r\n3,no name\r\n" {
		t.Errorf("%q", m.written)
	}
	if m.asked.Same["X=Y"] != "Zeta" || m.asked.Map["A=B"] != "account.name" {
		t.Errorf("%+v", m.asked)
	}
	m.run("import", "a.csv", "b.csv", "--dry-run", "--problems", "both.csv")
	if m.written["both.csv"] != "line,problem\r\n3,no name\r\n3,no name\r\n" {
		t.Errorf("%q", m.written["both.csv"])
	}
	if out, _, _ = m.run("import", "a.csv", "--dry-run", "--json"); !strings.Contains(out, `"same_as"`) || decode[[]ImportPreview](t, out)[0].Columns[0].Field != "account.name" {
		t.Errorf("%s", out)
	}
	if _, errs, exit = m.run("import", "a.csv", "--yes", "--same", "Haldan"); exit != ExitUsage || !strings.Contains(errs, "NAME=ACCOUNT") {
		t.Errorf("%d %s", exit, errs)
	}
	if m.run("import", "a.csv", "--dry-run", "--headings", "4"); m.asked.Headings != 4 {
		t.Errorf("%+v", m.asked)
	}
	for _, wrong := range [][]string{{"a.csv", "b.csv", "--headings", "4"}, {"a.csv", "--headings", "-1"}} {
		if _, errs, exit = m.run(append([]string{"import", "--dry-run"}, wrong...)...); exit != ExitUsage || !strings.Contains(errs, "--headings") {
			t.Errorf("%v: %d %s", wrong, exit, errs)
		}
	}
	m.gather = func(paths []string) ([]string, []string, error) {
		return []string{"b.csv", "a.csv"}, []string{"c.csv is not used: no heading is known."}, nil
	}
	if out, errs, exit = m.run("import", "a.csv", "b.csv", "c.csv", "--dry-run"); exit != ExitRefused || !strings.Contains(errs, "c.csv is not used") || m.asked.Path != "a.csv" {
		t.Errorf("%d %s%s", exit, out, errs)
	}
}

func TestImportTellsHowFarItIs(t *testing.T) {
	m := worked(t)
	steps := []int64{0, 1, 1 << 20, 1<<20 + 5, 2 << 20}
	doors := m.doors()
	doors.Preview = func(r ImportRequest) (*ImportPreview, error) {
		for _, n := range steps {
			if !r.Progress(n, 2<<20) {
				t.Error("nobody cancelled")
			}
		}
		return &ImportPreview{File: r.Path}, nil
	}
	for _, tty := range []bool{true, false} {
		var out, errs strings.Builder
		code := Run(Env{Args: []string{"--file", filepath.Join(t.TempDir(), "x.db"), "import", "big.csv", "--dry-run"}, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, StderrTTY: tty,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return testNow }}, doors, nil)
		want := ""
		if tty {
			want = "\rreading big.csv: 0 % (Ctrl+C cancels)\rreading big.csv: 50 % (Ctrl+C cancels)\rreading big.csv: 100 % (Ctrl+C cancels)\r" + strings.Repeat(" ", 39) + "\r"
		}
		if code != 0 || errs.String() != want {
			t.Errorf("terminal %v: exit %d, %q, want %q", tty, code, errs.String(), want)
		}
	}
}
