package shell

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"accord/model"
	"accord/ui/kit"
	"accord/ui/relmap"
)

// A map for a document is dark on white: every colour of it was turned, and
// every word is where it was.
func TestTheMapOnPaperIsDarkOnWhite(t *testing.T) {
	p := samplePortfolio(t)
	a, _ := p.Find("Northgate Steel")
	day := model.DateOf(testNow)
	_, dark := relmap.DrawMap(p, day, a.ID, "map", 120)
	paper := relmap.PaperMap(p, day, a.ID)
	fills, texts := regexp.MustCompile(`fill="([^"]*)"`), regexp.MustCompile(`>([^<]+)</text>`)
	was, is := fills.FindAllStringSubmatch(dark, -1), fills.FindAllStringSubmatch(paper, -1)
	if len(was) < 50 || len(was) != len(is) {
		t.Fatalf("%d fills became %d", len(was), len(is))
	}
	for i := range was {
		if was[i][1] == is[i][1] {
			t.Fatalf("%s stays %s", was[i][1], is[i][1])
		}
	}
	var x, y, w, h float64
	if _, err := fmt.Sscanf(paper[strings.Index(paper, "viewBox"):], `viewBox="%g %g %g %g"`, &x, &y, &w, &h); err != nil || x < 8 || y < 8 || w < 500 || h < 100 {
		t.Errorf("the frame of the pane is shown: %v %v %v %v, %v", x, y, w, h, err)
	}
	if is[0][1] != "#ffffff" {
		t.Errorf("the paper is %s", is[0][1])
	}
	one, other := texts.FindAllString(dark, -1), texts.FindAllString(paper, -1)
	if strings.Join(one, "") != strings.Join(other, "") || len(one) < 20 {
		t.Error("a word changed")
	}
	for _, c := range kit.SvgColours {
		if relmap.OnPaper(`fill="`+c+`"`) == `fill="`+c+`"` {
			t.Errorf("%s has no colour on paper", c)
		}
	}
	if said := `<text>fill=&#34;#14161b&#34;</text>`; relmap.OnPaper(said) != said {
		t.Error("what people typed changes colour")
	}
}
