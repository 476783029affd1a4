package evidence

import (
	"strings"

	"accord/store/exchange/cells"
)

// stateLists are the words of a state, from the exports of the programs themselves and in
// the languages they are sold in.
var stateLists = map[State]string{
	Won: "won|closed won|closedwon|close won|invoiced|posted|paid|paid in full|fully paid|partially paid|partly paid|partial payment|in payment|partial|" +
		"sales order|sale|completed|complete|fulfilled|delivered|shipped|fully invoiced|win|converted to order|gained|" +
		"gewonnen|bezahlt|teilbezahlt|teilweise bezahlt|gebucht|abgeschlossen gewonnen|fakturiert|geliefert|" +
		"gagné|gagnée|payé|payée|payés|partiellement payée|comptabilisé|facturé|livré|" +
		"ganado|ganada|cerrado ganado|pagado|pagada|parcialmente pagada|facturado|contabilizado|" +
		"vinto|vinta|pagato|pagata|fatturato|saldata|gewonnen deal|betaald|deels betaald|gefactureerd|geboekt|" +
		"ganho|ganha|fechado ganho|pago|paga|faturado|wygrane|wygrana|zapłacone|zapłacona|opłacona|zafakturowane|" +
		"vyhráno|zaplaceno|uhrazeno|vyfakturováno|vunnen|vunnet|betald|betalt|fakturerad|bokförd|" +
		"נסגר בהצלחה|זכייה|זכיה|שולם|שולמה|שולם חלקית|הופק|נמכר",
	Issued: "open invoice|unpaid|not paid|overdue|past due|outstanding|sent|issued|approved|authorised|authorized|awaiting payment|due|finalized|finalised|" +
		"viewed|validated|submitted|confirmed|processing|pending payment|" +
		"offen|unbezahlt|überfällig|versendet|gesendet|ausgestellt|impayé|impayée|en retard|envoyée|émise|validée|pendiente de pago|vencida|enviada|emitida|" +
		"emessa|inviata|scaduta|non pagata|openstaand|verzonden|verlopen|em atraso|nieopłacona|przeterminowana|wystawiona|neuhrazeno|po splatnosti|vystaveno|" +
		"obetald|förfallen|skickad|open|לא שולם|פתוחה|באיחור|נשלח",
	Open: "new|in progress|pending|prospecting|engaging|qualification|qualified|qualified to buy|needs analysis|value proposition|id decision makers|" +
		"identify decision makers|perception analysis|proposal|proposal price quote|proposal or price quote|proposal sent|proposal made|proposed|negotiation|negotiation review|negotiations started|" +
		"negotiation or review|appointment scheduled|presentation scheduled|decision maker bought in|contract sent|lead|lead in|contact made|demo scheduled|" +
		"quotation|quotation sent|quote|quoted|estimate|estimate sent|develop|propose|screening|meeting|discovery|on hold|waiting|scheduled|" +
		"in verhandlung|angebot|neu|laufend|en cours|nouveau|devis|proposition|négociation|en curso|nuevo|propuesta|negociación|" +
		"in corso|nuovo|proposta|trattativa|nieuw|lopend|offerte|onderhandeling|novo|negociação|em andamento|nowy|w toku|oferta|negocjacje|" +
		"nový|probíhá|nabídka|ny|pågående|offert|förhandling|פתוח|בתהליך|משא ומתן|הצעת מחיר|חדש",
	Lost: "lost|closed lost|closedlost|close lost|lost to competitor|rejected|declined|expired|abandoned|dead|disqualified|duplicate|loss|not won|" +
		"closed cancelled|closed canceled|verloren|abgelehnt|perdu|perdue|refusé|refusée|perdido|perdida|cerrado perdido|rechazado|" +
		"perso|persa|rifiutato|verlies|afgewezen|fechado perdido|przegrane|przegrana|odrzucone|prohráno|odmítnuto|förlorad|förlorat|tapt|" +
		"הפסד|אבוד|נדחה",
	Draft: "draft|drafts|to be invoiced|proforma|pro forma|unposted|not posted|saved|entwurf|brouillon|borrador|bozza|concept|rascunho|" +
		"szkic|wersja robocza|koncept|utkast|טיוטה",
	Void: "void|voided|cancelled|canceled|cancel|deleted|reversed|written off|bad debt|uncollectible|refunded|storniert|annulliert|gelöscht|annulé|annulée|abandonnée|" +
		"anulado|anulada|cancelado|cancelada|annullato|annullata|stornata|geannuleerd|vervallen|anulowane|anulowana|" +
		"zrušeno|stornováno|makulerad|annullerad|avbruten|מבוטל|מבוטלת|בוטל",
}

// states are the words of them all, squeezed.
var states = squeezed(stateLists)

// StateOf reads the word for a state, in any of the languages that programs write. Some
// write behind a stage, in brackets, whose stage it is: "Closed Won (Sales Pipeline)".
func StateOf(s string) State {
	if st, ok := states[cells.Squeeze(s)]; ok {
		return st
	}
	bare, rest, found := strings.Cut(s, " (")
	if found && strings.HasSuffix(rest, ")") {
		return states[cells.Squeeze(bare)]
	}
	return Unknown
}

// squeezed turns lists of words round.
func squeezed[T comparable](lists map[T]string) map[string]T {
	out := map[string]T{}
	for of, list := range lists {
		for w := range strings.SplitSeq(list, "|") {
			out[cells.Squeeze(w)] = of
		}
	}
	return out
}
