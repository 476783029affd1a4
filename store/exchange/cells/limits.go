package cells

// What a reader takes at most. The bounds of texts are model's (MaxName and its kin);
// those of a file stand here and beside the reader of a format: docs/import.md and
// docs/json.md tell them, and a test compares.
const (
	MaxSize    = 256 << 20 // bytes of a file; no export of a CRM comes near it
	MaxColumns = 1 << 14   // columns of a table or a sheet, as Excel has it
)

// MaxMinor is the largest amount kept, in minor units, as the model has it.
const MaxMinor = 1 << 53
