import { plainDecimal } from '@konnekt/shared/basics/money';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { lineNet } from '@konnekt/shared/invoices/invoice.sums';
import { amount, group, maybe, tag } from './xml.ts';

/** UN/ECE Recommendation 20: hours, kilometres, pieces. */
const unitCodes: Record<InvoiceLine['unit'], string> = {
  hours: 'HUR',
  surcharge: 'HUR',
  kilometres: 'KMT',
  euros: 'C62',
  pieces: 'C62',
};

/** A rate that was changed is two lines: all of it at the new rate, and taken away at the old one, each a quantity times a price. */
export function linesOf(line: InvoiceLine, invoice: Invoice): string[] {
  const { unit, size, priceCents, oldPriceCents, position } = line;
  if (oldPriceCents === null) return [lineOf(line, String(position), invoice)];
  const at = (cents: number, sized: number) => ({
    size: sized,
    priceCents: cents,
    netCents: lineNet({ unit, size: sized, priceCents: cents }),
  });
  return [
    lineOf({ ...line, ...at(priceCents, size) }, String(position), invoice),
    lineOf({ ...line, ...at(oldPriceCents, -size) }, `${position}-1`, invoice),
  ];
}

function lineOf(line: InvoiceLine, id: string, invoice: Invoice): string {
  const { fromDay, untilDay, language } = invoice;
  const isCredit = invoice.kind === 'credit';
  const quantity = isTime(line.unit) ? line.size / 60 : line.size / 100;
  return group(
    isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
    tag('cbc:ID', id),
    tag(isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', plain(quantity), {
      unitCode: unitCodes[line.unit],
    }),
    amount('cbc:LineExtensionAmount', line.netCents),
    ...maybe('cbc:AccountingCost', line.costCentre),
    ...(line.description === null
      ? [group('cac:InvoicePeriod', tag('cbc:StartDate', fromDay), tag('cbc:EndDate', untilDay))]
      : []),
    // A line of the order that the whole names.
    ...(line.orderLine !== null && line.orderNumber === invoice.orderReference
      ? [group('cac:OrderLineReference', tag('cbc:LineID', line.orderLine))]
      : []),
    group(
      'cac:Item',
      ...(line.employeeName ? [tag('cbc:Description', personOf(line))] : []),
      tag('cbc:Name', line.description ?? (language === 'nl' ? line.hourTypeNl : line.hourTypeEn) ?? '-'),
      taxCategory('cac:ClassifiedTaxCategory', line.vatBp, invoice),
    ),
    group('cac:Price', amount('cbc:PriceAmount', line.priceCents)),
  );
}

const personOf = ({ employeeName, functionName, isoWeek, isoYear, budgetNumber, rateReason }: InvoiceLine): string =>
  [employeeName, functionName, isoWeek && `week ${isoWeek}, ${isoYear}`, budgetNumber, rateReason]
    .filter(Boolean)
    .join(', ');

/** At most six decimals, none needless. */
const plain = (quantity: number): string => String(Math.round(quantity * 1_000_000) / 1_000_000);

/** Standard, zero, or reverse-charged (AE, article 12 of the VAT law), the reason of which stands at the totals. */
export function taxCategory(name: string, vatBp: number, invoice: Invoice, withReason = false): string {
  const { isReverseCharged } = invoice;
  return group(
    name,
    tag('cbc:ID', isReverseCharged ? 'AE' : vatBp === 0 ? 'Z' : 'S'),
    tag('cbc:Percent', plainDecimal(vatBp)),
    ...(withReason && isReverseCharged
      ? [
          // NLCIUS would rather have the words alone (BR-NL-35).
          ...(invoice.document === 'nlcius' ? [] : [tag('cbc:TaxExemptionReasonCode', 'VATEX-EU-AE')]),
          tag('cbc:TaxExemptionReason', reverseCharged[invoice.language]),
        ]
      : []),
    group('cac:TaxScheme', tag('cbc:ID', 'VAT')),
  );
}

export const reverseCharged = { nl: 'Btw verlegd', en: 'Reverse charge' };
