// @vitest-environment jsdom
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../api/session-queries.ts';
import { startTexts } from '../../i18n/index.ts';
import { readDraft } from '../hours/parts/kept-draft.ts';
import type { TypedSheet } from '../hours/parts/sheet.ts';
import { unkept } from './kept-hours.ts';
import { hoursKey, textAt, withText } from './typed-hours.ts';
import { useTyped } from './use-typed.ts';

const accountId = 'saskia';
const name = 'register.placement.week.2026.47';
const key = `konnekt.account.${accountId}.${name}`;
const cell = hoursKey('normal', null);

/** Only what this looks at. */
const registration = {
  period: { type: 'week', year: 2026, number: 47, startsOn: '2026-11-16', endsOn: '2026-11-22' },
  hourTypes: [{ id: 'normal', unit: 'hours' }],
  organisations: [],
} as unknown as Registration;
const rowWith = (worksheet: { version: number; minutes: number } | null) =>
  ({
    placement: { id: 'placement', budgetNumber: null, startsOn: '2026-01-01', endsOn: null },
    needsBudgetNumber: false,
    supplements: [],
    worksheet: worksheet && {
      id: 'worksheet',
      version: worksheet.version,
      status: 'draft',
      remark: null,
      lines: [
        { number: 1, hourTypeId: 'normal', date: null, minutes: worksheet.minutes, startsAt: null, endsAt: null },
      ],
    },
  }) as unknown as RegistrationRow;

function open(row = rowWith(null)) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(meQuery.queryKey, {
    accountId,
    personId: 'person',
    name: 'Saskia',
    email: 'saskia@bureau.example',
    role: 'supervisor',
    language: 'nl',
    employeeId: null,
    mayApprove: true,
    mayRegister: true,
    maySeeInvoices: false,
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook((props: { row: RegistrationRow }) => useTyped(registration, props.row, 'whole'), {
    wrapper,
    initialProps: { row },
  });
}
const hours = (text: string): TypedSheet => withText({ rows: [], cells: {}, remark: '', budgetNumber: '' }, cell, text);
const content = { lines: [], remark: null };

/** What another window of this browser does with the typed hours. */
function elsewhere(text: string | undefined) {
  const oldValue = localStorage.getItem(key);
  if (text === undefined) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify({ form: 1, sheet: hours(text), basedOn: null, tried: null }));
  window.dispatchEvent(new StorageEvent('storage', { key, oldValue }));
}

describe('hours that are typed', () => {
  beforeAll(startTexts);
  beforeEach(() => {
    localStorage.clear();
    unkept.clear();
  });

  it('are those of the other window, as long as somebody types there', () => {
    const { result } = open();
    act(() => elsewhere('21'));
    expect(textAt(result.current.typed, cell)).toBe('21');
    act(() => result.current.change(hours('22')));
    expect(readDraft(accountId, name)?.sheet.cells[cell]?.hours).toBe('22');
  });

  it('go when the other window saved them or threw them away', () => {
    const { result } = open();
    act(() => elsewhere('21'));
    act(() => elsewhere(undefined));
    expect(result.current.hasTyped).toBe(false);
    expect(readDraft(accountId, name)).toBeUndefined();
  });

  it('are kept again when the other window threw away something else', () => {
    const { result } = open();
    act(() => result.current.change(hours('1')));
    act(() => {
      const oldValue = JSON.stringify({ form: 1, sheet: hours('21'), basedOn: null, tried: null });
      localStorage.removeItem(key);
      window.dispatchEvent(new StorageEvent('storage', { key, oldValue }));
    });
    expect(textAt(result.current.typed, cell)).toBe('1');
    expect(readDraft(accountId, name)?.sheet.cells[cell]?.hours).toBe('1');
  });

  it('stay as they stand here when the device could not keep the last of them', () => {
    const { result } = open();
    act(() => result.current.change(hours('1')));
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    act(() => result.current.change(hours('12')));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
    act(() => result.current.settle(hours('1'), { id: 'worksheet', version: 1 }, content));
    expect(textAt(result.current.typed, cell)).toBe('12');
    full.mockRestore();
  });

  it('are gone once they are stored; what was typed since stays, on what is stored now', () => {
    const { result, rerender } = open();
    act(() => result.current.change(hours('10')));
    const { settle } = result.current;
    act(() => result.current.change(hours('105')));
    act(() => settle(hours('10'), { id: 'worksheet', version: 1 }, content));
    rerender({ row: rowWith({ version: 1, minutes: 600 }) });
    expect(result.current).toMatchObject({ standing: 'mine', typed: hours('105'), basedOn: { version: 1 } });
    act(() => result.current.settle(hours('105'), { id: 'worksheet', version: 2 }, content));
    expect(result.current.hasTyped).toBe(false);
    expect(readDraft(accountId, name)).toBeUndefined();
  });
});
