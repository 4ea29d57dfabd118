// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetAccount, keptNames } from '../../../kit/storage/account-storage.ts';
import { standingOf } from './draft.ts';
import { baseOf, draftName, draftPrefix, type KeptDraft, keepDraft, readDraft } from './kept-draft.ts';
import { readSheet, type SheetRules } from './read-sheet.ts';
import { isSameContent } from './same-content.ts';
import type { TypedSheet } from './sheet.ts';
import { compareSheets, mergeSheets, type Side } from './sheet-compare.ts';
import { line, normal, rules, typed } from './sheet-test-data.ts';

const worksheet = (
  version: number,
  hours: number[],
  more: { status?: 'submitted' | 'declined'; remark?: string } = {},
) => ({
  id: '00000000-0000-7000-8000-000000000020',
  version,
  status: more.status ?? ('draft' as const),
  remark: more.remark ?? null,
  lines: hours.map((minutes, day) => ({ number: day + 1, ...line(`2026-11-${16 + day}`, minutes) })),
});
const draftOf = (sheet: TypedSheet, more: Partial<KeptDraft> = {}): KeptDraft => ({
  form: 1,
  sheet,
  basedOn: null,
  tried: null,
  ...more,
});
const standing = (draft: KeptDraft, stored: Parameters<typeof standingOf>[1], by: SheetRules) =>
  standingOf(draft, stored, readSheet(draft.sheet, by));
const monday = '2026-11-16';
const tuesday = '2026-11-17';

describe('what the device keeps', () => {
  beforeEach(() => localStorage.clear());
  const name = draftName('placement', 2026, 47);

  it('is there again after a reload, wrong texts too', () => {
    const draft = draftOf(typed({ [monday]: '8 or so' }, 'Later'));
    expect(keepDraft('anna', name, draft)).toBe(true);
    expect(readDraft('anna', name)).toEqual(draft);
  });

  it('is bound to the account', () => {
    keepDraft('anna', name, draftOf(typed({ [monday]: '8' })));
    expect(readDraft('bram', name)).toBeUndefined();
  });

  it('is bound to placement and period', () => {
    keepDraft('anna', name, draftOf(typed({ [monday]: '8' })));
    expect(readDraft('anna', draftName('placement', 2026, 48))).toBeUndefined();
    expect(readDraft('anna', draftName('other', 2026, 47))).toBeUndefined();
  });

  it('goes when that person logs out, and only theirs', () => {
    keepDraft('anna', name, draftOf(typed({ [monday]: '8' })));
    keepDraft('bram', name, draftOf(typed({ [monday]: '6' })));
    expect(keptNames(localStorage, 'anna', draftPrefix)).toEqual([name]);
    forgetAccount('anna');
    expect(keptNames(localStorage, 'anna', draftPrefix)).toEqual([]);
    expect(readDraft('bram', name)).toBeDefined();
  });

  it('is dropped when it is of another form', () => {
    localStorage.setItem(`konnekt.account.anna.${name}`, '{"form":0,"lines":[]}');
    expect(readDraft('anna', name)).toBeUndefined();
  });

  it('holds no names', () => {
    keepDraft('anna', name, draftOf(typed({ [monday]: '8' }), { basedOn: baseOf(worksheet(1, [480])) }));
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/Bakker|Logistiek|Magazijn/);
  });
});

describe('a draft against what is stored', () => {
  it('can be saved while nothing is stored', () => {
    expect(standing(draftOf(typed({ [monday]: '8' })), null, rules).kind).toBe('mine');
  });

  it('can be saved on the version it began with', () => {
    const stored = worksheet(3, [480]);
    expect(standing(draftOf(typed({ [monday]: '7' }), { basedOn: baseOf(stored) }), stored, rules).kind).toBe('mine');
  });

  it('goes on silently when it is what is stored: a save whose answer got lost', () => {
    expect(standing(draftOf(typed({ [monday]: '8' })), worksheet(1, [480]), rules).kind).toBe('same');
    const longer = draftOf(typed({ [monday]: '8', [tuesday]: '8' }), {
      tried: { lines: [line(monday, 480)], remark: null },
    });
    expect(standing(longer, worksheet(1, [480]), rules)).toMatchObject({ kind: 'mine', basedOn: { version: 1 } });
  });

  it('goes on where only the state changed: it was declined', () => {
    const draft = draftOf(typed({ [monday]: '7' }), { basedOn: baseOf(worksheet(3, [480])) });
    const declined = worksheet(5, [480], { status: 'declined' });
    expect(standing(draft, declined, rules)).toMatchObject({ kind: 'mine', basedOn: { version: 5 } });
  });

  it('is a conflict when somebody stored something else', () => {
    const draft = draftOf(typed({ [monday]: '7' }), { basedOn: baseOf(worksheet(3, [480])) });
    expect(standing(draft, worksheet(4, [300]), rules).kind).toBe('conflict');
    expect(standing(draftOf(typed({ [monday]: '7' })), worksheet(1, [480]), rules).kind).toBe('conflict');
  });

  it('cannot be saved on what was sent meanwhile', () => {
    const draft = draftOf(typed({ [monday]: '7' }), { basedOn: baseOf(worksheet(3, [480])) });
    expect(standing(draft, worksheet(4, [480], { status: 'submitted' }), rules).kind).toBe('sent');
  });

  it('keeps what is wrong, whatever is stored', () => {
    const draft = draftOf(typed({ [monday]: '8 or so' }), { basedOn: baseOf(worksheet(3, [480])) });
    expect(standing(draft, worksheet(4, [480, 480]), rules).kind).toBe('conflict');
  });
});

describe('side by side', () => {
  const base = { lines: [line(monday, 480), line(tuesday, 480)], remark: null };
  const theirs = { lines: [line(monday, 480), line(tuesday, 360), line('2026-11-18', 240)], remark: 'Van de tablet' };
  const mine = typed({ [monday]: '7', [tuesday]: '8', '2026-11-19': 'x' });
  const context = { firstHourTypeId: normal, language: 'nl' as const };
  const { cells, remark } = compareSheets(mine, theirs, base, 'nl');
  const all = (side: Side) => ({ cells: new Map(cells.map(({ id }) => [id, side])), remark: side });

  it('shows each cell that differs, and whose change it was', () => {
    expect(cells.map(({ date, mine, theirs, suggested }) => [date, mine?.hours, theirs?.hours, suggested])).toEqual([
      [monday, '7', '8,00', 'mine'],
      [tuesday, '8', '6,00', 'theirs'],
      ['2026-11-18', undefined, '4,00', 'theirs'],
      ['2026-11-19', 'x', undefined, 'mine'],
    ]);
    expect(remark).toEqual({ mine: '', theirs: 'Van de tablet', suggested: 'theirs' });
  });

  it('keeps mine, or takes theirs, whole', () => {
    expect(isSameContent(readSheet(mergeSheets(mine, theirs, all('theirs'), context), rules), theirs)).toBe(true);
    const kept = mergeSheets(mine, theirs, all('mine'), context);
    expect(kept.cells).toEqual(mine.cells);
  });

  it('takes one of each', () => {
    const suggested = new Map(cells.map((one) => [one.id, one.suggested]));
    const merged = readSheet(mergeSheets(mine, theirs, { cells: suggested, remark: 'theirs' }, context), rules);
    expect(merged.lines.map(({ date, minutes }) => [date, minutes])).toEqual([
      [monday, 420],
      [tuesday, 360],
      ['2026-11-18', 240],
    ]);
    expect(merged.problems).toHaveLength(1);
  });

  it('shows nothing where nothing differs', () => {
    expect(compareSheets(typed({ [monday]: '8', [tuesday]: '8,0' }), base, base, 'nl').cells).toEqual([]);
  });
});
