import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { baseOf, type KeptDraft, type Stored } from './kept-draft.ts';
import type { CellProblem } from './read-sheet.ts';
import { isSameContent } from './same-content.ts';
import { isSameText } from './same-text.ts';
import { type Content, isBlankSheet, type TypedSheet } from './sheet.ts';

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

/** A blank sheet on nothing, or what was typed (`typed` is how it reads) against what is stored now. */
export function standingOf(draft: KeptDraft, stored: Stored | null, typed: Read): Standing {
  const { sheet, basedOn, tried, partId } = draft;
  // Hours that may have been added already are known by their id.
  if (!stored) return isBlankSheet(sheet) && !partId ? { kind: 'same' } : { kind: 'mine', basedOn: null };
  if (typed.problems.every(isOfNoField) && isSameContent(typed, stored)) return { kind: 'same' };
  if (basedOn === null && isBlankSheet(sheet)) return { kind: 'same' };
  if (!isOpenForEntry(stored.status)) return { kind: 'sent' };
  if (basedOn?.id === stored.id && basedOn.version === stored.version) return { kind: 'mine', basedOn };
  const isOwnSave = tried !== null && isSameContent(tried, stored);
  const isUntouched = basedOn?.id === stored.id && isSameContent(basedOn, stored);
  if (isOwnSave || isUntouched) return { kind: 'mine', basedOn: baseOf(stored) };
  return { kind: 'conflict', theirs: stored };
}

/** What is left of typed hours once `sent` of them is stored: nothing, or what was typed since, on what is stored now. */
export const typedSince = (
  now: KeptDraft | undefined,
  sent: TypedSheet,
  { id, version }: Pick<Stored, 'id' | 'version'>,
  content: Content,
): KeptDraft | undefined =>
  now && !isSameText(now.sheet, sent) ? { ...now, basedOn: { id, version, ...content }, tried: null } : undefined;

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
