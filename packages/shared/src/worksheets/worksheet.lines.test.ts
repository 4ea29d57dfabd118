import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberedLine, numberLines } from './worksheet.lines.ts';
import type { HourLineInput } from './worksheet-line.schema.ts';

const line = (hourTypeId: string, date: string | null, minutes: number, more: Partial<HourLineInput> = {}) => ({
  ...{
    hourTypeId,
    date,
    minutes,
    quantity: null,
    startsAt: null,
    endsAt: null,
    breakMinutes: null,
    budgetNumber: null,
    remark: null,
  },
  ...more,
});
const [monday, tuesday] = ['2026-11-16', '2026-11-17'];

describe('a line of hours keeps its number', () => {
  const first = numberLines([], 0, [line('N', monday, 480), line('N', tuesday, 480), line('O', monday, 60)]);

  it('which is given in the order of typing', () => {
    expect(first.lines.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(first).toMatchObject({ written: first.lines, removed: [], lastNumber: 3 });
  });

  it('when others come before it, and only what changed is written', () => {
    const typed = [line('O', tuesday, 30), line('O', monday, 60), line('N', tuesday, 450), line('N', monday, 480)];
    const { lines, written, removed, lastNumber } = numberLines(first.lines, 3, typed);
    expect(lines.map(({ number, hourTypeId, date, minutes }) => [number, hourTypeId, date, minutes])).toEqual([
      [1, 'N', monday, 480],
      [2, 'N', tuesday, 450],
      [3, 'O', monday, 60],
      [4, 'O', tuesday, 30],
    ]);
    expect([written.map(({ number }) => number), removed, lastNumber]).toEqual([[2, 4], [], 4]);
  });

  it('and takes it along when it is gone', () => {
    const without = numberLines(first.lines, 3, [line('N', monday, 480)]);
    expect([without.removed, without.written, without.lastNumber]).toEqual([[2, 3], [], 3]);
    const again = numberLines(without.lines, 3, [line('N', monday, 480), line('O', monday, 60)]);
    expect(again.lines.map(({ number }) => number)).toEqual([1, 4]);
  });

  it('also of two on one day: the one with its own start or budget number', () => {
    const budgets = ['A', 'B'].map((budgetNumber) => line('N', monday, 240, { budgetNumber }));
    const { lines } = numberLines([], 0, budgets);
    const typed = [line('N', monday, 200, { budgetNumber: 'B' }), line('N', monday, 240, { budgetNumber: 'A' })];
    expect(numberLines(lines, 2, typed).lines).toMatchObject([
      { number: 1, budgetNumber: 'A', minutes: 240 },
      { number: 2, budgetNumber: 'B', minutes: 200 },
    ]);
  });

  it('whatever is typed: a number is never another day’s or type’s, and what is written and removed makes what was typed', () => {
    const lines = fc.array(
      fc.record({ type: fc.constantFrom('N', 'O'), date: fc.constantFrom(monday, tuesday, null), minutes: fc.nat(3) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 6 }), (saves) => {
        const meaning = new Map<number, string>();
        let stored: NumberedLine[] = [];
        let last = 0;
        for (const typed of saves) {
          const wanted = typed.map(({ type, date, minutes }) => line(type, date, minutes));
          const changes = numberLines(stored, last, wanted);
          const kept = stored.filter(({ number }) => !changes.removed.includes(number));
          const byNumber = new Map([...kept, ...changes.written].map((one) => [one.number, one]));
          expect([...byNumber.values()].sort((one, other) => one.number - other.number)).toEqual(changes.lines);
          expect(new Set(changes.lines.map(({ number }) => number)).size).toBe(wanted.length);
          expect(changes.lines.map(({ number: _, ...one }) => JSON.stringify(one)).sort()).toEqual(
            wanted.map((one) => JSON.stringify(one)).sort(),
          );
          for (const { number, hourTypeId, date } of changes.lines) {
            expect(meaning.get(number) ?? `${hourTypeId} ${date}`).toBe(`${hourTypeId} ${date}`);
            meaning.set(number, `${hourTypeId} ${date}`);
          }
          [stored, last] = [changes.lines, changes.lastNumber];
        }
      }),
    );
  });
});
