import { sumMinutes } from '@konnekt/shared/basics/minutes';
import type { Invoice, InvoiceWorksheet } from '@konnekt/shared/invoices/invoice.contract';
import { figuresIn, known } from './figures.ts';
import { invoiceWords } from './invoice-words.ts';

/** The worksheets behind an invoice, as text: the hours of each day, and who approved which version. */
export function invoiceAnnex({ language, number }: Invoice, worksheets: readonly InvoiceWorksheet[]) {
  return {
    title: invoiceWords[language].behind(number ?? ''),
    sheets: worksheets.map((worksheet) => sheetOf(language, worksheet)),
  };
}

function sheetOf(language: Invoice['language'], worksheet: InvoiceWorksheet) {
  const words = invoiceWords[language];
  const figures = figuresIn(language);
  const { employeeName, functionName, period, reference, kind, lines } = worksheet;
  const hasTimes = lines.some(({ startsAt }) => startsAt !== null);
  const hours = lines.flatMap(({ unit, size }) => (unit === 'hours' ? [size] : []));
  return {
    title: known(employeeName, words.periods[period.type](period.number, period.year)).join(', '),
    facts: known(words.kind[kind], functionName, reference).join(' · '),
    columns: known(words.day, words.hourType, hasTimes && words.times, hasTimes && words.pause, words.quantity),
    rows: lines.map((line) => [
      line.date ? figures.weekday(line.date) : words.wholePeriod,
      language === 'nl' ? line.hourTypeNl : line.hourTypeEn,
      ...(hasTimes
        ? [
            line.startsAt ? `${line.startsAt} – ${line.endsAt}` : '',
            line.breakMinutes ? `${line.breakMinutes} min` : '',
          ]
        : []),
      figures.quantity(line),
    ]),
    sum: hours.length > 1 ? [words.sum, figures.hours(sumMinutes(hours))] : null,
    approval: approvalOf(language, worksheet),
  };
}

function approvalOf(language: Invoice['language'], worksheet: InvoiceWorksheet): string | null {
  const { approvedByName: name, approvedAt, submissionNumber } = worksheet;
  if (!name || !approvedAt) return null;
  const words = invoiceWords[language];
  const at = figuresIn(language).moment(approvedAt);
  return submissionNumber === null ? words.approved(name, at) : words.approvedVersion(name, at, submissionNumber);
}
