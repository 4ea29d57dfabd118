import type { CalendarDay } from '../basics/calendar-day.ts';
import { plainDecimal, shareHalfUp } from '../basics/money.ts';
import { quotedCell, type SheetCell } from '../basics/sheet.ts';
import type { Bookkeeping, LedgerContent } from './ledger.contract.ts';
import type { LedgerField, VatKind } from './ledger.words.ts';

/** A final invoice or credit note with its lines, as the ledger is told. */
export interface LedgerInvoice {
  number: string;
  kind: 'invoice' | 'credit';
  invoiceDate: CalendarDay;
  dueDate: CalendarDay | null;
  debtorNumber: string | null;
  debtorName: string;
  costCentre: string | null;
  orderReference: string | null;
  isReverseCharged: boolean;
  vatCents: number;
  lines: readonly {
    hourTypeId: string | null;
    hourTypeNl: string | null;
    hourTypeEn: string | null;
    vatBp: number;
    netCents: number;
  }[];
}

/** Lines of one invoice on one account with one kind of VAT. Of a credit note the amounts are below nothing. */
export interface LedgerRow
  extends Pick<
    LedgerInvoice,
    'number' | 'invoiceDate' | 'dueDate' | 'debtorNumber' | 'debtorName' | 'costCentre' | 'orderReference'
  > {
  journal: string;
  account: string;
  vatCode: string;
  description: string;
  netCents: number;
  vatCents: number;
}

/** What is not set and would be needed. */
export type LedgerLack =
  | { what: 'journal' }
  | {
      what: 'account';
      vatKind: VatKind;
      hourTypeId: string | null;
      hourTypeNl: string | null;
      hourTypeEn: string | null;
    }
  | { what: 'vat-code'; vatKind: VatKind }
  | { what: 'debtor-number'; invoiceNumber: string };

const vatKindOf = ({ isReverseCharged }: LedgerInvoice, vatBp: number): VatKind =>
  isReverseCharged ? 'reversed' : vatBp === 0 ? 'none' : 'standard';

/** The rows that invoices make by the accounts that are set, and what is not set: each lack once. VAT of an invoice is shared out so that it adds up. */
export function ledgerRows(
  invoices: readonly LedgerInvoice[],
  settings: Bookkeeping,
): { rows: LedgerRow[]; lacks: LedgerLack[] } {
  const lacks = new Map<string, LedgerLack>();
  const lack = (one: LedgerLack) => void lacks.set(JSON.stringify(one), one);
  if (!settings.journal) lack({ what: 'journal' });
  const rows = invoices.flatMap((invoice) => {
    if (!invoice.debtorNumber) lack({ what: 'debtor-number', invoiceNumber: invoice.number });
    const sums = new Map<string, { account: string; vatKind: VatKind; vatBp: number; netCents: number }>();
    for (const { hourTypeId, hourTypeNl, hourTypeEn, vatBp, netCents } of invoice.lines) {
      const vatKind = vatKindOf(invoice, vatBp);
      const account = accountOf(settings, hourTypeId, vatKind);
      if (!account) lack({ what: 'account', vatKind, hourTypeId, hourTypeNl, hourTypeEn });
      if (!settings.vatCodes[vatKind]) lack({ what: 'vat-code', vatKind });
      const key = JSON.stringify([account, vatBp]);
      const before = sums.get(key)?.netCents ?? 0;
      sums.set(key, { account: account ?? '', vatKind, vatBp, netCents: before + netCents });
    }
    return withVat(invoice, [...sums.values()]).map(({ account, vatKind, netCents, vatCents }) => ({
      ...invoice,
      ...{ journal: settings.journal ?? '', account, vatCode: settings.vatCodes[vatKind] ?? '' },
      description: `${invoice.number} ${invoice.debtorName}`,
      ...{ netCents, vatCents },
    }));
  });
  return { rows, lacks: [...lacks.values()] };
}

function accountOf({ accounts }: Bookkeeping, hourTypeId: string | null, vatKind: VatKind): string | null {
  const found = accounts.find((one) => one.hourTypeId === hourTypeId);
  return (vatKind === 'reversed' ? found?.reversed : found?.standard) ?? null;
}

type Sum = { account: string; vatKind: VatKind; vatBp: number; netCents: number };

/** What rounding leaves over goes to the last row: the rows say what the invoice says. */
function withVat({ kind, vatCents }: LedgerInvoice, sums: readonly Sum[]) {
  const sign = kind === 'credit' ? -1 : 1;
  let left = vatCents;
  return sums.map((sum, at) => {
    const vat = at === sums.length - 1 ? left : sum.vatKind === 'standard' ? shareHalfUp(sum.netCents, sum.vatBp) : 0;
    left -= vat;
    return { ...sum, netCents: sign * sum.netCents, vatCents: sign * vat };
  });
}

type Cell = string | { cents: number } | { whole: number } | { day: CalendarDay } | null;

const cells: Record<LedgerField, (row: LedgerRow, at: number) => Cell> = {
  rowNumber: (_, at) => ({ whole: at + 1 }),
  journal: ({ journal }) => journal,
  invoiceNumber: ({ number }) => number,
  bookingDate: ({ invoiceDate }) => ({ day: invoiceDate }),
  dueDate: ({ dueDate }) => dueDate && { day: dueDate },
  period: ({ invoiceDate }) => ({ whole: Number(invoiceDate.slice(5, 7)) }),
  debtorNumber: ({ debtorNumber }) => debtorNumber,
  debtorName: ({ debtorName }) => debtorName,
  account: ({ account }) => account,
  costCentre: ({ costCentre }) => costCentre,
  description: ({ description }) => description,
  net: ({ netCents }) => ({ cents: netCents }),
  vatCode: ({ vatCode }) => vatCode,
  vat: ({ vatCents }) => ({ cents: vatCents }),
  total: ({ netCents, vatCents }) => ({ cents: netCents + vatCents }),
  orderReference: ({ orderReference }) => orderReference,
};

function cellsOf({ columns }: LedgerContent, row: LedgerRow, at: number): Cell[] {
  return columns.map(({ field, text, mostCharacters }) => {
    const cell = field ? cells[field](row, at) : text;
    return typeof cell === 'string' && mostCharacters ? [...cell].slice(0, mostCharacters).join('') : cell;
  });
}

/** Rows as text, with the titles above where there are any. */
export function ledgerTexts(definition: LedgerContent, rows: readonly LedgerRow[]): string[][] {
  const titles = definition.hasTitles ? [definition.columns.map(({ title }) => title)] : [];
  return [...titles, ...rows.map((row, at) => cellsOf(definition, row, at).map((cell) => textOf(cell, definition)))];
}

export function ledgerCsv(definition: LedgerContent, rows: readonly LedgerRow[]): string {
  const titles = definition.hasTitles ? [definition.columns.map(({ title }) => title).join(definition.separator)] : [];
  const lines = rows.map((row, at) =>
    cellsOf(definition, row, at)
      .map((cell) => quotedCell(textOf(cell, definition), definition.separator, { isTyped: typeof cell === 'string' }))
      .join(definition.separator),
  );
  return [...titles, ...lines].map((line) => `${line}\r\n`).join('');
}

/** Figures are figures and days are days in a spreadsheet. */
export function ledgerSheet(definition: LedgerContent, rows: readonly LedgerRow[]): SheetCell[][] {
  const titles: SheetCell[][] = definition.hasTitles ? [definition.columns.map(({ title }) => title)] : [];
  const written = (cell: Cell): SheetCell => {
    if (cell === null || typeof cell === 'string' || 'day' in cell) return cell;
    return 'whole' in cell ? cell.whole : cell.cents / 100;
  };
  return [...titles, ...rows.map((row, at) => cellsOf(definition, row, at).map(written))];
}

function textOf(cell: Cell, { decimalSign, dateForm }: LedgerContent): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if ('whole' in cell) return String(cell.whole);
  if ('day' in cell) {
    const [year = '', month, day] = cell.day.split('-');
    if (dateForm === 'y-m-d') return cell.day;
    return `${day}-${month}-${dateForm === 'd-m-yy' ? year.slice(2) : year}`;
  }
  return plainDecimal(cell.cents).replace('.', decimalSign);
}
