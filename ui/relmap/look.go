package relmap

// MapLook is one of the ways the same people are shown.
type MapLook uint8

const (
	LookTree MapLook = iota
	LookMatrix
	lookZipper
	lookPaths
	LookDrawn
	lookExposure
	LookCount
)

// mapLooks name the looks.
var Looks = [LookCount]string{"tree", "matrix", "zipper", "paths", "map", "exposure"}
