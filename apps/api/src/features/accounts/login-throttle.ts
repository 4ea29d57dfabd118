import { createHash } from 'node:crypto';
import type { Db } from '#api/plugins/database';
import { Problem } from '#api/plugins/problems';
import {
  beginTry,
  countFailure,
  countTry,
  endTry,
  forgetFailures,
  readThrottles,
  type Throttle,
} from './account.repository.ts';

/**
 * Wrong passwords slow down, per login as typed and per network address: free tries first, then a wait that doubles. An
 * e-mail address and a user name count apart: together they would tell that they are of one account. A whole office shares one
 * address, so that gets more free tries, and a right password costs it none: tries that are under way count only meanwhile. Nobody
 * is locked out for good.
 */
const FREE_TRIES = { login: 5, address: 40 };
const LONGEST_WAIT_SECONDS = 15 * 60;
const FORGET_AFTER_SECONDS = 60 * 60;
/** So many of an address may be under way at once, however many were wrong before. */
const ALWAYS_AT_ONCE = 10;
/** No try takes as long. */
const UNDER_WAY_SECONDS = 30;

export interface LoginThrottle {
  /** Takes a try of this login from this address. Throws `too-many-attempts` while it or the address has to wait. */
  take(): Promise<void>;
  failed(): Promise<void>;
  succeeded(): Promise<void>;
}

export function loginThrottle(db: Db, login: string, address: string): LoginThrottle {
  const [loginKey, addressKey] = [keyOf(`login:${login}`), keyOf(`address:${address}`)];
  const underWayKey = keyOf(`under-way:${address}`);

  /** Seconds to wait before this try may be made; 0 when it is counted for the login. */
  async function waitFor(underWay: number): Promise<number> {
    // Read after counting what is under way: whatever ended since is among these, so that none is missed.
    const [byLogin, byAddress] = await readThrottles(db, [loginKey, addressKey]);
    const seconds = Math.max(waitSeconds(byLogin, FREE_TRIES.login), waitSeconds(byAddress, FREE_TRIES.address));
    if (seconds > 0) return seconds;
    if (underWay > ALWAYS_AT_ONCE && underWay + freshFailures(byAddress) > FREE_TRIES.address) return 1;
    const counting = {
      seen: byLogin?.failures ?? 0,
      freeTries: FREE_TRIES.login,
      forgetAfterSeconds: FORGET_AFTER_SECONDS,
    };
    return (await countTry(db, loginKey, counting)) ? 0 : 1;
  }

  return {
    async take() {
      const most = { most: FREE_TRIES.address, forgetAfterSeconds: UNDER_WAY_SECONDS };
      const underWay = await beginTry(db, underWayKey, most);
      if (underWay === undefined) throw new Problem('too-many-attempts', { retryAfterSeconds: 1 });
      const seconds = await waitFor(underWay);
      if (seconds === 0) return;
      await endTry(db, underWayKey);
      throw new Problem('too-many-attempts', { retryAfterSeconds: seconds });
    },
    async failed() {
      await countFailure(db, addressKey, FORGET_AFTER_SECONDS);
      await endTry(db, underWayKey);
    },
    async succeeded() {
      await Promise.all([forgetFailures(db, loginKey), endTry(db, underWayKey)]);
    },
  };
}

const freshFailures = (throttle: Throttle | undefined): number =>
  throttle && throttle.secondsAgo <= FORGET_AFTER_SECONDS ? throttle.failures : 0;

/** Whole seconds still to wait: 1, 2, 4, … after each failure over the free ones. */
export function waitSeconds(throttle: Throttle | undefined, freeTries: number): number {
  if (!throttle || throttle.failures < freeTries || throttle.secondsAgo > FORGET_AFTER_SECONDS) return 0;
  const wait = Math.min(2 ** (throttle.failures - freeTries), LONGEST_WAIT_SECONDS);
  return Math.max(0, Math.ceil(wait - throttle.secondsAgo));
}

const keyOf = (text: string): Buffer => createHash('sha256').update(text).digest();
