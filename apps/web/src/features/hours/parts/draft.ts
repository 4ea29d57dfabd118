import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { keep, readKept } from '../../../kit/storage/account-storage.ts';
import { type CellProblem, isSameContent } from './read-sheet.ts';
import { type Content, isBlankSheet, type TypedSheet } from './sheet.ts';

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

type Stored = Pick<Worksheet, 'id' | 'version' | 'lines' | 'remark' | 'status'>;
type Read = Content & { problems: readonly Pick<CellProblem, 'code'>[] };

/** How a draft stands to what is stored now. */
export type Standing =
  /** It can be saved on what is stored; `basedOn` is that. */
  | { kind: 'mine'; basedOn: KeptDraft['basedOn'] }
  /** It says the same as what is stored: there is nothing to save. */
  | { kind: 'same' }
  /** Somebody stored something else meanwhile. */
  | { kind: 'conflict'; theirs: Content }
  /** It was sent meanwhile, with other hours than these: only taking it back makes room for them. */
  | { kind: 'sent' };

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
export const keepDraft = (accountId: string, name: string, draft: KeptDraft | undefined): boolean =>
  keep(localStorage, accountId, name, draft);

export const baseOf = (stored: Stored | null): KeptDraft['basedOn'] =>
  stored && { id: stored.id, version: stored.version, lines: stored.lines.map(withoutNumber), remark: stored.remark };

/** A blank sheet on nothing, or what was typed (`typed` is how it reads) against what is stored now. */
export function standingOf(draft: KeptDraft, stored: Stored | null, typed: Read): Standing {
  if (!stored) return { kind: 'mine', basedOn: null };
  const { sheet, basedOn, tried } = draft;
  if (typed.problems.every(isOfNoField) && isSameContent(typed, stored)) return { kind: 'same' };
  if (basedOn === null && isBlankSheet(sheet)) return { kind: 'same' };
  if (!isOpenForEntry(stored.status)) return { kind: 'sent' };
  if (basedOn?.id === stored.id && basedOn.version === stored.version) return { kind: 'mine', basedOn };
  const isOwnSave = tried !== null && isSameContent(tried, stored);
  const isUntouched = basedOn?.id === stored.id && isSameContent(basedOn, stored);
  if (isOwnSave || isUntouched) return { kind: 'mine', basedOn: baseOf(stored) };
  return { kind: 'conflict', theirs: stored };
}

/** What is wrong with lines that were read: these are what they are. */
const isOfNoField = ({ code }: Pick<CellProblem, 'code'>) => ofLines.has(code);
const ofLines = new Set([
  'date-outside-period',
  'date-outside-placement',
  'budget-number-missing',
  'budget-number-unknown',
  'day-overfull',
  'period-overfull',
  'times-overlap',
]);

function withoutNumber<T extends { number: number }>({ number: _, ...line }: T): Omit<T, 'number'> {
  return line;
}
