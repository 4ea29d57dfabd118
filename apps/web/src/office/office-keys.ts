export type RecordKind = 'organisation' | 'employee' | 'supervisor' | 'placement';

/** Every key of the office's records begins so; a record's own is its kind and id. */
export const officeKeys = {
  all: ['office'],
  one: (kind: RecordKind, id: string) => ['office', kind, id],
} as const;
