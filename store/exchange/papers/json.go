package papers

import (
	"bytes"
	"encoding/json"
	"io"

	"accord/model"
	"accord/model/report"
)

// jsonReport is a report for programs: its parts in order, each with what it has.
type jsonReport struct {
	Edition  int          `json:"edition"` // of the method its figures are computed by
	Title    string       `json:"title"`
	Subtitle string       `json:"subtitle"`
	About    string       `json:"about"`
	Foot     string       `json:"foot,omitzero"` // who may read it
	Day      model.Date   `json:"day"`
	Parts    []jsonPart   `json:"parts"`
	Calendar []jsonOnADay `json:"calendar"`
}

type jsonPart struct {
	Kind  string      `json:"kind"` // heading, paragraph, list, table, plane, curve or picture
	Text  string      `json:"text,omitzero"`
	Items []string    `json:"items,omitzero"`
	Table *jsonTable  `json:"table,omitzero"`
	Plane *jsonPlane  `json:"plane,omitzero"`
	Curve []jsonPoint `json:"curve,omitzero"`
}

type jsonTable struct {
	Columns []string            `json:"columns"`
	Rows    [][]json.RawMessage `json:"rows"`
}

type jsonPlane struct {
	X    string    `json:"x"`
	Y    string    `json:"y"`
	CutX float64   `json:"cut_x"`
	CutY float64   `json:"cut_y"`
	Dots []jsonDot `json:"dots"`
}

type jsonDot struct {
	Label string  `json:"label"`
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
}

type jsonPoint struct {
	Account string  `json:"account"`
	Share   float64 `json:"share"`
}

type jsonOnADay struct {
	ID    string     `json:"id"`
	Day   model.Date `json:"day"`
	Text  string     `json:"text"`
	Owner string     `json:"owner,omitzero"`
}

// writeReportJSON writes a report as one JSON document. Numbers of tables are not
// rounded, shares 0..1, days are 2026-11-24, unknown is null.
func writeReportJSON(w io.Writer, r *report.Report) error {
	doc := jsonReport{
		Edition:  model.Edition,
		Title:    r.Title,
		Subtitle: r.Subtitle,
		About:    r.About,
		Foot:     r.Foot,
		Day:      r.Today,
		Parts:    []jsonPart{},
		Calendar: []jsonOnADay{},
	}
	for i := range r.Nodes {
		doc.Parts = append(doc.Parts, jsonPartOf(&r.Nodes[i]))
	}
	for _, d := range r.Days {
		doc.Calendar = append(doc.Calendar, jsonOnADay(d))
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	_, err := w.Write(model.EscapeJSON(b.Bytes()))
	return err
}

func jsonPartOf(n *report.Node) jsonPart {
	p := jsonPart{Text: n.Text}
	switch n.Kind {
	case report.Heading:
		p.Kind = "heading"
	case report.Paragraph:
		p.Kind = "paragraph"
	case report.List:
		p.Kind, p.Items = "list", n.Items
	case report.Grid:
		p.Kind, p.Table = "table", jsonTableOf(&n.Table)
	case report.Chart:
		p.Kind, p.Plane = "plane", &jsonPlane{
			X:    n.Points.X,
			Y:    n.Points.Y,
			CutX: n.Points.CutX,
			CutY: n.Points.CutY,
			Dots: []jsonDot{},
		}
		for _, d := range n.Points.Dots {
			p.Plane.Dots = append(p.Plane.Dots, jsonDot{d.Label, d.X, d.Y})
		}
	case report.Line:
		p.Kind = "curve"
		for i, v := range n.Curve.Shares {
			p.Curve = append(p.Curve, jsonPoint{n.Curve.Names[i], v})
		}
	case report.Picture:
		p.Kind = "picture" // a drawing of facts; the map has them for programs
	}
	return p
}

func jsonTableOf(t *report.Table) *jsonTable {
	plain := withCurrencies(t)
	out := &jsonTable{Columns: plain.Head, Rows: [][]json.RawMessage{}}
	for _, row := range plain.Rows {
		var cells []json.RawMessage
		for _, c := range row {
			cells = append(cells, jsonCell(c))
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// jsonCell is a cell as JSON. A text is always a text.
func jsonCell(c report.Cell) json.RawMessage {
	var text []byte
	switch v := plainCell(c); {
	case c.Numeric() && c.Num.Known:
		text, _ = json.Marshal(c.Num.V) // it is finite
	case v == "":
		text = []byte("null")
	default:
		text = jsonText(v)
	}
	return text
}

// jsonText is a text without turning < and & into escapes, which nobody reads as HTML here.
func jsonText(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string never refuses
	return model.EscapeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}
