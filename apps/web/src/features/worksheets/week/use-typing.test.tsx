// @vitest-environment jsdom
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '../../../api/session-queries.ts';
import { readDraft } from '../../hours/parts/kept-draft.ts';
import { cellKey, setCell, type TypedSheet } from '../../hours/parts/sheet.ts';
import { line, normal, rules, typed } from '../../hours/parts/sheet-test-data.ts';
import { useTyping } from './use-typing.ts';

const accountId = 'anna';
const name = 'week.placement.2026.47';
const monday = '2026-11-16';
const key = cellKey(`${normal}.1`, monday);

/** Only what this looks at. */
const worksheet = (version: number, minutes: number) =>
  ({
    id: 'worksheet',
    version,
    status: 'draft',
    remark: null,
    lines: [{ number: 1, ...line(monday, minutes) }],
  }) as unknown as Worksheet;

function open(stored: Worksheet | null) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(meQuery.queryKey, {
    accountId,
    personId: 'person',
    name: 'Anna de Vries',
    email: 'anna@bureau.example',
    role: 'employee',
    language: 'nl',
    employeeId: 'employee',
    mayApprove: false,
    mayRegister: false,
    maySeeInvoices: false,
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(
    (props: { stored: Worksheet | null }) =>
      useTyping({ name, rules, firstHourTypeId: normal, refresh: async () => true, ...props }),
    { wrapper, initialProps: { stored } },
  );
}
const hours = (text: string) => (sheet: TypedSheet) => {
  const cell = typed({ [monday]: text }).cells[key];
  return cell ? setCell(sheet, key, cell) : sheet;
};

describe('typing', () => {
  beforeEach(() => localStorage.clear());

  it('is kept on the device at once, and is there for the next screen', () => {
    const first = open(null);
    act(() => first.result.current.change(hours('7,')));
    expect(readDraft(accountId, name)?.sheet.cells[key]?.hours).toBe('7,');
    first.unmount();
    expect(open(null).result.current.sheet.cells[key]?.hours).toBe('7,');
  });

  it('is gone from the device once it is stored, and stays in the field as it was typed', () => {
    const { result, rerender } = open(null);
    act(() => result.current.change(hours('7,5')));
    rerender({ stored: worksheet(1, 450) });
    expect(readDraft(accountId, name)).toBeUndefined();
    expect(result.current.draft).toBeUndefined();
    expect(result.current.sheet.cells[key]?.hours).toBe('7,5');
  });

  it('goes on after a save during which it went on', () => {
    const { result, rerender } = open(worksheet(1, 450));
    act(() => result.current.change(hours('8')));
    act(() => {
      result.current.trying({ lines: [line(monday, 480)], remark: null });
    });
    act(() => result.current.change(hours('8,5')));
    rerender({ stored: worksheet(2, 480) });
    expect(result.current.standing).toMatchObject({ kind: 'mine', basedOn: { version: 2 } });
    expect(result.current.sheet.cells[key]?.hours).toBe('8,5');
  });

  it('stands against what somebody else stored', () => {
    const { result, rerender } = open(worksheet(1, 450));
    act(() => result.current.change(hours('8')));
    rerender({ stored: worksheet(2, 300) });
    expect(result.current.standing?.kind).toBe('conflict');
    act(() => result.current.settle(result.current.sheet));
    expect(result.current.standing).toMatchObject({ kind: 'mine', basedOn: { version: 2 } });
  });

  it('comes back after it was thrown away', () => {
    const { result } = open(null);
    act(() => result.current.change(hours('7,5')));
    let restore = () => {};
    act(() => {
      restore = result.current.discard();
    });
    expect(readDraft(accountId, name)).toBeUndefined();
    act(() => restore());
    expect(result.current.sheet.cells[key]?.hours).toBe('7,5');
    expect(readDraft(accountId, name)?.sheet.cells[key]?.hours).toBe('7,5');
  });

  it('shows what is typed in another window of this browser', () => {
    const { result } = open(null);
    act(() => result.current.change(hours('7')));
    const kept = readDraft(accountId, name);
    act(() => {
      const elsewhere = { ...kept, sheet: hours('9')(result.current.sheet) };
      localStorage.setItem(`konnekt.account.${accountId}.${name}`, JSON.stringify(elsewhere));
      window.dispatchEvent(new StorageEvent('storage', { key: `konnekt.account.${accountId}.${name}` }));
    });
    expect(result.current.sheet.cells[key]?.hours).toBe('9');
  });
});
