import type { Registered, Registration } from '@konnekt/shared/registration/registration.contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallOptions } from '../../api/client.ts';
import { register } from './registration-queries.ts';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../api/client.ts', () => ({ call }));

const period = { type: 'week', year: 2026, number: 47, startsOn: '2026-11-16', endsOn: '2026-11-22' } as const;
const noMore = { quantity: null, startsAt: null, endsAt: null, breakMinutes: null, budgetNumber: null, remark: null };
const lines = [{ hourTypeId: 'normal', date: null, minutes: 480, ...noMore }];
const row = (placementId: string) => ({ placementId, worksheetId: null, version: null, lines, remark: null });
const stored = (placementId: string, minutes: number) => ({
  placement: { id: placementId },
  supplements: [],
  worksheet: {
    id: `w-${placementId}`,
    version: 2,
    status: 'approved',
    lines: [{ hourTypeId: 'normal', date: null, minutes }],
    remark: null,
    totalMinutes: minutes,
  },
});
const now = { rows: [stored('mine', 480), stored('theirs', 60)] } as unknown as Registration;
const refusals: Registered = {
  done: [],
  refused: ['mine', 'theirs'].map((placementId) => ({ placementId, code: 'wrong-state', errors: [] })),
};

let isRepeated = true;
beforeEach(() => {
  call.mockImplementation(async (key: string, _: unknown, options?: CallOptions) => {
    if (key === 'GET /api/registration') return now;
    if (isRepeated) options?.onRepeat?.();
    return refusals;
  });
});
afterEach(() => vi.clearAllMocks());

describe('hours whose first answer was lost', () => {
  it('are told as sent where they stand as they were sent', async () => {
    isRepeated = true;
    const { done, refused } = await register({ act: 'send', period, rows: [row('mine'), row('theirs')] });
    expect(done).toEqual([{ placementId: 'mine', id: 'w-mine', version: 2, status: 'approved', totalMinutes: 480 }]);
    expect(refused.map(({ placementId }) => placementId)).toEqual(['theirs']);
  });

  it('are not looked up where the first answer came', async () => {
    isRepeated = false;
    await expect(register({ act: 'send', period, rows: [row('mine'), row('theirs')] })).resolves.toEqual(refusals);
    expect(call).toHaveBeenCalledTimes(1);
  });
});
