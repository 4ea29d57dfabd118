/** How long a session lasts that nobody uses. */
export const REFRESH_DAYS = 30;

export interface SessionTokens {
  sessionId: string;
  /** '<session id>.<secret>'; only its SHA-256 is stored. */
  refreshToken: string;
}
