package place

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// DefaultPath is where the file lies when nobody says otherwise: the platform's
// place for a program's data, never a folder that is synchronised by default.
func DefaultPath() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" && runtime.GOOS != "windows" {
		return filepath.Join(dir, "accord", "accord.db"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return filepath.Join(dir, "Accord", "accord.db"), nil
		}
		return filepath.Join(home, "AppData", "Local", "Accord", "accord.db"), nil
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Accord", "accord.db"), nil
	}
	return filepath.Join(home, ".local", "share", "accord", "accord.db"), nil
}

// KnownFile lists the files that were ever made or opened, so that one that has
// gone missing is not taken for a new one.
func KnownFile() (string, error) {
	dir := os.Getenv("ACCORD_STATE_DIR")
	if dir == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return "", err
		}
		dir = filepath.Join(config, "accord")
	}
	return filepath.Join(dir, "known"), nil
}

// KnownPaths are the files that were ever made or opened here.
func KnownPaths() []string {
	name, err := KnownFile()
	if err != nil {
		return nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n")
}

// Known reports whether a file at path was made or opened here before.
func Known(path string) bool {
	abs, err := filepath.Abs(path)
	return err == nil && slices.Contains(KnownPaths(), abs)
}

// Remember notes that there is a file at path. Failing to note it is no reason to
// refuse the file, so there is no error.
func Remember(path string) {
	abs, err := filepath.Abs(path)
	name, err2 := KnownFile()
	if err != nil || err2 != nil || Known(path) {
		return
	}
	if os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return
	}
	if Forgotten(abs) {
		return
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = f.WriteString(abs + "\n")
}

// Forgotten reports whether a file is not remembered: a demo, gone tomorrow, and nobody
// will miss it.
func Forgotten(path string) bool {
	abs, err := filepath.Abs(path)
	if err != nil {
		return true
	}
	rel, err := filepath.Rel(os.TempDir(), abs)
	return err == nil && filepath.IsLocal(rel) && os.Getenv("ACCORD_STATE_DIR") == ""
}
