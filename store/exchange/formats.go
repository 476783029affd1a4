package exchange

import (
	"accord/store/exchange/csv"
	"accord/store/exchange/xlsx"
)

// format is a way in which a file holds a table. One that is read by a package of its own
// is a row here: what comes of it is text with headings and separators, of which the
// kinds know the columns.
type format struct {
	endings []string               // by which a folder is looked through
	looks   func(data []byte) bool // by what stands in it
	text    func(data []byte, name string) (text, note string, err error)
	whole   bool // nothing can be told from its beginning
}

// formats are all of them; the last takes what no other one knows.
var formats = []format{
	{[]string{".xlsx"}, xlsx.Looks, xlsx.Text, true},
	{[]string{".csv", ".tsv", ".txt"}, func([]byte) bool { return true }, csv.Decode, false},
}

// formatOf finds the format of a file by what stands in it: what it is called says little.
func formatOf(data []byte) format {
	for _, f := range formats {
		if f.looks(data) {
			return f
		}
	}
	return formats[len(formats)-1]
}

// textOf is the text of a file, whatever it is made of.
func textOf(data []byte, name string) (text, note string, err error) {
	if err := ownFile(data, name); err != nil {
		return "", "", err
	}
	return formatOf(data).text(data, name)
}

// endings are those of files that may be imported.
func endings() []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.endings...)
	}
	for _, k := range kinds {
		if k.document != nil {
			out = append(out, k.document.endings...)
		}
	}
	return out
}
