import { expect, it } from 'vitest';
import { sheetHeading, sheetLine } from '../basics/sheet.ts';
import { auditColumns, auditLines } from './audit.columns.ts';
import type { AuditEvent } from './audit.contract.ts';
import { auditFields, erased } from './audit.fields.ts';

const id = '019ab000-0000-7000-8000-000000000001';
const event: AuditEvent = {
  id,
  at: '2026-11-21T23:05:00Z',
  action: 'change',
  subjectType: 'organisation',
  subjectId: null,
  subjectName: 'Van Dijk',
  recordId: id,
  actorId: null,
  actorName: 'Petra de Ruiter',
  actorRole: 'staff',
  address: '192.0.2.1',
  changes: [],
};
const names = { [id]: { nl: 'Eva Bos', en: 'Eva Bos' } };
const linesOf = (more: Partial<AuditEvent>, language: 'nl' | 'en' = 'nl') =>
  auditLines({ items: [{ ...event, ...more }], names }).map((line) => sheetLine(auditColumns, line, language));
/** How a value of a field stands in the file. */
const cellOf = (field: string, after: AuditEvent['changes'][number]['after'], language?: 'nl' | 'en') =>
  linesOf({ changes: [{ field, before: null, after }] }, language)[0]?.at(-1);

it('an event is a line per field that it changed, and one where it changed none', () => {
  expect(sheetHeading(auditColumns, 'nl')).toHaveLength(11);
  const start = [{ day: '2026-11-22' }, '00:05', 'Petra de Ruiter', 'Binnendienst', '192.0.2.1'];
  expect(linesOf({})).toEqual([[...start, 'Gewijzigd', 'Organisaties', 'Van Dijk', null, null, null]]);
  const changes = [
    { field: 'city', before: 'Urk', after: 'Delft' },
    { field: 'payment_term_days', before: 30, after: 14 },
  ];
  expect(linesOf({ changes }).map((cells) => cells.slice(7))).toEqual([
    ['Van Dijk', 'Plaats', 'Urk', 'Delft'],
    ['Van Dijk', 'Betalingstermijn in dagen', 30, 14],
  ]);
});

it('figures, days and words are written as the language has them', () => {
  expect(cellOf('pay_cents', 1680)).toBe(16.8);
  expect(cellOf('planned_minutes', 2250)).toBe(37.5);
  expect(cellOf('vat_bp', 2100)).toBe(21);
  expect(cellOf('starts_on', '2026-03-31')).toEqual({ day: '2026-03-31' });
  expect(cellOf('starts_on', erased)).toBe('gewist');
  expect(cellOf('closed_at', '2026-11-21T23:05:00+00:00')).toBe('2026-11-22 00:05');
  expect(cellOf('paid_on_weekday', 2)).toBe('dinsdag');
  expect(cellOf('is_active', false, 'en')).toBe('no');
  expect(cellOf('person_id', id)).toBe('Eva Bos');
  expect(cellOf('person_id', id.replace('1', '2'))).toBe('bestaat niet meer');
  expect(cellOf('period_types', '["week","month"]', 'en')).toBe('Week, Month');
  expect(cellOf('status', 'blocked')).toBe('Geblokkeerd');
  expect(cellOf('status', 'of-before')).toBe('of-before');
  expect(cellOf('password_hash', erased)).toBe('gewijzigd');
  expect(cellOf('a_column_that_is_gone', 'x')).toBe('x');
});

it('says who did it where nobody was logged in, and of what', () => {
  const of = (more: Partial<AuditEvent>) => linesOf(more, 'en')[0]?.slice(2, 8);
  const nobody = { actorName: null, actorRole: null };
  expect(of({ ...nobody, address: null })?.[0]).toBe('The system');
  expect(of(nobody)?.[0]).toBe('Somebody who was not logged in');
  expect(of({ subjectType: 'account', subjectName: 'eva@x.example' })?.[5]).toBe('Eva Bos (eva@x.example)');
  const refused = { action: 'refused', subjectType: 'request', recordId: null } as const;
  expect(of({ ...refused, subjectName: 'PUT /api/settings' })?.[5]).toBe('changing settings');
  expect(of({ ...refused, subjectName: 'PUT /api/of-before' })?.[5]).toBe('PUT /api/of-before');
});

it('has a word for each field of both languages', () => {
  for (const field of Object.keys(auditFields))
    expect(linesOf({ changes: [{ field, before: null, after: null }] })[0]?.[8]).not.toBe(field);
});
