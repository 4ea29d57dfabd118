import { describe, expect, it } from 'vitest';
import { inTwoLines } from './in-two-lines.ts';

describe('a period in a narrow column', () => {
  it.each(['Week 49, 2026', 'Vierweken 12, 2026', 'november 2026'])('breaks before its year only: %s', (period) => {
    expect(inTwoLines(period).split(' ')).toHaveLength(2);
    expect(inTwoLines(period).split(' ').at(-1)).toBe('2026');
    expect(inTwoLines(period).replaceAll('\u00a0', ' ')).toBe(period);
  });
});
