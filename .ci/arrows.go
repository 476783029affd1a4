//go:build ignore

// Measures the packages of the module; .ci/arrows says how it is asked.
//
// What is counted:
//   - lines: of the Go files that are not tests, those for other systems included.
//   - arrows: distinct pairs of files (a, b) of one package where a uses a package-level
//     name, a method or a field that b declares; one arrow, however many names. What only
//     another system builds is not type-checked and has no arrows.
//   - back: arrows to a file that stands later in the list of doc.go. doc.go itself is
//     not listed: everything may stand on it. Without a list the best order found is
//     taken, and the figure is marked with *.
//   - fn>60: functions and methods of more than 60 lines, from `func` to the closing brace.
//   - >120: lines of more than 120 characters, a tab being one; tables of rows count too,
//     to judge them is left to the reader.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

const (
	mostLines    = 6000 // of a package
	longFunction = 60
	longLine     = 120
	heading      = "Files, from the ground up:"
)

// A room is one package as go list tells it, and what was measured.
type room struct {
	ImportPath, Dir, Export string
	Name                    string
	GoFiles, IgnoredGoFiles []string
	Module                  *struct {
		Main bool
		Path string
	}

	files      []string // every file of the package but doc.go and the tests
	lines      map[string]int
	arrows     map[arrow]map[string]bool // with the names that make it
	order      []string
	listed     bool // the order is the one of doc.go
	back       []arrow
	functions  []string // too long, with place and length
	overlong   []string // lines too long, with place and length
	comment    *ast.CommentGroup
	commentsIn string // the file with the package comment
}

type arrow struct{ from, to string }

func main() {
	write := flag.Bool("write", false, "write the best order found into doc.go")
	check := flag.Bool("check", false, "fail if a package breaks the rules")
	back := flag.Bool("back", false, "print only the arrows back, each with the names that make it")
	flag.Parse()
	rooms, exports, err := list()
	if err != nil {
		fail(err)
	}
	fset := token.NewFileSet()
	from := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	var faults []string
	table := !*check && !*back
	if table {
		fmt.Printf("%-24s %6s %5s %6s %5s %6s  %5s %5s  %s\n",
			"package", "lines", "files", "arrows", "back", "share", "fn>60", ">120", "longest file")
	}
	for _, r := range rooms {
		named := slices.ContainsFunc(flag.Args(), r.meantBy)
		if flag.NArg() > 0 && !named {
			continue
		}
		if err := r.measure(fset, from); err != nil {
			fail(fmt.Errorf("%s: %w", r.ImportPath, err))
		}
		if *write && len(r.files) > 1 {
			if err := r.write(fset); err != nil {
				fail(fmt.Errorf("%s: %w", r.ImportPath, err))
			}
		}
		faults = append(faults, r.faults()...)
		if table {
			r.say(named && !*write)
		} else if *back {
			r.sayBack(r.ImportPath + ": ")
		}
	}
	if *check && len(faults) > 0 {
		fmt.Println(strings.Join(faults, "\n"))
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "arrows:", err)
	os.Exit(2)
}

// list asks Go for the packages of the module, and for the compiled form of all they
// import: with it one package is type-checked without reading the others.
func list() (rooms []*room, exports map[string]string, err error) {
	cmd := exec.Command("go", "list", "-export", "-deps",
		"-json=ImportPath,Dir,Export,Name,GoFiles,IgnoredGoFiles,Module", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, nil, err
	}
	exports = map[string]string{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		r := new(room)
		if err := dec.Decode(r); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, nil, err
		}
		exports[r.ImportPath] = r.Export
		if r.Module != nil && r.Module.Main {
			rooms = append(rooms, r)
		}
	}
	sort.Slice(rooms, func(i, j int) bool { return rooms[i].ImportPath < rooms[j].ImportPath })
	return rooms, exports, nil
}

// meantBy: accord/store is meant by itself, by store, ./store and store/.
func (r *room) meantBy(word string) bool {
	word = strings.TrimSuffix(strings.TrimPrefix(word, "./"), "/")
	return word == r.ImportPath || r.Module.Path+"/"+word == r.ImportPath
}

func (r *room) measure(fset *token.FileSet, from types.Importer) error {
	r.lines, r.arrows = map[string]int{}, map[arrow]map[string]bool{}
	var built []*ast.File
	for i, name := range slices.Concat(r.GoFiles, r.IgnoredGoFiles) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		path := filepath.Join(r.Dir, name)
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, path, src, parser.ParseComments)
		if err != nil {
			return err
		}
		if i < len(r.GoFiles) {
			built = append(built, f)
		} else if f.Name.Name != r.Name {
			continue // a program of its own that only lies here
		}
		r.read(fset, name, f, src)
	}
	sort.Strings(r.files)
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	pkg, err := (&types.Config{Importer: from}).Check(r.ImportPath, fset, built, info)
	if err != nil {
		return err
	}
	for id, obj := range info.Uses {
		if obj.Pkg() == pkg && shared(obj, pkg.Scope()) {
			r.draw(base(fset, id.Pos()), base(fset, obj.Pos()), obj.Name())
		}
	}
	r.settle()
	return nil
}

// read counts what one file shows by itself.
func (r *room) read(fset *token.FileSet, name string, f *ast.File, src []byte) {
	if name != "doc.go" {
		r.files = append(r.files, name)
	}
	if f.Doc != nil && (r.comment == nil || name == "doc.go") {
		r.comment, r.commentsIn = f.Doc, name
	}
	lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	r.lines[name] = len(lines)
	for i, line := range lines {
		if n := utf8.RuneCountInString(line); n > longLine {
			r.overlong = append(r.overlong, fmt.Sprintf("%s:%d %d", name, i+1, n))
		}
	}
	for _, decl := range f.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok {
			first, last := fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line
			if n := last - first + 1; n > longFunction {
				r.functions = append(r.functions, fmt.Sprintf("%s:%d %s %d", name, first, fn.Name.Name, n))
			}
		}
	}
}

// shared: an object another file of its package can use.
func shared(obj types.Object, scope *types.Scope) bool {
	switch o := obj.(type) {
	case *types.Var:
		return o.IsField() || o.Parent() == scope
	case *types.Func:
		return o.Parent() == nil || o.Parent() == scope // a method has no scope
	case *types.TypeName, *types.Const:
		return obj.Parent() == scope
	}
	return false
}

func base(fset *token.FileSet, pos token.Pos) string {
	return filepath.Base(fset.Position(pos).Filename)
}

func (r *room) draw(from, to, name string) {
	a := arrow{from, to}
	if from == to || from == "doc.go" || to == "doc.go" {
		return
	}
	if r.arrows[a] == nil {
		r.arrows[a] = map[string]bool{}
	}
	r.arrows[a][name] = true
}

// settle takes the order of doc.go, or without one the best found, and counts against it.
func (r *room) settle() {
	if r.commentsIn == "doc.go" {
		r.order, r.listed = listIn(r.comment)
	}
	if !r.listed {
		r.order = best(r.files, nil, r.arrows)
	}
	r.back = nil
	at := places(r.order)
	for a := range r.arrows {
		from, in := at[a.from]
		to, also := at[a.to]
		if in && also && to > from {
			r.back = append(r.back, a)
		}
	}
	sort.Slice(r.back, func(i, j int) bool {
		a, b := r.back[i], r.back[j]
		return a.from < b.from || a.from == b.from && a.to < b.to
	})
}

func places(order []string) map[string]int {
	at := map[string]int{}
	for i, f := range order {
		at[f] = i
	}
	return at
}

func (r *room) share() float64 { return float64(len(r.back)) / float64(max(1, len(r.arrows))) }

func (r *room) total() (n int) {
	for _, lines := range r.lines {
		n += lines
	}
	return n
}

func (r *room) faults() (out []string) {
	if n := r.total(); n > mostLines {
		out = append(out, fmt.Sprintf("%s: %d lines", r.ImportPath, n))
	}
	if len(r.files) < 2 {
		return out
	}
	if !r.listed {
		out = append(out, fmt.Sprintf("%s: doc.go has no list %q", r.ImportPath, heading))
	}
	for _, f := range r.files {
		if !slices.Contains(r.order, f) {
			out = append(out, fmt.Sprintf("%s: %s is not in the list of doc.go", r.ImportPath, f))
		}
	}
	seen := map[string]bool{}
	for _, f := range r.order {
		if seen[f] {
			out = append(out, fmt.Sprintf("%s: %s is in the list of doc.go twice", r.ImportPath, f))
		}
		if seen[f] = true; !slices.Contains(r.files, f) {
			out = append(out, fmt.Sprintf("%s: %s is in the list of doc.go and is gone", r.ImportPath, f))
		}
	}
	if 10*len(r.back) > len(r.arrows) {
		out = append(out, fmt.Sprintf("%s: %d of %d arrows run back up", r.ImportPath, len(r.back), len(r.arrows)))
	}
	return out
}

func (r *room) say(all bool) {
	longest := ""
	for f, n := range r.lines {
		if n > r.lines[longest] || n == r.lines[longest] && f < longest {
			longest = f
		}
	}
	mark := " "
	if !r.listed && len(r.files) > 1 {
		mark = "*"
	}
	fmt.Printf("%-24s %6d %5d %6d %5d %5.1f%%%s %5d %5d  %s %d\n", r.ImportPath, r.total(), len(r.lines), len(r.arrows),
		len(r.back), 100*r.share(), mark, len(r.functions), len(r.overlong), longest, r.lines[longest])
	if !all {
		return
	}
	r.sayBack("  back ")
	for _, s := range r.functions {
		fmt.Printf("  long function %s\n", s)
	}
	for _, s := range r.overlong {
		fmt.Printf("  long line %s\n", s)
	}
}

// sayBack names each arrow back with the names that make it: what to move or to turn round.
func (r *room) sayBack(before string) {
	for _, a := range r.back {
		var names []string
		for n := range r.arrows[a] {
			names = append(names, n)
		}
		sort.Strings(names)
		fmt.Printf("%s%s -> %s: %s\n", before, a.from, a.to, strings.Join(names, " "))
	}
}

var goFile = regexp.MustCompile(`[A-Za-z0-9_]+\.go\b`)

// listIn reads the list: the paragraph of the comment that begins with the heading.
func listIn(comment *ast.CommentGroup) (files []string, found bool) {
	if comment == nil {
		return nil, false
	}
	_, rest, found := strings.Cut("\n"+comment.Text(), "\n"+heading)
	paragraph, _, _ := strings.Cut(rest, "\n\n")
	return goFile.FindAllString(paragraph, -1), found
}

// write puts the best order into doc.go; a package comment that stands elsewhere moves
// there with it.
func (r *room) write(fset *token.FileSet) error {
	if r.comment == nil {
		return errors.New("no package comment; a room says first what it is for")
	}
	order := best(r.files, r.order, r.arrows)
	if r.listed && slices.Equal(order, r.order) {
		return nil
	}
	path := filepath.Join(r.Dir, r.commentsIn)
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	start, end := fset.Position(r.comment.Pos()).Offset, fset.Position(r.comment.End()).Offset
	text := withList(string(src[start:end]), order)
	if r.commentsIn == "doc.go" {
		src = slices.Concat(src[:start], []byte(text), src[end:])
	} else {
		if err := os.WriteFile(path, slices.Concat(src[:start], bytes.TrimLeft(src[end:], "\n")), 0o666); err != nil {
			return err
		}
		src = []byte(text + "\npackage " + r.Name + "\n")
	}
	if err := os.WriteFile(filepath.Join(r.Dir, "doc.go"), src, 0o666); err != nil {
		return err
	}
	f, err := parser.ParseFile(fset, filepath.Join(r.Dir, "doc.go"), src, parser.ParseComments)
	if err != nil {
		return err
	}
	r.comment, r.commentsIn = f.Doc, "doc.go"
	r.settle()
	return nil
}

// withList is a comment of // lines with its list exchanged, or one added at its end.
func withList(comment string, order []string) string {
	list, line := []string{}, "// "+heading
	for i, f := range order {
		if f += ","; i == len(order)-1 {
			f = strings.TrimSuffix(f, ",") + "."
		}
		if len(line)+1+len(f) > 88 {
			list, line = append(list, line), "//"
		}
		line += " " + f
	}
	list = append(list, line)
	lines := strings.Split(comment, "\n")
	start := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "// "+heading) })
	if start < 0 {
		return strings.Join(slices.Concat(lines, []string{"//"}, list), "\n")
	}
	end := start
	for end < len(lines) && strings.TrimSpace(lines[end]) != "//" {
		end++
	}
	return strings.Join(slices.Concat(lines[:start], list, lines[end:]), "\n")
}

// best looks for the order with the fewest arrows back: from the order that stands, with
// what is new put in, single files are moved to where they help most until none does;
// then a few are thrown about and it is tried again. An order no better than the one
// that stands does not replace it.
func best(files, standing []string, arrows map[arrow]map[string]bool) []string {
	order := slices.DeleteFunc(slices.Clone(standing), func(f string) bool { return !slices.Contains(files, f) })
	for _, f := range files {
		if !slices.Contains(order, f) {
			order = append(order, f)
		}
	}
	n, at := len(order), places(order)
	uses := make([][]int, n) // 1 where the first uses the second
	for i := range uses {
		uses[i] = make([]int, n)
	}
	alone := make([]bool, n)
	for i := range alone {
		alone[i] = true
	}
	for a := range arrows {
		i, j := at[a.from], at[a.to]
		uses[i][j], alone[i], alone[j] = 1, false, false
	}
	found := make([]int, n)
	for i := range found {
		found[i] = i
	}
	cost := climb(found, uses)
	dice := rand.New(rand.NewSource(1))
	try := slices.Clone(found)
	for round := 0; round < 300 && cost > 0; round++ {
		copy(try, found)
		for range 2 + n/8 {
			shift(try, dice.Intn(n), dice.Intn(n))
		}
		if c := climb(try, uses); c < cost {
			cost = c
			copy(found, try)
		}
	}
	if len(standing) == 0 {
		level(found, uses)
	}
	var out, loose []string
	for _, i := range found {
		if alone[i] && !slices.Contains(standing, order[i]) {
			loose = append(loose, order[i])
			continue
		}
		out = append(out, order[i])
	}
	for _, f := range loose { // no arrow says where: beside its namesake, os_windows.go after os_unix.go
		stem, _, _ := strings.Cut(strings.TrimSuffix(f, ".go"), "_")
		i := slices.IndexFunc(out, func(o string) bool { return strings.HasPrefix(o, stem+"_") || o == stem+".go" })
		out = slices.Insert(out, i+1, f)
	}
	return out
}

// climb moves one file at a time to its best place, and answers the arrows left back.
func climb(order []int, uses [][]int) int {
	for moved := true; moved; {
		moved = false
		for k := range order {
			x, to, least := order[k], k, 0
			for j, d := k-1, 0; j >= 0; j-- {
				y := order[j]
				if d += uses[x][y] - uses[y][x]; d < least {
					to, least = j, d
				}
			}
			for j, d := k+1, 0; j < len(order); j++ {
				y := order[j]
				if d += uses[y][x] - uses[x][y]; d < least {
					to, least = j, d
				}
			}
			if to != k {
				shift(order, k, to)
				moved = true
			}
		}
	}
	cost := 0
	for i, x := range order {
		for _, y := range order[i+1:] {
			cost += uses[x][y]
		}
	}
	return cost
}

// level puts the files of an order by their height over the ground, which makes no more
// arrows run back and reads better.
func level(order []int, uses [][]int) {
	height := make([]int, len(order))
	for i, x := range order {
		for _, y := range order[:i] {
			if uses[x][y] == 1 {
				height[x] = max(height[x], height[y]+1)
			}
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return height[order[i]] < height[order[j]] })
}

// shift takes one file out and puts it in elsewhere; the others keep their order.
func shift(order []int, from, to int) {
	x := order[from]
	if from < to {
		copy(order[from:to], order[from+1:to+1])
	} else {
		copy(order[to+1:from+1], order[to:from])
	}
	order[to] = x
}
