package xlsx

import (
	"strings"

	"accord/model/words"
	"accord/store/exchange/cells"
)

// What is read of a workbook at most.
const (
	maxRows   = 1 << 20   // rows of a sheet, as Excel has it
	maxSheets = 1 << 10   // sheets of a workbook
	maxPart   = 256 << 20 // bytes that one part of a workbook unpacks to
	maxSmall  = 32 << 20  // the same, of a part that is decoded as a whole
	maxUnpack = 512 << 20 // bytes that all parts of a workbook unpack to
)

// maxText bounds what comes of a sheet, whose cells may repeat one long text. Tests
// make it smaller.
var maxText = 128 << 20

func tooMany(what string, n int) error {
	return cells.Refuse("workbook", "", words.T("xlsx.more-than", n, strings.TrimSpace(what)))
}

func tooLarge() error { return words.Fail("xlsx.larger-than-mb", maxText>>20) }
