/** Keys of what the office keeps: every one begins alike, a record's own is its kind and id. */
export const recordKeys = {
  all: ['office'],
  list: (of: string, ...narrowed: unknown[]) => ['office', 'list', of, ...narrowed],
  one: (kind: string, id: string) => ['office', kind, id],
  /** What became of it. */
  history: (id: string) => ['audit', 'record', id],
} as const;
