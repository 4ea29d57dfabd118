import { DEVICE_COOKIE } from '#api/features/accounts/auth.plugin';
import { parseDevice } from './device.ts';

/** Where somebody logs in from. */
export interface LoginClient {
  /** Network address. */
  address: string;
  userAgent: string | null;
  /** What its cookie says it is known by. */
  device: string | undefined;
}

interface Request {
  ip: string;
  headers: { 'user-agent'?: string | undefined };
  cookies: Record<string, string | undefined>;
}

export const clientOf = (request: Request): LoginClient => ({
  address: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
  device: parseDevice(request.cookies[DEVICE_COOKIE]),
});
