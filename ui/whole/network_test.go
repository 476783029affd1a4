//go:build !windows

package whole

import (
	"os/exec"
	"strings"
	"testing"
)

// There is no network code in the program: nothing in it can open a connection.
func TestNothingInTheProgramCanReachANetwork(t *testing.T) {
	out, err := exec.Command("go", "tool", "nm", binary).Output()
	if err != nil {
		t.Fatal(err)
	}
	symbols := string(out)
	if !strings.Contains(symbols, " main.main") {
		t.Fatal("the symbols of the program cannot be read")
	}
	for _, found := range []string{" net.(*Dialer).Dial", " net.Dial", " net.Listen", " net.(*Resolver).Lookup", " net/http.", " crypto/tls.", " net.(*sysDialer)"} {
		if i := strings.Index(symbols, found); i >= 0 {
			line, _, _ := strings.Cut(symbols[i:], "\n")
			t.Errorf("the program has%s", line)
		}
	}
}

// What of the packages net is linked, and who brings it: the library of flags
// knows flags that are addresses, others read the parts of web addresses. Nobody else
// may, and of net itself only what addresses are made of is there.
func TestWhatOfTheNetworkIsLinkedAndWhy(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", `{{range .Imports}}{{$.ImportPath}} {{.}}{{"\n"}}{{end}}`, "accord").Output()
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{
		"github.com/spf13/pflag net":              true, // flags for addresses, which Accord has none of
		"net net/netip":                           true,
		"net/url net/netip":                       true,
		"github.com/charmbracelet/x/ansi net/url": true, // the current folder, told to a terminal
		"text/template net/url":                   true, // help texts of the command line
		"accord/ui/kit net/url":                   true, // a file that was dropped on the terminal
		"accord/store/exchange/match net/url":     true, // the host of a customer's web site, to find doubles
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		pair := strings.TrimSpace(line)
		_, imports, _ := strings.Cut(pair, " ")
		if imports != "net" && !strings.HasPrefix(imports, "net/") && imports != "crypto/tls" {
			continue
		}
		seen++
		if !allowed[pair] {
			t.Errorf("%s: nobody said why", pair)
		}
	}
	if seen < 3 {
		t.Fatalf("only %d imports of net were seen", seen)
	}
	symbols, err := exec.Command("go", "tool", "nm", binary).Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(symbols)) {
		f := strings.Fields(line)
		name := f[len(f)-1]
		if what, in := strings.CutPrefix(name, "net.(*"); in {
			kind, _, _ := strings.Cut(what, ")")
			switch kind {
			case "IP", "IPMask", "IPNet", "ParseError", "AddrError":
			case "file": // it reads lists such as /etc/protocols, which nobody asks for
			default:
				t.Errorf("the program has %s, which is more than an address", name)
			}
		}
	}
}
