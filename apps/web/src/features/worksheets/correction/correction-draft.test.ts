import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { correctionLines } from '@konnekt/shared/worksheets/worksheet.correction';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { describe, expect, it } from 'vitest';
import { draftOf, readRow } from './correction-draft.ts';

const type = (id: string, unit: HourType['unit']): HourType => ({
  ...{ id, code: id, nameNl: id, nameEn: id, kind: 'normal', unit, isWorked: true, receipt: 'none' },
});
const types = new Map([type('normal', 'hours'), type('km', 'kilometres')].map((one) => [one.id, one]));
const line = (more: Partial<HourLineInput>): HourLineInput => ({
  ...{ hourTypeId: 'normal', date: '2026-11-18', minutes: 480, quantity: null, startsAt: null, endsAt: null },
  ...{ breakMinutes: null, budgetNumber: null, remark: null, ...more },
});
const asIs = [
  line({ remark: 'Magazijn' }),
  line({ hourTypeId: 'km', minutes: 0, quantity: 4250 }),
  line({ date: '2026-11-19', startsAt: '07:00', endsAt: '15:30', breakMinutes: 30, budgetNumber: 'PO-1' }),
];
const shouldBe = (rows: ReturnType<typeof draftOf>) =>
  rows.flatMap((row) => {
    const read = readRow(row, types);
    if ('error' in read) throw new Error(read.error);
    return read.line ?? [];
  });

describe('what a correction says of the hours', () => {
  it('is nothing where nothing was typed', () => {
    expect(correctionLines(asIs, shouldBe(draftOf(asIs, types, 'nl')))).toEqual([]);
  });
  it('is the difference of an amount, and other times in place of these', () => {
    const rows = draftOf(asIs, types, 'nl').map((row) =>
      row.isTimed
        ? { ...row, end: '15u00' }
        : row.hourTypeId === 'km'
          ? { ...row, amount: '' }
          : { ...row, amount: '7,5' },
    );
    expect(correctionLines(asIs, shouldBe(rows)).map(({ minutes, quantity }) => quantity ?? minutes)).toEqual([
      -4250, -30, -480, 450,
    ]);
  });
  it('is not guessed', () => {
    const [first] = draftOf(asIs, types, 'nl');
    expect(first && readRow({ ...first, amount: 'veel' }, types)).toEqual({
      error: 'hours-not-understood',
      field: 'amount',
    });
  });
});
