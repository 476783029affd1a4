package journal

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"accord/store/record"
	"accord/store/seal"
)

// before is a record's content before a change, given the content after it.
func before(c Change, after json.RawMessage) (json.RawMessage, error) {
	switch {
	case c.Before == nil:
		return nil, nil
	case c.After == nil || c.Bucket == seal.BucketSettings && c.Key == record.SettingTeam:
		return c.Before, nil
	case c.Bucket == seal.BucketSettings && c.Key == record.SettingPack:
		return packBefore(c, after)
	}
	first, rest, _ := strings.Cut(c.Key, "/")
	kind, _, _ := strings.Cut(rest, "/")
	switch {
	case c.Bucket == seal.BucketSettings && first == record.SettingBallot:
		return membersBefore(c, after, "marks")
	case c.Bucket == seal.BucketSettings:
		return membersBefore(c, after, "")
	case kind == record.KindYears:
		return rowsBefore(c, after, record.CompareYears)
	case kind == record.KindTransactions:
		return rowsBefore(c, after, func(a, b record.TransactionRecord) int { return cmp.Compare(a.N, b.N) })
	case kind == record.KindAccount:
		return membersBefore(c, after, "ratings")
	}
	return membersBefore(c, after, "")
}

type members map[string]json.RawMessage

// membersBefore takes back the members of a record that differed; of the member
// called byEntry, a map, only the entries that did.
func membersBefore(c Change, after json.RawMessage, byEntry string) (json.RawMessage, error) {
	var content, was, is members
	for _, x := range []struct {
		text json.RawMessage
		into *members
	}{{after, &content}, {c.Before, &was}, {c.After, &is}} {
		if x.text == nil { // the order of lists that are all empty now
			continue
		}
		if err := json.Unmarshal(x.text, x.into); err != nil {
			return nil, err
		}
	}
	if content == nil {
		content = members{}
	}
	if byEntry != "" && (was[byEntry] != nil || is[byEntry] != nil) {
		inner, err := entriesBefore(content[byEntry], was[byEntry], is[byEntry])
		if err != nil {
			return nil, err
		}
		delete(was, byEntry)
		delete(is, byEntry)
		if inner == nil {
			delete(content, byEntry)
		} else {
			content[byEntry] = inner
		}
	}
	swap(content, was, is)
	return json.Marshal(content)
}

func entriesBefore(content, was, is json.RawMessage) (json.RawMessage, error) {
	now, old, new := members{}, members{}, members{}
	for _, x := range []struct {
		text json.RawMessage
		into *members
	}{{content, &now}, {was, &old}, {is, &new}} {
		if x.text == nil {
			continue
		}
		if err := json.Unmarshal(x.text, x.into); err != nil {
			return nil, err
		}
	}
	swap(now, old, new)
	if len(now) == 0 {
		return nil, nil
	}
	return json.Marshal(now)
}

// swap takes what is away and puts what was in its place.
func swap(content, was, is members) {
	for k := range is {
		delete(content, k)
	}
	for k, v := range was {
		content[k] = v
	}
}

// rowsBefore takes back the rows of a list that differed.
func rowsBefore[R any](c Change, after json.RawMessage, order func(a, b R) int) (json.RawMessage, error) {
	var content, was, is []R
	for _, x := range []struct {
		text json.RawMessage
		into *[]R
	}{{after, &content}, {c.Before, &was}, {c.After, &is}} {
		if err := json.Unmarshal(x.text, x.into); err != nil {
			return nil, err
		}
	}
	come := make(map[string]bool, len(is))
	for _, r := range is {
		come[record.RowText(r)] = true
	}
	content = slices.DeleteFunc(content, func(r R) bool { return come[record.RowText(r)] })
	if len(content) == 0 {
		return c.Before, nil // the list is in the journal whole, in its own order
	}
	content = append(content, was...)
	slices.SortStableFunc(content, order)
	return json.Marshal(content)
}

// packBefore takes back the questions of a method pack that differed. Packs that
// ask other questions are in the journal whole.
func packBefore(c Change, after json.RawMessage) (json.RawMessage, error) {
	var content, was, is record.PackRecord
	for _, x := range []struct {
		text json.RawMessage
		into *record.PackRecord
	}{{after, &content}, {c.Before, &was}, {c.After, &is}} {
		if err := json.Unmarshal(x.text, x.into); err != nil {
			return nil, err
		}
	}
	if !record.SameShape(content, is) { // else is is whole, and so is was
		was.Instruments = instrumentsBefore(content.Instruments, was.Instruments)
	}
	return json.Marshal(was)
}

// instrumentsBefore are the instruments with those that differed as they were: an
// instrument in the journal has its own members, and of its factors those that
// differed.
func instrumentsBefore(now, was []record.InstrumentRecord) []record.InstrumentRecord {
	out := slices.Clone(now)
	for _, w := range was {
		i := slices.IndexFunc(out, func(x record.InstrumentRecord) bool { return x.Key == w.Key })
		if i < 0 {
			continue
		}
		factors := slices.Clone(out[i].Factors)
		for _, f := range w.Factors {
			if k := slices.IndexFunc(factors, func(x record.FactorRecord) bool { return x.Key == f.Key }); k >= 0 {
				factors[k] = f
			}
		}
		out[i] = w
		out[i].Factors = factors
	}
	return out
}
