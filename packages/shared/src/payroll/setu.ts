import { plainDecimal } from '../basics/money.ts';
import { isTime } from '../hour-types/hour-type.words.ts';
import type { TimecardForm } from './setu.words.ts';
import { setuCodeOf, setuNameOf } from './setu-codes.ts';
import { type Node, xml } from './setu-xml.ts';
import { allowance, endOf, hours, lineId, startOf, type Timecard } from './timecard.ts';

/** A timecard as a file. 2.0 has neither state nor approver, so only approved worksheets become one; hours below zero are in none of them. */
export function timecardText(card: Timecard, form: TimecardForm): string {
  if (form === '2.0-json') return `${JSON.stringify(timecard2(card), null, 1)}\n`;
  const [name, namespace, content] =
    form === '2.0-xml'
      ? (['Timecard', 'https://ontology.setu.nl/messages', timecard2(card)] as const)
      : (['TimeCard', 'http://ns.hr-xml.org/2007-04-15', timecard1(card)] as const);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(name, { '@xmlns': namespace, ...content })}\n`;
}

const supplierId = (value: string) => ({ value, schemeAgencyId: 'Supplier' });
const legal = (kvk: string | null, vat: string | null) => ({
  legalId: kvk === null ? undefined : { value: kvk, schemeAgencyId: 'KvK' },
  taxId: vat === null ? undefined : { value: vat, schemeAgencyId: 'BTW' },
});

/** The fields in the order of the schema, which XML asks for. */
function timecard2(card: Timecard): { [name: string]: Node } {
  return {
    documentId: supplierId(card.reference),
    supplier: legal(card.supplierKvk, card.supplierVat),
    customer: { id: [supplierId(card.customerNumber)], ...legal(card.customerKvk, card.customerVat) },
    person: { id: [supplierId(card.employeeNumber)], name: { formattedName: card.employeeName } },
    period: { datePeriod: { start: card.periodStartsOn, end: card.periodEndsOn } },
    staffingIds: { assignmentId: supplierId(card.placementNumber) },
    timeInterval: card.lines
      .filter(({ unit }) => isTime(unit))
      .map((line) => ({
        id: supplierId(lineId(card, line)),
        purchaseOrderLineItem: line.budgetNumber ?? undefined,
        typeCode: { value: setuCodeOf(line) },
        period: { dateTimePeriod: { start: startOf(card, line), end: endOf(line) } },
        timeTotal: hours(line),
        payRates: [
          {
            amount: { value: (line.payRateCents ?? 0) / 100, currency: { value: 'EUR' } },
            intervalCode: { value: line.unit === 'surcharge' ? 'HourlySplit' : 'HourlyConsolidated' },
            multiplier: line.payShareBp / 100,
            toBeBilled: line.billShareBp > 0,
            toBePaid: line.payShareBp > 0,
          },
        ],
        dayAssignment: line.date ?? undefined,
      })),
    allowance: card.lines
      .filter(({ unit }) => !isTime(unit))
      .map((line) => ({
        id: supplierId(lineId(card, line)),
        purchaseOrderLineItem: line.budgetNumber ?? undefined,
        typeCode: { value: setuCodeOf(line) },
        period: { datePeriod: { start: line.date ?? card.periodStartsOn, end: line.date ?? card.periodEndsOn } },
        payRates: [
          {
            amount: { value: allowance(line).cents / 100, currency: { value: 'EUR' } },
            toBeBilled: line.billShareBp > 0,
            toBePaid: line.payShareBp > 0,
          },
        ],
        quantity: { value: allowance(line).hundredths / 100 },
      })),
  };
}

function timecard1(card: Timecard): { [name: string]: Node } {
  const id = (value: string) => ({ '@idOwner': 'StaffingCompany', IdValue: value });
  const budgetNumber = card.lines.find((line) => line.budgetNumber !== null)?.budgetNumber;
  return {
    Id: id(card.reference),
    ReportedResource: {
      Person: { Id: id(card.employeeNumber), PersonName: { FormattedName: card.employeeName } },
    },
    ReportedTime: {
      '@status': 'Approved',
      PeriodStartDate: card.periodStartsOn,
      PeriodEndDate: card.periodEndsOn,
      TimeInterval: card.lines
        .filter(({ unit }) => isTime(unit))
        .map((line) => ({
          '@type': setuNameOf(line),
          '@dayAssignment': line.date ?? undefined,
          '@billable': line.billShareBp > 0,
          Id: id(lineId(card, line)),
          StartDateTime: startOf(card, line),
          EndDateTime: endOf(line),
          Duration: hours(line),
          RateOrAmount: {
            '@currency': 'EUR',
            '@type': 'hourly',
            '@multiplier': line.payShareBp / 100,
            '@toBeBilled': line.billShareBp > 0,
            '@toBePaid': line.payShareBp > 0,
            '#': plainDecimal(line.payRateCents ?? 0),
          },
        })),
      Allowance: card.lines
        .filter(({ unit }) => !isTime(unit))
        .map((line) => ({
          '@type': '102B',
          '@billable': line.billShareBp > 0,
          Id: id(lineId(card, line)),
          StartDate: line.date ?? card.periodStartsOn,
          EndDate: line.date ?? card.periodEndsOn,
          Amount: { '@currency': 'EUR', '#': plainDecimal(allowance(line).cents) },
          Quantity: plainDecimal(allowance(line).hundredths),
        })),
    },
    SubmitterInfo: { Source: card.submittedBy, SubmittedDateTime: wholeSecond(card.submittedAt) },
    ApprovalInfo: {
      Person: { PersonName: { FormattedName: card.approvedBy } },
      ApprovedDateTime: wholeSecond(card.approvedAt),
    },
    AdditionalData: {
      StaffingAdditionalData: {
        '@xmlns': 'http://ns.hr-xml.org/2007-04-15',
        CustomerReportingRequirements: { PurchaseOrderNumber: budgetNumber ?? undefined },
        ReferenceInformation: {
          StaffingCustomerId: id(card.customerNumber),
          AssignmentId: id(card.placementNumber),
        },
      },
    },
  };
}

/** HR-XML knows no fractions of a second. */
const wholeSecond = (instant: string): string => instant.replace(/\.\d+/, '');
