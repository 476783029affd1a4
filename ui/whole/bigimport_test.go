//go:build !windows

package whole

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"accord/ui/cli"
)

// process is a run of the program to be watched or measured.
func process(args ...string) *exec.Cmd { return exec.Command(binary, args...) }

// manySales is a file of n won opportunities of accounts customers, in the shape of
// the public extract.
func manySales(tb testing.TB, n, accounts int) string {
	tb.Helper()
	var b bytes.Buffer
	b.WriteString("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n")
	for i := range n {
		fmt.Fprintf(&b, "OPP%07d,Agent %d,Product %d,Customer %d,Won,2024-01-%02d,2024-%02d-%02d,%d.50\n", i, i%40, i%9, i%accounts, 1+i%28, 1+i%12, 1+i%28, 100+i%5000)
	}
	path := filepath.Join(tb.TempDir(), "sales.csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// ctrl+c while a file is read ends the import and leaves nothing behind: no new
// file, and one that was there as it was, properly closed.
func TestInterruptedImport(t *testing.T) {
	dir := t.TempDir()
	pipe, accounts := filepath.Join(dir, "sales.csv"), manyAccounts(t, 3)
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(manySales(t, 60_000, 300))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{filepath.Join(dir, "new.db"), filepath.Join(dir, "old.db")} {
		old := strings.HasSuffix(file, "old.db")
		if old {
			if out, err := process("--file", file, "import", accounts, "--yes").CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		}
		var said bytes.Buffer
		cmd := process("--file", file, "import", pipe, "--yes")
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		in, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits for the reader
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		_, _ = in.Write(text)
		_ = in.Close()
		_ = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != cli.ExitFailed || !strings.Contains(said.String(), "the import was cancelled; nothing was changed") {
			t.Errorf("%s: exit %d, %q", file, code, said.String())
		}
		left, _ := filepath.Glob(file + "*")
		if !old {
			if len(left) != 0 {
				t.Errorf("left behind: %q", left)
			}
			continue
		}
		if len(left) != 1 {
			t.Errorf("left %q", left)
		}
		if out, err := process("--file", file, "check").CombinedOutput(); err != nil || !strings.Contains(string(out), "3 accounts") || !strings.Contains(string(out), "everything is sound") {
			t.Errorf("%v: %s", err, out)
		}
	}
}

func manyAccounts(tb testing.TB, n int) string {
	tb.Helper()
	var b bytes.Buffer
	b.WriteString("Account Name,Industry,Account Owner,Billing City\n")
	for i := range n {
		fmt.Fprintf(&b, "Customer %d,Food,Ann %d,Rome\n", i, i%20)
	}
	path := filepath.Join(tb.TempDir(), "accounts.csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// measured runs a command and gives how long its processors worked, and its peak
// of memory.
func measured(b *testing.B, cmd *exec.Cmd) (cpu time.Duration, mb float64) {
	b.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	r := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), float64(r.Maxrss) / 1024
}

// BenchmarkImport100k imports 100,000 won deals of 10,000 customers on the command
// line: into a new file, into one that has the customers, and once more.
func BenchmarkImport100k(b *testing.B) {
	sales, accounts := manySales(b, 100_000, 10_000), manyAccounts(b, 10_000)
	for _, c := range []struct {
		name   string
		before []string
	}{{"new file", nil}, {"existing file", []string{accounts}}, {"again", []string{accounts, sales}}} {
		b.Run(c.name, func(b *testing.B) {
			var cpu time.Duration
			var mb float64
			for b.Loop() {
				b.StopTimer()
				file := filepath.Join(b.TempDir(), "accord.db")
				for _, x := range c.before {
					measured(b, process("--file", file, "import", x, "--yes"))
				}
				b.StartTimer()
				worked, peak := measured(b, process("--file", file, "import", sales, "--yes"))
				cpu, mb = cpu+worked, max(mb, peak)
			}
			b.ReportMetric(cpu.Seconds()/float64(b.N), "cpu-s/op")
			b.ReportMetric(mb, "peak-MB")
		})
	}
}
