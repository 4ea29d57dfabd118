import { maxDay, minDay } from '@konnekt/shared/basics/calendar-day';
import type { Lack, ReadyInvoice } from '@konnekt/shared/invoices/invoice.contract';

/** All that is ready of one client. */
export interface ReadyClient {
  id: string;
  name: string;
  fromDay: string;
  untilDay: string;
  invoices: number;
  worksheets: number;
  netCents: number;
  linesWithoutRate: number;
  rateDifferences: number;
  lacks: Lack[];
}

export function byClient(items: readonly ReadyInvoice[]): ReadyClient[] {
  const groups = Map.groupBy(items, ({ organisationId }) => organisationId);
  return [...groups].map(([id, own]) => ({
    id,
    name: own[0]?.organisationName ?? '',
    fromDay: own.map(({ fromDay }) => fromDay).reduce((one, other) => minDay(one, other)),
    untilDay: own.map(({ untilDay }) => untilDay).reduce((one, other) => maxDay(one, other)),
    invoices: own.length,
    worksheets: sum(own, ({ worksheets }) => worksheets),
    netCents: sum(own, ({ netCents }) => netCents),
    linesWithoutRate: sum(own, ({ linesWithoutRate }) => linesWithoutRate),
    rateDifferences: sum(own, ({ rateDifferences }) => rateDifferences),
    lacks: [...new Set(own.flatMap(({ lacks }) => lacks))],
  }));
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
