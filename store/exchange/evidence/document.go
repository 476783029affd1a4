package evidence

import "accord/store/exchange/cells"

// Document is the kind of document that a row is.
type Document uint8

// The kinds of documents. NoDocument is a word that no list has.
const (
	NoDocument Document = iota
	Sale                // an invoice, a receipt: revenue
	Credit              // a credit note: it lowers revenue, printed with a minus or without
	Payment             // money that comes in for an invoice: no revenue
	Purchase            // a bill of a supplier: no revenue of ours
	Offer               // an estimate, a quotation: no revenue yet
)

// documentLists are the words of a kind of document, as the programs write them.
var documentLists = map[Document]string{
	Sale: "invoice|sales invoice|customer invoice|tax invoice|standard invoice|invoices|inv|si|out_invoice|sales receipt|receipt of sale|cash sale|cash invoice|" +
		"final invoice|deposit invoice|down payment invoice|debit note|accrec|rechnung|ausgangsrechnung|schlussrechnung|abschlagsrechnung|barverkauf|" +
		"facture|facture client|facture standard|facture d acompte|factura|factura de venta|factura de cliente|fattura|fattura di vendita|fattura immediata|" +
		"factuur|verkoopfactuur|fatura|fatura recibo|faktura|faktura vat|faktura sprzedaży|faktura vydaná|kundfaktura|חשבונית|חשבונית מס|חשבונית מס קבלה|חשבונית עסקה|" +
		"sales order|order|standard order|auftrag|commande|pedido|ordine",
	Credit: "credit note|credit memo|creditnote|creditmemo|credit|cn|sc|out_refund|refund|customer credit note|sales credit|sales credit memo|sales credit note|" +
		"credit refund|cash refund|sales return|return|returns|accreccredit|gutschrift|stornorechnung|rechnungskorrektur|korrekturrechnung|storno|" +
		"avoir|facture avoir|note de crédit|abono|nota de crédito|nota de credito|factura rectificativa|rectificativa|nota di credito|nota credito|" +
		"creditnota|creditfactuur|korekta|faktura korygująca|faktura korekta|dobropis|opravný daňový doklad|kreditfaktura|kreditnota|kreditnota|חשבונית זיכוי|זיכוי|חשבונית מס זיכוי",
	Payment: "payment|payments|customer payment|receipt|deposit|bank deposit|transfer|check|cheque|zahlung|zahlungseingang|paiement|règlement|encaissement|" +
		"pago|cobro|pagamento|incasso|betaling|ontvangst|recibo|recebimento|płatność|wpłata|platba|úhrada|betalning|inbetalning|קבלה|תשלום|הפקדה|sr|sp",
	Purchase: "bill|vendor bill|purchase invoice|supplier invoice|purchase order|purchase|expense|vendor credit|bill payment|pi|pc|in_invoice|in_refund|accpay|" +
		"eingangsrechnung|lieferantenrechnung|bestellung|facture fournisseur|factura de proveedor|factura de compra|fattura di acquisto|inkoopfactuur|fatura de compra|" +
		"faktura zakupu|faktura přijatá|leverantörsfaktura|חשבונית ספק|הוצאה",
	//nolint:misspell // words of other languages
	Offer: "estimate|quote|quotation|proposal|sales quote|pro forma|proforma|proforma invoice|angebot|kostenvoranschlag|devis|presupuesto|cotización|preventivo|offerta|" +
		"offerte|orçamento|oferta|faktura pro forma|nabídka|offert|הצעת מחיר|חשבון עסקה",
}

var documents = squeezed(documentLists)

// DocumentOf reads the word for a kind of document.
func DocumentOf(s string) Document { return documents[cells.Squeeze(s)] }
