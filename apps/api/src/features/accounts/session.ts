import { createHmac } from 'node:crypto';
import type { RefreshToken } from '#api/kit/services';

/** How long a session lasts that nobody uses. */
export const REFRESH_DAYS = 30;

/**
 * So long a refresh token that was just traded is traded once more: its answer may have been lost on the way, or another window
 * asked at the same moment. Whoever uses one later than this is not its owner, or the owner is not alone.
 */
export const GRACE_SECONDS = 60;

export interface SessionTokens {
  sessionId: string;
  /** See `RefreshToken`. */
  refreshToken: string;
}

const part = '([\\w-]{43})';
const tokenShape = new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.${part}\\.${part}$`);

export function parseToken(text: string | undefined): RefreshToken | undefined {
  const [, sessionId, key, secret] = tokenShape.exec(text ?? '') ?? [];
  return sessionId && key && secret ? { sessionId, key, secret } : undefined;
}

/**
 * The secret that follows on that of a token. It is worked out, not drawn: whoever trades one token twice gets the same next one, so
 * that all who hold it can go on and no second line of tokens begins. Only who has the server's own secret can work it out.
 */
export const nextSecretBy =
  (serverSecret: string) =>
  ({ sessionId, key, secret }: RefreshToken): string =>
    createHmac('sha256', serverSecret).update(`refresh:${sessionId}.${key}.${secret}`).digest('base64url');

export const tokensOf = ({ sessionId, key, secret }: RefreshToken): SessionTokens => ({
  sessionId,
  refreshToken: `${sessionId}.${key}.${secret}`,
});
