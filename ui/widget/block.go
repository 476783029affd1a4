package widget

import (
	"unicode/utf8"

	"accord/ui/theme"
)

// BlockHeight is how tall a large letter is, and blockWidth how wide, in cells of
// size one.
const (
	BlockHeight = 5
	blockWidth  = 4
)

// blocks are large digits, row by row, a bit a cell from the left.
var blocks = map[rune][BlockHeight]uint8{
	'0': {0b1111, 0b1001, 0b1001, 0b1001, 0b1111}, '1': {0b0110, 0b0010, 0b0010, 0b0010, 0b0111}, '2': {0b1111, 0b0001, 0b1111, 0b1000, 0b1111},
	'3': {0b1111, 0b0001, 0b0111, 0b0001, 0b1111}, '4': {0b1001, 0b1001, 0b1111, 0b0001, 0b0001}, '5': {0b1111, 0b1000, 0b1111, 0b0001, 0b1111},
	'6': {0b1111, 0b1000, 0b1111, 0b1001, 0b1111}, '7': {0b1111, 0b0001, 0b0010, 0b0100, 0b0100}, '8': {0b1111, 0b1001, 0b1111, 0b1001, 0b1111},
	'9': {0b1111, 0b1001, 0b1111, 0b0001, 0b1111}, '–': {0, 0, 0b1111, 0, 0}, '→': {0b0100, 0b0010, 0b1111, 0b0010, 0b0100},
}

// Block draws digits, – and → so large that they are read from the back of a room.
// size 2 is twice that. It answers how wide it drew.
func (c Canvas) Block(x, y, size int, text string, st theme.Style) int {
	from, ink := x, c.Glyphs().Shade[4]
	for _, r := range text {
		rows, ok := blocks[r]
		if !ok {
			continue
		}
		for row, bits := range rows {
			for col := range blockWidth {
				if bits>>(blockWidth-1-col)&1 == 0 {
					continue
				}
				for n := range size * size {
					c.Text(x+col*size+n%size, y+row*size+n/size, ink, st)
				}
			}
		}
		x += (blockWidth + 1) * size
	}
	return x - from
}

// BlockWidth is how wide Block draws a text.
func BlockWidth(text string, size int) int {
	return utf8.RuneCountInString(text) * (blockWidth + 1) * size
}
