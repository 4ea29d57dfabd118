import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionLines, netLines } from './worksheet.correction.ts';
import { linesProblems } from './worksheet.line-problems.ts';
import type { HourLineInput } from './worksheet-line.schema.ts';

const line = (more: Partial<HourLineInput> = {}): HourLineInput => ({
  hourTypeId: 'normal',
  date: '2026-11-18',
  minutes: 480,
  quantity: null,
  startsAt: null,
  endsAt: null,
  breakMinutes: null,
  budgetNumber: null,
  remark: null,
  ...more,
});
const shift = (startsAt: string, endsAt: string, minutes: number) =>
  line({ startsAt, endsAt, minutes, breakMinutes: 0 });

describe('a correction', () => {
  it('takes half an hour of overtime away where an hour was meant', () => {
    const asIs = [line(), line({ hourTypeId: 'overtime', minutes: 90 })];
    const shouldBe = [line(), line({ hourTypeId: 'overtime', minutes: 60 })];
    expect(correctionLines(asIs, shouldBe)).toEqual([line({ hourTypeId: 'overtime', minutes: -30 })]);
  });

  it('is nothing where the hours are right', () => {
    expect(correctionLines([line(), shift('07:00', '15:00', 480)], [shift('07:00', '15:00', 480), line()])).toEqual([]);
  });

  it('takes a shift away as a whole, and puts the right one there', () => {
    expect(correctionLines([shift('07:00', '15:00', 480)], [shift('08:00', '15:00', 420)])).toEqual([
      { ...shift('07:00', '15:00', -480) },
      shift('08:00', '15:00', 420),
    ]);
  });

  it('moves hours to another day or type, and kilometres by their difference', () => {
    const km = (quantity: number) => line({ hourTypeId: 'km', minutes: 0, quantity });
    expect(correctionLines([line(), km(19_000)], [line({ date: '2026-11-19' }), km(12_000)])).toEqual(
      [km(-7_000), line({ minutes: -480 }), line({ date: '2026-11-19' })].sort(
        (one, other) =>
          (one.date ?? '').localeCompare(other.date ?? '') ||
          (one.quantity ?? one.minutes) - (other.quantity ?? other.minutes),
      ),
    );
  });

  it('makes of what is what should be, in sum, and never less than nothing', () => {
    const anyLine = fc.record({
      hourTypeId: fc.constantFrom('normal', 'overtime'),
      date: fc.constantFrom('2026-11-16', '2026-11-17', null),
      minutes: fc.integer({ min: 1, max: 300 }),
      budgetNumber: fc.constantFrom(null, 'BN-1'),
    });
    const lines = fc.array(
      anyLine.map((one) => line(one)),
      { maxLength: 6 },
    );
    const sorted = (of: HourLineInput[]) =>
      netLines(of)
        .map((one) => JSON.stringify({ ...one, remark: null }))
        .sort();
    const rules = {
      period: { startsOn: '2026-11-16', endsOn: '2026-11-22' },
      placement: { startsOn: '2026-01-01', endsOn: null },
      isCorrection: true,
    };
    fc.assert(
      fc.property(lines, lines, lines, (first, second, third) => {
        const once = correctionLines(first, second);
        expect(sorted([...first, ...once])).toEqual(sorted(second));
        // And once more, over what was corrected.
        const twice = correctionLines([...first, ...once], third);
        expect(sorted([...first, ...once, ...twice])).toEqual(sorted(third));
        const worked = twice.map((one) => ({ ...one, start: null, end: null }));
        const sent = [...first, ...once].map((one) => ({ ...one, start: null, end: null }));
        expect(linesProblems(worked, { ...rules, sent }).filter(({ code }) => code === 'below-zero')).toEqual([]);
      }),
    );
  });
});
