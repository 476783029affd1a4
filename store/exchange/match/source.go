package match

import (
	"strings"

	"accord/model"
)

// Source is how an id from outside is kept.
func Source(id string) model.SourceID { return model.SourceID{System: System(id), ID: id} }

// System names the system an id comes from, where its shape tells.
func System(id string) string {
	switch k := SourceKey(id); {
	case len(k) == 36 && strings.Count(k, "-") == 4:
		return "dynamics"
	case len(k) == 15 && k[0] == '0' && salesforce(k):
		return "salesforce"
	}
	return ""
}

// SourceKey is what two spellings of one id have in common: Salesforce ids of 18
// characters are those of 15 with a checksum, a Dynamics GUID may stand in
// braces and in either case.
func SourceKey(id string) string {
	id = strings.TrimSpace(id)
	if len(id) == 38 && id[0] == '{' && id[37] == '}' {
		id = id[1:37]
	}
	if len(id) == 36 && strings.Count(id, "-") == 4 {
		return strings.ToLower(id)
	}
	if len(id) == 18 && salesforce(id) && (strings.HasPrefix(id, "00") || strings.EqualFold(checksum(id[:15]), id[15:])) {
		return id[:15]
	}
	return id
}

// salesforce reports whether an id could be one of theirs: letters and digits.
func salesforce(id string) bool {
	return alphanumeric(id) && strings.ContainsAny(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

func alphanumeric(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}

// checksum is the three characters that Salesforce appends: one for each five,
// whose bits say which of them are capitals.
func checksum(id string) string {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
	var out [3]byte
	for g := range 3 {
		bits := 0
		for i := range 5 {
			if c := id[g*5+i]; c >= 'A' && c <= 'Z' {
				bits |= 1 << i
			}
		}
		out[g] = digits[bits]
	}
	return string(out[:])
}

// NameSystem is the system of a source that is another name of the account.
const NameSystem = "name"
