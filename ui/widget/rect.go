package widget

// Rect is a rectangle of cells. A negative or zero side is empty.
type Rect struct{ X, Y, W, H int }

// Inset shrinks r by n cells on every side.
func (r Rect) Inset(n int) Rect {
	return Rect{r.X + n, r.Y + n, max(0, r.W-2*n), max(0, r.H-2*n)}
}

// SplitLeft cuts w columns off the left side.
func (r Rect) SplitLeft(w int) (left, rest Rect) {
	w = clamp(w, 0, r.W)
	return Rect{r.X, r.Y, w, r.H}, Rect{r.X + w, r.Y, r.W - w, r.H}
}

// SplitRight cuts w columns off the right side.
func (r Rect) SplitRight(w int) (right, rest Rect) {
	rest, right = r.SplitLeft(r.W - clamp(w, 0, r.W))
	return right, rest
}

// SplitTop cuts h rows off the top.
func (r Rect) SplitTop(h int) (top, rest Rect) {
	h = clamp(h, 0, r.H)
	return Rect{r.X, r.Y, r.W, h}, Rect{r.X, r.Y + h, r.W, r.H - h}
}

// SplitBottom cuts h rows off the bottom.
func (r Rect) SplitBottom(h int) (bottom, rest Rect) {
	rest, bottom = r.SplitTop(r.H - clamp(h, 0, r.H))
	return bottom, rest
}

// Center is a w×h rectangle in the middle of r, no larger than r.
func (r Rect) Center(w, h int) Rect {
	w, h = clamp(w, 0, r.W), clamp(h, 0, r.H)
	return Rect{r.X + (r.W-w)/2, r.Y + (r.H-h)/2, w, h}
}

// Contains reports whether the cell x, y lies in r.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Empty reports whether r holds no cell.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// clip is the part of r inside o.
func (r Rect) clip(o Rect) Rect {
	x0, y0 := max(r.X, o.X), max(r.Y, o.Y)
	x1, y1 := min(r.X+r.W, o.X+o.W), min(r.Y+r.H, o.Y+o.H)
	return Rect{x0, y0, max(0, x1-x0), max(0, y1-y0)}
}

// clamp bounds n to lo…hi; a range turned inside out gives lo.
func clamp(n, lo, hi int) int { return max(lo, min(n, hi)) }
