import { zId } from '@konnekt/shared/basics/fields';
import { afterEach, expect, it, vi } from 'vitest';
import { newId } from './new-id.ts';

afterEach(() => void vi.useRealTimers());

it('is an id as the API takes it, and sorts by the moment it was made', () => {
  vi.useFakeTimers();
  const ids = ['2026-11-30T23:59:59.999Z', '2026-12-01T00:00:00Z', '2039-09-07T15:47:35.552Z'].map((moment) => {
    vi.setSystemTime(new Date(moment));
    return newId();
  });
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(zId.parse(id)).toBe(id);
  expect(ids[1]).toMatch(/^01[\da-f]{6}-[\da-f]{4}-7[\da-f]{3}-[89ab]/);
});
