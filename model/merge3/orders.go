package merge3

import "slices"

func ascending(list []string) bool { return slices.IsSorted(list) }

// orders are the order of a list in three versions.
type orders struct{ base, mine, theirs []string }

// merged gives the order of what stays. What both have stands as the one had it
// who moved something; when both did, differently, it clashes and stands as mine.
// What one alone has follows what it stood behind.
func (o orders) merged(stays func(string) bool) (order []string, clash bool) {
	in := func(lists ...[]string) func(string) bool {
		n := map[string]int{}
		for _, l := range lists {
			for _, id := range l {
				n[id]++
			}
		}
		return func(id string) bool { return n[id] == len(lists) && stays(id) }
	}
	all, both := in(o.base, o.mine, o.theirs), in(o.mine, o.theirs)
	b, m, t := only(o.base, all), only(o.mine, all), only(o.theirs, all)
	spine := o.mine
	switch {
	case slices.Equal(b, m) && !slices.Equal(b, t):
		spine = o.theirs
	case !slices.Equal(b, t) && !slices.Equal(m, t):
		clash = true
	}
	return o.around(only(spine, both), stays, both), clash
}

// around puts what only one side has behind what it stood behind there; where both
// put something, the block with the smaller id comes first, so that it does not
// matter whose is merged into whose.
func (o orders) around(spine []string, stays, both func(string) bool) []string {
	blocks := map[string][][]string{}
	for _, list := range [][]string{o.mine, o.theirs} {
		after, block := "", []string(nil)
		end := func() {
			if len(block) > 0 {
				blocks[after] = append(blocks[after], block)
			}
			block = nil
		}
		for _, id := range list {
			if both(id) {
				end()
				after = id
			} else if stays(id) {
				block = append(block, id)
			}
		}
		end()
	}
	var out []string
	put := func(after string) {
		slices.SortFunc(blocks[after], slices.Compare)
		for _, block := range blocks[after] {
			out = append(out, block...)
		}
	}
	put("")
	for _, id := range spine {
		out = append(out, id)
		put(id)
	}
	return out
}

func only(list []string, keep func(string) bool) []string {
	var out []string
	for _, id := range list {
		if keep(id) {
			out = append(out, id)
		}
	}
	return out
}
