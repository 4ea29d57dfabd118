// @vitest-environment jsdom
import type { Worksheet, WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client.ts';
import { meQuery } from '../../api/session-queries.ts';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
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
  isFromMail: false,
  approvalText: null,
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
  nl: 'Ingelogd met een wachtwoord dat is ingesteld via een link naar een gewijzigd e-mailadres.',
  en: 'Logged in with a password that was set through a link to a changed e-mail address.',
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

describe('a comment whose answer was lost', () => {
  const text = 'Klopt de dinsdag?';
  const place = async (historyNow: WorksheetEvent[]) => {
    const sent: string[] = [];
    vi.stubGlobal('fetch', async (url: string, { method }: RequestInit) => {
      sent.push(`${method} ${url}`);
      if (method === 'POST') throw new TypeError('connection reset');
      return { ok: true, status: 200, text: async () => JSON.stringify({ id: 'w', history: historyNow, allowed: [] }) };
    });
    queryClient.setQueryData(meQuery.queryKey, { accountId: 'a', name: 'Petra de Ruiter' } as never);
    await setLanguage('nl');
    render(
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <WorksheetHistory worksheet={{ id: 'w', history: [], allowed: ['comment'] } as unknown as Worksheet} />
        </Suspense>
      </QueryClientProvider>,
    );
    const box = screen.getByRole<HTMLTextAreaElement>('textbox');
    fireEvent.change(box, { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Opmerking toevoegen' }));
    await waitFor(() => expect(sent).toContain('GET /api/worksheets/w'));
    expect(sent.filter((one) => one.startsWith('POST'))).toHaveLength(1);
    return box;
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('is placed when the history has it since', async () => {
    const box = await place([event({ action: 'comment', reason: text })]);
    await waitFor(() => expect(box.value).toBe(''));
    expect(box.getAttribute('aria-invalid')).toBeNull();
  });

  it('stays in the box when the history has it not, or of somebody else', async () => {
    const box = await place([event({ action: 'comment', reason: text, actorName: 'Iemand Anders' })]);
    await waitFor(() => expect(box.getAttribute('aria-invalid')).toBe('true'));
    expect(box.value).toBe(text);
  });
});
