package match

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"accord/model"
	"accord/model/words"
)

// legalForms end the names of companies and say nothing of who they are.
var legalForms = wordSet("inc incorporated corp corporation co company cos llc llp lp ltd limited plc gmbh mbh ag kg kgaa ohg ug ev se sa sas sarl eurl sl slu srl spa bv nv cv vof ab as asa aps oy oyj pty pte bhd kk sro doo zrt kft bvba oo ooo בעמ")

// joiners stand between words or before them.
var joiners = wordSet("and und et y e the der die das & +")

// sharedHosts are web addresses that many companies have.
var sharedHosts = wordSet("facebook.com linkedin.com google.com sites.google.com instagram.com twitter.com x.com youtube.com github.com wixsite.com example.com n/a")

func wordSet(wording string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(wording) {
		out[w] = true
	}
	return out
}

// coreOf gives the words of a name that tell who it is: without accents, case,
// punctuation and legal form.
func coreOf(name string) []string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), model.Invisible(r), strings.ContainsRune(".'’`\"״׳", r):
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '&', r == '+':
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(name))
	wording := slices.DeleteFunc(strings.Fields(plain), func(w string) bool { return joiners[w] })
	for len(wording) > 1 && legalForms[wording[len(wording)-1]] {
		wording = wording[:len(wording)-1]
	}
	return wording
}

// nearNames finds accounts whose name is nearly another: the legal form, an
// accent, the order of words or one letter apart, or one web address.
type nearNames struct {
	words  map[string]model.AccountID   // core words, sorted
	joined map[string]model.AccountID   // core letters, without blanks
	typos  map[string][]model.AccountID // core letters with one of them taken out
	hosts  map[string][]model.AccountID
	cores  map[model.AccountID]string
}

func newNearNames(p *model.Portfolio) *nearNames {
	n := &nearNames{
		words:  map[string]model.AccountID{},
		joined: map[string]model.AccountID{},
		typos:  map[string][]model.AccountID{},
		hosts:  map[string][]model.AccountID{},
		cores:  map[model.AccountID]string{},
	}
	for _, a := range p.Accounts() {
		n.Learn(a)
	}
	return n
}

func (n *nearNames) Learn(a *model.Account) {
	core := coreOf(a.Name)
	joined := strings.Join(core, "")
	n.cores[a.ID] = joined
	first(n.words, sortedWords(core), a.ID)
	first(n.joined, joined, a.ID)
	for _, k := range oneLess(joined) {
		n.typos[k] = append(n.typos[k], a.ID)
	}
	if h := hostOf(a.Website); h != "" {
		n.hosts[h] = append(n.hosts[h], a.ID)
	}
}

func first[V ~string](m map[string]V, k string, v V) {
	if k != "" && m[k] == "" {
		m[k] = v
	}
}

func sortedWords(wording []string) string {
	return strings.Join(slices.Sorted(slices.Values(wording)), " ")
}

// near gives the account that a name may mean, and why; "" for none.
func (n *nearNames) near(name, host string) (id model.AccountID, why string) {
	core := coreOf(name)
	joined := strings.Join(core, "")
	if id := n.joined[joined]; id != "" && joined != "" {
		return id, words.T("match.same-name-but-legal-form")
	}
	if id := n.words[sortedWords(core)]; id != "" && joined != "" {
		return id, words.T("match.same-words-another-order")
	}
	if id := n.typo(joined); id != "" {
		return id, words.T("match.one-letter-differs")
	}
	if host != "" && len(n.hosts[host]) == 1 { // several accounts on one address are a group
		return n.hosts[host][0], words.T("match.same-web-address", host)
	}
	return "", ""
}

// typo finds a name that differs in one letter: another, one more, one less, or
// two changed round.
func (n *nearNames) typo(joined string) model.AccountID {
	for _, k := range oneLess(joined) {
		for _, id := range n.typos[k] {
			if oneApart([]rune(joined), []rune(n.cores[id])) {
				return id
			}
		}
	}
	return ""
}

// shortestTypo is how long a name must be for one letter to be a slip: SAP and
// SAS are two companies.
const shortestTypo = 5

// oneLess gives a name itself and with each of its letters taken out. Digits stay:
// Plant 1 and Plant 2 are two plants.
func oneLess(s string) []string {
	r := []rune(s)
	if len(r) < shortestTypo || len(r) > 80 {
		return nil
	}
	out := []string{s}
	for i := range r {
		if !unicode.IsDigit(r[i]) && (i == 0 || r[i] != r[i-1]) {
			out = append(out, string(r[:i])+string(r[i+1:]))
		}
	}
	return out
}

// oneApart reports whether one slip makes a of b.
func oneApart(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	ends := func(x, y []rune) bool { return slices.Equal(x, y) }
	switch {
	case len(a) < len(b):
		return ends(a[i:], b[i+1:])
	case i == len(a):
		return true
	case ends(a[i+1:], b[i+1:]):
		return !unicode.IsDigit(a[i]) && !unicode.IsDigit(b[i])
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && ends(a[i+2:], b[i+2:])
}

// hostOf is the web address of a company without what all of them have; "" where
// it tells nothing.
func hostOf(site string) string {
	site = strings.ToLower(strings.TrimSpace(site))
	if site == "" {
		return ""
	}
	if !strings.Contains(site, "://") {
		site = "http://" + site
	}
	u, err := url.Parse(site)
	if err != nil || !strings.Contains(u.Hostname(), ".") {
		return ""
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	if sharedHosts[host] {
		return ""
	}
	return host
}
