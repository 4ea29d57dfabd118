import { createHash } from 'node:crypto';
import type { Db } from '#api/plugins/database';
import { Problem } from '#api/plugins/problems';
import { countFailure, countTry, forgetFailures, readThrottles, type Throttle } from './account.repository.ts';

/**
 * Wrong passwords slow down, per login as typed and per network address: free tries first, then a wait that doubles. An
 * e-mail address and a user name count apart: together they would tell that they are of one account. A whole office shares one address, so that gets more free tries. Nobody is locked out for good.
 */
const FREE_TRIES = { login: 5, address: 40 };
const LONGEST_WAIT_SECONDS = 15 * 60;
const FORGET_AFTER_SECONDS = 60 * 60;

export interface LoginThrottle {
  /** Takes a try of this login. Throws `too-many-attempts` while it or the address has to wait. */
  take(): Promise<void>;
  failed(): Promise<void>;
  succeeded(): Promise<void>;
}

export function loginThrottle(db: Db, login: string, address: string): LoginThrottle {
  const [loginKey, addressKey] = [keyOf(`login:${login}`), keyOf(`address:${address}`)];
  return {
    async take() {
      const [byLogin, byAddress] = await readThrottles(db, [loginKey, addressKey]);
      const seconds = Math.max(waitSeconds(byLogin, FREE_TRIES.login), waitSeconds(byAddress, FREE_TRIES.address));
      if (seconds > 0) throw new Problem('too-many-attempts', { retryAfterSeconds: seconds });
      const counting = {
        seen: byLogin?.failures ?? 0,
        freeTries: FREE_TRIES.login,
        forgetAfterSeconds: FORGET_AFTER_SECONDS,
      };
      if (await countTry(db, loginKey, counting)) return;
      throw new Problem('too-many-attempts', { retryAfterSeconds: 1 });
    },
    failed: () => countFailure(db, addressKey, FORGET_AFTER_SECONDS),
    succeeded: () => forgetFailures(db, loginKey),
  };
}

/** Whole seconds still to wait: 1, 2, 4, … after each failure over the free ones. */
export function waitSeconds(throttle: Throttle | undefined, freeTries: number): number {
  if (!throttle || throttle.failures < freeTries || throttle.secondsAgo > FORGET_AFTER_SECONDS) return 0;
  const wait = Math.min(2 ** (throttle.failures - freeTries), LONGEST_WAIT_SECONDS);
  return Math.max(0, Math.ceil(wait - throttle.secondsAgo));
}

const keyOf = (text: string): Buffer => createHash('sha256').update(text).digest();
