import { expect, it } from 'vitest';
import { isoInstant } from './database.ts';

it('an instant of the database is written as every other one, whatever its fraction and zone', () => {
  const written: Record<string, string> = {
    '2026-11-21 09:12:00+00': '2026-11-21T09:12:00.000Z',
    '2026-11-21 09:12:00.5+00': '2026-11-21T09:12:00.500Z',
    '2026-11-21 09:12:00.047+00': '2026-11-21T09:12:00.047Z',
    '2026-11-21 09:12:00.047999+00': '2026-11-21T09:12:00.047Z',
    '2026-11-21 10:12:00.5+01': '2026-11-21T09:12:00.500Z',
  };
  for (const [text, instant] of Object.entries(written)) {
    expect(isoInstant(text)).toBe(instant);
    expect(isoInstant(text)).toBe(new Date(text).toISOString());
  }
});
