//go:build !windows

package store

// modesWork: this system has modes on files.
const modesWork = true
