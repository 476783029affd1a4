package shell

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
)

// figures opens the sheet of an account, the cursor on revenue of 2025.
func figures(t testing.TB, p *model.Portfolio, account string) *harness {
	return planOf(t, p, account).Keys("p 'figures' enter")
}

func (x *harness) get(key string) string {
	x.Helper()
	f, err := edit.FieldByKey(x.session().Portfolio().Programme(), key)
	if err != nil {
		x.Fatal(err)
	}
	return edit.Get(x.session().Portfolio(), edit.AccountRef(x.account().ID), f)
}

func (x *harness) has(key, want string) *harness {
	x.Helper()
	if got := x.get(key); got != want {
		x.Fatalf("%s is %q, want %q", key, got, want)
	}
	return x
}

func TestFiguresAreTypedLikeASheet(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.sees("2026", "2025", "2024", "2023", "300,000")
	x.Keys("1 '250k' enter '900000' enter '50,000' enter").has("figures.2025.revenue", "1250000").has("figures.2025.cost_of_sales", "900000").has("figures.2025.cost_to_serve", "50000")
	x.sees("1,250,000", "900,000", "300,000", "24.0 %").Keys("5 'm' enter").has("figures.2025.wallet", "5000000").sees("25.0 %", "3,750,000")
}

func TestTabAndArrowsLeaveACell(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("7 tab").has("figures.2025.revenue", "7").Keys("8 right").has("figures.2024.revenue", "8")
	x.Keys("9 shift+tab").has("figures.2023.revenue", "9").Keys("6 left").has("figures.2024.revenue", "6")
	x.Keys("5 down").has("figures.2025.revenue", "5").Keys("4 up").has("figures.2025.cost_of_sales", "4").Keys("3 esc").has("figures.2025.revenue", "3")
}

func TestExactAmountIsEdited(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a1", Name: "Meridian Foods"}, set("a1", "figures.2025.revenue", "1234567.89"))
	x := figures(t, p, "Meridian").sees("1,234,568")
	x.Keys("enter").sees("1234567.89").Keys("backspace 1 esc").has("figures.2025.revenue", "1234567.81").Keys("u").has("figures.2025.revenue", "1234567.89")
}

func TestDerivedCellsRefuseInWords(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("down down down 5").sees("Contribution is revenue").Keys("down x").sees("Margin is").Keys("down down enter").sees("Share of wallet is").Keys("down 1").sees("Headroom is")
	if len(x.patches) != 0 {
		t.Fatal("a derived cell was edited")
	}
}

func TestHalfConfidenceIsMarked(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("down 2 '00000' enter up").sees("100,000~", "without cost to serve").Keys("down 1 '0000' enter").sees("90,000").seesNot("90,000~")
}

func TestUnknownFigureIsADashAndZeroIsZero(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("x").has("figures.2025.revenue", "").Keys("0 enter up").has("figures.2025.revenue", "0").Keys("- enter").has("figures.2025.revenue", "")
}

func TestWrongAmountIsSaidAndNotTaken(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("1 '2x' enter").sees("is not a number").has("figures.2025.revenue", "12").Keys("backspace esc").has("figures.2025.revenue", "12").Keys("u").has("figures.2025.revenue", "300000")
}

func TestMoreThanTheWholeWalletIsSaid(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("down down down down down 1 '00000' esc").sees("300.0 %", "more than their total spend")
}

func TestImportedRevenueIsMarkedAndOverridden(t *testing.T) {
	p := three(t)
	a := *p.Account("a2")
	a.Years = nil
	for i, day := range []model.Date{model.NewDate(2025, 3, 1), model.NewDate(2025, 9, 1)} {
		a.Transactions = append(a.Transactions, model.Transaction{Key: string(rune('a' + i)), Date: day, Amount: model.NewMoney(1000, "USD")})
	}
	s := session.New(p, model.DateOf(testNow), 0, counterIDs())
	if _, err := s.Do(edit.ImportAccounts{Base: p, Accounts: []*model.Account{&a}, Title: words.Plain("import")}, testNow); err != nil {
		t.Fatal(err)
	}
	x := figures(t, s.Portfolio(), "Meridian")
	x.sees("2,000*", "2 imported transactions").Keys("x").sees("the sum of imported transactions; a typed revenue overrides it")
	x.Keys("5 esc").sees("overrides the 2,000 of 2 imported transactions").has("figures.2025.revenue", "5")
	x.Keys("x").sees("back to the sum of 2 imported transactions: 2,000", "2,000*")
}

func TestOlderYearsComeIntoSight(t *testing.T) {
	x := figures(t, three(t), "Meridian").seesNot("2021")
	x.Keys("right right right right 9 enter").has("figures.2021.revenue", "9").sees("2021")
}

func TestFiguresThroughTakesADay(t *testing.T) {
	x := figures(t, three(t), "Meridian")
	x.Keys("end 3 '0.9.2026' enter").has("figures.2025.through", "2026-09-30").sees("30 Sep 2026")
	x.Keys("enter 'q1 2025' enter").has("figures.2025.through", "2025-03-31").Keys("x").has("figures.2025.through", "")
}

func TestOpenYearIsMarked(t *testing.T) {
	figures(t, three(t), "Meridian").sees("2026 open").Keys("left 5 enter up").sees("2026 is not closed")
}

func TestFigureIsExplainedAndCopied(t *testing.T) {
	figures(t, three(t), "Meridian").Keys("y").sees("copied: 300,000").Keys("i").sees("typed by hand")
}
