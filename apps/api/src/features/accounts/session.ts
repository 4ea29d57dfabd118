/** How long a session lasts that nobody uses. */
export const REFRESH_DAYS = 30;

export interface SessionTokens {
  sessionId: string;
  /** See `RefreshToken`. */
  refreshToken: string;
}

/**
 * '<session id>.<key>.<secret>': the key stays while the session lasts, the secret is good once. Who knows an id alone can make no
 * token; one with the key and an old secret was given out before. Only the SHA-256 of key and secret are stored.
 */
export interface RefreshToken {
  sessionId: string;
  key: string;
  secret: string;
}

const part = '([\\w-]{43})';
const tokenShape = new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.${part}\\.${part}$`);

export function parseToken(text: string | undefined): RefreshToken | undefined {
  const [, sessionId, key, secret] = tokenShape.exec(text ?? '') ?? [];
  return sessionId && key && secret ? { sessionId, key, secret } : undefined;
}

export const tokensOf = ({ sessionId, key, secret }: RefreshToken): SessionTokens => ({
  sessionId,
  refreshToken: `${sessionId}.${key}.${secret}`,
});
