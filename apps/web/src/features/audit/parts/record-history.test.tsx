// @vitest-environment jsdom
import type { AuditEvent as Event } from '@konnekt/shared/audit/audit.contract';
import { routes } from '@konnekt/shared/routes';
import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadTexts, setLanguage, startTexts } from '../../../i18n/index.ts';
import { AuditEventItem } from './audit-event.tsx';

const event = (part: Partial<Event>): Event => ({
  id: '019ab000-0000-7000-8000-000000000001',
  at: '2026-11-21T09:12:00Z',
  action: 'change',
  subjectType: 'organisation',
  subjectId: null,
  subjectName: 'Van Dijk',
  recordId: null,
  actorId: null,
  actorName: 'Petra de Ruiter',
  actorRole: 'staff',
  address: '192.0.2.1',
  changes: [],
  ...part,
});
const hourType = '019ab000-0000-7000-8000-0000000000aa';
const names = { [hourType]: { nl: 'Normale uren', en: 'Normal hours' } };
const show = (part: Partial<Event>) => render(<AuditEventItem event={event(part)} names={names} />);

beforeAll(async () => {
  await startTexts();
  await loadTexts('audit');
});
beforeEach(() => setLanguage('nl'));

describe('an event of the audit log', () => {
  it('is a plain sentence with the values before and after, as Dutch people write them', () => {
    show({
      changes: [
        { field: 'bill_cents', before: 3024, after: 180464 },
        { field: 'valid_until', before: null, after: '2026-11-24' },
        { field: 'reverse_charge', before: false, after: true },
      ],
    });
    expect(screen.getByText('Petra de Ruiter heeft de organisatie Van Dijk gewijzigd.')).toBeTruthy();
    expect(screen.getByText('€ 30,24 werd € 1.804,64')).toBeTruthy();
    expect(screen.getByText('leeg werd 24-11-2026')).toBeTruthy();
    expect(screen.getByText('Nee werd Ja')).toBeTruthy();
  });

  it('says the same in English, another record by its name', async () => {
    await setLanguage('en');
    show({
      action: 'create',
      subjectType: 'placement-rate',
      subjectName: '10001',
      changes: [{ field: 'hour_type_id', before: null, after: hourType }],
    });
    expect(screen.getByText('Petra de Ruiter added a rate of placement 10001.')).toBeTruthy();
    expect(screen.getByText('Normal hours')).toBeTruthy();
  });

  it('says of what was erased that it was, whatever kind of value it had', () => {
    const fields = ['starts_on', 'employee_id', 'pay_cents', 'first_name'];
    show({ action: 'create', changes: fields.map((field) => ({ field, before: null, after: '•' })) });
    expect(screen.getAllByText('gewist')).toHaveLength(4);
  });

  it('says what was refused in words, and an address that it does not know as it is', () => {
    const refused = { action: 'refused', subjectType: 'request', actorName: 'Marieke van Dalen' } as const;
    show({ ...refused, subjectName: 'POST /api/substitutes/:id/end' });
    expect(screen.getByText('Marieke van Dalen probeerde iets dat niet mag: vervangers aanwijzen.')).toBeTruthy();
    show({ ...refused, subjectName: 'POST /api/robots' });
    expect(screen.getByText('Marieke van Dalen probeerde iets dat niet mag: POST /api/robots.')).toBeTruthy();
  });

  it('has words for every act that may be refused', () => {
    const areas = Object.keys(routes).map(
      (key) => /^(?:POST|PUT|PATCH|DELETE) \/api\/(?:office\/)?([\w-]+)/.exec(key)?.[1],
    );
    expect(areas.filter((area) => area && !i18next.exists(`audit:request.${area}`))).toEqual([]);
  });

  it('shows what it has no words for as it is', () => {
    show({ actorName: null, address: null, subjectType: 'robot', changes: [{ field: 'arms', before: 2, after: 3 }] });
    expect(screen.getByText('Het systeem heeft robot gewijzigd.')).toBeTruthy();
    expect(screen.getByText('arms')).toBeTruthy();
  });
});
