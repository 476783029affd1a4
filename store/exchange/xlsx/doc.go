// package xlsx reads and writes workbooks (Office Open XML). A workbook is read as the
// text of its first sheet, and written so that numbers and days are such and no text is
// ever a formula.
//
// Files, from the ground up: write.go, limits.go, book.go, cell.go, sheet.go, read.go.
package xlsx
