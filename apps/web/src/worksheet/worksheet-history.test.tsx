import type { Worksheet, WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { queryClient } from '../api/query-client.ts';
import { loadTexts, setLanguage, startTexts } from '../i18n/index.ts';
import { WorksheetHistory } from './worksheet-history.tsx';

const event = (part: Partial<WorksheetEvent>): WorksheetEvent => ({
  id: '019ab000-0000-7000-8000-000000000001',
  action: 'approve',
  fromStatus: 'submitted',
  toStatus: 'approved',
  at: '2026-11-21T09:12:00Z',
  actorName: 'Petra de Ruiter',
  actorRole: 'supervisor',
  onBehalfOfName: null,
  submissionNumber: 1,
  reason: null,
  isAfterAddressChange: true,
  ...part,
});
/** Of a worksheet the history shows what happened and what the reader may do. */
const show = (history: WorksheetEvent[]) =>
  render(
    <QueryClientProvider client={queryClient}>
      <WorksheetHistory worksheet={{ id: 'w', history, allowed: [] } as unknown as Worksheet} />
    </QueryClientProvider>,
  );
const said = {
  nl: 'Met een wachtwoord dat is ingesteld via een link naar een gewijzigd e-mailadres.',
  en: 'With a password that was set by a link to a changed e-mail address.',
};

beforeAll(async () => {
  window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  await startTexts();
  await loadTexts('worksheets');
});
afterEach(cleanup);

describe('the history of a worksheet', () => {
  it.each(['nl', 'en'] as const)('says of an approval that the login had changed hands, in %s', async (language) => {
    await setLanguage(language);
    show([event({})]);
    expect(screen.getByText(said[language])).toBeTruthy();
  });

  it('says so of hours that were approved by sending them, and of nothing else', async () => {
    await setLanguage('nl');
    show([
      event({ action: 'send', toStatus: 'approved' }),
      event({ id: '2', action: 'send', toStatus: 'submitted' }),
      event({ id: '3', action: 'comment' }),
      event({ id: '4', isAfterAddressChange: false }),
    ]);
    expect(screen.getAllByText(said.nl)).toHaveLength(1);
  });
});
