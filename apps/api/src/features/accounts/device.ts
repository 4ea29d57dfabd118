import { createHash } from 'node:crypto';
import type { Db } from '#api/kit/database';
import { findDevice, isDeviceOf } from './device.repository.ts';

/** How long a device is known that nobody logs in on. */
export const DEVICE_DAYS = 365;

const tokenShape = /^[\w-]{43}$/;

/** What a cookie says of a device, where it can be one that was given out. */
export const parseDevice = (text: string | undefined): string | undefined =>
  text !== undefined && tokenShape.test(text) ? text : undefined;

export const deviceHashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The device, where the account of this login was logged in on it before: by one name, whatever the login is typed as. */
export async function deviceOfLogin(db: Db, token: string | undefined, login: string): Promise<string | undefined> {
  const accountId = token && (await isDeviceOf(db, deviceHashOf(token), login));
  return accountId ? `${token}:${accountId}` : undefined;
}

/** The token to go on with: the device's own where it is known to anybody, else the new one. Nobody chooses it. */
export async function deviceToken(db: Db, token: string | undefined, fresh: string): Promise<string> {
  return token && (await findDevice(db, deviceHashOf(token))) ? token : fresh;
}
