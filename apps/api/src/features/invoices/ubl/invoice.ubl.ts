import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { ublProfile } from '@konnekt/shared/invoices/invoice.files';
import { linesOf, reverseCharged, taxCategory } from './ubl.line.ts';
import { party } from './ubl.party.ts';
import { paymentOf } from './ubl.payment.ts';
import { amount, group, maybe, tag } from './xml.ts';

/** A file that is embedded. */
export interface UblDocument {
  id: string;
  name: string;
  mediaType: 'application/pdf';
  content: Uint8Array;
}

const nlcius = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0';
const customizations = {
  peppol: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  nlcius,
  'nlcius-g-account': `${nlcius}#conformant#urn:fdc:nen.nl:gaccount:v1.0`,
};
const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2';
const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';

/**
 * An invoice or credit note as UBL 2.1, the file that the client's bookkeeping reads: by Peppol BIS Billing 3.0 (with its Dutch rules), or by
 * NLCIUS, with its extension for the blocked account, where the client asks for that. `documents` are embedded, the invoice itself as PDF for
 * one. Amounts are those of the invoice, never worked out anew.
 */
export function ublOf(invoice: Invoice, documents: readonly UblDocument[] = []): string {
  const { buyer, seller, orderReference, creditsInvoice } = invoice;
  const isCredit = invoice.kind === 'credit';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const profile = ublProfile(invoice);
  const body = [
    tag('cbc:CustomizationID', customizations[profile]),
    tag('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
    tag('cbc:ID', invoice.number ?? ''),
    tag('cbc:IssueDate', invoice.invoiceDate ?? ''),
    ...(isCredit ? [] : [tag('cbc:DueDate', invoice.dueDate ?? '')]),
    tag(isCredit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', isCredit ? '381' : '380'),
    ...maybe('cbc:Note', noteOf(invoice)),
    tag('cbc:DocumentCurrencyCode', 'EUR'),
    ...maybe('cbc:AccountingCost', invoice.costCentre ?? buyer.costCentre),
    tag('cbc:BuyerReference', buyer.buyerReference ?? orderReference ?? buyer.number ?? buyer.name),
    group('cac:InvoicePeriod', tag('cbc:StartDate', invoice.fromDay), tag('cbc:EndDate', invoice.untilDay)),
    ...(orderReference ? [group('cac:OrderReference', tag('cbc:ID', orderReference))] : []),
    ...(creditsInvoice
      ? [group('cac:BillingReference', group('cac:InvoiceDocumentReference', tag('cbc:ID', creditsInvoice.number)))]
      : []),
    ...(buyer.contractReference
      ? [group('cac:ContractDocumentReference', tag('cbc:ID', buyer.contractReference))]
      : []),
    ...documents.map(documentReference),
    group('cac:AccountingSupplierParty', party(seller)),
    group('cac:AccountingCustomerParty', party(buyer)),
    ...paymentOf(invoice, profile),
    taxTotal(invoice),
    group(
      'cac:LegalMonetaryTotal',
      amount('cbc:LineExtensionAmount', invoice.netCents),
      amount('cbc:TaxExclusiveAmount', invoice.netCents),
      amount('cbc:TaxInclusiveAmount', invoice.totalCents),
      amount('cbc:PayableAmount', invoice.totalCents),
    ),
    ...invoice.lines.flatMap((line) => linesOf(line, invoice)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="${cac}" xmlns:cbc="${cbc}">${body.join('')}</${root}>\n`;
}

function noteOf({ remark, isReverseCharged, reason, language }: Invoice): string {
  return [remark, reason, isReverseCharged ? reverseCharged[language] : null]
    .filter((note) => note !== null)
    .join('. ');
}

const taxTotal = (invoice: Invoice): string =>
  group(
    'cac:TaxTotal',
    amount('cbc:TaxAmount', invoice.vatCents),
    ...invoice.vat.map((rate) =>
      group(
        'cac:TaxSubtotal',
        amount('cbc:TaxableAmount', rate.netCents),
        amount('cbc:TaxAmount', rate.vatCents),
        taxCategory('cac:TaxCategory', rate.vatBp, invoice, true),
      ),
    ),
  );

const documentReference = ({ id, name, mediaType, content }: UblDocument): string =>
  group(
    'cac:AdditionalDocumentReference',
    tag('cbc:ID', id),
    group(
      'cac:Attachment',
      tag('cbc:EmbeddedDocumentBinaryObject', Buffer.from(content).toString('base64'), {
        mimeCode: mediaType,
        filename: name,
      }),
    ),
  );
