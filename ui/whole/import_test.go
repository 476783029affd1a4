//go:build !windows

package whole

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file whose headings tell too little is brought in by keys alone: a column is
// sent where it belongs, a status counts, a name is an account that is here, and
// the problems go to a file of their own. What was said is remembered.
func TestImportByKeys(t *testing.T) {
	file := newFile(t)
	dir := t.TempDir()
	deals := filepath.Join(dir, "deals.csv")
	text := "Order ID,Customer,Order Date,Amount,Phase\n1,Alpha AS,2025-01-01,500,four\n2,Alpha AS,2025-01-02,x,four\n3,Nova,2025-01-02,9,two\n"
	if err := os.WriteFile(deals, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	x := open(t, 120, 40, "--file", file, "--today", "2026-11-24")
	x.waitFor("Alpha").typed("\x0f").waitFor("Import a file").typed(deals).waitFor("deals.csv").typed("\r")
	x.waitFor("Ignored columns: ‘Phase’").waitFor("Same as? 1").waitFor("Amount: ‘x’ is not an amount")
	x.typed("\t").waitFor("for example").typed("jjjj").waitFor("▸ Phase").typed("\r").waitFor("Where does Phase go?").typed("status").typed("\r")
	x.waitFor("Phase                        → Status").typed("\t").waitFor("four").typed(" ").waitFor("■  four")
	x.typed("\x1b[Z").waitFor("the same name except for").typed("y").waitFor("All are answered.")
	x.typed("\r").waitFor("0 accounts new, 1 changed").typed("\r").waitFor("Imported").typed("\x11")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	all := exported(t, file)
	if strings.Contains(all, "Nova") || strings.Count(all, `"key":"1"`) != 1 || strings.Contains(all, `"name":"Alpha AS"`) || !strings.Contains(all, `{"minor":50000,"cur":"USD"}`) {
		t.Error(all)
	}
	out, _, exit := accord(t, "--file", file, "import", deals, "--dry-run")
	if exit != 3 || !strings.Contains(out, "0 accounts new, 0 changed, 1 unchanged") || !strings.Contains(out, "1 column goes as you chose then") {
		t.Errorf("what was said is not remembered: exit %d\n%s", exit, out)
	}
}
