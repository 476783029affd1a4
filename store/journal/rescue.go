package journal

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"time"

	"accord/model/words"
	"accord/store/place"
	"accord/store/record"
	"accord/store/seal"
)

// Mark tells the step of a line from another of its number.
func (l *RescueLine) Mark() Mark { return Mark{l.Seq, l.Step.At, l.Step.Label} }

// Put is the record as it is written again.
func (r *RescueRecord) Put() record.Put {
	if string(r.Value) == "null" {
		return record.Put{Bucket: r.Bucket, Key: r.Key}
	}
	return record.Put{Bucket: r.Bucket, Key: r.Key, Value: r.Value}
}

// ReadRescue reads a rescue file.
func ReadRescue(path string) (head RescueHead, lines []RescueLine, err error) {
	file, err := os.Open(path)
	if err != nil {
		return head, nil, place.Refused(path, err)
	}
	defer file.Close()
	in := json.NewDecoder(bufio.NewReader(file))
	if err := in.Decode(&head); err != nil || head.Format != 1 {
		return head, nil, place.Damaged(path, words.T("journal.this-not-rescue-file"), words.T("journal.name-one-ends-jsonl"))
	}
	for in.More() {
		var l RescueLine
		err := in.Decode(&l)
		if errors.Is(err, io.ErrUnexpectedEOF) &&
			len(lines) > 0 { // a kill in the middle of adding one: nobody was told that it is there
			break
		}
		if err != nil || l.Error != "" {
			return head, nil, place.Damaged(
				path,
				words.T("journal.line-cannot-read", len(lines)+2, err, l.Error),
				words.T("journal.nothing-changed"),
			)
		}
		lines = append(lines, l)
	}
	if len(lines) == 0 {
		return head, nil, place.Damaged(path, words.T("journal.there-no-steps"), "")
	}
	return head, lines, nil
}

// RescueHead is the first line of a rescue file.
type RescueHead struct {
	Format int    `json:"accord_rescue"` // 1
	File   string `json:"file"`          // the id of the file that the steps belong to
	Saved  uint64 `json:"saved"`         // the last step that is surely in it

	At time.Time `json:"at,omitzero"` // of that step
}

// RescueLine is a step in a rescue file, with its records whole.
type RescueLine struct {
	Seq     uint64         `json:"seq"`
	Step    Entry          `json:"step"`
	Records []RescueRecord `json:"records"`
	Error   string         `json:"error,omitzero"`  // why records are missing
	Sealed  []byte         `json:"sealed,omitzero"` // all of it, of a protected file
}

// RescueRecord is one record of such a step.
type RescueRecord struct {
	Bucket string          `json:"b"`
	Key    string          `json:"k"`
	Value  json.RawMessage `json:"v"` // null deletes
}

// SealLine is a line as it lies in a rescue file: of a protected file it is sealed.
func SealLine(v *seal.Vault, l RescueLine) RescueLine {
	if v == nil {
		return l
	}
	text, err := json.Marshal(l)
	if err != nil {
		return RescueLine{Seq: l.Seq, Error: err.Error()}
	}
	_, value := v.Put(seal.EnvelopePlain, seal.BucketRescue, string(seal.SeqKey(l.Seq)), l.Seq, text)
	return RescueLine{Seq: l.Seq, Sealed: value}
}

// OpenLine opens a line of a rescue file.
func OpenLine(v *seal.Vault, l *RescueLine) error {
	if v == nil && l.Sealed == nil {
		return nil
	}
	_, text, _, err := v.Take(seal.EnvelopePlain, seal.BucketRescue, seal.SeqKey(l.Seq), l.Sealed)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, l)
}
