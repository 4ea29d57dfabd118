import { createHash } from 'node:crypto';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Throttle } from './login-throttle.repository.ts';
import * as counters from './login-throttle.repository.ts';
import { networkOf } from './network.ts';

/**
 * Wrong passwords slow down (decision 16), per login as typed: free tries first, then a wait that doubles. An e-mail address and a
 * user name count apart: together they would tell that they are of one account. Nobody is locked out for good.
 */
const FREE_TRIES = { login: 5, address: 40 };
const LONGEST_WAIT_SECONDS = 15 * 60;
const FORGET_AFTER_SECONDS = 60 * 60;

/**
 * A whole canteen shares one network address. One with more wrong passwords than its free ones takes the free tries of the logins that
 * were wrong before, and never keeps a right password out of a login that was not; it forgets them one by one, so that it is itself again
 * within the hour. From `SPACED_FROM` on, where no canteen comes, its tries are made one after the other, further apart the more there were;
 * mails to who forgot a password sooner, since each goes to somebody.
 */
const DRAINED_PER_MINUTE = 2;
const SPACED_FROM = { login: 200, forgot: 40 };
const LONGEST_SPACING_SECONDS = 10;
const MOST_FAILURES = 2000;

/** So many of an address may be under way at once, however many were wrong before. */
const ALWAYS_AT_ONCE = 10;
/** No try takes as long. */
const UNDER_WAY_SECONDS = 30;

interface Trier {
  /** As it was typed, written small. */
  login: string;
  /** Network address. */
  address: string;
  /** Each counts apart. */
  purpose?: 'login' | 'forgot';
  /** One that the account of this login was logged in on before: it has tries of its own, whatever others try. */
  device?: string | undefined;
}

interface Tried {
  isRight: boolean;
  /** With a wrong one: seconds until the next try, where its address had too many. */
  waitSeconds: number;
}

export interface LoginThrottle {
  /** Makes one try of this login. Throws `too-many-attempts`, and does not try, while it has to wait. */
  attempt(isRight: () => Promise<boolean>): Promise<Tried>;
}

export function loginThrottle(db: Db, { login, address, purpose = 'login', device }: Trier): LoginThrottle {
  const place = device ? undefined : `${purpose === 'login' ? '' : `${purpose}:`}${networkOf(address)}`;
  const ownKey = keyOf(device ? `device:${device}` : `login:${login}`);
  const placeKey = keyOf(`address:${place}`);
  const underWayKey = keyOf(`under-way:${place ?? `device:${device}`}`);
  const drain = { perMinute: DRAINED_PER_MINUTE, most: MOST_FAILURES };

  /** Waits for nothing: throws how long to wait, or counts this try and answers how many before it were wrong. */
  async function take(underWay: number): Promise<number> {
    // Read after counting what is under way: whatever ended since is among these, so that none is missed.
    const [own, ofPlace] = await Promise.all([
      counters.readThrottle(db, ownKey),
      place === undefined ? 0 : counters.readLevel(db, placeKey, drain),
    ]);
    const freeTries = ofPlace < FREE_TRIES.address ? FREE_TRIES.login : 1;
    refuseFor(waitSeconds(own, freeTries));
    if (underWay > ALWAYS_AT_ONCE && underWay + ofPlace > FREE_TRIES.address) refuseFor(1);
    const spacing = spacingSeconds(ofPlace, SPACED_FROM[purpose]);
    if (spacing > 0 && !(await counters.takeTurn(db, keyOf(`turn:${place}`), spacing))) refuseFor(Math.ceil(spacing));
    const seen = own?.failures ?? 0;
    const counting = { seen, freeTries, forgetAfterSeconds: FORGET_AFTER_SECONDS };
    if (!(await counters.countTry(db, ownKey, counting))) refuseFor(1);
    return seen;
  }

  async function judge(seen: number, isRight: () => Promise<boolean>): Promise<Tried> {
    const right = await isRight().catch(async (error: unknown) => {
      await counters.endTry(db, ownKey); // it was not made
      throw error;
    });
    if (right) {
      await counters.forgetFailures(db, ownKey);
      return { isRight: true, waitSeconds: 0 };
    }
    const ofPlace = place === undefined ? 0 : await counters.countAtLevel(db, placeKey, drain);
    const isOver = ofPlace > FREE_TRIES.address;
    return { isRight: false, waitSeconds: isOver ? waitSeconds({ failures: seen + 1, secondsAgo: 0 }, 1) : 0 };
  }

  return {
    async attempt(isRight) {
      const most = { most: device ? FREE_TRIES.login : FREE_TRIES.address, forgetAfterSeconds: UNDER_WAY_SECONDS };
      const underWay = await counters.beginTry(db, underWayKey, most);
      if (underWay === undefined) throw tooManyAttempts(1);
      try {
        return await judge(await take(underWay), isRight);
      } finally {
        await counters.endTry(db, underWayKey);
      }
    },
  };
}

export const tooManyAttempts = (retryAfterSeconds: number): Problem =>
  new Problem('too-many-attempts', { retryAfterSeconds });

function refuseFor(seconds: number): void {
  if (seconds > 0) throw tooManyAttempts(seconds);
}

/** Whole seconds still to wait: 1, 2, 4, … after each failure over the free ones. */
export function waitSeconds(throttle: Throttle | undefined, freeTries: number): number {
  if (!throttle || throttle.failures < freeTries || throttle.secondsAgo > FORGET_AFTER_SECONDS) return 0;
  const wait = Math.min(2 ** (throttle.failures - freeTries), LONGEST_WAIT_SECONDS);
  return Math.max(0, Math.ceil(wait - throttle.secondsAgo));
}

/** Seconds between two tries of an address with so many wrong ones: 1 to 10. */
export const spacingSeconds = (failures: number, from: number): number =>
  failures < from ? 0 : Math.min(failures / from, LONGEST_SPACING_SECONDS);

const keyOf = (text: string): Buffer => createHash('sha256').update(text).digest();
