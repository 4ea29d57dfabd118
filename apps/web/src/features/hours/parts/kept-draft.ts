import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { keep, readKept } from '../../../kit/storage/account-storage.ts';
import type { Content, TypedSheet } from './sheet.ts';

/**
 * What somebody typed and has not saved, as this device keeps it: bound to their account, and gone when they log out.
 * Ids, dates, hours and their own remarks; no names.
 */
export interface KeptDraft {
  form: 1;
  sheet: TypedSheet;
  /** What was stored when they began: null when nothing was. */
  basedOn: ({ id: string; version: number } & Content) | null;
  /** What was last sent to be saved, until an answer came: a save whose answer got lost is recognised by it. */
  tried: Content | null;
  /** Added hours that were tried: the id they were sent under, so that they are never counted twice. */
  partId?: string | undefined;
}

export type Stored = Pick<Worksheet, 'id' | 'version' | 'lines' | 'remark' | 'status'>;

export const draftName = (placementId: string, year: number, number: number, worksheetId?: string): string =>
  ['week', placementId, year, number, ...(worksheetId ? [worksheetId] : [])].join('.');

/** Every draft of weeks begins so. */
export const draftPrefix = 'week.';

export function readDraft(accountId: string, name: string): KeptDraft | undefined {
  const kept = readKept<Partial<KeptDraft>>(localStorage, accountId, name);
  // What an older version of this code kept may look different; nothing is better than a broken screen.
  return kept?.form === 1 && kept.sheet ? (kept as KeptDraft) : undefined;
}

/** Keeps a draft on the device, or removes it. Answers whether the device did. */
export function keepDraft(accountId: string, name: string, draft: KeptDraft | undefined): boolean {
  const isKept = keep(localStorage, accountId, name, draft);
  if (isKept || draft === undefined) unkept.delete(name);
  else unkept.add(name);
  return isKept;
}

/** Drafts that only the screen holds: the device could not keep them, and may hold an older text. */
export const unkept = new Set<string>();

export const baseOf = (stored: Stored | null): KeptDraft['basedOn'] =>
  stored && { id: stored.id, version: stored.version, lines: stored.lines.map(withoutNumber), remark: stored.remark };

/** Typed on what is stored now, or on nothing. */
export const draftOn = (sheet: TypedSheet, stored: Stored | null): KeptDraft => ({
  form: 1,
  sheet,
  basedOn: baseOf(stored),
  tried: null,
});

function withoutNumber<T extends { number: number }>({ number: _, ...line }: T): Omit<T, 'number'> {
  return line;
}
