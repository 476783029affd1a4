// package papers writes a report in every format: Markdown, HTML, workbook, table,
// calendar and JSON. It knows nothing but the report, so that what is left out of one
// stands in none of them. A new format is its file and its row in format.go.
//
// Files, from the ground up: cells.go, text.go, turned.go, ics.go, md.go, csv.go,
// curve.go, plane.go, json.go, wrote.go, xlsx.go, html.go, format.go.
package papers
