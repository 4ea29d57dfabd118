/** What this process writes down of its work; the server's own logger is one. */
export interface Log {
  debug(fields: object, words?: string): void;
  info(fields: object, words?: string): void;
  warn(fields: object, words?: string): void;
  error(fields: object, words?: string): void;
}
