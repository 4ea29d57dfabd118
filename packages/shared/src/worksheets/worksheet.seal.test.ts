import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worksheetReference } from './worksheet.reference.ts';
import { canonicalForm, type SealedContent } from './worksheet.seal.ts';

const content: SealedContent = {
  worksheetId: 'w',
  placementId: 'p',
  period: { type: 'week', year: 2026, number: 47 },
  lines: [],
  remark: 'Té laat "begonnen"',
};
const text = fc.option(fc.string(), { nil: null });
const line = fc.record({
  number: fc.nat(),
  hourType: fc.string(),
  date: text,
  minutes: fc.integer(),
  startsAt: text,
  endsAt: text,
  breakMinutes: fc.option(fc.nat(), { nil: null }),
  budgetNumber: text,
  remark: text,
});

describe('the canonical form', () => {
  it('is one line of JSON with its keys in order', () => {
    expect(canonicalForm(content)).toBe(
      '{"lines":[],"period":{"number":47,"type":"week","year":2026},"placementId":"p","remark":"Té laat \\"begonnen\\"","worksheetId":"w"}',
    );
  });

  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const turned = lines.map((one) => Object.fromEntries(Object.entries(one).reverse()) as typeof one);
        expect(canonicalForm({ ...content, lines: turned })).toBe(canonicalForm({ ...content, lines }));
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(JSON.parse(canonicalForm({ ...content, lines })).lines).toEqual(lines);
      }),
    );
  });
});

describe('the number of a worksheet', () => {
  it.each([
    [{ type: 'week', year: 2026, number: 47 }, 456, 'UB-2026-W47-000456'],
    [{ type: 'four-weeks', year: 2026, number: 3 }, 7, 'UB-2026-P03-000007'],
    [{ type: 'month', year: 2026, number: 11 }, 1_234_567, 'UB-2026-M11-1234567'],
  ] as const)('names the period: %o', (period, number, reference) => {
    expect(worksheetReference(period, number)).toBe(reference);
  });
});
