import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { electronicAddress } from '@konnekt/shared/invoices/invoice.files';

/**
 * An invoice or credit note as UBL 2.1 by Peppol BIS Billing 3.0 (with its Dutch rules): the file that the client's bookkeeping reads.
 * `documents` are embedded, the invoice itself as PDF for one. Amounts are those of the invoice, never worked out anew.
 */
export function ublOf(invoice: Invoice, documents: readonly UblDocument[] = []): string {
  const isCredit = invoice.kind === 'credit';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const body = [
    tag('cbc:CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
    tag('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
    tag('cbc:ID', invoice.number ?? ''),
    tag('cbc:IssueDate', invoice.invoiceDate ?? ''),
    ...(isCredit ? [] : [tag('cbc:DueDate', invoice.dueDate ?? '')]),
    tag(isCredit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', isCredit ? '381' : '380'),
    ...notes(invoice).map((note) => tag('cbc:Note', note)),
    tag('cbc:DocumentCurrencyCode', 'EUR'),
    ...(invoice.buyer.costCentre ? [tag('cbc:AccountingCost', invoice.buyer.costCentre)] : []),
    tag(
      'cbc:BuyerReference',
      invoice.buyer.buyerReference ?? invoice.orderReference ?? invoice.buyer.number ?? invoice.buyer.name,
    ),
    group('cac:InvoicePeriod', tag('cbc:StartDate', invoice.fromDay), tag('cbc:EndDate', invoice.untilDay)),
    ...(invoice.orderReference ? [group('cac:OrderReference', tag('cbc:ID', invoice.orderReference))] : []),
    ...(invoice.creditsInvoice
      ? [
          group(
            'cac:BillingReference',
            group('cac:InvoiceDocumentReference', tag('cbc:ID', invoice.creditsInvoice.number)),
          ),
        ]
      : []),
    ...(invoice.buyer.contractReference
      ? [group('cac:ContractDocumentReference', tag('cbc:ID', invoice.buyer.contractReference))]
      : []),
    ...documents.map(documentReference),
    group('cac:AccountingSupplierParty', party(invoice.seller)),
    group('cac:AccountingCustomerParty', party(invoice.buyer)),
    ...(isCredit ? [] : paymentMeans(invoice)),
    ...(isCredit ? [] : [group('cac:PaymentTerms', tag('cbc:Note', terms(invoice)))]),
    group(
      'cac:TaxTotal',
      amount('cbc:TaxAmount', invoice.vatCents),
      ...invoice.vat.map((rate) =>
        group(
          'cac:TaxSubtotal',
          amount('cbc:TaxableAmount', rate.netCents),
          amount('cbc:TaxAmount', rate.vatCents),
          taxCategory('cac:TaxCategory', rate.vatBp, invoice.isReverseCharged, true),
        ),
      ),
    ),
    group(
      'cac:LegalMonetaryTotal',
      amount('cbc:LineExtensionAmount', invoice.netCents),
      amount('cbc:TaxExclusiveAmount', invoice.netCents),
      amount('cbc:TaxInclusiveAmount', invoice.totalCents),
      amount('cbc:PayableAmount', invoice.totalCents),
    ),
    ...invoice.lines.map((line) => lineOf(line, invoice, isCredit)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="${cac}" xmlns:cbc="${cbc}">${body.join('')}</${root}>\n`;
}

/** A file that is embedded. */
export interface UblDocument {
  id: string;
  name: string;
  mediaType: 'application/pdf';
  content: Uint8Array;
}

const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2';
const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';

type Party = Invoice['seller'] & Partial<Pick<Invoice['buyer'], 'oin' | 'gln' | 'peppolId'>>;

/** A Dutch party is a legal entity by its number of the trade register, or a government body's (rule NL-R-005). */
function party(one: Party): string {
  const { name, street, city, postcode, country, kvkNumber, vatNumber, oin = null, gln = null } = one;
  const address = electronicAddress(one);
  const legal = kvkNumber ? { scheme: '0106', number: kvkNumber } : oin ? { scheme: '0190', number: oin } : undefined;
  return group(
    'cac:Party',
    ...(address ? [tag('cbc:EndpointID', address.number, { schemeID: address.scheme })] : []),
    ...(gln ? [group('cac:PartyIdentification', tag('cbc:ID', gln, { schemeID: '0088' }))] : []),
    group('cac:PartyName', tag('cbc:Name', name)),
    group(
      'cac:PostalAddress',
      ...(street ? [tag('cbc:StreetName', street)] : []),
      ...(city ? [tag('cbc:CityName', city)] : []),
      ...(postcode ? [tag('cbc:PostalZone', postcode)] : []),
      group('cac:Country', tag('cbc:IdentificationCode', country)),
    ),
    ...(vatNumber
      ? [group('cac:PartyTaxScheme', tag('cbc:CompanyID', vatNumber), group('cac:TaxScheme', tag('cbc:ID', 'VAT')))]
      : []),
    group(
      'cac:PartyLegalEntity',
      tag('cbc:RegistrationName', name),
      ...(legal ? [tag('cbc:CompanyID', legal.number, { schemeID: legal.scheme })] : []),
    ),
  );
}

function paymentMeans({ seller, number }: Invoice): string[] {
  if (!seller.iban) return [];
  return [
    group(
      'cac:PaymentMeans',
      tag('cbc:PaymentMeansCode', '58', { name: 'SEPA credit transfer' }),
      tag('cbc:PaymentID', number ?? ''),
      group('cac:PayeeFinancialAccount', tag('cbc:ID', seller.iban), tag('cbc:Name', seller.name)),
    ),
  ];
}

/** The share for the blocked account is said in words: the network's profile knows one payee alone. */
const terms = ({ paymentTermDays, gAccountCents, seller, totalCents }: Invoice): string =>
  gAccountCents > 0 && seller.gAccountIban
    ? `${paymentTermDays} dagen. Waarvan ${euros(gAccountCents)} op g-rekening ${seller.gAccountIban} en ${euros(totalCents - gAccountCents)} op ${seller.iban}.`
    : `${paymentTermDays} dagen`;

/** In the language of the client's country: Dutch. */
function notes({ remark, isReverseCharged, reason }: Invoice): string[] {
  const said = [remark, reason, isReverseCharged ? 'Btw verlegd' : null].filter((note) => note !== null);
  return said.length > 0 ? [said.join('. ')] : [];
}

function taxCategory(name: string, vatBp: number, isReverseCharged: boolean, withReason = false): string {
  const code = isReverseCharged ? 'AE' : vatBp === 0 ? 'Z' : 'S';
  return group(
    name,
    tag('cbc:ID', code),
    tag('cbc:Percent', decimal(vatBp, 2)),
    ...(withReason && isReverseCharged
      ? [tag('cbc:TaxExemptionReasonCode', 'VATEX-EU-AE'), tag('cbc:TaxExemptionReason', 'Btw verlegd')]
      : []),
    group('cac:TaxScheme', tag('cbc:ID', 'VAT')),
  );
}

/** UN/ECE Recommendation 20: hours, kilometres, pieces. */
const unitCodes: Record<InvoiceLine['unit'], string> = {
  hours: 'HUR',
  surcharge: 'HUR',
  kilometres: 'KMT',
  euros: 'C62',
  pieces: 'C62',
};

function lineOf(line: InvoiceLine, { isReverseCharged, fromDay, untilDay }: Invoice, isCredit: boolean): string {
  const quantity = line.unit === 'hours' || line.unit === 'surcharge' ? line.size / 60 : line.size / 100;
  return group(
    isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
    tag('cbc:ID', String(line.position)),
    tag(isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', plain(quantity), {
      unitCode: unitCodes[line.unit],
    }),
    amount('cbc:LineExtensionAmount', line.netCents),
    ...(line.description === null
      ? [group('cac:InvoicePeriod', tag('cbc:StartDate', fromDay), tag('cbc:EndDate', untilDay))]
      : []),
    group(
      'cac:Item',
      ...(line.employeeName ? [tag('cbc:Description', personOf(line))] : []),
      tag('cbc:Name', line.description ?? line.hourTypeNl ?? 'Uren'),
      taxCategory('cac:ClassifiedTaxCategory', line.vatBp, isReverseCharged),
    ),
    group('cac:Price', amount('cbc:PriceAmount', line.priceCents)),
  );
}

const personOf = ({ employeeName, functionName, isoWeek, isoYear, budgetNumber }: InvoiceLine): string =>
  [employeeName, functionName, isoWeek && `week ${isoWeek}, ${isoYear}`, budgetNumber].filter(Boolean).join(', ');

/** At most six decimals, none needless. */
const plain = (quantity: number): string => String(Math.round(quantity * 1_000_000) / 1_000_000);
const decimal = (hundredths: number, digits: number): string => (hundredths / 100).toFixed(digits);
const euros = (cents: number): string => `EUR ${decimal(cents, 2)}`;
const amount = (name: string, cents: number): string => tag(name, decimal(cents, 2), { currencyID: 'EUR' });

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

const group = (name: string, ...parts: string[]): string => `<${name}>${parts.join('')}</${name}>`;
function tag(name: string, text: string, attributes: Record<string, string> = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${escaped(text)}</${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** XML knows hardly any control character. */
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
