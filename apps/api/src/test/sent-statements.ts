import pg from 'pg';

/** Whatever was sent to the database, by every connection of this process, in order. */
export interface SentStatements {
  sent: { text: string; isKept: boolean }[];
  /** Those of them that a request sends for itself: without who it is that asks. */
  own(): string[];
  stop(): void;
}

export function recordStatements(): SentStatements {
  const sendQuery = pg.Client.prototype.query;
  const sent: SentStatements['sent'] = [];
  // biome-ignore lint/suspicious/noExplicitAny: the statement as pg takes it, looked at and handed on
  pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
    const [query] = args;
    const text = typeof query === 'string' ? query : query?.text;
    if (text) sent.push({ text, isKept: Boolean(query.name) });
    // biome-ignore lint/suspicious/noExplicitAny: see above
    return (sendQuery as any).apply(this, args);
  } as never;
  return {
    sent,
    own: () =>
      sent.map(({ text }) => text).filter((text) => !/FROM session s|^LISTEN|^SELECT say_live|^SET /.test(text)),
    stop: () => {
      pg.Client.prototype.query = sendQuery;
    },
  };
}
