// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
import { NewInvoices } from './new-invoices.tsx';

const one = { id: 'i', number: '2026-0042', organisationName: 'De Kade', totalCents: 12100 };
const show = (items: (typeof one)[], overdue: number) =>
  render(
    <MemoryRouter>
      <NewInvoices invoices={{ items, total: items.length, overdue } as never} />
    </MemoryRouter>,
  );

beforeAll(async () => {
  window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  await startTexts();
  await loadTexts('home');
});
afterEach(cleanup);

describe('the invoices of Home', () => {
  it.each([
    ['nl', '1 factuur is te laat', 'Facturen'],
    ['en', '1 invoice is overdue', 'Invoices'],
  ] as const)('say in words that one is late where none is new, in %s', async (language, words, title) => {
    await setLanguage(language);
    show([], 1);
    expect(screen.getByRole('link', { name: words }).getAttribute('href')).toContain('payment=overdue');
    expect(screen.getByRole('heading').textContent).toBe(title);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('stand in a list where they are new, with what is late beside the title', async () => {
    await setLanguage('nl');
    show([one], 2);
    expect(screen.getByRole('link', { name: '2026-0042' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '2 te laat' })).toBeTruthy();
  });
});
