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
		t.Fatal("the symbols of the program can not be read")
	}
	for _, found := range []string{" net.(*Dialer).Dial", " net.Dial", " net.Listen", " net.(*Resolver).Lookup", " net/http.", " crypto/tls.", " net.(*sysDialer)"} {
		if i := strings.Index(symbols, found); i >= 0 {
			line, _, _ := strings.Cut(symbols[i:], "\n")
			t.Errorf("the program has%s", line)
		}
	}
}
