package shell

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/report"
	"accord/model/score"
	"accord/model/session"
	"accord/ui/keys"
	"accord/ui/kit"
)

// secrets gives every text of a value a word of its own of sixteen letters, every
// amount a number of nine digits of its own, and remembers how an amount could be
// shown. Identifiers stay, so that everything still belongs together.
type secrets struct {
	n       int
	numbers map[string]bool
}

// secretWord is in every secret text and in nothing that Accord says.
const secretWord = "qz"

func (s *secrets) word() string {
	s.n++
	word := []byte("Qzaaaaaaaaaaaaaa")
	for i, n := 15, s.n; n > 0; i, n = i-1, n/26 {
		word[i] = byte('a' + n%26)
	}
	return string(word)
}

func (s *secrets) amount() float64 {
	s.n++
	v := float64(100_000_007 + s.n*1_000_003%899_999_999)
	plain := fmt.Sprintf("%.0f", v)
	for _, form := range []string{plain, plain[:3] + "," + plain[3:6] + "," + plain[6:], plain[:3] + " " + plain[3:6] + " " + plain[6:], plain[:3] + "." + plain[3:6] + "." + plain[6:],
		plain[:3] + "," + plain[3:6] + "k", plain[:6] + "k", kit.ShortMoney(model.Some(v)), score.Thousands(model.Some(v)), fmt.Sprintf("%.1fM", v/1e6), fmt.Sprintf("%.0fM", math.Round(v/1e6))} {
		s.numbers[form] = true
	}
	return v
}

func (s *secrets) fill(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *string:
		*x = s.word()
		return
	case *model.Money:
		*x = model.NewMoney(s.amount(), "USD")
		return
	case *model.Opt[int64]:
		*x = model.Opt[int64]{V: int64(s.amount()), Known: true}
		return
	case *model.Transaction:
		defer func(key string) { x.Key = key }(x.Key)
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.fill(v.Field(i))
			}
		}
	case reflect.Slice:
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(fresh, v)
		if v.Len() == 0 && v.Type().Elem().Kind() == reflect.String || v.Type() == reflect.TypeFor[[]model.SourceID]() {
			fresh = reflect.MakeSlice(v.Type(), 1, 1)
		}
		for i := range fresh.Len() {
			s.fill(fresh.Index(i))
		}
		v.Set(fresh)
	case reflect.Map:
		fresh := reflect.MakeMap(v.Type())
		for it := v.MapRange(); it.Next(); {
			one := reflect.New(v.Type().Elem()).Elem()
			one.Set(it.Value())
			s.fill(one)
			fresh.SetMapIndex(it.Key(), one)
		}
		v.Set(fresh)
	case reflect.Pointer:
		if !v.IsNil() {
			one := reflect.New(v.Type().Elem())
			one.Elem().Set(v.Elem())
			s.fill(one.Elem())
			v.Set(one)
		}
	}
}

// secretPack is the default pack with every word of it replaced.
func (s *secrets) pack(t testing.TB) *model.Pack {
	text, err := model.DefaultPack().Text()
	if err != nil {
		t.Fatal(err)
	}
	text = regexp.MustCompile(`("(?:name|question|language)": )"[^"]*"`).ReplaceAllFunc(text, func(b []byte) []byte {
		return []byte(string(b[:strings.Index(string(b), ": ")+2]) + `"` + s.word() + `"`)
	})
	anchors := regexp.MustCompile(`(?s)"anchors": \[.*?\]`)
	text = anchors.ReplaceAllFunc(text, func(b []byte) []byte {
		body := regexp.MustCompile(`(?m)^(\s+)"(?:[^"\\]|\\.)*"(,?)$`).ReplaceAllStringFunc(string(b), func(line string) string {
			return regexp.MustCompile(`"(?:[^"\\]|\\.)*"`).ReplaceAllString(line, `"`+s.word()+`"`)
		})
		return []byte(body)
	})
	p, err := model.ParsePack(text)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "impact") {
		t.Fatal("a text of the pack was left out")
	}
	return p
}

// secretPortfolio is the sample with nothing in it that may be seen.
func secretPortfolio(t testing.TB) (*model.Portfolio, *secrets) {
	p, s := samplePortfolio(t), &secrets{numbers: map[string]bool{}}
	accounts := make([]*model.Account, p.Len())
	for i, a := range p.Accounts() {
		one := *a
		if one.Custom == nil {
			one.Custom = map[string]string{}
		}
		one.Custom[s.word()] = ""
		s.fill(reflect.ValueOf(&one).Elem())
		accounts[i] = &one
	}
	g := *p.Programme()
	currency := g.Currency
	s.fill(reflect.ValueOf(&g).Elem())
	g.Currency, g.Pack = currency, s.pack(t)
	g.Rates = p.Programme().Rates
	b := model.Ballot{ID: "before", Accounts: []model.AccountID{accounts[0].ID, accounts[1].ID}, Instrument: "importance", Raters: []string{s.word(), s.word()}, Passed: 2, Marks: map[string]model.Level{}}
	for i, r := range b.Raters {
		b.Marks[string(accounts[0].ID)+"/"+r+"/importance.capacity"] = model.LevelOf(2 + i)
	}
	g.Ballots = []model.Ballot{b}
	out, err := model.NewPortfolio(&g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	return out, s
}

// leaks are the secrets in a text.
func (s *secrets) leaks(text string) (out []string) {
	low := strings.ToLower(text)
	if i := strings.Index(low, secretWord); i >= 0 {
		out = append(out, text[max(0, i-20):min(len(text), i+20)])
	}
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		from, to := i, i
		for ; i < len(text) && strings.IndexByte("0123456789., kmKM", text[i]) >= 0; i++ {
			if text[i] != ' ' && text[i] != '.' && text[i] != ',' {
				to = i + 1
			}
			if text[i] == ' ' && i+1 < len(text) && text[i+1] == ' ' {
				break
			}
		}
		// a column beside it may have run into the number, so all ends are tried
		for end := to; end > from+3; end-- {
			if s.numbers[text[from:end]] {
				out = append(out, text[from:end])
			}
		}
	}
	return out
}

// look searches everything that leaves the program: the frame at two sizes, the
// title, the status line, what was copied and written.
func (s *secrets) look(t *testing.T, x *harness, where string) {
	t.Helper()
	for what, text := range map[string]string{"frame": x.screen(), "title": x.app.windowTitle(), "status": x.app.status.text, "copy": strings.Join(x.copied, "\n"), "file": strings.Join(x.wrote, "\n")} {
		if found := s.leaks(text); len(found) > 0 {
			t.Fatalf("%s: the %s shows %q:\n%s", where, what, found, text)
		}
	}
	x.copied, x.wrote = nil, nil
}

// inTheRoom opens the workbench on secrets: with names hidden since the last time,
// or hidden by a key after the script.
func inTheRoom(t *testing.T, p *model.Portfolio, script string, later bool) *harness {
	x := start(t, p, 200, 45)
	r := remember(x)
	if err := r.Keep(p, "Qzsnapshotofthem", model.DateOf(testNow), 0); err != nil {
		t.Fatal(err)
	}
	x.app.ports.Path = "/data/Qzcustomer.db"
	x.app.ports.Report = func(w io.Writer, _ string, r *report.Report) error { return json.NewEncoder(w).Encode(r) }
	x.app.ports.Write = func(o kit.Output, text []byte) error {
		path := o.Path
		x.wrote = append(x.wrote, path, string(text))
		return nil
	}
	if later {
		x.Keys(script)
		x.copied, x.wrote = nil, nil
		x.key("f6")
		return x
	}
	x.key("f6")
	return x.Keys(script)
}

// TestNothingRealIsSeenWhileNamesAreHidden is the promise of f6: on a portfolio
// whose every text and amount is a secret, no frame, title, status, copy or file of
// any screen shows one, whatever key is pressed there.
func TestNothingRealIsSeenWhileNamesAreHidden(t *testing.T) {
	p, s := secretPortfolio(t)
	stops := append(slices.Clone(tour), "tab tab 3 + u", "g r f 'x.html' enter", "g r v v f 'y.json' enter", "g p v t", "y", "tab y", "tab tab y", "g h enter", "tab tab 5 4 g h", "ctrl+o", "i", "tab i", "tab tab i")
	for _, script := range stops {
		for _, later := range []bool{false, true} {
			x := inTheRoom(t, p, script, later)
			s.look(t, x, script)
			if !later || *long {
				pressEverything(t, s, x, script)
			}
			x.send(tea.WindowSizeMsg{Width: 80, Height: 24})
			s.look(t, x, script+" at 80x24")
			if !x.app.c.Session.Hidden() {
				t.Fatalf("%s: a key of the screen shows the names again", script)
			}
		}
	}
}

// pressEverything presses every key of the scopes in force, and goes back to the
// place when one leads elsewhere.
func pressEverything(t *testing.T, s *secrets, x *harness, script string) {
	overlays := len(x.app.overlays)
	scopes := x.app.Scopes()
	for i := range x.app.c.Keys.Rows {
		b := &x.app.c.Keys.Rows[i]
		if !slices.Contains(scopes, b.Scope) || b.Intent.Kind == keys.Suspend {
			continue
		}
		for _, k := range b.Keys() {
			if strings.HasPrefix(k, "alt+") {
				continue
			}
			x.key(k)
			s.look(t, x, script+" then "+k)
			for n := 0; n < 3 && len(x.app.overlays) > overlays; n++ {
				x.key("esc")
			}
			if len(x.app.overlays) < overlays {
				x.Keys(script)
			}
		}
	}
}

// TestEveryCommandKeepsTheNamesHidden runs all that the palette knows.
func TestEveryCommandKeepsTheNamesHidden(t *testing.T) {
	p, s := secretPortfolio(t)
	for _, place := range []string{"", "tab", "tab tab", "tab tab p 'objectives' enter"} {
		x := inTheRoom(t, p, place, false)
		for i, cmd := range newPalette(x.app.c, x.app.Scopes()).all {
			if cmd.off != "" || cmd.suspends() {
				continue
			}
			x.run(x.app.apply(cmd.out))
			s.look(t, x, place+" : "+cmd.words)
			x.Keys("esc esc esc")
			if len(x.app.overlays) > 0 || i%40 == 0 {
				x = inTheRoom(t, p, place, false)
			}
		}
	}
}

// TestHiddenNamesAnswerNothing: what is typed is not told to be there or not.
func TestHiddenNamesAnswerNothing(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("f6 / 'Meridian'").sees("No account matches.").Keys("esc : 'Meridian Foods'").sees("No such command").key("esc")
	x.Keys("a").sees("Nothing with a name or a text can be added")
	for _, name := range []string{"Meridian Foods", "Nobody Ltd"} {
		if _, err := x.app.c.Session.Try(set("a1", "name", name)); err == nil || !strings.Contains(err.Error(), "cannot be edited") {
			t.Errorf("%s is answered %v", name, err)
		}
		if _, err := x.app.c.Session.Do(set("a1", "name", name), testNow); err == nil || !strings.Contains(err.Error(), "cannot be edited") {
			t.Errorf("%s is answered %v", name, err)
		}
	}
	if x.session().Portfolio().Account("a1").Name != "Halden Energy" || len(x.patches) > 0 {
		t.Error("an edit got through")
	}
}

// TestRatingsGoOnWhileNamesAreHidden: what is true is edited, saved and taken back
// as always; stand-ins stay the same through it and after a restart.
func TestRatingsGoOnWhileNamesAreHidden(t *testing.T) {
	x := start(t, three(t), 120, 40)
	state := ""
	x.app.ports.Hide = func(s string) { state = s }
	x.Keys("down f6")
	name := x.account().Name
	x.sees("anonymous mode", name).seesNot("Meridian", "Halden", "300,000")
	x.Keys("tab tab down down 5")
	r := x.session().Portfolio().Account("a2").Ratings["importance.technology_access"]
	if r.Ours != model.LevelOf(5) || len(x.patches) != 1 || x.patches[0].After[0].Name != "Meridian Foods" {
		t.Fatalf("%v, %d steps", r, len(x.patches))
	}
	x.sees(name, "S 56").Keys("u").sees("undone", name, "S 54~")
	again := New(Options{Session: session.New(x.session().Portfolio(), model.DateOf(testNow), 0, counterIDs()), Ports: x.app.ports, Hidden: state})
	again.bench.show(again.c, "a2")
	if got := again.c.Current().Name; got != name {
		t.Errorf("after a restart %s is called %s", name, got)
	}
	for _, k := range []string{"esc", "u", "f6 esc", "f6 enter", "f6 'no' enter esc", "f6 f6 esc"} {
		if x.Keys(k); !x.app.c.Session.Hidden() || state == "" {
			t.Fatalf("%s shows the names", k)
		}
	}
	x.Keys("f6 'reveal' enter").sees("Meridian Foods").seesNot("anonymous mode")
	if state != "" {
		t.Error("the file still says that names are hidden")
	}
}

// TestAWhatIfHidesToo: a what-if that began before is hidden with the rest, and kept
// as what it really is.
func TestAWhatIfHidesToo(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.Keys("down w tab tab 1 f6 down 2").seesNot("Meridian").Keys("w").seesNot("Meridian", "Halden").Keys("enter")
	a := x.session().Portfolio().Account("a2")
	if a.Name != "Meridian Foods" || a.Ratings["importance.capacity"].Ours != model.LevelOf(1) || len(x.patches) != 1 {
		t.Errorf("kept %s %v in %d steps", a.Name, a.Ratings["importance.capacity"], len(x.patches))
	}
	x.Keys("u").seesNot("Meridian").Keys("f6 'reveal' enter").sees("Meridian Foods")
}

// TestOnlyTheVeilKnowsTheSession reads the sources: no part of the screen gets at
// the session behind the veil, so that a new one cannot show what it must not.
func TestOnlyTheVeilKnowsTheSession(t *testing.T) {
	may := map[string]bool{"../kit/sitting.go": true, "../shell/veil.go": true, "../history/archive.go": true}
	rooms, err := filepath.Glob("../*/doc.go")
	if err != nil || len(rooms) < 14 {
		t.Fatalf("%d rooms: %v", len(rooms), err)
	}
	for _, room := range rooms {
		if room == "../doors/doc.go" {
			continue // it makes sessions
		}
		for name, why := range behindTheVeil(t, filepath.Dir(room)) {
			if !may[filepath.ToSlash(name)] {
				t.Errorf("%s %s", name, why)
			}
		}
	}
}
