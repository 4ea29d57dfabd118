import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partOfEach } from './register-parts.ts';
import { mostPdfLines } from './working-time.words.ts';

it('A long register comes in parts of whole people, each as full as it can be', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: mostPdfLines }), { minLength: 1, maxLength: 60 }), (lines) => {
      const parts = lines.map(partOfEach());
      const filled = [...Map.groupBy(lines.keys(), (index) => parts[index] ?? 0)].map(([part, people]) => ({
        ...{ part, first: lines[people[0] ?? 0] ?? 0 },
        lines: people.reduce((sum, index) => sum + (lines[index] ?? 0), 0),
      }));
      expect(filled.map(({ part }) => part)).toEqual(filled.map((_, index) => index + 1));
      for (const [index, { lines: sum, first }] of filled.entries()) {
        expect(sum).toBeLessThanOrEqual(mostPdfLines);
        const before = filled[index - 1];
        if (before) expect(before.lines + first).toBeGreaterThan(mostPdfLines);
      }
    }),
  );
});
