package exchange

import (
	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// OwnError is a file of Accord itself where an export was expected.
type OwnError struct{ *model.Problem }

// Unwrap gives the problem, in words for the command line.
func (e *OwnError) Unwrap() error { return e.Problem }

// ownFile knows a file of Accord by the mark of its first page.
func ownFile(data []byte, name string) error {
	if len(data) < 64 || string(data[16:24]) != "\xed\xda\x0c\xed\x02\x00\x00\x00" {
		return nil
	}
	return &OwnError{
		cells.Refuse(
			name,
			words.T("exchange.accord-merge-brings-anothers-version"),
			words.T("exchange.this-accord-file-not-export"),
		),
	}
}
