package model

// Stage is how far a relationship between two companies has come.
type Stage uint8

// The relational stages of METHOD §8.
const (
	StageUnknown Stage = iota
	Exploratory
	Basic
	Cooperative
	Interdependent
	Integrated
)
