package journal

import (
	"bytes"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"accord/store/record"
	"accord/store/seal"
)

// raiseMinor gives a file of an older minor number today's, with the first record that
// an older program could not keep. Until then that program may go on with it.
func raiseMinor(tx *bolt.Tx, puts []record.Put) error {
	meta := tx.Bucket([]byte(seal.BucketMeta))
	if meta == nil {
		return nil
	}
	has, err := strconv.Atoi(string(meta.Get([]byte("minor"))))
	if err != nil || has >= seal.Minor {
		return nil // a number that is none was refused at opening
	}
	needs := has
	for _, p := range puts {
		needs = max(needs, needsMinor(p))
	}
	if needs == has {
		return nil
	}
	return meta.Put([]byte("minor"), []byte(strconv.Itoa(needs)))
}

// needsMinor is the least minor number whose program loses nothing of a record: 1 for
// what is shared, decisions and whose people somebody is; 2 for the last 12 months as
// period, retention, sources of transactions, the current value of an objective, and the
// first day of an action, how often it was put off and when it was dropped. Inside a text
// a quotation mark has a backslash before it, so that a member is never taken for words.
func needsMinor(p record.Put) int {
	has := func(member string) bool { return bytes.Contains(p.Value, []byte(member)) }
	if p.Value == nil {
		return 0
	}
	if p.Bucket == seal.BucketSettings {
		switch {
		case p.Key == record.SettingProgramme && has(`"last_twelve":`):
			return 2
		case p.Key == record.SettingWorkshop && has(`"of":`):
			return 1
		}
		return 0
	}
	_, rest, _ := strings.Cut(p.Key, "/")
	switch kind, _, _ := strings.Cut(rest, "/"); kind {
	case record.KindAccount:
		if has(`"retention":`) {
			return 2
		}
	case record.KindTransactions:
		if has(`"src":`) {
			return 2
		}
	case record.KindObjective:
		if has(`"current":`) || has(`"as_of":`) {
			return 2
		}
	case record.KindAction:
		if has(`"first":`) || has(`"postponed":`) || has(`"dropped":`) {
			return 2
		}
	case record.KindDecision:
		return 1
	case record.KindInsight, record.KindValue:
		if has(`"shared":`) {
			return 1
		}
	}
	return 0
}
