import type { HourUnit } from '../hour-types/hour-type.words.ts';
import type { NumberedLine } from './worksheet.lines.ts';

/** What one send seals. Names stay out: they stand in the worksheet and its history, and may be erased one day. */
export interface SealedContent {
  worksheetId: string;
  placementId: string;
  /** '2026-W47': type, year and number of the period. */
  period: { type: string; year: number; number: number };
  lines: SealedLine[];
  remark: string | null;
}
export interface SealedLine {
  number: number;
  hourType: string;
  date: string | null;
  minutes: number;
  startsAt: string | null;
  endsAt: string | null;
  breakMinutes: number | null;
  budgetNumber: string | null;
  remark: string | null;
  /** Only where the line is no time: how much, and of what. */
  quantity?: number;
  unit?: HourUnit;
  /** The SHA-256 of its receipt, where it has one. */
  receipt?: string;
}

/** A line as it is sealed: by its number, the hour type by its code. */
export const sealedLine = (line: NumberedLine, { code, unit }: { code: string; unit: HourUnit }): SealedLine => ({
  number: line.number,
  hourType: code,
  date: line.date,
  minutes: line.minutes,
  startsAt: line.startsAt,
  endsAt: line.endsAt,
  breakMinutes: line.breakMinutes,
  budgetNumber: line.budgetNumber,
  remark: line.remark,
  ...(line.quantity !== null && { quantity: line.quantity, unit }),
  ...(line.receipt && { receipt: line.receipt.sha256 }),
});

/**
 * The canonical form that is hashed: JSON without white space, the keys of every object in alphabetical order
 * (RFC 8785; our values are strings, integers and null only). The same content always gives the same text.
 */
export const canonicalForm = (content: SealedContent): string => JSON.stringify(sorted(content));

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
