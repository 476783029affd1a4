package place

import (
	"accord/model/words"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// RoomNotes is where this machine keeps which files are in projector mode, or have
// their names hidden, when the file itself cannot be written or not be read yet.
type RoomNotes struct{ dir string }

// Room is what a room may see of a file.
type Room struct{ Projector, Hidden bool }

// MachineRoom is the notes of this machine and user.
func MachineRoom() RoomNotes {
	name, err := KnownFile()
	if err != nil {
		return RoomNotes{}
	}
	return RoomNotes{filepath.Dir(name)}
}

func (n RoomNotes) path() string { return filepath.Join(n.dir, "rooms") }

func (n RoomNotes) lines() []string {
	if n.dir == "" {
		return nil
	}
	b, err := os.ReadFile(n.path())
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimRight(string(b), "\n"), "\n")
}

// roomLines are the lines that stand for a file.
func roomLines(name string) (projector, hidden string) {
	if abs, err := filepath.Abs(name); err == nil && name != DemoRoom {
		name = abs
	}
	return words.T("place.projector", name), words.T("place.hidden", name)
}

// DemoRoom is the name of the demonstration, which has another file each time.
const DemoRoom = "demo:"

// Of is what is noted of a file.
func (n RoomNotes) Of(name string) Room {
	projector, hidden := roomLines(name)
	all := n.lines()
	return Room{slices.Contains(all, projector), slices.Contains(all, hidden)}
}

// Note puts down what a room may see of a file, at once. Failing to is no reason to
// stop: the file has it too where it can be written.
func (n RoomNotes) Note(name string, r Room) {
	if n.dir == "" || n.Of(name) == r {
		return
	}
	projector, hidden := roomLines(name)
	all := slices.DeleteFunc(n.lines(), func(l string) bool { return l == projector || l == hidden || l == "" })
	if r.Projector {
		all = append(all, projector)
	}
	if r.Hidden {
		all = append(all, hidden)
	}
	if os.MkdirAll(n.dir, 0o700) != nil {
		return
	}
	temp, err := os.CreateTemp(n.dir, "rooms-*")
	if err != nil {
		return
	}
	_, err = temp.WriteString(strings.Join(append(all, ""), "\n"))
	if err2 := temp.Close(); err != nil || err2 != nil || os.Rename(temp.Name(), n.path()) != nil {
		_ = os.Remove(temp.Name())
	}
}
