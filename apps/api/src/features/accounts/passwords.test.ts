import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from './passwords.ts';

/** As quick to check as any can be. */
const cheap = (password: string) => hash(password, { memoryCost: 8, timeCost: 1 });

describe('the line of passwords to be checked', () => {
  it('has an end, and is free again afterwards', async () => {
    const stored = await cheap('a password');
    const checks = await Promise.allSettled(Array.from({ length: 250 }, () => verifyPassword(stored, 'a password')));
    const refused = checks.flatMap((check) => (check.status === 'rejected' ? [check.reason] : []));
    expect(refused).toHaveLength(50);
    for (const problem of refused) expect(problem).toMatchObject({ code: 'too-many-attempts' });
    expect(await verifyPassword(stored, 'a password')).toBe(true);
  });
});
