package doors

import (
	"strings"
	"testing"

	"accord/model"
	"accord/ui"
	"accord/ui/cli"
)

// Where to look is said in the words of the face that asked: a key, or a command.
func TestAdviceIsForTheFaceThatAsked(t *testing.T) {
	const path = "../../store/exchange/testdata/small_products.csv"
	screen, err := previewForScreen(ui.ImportRequest{Path: path, Portfolio: model.EmptyPortfolio()})
	if err != nil {
		t.Fatal(err)
	}
	command, err := previewForCommands(cli.ImportRequest{Path: path, Portfolio: model.EmptyPortfolio()})
	if err != nil {
		t.Fatal(err)
	}
	if said := strings.Join(screen.Summary, " "); strings.Contains(said, "accord get") || !strings.Contains(said, "f2 shows them") {
		t.Errorf("on the screen: %s", said)
	}
	if said := strings.Join(command.Summary, " "); !strings.Contains(said, "accord get programme programme.offerings") {
		t.Errorf("on the command line: %s", said)
	}
}
