package keys

type Table struct {
	Rows  []Binding
	index [ScopeCount]map[string]*Binding
}

func New() *Table { return Of(Bindings()) }

func Of(rows []Binding) *Table {
	m := &Table{Rows: rows}
	for i := range m.Rows {
		b := &m.Rows[i]
		if m.index[b.Scope] == nil {
			m.index[b.Scope] = map[string]*Binding{}
		}
		for _, k := range b.Keys() {
			m.index[b.Scope][k] = b
		}
	}
	return m
}

// Bindings is the key table.
func Bindings() []Binding {
	var rows []Binding
	for _, group := range [][]Binding{everywhereKeys(), movingKeys(), accountKeys(), mapKeys(), planKeys(), listKeys(), pageKeys(), roomKeys(), textKeys()} {
		rows = append(rows, group...)
	}
	return rows
}
