package score

// notYet are the figures that the model computes by the first edition still. One of them
// that agrees has to leave the list.
var notYet = map[string]bool{
	"CAGR": true, "CR1": true, "CR1 per group": true, "CR3": true, "CR3 per group": true, "CR5": true,
	"CR5 per group": true, "Gini": true, "Gini per group": true, "H": true, "HHI": true, "HHI per group": true,
	"P": true, "Spearman": true, "V": true, "alarm 80:20": true, "alarm concentration": true, "attention": true,
	"beyond product": true, "capacity": true, "check cost_to_serve": true, "check periods": true,
	"check wallet": true, "class by contribution": true, "class by revenue": true, "commercial": true,
	"confidence of H": true, "confidence of contribution": true, "contribution": true, "effective number": true,
	"effective number per group": true, "erosion": true, "erosion per group": true, "exchange ratio": true,
	"exposed": true, "figures are stale": true, "flag exchange_ratio": true, "flag hidden_gem": true,
	"flag losing_wallet": true, "flag margin_erosion": true, "flag stage_off": true, "flag stopped_buying": true,
	"flag volume_trap": true, "flag wallet_too_small": true, "fragile": true, "given": true, "headroom": true,
	"lifetime value": true, "loss: CR1 afterwards": true, "loss: CR3 afterwards": true,
	"loss: CR5 afterwards": true, "loss: Gini afterwards": true, "loss: HHI afterwards": true,
	"loss: capacity": true, "loss: capacity known of": true, "loss: capacity share": true,
	"loss: contribution": true, "loss: contribution known of": true, "loss: contribution share": true,
	"loss: effective number afterwards": true, "loss: headroom": true, "loss: headroom known of": true,
	"loss: headroom share": true, "loss: revenue": true, "loss: revenue known of": true,
	"loss: revenue share": true, "order of the list": true, "peak": true, "peak per group": true, "period": true,
	"quality": true, "rated accounts with revenue": true, "received": true, "revenue": true,
	"share of wallet": true, "stage": true, "total contribution": true, "total revenue": true,
	"verified share": true, "wallet": true,
}
