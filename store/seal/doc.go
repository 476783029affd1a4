// package seal puts the values of a file into their envelopes and takes them out again,
// each checked: by a checksum, or in a protected file by a seal that takes the key. It
// names the buckets, and keeps the keys, the passphrase and the head that says which
// values belong together. It knows nothing of what a value means.
//
// Files, from the ground up: crypt.go, envelope.go, buckets.go, sum.go, head.go,
// vault.go, keys.go, guard.go, words.go.
package seal
